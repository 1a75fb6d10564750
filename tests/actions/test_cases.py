"""Cases opened, worked on and handed over: done, refused, recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Involvement
from joinedup.access.permission import Refused, by_user, may_touch
from joinedup.access.problems import Problem
from joinedup.audit.models import Entry
from joinedup.cases import actions
from joinedup.cases.actions import NewCase, NewPerson
from joinedup.cases.choices import ItemState
from joinedup.cases.models import Case, Flag
from joinedup.clocks.choices import ClockKind, Outcome
from joinedup.clocks.models import Clock
from joinedup.notices.models import Notice
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import referrals

pytestmark = pytest.mark.django_db
TODAY = hand.TODAY
DAY = dt.timedelta(days=1)


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def case(manager):
    return hand.opened(manager)


def running(about):
    rows = Clock.objects.filter(about=about, outcome=Outcome.OPEN)
    return {one.kind: one for one in rows}


def test_an_open_case_has_a_lead_and_its_supervision_runs(manager, case):
    assert case.lead_agency == make.agency() and case.lead_person == manager.user.person
    clocks = running(case.reference)
    assert set(clocks) == {ClockKind.SUPERVISION, ClockKind.CASE_REVIEW}
    assert clocks[ClockKind.SUPERVISION].due_on == hand.OPENED + 28 * DAY
    verbs = Entry.objects.filter(chain=case.reference).values_list("verb", flat=True)
    assert "cases.open_case" in verbs


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"why": " "}, "why"), ({"people": []}, "name"), ({"route": "odd"}, "route")],
)
def test_a_case_needs_a_reason_a_person_and_a_route(manager, changes, field):
    whole = {
        "route": "none", "why": "x", "people": [NewPerson("Kay")],
        "lead_agency_id": make.agency().pk, "lead_person_id": manager.user.person_id,
    }  # fmt: skip
    with pytest.raises(Problem) as problem:
        actions.open_case(manager, NewCase(**{**whole, **changes}), today=TODAY)
    assert problem.value.field == field
    assert not Case.objects.exists()


def test_the_lead_person_works_for_the_lead_agency(manager, case):
    other = make.agency("Saltby County Council")
    with pytest.raises(Problem, match="another agency"):
        actions.set_route(
            manager, case.reference, "looked_after", other, manager.user.person, case.version
        )
    theirs = make.person("Sid Social", other)
    now = actions.set_route(manager, case.reference, "looked_after", other, theirs, case.version)
    assert (now.lead_agency, now.lead_person) == (other, theirs)
    with pytest.raises(Problem, match="meanwhile"):
        actions.set_route(manager, case.reference, "none", other, theirs, case.version)


def test_a_caseworker_works_only_on_their_own(manager, case):
    other = by_user(hand.worker())
    with pytest.raises(Refused):
        actions.write_note(other, case.reference, "note", "Hello", today=TODAY)
    mine = hand.opened(manager, other.user)
    assert actions.write_note(other, mine.reference, "note", "Hello", today=TODAY).pk


def test_a_note_needs_words_and_is_never_in_the_future(manager, case):
    with pytest.raises(Problem):
        actions.write_note(manager, case.reference, "note", " ", today=TODAY)
    with pytest.raises(Problem, match="still to come"):
        actions.write_note(manager, case.reference, "visit", "x", today=TODAY, on=TODAY + DAY)


def test_support_blocks_closing_until_it_is_there(manager, case):
    item = actions.add_item(
        manager, case.reference, "Counselling", "Willow service", TODAY + 30 * DAY,
        today=TODAY, is_support=True, is_waiting=True,
    )  # fmt: skip
    (clock,) = running(item.reference).values()
    assert clock.blocks_closing and item.state == ItemState.WAITING
    with pytest.raises(Problem, match="no longer needed"):
        actions.end_item(manager, case.reference, item.reference, "not_needed", today=TODAY)
    with pytest.raises(Problem, match="what came of it"):
        actions.end_item(manager, case.reference, item.reference, "done", today=TODAY)
    came = "Six hours with them since May"
    actions.end_item(manager, case.reference, item.reference, "done", came, today=TODAY)
    assert running(item.reference) == {}
    with pytest.raises(Problem, match="already"):
        actions.end_item(manager, case.reference, item.reference, "done", today=TODAY)


def test_a_step_of_the_plan_does_not_block(manager, case):
    item = actions.add_item(
        manager, case.reference, "Ring the school", "Cas", TODAY + DAY, today=TODAY
    )
    assert not running(item.reference)[ClockKind.DUE].blocks_closing


def test_supervision_ends_its_clock_and_starts_the_next(manager, case):
    hand.supervised(manager, case)
    clock = running(case.reference)[ClockKind.SUPERVISION]
    assert clock.due_on == TODAY + 28 * DAY
    last = Clock.objects.get(about=case.reference, outcome=Outcome.LATE)
    assert last.kind == ClockKind.SUPERVISION


def test_an_adult_is_overridden_only_on_a_ground(manager):
    case = hand.opened(manager, route="section_42", people=[NewPerson("Moira", "adult")])
    said = {"wants": "To be left alone", "capacity": "has", "agreement": "disagrees"}
    with pytest.raises(Problem, match="on what ground"):
        actions.record_wishes(manager, case.reference, today=TODAY, **said)
    actions.record_wishes(
        manager, case.reference, ground="A child lives there", today=TODAY, **said
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(override_ground="")


def test_the_housing_duty_is_checked_with_its_date(manager, case):
    now = actions.check_housing(manager, case.reference, "relief", today=TODAY)
    assert (now.housing_result, now.housing_on) == ("relief", TODAY)
    with pytest.raises(Problem):
        actions.check_housing(manager, case.reference, "odd", today=TODAY)


def test_social_care_decides_and_our_view_stands_beside(manager, case):
    theirs = make.agency("Saltby County Council")
    with pytest.raises(Problem, match="three tests"):
        actions.begin_enquiry(manager, case.reference, "section_42", theirs, today=TODAY)
    made = actions.begin_enquiry(
        manager, case.reference, "section_42", theirs, today=TODAY, views=("yes", "yes", "unsure")
    )
    with pytest.raises(Problem):
        actions.decide_enquiry(manager, case.reference, made.reference, "awaited", "x", today=TODAY)
    made = actions.decide_enquiry(
        manager, case.reference, made.reference, "not_met", "No care needs", today=TODAY
    )
    assert (made.owner, made.decision, made.cannot_protect) == (theirs, "not_met", "unsure")


def test_taking_a_warning_off_reaches_everybody_who_was_told(manager, case):
    theirs = referrals.county()
    flag = actions.set_flag(
        manager, case.reference, "Visit in twos", "A dog", TODAY + 30 * DAY, today=TODAY
    )
    basis = "basis.child_protection"
    actions.share_flag(manager, case.reference, flag.reference, theirs, basis, today=TODAY)
    with pytest.raises(Problem):
        actions.remove_flag(manager, case.reference, flag.reference, "", today=TODAY)
    actions.remove_flag(manager, case.reference, flag.reference, "The dog is gone", today=TODAY)
    mail = Notice.objects.get(about=flag.reference)
    assert mail.recipient == theirs.contact_email
    assert "Kay" not in mail.body and "dog" not in mail.body
    assert Flag.objects.get().shares.get().told_of_removal_on == TODAY


def test_a_case_handed_over_is_open_to_the_next_worker_only(manager):
    one, other = hand.worker("One"), hand.worker("Other")
    case = hand.opened(manager, one)
    with pytest.raises(Refused):
        actions.transfer(by_user(one), case.reference, other.person, "All of it", today=TODAY)
    with pytest.raises(Problem, match="must know"):
        actions.transfer(manager, case.reference, other.person, " ", today=TODAY)
    actions.transfer(manager, case.reference, other.person, "Trusts the school nurse", today=TODAY)
    by = by_user(other)
    assert actions.write_note(by, case.reference, "note", "Hello", today=TODAY)
    with pytest.raises(Refused):
        actions.write_note(by_user(one), case.reference, "note", "Hello", today=TODAY)
    works = Involvement.objects.get(guard=case.guard, person=one.person)
    assert works.to_on == TODAY - DAY


def test_nobody_with_a_conflict_touches_a_case(manager, case):
    Conflict.objects.create(guard=case.guard, person=manager.user.person, reason="Her aunt")
    with pytest.raises(Refused):
        actions.write_note(manager, case.reference, "note", "x", today=TODAY)


def test_people_without_casework_open_no_case():
    by = by_user(make.account(Role.COUNCILLOR, name="Cllr Cole"))
    with pytest.raises(Refused):
        hand.opened(by)
    assert may_touch(by.user, "read_cases", 1) is False


def test_a_case_is_handed_over_to_nobody_who_could_not_open_it(manager, case):
    partner = make.account(Role.PARTNER, name="Roza Partner", of=make.agency("Heron Lane"))
    for nobody in (partner.person, make.person("Nora No-Account")):
        with pytest.raises(Problem, match="no account here"):
            actions.transfer(manager, case.reference, nobody, "All of it", today=TODAY)
