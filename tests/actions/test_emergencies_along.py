"""What opens along with a record in an emergency: what nobody can act without, and nothing more."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access.actions import emergencies as emergency
from joinedup.access.choices import May, Role
from joinedup.access.models import BreakGlass, Conflict, Guard
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.access.queries.emergencies import emergency_record
from joinedup.audit.models import Entry
from joinedup.casefile.queries.chronology import chronology_to
from joinedup.casefile.queries.person import person_view
from joinedup.casefile.rules.events import Wanted
from joinedup.cases import actions as casework
from joinedup.cases.actions import NewPerson
from joinedup.cases.queries.one import case_to, case_view
from joinedup.concerns.queries.one import concern_to
from joinedup.notices.models import Notice
from joinedup.referrals.queries.one import referral_to
from joinedup.subjects.actions import add_subject
from joinedup.subjects.rules.given import Given, GivenName
from tests.actions.governance_cases import SITE, WHY, fresh
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories import referrals

pytestmark = pytest.mark.django_db
NED = Given(names=(GivenName("Ned", "", "Oakes"),), born="3 February 1980")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def family(today):
    """A sealed case about somebody with a record, with a concern and a referral; and another case
    and concern about the same person."""
    dot, own = worry.duty(), hand.worker("Own Worker")
    subject = add_subject(dot, NED, today=today)
    people = [NewPerson("Ned Oakes", "adult", None, subject.reference)]
    case = hand.opened(dot, who=own, people=people, on=today)
    other = hand.opened(dot, who=own, people=people, on=today)
    concern = worry.submitted(worry.adult())
    casework.link_concern(dot, case.reference, concern.reference, concern.guard, today=today)
    row = referrals.sent(dot, case.guard, today=today)
    Guard.objects.filter(pk__in=[case.guard_id, other.guard_id]).update(
        is_sealed=True, sealed_at=timezone.now()
    )
    return case, other, subject, concern, row


@pytest.fixture
def stranger(family):
    return by_user(hand.worker("Stella Stranger"))


def opens(act):
    try:
        act()
    except Refused:
        return False
    return True


def test_an_emergency_at_a_case_opens_the_person_the_concerns_and_the_referrals(
    family, stranger, today
):
    case, other, subject, concern, row = family
    ways = (
        lambda by: case_to(by, case.reference),
        lambda by: person_view(by, subject.reference, today),
        lambda by: concern_to(by, concern.reference, May.READ_CASES),
        lambda by: referral_to(by, row.reference),
    )
    assert not any(opens(lambda way=way: way(fresh(stranger))) for way in ways)
    made = emergency.break_glass(stranger, case.reference, WHY, SITE)
    by = fresh(stranger)
    told = chronology_to(by, subject.reference, Wanted(), today)
    assert {case.reference, concern.reference} <= {one.root for one in told.events}
    assert all(opens(lambda way=way: way(by)) for way in ways)
    assert [one.reference for one in case_view(by.user, case, today).referrals] == [row.reference]
    assert {one.expires_at for one in made} == {made[0].expires_at}
    assert not opens(lambda: case_to(by, other.reference))
    BreakGlass.objects.update(expires_at=timezone.now())
    assert not any(opens(lambda way=way: way(fresh(stranger))) for way in ways)


def test_a_conflict_of_interest_stays_closed_in_an_emergency(family, stranger, today):
    case, _, subject, *_ = family
    guard = subject.guard
    Conflict.objects.create(guard=guard, person=stranger.user.person, reason="Her uncle")
    emergency.break_glass(stranger, case.reference, WHY, SITE)
    assert not opens(lambda: person_view(fresh(stranger), subject.reference, today))
    assert not BreakGlass.objects.filter(guard=guard).exists()


def test_everybody_concerned_is_told_once_and_each_guard_is_on_record(family, stranger):
    case, _, subject, concern, _ = family
    lead = make.account(Role.SAFEGUARDING_LEAD, name="Lea Lead")
    made = emergency.break_glass(stranger, case.reference, WHY, SITE)
    assert {one.guard.about for one in made} == {
        case.reference, subject.reference, concern.reference
    }  # fmt: skip
    assert Notice.objects.filter(recipient=lead.email).count() == 1
    chains = set(Entry.objects.filter(verb="emergency.begin").values_list("chain", flat=True))
    assert chains == {case.reference, subject.reference, concern.reference}


def test_one_review_covers_all_that_was_opened_and_shows_what_was_looked_at(
    family, stranger, today, client
):
    case, _, subject, *_ = family
    officer = by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))
    first, *along = emergency.break_glass(stranger, case.reference, WHY, SITE)
    person_view(fresh(stranger), subject.reference, today)
    seen = emergency_record(officer, first.reference)
    assert {one.pk for one in seen.along} == {one.pk for one in along}
    assert subject.reference in {one.about for one in seen.opened}
    with pytest.raises(Refused):
        emergency.review_emergency(officer, along[0].reference, "Right")
    client.force_login(officer.user)
    where = reverse("emergency", args=[first.reference])
    text = client.get(where).content.decode()
    assert "What was opened in that time" in text and subject.reference in text
    emergency.review_emergency(officer, first.reference, "Right: there was a risk.")
    assert not BreakGlass.objects.filter(reviewed_at__isnull=True).exists()
    with pytest.raises(Problem, match="already"):
        emergency.review_emergency(officer, first.reference, "Again")


def test_an_emergency_ended_early_closes_what_opened_along(family, stranger, today):
    case, _, subject, *_ = family
    officer = by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))
    first, *_ = emergency.break_glass(stranger, case.reference, WHY, SITE)
    emergency.end_emergency(officer, first.reference)
    assert not opens(lambda: person_view(fresh(stranger), subject.reference, today))


def test_a_reviewer_with_a_conflict_about_a_part_does_not_meet_the_emergency(family, stranger):
    case, _, subject, *_ = family
    officer = by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))
    first, *_ = emergency.break_glass(stranger, case.reference, WHY, SITE)
    Conflict.objects.create(guard=subject.guard, person=officer.user.person, reason="Her uncle")
    with pytest.raises(Refused):
        emergency_record(fresh(officer), first.reference)
    with pytest.raises(Refused):
        emergency.review_emergency(fresh(officer), first.reference, "Right")
