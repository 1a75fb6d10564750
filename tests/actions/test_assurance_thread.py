"""Updates, dates, completion, agreement: done, refused, recorded, rolled back."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions
from joinedup.assurance.choices import Agreement, Proof, Status
from joinedup.assurance.models import Action, Update
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.rules.standing import standing_words
from joinedup.assurance.writing.columns import DERIVED, folded_state, plain_columns, updates_of
from joinedup.assurance.writing.thread import Behalf
from joinedup.audit.models import Entry
from joinedup.clocks.models import Clock
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = dt.timedelta(days=1)


def columns_equal_fold(action):
    row = made.now(action)
    state = folded_state(updates_of(row))
    wanted = plain_columns(state)
    assert {name: getattr(row, name) for name in wanted} == wanted
    assert set(DERIVED) <= set(wanted)
    assert row.agency.reference == state.agency
    assert (row.section.title if row.section else "") == state.section
    current = row.owners.filter(to_on__isnull=True).order_by("position")
    assert [one.printed for one in current] == [one.printed for one in state.owners]


def verbs(action):
    return list(Entry.objects.filter(chain=action.reference).values_list("verb", flat=True))


@pytest.fixture
def lead():
    return made.lead("Ada")


@pytest.fixture
def action(lead):
    return made.added(lead, made.plan(lead), due_on=TODAY + 30 * DAY, code="A2")


def test_an_update_is_kept_with_its_words_and_recorded(lead, action):
    actions.add_update(lead, action.reference, "Draft is out", today=TODAY, status="in_progress")
    row = made.now(action)
    assert (row.status, row.latest, row.updated_on) == ("in_progress", "Draft is out", TODAY)
    assert verbs(action).count("assurance.status") == 1
    last = Update.objects.filter(action=action).latest("number")
    assert last.changes["status"] == ["not_started", "in_progress"]
    columns_equal_fold(action)


def test_an_update_may_be_recorded_for_another(lead, action):
    behalf = Behalf(by="Phil", on=TODAY - DAY, how="By telephone")
    update = actions.add_update(lead, action.reference, "Nearly there", today=TODAY, behalf=behalf)
    assert (update.said_by, update.said_on, update.said_how) == (
        "Phil",
        TODAY - DAY,
        "By telephone",
    )
    assert update.by_user == lead.user


def test_an_owner_updates_their_own_action_and_no_other(lead):
    plan = made.plan(lead)
    owner = made.account(Role.ACTION_OWNER)
    mine = made.owned(lead, plan, owner.person)
    other = made.added(lead, plan)
    actions.add_update(by_user(owner), mine.reference, "Going well", today=TODAY)
    with pytest.raises(Refused):
        actions.add_update(by_user(owner), other.reference, "Mine?", today=TODAY)
    assert made.now(other).latest == ""


def test_the_holder_of_a_post_updates_what_the_post_owns(lead):
    holder = made.account(Role.ACTION_OWNER)
    action = made.owned(lead, made.plan(lead), made.post("Head of Housing", holder.person))
    actions.add_update(by_user(holder), action.reference, "Done half", today=TODAY)
    assert made.now(action).latest == "Done half"


@pytest.mark.parametrize("role", [Role.COUNCILLOR, Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR])
def test_those_who_only_read_are_refused_and_nothing_changes(action, role):
    reader = by_user(made.account(role))
    before = Update.objects.count()
    for attempt in (
        lambda: actions.add_update(reader, action.reference, "x", today=TODAY),
        lambda: actions.declare_complete(reader, action.reference, today=TODAY),
        lambda: actions.set_new_date(
            reader, action.reference, TODAY, today=TODAY, reason="x", approved_by="y"
        ),
        lambda: actions.agree(reader, action.reference, today=TODAY),
        lambda: actions.reopen(reader, action.reference, "x", today=TODAY),
        lambda: actions.meet_occurrence(reader, action.reference, TODAY, today=TODAY),
    ):
        with pytest.raises(Refused):
            attempt()
    assert Update.objects.count() == before


def test_an_empty_update_is_refused_with_a_sentence(lead, action):
    with pytest.raises(Problem, match="Write how it stands"):
        actions.add_update(lead, action.reference, "  ", today=TODAY)


def test_the_future_cannot_be_recorded(lead, action):
    with pytest.raises(Problem, match="future"):
        actions.add_update(lead, action.reference, "Soon", today=TODAY, effective_on=TODAY + DAY)


def test_what_is_written_late_does_not_undo_what_was_said_of_a_later_day(lead, action):
    actions.declare_complete(lead, action.reference, today=TODAY)
    actions.add_update(
        lead,
        action.reference,
        "Had begun",
        today=TODAY,
        status="in_progress",
        effective_on=TODAY - 5 * DAY,
    )
    assert made.now(action).status == Status.COMPLETE
    columns_equal_fold(action)


def test_a_declared_completion_says_that_nothing_shows_it(lead, action):
    actions.declare_complete(lead, action.reference, "All done", today=TODAY)
    row = made.now(action)
    assert (row.status, row.proof) == (Status.COMPLETE, Proof.DECLARED)
    assert standing_words(row, TODAY) == "Declared complete on 15 June 2026, not evidenced"
    assert Clock.objects.get(about=action.reference).outcome == "kept"
    columns_equal_fold(action)


def test_a_recurring_duty_is_never_complete(lead):
    duty = made.added(lead, made.plan(lead), recurrence="monthly", start_on=TODAY)
    with pytest.raises(Problem, match="never complete"):
        actions.declare_complete(lead, duty.reference, today=TODAY)
    with pytest.raises(DatabaseError), transaction.atomic():
        Action.objects.filter(pk=duty.pk).update(status="complete", declared_on=TODAY)


def test_meeting_july_leaves_august_open(lead):
    july, august = dt.date(2026, 7, 31), dt.date(2026, 8, 31)
    duty = made.added(lead, made.plan(lead), recurrence="monthly", start_on=july)
    actions.meet_occurrence(lead, duty.reference, july, today=july)
    row = made.now(duty)
    assert (row.status, row.last_met_on, row.next_on) == ("in_force", july, august)
    clocks = Clock.objects.filter(about=duty.reference).order_by("due_on")
    assert [(one.due_on, one.outcome) for one in clocks] == [(july, "kept"), (august, "open")]
    assert "last met on 31 July 2026" in standing_words(row, july)
    columns_equal_fold(duty)


def test_a_duty_met_late_is_kept_late_and_keeps_its_calendar(lead):
    july = dt.date(2026, 7, 31)
    duty = made.added(lead, made.plan(lead), recurrence="monthly", start_on=july)
    actions.meet_occurrence(lead, duty.reference, july + 5 * DAY, today=july + 5 * DAY)
    assert made.now(duty).next_on == dt.date(2026, 8, 31)
    assert Clock.objects.get(about=duty.reference, due_on=july).outcome == "late"


def test_a_new_date_keeps_the_first_and_says_who_approved_it(lead, action):
    first, new = TODAY + 30 * DAY, TODAY + 60 * DAY
    update = actions.set_new_date(
        lead,
        action.reference,
        new,
        today=TODAY,
        reason="Waiting for the partner",
        approved_by="Leadership team",
    )
    row = made.now(action)
    assert (row.due_on, row.first_due_on, row.times_moved) == (new, first, 1)
    assert (update.reason, update.approved_by) == ("Waiting for the partner", "Leadership team")
    outcomes = dict(Clock.objects.filter(about=action.reference).values_list("due_on", "outcome"))
    assert outcomes == {first: "cancelled", new: "open"}
    columns_equal_fold(action)


def test_the_first_date_of_an_action_without_one_is_no_move(lead):
    action = actions.add_action(lead, made.plan(lead).reference, "Look at it", today=TODAY)
    told = {"reason": "It had none", "approved_by": "Board"}
    actions.set_new_date(lead, action.reference, TODAY + DAY, today=TODAY, **told)
    row = made.now(action)
    assert (row.due_on, row.first_due_on, row.times_moved) == (TODAY + DAY, TODAY + DAY, 0)


@pytest.mark.parametrize("given", [{"reason": " "}, {"approved_by": ""}])
def test_a_new_date_needs_reason_and_approver(lead, action, given):
    whole = {"reason": "Why", "approved_by": "Who", **given}
    with pytest.raises(Problem) as caught:
        actions.set_new_date(lead, action.reference, TODAY, today=TODAY, **whole)
    assert caught.value.field == next(iter(given))
    assert made.now(action).times_moved == 0


def test_reopening_needs_a_reason_and_starts_the_clock_again(lead, action):
    actions.declare_complete(lead, action.reference, today=TODAY)
    with pytest.raises(Problem):
        actions.reopen(lead, action.reference, "", today=TODAY)
    actions.reopen(lead, action.reference, "It was not done", today=TODAY)
    row = made.now(action)
    assert (row.status, row.declared_on, row.proof) == ("in_progress", None, "none")
    assert Clock.objects.filter(about=action.reference, outcome="open").count() == 1
    columns_equal_fold(action)


def test_somebody_else_has_to_agree(lead, action):
    actions.declare_complete(lead, action.reference, today=TODAY)
    with pytest.raises(Problem, match="Somebody other"):
        actions.agree(lead, action.reference, today=TODAY)
    other = made.lead("Bo")
    actions.agree(other, action.reference, "Seen it", today=TODAY)
    assert made.now(action).proof == Proof.AGREED
    assert "assurance.sign_off" in verbs(action)
    columns_equal_fold(action)


def test_nobody_agrees_to_their_own_word_even_in_a_meeting(lead, action):
    said = Behalf(by="Ada", person=lead.user.person)
    actions.declare_complete(made.lead("Bo"), action.reference, today=TODAY, behalf=said)
    with pytest.raises(Problem):
        actions.agree(lead, action.reference, today=TODAY, minute="Minute 4")


def test_a_meeting_agrees_many_at_once_or_none(lead):
    plan = made.plan(lead, agreement=Agreement.ALL)
    rows = [made.added(lead, plan, f"Action {one}") for one in range(3)]
    for row in rows[:2]:
        actions.declare_complete(lead, row.reference, today=TODAY)
    references = [row.reference for row in rows]
    with pytest.raises(Problem):
        actions.agree_many(lead, references, "Minute 12 of 3 June", today=TODAY)
    assert not Action.objects.filter(proof=Proof.AGREED).exists()
    with pytest.raises(Problem, match="minute"):
        actions.agree_many(lead, references[:2], " ", today=TODAY)
    actions.agree_many(lead, references[:2], "Minute 12 of 3 June", today=TODAY)
    assert Action.objects.filter(proof=Proof.AGREED).count() == 2
    assert Update.objects.filter(minute="Minute 12 of 3 June").count() == 2


def test_a_stale_save_shows_both_texts(lead, action):
    seen = made.now(action).version
    actions.edit_action(lead, action.reference, seen, {"title": "Theirs"}, today=TODAY)
    with pytest.raises(Stale) as caught:
        actions.edit_action(lead, action.reference, seen, {"title": "Mine"}, today=TODAY)
    assert (caught.value.theirs, caught.value.yours) == ({"title": "Theirs"}, {"title": "Mine"})
    assert made.now(action).title == "Theirs"


def test_the_database_refuses_to_change_or_delete_an_update(action):
    for attempt in (
        lambda: Update.objects.filter(action=action).update(words="Never said"),
        lambda: Update.objects.filter(action=action).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    assert connection.in_atomic_block


def test_under_review_needs_the_day_of_the_next_review(lead, action):
    with pytest.raises(Problem, match="next review"):
        actions.add_update(lead, action.reference, today=TODAY, status="under_review")
    actions.add_update(
        lead, action.reference, today=TODAY, status="under_review", next_review_on=TODAY + DAY
    )
    assert made.now(action).next_review_on == TODAY + DAY
    columns_equal_fold(action)


def test_nothing_is_recorded_in_a_plan_that_has_ended(lead, action):
    actions.end_plan(lead, action.plan.reference, TODAY, "Replaced")
    with pytest.raises(Problem, match="ended"):
        actions.add_update(lead, action.reference, "Late", today=TODAY)
