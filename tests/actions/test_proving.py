"""Evidence that runs out, impact judged by another, dates a body approves, plans put to a body."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions
from joinedup.assurance.actions.dates import Decision
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.choices import (
    Claim,
    DatesBy,
    EvidenceKind,
    ProposalState,
    Verdict,
    VersionState,
)
from joinedup.assurance.models import Action, Evidence, Plan, PlanVersion, ProposedDate, Update
from joinedup.assurance.rules.approval import changed_since, content_hash
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.frozen import content_of
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.clocks.models import Clock
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = dt.timedelta(days=1)
LATER = dt.date(2027, 1, 10)


@pytest.fixture
def lead():
    return made.lead("Ada")


@pytest.fixture
def plan(lead):
    return made.plan(lead)


@pytest.fixture
def action(lead, plan):
    return made.added(lead, plan)


@pytest.fixture
def auditor():
    return by_user(made.account(Role.AUDITOR, name="Otis"))


def note(words="Minutes of the board", on=TODAY, **given):
    return NewEvidence(EvidenceKind.NOTE, on, words, **given)


# evidence that runs out


def test_what_rested_on_evidence_that_ran_out_is_asked_about_once(lead, plan):
    duty = made.added(lead, plan, recurrence="monthly", due_on=TODAY)
    actions.meet_occurrence(lead, duty.reference, TODAY, today=TODAY)
    actions.add_evidence(lead, duty.reference, note(expires_on=TODAY + 9 * DAY), today=TODAY)
    daily = system("daily")
    assert actions.ask_for_all_that_ran_out(daily, today=TODAY + 9 * DAY) == 0
    assert actions.ask_for_all_that_ran_out(daily, today=TODAY + 10 * DAY) == 1
    assert actions.ask_for_all_that_ran_out(daily, today=TODAY + 11 * DAY) == 0
    row = made.now(duty)
    assert row.is_asked
    last = Update.objects.filter(action=duty).order_by("number").last()
    assert (last.kind, last.by_kind) == ("ran_out", "system")
    assert "ran out on 24 June 2026" in last.words
    later = TODAY + 12 * DAY
    actions.add_evidence(lead, duty.reference, note(on=later), today=later)
    assert made.now(duty).is_asked is False
    assert actions.ask_for_all_that_ran_out(daily, today=later) == 0


def test_a_clock_runs_to_the_day_on_which_evidence_runs_out(lead, action):
    actions.declare_complete(lead, action.reference, today=TODAY)
    actions.add_evidence(lead, action.reference, note(expires_on=TODAY + 9 * DAY), today=TODAY)
    clock = Clock.objects.get(about=action.reference, kind="evidence")
    assert (clock.due_on, clock.outcome) == (TODAY + 9 * DAY, "open")
    actions.add_evidence(lead, action.reference, note(expires_on=TODAY + 99 * DAY), today=TODAY)
    clock.refresh_from_db()
    assert clock.outcome == "kept"
    actions.reopen(lead, action.reference, "Not done", today=TODAY)
    assert set(
        Clock.objects.filter(about=action.reference, kind="evidence").values_list(
            "outcome", flat=True
        )
    ) == {"kept", "cancelled"}


def test_only_who_edits_plans_asks_again_and_only_for_what_ran_out(lead, action, auditor):
    with pytest.raises(Refused):
        actions.ask_again(auditor, action.reference, today=TODAY)
    with pytest.raises(Problem, match="has not run out"):
        actions.ask_again(lead, action.reference, today=TODAY)
    assert Update.objects.filter(action=action, kind="ran_out").count() == 0


def test_evidence_of_a_difference_does_not_answer_the_demand_for_what_was_done(lead, action):
    actions.declare_complete(lead, action.reference, today=TODAY)
    actions.ask_for_evidence(lead, action.reference, today=TODAY)
    actions.add_evidence(lead, action.reference, note(claim=Claim.DIFFERENCE), today=TODAY)
    assert made.now(action).is_asked
    actions.add_evidence(lead, action.reference, note(), today=TODAY)
    assert not made.now(action).is_asked


# embedded


def impact(lead, action, on=LATER):
    actions.declare_complete(lead, action.reference, today=TODAY)
    return actions.add_evidence(
        lead, action.reference, note("Audit of files", on, claim=Claim.DIFFERENCE), today=on
    )


def test_a_later_difference_judged_by_somebody_else_embeds(lead, action, auditor):
    piece = impact(lead, action)
    actions.judge_evidence(
        auditor, piece.reference, "Nine of ten files", today=LATER, verdict=Verdict.SHOWS
    )
    row = made.now(action)
    assert row.embedded_on == LATER
    last = Update.objects.filter(action=action).order_by("number").last()
    assert (last.kind, last.words) == ("judged", "It shows it. Nine of ten files")
    actions.withdraw_evidence(lead, piece.reference, "Wrong files", today=LATER)
    assert made.now(action).embedded_on is None


def test_a_difference_too_soon_after_does_not_embed(lead, action, auditor):
    piece = impact(lead, action, TODAY + 30 * DAY)
    actions.judge_evidence(auditor, piece.reference, "Too soon", today=LATER, verdict=Verdict.SHOWS)
    assert made.now(action).embedded_on is None
    assert Evidence.objects.get(pk=piece.pk).verdict == "shows"


def test_neither_the_owner_nor_who_added_it_judges(lead, plan):
    owner = made.account(Role.SAFEGUARDING_LEAD, name="Olu")
    row = made.owned(lead, plan, owner.person)
    piece = impact(lead, row)
    for by in (lead, by_user(owner)):
        with pytest.raises(Problem, match="other than the owner"):
            actions.judge_evidence(by, piece.reference, "Fine", today=LATER, verdict="shows")
    assert made.now(row).embedded_on is None


def test_the_database_refuses_a_judge_who_added_it_and_embedded_that_is_not_done(lead, action):
    piece = impact(lead, action)
    for wrong in (
        lambda: Evidence.objects.filter(pk=piece.pk).update(judged_by=lead.user),
        lambda: Action.objects.filter(pk=action.pk).update(
            embedded_on=LATER, status="in_progress", declared_on=None
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


def test_an_unknown_verdict_is_refused(lead, action, auditor):
    piece = impact(lead, action)
    with pytest.raises(Problem, match="Choose whether"):
        actions.judge_evidence(auditor, piece.reference, "Hm", today=LATER, verdict="perhaps")


# new dates


NEW = TODAY + 60 * DAY


@pytest.fixture
def strict(lead):
    plan = made.plan(lead, "Plan of the committee")
    Plan.objects.filter(pk=plan.pk).update(dates_by=DatesBy.BODY)
    return plan


@pytest.fixture
def due(lead, strict):
    return made.added(lead, strict, due_on=TODAY + 5 * DAY)


def test_where_a_body_approves_dates_none_moves_without_it(lead, due):
    with pytest.raises(Problem, match="a meeting decides on new dates"):
        actions.set_new_date(
            lead, due.reference, NEW, today=TODAY, reason="Late", approved_by="Ann Lee"
        )
    proposal = actions.propose_date(lead, due.reference, NEW, "No trainer", today=TODAY)
    assert made.now(due).due_on == TODAY + 5 * DAY
    meeting = TODAY + 3 * DAY
    with pytest.raises(Problem, match="Give its minute"):
        actions.approve_date(
            lead, proposal.reference, Decision("Committee", meeting), today=meeting
        )
    said = Decision("Scrutiny Committee", meeting, "Minute 14")
    actions.approve_date(lead, proposal.reference, said, today=meeting)
    row = made.now(due)
    assert (row.due_on, row.first_due_on, row.times_moved) == (NEW, TODAY + 5 * DAY, 1)
    last = Update.objects.filter(action=due).order_by("number").last()
    assert (last.kind, last.approved_by, last.minute, last.reason) == (
        "new_date", "Scrutiny Committee", "Minute 14", "No trainer",
    )  # fmt: skip
    assert last.proposed_id == proposal.pk
    with pytest.raises(Problem, match="already been decided"):
        actions.approve_date(lead, proposal.reference, said, today=meeting)


def test_a_date_that_is_not_approved_leaves_the_old_one_with_the_reason(lead, due):
    proposal = actions.propose_date(lead, due.reference, NEW, "No trainer", today=TODAY)
    with pytest.raises(Problem, match="why the date stays"):
        actions.refuse_date(
            lead, proposal.reference, Decision("Committee", TODAY, "3"), today=TODAY
        )
    said = Decision("Committee", TODAY, "Minute 3", "Hire one")
    actions.refuse_date(lead, proposal.reference, said, today=TODAY)
    row = made.now(due)
    assert (row.due_on, row.times_moved) == (TODAY + 5 * DAY, 0)
    assert ProposedDate.objects.get().state == ProposalState.REFUSED
    actions.propose_date(lead, due.reference, NEW, "Again", today=TODAY)


@pytest.mark.parametrize(
    ("on", "reason", "words"),
    [
        (TODAY - DAY, "Late", "already passed"),
        (NEW, " ", "Say why"),
        (TODAY + 5 * DAY, "x", "already has"),
    ],
)
def test_a_date_put_forward_needs_a_coming_day_and_a_reason(lead, due, on, reason, words):
    with pytest.raises(Problem, match=words):
        actions.propose_date(lead, due.reference, on, reason, today=TODAY)
    assert ProposedDate.objects.count() == 0


def test_one_date_waits_at_a_time_and_may_be_taken_back(lead, due):
    first = actions.propose_date(lead, due.reference, NEW, "Late", today=TODAY)
    with pytest.raises(Problem, match="Another date waits"):
        actions.propose_date(lead, due.reference, NEW + DAY, "Later", today=TODAY)
    actions.take_back_date(lead, first.reference, today=TODAY)
    assert ProposedDate.objects.get().state == ProposalState.TAKEN_BACK
    actions.propose_date(lead, due.reference, NEW + DAY, "Later", today=TODAY)


def test_nobody_approves_a_date_of_their_own_without_a_meeting(lead, plan):
    row = made.added(lead, plan, due_on=TODAY)
    proposal = actions.propose_date(lead, row.reference, NEW, "Late", today=TODAY)
    with pytest.raises(Problem, match="Somebody other than the owner"):
        actions.approve_date(lead, proposal.reference, Decision("Ada", TODAY), today=TODAY)
    other = made.lead("Bea")
    actions.approve_date(other, proposal.reference, Decision("Bea", TODAY), today=TODAY)
    assert made.now(row).due_on == NEW


def test_those_who_may_not_edit_plans_do_not_decide_on_dates(lead, due, auditor):
    proposal = actions.propose_date(lead, due.reference, NEW, "Late", today=TODAY)
    said = Decision("Committee", TODAY, "Minute 1", "No")
    for deed in (actions.approve_date, actions.refuse_date):
        with pytest.raises(Refused):
            deed(auditor, proposal.reference, said, today=TODAY)
    with pytest.raises(Refused):
        actions.take_back_date(auditor, proposal.reference, today=TODAY)
    with pytest.raises(Refused):
        actions.propose_date(auditor, due.reference, NEW, "Late", today=TODAY)
    with pytest.raises(Refused):
        actions.approve_date(lead, "ND-2026-0000000", said, today=TODAY)


def test_the_database_refuses_a_second_date_that_waits(lead, due):
    actions.propose_date(lead, due.reference, NEW, "Late", today=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProposedDate.objects.create(
            action=due, due_on=NEW, reason="x", proposed_by=lead.user, proposed_on=TODAY
        )


# plans put to a body


def test_a_plan_is_approved_only_by_a_decision_with_its_minute(lead, plan, action):
    version = actions.submit_plan(lead, plan.reference, "Scrutiny Committee", today=TODAY)
    assert version.state == VersionState.SUBMITTED
    with pytest.raises(Problem, match="Give the minute"):
        actions.approve_version(lead, version.reference, TODAY, " ", today=TODAY)
    actions.consider_version(lead, version.reference, TODAY, "Minute 4", "Deferred", today=TODAY)
    actions.approve_version(lead, version.reference, TODAY + DAY, "Minute 9", today=TODAY + DAY)
    kept = PlanVersion.objects.get()
    assert (kept.state, kept.minute, kept.considered_minute) == ("approved", "Minute 9", "Minute 4")
    with pytest.raises(Problem, match="already been decided"):
        actions.send_back_version(lead, version.reference, TODAY, "More", today=TODAY + DAY)
    verbs = set(Entry.objects.filter(chain=plan.reference).values_list("verb", flat=True))
    assert {
        "assurance.submit_plan",
        "assurance.version_considered",
        "assurance.version_approved",
    } <= verbs


def test_what_was_put_to_the_body_stays_as_it_was(lead, plan, action):
    version = actions.submit_plan(lead, plan.reference, "Board", today=TODAY)
    actions.approve_version(lead, version.reference, TODAY, "Minute 9", today=TODAY)
    actions.edit_action(
        lead, action.reference, action.version, {"title": "Rewrite it"}, today=TODAY
    )
    made.added(lead, plan, "One more")
    kept = PlanVersion.objects.get()
    assert [one["title"] for one in kept.content["rows"]] == ["Review the policy"]
    assert kept.content_hash == content_hash(kept.content)
    changes = changed_since(kept.content, content_of(plan))
    assert [(one.title, one.is_new) for one in changes] == [
        ("Rewrite it", False),
        ("One more", True),
    ]


def test_a_plan_is_sent_back_with_what_to_change_and_may_come_again(lead, plan, action):
    version = actions.submit_plan(lead, plan.reference, "Board", today=TODAY)
    with pytest.raises(Problem, match="Another version waits"):
        actions.submit_plan(lead, plan.reference, "Board", today=TODAY)
    with pytest.raises(Problem, match="what the body wants changed"):
        actions.send_back_version(lead, version.reference, TODAY, "", today=TODAY)
    actions.send_back_version(lead, version.reference, TODAY, "Name the owners", today=TODAY)
    again = actions.submit_plan(lead, plan.reference, "Board", today=TODAY)
    assert again.number == 2
    with pytest.raises(Problem, match="why the plan is taken back"):
        actions.take_back_version(lead, again.reference, "", today=TODAY)
    actions.take_back_version(lead, again.reference, "Not ready", today=TODAY)
    assert PlanVersion.objects.filter(state__in=["submitted", "considered"]).count() == 0


@pytest.mark.parametrize("on", [TODAY - DAY, TODAY + 3 * DAY])
def test_a_body_decides_neither_before_it_had_the_plan_nor_tomorrow(lead, plan, action, on):
    version = actions.submit_plan(lead, plan.reference, "Board", today=TODAY)
    for deed, words in (
        (actions.approve_version, "Minute 1"),
        (actions.consider_version, "Minute 1"),
        (actions.send_back_version, "Change"),
    ):
        with pytest.raises(Problem, match=r"was put to the body on|still to come"):
            deed(lead, version.reference, on, words, today=TODAY + DAY)


def test_an_empty_plan_an_ended_one_and_no_body_are_refused(lead, plan):
    with pytest.raises(Problem, match="no actions yet"):
        actions.submit_plan(lead, plan.reference, "Board", today=TODAY)
    with pytest.raises(Problem, match="Say which body"):
        actions.submit_plan(lead, plan.reference, " ", today=TODAY)
    actions.end_plan(lead, plan.reference, TODAY, "Over")
    with pytest.raises(Problem, match="has ended"):
        actions.submit_plan(lead, plan.reference, "Board", today=TODAY)


def test_those_who_may_not_edit_plans_put_none_to_a_body(lead, plan, action, auditor):
    with pytest.raises(Refused):
        actions.submit_plan(auditor, plan.reference, "Board", today=TODAY)
    version = actions.submit_plan(lead, plan.reference, "Board", today=TODAY)
    for deed in (actions.approve_version, actions.consider_version, actions.send_back_version):
        with pytest.raises(Refused):
            deed(auditor, version.reference, TODAY, "Words", today=TODAY)
    with pytest.raises(Refused):
        actions.take_back_version(auditor, version.reference, "Words", today=TODAY)
    assert PlanVersion.objects.get().state == VersionState.SUBMITTED


def test_the_database_knows_no_approval_without_day_and_minute(lead, plan, action):
    version = actions.submit_plan(lead, plan.reference, "Board", today=TODAY)
    rows = PlanVersion.objects.filter(pk=version.pk)
    for wrong in (
        {"state": "approved"},
        {"state": "approved", "decided_on": TODAY},
        {"state": "sent_back", "decided_on": TODAY},
        {"state": "approved", "decided_on": TODAY - DAY, "minute": "1"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
