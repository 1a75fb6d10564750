"""The register as its readers see it: filters, sorts, counts, search, as-at, statement counts."""

import datetime as dt

import pytest
from django.db import connection

from joinedup.access.choices import Role
from joinedup.access.models import Conflict
from joinedup.access.permission import Refused, by_user
from joinedup.assurance import actions, queries
from joinedup.assurance.choices import LinkKind, Rag, Status
from joinedup.assurance.models import Action
from joinedup.assurance.queries.listing import choices_for, listing, rows_seen
from joinedup.assurance.queries.register import rows_for
from joinedup.assurance.rules.look import ORDERS, Look
from joinedup.assurance.rules.new_row import NewDue, NewPart
from joinedup.assurance.rules.state import OwnerMark
from joinedup.audit.models import Entry
from joinedup.rulebook import rule
from tests.factories import assurance as made
from tests.factories.counting import at_most

pytestmark = pytest.mark.django_db
TODAY = made.TODAY
DAY = dt.timedelta(days=1)
PART = "Consult the schools"


@pytest.fixture
def lead():
    return made.lead("Ada")


@pytest.fixture
def police():
    return made.agency("Marlow Vale Police", kind="police")


@pytest.fixture
def plan(lead, police):
    plan = made.plan(lead)
    kate = made.person("Kate Heron")
    rows = [
        made.new_row("Train drivers", code="A10", section="Licensing", due=NewDue()),
        made.new_row(
            "Write the policy",
            code="A2",
            section="Policy",
            owners=(OwnerMark(kate.reference, "Kate"),),
            due=NewDue("May 2026", "2026-05"),
            parts=(NewPart(PART),),
            review="Annual report",
            progress=("Café visits held",),
            priority="low",
        ),
        made.new_row(
            "Share logs",
            code="B1",
            owners=(OwnerMark(police.reference, "Police"),),
            due=NewDue("20 June", "2026-06-20"),
            status="in_progress",
            priority="high",
            theme="Data",
        ),
        made.new_row("Audit", code="C1", status="complete", due=NewDue("", "2026-01-01")),
        made.new_row("Meet", code="C2", due=NewDue("Monthly", "", "2026-06-16", "monthly")),
    ]
    actions.create_from_rows(lead, plan, rows, today=TODAY)
    return plan


EVERYTHING = ["Write the policy", "Meet", "Share logs", "Train drivers"]
"""What is open, the most urgent first."""
ALL = ("open", "closed")


def page_of(user, look, today=TODAY):
    return listing(user, look, today, choices_for(user, look, today))


def titles(user, today=TODAY, **asked):
    """What the register shows, without the parts of actions."""
    lines = page_of(user, Look(**asked), today).lines
    return [line.title for line in lines if not line.parent_code and line.title != PART]


def test_the_lead_sees_every_row_and_an_owner_those_of_the_own_organisation(lead, plan, police):
    assert titles(lead.user) == EVERYTHING
    assert titles(made.account(Role.PARTNER, of=police)) == ["Share logs"]
    assert titles(made.account(Role.ACTION_OWNER)) == [
        one for one in EVERYTHING if one != "Share logs"
    ]
    assert titles(made.account(Role.SYSTEM_ADMINISTRATOR)) == []


def test_a_conflict_hides_rows_from_lists_counts_search_and_plans_alike(lead, plan):
    Conflict.objects.create(guard=plan.guard, person=lead.user.person, reason="Sister")
    assert titles(lead.user) == ["Share logs"]
    assert page_of(lead.user, Look()).total == 1
    assert titles(lead.user, q="policy") == []
    shown = queries.plan_page(lead.user, plan.reference, TODAY)
    assert [one.row.action.title for part in shown.sections for one in part.rows] == ["Share logs"]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"status": ("complete",)}, ["Audit"]),
        ({"status": ALL}, ["Audit", *EVERYTHING]),
        ({"priority": "high"}, ["Share logs"]),
        ({"theme": "Data"}, ["Share logs"]),
        ({"due": "overdue"}, ["Write the policy"]),
        ({"due": "week"}, ["Meet", "Share logs"]),
        ({"due": "none"}, ["Train drivers"]),
        ({"due": "month"}, ["Meet", "Share logs"]),
        ({"due_from": dt.date(2026, 6, 17), "due_to": dt.date(2026, 6, 30)}, ["Share logs"]),
        ({"rag": ("red",)}, ["Write the policy"]),
        ({"declared": True}, ["Audit"]),
        ({"no_review": True}, ["Meet", "Share logs", "Train drivers"]),
        ({"owner": "none"}, ["Meet", "Train drivers"]),
        ({"q": "caf"}, ["Write the policy"]),
        ({"q": "POLICY write"}, ["Write the policy"]),
        ({"q": "kate"}, ["Write the policy"]),
        ({"q": "B1"}, ["Share logs"]),
        ({"q": "%%%"}, []),
        ({"q": 'policy" OR "audit'}, []),
        ({"quiet": True}, []),
        ({"priority": "low", "status": ("complete",)}, []),
    ],
)
def test_each_filter_narrows_as_it_says(lead, plan, filters, wanted):
    assert titles(lead.user, **filters) == wanted


def test_filters_by_reference(lead, plan, police):
    section = plan.sections.get(title="Policy").pk
    assert titles(lead.user, plan=plan.reference, section=section) == ["Write the policy"]
    kate = Action.objects.get(code="A2").owners.get().person
    assert titles(lead.user, plan=plan.reference, agency=police.reference) == ["Share logs"]
    assert titles(lead.user, owner=kate.reference) == ["Write the policy"]
    assert titles(lead.user, owner=police.reference) == ["Share logs"]
    assert titles(lead.user, plan="PL-0") == []


def test_what_nobody_has_spoken_of_for_as_long_as_the_rule_book_says_is_quiet(lead, plan):
    limit = rule("limit.no_update", TODAY).amount("value").number
    assert titles(lead.user, today=TODAY + limit * DAY, quiet=True) == []
    later = TODAY + (limit + 1) * DAY
    assert "Share logs" in titles(lead.user, today=later, quiet=True)
    assert "Audit" not in titles(lead.user, today=later, quiet=True)
    actions.add_update(lead, Action.objects.get(code="B1").reference, "Still going", today=later)
    assert "Share logs" not in titles(lead.user, today=later, quiet=True)


def test_parts_are_listed_with_the_action_they_belong_to(lead, plan):
    parts = [line for line in page_of(lead.user, Look()).lines if line.title == PART]
    assert [line.parent_code for line in parts] == ["A2"]


def test_rows_of_a_source_are_found_through_plan_and_statement(lead, plan):
    source = actions.add_source(lead, "Inquiry", "inquiry")
    finding = actions.add_statement(lead, source, "No logs", "finding")
    actions.link_statement(lead, Action.objects.get(code="B1").reference, finding)
    assert titles(lead.user, source=source.reference) == ["Share logs"]


def test_a2_stands_before_a10(lead, plan):
    assert titles(lead.user, sort="code")[:2] == ["Write the policy", "Train drivers"]
    assert titles(lead.user, sort="code", is_down=True)[-1] == "Write the policy"


@pytest.mark.parametrize("sort", ORDERS)
@pytest.mark.parametrize("is_down", [False, True])
def test_every_order_shows_every_row_once(lead, plan, sort, is_down):
    assert sorted(titles(lead.user, sort=sort, is_down=is_down)) == sorted(EVERYTHING)


def test_what_has_no_date_comes_last(lead, plan):
    assert titles(lead.user)[-1] == "Train drivers"


def test_the_colours_of_the_database_are_those_of_the_rule(lead, plan):
    states = [
        {"status": status, "due_on": due, "updated_on": seen}
        for status in ("in_progress", "rejected", "not_started")
        for due in (None, TODAY - DAY, TODAY, TODAY + 14 * DAY, TODAY + 15 * DAY)
        for seen in (None, TODAY, TODAY - 60 * DAY, TODAY - 61 * DAY)
    ]
    model = Action.objects.get(code="A10")
    for one in states:
        Action.objects.create(
            plan=plan,
            guard=plan.guard,
            agency=plan.agency,
            title=f"{one}",
            next_on=one["due_on"],
            **one,
        )
    ends = (None, TODAY - DAY, TODAY)
    for proof in ("declared", "evidenced", "agreed"):
        for end in ends:
            Action.objects.create(
                plan=plan,
                guard=plan.guard,
                agency=plan.agency,
                title=f"{proof} {end}",
                status="complete",
                declared_on=TODAY,
                proof=proof,
                evidence_until=end,
            )
    Action.objects.filter(pk=model.pk).update(rag_set="blue")
    shown = {row.action.pk: row.colour for row in rows_for(Action.objects.all(), TODAY)}
    for colour in Rag.values:
        look = Look(rag=(colour,), status=ALL)
        found = {row.pk for row in rows_seen(lead.user, look, TODAY)}
        assert found == {pk for pk, one in shown.items() if one == colour}


def test_pages_are_turned_and_never_past_the_last(lead, plan):
    rows = [made.new_row(f"Action {one}") for one in range(40)]
    actions.create_from_rows(lead, plan, rows, today=TODAY)
    page = page_of(lead.user, Look(page=3))
    assert (page.page, page.total, page.last_page, page.is_more) == (3, 45, 3, False)
    assert len(page.lines) == 5
    assert page_of(lead.user, Look(page=99)).page == 3


def test_a_page_takes_six_statements_however_many_rows(lead, plan):
    rows = [made.new_row(f"Action {one}", owners=(OwnerMark("", "Kate"),)) for one in range(50)]
    actions.create_from_rows(lead, plan, rows, today=TODAY)
    busy = Look(q="action", due="overdue", rag=("red",), plan=plan.reference)
    for look in (Look(), busy):
        reader = made.account(Role.SAFEGUARDING_LEAD)
        with at_most(6):
            page = page_of(reader, look)
            names = {line.owners for line in page.lines}
        assert names <= {"", "Kate", "Kate Heron", "Marlow Vale Police"}


def test_choices_of_filters_take_one_statement(lead, plan, django_assert_num_queries):
    look = Look(plan=plan.reference)
    choices_for(lead.user, look, TODAY)
    with django_assert_num_queries(1):
        offered = choices_for(lead.user, look, TODAY)
    assert offered.plans == [(plan.reference, plan.title)]
    assert "Policy" in [words for _, words in offered.sections]


def test_a_reader_is_offered_only_plans_that_they_may_see(lead, plan):
    health = made.agency("Vale Health", kind="health")
    stranger = made.account(Role.PARTNER, of=health)
    assert choices_for(stranger, Look(), TODAY).plans == []
    assert queries.plans(stranger, TODAY) == []
    with pytest.raises(Refused):
        queries.plan_page(stranger, plan.reference, TODAY)
    made.owned(lead, plan, stranger.person, title="Help", agency=made.agency())
    assert [one.rows for one in queries.plans(stranger, TODAY)] == [1]
    assert titles(stranger) == ["Help"]


def test_plans_count_what_the_reader_sees(lead, plan, police):
    (one,) = queries.plans(lead.user, TODAY)
    assert (one.rows, one.open_rows, one.late_rows) == (5, 4, 1)
    (theirs,) = queries.plans(made.account(Role.PARTNER, of=police), TODAY)
    assert (theirs.rows, theirs.late_rows) == (1, 0)


def test_a_plan_is_shown_as_printed(lead, plan):
    auditor = made.account(Role.AUDITOR)
    with at_most(6):
        shown = queries.plan_page(auditor, plan.reference, TODAY)
    assert [part.title for part in shown.sections] == ["", "Licensing", "Policy"]
    (policy,) = shown.sections[2].rows
    assert [one.row.action.title for one in policy.parts] == ["Consult the schools"]
    assert policy.printed("title") == "Write the policy"
    assert (shown.overdue, shown.unowned, shown.without_review) == (1, 3, 4)
    assert sum(shown.colours.values()) == 5


def test_my_work_sorts_what_waits(lead, plan):
    me = made.account(Role.ACTION_OWNER)
    late = made.owned(lead, plan, me.person, title="Late", due_on=TODAY - DAY)
    made.owned(lead, plan, me.person, title="Soon", due_on=TODAY + 6 * DAY)
    made.owned(lead, plan, me.person, title="Later", due_on=TODAY + 7 * DAY)
    done = made.owned(lead, plan, me.person, title="Done", needs_agreement=True)
    actions.declare_complete(by_user(me), done.reference, today=TODAY)
    actions.challenge(lead, late.reference, "When?", TODAY + DAY, today=TODAY)
    work = queries.my_work(me, TODAY)

    def shown(rows):
        return [row.title for row in rows]

    assert shown(work.overdue) == ["Late"]
    assert shown(work.this_week) == ["Soon"]
    assert shown(work.later) == ["Later"]
    assert shown(work.waiting_for_agreement) == ["Done"]
    assert [one.action.title for one in work.to_answer] == ["Late"]
    leads = queries.my_work(lead.user, TODAY)
    assert shown(leads.to_agree) == ["Done"]
    assert [one.action.title for one in leads.waiting_for_answer] == ["Late"]
    assert queries.my_work(made.account(Role.ACTION_OWNER), TODAY).overdue == []


def test_who_declared_is_not_asked_to_agree(lead, plan):
    done = made.added(lead, plan, needs_agreement=True)
    actions.declare_complete(lead, done.reference, today=TODAY)
    assert queries.my_work(lead.user, TODAY).to_agree == []


def test_an_action_with_its_thread_takes_ten_statements(lead, plan):
    row = Action.objects.get(code="A2")
    other = Action.objects.get(code="B1")
    for number in range(5):
        actions.add_update(lead, row.reference, f"Week {number}", today=TODAY)
    actions.link_actions(lead, row.reference, other.reference, LinkKind.SEE, "See B1")
    actions.challenge(lead, row.reference, "Who?", TODAY, today=TODAY)
    reader = by_user(made.account(Role.AUDITOR))
    lock = 1 if connection.vendor == "postgresql" else 0
    with at_most(10 + lock):
        thread = queries.action_thread(reader, row.reference, TODAY)
        assert {str(one.by_user) for one in thread.updates} == {"Ada"}
        assert [one.row.action.code for one in thread.links] == ["B1"]
    assert thread.updates[0].kind == "challenge"
    assert [one.action.title for one in thread.parts] == ["Consult the schools"]
    assert thread.state.title == "Write the policy"
    assert len(thread.challenges) == 1
    assert Entry.objects.filter(chain=row.reference, kind="saw").count() == 1


def test_a_thread_shows_no_link_to_what_the_reader_may_not_see(lead, plan, police):
    ours, theirs = Action.objects.get(code="A2"), Action.objects.get(code="B1")
    actions.link_actions(lead, theirs.reference, ours.reference, LinkKind.SEE)
    officer = by_user(made.account(Role.PARTNER, of=police))
    assert queries.action_thread(officer, theirs.reference, TODAY).links == ()
    with pytest.raises(Refused):
        queries.action_thread(officer, ours.reference, TODAY)


def test_a_plan_is_shown_as_it_was(lead, plan):
    row = Action.objects.get(code="A2")
    actions.declare_complete(lead, row.reference, today=TODAY + 10 * DAY)
    then = {one.state.code: one for one in queries.state_as_at(lead.user, plan, TODAY + 9 * DAY)}
    now = {one.state.code: one for one in queries.state_as_at(lead.user, plan, TODAY + 10 * DAY)}
    assert (then["A2"].state.status, then["A2"].colour) == (Status.UNSTATED, "red")
    assert (now["A2"].state.status, now["A2"].colour) == (Status.COMPLETE, "amber")
    assert queries.state_as_at(lead.user, plan, TODAY - DAY) == []
    changes = queries.changes_between_dates(lead.user, plan, TODAY, TODAY + 10 * DAY)
    assert [(one.reference, one.fields) for one in changes] == [
        (row.reference, ("status", "declared_on"))
    ]


def test_the_past_shows_a_reader_no_more_than_the_present(plan, police):
    officer = made.account(Role.PARTNER, of=police)
    assert [one.state.code for one in queries.state_as_at(officer, plan, TODAY)] == ["B1"]
