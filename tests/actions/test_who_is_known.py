"""What each reader is told of who is already known."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from joinedup.access.actions.guards import note_conflict
from joinedup.access.choices import Role
from joinedup.access.models import Guard, Involvement
from joinedup.access.permission import Refused, by_user
from joinedup.audit.models import Entry
from joinedup.subjects.actions import add_known, add_subject
from joinedup.subjects.queries.known import hides_a_match, open_subject, who_is_known
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
AMIRA = Given(
    names=(GivenName("Amira", "", "Khan"),),
    born="2012-08-09",
    sex="f",
    addresses=(GivenAddress("12", "Mill Lane", "Marsby", "QB1 2AB"),),
    phones=("07700 900123",),
)


@pytest.fixture
def by():
    make.agency()
    return make.lead("Dara Duty")


@pytest.fixture
def amira(by):
    return add_subject(by, AMIRA, today=TODAY)


def asked(by, given=AMIRA):
    return who_is_known(by, given, today=TODAY)


def test_a_reader_is_told_who_is_known_and_why_and_the_look_up_is_recorded(by, amira):
    (found,) = asked(by).candidates
    assert (found.reference, found.label, found.band) == (amira.reference, "Amira Khan", "known")
    assert found.why["phone"] == "same" and "900123" not in str(found)
    assert Entry.objects.get(verb="subjects.look_up").by_ref == by.ref


def test_who_may_not_search_is_refused(amira):
    with pytest.raises(Refused):
        asked(by_user(make.account(Role.COUNCILLOR, name="Cleo Council")))


def test_a_match_that_may_not_be_opened_says_only_whom_to_speak_to(by, amira):
    desk = make.post("Duty manager")
    Involvement.objects.create(guard=amira.guard, post=desk, from_on=dt.date(2020, 1, 1))
    reader = by_user(make.account(Role.CASEWORKER, name="Cai Casework"))
    known = asked(reader)
    (found,) = known.candidates
    assert known.is_alert and found.is_restricted and found.speak_to == "Duty manager"
    assert (found.reference, found.label, found.band, found.why) == ("", "", "", {})
    with pytest.raises(Refused):
        open_subject(reader, amira.reference)


def test_a_sealed_match_is_restricted_even_for_the_lead(by, amira):
    Guard.objects.filter(pk=amira.guard_id).update(is_sealed=True)
    (found,) = asked(by).candidates
    assert found.is_restricted and "safeguarding lead" in found.speak_to


def test_a_reader_with_a_conflict_is_told_nothing_and_the_system_knows(by, amira):
    other = make.lead("Nia Neighbour")
    note_conflict(by, amira.guard.reference, other.user.person, "Lives next door")
    assert asked(other).is_new and not asked(other).is_alert
    assert hides_a_match(other.user, AMIRA, today=TODAY)
    assert not hides_a_match(by.user, AMIRA, today=TODAY)


def test_a_relative_that_may_not_be_opened_is_not_mentioned(by, amira):
    Guard.objects.filter(pk=amira.guard_id).update(is_sealed=True)
    twin = Given(**{**_fields(AMIRA), "names": (GivenName("Aisha", "", "Khan"),)})
    assert asked(by, twin).is_new


def _fields(given):
    return {name: getattr(given, name) for name in given.__dataclass_fields__}


def test_a_girl_called_k_in_a_ford_van_surfaces_against_two_other_reports(by):
    first = add_subject(
        by, Given(description="A girl called Kay got out of a Ford van"), today=TODAY
    )
    named = Given(names=(GivenName("Keira", "", "Marlow"),), sex="f", born="2011-02-03")
    second = add_subject(by, named, today=TODAY)
    add_known(by, second.reference, Given(places=(), vehicles=_van()))
    found = asked(by, Given(description="girl called K, Ford van"))
    assert {one.reference for one in found.candidates} == {first.reference, second.reference}
    assert {one.band for one in found.candidates} == {"possible"}
    assert asked(by, Given(description="boy called Jim, blue taxi")).is_new


def _van():
    from joinedup.subjects.rules.given import GivenVehicle

    return (GivenVehicle(words="white Ford van"),)


@pytest.mark.parametrize(
    "given",
    [
        Given(names=(GivenName("Amira"),)),
        Given(born="2012-08-09"),
        Given(addresses=(GivenAddress(postcode="QB1 2AB"),)),
    ],
)
def test_what_singles_nobody_out_is_not_called_new(by, amira, given):
    """A first name, a date or a postcode alone: nothing was looked up, and that is said."""
    known = asked(by, given)
    assert known.is_too_little and not known.candidates
    assert not Entry.objects.filter(verb="subjects.look_up").exists()


def test_ten_restricted_matches_ask_the_database_no_oftener_than_one(by, amira):
    with CaptureQueriesContext(connection) as one:
        asked(by_user(make.account(Role.CASEWORKER, name="Cai Casework")))
    for _ in range(9):
        add_subject(by, AMIRA, today=TODAY)
    reader = by_user(make.account(Role.CASEWORKER, name="Cy Casework"))
    with CaptureQueriesContext(connection) as ten:
        known = asked(reader)
    assert [found.is_restricted for found in known.candidates] == [True]
    assert len(ten) <= len(one)
