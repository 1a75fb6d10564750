"""What the register writes into a paper is what the register says, row for row, as at a day."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Guard
from joinedup.assurance.actions import (
    add_update,
    agree,
    create_from_rows,
    declare_complete,
    propose_date,
    reopen,
    set_colour,
    set_new_date,
)
from joinedup.assurance.models import Action
from joinedup.assurance.queries.narrowing import narrowed
from joinedup.assurance.rules.look import Look
from joinedup.assurance.rules.new_row import NewDue, NewPart, Printed
from joinedup.config.demo.moment import at, moment_of
from joinedup.documents.blocks import Annexe, Chart, Heading, Note, Report, Table, Tone
from joinedup.figures.actions import add_set, correct_figure, declare_figures, edit_set
from joinedup.figures.rules import NewFigure
from joinedup.papers.contents import FILLS, Register, build_section
from joinedup.papers.contents.exceptions import due_soon, overdue, silent
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
TODAY = make.TODAY
COLUMNS = [
    {"role": "title", "heading": "Action"},
    {"role": "actions", "heading": "Steps"},
    {"role": "due", "heading": "When"},
    {"role": "owners", "heading": "Who"},
    {"role": "progress", "heading": "Comments"},
    {"role": "other", "heading": "Cost"},
]


def days(number):
    return TODAY + dt.timedelta(days=number)


def row(code, title, due, said="", status="", **given):
    """A row as printed: "A1. Title", a due date in words, a comment."""
    printed = {
        "title": f"{code}. {title}", "due": due.isoformat() if due else "When we can",
        "progress": said or status, "Cost": "None", **given.pop("printed", {}),
    }  # fmt: skip
    return make.new_row(
        title, code=code, due=NewDue(printed["due"], due.isoformat() if due else ""),
        progress=(said,) if said else (), status=status,
        printed={name: Printed(text, "page 1") for name, text in printed.items() if text}, **given,
    )  # fmt: skip


@pytest.fixture
def plan(lead):
    made = make.plan(lead, "Plan of the year", columns=COLUMNS)
    rows = [
        row("A1", "Train the staff", days(-20), "Booked", section="Section A - All",
            priority="high", parts=(NewPart("Find a trainer"), NewPart("Book rooms")),
            printed={"actions": "• Find a trainer • Book rooms"}),
        row("A2", "Review the policy", days(10), section="Section A - All"),
        row("B1", "Write to schools", days(90), status="complete", section="Section B - Children"),
        row("B2", "Ask the trust", None, "Asked twice", section="Section B - Children"),
    ]  # fmt: skip
    create_from_rows(lead, made, rows, today=days(-70), as_of=days(-70))
    return made


def section(lead, plan, code, on=TODAY, **given):
    return build_section(code, [plan], on, TODAY, lead.user, **given)


def tables(blocks):
    found = [one for one in blocks if isinstance(one, Table)]
    return found + [one.table for one in blocks if isinstance(one, Chart)]


def cells(table):
    return [[" ".join(one.pieces()) for one in line] for line in table.rows]


def said(blocks):
    return " ".join(piece for block in blocks for piece in block.pieces())


def action(plan, code):
    return Action.objects.get(plan=plan, code=code)


def test_a_plan_stands_in_its_printed_layout_section_by_section(lead, plan):
    blocks = section(lead, plan, "plan_table")
    headings = [(one.level, one.words) for one in blocks if isinstance(one, Heading)]
    assert headings == [
        (2, "Plan of the year"), (3, "Section A - All"), (3, "Section B - Children"),
    ]  # fmt: skip
    first, second = tables(blocks)
    assert [one.words for one in first.columns] == [
        "Action", "Steps", "When", "Who", "Comments", "Cost",
    ]  # fmt: skip
    due = days(-20).isoformat()
    assert cells(first)[0] == [
        "A1. Train the staff", "Find a trainer Book rooms", due, "", "Booked", "None",
    ]  # fmt: skip
    assert cells(second)[0][4] == "complete"
    assert "1 row of 4 is declared complete without evidence so far." in said(blocks)


def test_a_row_that_has_moved_on_says_so_instead_of_its_printed_words(lead, plan):
    one = action(plan, "A1")
    add_update(lead, one.reference, "Forty were trained", today=days(-3), status="in_progress")
    set_new_date(lead, one.reference, days(30), today=days(-2), reason="The trainer was ill",
                 approved_by="The committee")  # fmt: skip
    told = cells(tables(section(lead, plan, "plan_table"))[0])[0]
    assert told[2] == f"Due {days(30):%-d %B %Y} (first: {days(-20).isoformat()})"
    assert told[4] == "In progress. Forty were trained"
    before = cells(tables(section(lead, plan, "plan_table", days(-10)))[0])[0]
    assert before[4] == "Booked"
    assert before[2] == days(-20).isoformat()


def test_what_was_written_down_later_is_not_in_the_paper_of_an_earlier_day(lead):
    with at(moment_of(days(-60), 0)):
        plan = make.plan(lead, "An old plan")
        one = make.added(lead, plan, "Ask the county", today=days(-60))
    with at(moment_of(days(-1), 0)):
        add_update(lead, one.reference, "Known only now", today=days(-1), effective_on=days(-30))
    assert "Known only now" not in said(section(lead, plan, "plan_table", days(-10)))
    assert "Known only now" in said(section(lead, plan, "plan_table"))


def test_a_plan_that_came_in_later_is_told_by_the_days_it_speaks_of(lead):
    with at(moment_of(TODAY, 0)):
        plan = make.plan(lead, "A plan brought in")
        create_from_rows(lead, plan, [make.new_row("Train")], today=TODAY, as_of=days(-60))
    assert "Train" in said(section(lead, plan, "plan_table", days(-50)))
    assert "Train" not in said(section(lead, plan, "plan_table", days(-61)))


@pytest.mark.parametrize(
    ("rows", "look"),
    [
        (overdue, Look(due="overdue")),
        (due_soon, Look(due="30")),
        (silent, Look(quiet=True)),
    ],
)
def test_an_exception_pack_holds_the_rows_of_the_register(lead, plan, rows, look):
    add_update(lead, action(plan, "A2").reference, "Half done", today=days(-5))
    snap = Register([plan], TODAY, lead.user).at(TODAY)
    tops = Action.objects.filter(plan=plan, parent__isnull=True)
    wanted = set(narrowed(tops, look, lead.user, TODAY).values_list("reference", flat=True))
    assert {one.reference for one in rows(snap)} == wanted
    assert wanted


def test_the_exception_pack_has_its_three_lists_with_their_numbers(lead, plan):
    blocks = section(lead, plan, "exceptions")
    assert [one.words for one in blocks if isinstance(one, Heading)] == [
        "Overdue: 1", "Due in the next 30 days: 1", "No update for 60 days or more: 3",
    ]  # fmt: skip
    told = tables(blocks)[0]
    assert cells(told)[0][0] == "A1. Train the staff"
    assert told.rows[0][3].tone is Tone.RED
    assert "20 days late" in cells(told)[0][2]


def test_the_tracker_tells_what_is_live_done_moved_and_late(lead, plan):
    one = action(plan, "A2")
    set_new_date(lead, one.reference, days(40), today=days(-2), reason="Waiting for the county",
                 approved_by="The committee")  # fmt: skip
    declare_complete(lead, action(plan, "A1").reference, "All trained", today=days(-1))
    blocks = section(lead, plan, "tracker", since=days(-30))
    headings = [one.words for one in blocks if isinstance(one, Heading)]
    since = f"since {days(-30):%-d %B %Y}"
    assert headings == [
        "Live: 2", f"Done {since}: 1", f"Dates moved {since}: 1",
        "Dates asked for, not decided yet: 0", "Overdue: 0",
    ]  # fmt: skip
    moved = tables(blocks)[2]
    assert cells(moved)[0][1:5] == [
        f"{days(10):%-d %B %Y}", f"{days(40):%-d %B %Y}", "Waiting for the county",
        "The committee",
    ]  # fmt: skip


def test_the_tracker_tells_which_dates_wait_for_a_decision(lead, plan):
    one = action(plan, "A2")
    propose_date(lead, one.reference, days(50), "The supplier is late", today=days(-1))
    asked = tables(section(lead, plan, "tracker"))[-2]
    assert cells(asked)[0][1:] == [
        f"{days(10):%-d %B %Y}", f"{days(50):%-d %B %Y}", "The supplier is late",
        f"{days(-1):%-d %B %Y}",
    ]  # fmt: skip
    assert "not decided yet: 0" in said(section(lead, plan, "tracker", days(-2)))


def test_the_chase_list_groups_what_is_asked_by_organisation_and_owner(lead, plan):
    owner = make.person("Wim Worker", of=make.agency("The county", kind=AgencyKind.COUNCIL))
    make.owned(lead, plan, owner, title="Call the parents", due_on=days(-4), today=days(-1))
    blocks = section(lead, plan, "chase_list")
    headings = [one.words for one in blocks if isinstance(one, Heading)]
    assert headings[headings.index("Wim Worker: 1") - 1] == "The county"
    assert any(words.startswith("Nobody yet: ") for words in headings)
    assert "What stands in the way" in said(blocks)


def test_what_changed_tells_new_done_moved_worse_better_and_gone(lead, plan):
    since = days(-21)
    make.added(lead, plan, "A new one", due_on=days(60), today=days(-5))
    declare_complete(lead, action(plan, "B2").reference, "They answered", today=days(-4))
    set_new_date(lead, action(plan, "A2").reference, days(50), today=days(-3),
                 reason="Waiting for the county", approved_by="The lead")  # fmt: skip
    blocks = section(lead, plan, "what_changed", since=since)
    headings = [one.words for one in blocks if isinstance(one, Heading)]
    assert headings[:3] == ["New: 1", "Done: 1", "Dates moved: 1"]
    assert "Worse: 1" in headings
    told = said(blocks)
    assert "Waiting for the county" in told
    assert f"Since {since:%-d %B %Y}" in told


def test_what_is_shown_only_now_is_better_and_what_opens_again_is_worse(lead, manager, plan):
    late, open_again = action(plan, "B2"), action(plan, "B1")
    declare_complete(lead, late.reference, "They answered", today=days(-30))
    agree(manager, open_again.reference, today=days(-30))
    agree(manager, late.reference, today=days(-4))
    reopen(lead, open_again.reference, "A school was left out", today=days(-3))
    blocks = section(lead, plan, "what_changed", since=days(-21))
    found = [one for one in blocks if isinstance(one, Heading | Table)]
    told = {found[at].words: said([found[at + 1]]) for at in range(0, len(found), 2)}
    assert "Ask the trust" in told["Better: 1"]
    assert "Write to schools" in told["Worse: 3"]


def test_a_colour_that_the_lead_set_without_a_reason_says_so(lead, plan):
    set_colour(lead, action(plan, "A2").reference, "red", today=days(-1))
    words = "Set by the lead; the rule says amber."
    assert "It is red: set by the lead; the rule says amber." in said(
        section(lead, plan, "worry_page")
    )
    assert words in said(section(lead, plan, "what_changed", since=days(-21)))


def test_a_first_paper_has_nothing_to_compare_with(lead, plan):
    assert "first paper" in said(section(lead, plan, "what_changed"))


def test_the_plain_summary_of_a_new_plan_speaks_of_no_nothings_and_cuts_long_titles(lead):
    plan = make.plan(lead, "Young plan")
    make.added(lead, plan, "Ask " + "each and every service " * 20, due_on=days(-1), today=days(-5))
    told = said(section(lead, plan, "plain_summary"))
    assert "None of 1 is said to be complete." in told
    assert "Every open action has been reported on within 60 days." in told
    assert " …”: 1 day." in told
    before = said(section(lead, plan, "plan_table", on=days(-10)))
    assert "Nothing in this plan was known on 5 June 2026." in before


def test_the_plain_summary_counts_what_the_register_counts(lead, plan):
    blocks = section(lead, plan, "plain_summary")
    told = said(blocks)
    assert "4 actions in Plan of the year" in told
    assert "1 of 4 is said to be complete; evidence shows it for 0." in told
    assert "1 of 4 is overdue. The longest is “A1. Train the staff”: 20 days." in told
    (chart,) = [one for one in blocks if isinstance(one, Chart)]
    numbers = [int(line[1]) for line in cells(chart.table)]
    assert sum(numbers) == 4
    assert chart.svg.startswith("<svg")
    assert cells(chart.table)[0][0].startswith("Red")


def test_the_worry_page_names_the_worst_first_with_its_reasons(lead, plan):
    blocks = section(lead, plan, "worry_page")
    told = said(blocks)
    assert told.index("A1. Train the staff") < told.index("A2. Review the policy")
    assert "It is 20 days late." in told
    assert "Its priority is high." in told
    assert "nothing shows it. Ask who did it for evidence." in told
    other = make.plan(lead, "Plan with bare numbers", columns=COLUMNS)
    late = [row("6", "Take leavers off", days(-20))]
    create_from_rows(lead, other, late, today=days(-70), as_of=days(-70))
    assert "Action 6. Take leavers off" in said(section(lead, other, "worry_page"))


def test_audit_and_section_11_stand_in_their_own_tables_and_not_in_the_annexe(lead, plan):
    audit = make.plan(lead, "What the audit asked", columns=[
        {"role": "title", "heading": "ACTION"}, {"role": "priority", "heading": "PRIORITY"},
        {"role": "status", "heading": "STATUS"},
    ])  # fmt: skip
    rows = [make.new_row("Appoint somebody", priority="high", status="complete", printed={
        "title": Printed("Appoint somebody"), "priority": Printed("High"),
        "status": Printed("Complete")})]  # fmt: skip
    create_from_rows(lead, audit, rows, today=TODAY)
    eleven = make.plan(lead, "Section 11 audit")
    make.added(lead, eleven, "Complaints name the partnership")
    register = Register([plan, audit, eleven], TODAY, lead.user)
    (table,) = tables(register.section("audit_actions"))
    assert [one.words for one in table.columns] == ["ACTION", "PRIORITY", "STATUS"]
    assert cells(table) == [["Appoint somebody", "High", "Complete"]]
    (table,) = tables(register.section("section_11"))
    assert [one.words for one in table.columns] == ["Action", "Allocated to", "Comments"]
    headings = [one.words for one in register.section("plan_table") if isinstance(one, Heading)]
    assert headings == ["Plan of the year", "Section A - All", "Section B - Children"]
    (table,) = tables(register.section("plan_table", eleven.reference))
    assert cells(table)[0][1] == "Complaints name the partnership"


def test_five_columns_are_made_of_any_plan(lead, plan):
    (table,) = tables(section(lead, plan, "five_column"))
    assert table.group_rows == {0, 3} and cells(table)[0][0] == "Section A - All"
    assert [one.words for one in table.columns] == [
        "Recommendation", "Actions", "Lead responsibility", "Progress", "Review method",
    ]  # fmt: skip
    assert cells(table)[1][1] == "Find a trainer Book rooms"


@pytest.fixture
def overview(lead):
    made = add_set(lead, "Overview of cases", days(-200), days(-20))
    rows = [
        NewFigure("Referrals received", Decimal(96), "referral", "All of them", "The log"),
        NewFigure("High level referrals", Decimal(52), "referral", "Graded high", "The log"),
        NewFigure("Assessed as high risk", Decimal(14), "assessment", "By checklist", "The log"),
        NewFigure("Passed to health", Decimal(3), "referral", "Passed on", "The log"),
    ]
    declare_figures(lead, made.reference, rows, today=days(-9))
    words = "We received [referrals_received], of them [passed_to_health] for health."
    edit_set(lead, made.reference, made.title, words, made.version)
    return made


def test_declared_figures_are_printed_as_declared_and_small_ones_are_not(lead, plan, overview):
    blocks = section(lead, plan, "declared_figures")
    told = said(blocks)
    assert "We received 96, of them fewer than 5 for health." in told
    assert "Declared by" in told
    assert "“High level referrals” (52 referrals) and “Assessed as high risk” (14 assess" in told
    assert any(isinstance(one, Note) for one in blocks)
    (chart,) = [one for one in blocks if isinstance(one, Chart)]
    assert [line[1] for line in cells(chart.table)] == ["96", "52", "fewer than 5"]
    (table,) = [one for one in blocks if isinstance(one, Table)]
    assert cells(table)[0][:3] == ["Assessed as high risk", "14", "assessments"]
    assert "assessments" not in chart.title
    assert ">3<" not in chart.svg


def test_a_correction_is_printed_and_an_earlier_paper_keeps_its_figure(lead, plan, overview):
    old = overview.figures.get(code="referrals_received")
    correct_figure(lead, old.reference, Decimal(97), "One was missed", today=days(-2))
    assert "from 96 to 97: One was missed" in said(section(lead, plan, "declared_figures"))
    assert "We received 96" in said(section(lead, plan, "declared_figures", days(-5)))
    assert "No figures" in said(section(lead, plan, "declared_figures", days(-50)))


def test_what_a_reader_may_not_see_is_in_no_section(lead, plan):
    Guard.objects.filter(pk=plan.guard_id).update(is_sealed=True)
    other = make.account(Role.ADMINISTRATOR)
    for code in sorted(FILLS):
        told = said(build_section(code, [plan], TODAY, TODAY, other))
        assert "Train the staff" not in told


def test_every_section_makes_a_report_that_can_be_written(lead, plan, overview):
    register = Register([plan], TODAY, lead.user, since=days(-21))
    made = [block for code in sorted(FILLS) for block in register.section(code)]
    report = Report("All of it", (*made, Annexe("Annexe A", tuple(register.section("plan_table")))))
    assert len(report.blocks) > len(FILLS)


def counted(lead, plan, code):
    with CaptureQueriesContext(connection) as caught:
        section(lead, plan, code, since=days(-21))
    return len(caught.captured_queries)


def test_no_section_asks_the_database_more_for_four_hundred_rows(lead, plan, overview):
    large = make.plan(lead, "A large plan", columns=COLUMNS)
    rows = [row(f"C{n}", f"Action number {n}", days(n % 50 - 25), "Said") for n in range(400)]
    create_from_rows(lead, large, rows, today=days(-70), as_of=days(-70))
    section(lead, plan, "plan_table", since=days(-21))
    few = {code: counted(lead, plan, code) for code in sorted(FILLS)}
    many = {code: counted(lead, large, code) for code in sorted(FILLS)}
    assert many == few
    assert max(many.values()) <= 12
