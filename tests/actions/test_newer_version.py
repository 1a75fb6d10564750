"""A newer version of a plan: what was ticked is taken, the rest is left, nothing is removed."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.actions import add_update
from joinedup.assurance.actions.confirm_import import Taking, confirm_import
from joinedup.assurance.actions.imports import add_steps
from joinedup.assurance.actions.newer import Chosen, say_against, take_newer
from joinedup.assurance.models import Action, Challenge, Update
from joinedup.assurance.models.imports import ImportState, PlanImport
from joinedup.assurance.queries.imports import check_of
from joinedup.assurance.queries.newer import known_owner_references, newer_version
from joinedup.assurance.rules.checking import make_step
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.models import Entry
from tests.factories import assurance as made
from tests.factories import imports as papers

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
NEWER = (
    ("1", "Train all staff who meet children", "Ada Marsh", "30 September 2026", "Complete", "All trained"),
    ("2", "Write to every school about referrals", "Bo Lindqvist", "May 2026", "Not started", ""),
    ("4", "Ask young people what they think", "Ada Marsh", "July 2026", "Not started", ""),
)  # fmt: skip


def checked(by, data, name):
    found = papers.opened(by, data, name)
    steps = [
        make_step("accept_plan", at="0"),
        make_step("owner", at="Bo Lindqvist", to="words"),
    ]
    return add_steps(by, found.reference, steps)


@pytest.fixture
def lead():
    return made.lead("Ada Marsh")


@pytest.fixture
def plan(lead):
    found = checked(lead, papers.word(), "old.docx")
    taking = [Taking(0, "Safeguarding action plan 2026")]
    return confirm_import(lead, found.reference, taking, found.version, today=TODAY)[0]


@pytest.fixture
def newer(lead, plan):
    found = checked(lead, papers.word(NEWER), "new.docx")
    return say_against(lead, found.reference, plan.reference)


def both(by, found):
    read = check_of(found)
    return newer_version(by.user, found, read, known_owner_references(read))


def one(plan, code):
    return Action.objects.get(plan=plan, code=code)


def test_same_changed_new_and_gone_are_told_apart(lead, plan, newer):
    found = both(lead, newer)
    told = [(m.kind, (m.new or m.old).code) for m in found.matches]
    assert told == [("changed", "1"), ("same", "2"), ("new", "4"), ("gone", "3")]
    changes = {c.field: (c.old, c.new) for c in found.of("changed")[0].changes}
    assert changes["due"] == ("31 March 2026", "30 September 2026")
    assert changes["status"] == ("In progress", "Complete")
    assert changes["latest"] == ("Booked", "All trained")


def test_with_nothing_ticked_nothing_changes(lead, plan, newer):
    before = list(Action.objects.order_by("pk").values())
    chosen = Chosen(both(lead, newer).stamp)
    after = take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)
    assert list(Action.objects.order_by("pk").values()) == before
    assert after.state == ImportState.CONFIRMED and list(after.plans.all()) == [plan]


def test_only_the_ticked_field_is_taken_and_says_where_it_came_from(lead, plan, newer):
    row = one(plan, "1")
    chosen = Chosen(
        both(lead, newer).stamp, frozenset({(row.reference, "due")}), approved_by="Board, minute 4"
    )
    take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)
    after = made.now(row)
    assert (after.due_on, after.status) == (dt.date(2026, 9, 30), "in_progress")
    update = Update.objects.filter(action=row).latest("number")
    assert "newer version" in update.reason and "new.docx" in update.reason
    assert update.approved_by == "Board, minute 4" and update.by_user == lead.user
    assert after.first_due_on == dt.date(2026, 3, 31)


def test_a_new_date_on_what_is_complete_in_the_same_version_is_set_before_it_closes(
    lead, plan, newer
):
    row = one(plan, "1")
    fields = frozenset((row.reference, name) for name in ("due", "status", "latest"))
    chosen = Chosen(both(lead, newer).stamp, fields, approved_by="Board", dated_on=TODAY)
    take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)
    after = made.now(row)
    assert (after.status, after.proof, after.due_on) == (
        "complete",
        "declared",
        dt.date(2026, 9, 30),
    )
    assert after.latest == "All trained"


def test_a_new_row_is_added_only_when_ticked(lead, plan, newer):
    found = both(lead, newer)
    key = found.of("new")[0].new.key
    chosen = Chosen(found.stamp, rows=frozenset({key}))
    take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)
    assert one(plan, "4").printed["title"]["text"] == "Ask young people what they think"
    assert Action.objects.filter(plan=plan).count() == 4


def test_what_is_gone_stays_and_its_owner_can_be_asked(lead, plan, newer):
    row = one(plan, "3")
    due = TODAY + dt.timedelta(days=10)
    chosen = Chosen(both(lead, newer).stamp, ask=frozenset({row.reference}), answer_due_on=due)
    take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)
    asked = Challenge.objects.get()
    assert (asked.action, asked.answer_due_on) == (row, due)
    assert "What became of it?" in Update.objects.get(challenge=asked).words
    assert made.now(row).status == "complete"


def test_a_register_that_changed_meanwhile_is_looked_at_again(lead, plan, newer):
    row = one(plan, "1")
    chosen = Chosen(both(lead, newer).stamp, frozenset({(row.reference, "status")}))
    add_update(lead, row.reference, "Twelve people came", today=TODAY)
    with pytest.raises(Problem, match="changed meanwhile"):
        take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)
    assert made.now(row).status == "in_progress"


def test_one_change_that_may_not_be_leaves_all_of_them_out(lead, plan, newer):
    found = both(lead, newer)
    row = one(plan, "1")
    fields = frozenset({(row.reference, "latest"), (row.reference, "due")})
    key = found.of("new")[0].new.key
    chosen = Chosen(found.stamp, fields, frozenset({key}), approved_by="")
    with pytest.raises(Problem, match="1: Say who approved"):
        take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)
    assert made.now(row).latest == "Booked" and Action.objects.filter(plan=plan).count() == 3
    assert PlanImport.objects.get(pk=newer.pk).state == ImportState.CHECKING
    assert not Entry.objects.filter(verb="assurance.take_newer").exists()


def test_it_cannot_be_taken_twice_nor_before_the_check_is_done(lead, plan, newer):
    chosen = Chosen(both(lead, newer).stamp)
    waiting = papers.opened(lead, papers.word(NEWER), "again.docx")
    waiting = say_against(lead, waiting.reference, plan.reference)
    with pytest.raises(Problem, match="needs you"):
        take_newer(lead, waiting.reference, chosen, waiting.version, today=TODAY)
    take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)
    with pytest.raises(Refused):
        take_newer(lead, newer.reference, chosen, newer.version, today=TODAY)


def test_only_those_who_may_import_and_edit_take_a_newer_version(lead, plan, newer):
    owner = by_user(made.account(Role.ACTION_OWNER))
    chosen = Chosen(both(lead, newer).stamp)
    with pytest.raises(Refused):
        take_newer(owner, newer.reference, chosen, newer.version, today=TODAY)
    with pytest.raises(Refused):
        say_against(owner, newer.reference, "")
    with pytest.raises(Refused):
        say_against(lead, newer.reference, "PL-2026-NOTHERE")


def test_a_document_can_be_a_plan_of_its_own_after_all(lead, plan, newer):
    assert say_against(lead, newer.reference, "").against is None
    verbs = Entry.objects.filter(chain=newer.reference).values_list("verb", flat=True)
    assert "assurance.import_against" in list(verbs)


def test_days_after_midnight_in_summer_are_days_of_the_clock_on_the_wall(lead, newer):
    late = dt.datetime(2026, 6, 14, 23, 30, tzinfo=dt.UTC)
    PlanImport.objects.filter(pk=newer.pk).update(opened_at=late)
    newer.refresh_from_db()
    asked = []
    from joinedup.assurance.queries import newer as queries

    real = queries.first_values
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "first_values", lambda *a: asked.append(a[2]) or real(*a))
        both(lead, newer)
    assert set(asked) == {dt.date(2026, 6, 15)}


def test_an_update_written_after_midnight_about_the_day_before_is_told_as_late(lead, plan):
    from joinedup.assurance.queries.story import Told

    update = Update(
        kind="progress",
        effective_on=dt.date(2026, 6, 14),
        made_at=dt.datetime(2026, 6, 14, 23, 30, tzinfo=dt.UTC),
    )
    assert Told(update, "", "", [], is_alert=False).is_late


STEPS = ("Ref", "Action", "Steps", "Lead", "By when", "Status")


def with_steps(*steps):
    """Two rows; the steps of the first."""
    told = "\n".join(f"{number}. {words}" for number, words in enumerate(steps, 1))
    letter = "1. Agree the letter\n2. Post it"
    return (
        ("1", NEWER[0][1], told, "Ada Marsh", "31 March 2026", "In progress"),
        ("2", NEWER[1][1], letter, "Ada Marsh", "May 2026", "Not started"),
    )


WITH_STEPS = with_steps("Book the trainer", "Send out the dates", "Keep a list of who came")
NEWER_STEPS = with_steps(
    "Book the trainer for June", "Send out the dates", "Ask those who came what they learnt"
)


@pytest.fixture
def stepped(lead):
    found = papers.opened(lead, papers.word(WITH_STEPS, STEPS), "old.docx")
    found = add_steps(lead, found.reference, [make_step("accept_plan", at="0")])
    taking = [Taking(0, "Safeguarding action plan 2026")]
    plan = confirm_import(lead, found.reference, taking, found.version, today=TODAY)[0]
    found = papers.opened(lead, papers.word(NEWER_STEPS, STEPS), "new.docx")
    found = add_steps(lead, found.reference, [make_step("accept_plan", at="0")])
    return plan, say_against(lead, found.reference, plan.reference)


def parts(plan, code):
    found = Action.objects.filter(plan=plan, parent__code=code).order_by("position")
    return [one.title for one in found]


def test_parts_are_told_apart_as_rows_are(lead, stepped):
    _, found = stepped
    told = [
        (m.kind, m.whole.code if m.whole else "", (m.new or m.old).title)
        for m in both(lead, found).matches
    ]
    assert told == [
        ("same", "", "Train all staff who meet children"),
        ("same", "", "Write to every school about referrals"),
        ("changed", "1", "Book the trainer for June"),
        ("same", "1", "Send out the dates"),
        ("new", "1", "Ask those who came what they learnt"),
        ("gone", "1", "Keep a list of who came"),
        ("same", "2", "Agree the letter"),
        ("same", "2", "Post it"),
    ]


def test_no_part_changes_unasked_and_a_ticked_one_does(lead, stepped):
    plan, found = stepped
    shown = both(lead, found)
    part = next(m for m in shown.of("changed") if m.whole)
    fresh = next(m for m in shown.of("new") if m.whole)
    gone = next(m for m in shown.of("gone") if m.whole)
    before = parts(plan, "1")
    chosen = Chosen(
        shown.stamp,
        frozenset({(part.old.key, "title")}),
        frozenset({fresh.new.key}),
        frozenset({gone.old.key}),
        answer_due_on=TODAY + dt.timedelta(days=7),
    )
    take_newer(lead, found.reference, chosen, found.version, today=TODAY)
    assert before == ["Book the trainer", "Send out the dates", "Keep a list of who came"]
    assert parts(plan, "1") == [
        "Book the trainer for June",
        "Send out the dates",
        "Keep a list of who came",
        "Ask those who came what they learnt",
    ]
    assert Challenge.objects.get().action.title == "Keep a list of who came"
    added = Action.objects.get(title="Ask those who came what they learnt")
    whole = one(plan, "1")
    assert (added.guard_id, added.agency_id) == (whole.guard_id, whole.agency_id)
    assert [mark.printed for mark in added.owners.all()] == ["Ada Marsh"]


def test_with_nothing_ticked_the_parts_stay(lead, stepped):
    plan, found = stepped
    before = parts(plan, "1")
    shown = both(lead, found)
    take_newer(lead, found.reference, Chosen(shown.stamp), found.version, today=TODAY)
    assert parts(plan, "1") == before


def test_a_version_that_names_no_parts_takes_none_away(lead, stepped):
    plan, _ = stepped
    rows = [
        (ref, title, lead_, due, status, "") for ref, title, _, lead_, due, status in WITH_STEPS
    ]
    found = checked(lead, papers.word(rows), "plain.docx")
    found = say_against(lead, found.reference, plan.reference)
    assert [m.kind for m in both(lead, found).matches] == ["same", "same"]
