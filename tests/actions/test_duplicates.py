"""The nightly look for records about one person: proposes, never merges, remembers decisions."""

import datetime as dt

import pytest

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.audit.actor import system
from joinedup.intelligence.actions import propose_duplicates
from joinedup.intelligence.duplicates import named, suggest
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
    assert suggest()
    assert list(tmp_path.iterdir()) == []


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
