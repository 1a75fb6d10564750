"""A child is seen in whatever role, and by what the record they are tied to says."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.problems import Problem
from joinedup.concerns import actions
from joinedup.concerns.choices import Ending, PersonRole, Receiver
from joinedup.concerns.queries.one import concern_shown, concern_to
from joinedup.concerns.rules.new import NewPerson
from joinedup.referrals.choices import AgeGroup
from joinedup.referrals.rules.sharing import Sending
from joinedup.subjects.actions import add_subject
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db

EXPLOITED = ("concern.sexual_exploitation",)
TOLD = Sending(channel="portal", basis="basis.legal_duty", told="told", agreed="yes")


@pytest.fixture
def dot():
    return worry.duty()


@pytest.fixture
def today():
    return timezone.localdate()


def decided(by, concern, ending=Ending.ONWARD):
    version = worry.now(concern.reference).version
    return actions.decide(by, concern.reference, ending, "Because", version=version)


def recorded(by, today, **given):
    name = GivenName("Kayleigh", "", "Arkwright")
    return add_subject(by, Given(names=(name,), **given), today=today, may="triage")


def tied(by, today, told="20", **given):
    concern = worry.taken(worry.child(told, name="Kayleigh Arkwright"), by=by, types=EXPLOITED)
    person = concern.people.get()
    actions.link_person(by, concern.reference, person.pk, recorded(by, today, **given).reference)
    return worry.now(concern.reference)


@pytest.mark.parametrize("words", ["nearly 18", "says she is 19", "18 in May"])
def test_an_exploited_child_whose_age_is_told_in_everyday_words_reaches_social_care(dot, words):
    concern = worry.taken(worry.child(words), by=dot, types=EXPLOITED)
    worry.sent(dot, concern, Receiver.POLICE)
    with pytest.raises(Problem, match="children’s social care"):
        decided(dot, concern)
    worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    assert decided(dot, concern).state == "awaiting"


def test_sexual_activity_of_somebody_nearly_13_is_never_ended_unsent(dot):
    concern = worry.taken(worry.child("nearly 13"), by=dot, types=("concern.sexual_activity",))
    with pytest.raises(Problem, match="13"):
        decided(dot, concern, Ending.NO_ACTION)


@pytest.mark.parametrize("role", [PersonRole.OF_CONCERN, PersonRole.OTHER, PersonRole.PARENT])
@pytest.mark.parametrize("age", ["15", "nearly 18"])
def test_a_child_in_any_role_is_seen_beside_an_exploited_adult(dot, role, age):
    beside = NewPerson(role, name="Kit", age_words=age)
    concern = worry.taken(worry.adult("43"), beside, by=dot, types=("concern.cuckooing",))
    worry.sent(dot, concern, Receiver.ADULTS, said=TOLD)
    with pytest.raises(Problem, match="children’s social care"):
        decided(dot, concern)
    worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    assert decided(dot, concern).state == "awaiting"


def test_a_person_of_concern_whose_age_nobody_told_makes_no_child_of_them(dot):
    beside = worry.suspect("Man in the van")
    concern = worry.taken(worry.adult("43"), beside, by=dot, types=("concern.cuckooing",))
    worry.sent(dot, concern, Receiver.ADULTS, said=TOLD)
    assert decided(dot, concern).state == "awaiting"


def test_the_birthday_of_the_record_counts_and_a_contradiction_stays_open(dot, today):
    concern = tied(dot, today, born="3 May 2012")
    person = concern.people.get()
    assert (person.youngest, person.oldest) == (14, 20)
    assert concern.age_group == AgeGroup.UNKNOWN
    shown = concern_shown(concern_to(dot, concern.reference), dot.user, today)
    assert person.pk in shown.other_ages
    worry.sent(dot, concern, Receiver.POLICE)
    with pytest.raises(Problem, match="children’s social care"):
        decided(dot, concern)


@pytest.mark.parametrize(
    ("told", "given", "group"),
    [
        ("", {"born": "3 May 2012"}, AgeGroup.CHILD),
        ("", {"born": "2012"}, AgeGroup.CHILD),
        ("", {"age": "14"}, AgeGroup.CHILD),
        ("teenager", {"born": "3 May 2012"}, AgeGroup.CHILD),
        ("20", {"born": "2012"}, AgeGroup.UNKNOWN),
        ("", {"born": "3 May 1980"}, AgeGroup.ADULT),
        ("14", {"born": "3 May 1980"}, AgeGroup.UNKNOWN),
    ],
)
def test_whatever_the_record_tells_of_an_age_is_read(dot, today, told, given, group):
    concern = tied(dot, today, told, **given)
    assert concern.age_group == group
    assert concern.people.get().age_group == group


def test_an_age_that_only_the_record_told_is_open_again_once_untied(dot, today):
    concern = tied(dot, today, "20", born="3 May 2012")
    actions.not_known_yet(dot, concern.reference, concern.people.get().pk, "Another Kayleigh")
    assert worry.now(concern.reference).age_group == AgeGroup.ADULT


def test_a_record_that_shows_a_child_opens_a_decided_concern_to_no_short_cut(dot, today):
    child = recorded(dot, today, born="3 May 2012")
    concern = worry.taken(worry.child("20"), by=dot, types=EXPLOITED)
    worry.sent(dot, concern, Receiver.POLICE, said=TOLD)
    decided(dot, concern)
    with pytest.raises(Problem, match="later information"):
        actions.link_person(dot, concern.reference, concern.people.get().pk, child.reference)


def test_a_birthday_in_a_record_grows_with_the_years(dot, today):
    concern = tied(dot, today, "", born="3 May 2012")
    person = concern.people.get()
    years = today.year - 2012 - (today < dt.date(today.year, 5, 3))
    assert (person.youngest, person.oldest) == (years, years)
