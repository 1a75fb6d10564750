"""Which rule held on a date, and which rules the book refuses."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup import rulebook
from joinedup.rulebook import Kind, NoRuleHeld, RuleBookError, Status
from joinedup.rulebook.load import entries_from, refuse_overlaps

D = dt.date


def a_row(**changes: object) -> dict[str, object]:
    row: dict[str, object] = {
        "code": "clock.tea_break",
        "title": "Offer tea",
        "kind": "time_limit",
        "status": "in_force",
        "source": {"name": "House custom", "place": "page 1"},
        "values": {"limit": {"amount": 15, "unit": "minutes"}},
    }
    return {**row, **changes}


def a_local_rule(**changes: object) -> dict[str, object]:
    row = a_row(
        code="clock.contact_decision",
        status="local",
        values={"limit": {"amount": 4, "unit": "hours"}},
        approved_by="Director of Invented Services",
        approved_on=D(2026, 3, 1),
    )
    return {**row, "from": D(2026, 4, 1), "to": D(2026, 12, 31), **changes}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"source": {}}, "say where the rule comes from"),
        ({"source": {"name": "  "}}, "say where the rule comes from"),
        ({"source": None}, "say where the rule comes from"),
        ({"source": {"name": "X", "pages": "3"}}, "unknown key in source: pages"),
        ({"status": "sort of"}, "unknown status “sort of”"),
        ({"kind": "whim"}, "unknown kind “whim”"),
        ({"code": "Tea"}, "not a rule code"),
        ({"title": " "}, "give the rule a title"),
        ({"colour": "red"}, "unknown key colour"),
        ({"from": "soon"}, "“from” is not a date"),
        ({"from": D(2020, 1, 2), "to": D(2020, 1, 1)}, "ends before it starts"),
        ({"values": {}}, "needs the value “limit”"),
        ({"values": {"limit": {"amount": 2}}}, "an amount needs a unit"),
        ({"values": {"limit": {"amount": 2, "unit": "moons"}}}, "an amount needs a unit"),
        ({"values": {"limit": {"amount": "2", "unit": "days"}}}, "whole number"),
        ({"values": {"limit": {"amount": -1, "unit": "days"}}}, "0 or more"),
        ({"aliases": "one"}, "aliases are a list"),
    ],
)
def test_an_unclear_rule_is_refused_with_the_reason(changes: dict[str, object], words: str) -> None:
    with pytest.raises(RuleBookError) as refused:
        rulebook.entry_from(a_row(**changes))
    assert words in str(refused.value)


def test_two_rules_of_one_code_and_area_may_not_hold_on_one_day() -> None:
    rows = [a_row(to=D(2020, 5, 1)), a_row(**{"from": D(2020, 5, 1)})]
    with pytest.raises(RuleBookError, match="two rules hold on 2020-05-01"):
        refuse_overlaps([rulebook.entry_from(row) for row in rows])


def test_rules_may_follow_each_other_differ_by_area_or_be_drafts() -> None:
    rows = [
        a_row(to=D(2020, 4, 30)),
        a_row(**{"from": D(2020, 5, 1)}),
        a_row(area="Northmere"),
        a_row(status="draft"),
        a_row(status="enacted"),
    ]
    refuse_overlaps([rulebook.entry_from(row) for row in rows])
    with pytest.raises(RuleBookError, match="in Northmere"):
        refuse_overlaps([rulebook.entry_from(row) for row in [*rows, a_row(area="Northmere")]])


def test_a_refused_rule_names_its_file() -> None:
    with pytest.raises(RuleBookError, match=r"rules_tea\.toml: clock\.tea_break: .*moment"):
        entries_from({"entry": [a_row(status="moment")]}, "rules_tea.toml")


def test_an_old_record_meets_the_rule_of_its_time() -> None:
    before = rulebook.rule("clock.contact_decision", D(2014, 6, 1))
    after = rulebook.rule("clock.contact_decision", D(2026, 6, 1))
    assert before.status is Status.IN_FORCE
    assert "2013" in before.source.name
    assert after.status is Status.UNVERIFIED
    assert before.content_hash != after.content_hash
    assert rulebook.history("clock.contact_decision") == (before, after)


def test_the_last_day_of_a_rule_belongs_to_it() -> None:
    assert rulebook.rule("clock.contact_decision", D(2015, 3, 25)).to_on == D(2015, 3, 25)
    assert rulebook.rule("clock.contact_decision", D(2015, 3, 26)).from_on == D(2015, 3, 26)


def test_no_rule_held_before_the_first_one() -> None:
    with pytest.raises(NoRuleHeld, match="held on 1999-01-01"):
        rulebook.rule("clock.contact_decision", D(1999, 1, 1))
    assert rulebook.find("clock.contact_decision", D(1999, 1, 1)) is None


def test_an_unknown_code_is_said_to_be_unknown() -> None:
    with pytest.raises(NoRuleHeld, match=r"has no rule “clock\.nothing”"):
        rulebook.rule("clock.nothing", D(2026, 1, 1))


def test_an_enacted_duty_without_a_start_date_does_not_hold_until_a_council_dates_it() -> None:
    code = "clock.report_child_sex_offence"
    with pytest.raises(NoRuleHeld, match="start date is not confirmed"):
        rulebook.rule(code, D(2026, 11, 1))
    local = a_local_rule(code=code, values={"limit": {"amount": 1, "unit": "days"}})
    assert rulebook.rule(code, D(2026, 11, 1), [local]).amount().number == 1


def test_an_enacted_rule_with_a_date_holds_from_it_and_a_draft_never_does() -> None:
    enacted = rulebook.entry_from(a_row(status="enacted", **{"from": D(2027, 1, 1)}))
    draft = rulebook.entry_from(a_row(status="draft", **{"from": D(2027, 1, 1)}))
    assert not enacted.holds_on(D(2026, 12, 31))
    assert enacted.holds_on(D(2027, 1, 1))
    assert not draft.holds_on(D(2027, 1, 1))


def test_a_local_rule_wins_for_its_dates_only() -> None:
    local = [a_local_rule()]
    code = "clock.contact_decision"
    assert rulebook.rule(code, D(2026, 4, 1), local).amount().words() == "4 hours"
    assert rulebook.rule(code, D(2026, 12, 31), local).status is Status.LOCAL
    assert rulebook.rule(code, D(2026, 3, 31), local).amount().words() == "1 working day"
    assert rulebook.rule(code, D(2027, 1, 1), local).amount().words() == "1 working day"
    assert rulebook.rule(code, D(2026, 5, 1)).amount().words() == "1 working day"


def test_a_local_rule_of_one_area_is_for_that_area() -> None:
    local = [a_local_rule(area="Northmere")]
    code, on = "clock.contact_decision", D(2026, 5, 1)
    assert rulebook.rule(code, on, local, area="Northmere").amount().words() == "4 hours"
    assert rulebook.rule(code, on, local, area="Southmere").amount().words() == "1 working day"


def test_the_rule_of_an_area_comes_before_the_rule_for_everybody() -> None:
    everybody = a_local_rule(values={"limit": {"amount": 8, "unit": "hours"}})
    local = [everybody, a_local_rule(area="Northmere")]
    code, on = "clock.contact_decision", D(2026, 5, 1)
    assert rulebook.rule(code, on, local, area="Northmere").amount().words() == "4 hours"
    assert rulebook.rule(code, on, local, area="Southmere").amount().words() == "8 hours"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"approved_by": ""}, "who approved"),
        ({"approved_on": None}, "who approved"),
        ({"from": None}, "needs the date it holds from"),
        ({"status": "in_force"}, "has the status local"),
        ({"kind": "threshold", "values": {"value": 3}}, "this rule is a time_limit"),
    ],
)
def test_a_local_rule_is_dated_approved_and_of_the_same_kind(
    changes: dict[str, object], words: str
) -> None:
    with pytest.raises(RuleBookError, match=words):
        rulebook.rule("clock.contact_decision", D(2026, 5, 1), [a_local_rule(**changes)])


def test_local_rules_that_overlap_are_refused() -> None:
    rows = [a_local_rule(), a_local_rule(**{"from": D(2026, 6, 1)})]
    with pytest.raises(RuleBookError, match="two rules hold on 2026-06-01"):
        rulebook.rule("clock.contact_decision", D(2026, 5, 1), rows)


def test_checked_local_rules_can_be_passed_again() -> None:
    local = rulebook.local_entries([a_local_rule()])
    assert rulebook.find("clock.contact_decision", D(2026, 5, 1), local) == local[0]
    held = rulebook.of_kind(Kind.TIME_LIMIT, D(2026, 5, 1), local)
    assert local[0] in held
    assert [one.code for one in held].count("clock.contact_decision") == 1


def test_the_content_hash_changes_with_every_part_and_with_nothing_else() -> None:
    first = rulebook.entry_from(a_row())
    assert first.content_hash == rulebook.entry_from(a_row()).content_hash
    for changes in (
        {"title": "Offer coffee"},
        {"note": "x"},
        {"from": D(2020, 1, 1)},
        {"source": "Elsewhere"},
        {"values": {"limit": {"amount": 16, "unit": "minutes"}}},
    ):
        assert rulebook.entry_from(a_row(**changes)).content_hash != first.content_hash


def test_the_shipped_rules_cannot_be_changed_by_a_caller() -> None:
    entry = rulebook.rule("limit.no_update", D(2026, 1, 1))
    with pytest.raises(TypeError):
        entry.values["value"] = 1  # type: ignore[index]


def test_values_are_read_with_their_units_and_refuse_the_wrong_shape() -> None:
    on = D(2026, 1, 1)
    assert rulebook.rule("limit.no_update", on).amount("value").words() == "60 days"
    weekday = rulebook.rule("chase.digest_weekday", on)
    assert weekday.number("value") == 1
    with pytest.raises(RuleBookError, match="not an amount"):
        weekday.amount("value")
    with pytest.raises(RuleBookError, match="not a list"):
        weekday.rows("value")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"values": {"limit": {"amount": 1, "unit": "days"}, "x": None}}, "cannot be kept"),
        ({"values": []}, "values are a table"),
        ({"from": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}, "without a time of day"),
    ],
)
def test_values_that_data_cannot_hold_are_refused(changes: dict[str, object], words: str) -> None:
    with pytest.raises(RuleBookError, match=words):
        rulebook.entry_from(a_row(**changes))


def test_a_file_without_a_list_of_rules_is_refused() -> None:
    with pytest.raises(RuleBookError, match="write rules as"):
        entries_from({"entry": {"code": "clock.tea_break"}}, "rules_tea.toml")


def test_amounts_are_said_in_words() -> None:
    amounts = {(1, "percent"): "1 percent", (1, "people"): "1 person", (5, "people"): "5 people"}
    for (number, unit), words in amounts.items():
        assert rulebook.Amount(number, rulebook.Unit(unit)).words() == words
