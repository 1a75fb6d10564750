"""Concerns as numbers: what adds up, and how long a decision took."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from statistics import median

from hypothesis import given
from hypothesis import strategies as some

from joinedup import rulebook
from joinedup.concerns.rules.counting import Contacts, by_source, times_of
from joinedup.rulebook import Kind
from joinedup.rulebook.working_days import working_days_between

D = dt.date
SIDES = {"report_source.asb": "inside", "report_source.police": "outside"}


FRIDAY, TUESDAY = D(2026, 5, 1), D(2026, 5, 5)


def contact(due=TUESDAY, decided=None, old=False, count=1):
    return Contacts(FRIDAY, due, decided, old, count)


@given(some.lists(some.sampled_from(["", *SIDES, "report_source.gone"]), max_size=40))
def test_counts_by_source_add_up_to_the_total_whatever_came_in(sources):
    rows = by_source(Counter(sources), SIDES)
    assert sum(one.count for one in rows) == len(sources)
    assert set(SIDES) <= {one.source for one in rows}
    assert all(one.side == "not_said" for one in rows if not one.source)


def test_a_decision_on_the_last_good_day_is_in_time_and_the_bank_holiday_does_not_count():
    """1 May 2026 is a Friday and 4 May a bank holiday, so one working day ends on the 5th."""
    due = rulebook.working_days.add_working_days(D(2026, 5, 1), 1)
    assert due == D(2026, 5, 5)
    rows = [
        contact(decided=D(2026, 5, 5)),
        contact(decided=D(2026, 5, 6)),
        contact(),
        contact(due=D(2026, 5, 20)),
        contact(decided=D(2020, 1, 1), old=True),
    ]
    found = times_of(rows, D(2026, 5, 7))
    assert (found.in_time, found.late, found.waiting, found.waiting_late) == (1, 1, 1, 1)
    assert (found.total, found.left_out, found.middle) == (4, 1, 1.5)


@given(
    some.lists(
        some.tuples(some.integers(0, 30), some.integers(1, 5), some.sampled_from([True, False])),
        max_size=12,
    )
)
def test_concerns_counted_together_give_the_times_that_each_alone_gives(said):
    days = [FRIDAY + dt.timedelta(days=day) for day, _, _ in said]
    together = [
        contact(decided=day if is_decided else None, count=count)
        for day, (_, count, is_decided) in zip(days, said, strict=True)
    ]
    alone = [contact(decided=one.decided_on) for one in together for _ in range(one.count)]
    assert times_of(together, TUESDAY) == times_of(alone, TUESDAY)
    took = [working_days_between(FRIDAY, one.decided_on) for one in alone if one.decided_on]
    assert times_of(together, TUESDAY).middle == (median(took) if took else None)


def test_forms_of_child_sexual_exploitation_are_kinds_with_its_definition_and_its_signs():
    today = D(2026, 11, 1)
    kinds = {one.code: one for one in rulebook.of_kind(Kind.CONCERN_TYPE, today)}
    forms = rulebook.rule("definition.cse", today).strings("forms")
    assert [one.rsplit("_", 1)[-1] for one in forms] == ["online", "peers", "group", "street"]
    for code in forms:
        values = kinds[code].values
        assert values["form_of"] == "concern.sexual_exploitation" and values["indicator"] is True
        assert values["definition"] == "definition.cse" and values["sexual"] is True


def test_every_definition_that_a_kind_names_is_there_and_dated():
    for one in rulebook.of_kind(Kind.CONCERN_TYPE, D(2026, 11, 1)):
        if named := one.words("definition"):
            assert rulebook.rule(named, D(2026, 11, 1)).from_on is not None, named


def test_what_was_national_on_a_day_is_found_by_its_date():
    older = rulebook.rule("definition.cse", D(2015, 7, 22))
    newer = rulebook.rule("definition.cse", D(2026, 7, 22))
    assert older.to_on == D(2017, 2, 15) and newer.from_on == D(2017, 2, 16)
    assert rulebook.wording_of(older).version != rulebook.wording_of(newer).version
