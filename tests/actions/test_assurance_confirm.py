"""Confirmed rows become actions, all or none."""

import datetime as dt

import pytest

from joinedup.access.choices import Role
from joinedup.access.models import Involvement
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions
from joinedup.assurance.choices import Agreement, StatementKind, UpdateKind
from joinedup.assurance.models import Action, ActionLink, Update
from joinedup.assurance.rules.new_row import NewDue, NewPart, Printed
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import OwnerMark
from joinedup.assurance.writing.columns import folded_state, plain_columns, updates_of
from joinedup.audit.models import Entry
from joinedup.clocks.models import Clock
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
PAPER = dt.date(2015, 7, 22)


@pytest.fixture
def lead():
    return made.lead("Ada")


@pytest.fixture
def plan(lead):
    return made.plan(lead, dated_on=PAPER)


def test_rows_become_actions_with_their_printed_words_and_places(lead, plan):
    phil = made.person("Phil Marsh")
    rows = [
        made.new_row(
            "Bring the audit up to date",
            code="A2",
            section="Section A",
            owners=(OwnerMark(phil.reference, "Phil"), OwnerMark("", "Hay")),
            due=NewDue("End of August '15", "2015-08"),
            status="partial",
            priority="high",
            progress=("Draft sent", "Comments back"),
            review="Annual report",
            other={"Resources": "None"},
            printed={"due": Printed("End of August '15", "page 4, row 3")},
        ),
        made.new_row("Follow up", code="A10", section="Section A", see=("A2",)),
    ]
    first, second = actions.create_from_rows(lead, plan, rows, today=TODAY)
    row = made.now(first)
    assert (row.due_on, row.due_precision) == (dt.date(2015, 8, 31), "month")
    assert row.printed["due"] == {"text": "End of August '15", "place": "page 4, row 3"}
    assert (row.other, row.latest) == ({"Resources": "None"}, "Draft sent\nComments back")
    assert (row.status, row.priority, row.section.title) == ("partial", "high", "Section A")
    assert [one.printed for one in row.owners.order_by("position")] == ["Phil", "Hay"]
    assert row.code_key < made.now(second).code_key
    link = ActionLink.objects.get()
    assert (link.from_action, link.to_action, link.printed) == (second, first, "A2")


def test_each_action_has_one_update_and_the_plan_one_record(lead, plan):
    rows = [made.new_row(f"Action {one}", parts=(NewPart("Part"),)) for one in range(3)]
    actions.create_from_rows(lead, plan, rows, today=TODAY)
    assert Action.objects.count() == 6
    assert set(Update.objects.values_list("kind", "number")) == {(UpdateKind.IMPORT, 1)}
    entries = Entry.objects.filter(verb="assurance.create_from_rows")
    assert [one.chain for one in entries] == [plan.reference]


def test_columns_of_imported_rows_equal_their_fold(lead, plan):
    due = NewDue("Monthly", start="2026-07-31", recurrence="monthly")
    rows = [made.new_row("Once"), made.new_row("Often", due=due, status="complete")]
    for one in actions.create_from_rows(lead, plan, rows, today=TODAY):
        row = made.now(one)
        wanted = plain_columns(folded_state(updates_of(row)))
        assert {name: getattr(row, name) for name in wanted} == wanted


def test_an_imported_complete_is_declared_on_the_day_of_the_paper(lead, plan):
    (one,) = actions.create_from_rows(lead, plan, [made.new_row(status="complete")], today=TODAY)
    row = made.now(one)
    assert (row.status, row.proof, row.declared_on) == ("complete", "declared", PAPER)
    assert not Clock.objects.exists()


def test_monthly_and_complete_becomes_in_force_and_keeps_its_next_time(lead, plan):
    due = NewDue("Monthly", start="2026-07-31", recurrence="monthly")
    (one,) = actions.create_from_rows(
        lead, plan, [made.new_row(status="complete", due=due)], today=TODAY
    )
    row = made.now(one)
    assert (row.status, row.next_on) == ("in_force", dt.date(2026, 7, 31))
    assert Clock.objects.get().kind == "occurrence"


def test_owners_may_update_what_was_imported_for_them_and_its_parts(lead, plan):
    owner = made.account(Role.ACTION_OWNER)
    rows = [
        made.new_row(
            owners=(OwnerMark(owner.person.reference, "Kate"),), parts=(NewPart("First step"),)
        )
    ]
    (one,) = actions.create_from_rows(lead, plan, rows, today=TODAY)
    part = Action.objects.get(parent=one)
    actions.add_update(by_user(owner), part.reference, "Begun", today=TODAY)
    assert made.now(part).latest == "Begun"
    assert Involvement.objects.filter(item=one.reference).count() == 1


def test_a_partners_rows_stand_behind_the_partners_own_guard(lead, plan):
    police = made.agency("Marlow Vale Police", kind="police")
    officer = made.account(Role.PARTNER, of=police)
    rows = [
        made.new_row("Ours"),
        made.new_row("Theirs", owners=(OwnerMark(police.reference, "Police"),)),
    ]
    ours, theirs = actions.create_from_rows(lead, plan, rows, today=TODAY)
    assert ours.guard_id == plan.guard_id != theirs.guard_id
    assert theirs.agency_id == officer.person.agency_id


def test_high_priority_rows_need_agreement_where_the_plan_says_so(lead):
    plan = made.plan(lead, agreement=Agreement.HIGH)
    rows = [made.new_row("One", priority="high"), made.new_row("Two", priority="low")]
    made_rows = actions.create_from_rows(lead, plan, rows, today=TODAY)
    assert [made.now(one).needs_agreement for one in made_rows] == [True, False]


def test_statements_are_linked(lead, plan):
    source = actions.add_source(lead, "Review of safeguarding", "inquiry")
    finding = actions.add_statement(
        lead, source, "No procedure", StatementKind.FINDING, number="6.4"
    )
    rows = [made.new_row(statements=(finding.reference,))]
    (one,) = actions.create_from_rows(lead, plan, rows, today=TODAY)
    assert one.statements.get().statement == finding


@pytest.mark.parametrize(
    "bad",
    [
        {"title": " "},
        {"owners": (OwnerMark("PE-2026-NOBODY0", "Nobody"),)},
        {"owners": (OwnerMark("", " "),)},
        {"due": NewDue("32 May", "2026-05-32")},
        {"see": ("Z99",)},
        {"agency": "AG-2026-NOWHERE"},
    ],
)
def test_one_bad_row_keeps_all_of_them_out(lead, plan, bad):
    rows = [made.new_row("Good"), made.new_row(**{"title": "Bad", **bad})]
    with pytest.raises(Problem):
        actions.create_from_rows(lead, plan, rows, today=TODAY)
    assert not Action.objects.exists()
    assert not Entry.objects.filter(verb="assurance.create_from_rows").exists()


def test_an_owner_may_not_import(lead, plan):
    owner = by_user(made.account(Role.ACTION_OWNER))
    with pytest.raises(Refused):
        actions.create_from_rows(owner, plan, [made.new_row()], today=TODAY)
    assert not Action.objects.exists()


def test_many_rows_take_few_statements(lead, plan, django_assert_max_num_queries):
    rows = [made.new_row(f"Action {one}", code=f"A{one}") for one in range(400)]
    with django_assert_max_num_queries(60):
        actions.create_from_rows(lead, plan, rows, today=TODAY)
    assert Action.objects.count() == 400
