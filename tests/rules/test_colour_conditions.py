"""Colour rules that take a limit from another rule."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.assurance.rules.rag import limit_of
from joinedup.rulebook import Entry, colour_conditions, entry_from, find

DAY = dt.date(2026, 6, 1)


def own(days: int) -> Entry:
    return entry_from(
        {
            "code": "limit.no_update",
            "title": "An action has had no update for too long",
            "kind": "threshold",
            "status": "local",
            "source": "Our board",
            "from": dt.date(2015, 1, 1),
            "values": {"value": {"amount": days, "unit": "days"}},
            "approved_by": "Head of information",
            "approved_on": dt.date(2015, 1, 1),
        }
    )


def quiet(*overlay: Entry):
    rows = colour_conditions("rag.action", DAY, overlay)
    return next(row for row in rows if row["when"] == "no_update_within")


def test_a_condition_takes_its_limit_from_the_rule_that_it_names():
    shipped = find("limit.no_update", DAY).amount("value").number
    assert quiet()["within"] == {"amount": shipped, "unit": "days"}
    assert limit_of(quiet(), DAY) == DAY - dt.timedelta(days=shipped)


@pytest.mark.parametrize("days", [7, 365])
def test_the_councils_own_limit_reaches_the_colour(days):
    assert limit_of(quiet(own(days)), DAY) == DAY - dt.timedelta(days=days)


def test_a_rule_that_is_not_there_has_no_conditions():
    assert colour_conditions("rag.unheard_of", DAY) == ()
