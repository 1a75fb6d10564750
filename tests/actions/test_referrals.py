"""Referrals drafted, sent, answered and kept back: done, refused, recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import May, Role
from joinedup.access.models import Conflict, Guard, Involvement
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem, Stale
from joinedup.audit.models import Entry
from joinedup.clocks.choices import ClockKind, Outcome
from joinedup.clocks.models import Clock
from joinedup.referrals import actions
from joinedup.referrals.actions import NewReferral
from joinedup.referrals.choices import ADULTS, CHILDREN, COPY_TEAM, POLICE, State
from joinedup.referrals.models import Referral, SeniorAlert, ShareDecision
from joinedup.referrals.rules.sharing import Sending
from tests.factories import assurance as make
from tests.factories import referrals as hand

pytestmark = pytest.mark.django_db
TODAY = hand.TODAY
DAY = dt.timedelta(days=1)


@pytest.fixture
def duty():
    return hand.worker()


@pytest.fixture
def guard():
    return hand.guard()


@pytest.fixture
def stranger():
    return by_user(make.account(Role.COUNCILLOR, name="Sol Stranger"))


def running(row):
    rows = Clock.objects.filter(about=row.reference, outcome=Outcome.OPEN)
    return {one.kind: one for one in rows}


def verbs(row):
    return list(Entry.objects.filter(chain=row.reference).values_list("verb", flat=True))


def test_a_drafted_referral_is_not_sent_and_starts_no_clock(duty, guard):
    row = hand.drafted(duty, guard)
    assert (row.state, row.about, row.channel) == (State.DRAFTED, guard.about, "portal")
    assert running(row) == {}
    assert verbs(row) == ["referrals.refer"]


def test_a_sent_referral_waits_for_its_answer_and_stops_closing(duty, guard):
    row = hand.sent(duty, guard)
    clocks = running(row)
    assert clocks[ClockKind.DECISION].due_on == TODAY + DAY
    assert clocks[ClockKind.DECISION].blocks_closing and clocks[ClockKind.DECISION].guard == guard
    assert not clocks[ClockKind.ACKNOWLEDGE].blocks_closing
    assert clocks[ClockKind.DECISION].owes_agency == hand.county()
    assert row.sent_by == duty.user
    share = ShareDecision.objects.get(referral=row)
    assert (share.is_shared, share.basis, len(share.basis_hash)) == (
        True, "basis.child_protection", 64,
    )  # fmt: skip
    assert verbs(row)[:2] == ["referrals.refer", "clocks.start"]
    assert verbs(row)[-1] == "referrals.send"


def test_triage_may_refer_with_its_own_right(duty, guard):
    new = NewReferral(CHILDREN, "child")
    row = actions.refer(duty, guard, guard.about, new, May.TRIAGE, today=TODAY)
    assert actions.send(duty, row.reference, hand.SAID, May.TRIAGE, today=TODAY).state == "sent"


def test_nobody_without_the_right_refers(stranger, guard):
    with pytest.raises(Refused):
        hand.drafted(stranger, guard)
    assert not Referral.objects.exists()


def test_nobody_with_a_conflict_refers(duty, guard):
    Conflict.objects.create(guard=guard, person=duty.user.person, reason="Her uncle")
    with pytest.raises(Refused):
        hand.drafted(duty, guard)


def test_a_caseworker_refers_only_about_what_they_work_on(guard):
    by = hand.worker(Role.CASEWORKER, "Cas Worker")
    with pytest.raises(Refused):
        hand.drafted(by, guard)
    Involvement.objects.create(guard=guard, person=by.user.person, from_on=make.LONG_AGO)
    assert hand.sent(by, guard).state == State.SENT


def test_the_exploitation_team_gets_a_copy_and_never_the_referral(duty, guard):
    with pytest.raises(Problem, match="copy, never the referral"):
        hand.drafted(duty, guard, receiver=COPY_TEAM)
    first = hand.drafted(duty, guard)
    copy = hand.drafted(duty, guard, receiver=COPY_TEAM, copy_of=first.reference)
    said = Sending(
        "secure_mail", "basis.child_protection", "told", agreed="no", proof="team@example.org"
    )
    with pytest.raises(Problem, match="Send the referral itself first"):
        actions.send(duty, copy.reference, said, today=TODAY)
    actions.send(duty, first.reference, hand.SAID, today=TODAY)
    copy = actions.send(duty, copy.reference, said, today=TODAY)
    assert (copy.state, copy.primary_receiver, running(copy)) == (State.SENT, CHILDREN, {})


def test_a_referral_to_the_police_is_not_copied_in_place_of_social_care(duty, guard):
    first = hand.drafted(duty, guard, receiver=POLICE)
    with pytest.raises(Problem, match="children’s social care"):
        hand.drafted(duty, guard, receiver=COPY_TEAM, copy_of=first.reference)


def test_a_copy_of_another_records_referral_is_refused(duty, guard):
    other = hand.drafted(duty)
    with pytest.raises(Problem, match="Choose the referral"):
        hand.drafted(duty, guard, receiver=COPY_TEAM, copy_of=other.reference)


@pytest.mark.parametrize(
    "wrong",
    [
        {"receiver": COPY_TEAM},
        {"receiver": COPY_TEAM, "primary_receiver": CHILDREN},
        {"primary_receiver": CHILDREN},
        {"state": State.SENT},
        {"state": State.ENDED},
        {"result": "strategy"},
        {"result_on": TODAY},
        {"state": State.DECLINED},
        {"told": "not_told"},
        {"state": State.KEPT_BACK},
    ],
)
def test_the_database_itself_refuses_what_may_never_be(duty, guard, wrong):
    row = hand.drafted(duty, guard)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=row.pk).update(**wrong)


def test_the_database_refuses_a_childs_copy_of_another_referral_than_social_cares(duty, guard):
    first = hand.drafted(duty, guard)
    copy = hand.drafted(duty, guard, receiver=COPY_TEAM, copy_of=first.reference)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=copy.pk).update(primary_receiver=POLICE)


def test_the_database_refuses_an_adult_overridden_without_a_ground(duty, guard):
    said = Sending("portal", "basis.adult_at_risk", "told", agreed="no", ground="A child is there")
    row = hand.sent(duty, guard, said, receiver=ADULTS, age="adult")
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=row.pk).update(ground="")


def test_a_telephoned_referral_says_to_whom(duty, guard):
    row = hand.drafted(duty, guard)
    with pytest.raises(Problem) as problem:
        actions.send(
            duty, row.reference, Sending("telephone", "basis.vital", "told", "yes"), today=TODAY
        )
    assert problem.value.field == "proof"
    assert hand.again(row).state == State.DRAFTED


def test_a_draft_is_amended_until_it_is_sent_and_a_stale_save_shows_both(duty, guard):
    row = hand.drafted(duty, guard)
    row = actions.amend(duty, row.reference, {"worry": "Two men, one van"}, row.version)
    with pytest.raises(Stale):
        actions.amend(duty, row.reference, {"worry": "Other"}, row.version - 1)
    actions.send(duty, row.reference, hand.SAID, today=TODAY)
    with pytest.raises(Problem, match="was sent"):
        actions.amend(duty, row.reference, {"worry": "Other"}, row.version + 1)
    assert hand.again(row).parts["worry"] == "Two men, one van"


def test_nothing_is_sent_twice(duty, guard):
    row = hand.sent(duty, guard)
    with pytest.raises(Problem, match="already"):
        actions.send(duty, row.reference, hand.SAID, today=TODAY)


def test_an_acknowledged_referral_still_waits_for_the_decision(duty, guard):
    row = hand.sent(duty, guard)
    row = actions.acknowledge(duty, row.reference, today=TODAY, their_reference="CSC/77")
    assert (row.state, row.their_reference) == (State.ACKNOWLEDGED, "CSC/77")
    assert set(running(row)) == {ClockKind.DECISION}


def test_an_accepted_referral_stays_open_until_its_outcome_is_known(duty, guard):
    row = hand.sent(duty, guard)
    row = actions.accept(duty, row.reference, today=TODAY)
    (clock,) = running(row).values()
    assert (clock.kind, clock.blocks_closing) == (ClockKind.RESULT, True)
    row = actions.record_result(duty, row.reference, "strategy", today=TODAY)
    assert (row.state, row.result_on, running(row)) == (State.ENDED, TODAY, {})


def test_an_answer_that_came_late_is_kept_as_late(duty, guard):
    row = hand.sent(duty, guard)
    actions.accept(duty, row.reference, today=TODAY + 5 * DAY)
    clock = Clock.objects.get(about=row.reference, kind=ClockKind.DECISION)
    assert clock.outcome == Outcome.LATE


@pytest.mark.parametrize("on", [TODAY + DAY, TODAY - 400 * DAY])
def test_an_answer_is_neither_before_the_sending_nor_in_the_future(duty, guard, on):
    row = hand.sent(duty, guard)
    with pytest.raises(Problem):
        actions.accept(duty, row.reference, on=on, today=TODAY)


def test_an_outcome_that_this_receiver_cannot_have_is_refused(duty, guard):
    row = hand.sent(duty, guard)
    with pytest.raises(Problem, match="Choose what came"):
        actions.record_result(duty, row.reference, "heard", today=TODAY)
    with pytest.raises(Problem, match="no further action"):
        actions.record_result(duty, row.reference, "no_further", today=TODAY)


def test_a_refusal_leaves_a_clock_until_it_is_challenged_or_let_stand(duty, guard):
    row = hand.declined(duty, guard, signs=False)
    (clock,) = running(row).values()
    assert (clock.kind, clock.blocks_closing, clock.owes_person) == (
        ClockKind.CHALLENGE, True, duty.user.person,
    )  # fmt: skip
    with pytest.raises(Problem, match="why the refusal"):
        actions.let_stand(duty, row.reference, " ", today=TODAY)
    with pytest.raises(Problem, match="whole sentence"):
        actions.let_stand(duty, row.reference, "x", today=TODAY)
    actions.let_stand(duty, row.reference, "They opened a case of their own", today=TODAY)
    assert running(row) == {}


def test_a_refusal_needs_their_reason(duty, guard):
    row = hand.sent(duty, guard)
    with pytest.raises(Problem) as problem:
        actions.decline(duty, row.reference, "", today=TODAY)
    assert problem.value.field == "reason"


def test_a_refused_child_reaches_the_named_senior_who_gives_a_receipt(duty, guard):
    senior = make.account(Role.CASE_MANAGER, name="Des Lead")
    make.post("Designated Safeguarding Lead", holder=senior.person)
    row = hand.declined(duty, guard)
    alert = SeniorAlert.objects.get(subject=row.reference)
    assert alert.post.title == "Designated Safeguarding Lead"
    with pytest.raises(Refused):
        actions.read_alert(duty, alert.reference, today=TODAY)
    by = by_user(senior)
    alert = actions.read_alert(by, alert.reference, today=TODAY)
    assert alert.read_by == senior and alert.read_at is not None
    with pytest.raises(Problem, match="already"):
        actions.read_alert(by, alert.reference, today=TODAY)
    assert not Clock.objects.filter(about=alert.reference, outcome=Outcome.OPEN).exists()


def test_one_trigger_is_put_before_a_senior_once(duty, guard):
    for _ in range(2):
        actions.tell_senior(
            duty, guard, guard.about, "trigger.last_stage", today=TODAY, subject="RC-1"
        )
    assert SeniorAlert.objects.count() == 1


def test_keeping_back_is_a_decision_with_its_ground(duty, guard):
    row = hand.drafted(duty, guard, signs=False)
    with pytest.raises(Problem, match="under 18"):
        actions.keep_back(duty, row.reference, "basis.adult_declined", "She said no", today=TODAY)
    row = actions.keep_back(
        duty, row.reference, "basis.known_already", "They sent it to us", today=TODAY
    )
    assert row.state == State.KEPT_BACK
    share = ShareDecision.objects.get(referral=row)
    assert (share.is_shared, share.reason) == (False, "They sent it to us")


def test_a_decision_not_to_share_is_kept_without_a_draft(duty, guard):
    made = actions.decide_not_to_share(
        duty, guard, guard.about, POLICE, "adult", "basis.adult_declined",
        "She can decide and is not under pressure", today=TODAY,
    )  # fmt: skip
    assert made.is_shared is False
    with pytest.raises(Problem):
        actions.decide_not_to_share(
            duty, guard, guard.about, POLICE, "child", "basis.adult_declined", "No", today=TODAY
        )


def test_the_database_refuses_agreement_as_ground_for_a_child(duty, guard):
    with pytest.raises(IntegrityError), transaction.atomic():
        ShareDecision.objects.create(
            guard=guard, about=guard.about, is_shared=False, receiver=POLICE, age="child",
            basis="basis.adult_declined", basis_hash="", reason="x", by_ref="x",
            at="2026-06-15T10:00Z",
        )  # fmt: skip


DEEDS = {
    "amend": lambda by, row: actions.amend(by, row.reference, {}, row.version),
    "send": lambda by, row: actions.send(by, row.reference, hand.SAID, today=TODAY),
    "keep_back": lambda by, row: actions.keep_back(
        by, row.reference, "basis.not_needed", "x", today=TODAY
    ),
    "acknowledge": lambda by, row: actions.acknowledge(by, row.reference, today=TODAY),
    "accept": lambda by, row: actions.accept(by, row.reference, today=TODAY),
    "decline": lambda by, row: actions.decline(by, row.reference, "x", today=TODAY),
    "let_stand": lambda by, row: actions.let_stand(by, row.reference, "x", today=TODAY),
    "record_result": lambda by, row: actions.record_result(
        by, row.reference, "strategy", today=TODAY
    ),
    "challenge": lambda by, row: actions.challenge(by, row.reference, today=TODAY),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_is_done_by_somebody_else_or_to_a_sealed_record(duty, guard, stranger, deed):
    row = hand.drafted(duty, guard)
    with pytest.raises(Refused):
        DEEDS[deed](stranger, row)
    Guard.objects.filter(pk=guard.pk).update(is_sealed=True)
    with pytest.raises(Refused):
        DEEDS[deed](duty, row)
    assert hand.again(row).version == row.version
