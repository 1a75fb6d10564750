"""Others around a case: who may be harmed too, who is told, who takes it over, who must not see it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.actions.guards import note_conflict
from joinedup.access.choices import May, Role
from joinedup.access.models import Conflict, Guard, Involvement
from joinedup.access.permission import Refused, by_user, visible
from joinedup.access.problems import Problem
from joinedup.access.shares import WHY_BESIDE
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.cases import actions
from joinedup.cases.actions import NewPerson
from joinedup.cases.models import (
    Case,
    CaseConcern,
    CaseSubject,
    FlagShare,
    FollowUp,
    Note,
    TransferOut,
)
from joinedup.cases.queries.facts import facts_of
from joinedup.cases.rules.closing import Asked, blocks
from joinedup.clocks.models import Clock
from joinedup.concerns.actions import stand_aside
from joinedup.notices.models import Notice
from joinedup.referrals.actions import decide_not_to_share, note_sharing
from joinedup.referrals.models import ShareDecision
from joinedup.subjects.models import Subject
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as front
from tests.factories import referrals
from tests.factories import subjects as known

pytestmark = pytest.mark.django_db
TODAY, DAY = hand.TODAY, dt.timedelta(days=1)
PROTECT = "basis.child_protection"


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def case(manager):
    return hand.ready(manager)


@pytest.fixture
def stranger(manager):
    """A caseworker of nobody's team."""
    return by_user(hand.worker("Far Away"))


def keeps_open(case, reason="safe", today=TODAY):
    return [one.code for one in blocks(facts_of(hand.again(case), today), reason, today)]


def verbs(about):
    return set(Entry.objects.filter(chain=about, kind="did").values_list("verb", flat=True))


def test_somebody_who_may_be_harmed_too_keeps_the_case_open_until_something_is_done(manager, case):
    made = actions.note_follow_up(manager, case.reference, "A girl called K", today=TODAY)
    assert keeps_open(case) == keeps_open(case, "died") == ["follow_up"]
    with pytest.raises(Problem, match="Write what was done"):
        actions.end_follow_up(manager, case.reference, made.reference, "nothing", " ", today=TODAY)
    with pytest.raises(Problem, match="reference of the concern"):
        actions.end_follow_up(
            manager, case.reference, made.reference, "concern", "Told the desk", "CO-1",
            today=TODAY,
        )  # fmt: skip
    made = actions.end_follow_up(
        manager, case.reference, made.reference, "contact", "Met her at school", today=TODAY
    )
    assert (made.ended, made.ended_on, keeps_open(case)) == ("contact", TODAY, [])
    assert {"cases.note_follow_up", "cases.end_follow_up"} <= verbs(case.reference)
    with pytest.raises(Problem, match="ended already"):
        actions.end_follow_up(
            manager, case.reference, made.reference, "contact", "Again", today=TODAY
        )


def test_a_follow_up_names_no_record_that_its_writer_may_not_see(manager, case):
    def end(row, ended, led_to):
        return actions.end_follow_up(
            manager, case.reference, row.reference, ended, "Done", led_to, today=TODAY
        )

    made = actions.note_follow_up(manager, case.reference, "K", today=TODAY)
    concern, sent = front.submitted(front.child()), referrals.drafted(referrals.worker())
    Guard.objects.filter(pk__in=[concern.guard_id, sent.guard_id]).update(is_sealed=True)
    for ended, reference in (("concern", concern.reference), ("referral", sent.reference)):
        with pytest.raises(Problem, match="Give the reference"):
            end(made, ended, reference)
    own = front.submitted(front.child(), by=manager)
    assert end(made, "concern", own.reference).led_to == own.reference


def test_the_database_refuses_a_follow_up_dropped_in_silence(manager, case):
    made = actions.note_follow_up(manager, case.reference, "K", today=TODAY)
    rows = FollowUp.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(ended="nothing", ended_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(ended="referral", ended_on=TODAY, ended_words="Sent")


def test_nobody_outside_the_case_follows_up_sends_or_tells(manager, case, stranger):
    made = actions.note_follow_up(manager, case.reference, "K", today=TODAY)
    out = hand.sent_outside(manager, case)
    row, today = case.reference, TODAY
    tries = [
        lambda: actions.note_follow_up(stranger, row, "K", today=today),
        lambda: actions.end_follow_up(stranger, row, made.reference, "contact", "x", today=today),
        lambda: hand.sent_outside(stranger, case),
        lambda: actions.accept_outside(
            stranger, row, out.reference, answered_by="x", letter="x", today=today),
        lambda: actions.end_outside(stranger, row, out.reference, "refused", "x", today=today),
        lambda: actions.tell_of_removal(stranger, row, 1, today=today),
        lambda: actions.sign_handover(stranger, row, 1, today=today),
        lambda: actions.chase_outside(stranger, today=today),
        lambda: note_sharing(stranger, case.guard, row, "x", "child", PROTECT, "", today=today),
    ]  # fmt: skip
    for one in tries:
        with pytest.raises(Refused):
            one()


def test_an_enquiry_that_is_not_decided_keeps_the_case_open(manager, case):
    theirs = make.agency("Carrow Social Care")
    made = actions.begin_enquiry(
        manager, case.reference, "section_47", theirs, today=TODAY, on=TODAY - 3 * DAY
    )
    assert made.begun_on == TODAY - 3 * DAY
    assert keeps_open(case) == keeps_open(case, "declines") == ["enquiry"]
    Clock.objects.filter(about=made.reference).delete()
    assert keeps_open(case) == ["enquiry"]
    for day in (TODAY + DAY, TODAY - 4 * DAY):
        with pytest.raises(Problem, match="This day"):
            actions.decide_enquiry(
                manager, case.reference, made.reference, "goes_on", "x", today=TODAY, on=day
            )
    actions.decide_enquiry(manager, case.reference, made.reference, "goes_on", "x", today=TODAY)
    assert keeps_open(case) == []
    with pytest.raises(Problem, match="recorded already"):
        actions.decide_enquiry(manager, case.reference, made.reference, "not_met", "x", today=TODAY)


def test_support_that_was_open_when_a_case_closed_keeps_it_open_when_it_comes_back(manager):
    case = hand.opened(manager)
    actions.add_item(
        manager, case.reference, "A place in the group", "Us", TODAY, today=TODAY, is_support=True
    )
    theirs = make.agency("Carrow Social Care")
    actions.begin_enquiry(manager, case.reference, "strategy", theirs, today=TODAY)
    waits = actions.ask_to_close(manager, case.reference, Asked("died", "Told so"), today=TODAY)
    second = hand.manager("Sec Ond")
    actions.countersign(second, case.reference, waits.pk, "Right", today=TODAY)
    assert not Clock.objects.filter(guard=case.guard, outcome="open").exists()
    actions.reopen(manager, case.reference, "It was somebody else", today=TODAY)
    assert sorted(keeps_open(case)) == ["enquiry", "supervision", "support"]


def test_a_warning_taken_off_reaches_those_without_an_address_through_us(manager, case):
    mailed, rung = make.agency("Rowan", contact_email="in@rowan.example"), make.agency("Elder")
    flag = actions.set_flag(
        manager, case.reference, "Visit in twos", "He threatens", TODAY + DAY, today=TODAY
    )
    for one in (mailed, rung):
        actions.share_flag(
            manager, case.reference, flag.reference, one, PROTECT, today=TODAY, reason="They visit"
        )
    assert list(
        ShareDecision.objects.filter(about=case.reference).values_list("receiver", "is_shared")
    ) == [("Rowan", True), ("Elder", True)]
    actions.remove_flag(manager, case.reference, flag.reference, "He moved", today=TODAY)
    assert Notice.objects.get(recipient="in@rowan.example").about == flag.reference
    assert keeps_open(case) == ["flag_off"]
    left = FlagShare.objects.get(told_of_removal_on=None)
    assert left.agency == rung
    actions.tell_of_removal(manager, case.reference, left.pk, today=TODAY)
    assert keeps_open(case) == []
    with pytest.raises(Refused):
        actions.tell_of_removal(manager, case.reference, left.pk, today=TODAY)


def test_a_warning_is_shared_only_on_a_basis_that_holds_for_the_age(manager, case):
    rowan = make.agency("Rowan")
    flag = actions.set_flag(manager, case.reference, "x", "y", TODAY + DAY, today=TODAY)
    for basis in ("", "basis.adult_at_risk"):
        with pytest.raises(Problem, match="legal basis"):
            actions.share_flag(manager, case.reference, flag.reference, rowan, basis, today=TODAY)
    assert not FlagShare.objects.exists()


def test_a_child_without_agreement_is_never_a_ground_for_not_sharing(manager, case):
    given = (manager, case.guard, case.reference, referrals.CHILDREN, "child")
    with pytest.raises(Problem):
        decide_not_to_share(*given, "basis.adult_declined", "They said no", today=TODAY)
    made = decide_not_to_share(*given, "basis.known_already", "They have it", today=TODAY)
    assert not made.is_shared


def test_a_case_sent_outside_stays_ours_until_they_accept_in_writing(manager, case):
    out = hand.sent_outside(manager, case)
    assert keeps_open(case) == ["transfer_out"]
    with pytest.raises(Problem, match="waits for an answer"):
        hand.sent_outside(manager, case)
    with pytest.raises(Problem, match="which letter"):
        actions.accept_outside(
            manager, case.reference, out.reference, answered_by="Ola", letter=" ", today=TODAY
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        TransferOut.objects.filter(pk=out.pk).update(state="accepted", answered_on=TODAY)
    actions.end_outside(
        manager, case.reference, out.reference, "refused", "Not their area", today=TODAY
    )
    assert keeps_open(case) == []
    with pytest.raises(Problem, match="written acceptance"):
        actions.ask_to_close(manager, case.reference, Asked("accepted", "x"), today=TODAY)
    hand.accepted_outside(manager, case)
    assert actions.ask_to_close(manager, case.reference, Asked("accepted", "x"), today=TODAY)


def test_an_acceptance_of_an_earlier_time_does_not_close_a_case_that_came_back(manager):
    case = hand.ready(manager)
    hand.accepted_outside(manager, case, TODAY - DAY)
    waits = actions.ask_to_close(manager, case.reference, Asked("accepted", "x"), today=TODAY)
    actions.countersign(hand.manager("Sec"), case.reference, waits.pk, "Right", today=TODAY)
    actions.reopen(manager, case.reference, "Back here", today=TODAY)
    with pytest.raises(Problem, match="written acceptance"):
        actions.ask_to_close(manager, case.reference, Asked("accepted", "x"), today=TODAY)


@pytest.mark.parametrize("empty", ["body", "person", "contact", "words", "proof"])
def test_a_case_goes_outside_only_to_a_named_person_with_proof(manager, case, empty):
    with pytest.raises(Problem) as refused:
        hand.sent_outside(manager, case, **{empty: " "})
    assert refused.value.field == empty


def test_an_authority_that_is_silent_is_chased_and_again_after_five_working_days(manager, case):
    out = hand.sent_outside(manager, case)
    daily = system("daily")
    assert actions.chase_outside(daily, today=out.accept_by) == 0
    late = out.accept_by + DAY
    assert [actions.chase_outside(daily, today=late) for _ in range(2)] == [1, 0]
    assert actions.chase_outside(daily, today=late + 9 * DAY) == 1
    mail = Notice.objects.filter(recipient="ola@saltby.example").first()
    assert out.reference in mail.body and "Kay" not in mail.body + mail.subject


def test_a_case_takes_over_who_must_not_see_the_concern_it_came_from(manager, case):
    accused = hand.worker("Acc Used")
    guard = referrals.guard()
    Conflict.objects.create(guard=guard, person=accused.person, reason="Named in it")
    duty = referrals.worker(Role.SAFEGUARDING_LEAD)
    actions.link_concern(duty, case.reference, guard.about, guard, today=TODAY)
    Involvement.objects.create(guard=case.guard, person=accused.person, from_on=TODAY)
    assert not visible(accused, May.READ_CASES, Case.objects.filter(pk=case.pk)).exists()
    with pytest.raises(Problem, match="conflict of interest"):
        actions.transfer(manager, case.reference, accused.person, "All", today=TODAY)


def test_a_sealed_concern_makes_a_sealed_case(manager, case):
    guard = referrals.guard()
    Guard.objects.filter(pk=guard.pk).update(is_sealed=True)
    Involvement.objects.create(guard=guard, person=manager.user.person, from_on=TODAY)
    guard.refresh_from_db()
    actions.link_concern(manager, case.reference, guard.about, guard, today=TODAY)
    assert Guard.objects.get(pk=case.guard_id).is_sealed
    other = hand.manager("Oth Er")
    assert not visible(other.user, May.READ_CASES, Case.objects.filter(pk=case.pk)).exists()


def test_a_conflict_about_a_case_closes_the_person_and_what_else_is_about_them(manager):
    person = known.person(manager)
    case = known.with_case(manager, person)
    guard = Subject.objects.get(pk=person.pk).guard
    owner = by_user(make.account(Role.INFORMATION_GOVERNANCE))
    cousin = hand.worker("Cou Sin")
    note_conflict(owner, case.guard.reference, cousin.person, "Her cousin")
    closed = set(Conflict.objects.filter(person=cousin.person).values_list("guard_id", flat=True))
    assert {case.guard_id, guard.pk} <= closed
    there = Conflict.objects.get(guard=guard, person=cousin.person)
    assert there.reason == WHY_BESIDE
    assert "access.note_conflict" in verbs(guard.reference)


def test_what_is_said_when_standing_aside_stays_on_that_record(manager, case):
    desk, concern = front.duty(), front.submitted(front.child())
    CaseConcern.objects.create(
        case=case, concern=concern.reference, guard=concern.guard,
        decided_on=TODAY, decided_by=manager.user,
    )  # fmt: skip
    stand_aside(desk, concern.reference, "Her sister")
    rows = Conflict.objects.filter(person=desk.user.person)
    assert rows.get(guard=concern.guard).reason == "Her sister"
    assert rows.get(guard=case.guard).reason == WHY_BESIDE
    assert "access.note_conflict" in verbs(case.guard.reference)


def test_signs_of_exploitation_in_a_concern_ask_for_an_exit_assessment(manager, case):
    types = ("concern.county_lines", "concern.domestic_abuse")
    concern = front.submitted(front.child(), types=types)
    lead = referrals.worker(Role.SAFEGUARDING_LEAD)
    actions.link_concern(lead, case.reference, concern.reference, concern.guard, today=TODAY)
    case = hand.again(case)
    assert (case.has_exploitation, case.is_domestic_abuse) == (True, True)
    assert "exit" in keeps_open(case)
    assert Note.objects.filter(case=case, words__contains=concern.reference).exists()


def test_a_birthday_that_only_the_record_knows_counts_for_turning_18(manager):
    person = known.person(manager)
    Subject.objects.filter(pk=person.pk).update(born_on=dt.date(2008, 9, 1))
    case = hand.ready(manager, people=[NewPerson("Jo", "child", subject=person.reference)])
    assert keeps_open(case) == ["transition"]


def test_an_unborn_child_in_a_case_has_no_birthday(manager, case):
    wrong = [NewPerson("Baby", "unborn", dt.date(2012, 1, 1))]
    with pytest.raises(Problem, match="not born yet"):
        hand.opened(manager, people=wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseSubject.objects.filter(case=case).update(age="unborn")


def test_wishes_that_change_stay_as_they_were_said(manager, case):
    given = {"capacity": "has", "agreement": "agrees", "today": TODAY}
    for words in ("I want to go home", "I want to stay with my aunt"):
        actions.record_wishes(manager, case.reference, wants=words, **given)
    said = list(Note.objects.filter(case=case, kind="views").values_list("words", flat=True))
    assert said == ["I want to go home", "I want to stay with my aunt"]
    with pytest.raises(Problem, match="what ground"):
        actions.record_wishes(
            manager, case.reference, wants="No", capacity="has", agreement="disagrees", today=TODAY
        )


def test_the_next_worker_signs_that_they_have_read_the_handover(manager, case):
    after = hand.worker("Aft Er")
    actions.transfer(manager, case.reference, after.person, "She trusts nobody yet", today=TODAY)
    row = case.transfers.get()
    clock = Clock.objects.get(about=case.reference, kind="handover", outcome="open")
    assert clock.owes_person == after.person
    with pytest.raises(Problem, match="Only whoever takes"):
        actions.sign_handover(manager, case.reference, row.pk, today=TODAY)
    row = actions.sign_handover(by_user(after), case.reference, row.pk, today=TODAY)
    assert row.read_by == after
    assert not Clock.objects.filter(kind="handover", outcome="open").exists()
    with pytest.raises(Problem, match="signed already"):
        actions.sign_handover(by_user(after), case.reference, row.pk, today=TODAY)
    assert "cases.sign_handover" in verbs(case.reference)
