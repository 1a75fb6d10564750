"""A register of erasures that was changed, is not there or names what can't be erased: nobody erases by
it, nobody is let in by mistake, and one line that fails leaves the others."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from joinedup.access.choices import Role
from joinedup.access.models import User
from joinedup.access.permission import Refused, by_user
from joinedup.audit import erased
from joinedup.casefile import actions
from joinedup.config import backup, erasures, ready, serving
from joinedup.config.command import main
from joinedup.subjects.models import Subject
from tests.factories import assurance as make
from tests.factories import subjects as known

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TODAY = dt.date(2026, 11, 22)


class OlderBackupError(Exception):
    """Takes back what was done since."""


@pytest.fixture
def register(settings, tmp_path, monkeypatch):
    """The register of a data folder of its own. Inside a test nothing can be cleared out of files."""
    settings.HOME = tmp_path
    monkeypatch.setattr(erasures, "_clear_out", lambda: None)
    return tmp_path / erased.NAME


@pytest.fixture
def back(register, django_capture_on_commit_callbacks):
    """Two records of people that the register names and an older backup has brought back."""
    make.agency()
    officer = by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))
    lead = make.lead("Lee Lead")
    made = [known.person(lead, name) for name in ("Kay", "Ada")]
    with pytest.raises(OlderBackupError), transaction.atomic():
        with django_capture_on_commit_callbacks(execute=True):
            for one in made:
                asked = actions.ask_erasure(
                    officer, one.reference, "error", "Made twice", today=TODAY
                )
                actions.agree_erasure(lead, asked.reference, today=TODAY)
        raise OlderBackupError
    return made


def test_nothing_is_erased_by_a_register_that_was_changed(register, back):
    register.write_text(register.read_text().replace("Made twice", "Made thrice"))
    with pytest.raises(ValueError, match="was changed"):
        erasures.replay()
    assert Subject.objects.count() == 2


def test_one_that_is_refused_leaves_the_others(back, monkeypatch):
    real = actions.replay_erasure

    def refuse(by, line):
        if line.about == back[0].reference:
            raise Refused
        return real(by, line)

    monkeypatch.setattr(actions, "replay_erasure", refuse)
    found = erasures.replay()
    assert [(one.about, fault) for one, fault in found.failed] == [(back[0].reference, "Refused")]
    assert [one.about for one in found.done] == [back[1].reference]


def test_a_copy_that_is_not_where_it_is_said_to_be_stops_a_restore(register, tmp_path, capsys):
    mistyped = tmp_path / "erasurse.log"
    assert main(["restore", str(tmp_path / "any.tar"), "--erasures", str(mistyped)]) == 1
    told = capsys.readouterr().err
    assert "Nothing was restored" in told and f"no register of erasures at {mistyped}" in told


def test_a_restore_says_how_many_erasures_the_copy_names(register, back, tmp_path, capsys):
    copy = register.rename(tmp_path / "copy.log")
    assert main(["restore", str(tmp_path / "any.tar"), "--erasures", str(copy)]) == 1
    assert f"Erasures named by {copy}: 2." in capsys.readouterr().out


def test_a_register_that_does_not_hold_is_never_added_to(register, back):
    register.write_text(register.read_text().replace("Made twice", "Made thrice"))
    there = register.read_bytes()
    more = dataclasses.replace(erased.read(register)[0], reference="ER-2026-0000000")
    with pytest.raises(ValueError, match="Put a copy that was kept elsewhere in its place"):
        erased.add(register, [more])
    assert register.read_bytes() == there
    register.unlink()
    assert erased.add(register, [more]) == 1


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("restore_backup", "Nothing was restored."),
        ("migrate", "its tables could not be brought up to date: let nobody in"),
        ("keep_up", "Nothing was erased again: let nobody in."),
    ],
)
def test_a_database_that_fails_while_restoring_is_told_in_a_sentence(
    register, monkeypatch, capsys, step, said
):
    places = {"restore_backup": backup, "migrate": ready, "keep_up": erasures}
    monkeypatch.setattr(backup, "restore_backup", lambda *given: {})
    monkeypatch.setattr(ready, "migrate", lambda: None)
    monkeypatch.setattr(places[step], step, lambda *given: no_answer())
    assert main(["restore", str(register.parent / "any.tar")]) == 1
    told = capsys.readouterr().err
    assert said in told and "DatabaseError" in told and "DATABASE_URL" in told
    assert "server closed" not in told


@pytest.fixture
def served(monkeypatch):
    """What would be served."""
    begun = []
    monkeypatch.setattr(ready, "bring_up_to_date", lambda: None)
    monkeypatch.setattr(serving, "start_web", lambda host, port: None)
    monkeypatch.setattr(serving, "serve", lambda *words: begun.append(words) or 0)
    return begun


def refused(by, line):
    raise Refused


def no_answer():
    raise DatabaseError("server closed the connection")


def cannot_be_erased(monkeypatch, register):
    monkeypatch.setattr(actions, "replay_erasure", refused)


def was_changed(monkeypatch, register):
    register.write_text(register.read_text().replace("Made twice", "Made thrice"))


def is_nonsense(monkeypatch, register):
    register.write_text("nonsense\n")


def database_is_away(monkeypatch, register):
    monkeypatch.setattr(erasures, "keep_up", no_answer)


@pytest.mark.parametrize("fault", [cannot_be_erased, was_changed, is_nonsense, database_is_away])
def test_nobody_is_let_in_while_something_erased_may_be_back(
    register, back, served, monkeypatch, capsys, fault
):
    fault(monkeypatch, register)
    assert main(["serve"]) == 1 and served == []
    assert "people could open what was erased" in capsys.readouterr().err
    assert Subject.objects.count() == 2
    assert main(["serve", "--despite-erasures", "nobody@example.org"]) == 1 and served == []
    assert "nobody who governs records" in capsys.readouterr().err
    email = User.objects.get(person__name="Io Governs").email
    assert main(["serve", "--despite-erasures", email]) == 0 and len(served) == 1


def test_people_are_let_in_once_it_is_erased_again(back, served):
    assert main(["serve"]) == 0 and len(served) == 1
    assert not Subject.objects.exists()
