"""An older backup brings back what was erased: the register outside the database has it erased again.

A rolled-back savepoint stands for the older backup: the erasure is gone from the database, the
register in the data folder still names it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import transaction
from django.utils import timezone

from joinedup.access.choices import May, Role
from joinedup.access.models import User
from joinedup.access.permission import Refused, by_user
from joinedup.audit import erased
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.audit.triggers import missing
from joinedup.casefile import actions
from joinedup.casefile.models import Erasure
from joinedup.cases.models import Case, CaseSubject, Note
from joinedup.clocks.models import Clock
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.config import erasures
from joinedup.files import actions as files
from joinedup.files import storage
from joinedup.files.models import StoredFile
from joinedup.subjects.models import Subject
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import subjects as known

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TODAY = dt.date(2026, 11, 22)


class OlderBackupError(Exception):
    """Takes back what was done since."""


@pytest.fixture(autouse=True)
def home(settings, tmp_path, monkeypatch):
    """A data folder of its own. The files of the database can't be cleared inside a test."""
    settings.HOME = tmp_path
    monkeypatch.setattr(erasures, "_clear_out", lambda: None)
    return tmp_path


@pytest.fixture
def officer():
    make.agency()
    return by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))


@pytest.fixture
def lead(officer):
    return make.lead("Lee Lead")


def erase_by_two(officer, lead, about):
    asked = actions.ask_erasure(officer, about, "error", "Made twice", today=TODAY)
    return actions.agree_erasure(lead, asked.reference, today=TODAY)


@pytest.fixture
def brought_back(django_capture_on_commit_callbacks):
    """Do something, keep what it wrote outside, and take it back inside the database."""

    def back(act):
        with pytest.raises(OlderBackupError), transaction.atomic():
            with django_capture_on_commit_callbacks(execute=True):
                act()
            raise OlderBackupError

    return back


def closed_case(lead):
    ready = hand.ready(lead)
    return hand.closed(lead, make.lead("Second Lead"), ready)


def ended_concern(person):
    concern = known.with_concern(person)
    Concern.objects.filter(pk=concern.pk).update(
        state="ended", ending="advice", decided_at=timezone.now(), ended_at=timezone.now(),
        has_exploitation_indicator=False,
    )  # fmt: skip
    return concern


def test_an_erased_case_comes_back_and_is_erased_again(officer, lead, brought_back):
    case = closed_case(lead)
    kept = files.keep(lead, "proof.pdf", b"bytes", case.guard, case.reference, May.WORK_CASES)
    brought_back(lambda: erase_by_two(officer, lead, case.reference))
    assert Case.objects.exists() and not Erasure.objects.exists()
    assert any("is back" in one for one in erasures.problems())
    done = erasures.replay().done
    assert [one.about for one in done] == [case.reference]
    assert not Case.objects.exists() and not Note.objects.exists() and missing() == []
    register = Erasure.objects.get()
    assert (register.asked_by, register.answered_by) == (officer.user, lead.user)
    assert register.reason == "Made twice" and register.counts["cases.Case"] == 1
    assert register.replayed_at > register.erased_at
    assert StoredFile.objects.get(pk=kept.pk).purge_replayed_at is not None
    assert not Clock.objects.filter(about=case.reference, outcome="open").exists()
    assert Entry.objects.filter(chain=case.reference, verb="casefile.replay_erasure").exists()
    assert erasures.problems() == [] and erasures.replay().done == []


def test_a_case_that_is_open_in_the_backup_is_erased_all_the_same(officer, lead, brought_back):
    case = hand.ready(lead)

    def close_and_erase():
        hand.closed(lead, make.lead("Second Lead"), case)
        erase_by_two(officer, lead, case.reference)

    brought_back(close_and_erase)
    assert Case.objects.get().closed_on is None
    actions.hold(officer, case.reference, "An inquiry of that time", today=TODAY)
    assert len(erasures.replay().done) == 1 and not Case.objects.exists()


def test_a_person_and_a_concern_come_back_and_are_erased_again(officer, lead, brought_back):
    person = known.person(lead)
    concern = ended_concern(person)

    def both():
        erase_by_two(officer, lead, concern.reference)
        erase_by_two(officer, lead, person.reference)

    brought_back(both)
    assert ConcernPerson.objects.exists()
    assert len(erasures.replay().done) == 2
    assert not Subject.objects.exists() and not Concern.objects.exists()


def test_a_person_whom_an_older_case_names_goes_and_the_case_stays(officer, lead, brought_back):
    person = known.person(lead)
    case = known.with_case(lead, person)

    def later():
        CaseSubject.objects.filter(case=case).update(subject="")
        erase_by_two(officer, lead, person.reference)

    brought_back(later)
    erasures.replay()
    assert not Subject.objects.exists()
    assert set(CaseSubject.objects.values_list("subject", flat=True)) == {""}


def test_a_destroyed_file_comes_back_and_is_destroyed_again(lead, brought_back):
    plan = make.plan(lead)
    kept = files.keep(lead, "jane.txt", b"oops", plan.guard, plan.reference)
    bytes_of = storage.path_of(kept.stored_name)

    def destroy():
        files.ask_purge(lead, kept.reference, "It names a child")
        files.agree_purge(make.lead("Other Lead"), kept.reference)

    brought_back(destroy)
    bytes_of.write_bytes(b"oops")
    done = erasures.replay().done
    assert [one.reference for one in done] == [kept.reference]
    row = StoredFile.objects.get(pk=kept.pk)
    assert row.purged_at and row.original_name == files.GONE and "jane" not in str(vars(row))


def test_accounts_made_after_the_backup_are_not_needed(officer, lead, brought_back):
    case, plan = closed_case(lead), make.plan(lead)
    kept = files.keep(lead, "jane.txt", b"oops", plan.guard, plan.reference)

    def newer():
        erase_by_two(officer, make.lead("New Lead"), case.reference)
        files.ask_purge(lead, kept.reference, "It names a child")
        files.agree_purge(make.lead("Newer Lead"), kept.reference)

    brought_back(newer)
    assert not User.objects.filter(person__name__startswith="New").exists()
    assert len(erasures.replay().done) == 2 and not Case.objects.exists()
    assert Erasure.objects.get().answered_by is None
    assert StoredFile.objects.get(pk=kept.pk).purge_agreed_by is None


def test_nobody_but_the_system_replays(officer, lead, brought_back, home):
    case = closed_case(lead)
    brought_back(lambda: erase_by_two(officer, lead, case.reference))
    (line,) = erased.read(home / erased.NAME)
    for who in (officer, lead):
        with pytest.raises(Refused):
            actions.replay_erasure(who, line)
        with pytest.raises(Refused):
            files.replay_purge(who, line)
    assert Case.objects.exists()


def test_what_was_asked_for_in_the_backup_is_answered(officer, lead, brought_back):
    case = closed_case(lead)
    waits = actions.ask_erasure(officer, case.reference, "error", "Made twice", today=TODAY)

    def other_way():
        actions.refuse_erasure(lead, waits.reference, "Not yet")
        erase_by_two(officer, lead, case.reference)

    brought_back(other_way)
    erasures.replay()
    waits.refresh_from_db()
    assert waits.answered_at and waits.erased_at is None and Erasure.objects.count() == 2


def test_one_that_fails_leaves_the_others_and_is_told(officer, lead, brought_back, monkeypatch):
    case, person = closed_case(lead), known.person(lead)

    def both():
        erase_by_two(officer, lead, case.reference)
        erase_by_two(officer, lead, person.reference)

    brought_back(both)
    real = actions.replay_erasure

    def stumble(by, line):
        if line.kind == "case":
            raise ValueError
        return real(by, line)

    monkeypatch.setattr(actions, "replay_erasure", stumble)
    found = erasures.replay()
    assert Case.objects.exists() and not Subject.objects.exists()
    assert "NOT erased again: " + case.reference in "\n".join(erasures.told(found))


def test_an_erasure_that_was_not_written_outside_is_found_and_written(officer, lead, home):
    done = erase_by_two(officer, lead, closed_case(lead).reference)
    assert any(done.reference in one for one in erasures.problems())
    assert erasures.keep_up() == 1 and erasures.keep_up() == 0
    assert erasures.problems() == []
    assert (home / erased.NAME).stat().st_mode & 0o077 == 0
    assert erasures.at_start() == erasures.Start((), may_open=True)


def test_people_are_let_in_all_the_same_only_by_who_governs_records_and_on_record(
    officer, lead, home
):
    (home / erased.NAME).write_text("nonsense\n")
    start = erasures.at_start()
    assert not start.may_open
    assert erasures.refused(erasures.Start((), may_open=True), "") == ""
    assert "Nobody has decided" in erasures.refused(start, " ")
    other = make.account(Role.COUNCILLOR)
    for email in ("nobody@example.org", other.email):
        assert "nobody who governs records" in erasures.refused(start, email)
    verb = "casefile.start_despite_erasures"
    assert not Entry.objects.filter(verb=verb).exists()
    assert erasures.refused(start, officer.user.email.upper()) == ""
    assert officer.user.reference in Entry.objects.get(verb=verb).detail
    with pytest.raises(Refused):
        actions.start_despite_erasures(officer, officer.user.email)


def a_line(number):
    moment = timezone.now().isoformat()
    return erased.Erased(
        f"ER-{number}", "case", f"CA-{number}", "over", "Over", "", "", moment, moment
    )


def test_a_register_that_was_changed_or_cut_inside_is_seen(home):
    path = home / erased.NAME
    erased.add(path, [a_line(1), a_line(2)])
    erased.add(path, [a_line(3), a_line(2), a_line(3)])
    assert [one.number for one in erased.read(path)] == [1, 2, 3] and erased.broken(path) == []
    lines = path.read_text().splitlines(keepends=True)
    path.write_text(lines[0] + lines[2])
    assert any("missing" in one for one in erased.broken(path))
    path.write_text("".join(lines).replace("CA-2", "CA-9"))
    assert any("line 2 was changed" in one for one in erasures.problems())
    path.write_text("nonsense\n")
    assert "can't be read" in erased.broken(path)[0] and "verify" in erasures.at_start().said[0]


def test_a_line_left_by_halves_is_cut_and_written_again(home):
    path = home / erased.NAME
    erased.add(path, [a_line(1), a_line(2)])
    path.write_bytes(path.read_bytes()[:-20])
    assert len(erased.read(path)) == 1
    erased.add(path, [replace(a_line(2), reason="“Über”")])
    erased.add(path, [a_line(3)])
    assert erased.broken(path) == [] and len(erased.read(path)) == 3


def test_two_registers_are_one_after_a_restore_and_a_broken_one_is_not_taken(home):
    here, other = home / erased.NAME, home / "copy.log"
    erased.add(here, [a_line(1), a_line(2)])
    erased.add(other, [a_line(1), a_line(3)])
    assert erasures.take_over(other) == 2
    assert [one.about for one in erased.read(here)] == ["CA-1", "CA-2", "CA-3"]
    assert erased.broken(here) == []
    other.write_text(other.read_text().replace("CA-3", "CA-4"))
    with pytest.raises(ValueError, match="was changed"):
        erasures.take_over(other)


def test_the_system_itself_finds_no_record_that_is_not_there():
    with pytest.raises(Refused):
        actions.replay_erasure(system("restore"), a_line(1))


def test_the_files_of_the_database_are_cleared_when_something_went_lately(home, monkeypatch):
    cleared = []
    monkeypatch.setattr(erasures, "_clear_out", lambda: cleared.append(1))
    now = timezone.now()
    assert erasures.clear_out_recent(now) == 0 and cleared == []
    erased.add(home / erased.NAME, [a_line(1)])
    assert erasures.clear_out_recent(now) == 1 and cleared == [1]
    assert erasures.clear_out_recent(now + dt.timedelta(days=3)) == 0
