"""The nightly look for records about one person: proposes, never merges, remembers decisions."""

import argparse
import datetime as dt
import fcntl
import stat

import pytest

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.audit.actor import system
from joinedup.config.commands import people
from joinedup.intelligence import duplicates
from joinedup.intelligence.actions import propose_duplicates
from joinedup.intelligence.duplicates import LooksAlready, named, suggest
from joinedup.intelligence.linkage import laid_out
from joinedup.subjects.actions import add_subject, decide
from joinedup.subjects.choices import Verdict
from joinedup.subjects.models import Link, NightRun, Proposal
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)


def person(by, forename, born, **more):
    given = Given(
        names=(GivenName(forename, "", "Quillfeather"),),
        born=born,
        addresses=(GivenAddress("12", "Mill Lane", "Marsby", "QB1 2AB"),),
        **more,
    )
    return add_subject(by, given, today=TODAY)


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    """Each of these looks in a folder of its own: two looks of one folder wait for each other."""
    settings.HOME = tmp_path


@pytest.fixture
def by():
    make.agency()
    return make.lead("Dara Duty")


@pytest.fixture
def family(by):
    """Twins, their mother, and one of the twins entered again with a slip."""
    return [
        person(by, "Amira", "2012-08-09"),
        person(by, "Aisha", "2012-08-09"),
        person(by, "Salma", "1984-01-30"),
        person(by, "Amria", "2012-08-09"),
    ]


def test_a_record_entered_twice_is_put_forward_and_a_twin_is_not(family):
    run = propose_duplicates(system("daily"), suggest(), 0.1)
    (found,) = Proposal.objects.all()
    assert (found.first, found.second) == (family[0], family[3])
    assert run.proposed == 1 and not Link.objects.exists()
    pairs = {(one["record_id"], one["other_id"]): one["band"] for one in named(suggest())}
    assert pairs[(family[0].reference, family[3].reference)] == "possible"
    assert {band for pair, band in pairs.items() if family[1].reference in pair} <= {"relative"}


def test_what_was_decided_is_not_asked_again(by, family):
    propose_duplicates(system("daily"), suggest(), 0.1)
    decide(by, Proposal.objects.get().reference, Verdict.NOT_SAME, "Cousins")
    assert propose_duplicates(system("daily"), suggest(), 0.1).proposed == 0


def test_far_more_pairs_than_last_time_stop_the_run(family, monkeypatch):
    monkeypatch.setattr("joinedup.intelligence.actions.ALLOWED", 0)
    propose_duplicates(system("daily"), suggest(), 0.1)
    Proposal.objects.all().delete()
    NightRun.objects.update(pairs=0)
    run = propose_duplicates(system("daily"), suggest(), 0.1)
    assert run.stopped_because and not Proposal.objects.exists()


def test_only_the_system_and_those_who_link_look_through_the_register(by):
    with pytest.raises(Refused):
        propose_duplicates(by_user(make.account(Role.COUNCILLOR, name="Cleo Council")), [], 0.1)


def test_the_look_through_the_register_says_how_far_it_is_and_writes_nothing(family):
    told = []
    assert suggest(tell=told.append)
    assert any("compared with each other" in words for words in told)
    assert not Proposal.objects.exists() and not NightRun.objects.exists()


def test_the_look_leaves_nothing_in_the_data_folder_not_even_what_a_killed_one_left(
    family, settings, tmp_path
):
    settings.HOME = tmp_path
    (tmp_path / "linkage-killed").mkdir()
    (tmp_path / "linkage-killed" / "register.duckdb").write_text("people")
    seen = []
    assert suggest(tell=lambda words: seen.extend(tmp_path.glob("linkage-*")))
    assert [one.name for one in tmp_path.iterdir()] == ["linkage.lock"]
    assert seen and not seen[0].exists()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_the_folder_of_a_look_is_open_to_one_account_and_goes_however_it_ends(
    family, settings, tmp_path, stop
):
    settings.HOME = tmp_path
    rights = []

    def stopped(words):
        rights.extend(stat.S_IMODE(one.stat().st_mode) for one in tmp_path.glob("linkage-*"))
        raise stop

    with pytest.raises(stop):
        suggest(tell=stopped)
    assert rights == [0o700]
    assert [one.name for one in tmp_path.iterdir()] == ["linkage.lock"]


def test_a_second_look_waits_its_turn_and_clears_nothing_of_the_first(
    family, settings, tmp_path, monkeypatch, capsys
):
    settings.HOME, tried = tmp_path, []

    def second(words):
        if not list(tmp_path.glob("linkage-*")):
            return
        tried.append(words)
        with pytest.raises(LooksAlready, match="Another look for duplicates is going on"):
            suggest()
        assert list(tmp_path.glob("linkage-*/register.duckdb"))

    assert suggest(tell=second) and tried
    monkeypatch.setattr(people, "_ready", lambda: None)
    with (tmp_path / "linkage.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert people._duplicates(argparse.Namespace(json=True)) == 1
    assert "Wait until it ends" in capsys.readouterr().err
    monkeypatch.setattr(duplicates, "pairs", _stopped)
    assert people._duplicates(argparse.Namespace(json=True)) == 130


def _stopped(*_):
    raise KeyboardInterrupt


def test_what_very_many_share_brings_nobody_together_by_itself(tmp_path):
    """The first of January of those whose birthday nobody knows, the number of a switchboard."""
    rows = [
        (number, None, None, None, "20000101", None, None, None, None, "+441632960001", None)
        for number in range(600)
    ]
    rows += [(600 + n, "amira", "khan", "amira", "20120809", *[None] * 4, "+447700900123", None)
             for n in range(2)]  # fmt: skip
    with laid_out(rows, tmp_path) as table:
        left = table.connection.execute("SELECT unique_id, day, line FROM records").fetchall()
    assert {row[1:] for row in left if row[0] < 600} == {(None, None)}
    assert {row[1:] for row in left if row[0] >= 600} == {("20120809", "+447700900123")}
