"""What a paper prints of findings and standards beside the answers of organisations."""

import datetime as dt

import pytest

from joinedup.access.choices import AgencyKind
from joinedup.assurance.actions import add_source, add_statement, ask_response, respond
from joinedup.assurance.choices import Answer, SourceKind, StatementKind
from joinedup.documents.blocks import Table
from joinedup.papers.contents import Register, build_section
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
TODAY = make.TODAY


def days(number):
    return TODAY + dt.timedelta(days=number)


@pytest.fixture
def plan(lead):
    return make.plan(lead, "Plan of the year")


def section(lead, plan, code, on=TODAY, **given):
    return build_section(code, [plan], on, TODAY, lead.user, **given)


def tables(blocks):
    return [one for one in blocks if isinstance(one, Table)]


def cells(table):
    return [[" ".join(one.pieces()) for one in line] for line in table.rows]


def said(blocks):
    return " ".join(piece for block in blocks for piece in block.pieces())


def test_a_section_11_summary_gives_the_grades_and_then_the_plan_by_its_standards(lead):
    source = add_source(lead, "Section 11 standards", SourceKind.AUDIT)
    made = make.plan(lead, "Section 11 plan", source=source)
    make.added(lead, made, "Leaders are named")
    register = Register([made], TODAY, lead.user)
    assert len(tables(register.section("section_11"))) == 1
    assert register.has_nothing("position_table")
    one = add_statement(lead, source, "Leaders listen", StatementKind.STANDARD, number="1")
    asked = ask_response(lead, [one], make.agency(), today=TODAY)
    respond(lead, asked.reference, Answer.ACCEPTED, today=TODAY, position="Yes", self_grade="Good",
            answered_by="The lead")  # fmt: skip
    standards, plan = tables(register.section("section_11"))
    assert standards.columns[2].words == "Own grade" and plan.columns[1].words == "Allocated to"


def test_positions_stand_beside_findings_by_theme_and_a_shared_one_is_told_once(lead, plan):
    source = add_source(lead, "An inquiry", SourceKind.INQUIRY)
    given = [("p 4", "Nobody asked", "Listening"), ("p 9", "Notes were lost", "Listening"),
             ("p 12", "Nobody led", "Leading")]  # fmt: skip
    said_there = [
        add_statement(lead, source, words, StatementKind.FINDING, place=place, theme=theme)
        for place, words, theme in given
    ]
    county = make.agency("The county", kind=AgencyKind.COUNCIL)
    asked = ask_response(lead, said_there[:2], county, today=TODAY)
    respond(lead, asked.reference, Answer.ACCEPTED, today=TODAY, position="We now ask.",
            answered_by="The county")  # fmt: skip
    home = ask_response(lead, said_there[:1], make.agency(), today=TODAY)
    respond(lead, home.reference, Answer.ACCEPTED, today=TODAY, position="So do we.",
            answered_by="The lead")  # fmt: skip
    blocks = section(lead, plan, "position_table", about=source.reference)
    (table,) = tables(blocks)
    assert [one.words for one in table.columns][2:] == [
        "The county position", "Marlow Vale Council position",
    ]  # fmt: skip
    assert cells(table) == [
        ["Listening", "", "", ""],
        ["p 4", "Nobody asked", "We now ask.", "So do we."],
        ["p 9", "Notes were lost", "See above (p 4)", "Not answered yet"],
        ["Leading", "", "", ""],
        ["p 12", "Nobody led", "Not answered yet", "Not answered yet"],
    ]  # fmt: skip
    assert table.group_rows == {0, 3}
    assert "1 of 3 have not been answered" in said(blocks)
    earlier = section(lead, plan, "position_table", days(-1), about=source.reference)
    assert "We now ask." not in said(earlier)


def test_standards_stand_with_both_grades(lead, plan):
    source = add_source(lead, "Section 11 standards", SourceKind.AUDIT)
    one = add_statement(lead, source, "Leaders listen", StatementKind.STANDARD, number="1")
    asked = ask_response(lead, [one], make.agency(), today=TODAY)
    respond(lead, asked.reference, Answer.ACCEPTED, today=TODAY, position="Yes", self_grade="Good",
            answered_by="The lead")  # fmt: skip
    (table,) = tables(section(lead, plan, "section_11", about=source.reference))
    assert cells(table) == [
        ["1. Leaders listen", "Marlow Vale Council", "Good", "Not moderated", "Yes"]
    ]
