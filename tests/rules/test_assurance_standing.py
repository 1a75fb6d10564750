"""Colours, sentences and filters, by table and by chance."""

import datetime as dt
from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.choices import CLOSED, Rag, Recurrence, Status
from joinedup.assurance.rules.changes import colour_changes, date_changes, status_changes
from joinedup.assurance.rules.look import ORDERS, SIZES, Look, address_of, look_from
from joinedup.assurance.rules.new_row import NewDue, NewRow, first_values, whole_date
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.quiet import quiet_since, quiet_words
from joinedup.assurance.rules.rag import KNOWN, WORST_FIRST, fits, improves, propose
from joinedup.assurance.rules.standing import days_late, due_words, is_overdue, standing_words
from joinedup.assurance.rules.state import EvidenceMark, State
from joinedup.rulebook import Kind, of_kind, rule
from joinedup.rulebook import Status as BookStatus
from joinedup.rulebook.colours import colour_conditions

TODAY = dt.date(2015, 9, 12)
DAY = dt.timedelta(days=1)
RULE = colour_conditions("rag.action", TODAY)
MAYBE_DAY = st.none() | st.dates(dt.date(2014, 1, 1), dt.date(2016, 12, 31))
STATES = st.builds(
    State,
    status=st.sampled_from(Status.values),
    due_on=MAYBE_DAY,
    occurrence_on=MAYBE_DAY,
    declared_on=MAYBE_DAY,
    updated_on=MAYBE_DAY,
    recurrence=st.sampled_from(["", "monthly", "ongoing"]),
    is_asked=st.booleans(),
    evidence=st.lists(st.builds(EvidenceMark, st.just("EV"), expires_on=MAYBE_DAY)).map(tuple),
)


def state(**given):
    return State(**{"status": "in_progress", "updated_on": TODAY, **given})


@pytest.mark.parametrize(
    ("given", "colour"),
    [
        ({"due_on": TODAY - DAY}, "red"),
        ({"due_on": TODAY}, "amber"),
        ({"due_on": TODAY + 14 * DAY}, "amber"),
        ({"due_on": TODAY + 15 * DAY}, "green"),
        ({"due_on": TODAY + 90 * DAY, "updated_on": TODAY - 61 * DAY}, "amber"),
        ({"due_on": TODAY + 90 * DAY, "updated_on": TODAY - 60 * DAY}, "green"),
        ({}, "grey"),
        ({"status": "rejected", "due_on": TODAY - DAY}, "grey"),
        ({"status": "complete", "declared_on": TODAY, "due_on": TODAY - DAY}, "amber"),
        ({"status": "complete", "declared_on": TODAY, "evidence": (EvidenceMark("E"),)}, "blue"),
    ],
)
def test_the_usual_rule_gives_these_colours(given, colour):
    proposal = propose(state(**given), RULE, TODAY)
    assert proposal.colour == colour
    assert proposal.reason.endswith(".")


def test_what_is_declared_complete_is_never_red():
    done = state(status="complete", declared_on=TODAY, due_on=TODAY - 400 * DAY)
    assert propose(done, RULE, TODAY).colour != "red"


@given(STATES)
def test_every_action_has_one_colour_and_its_reason(one):
    proposal = propose(one, RULE, TODAY)
    first = next(condition for condition in RULE if fits(condition, one, TODAY))
    assert (proposal.colour, proposal.reason) == (first["colour"], first["reason"])
    assert proposal.colour in Rag.values


@given(STATES)
def test_red_is_only_for_what_is_open_and_late(one):
    is_red = propose(one, RULE, TODAY).colour == "red"
    assert is_red == is_overdue(one, TODAY)
    assert (days_late(one, TODAY) > 0) == is_overdue(one, TODAY)
    assert not (is_overdue(one, TODAY) and one.status in CLOSED)


@given(st.sampled_from(Rag.values), st.sampled_from(Rag.values))
def test_the_lead_worsens_freely_and_improves_with_a_reason(proposed, wanted):
    if improves(proposed, wanted):
        with pytest.raises(Problem):
            colour_changes(proposed, wanted, " ")
    assert colour_changes(proposed, wanted, "Seen it")["rag_set"] == wanted
    assert improves(proposed, wanted) == (WORST_FIRST.index(wanted) > WORST_FIRST.index(proposed))


def test_every_colour_rule_names_conditions_that_are_known():
    for one in of_kind(Kind.RAG, TODAY):
        assert {row["when"] for row in one.rows("conditions")} <= KNOWN


def test_an_unknown_condition_is_an_error_and_not_a_colour():
    with pytest.raises(ValueError, match="unknown condition"):
        propose(state(), [{"when": "full moon", "colour": "red", "reason": "x"}], TODAY)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"due_on": dt.date(2015, 8, 31)}, "Due 31 August 2015, 12 days late"),
        ({"due_on": TODAY - DAY}, "Due 11 September 2015, 1 day late"),
        ({"due_on": TODAY}, "Due 12 September 2015, today"),
        ({"due_on": dt.date(2015, 9, 30), "due_precision": "month"}, "Due in September 2015"),
        ({"due_text": "ASAP"}, "ASAP"),
        ({}, "No date"),
        ({"due_on": dt.date(2015, 8, 1), "status": "complete"}, "Was due 1 August 2015"),
        (
            {"recurrence": "monthly", "occurrence_on": dt.date(2015, 9, 30)},
            "Next due 30 September 2015",
        ),
    ],
)
def test_when_it_is_due_in_words(given, words):
    assert due_words(state(**given), TODAY) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "In progress"),
        ({"status": "unstated"}, "No status given"),
        (
            {"status": "complete", "declared_on": dt.date(2015, 7, 22)},
            "Declared complete on 22 July 2015, not evidenced",
        ),
        (
            {
                "status": "complete",
                "declared_on": TODAY,
                "evidence": (EvidenceMark("E", "done", TODAY - DAY),),
            },
            "Complete, but its evidence ran out on 11 September 2015",
        ),
        (
            {"status": "in_force", "recurrence": "monthly", "last_met_on": dt.date(2015, 7, 2)},
            "In force, last met on 2 July 2015",
        ),
        ({"status": "in_force", "recurrence": "monthly"}, "In force, not yet recorded as met"),
    ],
)
def test_how_it_stands_in_words(given, words):
    assert standing_words(state(**given), TODAY) == words


def test_month_precision_is_late_only_after_the_month():
    due, precision = whole_date("2015-09", at_end=True)
    assert (due, precision) == (dt.date(2015, 9, 30), "month")
    assert not is_overdue(state(due_on=due), dt.date(2015, 9, 30))
    assert is_overdue(state(due_on=due), dt.date(2015, 10, 1))
    assert whole_date("2015-09", at_end=False)[0] == dt.date(2015, 9, 1)
    with pytest.raises(Problem):
        whole_date("2015-13-01", at_end=True)


@pytest.mark.parametrize(
    ("said", "recurrence", "status"),
    [
        ("complete", "", "complete"),
        ("complete", "monthly", "in_force"),
        ("overdue", "", "unstated"),
        ("", "", "unstated"),
        ("partial", "", "partial"),
        ("under_review", "", "unstated"),
        ("nonsense", "", "unstated"),
    ],
)
def test_what_a_printed_status_declares(said, recurrence, status):
    row = NewRow("Title", status=said, due=NewDue(recurrence=recurrence))
    values = first_values(row, "none", TODAY)
    assert values["status"] == status
    assert values["declared_on"] == (TODAY if status in ("complete", "in_force") else None)


@given(st.sampled_from(Status.values), st.sampled_from(Recurrence.values))
def test_no_declaration_makes_a_recurring_duty_complete(status, recurrence):
    try:
        wanted = status_changes(state(recurrence=recurrence), status, TODAY, TODAY)
    except Problem:
        return
    assert not (wanted["status"] == "complete" and recurrence)


def test_the_date_it_already_has_is_no_new_date():
    with pytest.raises(Problem, match="already"):
        date_changes(state(due_on=TODAY), TODAY, "Why", "Who", "", "day")


@given(
    st.builds(
        Look,
        plan=st.sampled_from(["", "PL-2026-ABCDEF1"]),
        q=st.text(alphabet="abc &=?#", max_size=10).map(str.strip),
        theme=st.text(alphabet="é &+%", max_size=6).map(str.strip),
        status=st.sampled_from([(), ("open",), ("closed", "complete")]),
        rag=st.sampled_from([(), ("red",)]),
        due_from=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)),
        no_review=st.booleans(),
        quiet=st.booleans(),
        sort=st.sampled_from(list(ORDERS)),
        is_down=st.booleans(),
        size=st.sampled_from(SIZES),
        page=st.integers(1, 50),
    )
)
def test_a_look_survives_its_address(look):
    assert look_from(parse_qs(address_of(look)[1:])) == look


def test_how_long_is_quiet_is_said_as_the_rule_book_has_it():
    usual = rule("limit.no_update", TODAY)
    assert quiet_words(usual) == "No update in 60 days"
    assert quiet_since(usual, TODAY) == TODAY - 60 * DAY
    other = replace(usual, values={"value": {"amount": 6, "unit": "weeks"}})
    assert quiet_words(other) == "No update in 6 weeks"
    assert quiet_since(other, TODAY) == TODAY - 42 * DAY


def test_a_colour_follows_the_limit_of_silence_that_holds_here():
    usual = rule("limit.no_update", TODAY)
    own = replace(
        usual,
        values={"value": {"amount": 6, "unit": "weeks"}},
        status=BookStatus.LOCAL,
        from_on=TODAY - 99 * DAY,
        approved_by="The board",
        approved_on=TODAY - 99 * DAY,
    )
    quiet = state(due_on=TODAY + 90 * DAY, updated_on=TODAY - 43 * DAY)
    assert propose(quiet, RULE, TODAY).colour == "green"
    assert propose(quiet, colour_conditions("rag.action", TODAY, [own]), TODAY).colour == "amber"
