"""What is true of every rule on every date."""

from __future__ import annotations

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st

from joinedup import rulebook
from joinedup.rulebook import Entry, RuleBookError, Status
from joinedup.rulebook.load import refuse_overlaps

D = dt.date
DATES = st.dates(D(1990, 1, 1), D(2040, 12, 31))
CODES = sorted({entry.code for entry in rulebook.all_entries()})


def a_rule(from_on: dt.date | None, to_on: dt.date | None, status: str = "in_force") -> Entry:
    return rulebook.entry_from(
        {
            "code": "limit.made_up",
            "title": "Made up",
            "kind": "threshold",
            "status": status,
            "source": "Test",
            "values": {"value": {"amount": 5, "unit": "days"}},
            "from": from_on,
            "to": to_on,
        }
    )


@given(st.sampled_from(CODES), DATES)
def test_at_most_one_rule_of_a_code_holds_and_it_is_the_one_returned(
    code: str, on: dt.date
) -> None:
    held = [entry for entry in rulebook.history(code) if entry.holds_on(on)]
    assert len(held) <= 1
    assert rulebook.find(code, on) == (held[0] if held else None)


@given(DATES, DATES, DATES)
def test_a_local_rule_holds_on_its_days_and_on_no_other(
    one: dt.date, other: dt.date, on: dt.date
) -> None:
    local = {
        "code": "limit.no_update",
        "title": "No update",
        "kind": "threshold",
        "source": "Minute 4",
        "from": min(one, other),
        "to": max(one, other),
        "approved_by": "Safeguarding Lead",
        "approved_on": min(one, other),
        "values": {"value": {"amount": 30, "unit": "days"}},
    }
    found = rulebook.rule("limit.no_update", on, [local])
    inside = min(one, other) <= on <= max(one, other)
    assert (found.status is Status.LOCAL) == inside
    assert found.amount("value").number == (30 if inside else 60)


@given(st.lists(st.tuples(DATES, DATES), min_size=2, max_size=4), DATES)
def test_what_the_overlap_check_lets_through_never_holds_twice(
    spans: list[tuple[dt.date, dt.date]], on: dt.date
) -> None:
    entries = [a_rule(min(span), max(span)) for span in spans]
    try:
        refuse_overlaps(entries)
    except RuleBookError:
        shared = [
            (a, b)
            for n, a in enumerate(spans)
            for b in spans[n + 1 :]
            if max(min(a), min(b)) <= min(max(a), max(b))
        ]
        assert shared
    else:
        assert sum(entry.holds_on(on) for entry in entries) <= 1


@given(st.one_of(st.none(), DATES), st.one_of(st.none(), DATES), DATES)
def test_drafts_never_hold_and_enacted_rules_only_once_dated(
    from_on: dt.date | None, to_on: dt.date | None, on: dt.date
) -> None:
    assume(from_on is None or to_on is None or from_on <= to_on)
    assert not a_rule(from_on, to_on, "draft").holds_on(on)
    enacted = a_rule(from_on, to_on, "enacted")
    assert enacted.holds_on(on) == (from_on is not None and enacted.within_dates(on))


def test_a_council_works_through_what_nobody_has_checked() -> None:
    on = D(2026, 11, 1)
    waiting = {entry.code for entry in rulebook.to_confirm(on)}
    assert {"clock.contact_decision", "limit.suppression"} <= waiting
    assert "clock.out_of_area_driver_notice" not in waiting
    assert not any(code.startswith("abbr.") for code in waiting)
    confirmed = {
        "code": "limit.suppression",
        "title": "Counts under this are not printed",
        "kind": "threshold",
        "source": "Minute 9 of the invented cabinet",
        "from": D(2026, 10, 1),
        "approved_by": "Cabinet",
        "approved_on": D(2026, 9, 20),
        "values": {"value": {"amount": 6, "unit": "people"}},
    }
    left = {entry.code for entry in rulebook.to_confirm(on, [confirmed])}
    assert waiting - left == {"limit.suppression"}
