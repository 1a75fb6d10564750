"""How long a case is kept before somebody looks at it again."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from joinedup.casefile.rules.retention import due_on, keeping_from, rule_of
from joinedup.cases.choices import Route
from joinedup.rulebook import Kind, of_kind

RULES = keeping_from(of_kind(Kind.RETENTION, dt.date(2026, 11, 22)))
CLOSED, BORN = dt.date(2026, 3, 1), dt.date(2012, 5, 6)


@pytest.mark.parametrize("route", Route.values)
@pytest.mark.parametrize("is_adult", [True, False])
def test_every_sort_of_case_has_a_rule_but_those_that_contradict_themselves(route, is_adult):
    contradicts = is_adult != (route == "section_42")
    assert rule_of(RULES, route, is_adult) is not None or contradicts


@pytest.mark.parametrize(
    ("route", "is_adult", "born", "died", "due"),
    [
        ("looked_after", False, BORN, None, dt.date(2087, 5, 6)),
        ("looked_after", False, BORN, dt.date(2026, 2, 1), dt.date(2041, 2, 1)),
        ("looked_after", False, BORN, dt.date(2040, 2, 1), dt.date(2087, 5, 6)),
        ("child_protection", False, BORN, None, dt.date(2061, 3, 1)),
        ("none", False, BORN, None, dt.date(2037, 5, 6)),
        ("none", False, None, None, dt.date(2051, 3, 1)),
        ("none", True, BORN, None, dt.date(2036, 3, 1)),
        ("section_42", True, None, None, dt.date(2036, 3, 1)),
    ],
)
def test_it_counts_from_birth_closing_or_an_early_death(route, is_adult, born, died, due):
    assert due_on(rule_of(RULES, route, is_adult), CLOSED, born, died) == due


@given(some.dates(dt.date(1900, 1, 1), dt.date(2026, 1, 1)))
def test_nothing_is_due_before_it_is_closed(born):
    for rule in RULES:
        assert due_on(rule, CLOSED, born, None) >= CLOSED
