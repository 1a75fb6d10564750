"""How a promise stands, when it runs out with its pauses, and who is reminded next."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup import rulebook
from joinedup.clocks.rules import (
    Pause,
    Running,
    State,
    digest_day,
    due_at,
    next_reminder,
    outcome_when_met,
    reminder_for_today,
    state,
    steps,
)
from joinedup.rulebook.working_days import deadline, working_days_between

D = dt.date
DUE = D(2026, 6, 15)
CHASE = rulebook.rule("chase.action", D(2026, 1, 1))


def at(year: int, month: int, day: int, hour: int = 10) -> dt.datetime:
    return dt.datetime(year, month, day, hour, tzinfo=ZoneInfo("Europe/London"))


def lasting(number: int, unit: str) -> rulebook.Entry:
    return rulebook.entry_from(
        {
            "code": "clock.made_up",
            "title": "Made up",
            "kind": "time_limit",
            "status": "in_force",
            "source": "Test",
            "values": {"limit": {"amount": number, "unit": unit}},
        }
    )


@pytest.mark.parametrize(
    ("clock", "today", "expected"),
    [
        (Running(DUE), D(2026, 6, 14), State.OPEN),
        (Running(DUE), DUE, State.DUE),
        (Running(DUE), D(2026, 6, 16), State.OVERDUE),
        (Running(DUE, paused_on=D(2026, 6, 1)), D(2026, 7, 1), State.PAUSED),
        (Running(DUE, paused_on=D(2026, 6, 10)), D(2026, 6, 9), State.OPEN),
        (Running(DUE, outcome="kept"), D(2026, 7, 1), State.KEPT),
        (Running(DUE, outcome="late"), D(2026, 7, 1), State.LATE),
        (Running(DUE, outcome="missed"), D(2026, 7, 1), State.MISSED),
        (Running(DUE, D(2026, 6, 1), "cancelled"), D(2026, 7, 1), State.CANCELLED),
    ],
)
def test_a_clock_stands_as_its_dates_and_outcome_say(
    clock: Running, today: dt.date, expected: State
) -> None:
    assert state(clock, today) is expected


@pytest.mark.parametrize("outcome", ["overdue", "finished"])
def test_a_clock_ends_only_in_a_known_way(outcome: str) -> None:
    with pytest.raises(ValueError):
        state(Running(DUE, outcome=outcome), DUE)


def test_a_promise_met_on_its_due_date_is_kept_and_a_day_later_is_late() -> None:
    assert outcome_when_met(DUE, DUE) is State.KEPT
    assert outcome_when_met(DUE, D(2026, 6, 16)) is State.LATE


def test_working_days_paused_are_given_back_as_working_days() -> None:
    pause = Pause(at(2026, 5, 21), at(2026, 5, 26))
    due = due_at(lasting(5, "working_days"), at(2026, 5, 19), [pause])
    assert deadline(lasting(5, "working_days"), at(2026, 5, 19)).on == D(2026, 5, 27)
    assert due.on == D(2026, 5, 29)


def test_hours_paused_are_given_back_to_the_minute() -> None:
    pause = Pause(at(2026, 6, 2, 8), at(2026, 6, 2, 14))
    due = due_at(lasting(72, "hours"), at(2026, 6, 1), [pause])
    assert due.late_at == at(2026, 6, 4, 16)


def test_pauses_that_overlap_count_once() -> None:
    pauses = [
        Pause(at(2026, 6, 8), at(2026, 6, 12)),
        Pause(at(2026, 6, 3), at(2026, 6, 10)),
        Pause(at(2026, 6, 4), at(2026, 6, 5)),
    ]
    assert due_at(lasting(30, "days"), at(2026, 6, 1), pauses).on == D(2026, 7, 10)


def test_a_pause_counts_from_the_start_only_and_not_once_the_limit_is_over() -> None:
    limit, started = lasting(10, "days"), at(2026, 6, 1)
    before = Pause(at(2026, 5, 1), at(2026, 5, 20))
    across_start = Pause(at(2026, 5, 28), at(2026, 6, 3))
    too_late = Pause(at(2026, 7, 1), at(2026, 7, 9))
    lasts_still = Pause(at(2026, 6, 5))
    assert due_at(limit, started, [before, too_late, lasts_still]).on == D(2026, 6, 11)
    assert due_at(limit, started, [across_start]).on == D(2026, 6, 13)


def test_a_pause_from_the_very_moment_of_lateness_moves_nothing() -> None:
    limit, started = lasting(10, "days"), at(2026, 6, 1)
    late_at = deadline(limit, started).late_at
    pause = Pause(late_at, late_at + dt.timedelta(days=3))
    assert due_at(limit, started, [pause]) == deadline(limit, started)


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end before it begins"):
        due_at(lasting(1, "days"), at(2026, 6, 1), [Pause(at(2026, 6, 5), at(2026, 6, 4))])


@given(st.integers(1, 40), st.integers(0, 60), st.integers(0, 60))
def test_after_a_pause_as_many_working_days_are_left_as_before_it(
    limit: int, pause_after: int, pause_length: int
) -> None:
    entry, started = lasting(limit, "working_days"), at(2026, 3, 2)
    from_at = started + dt.timedelta(days=pause_after)
    to_at = from_at + dt.timedelta(days=pause_length)
    whole = deadline(entry, started)
    moved = due_at(entry, started, [Pause(from_at, to_at)])
    if from_at < whole.late_at:
        left = working_days_between(from_at.date(), whole.on)
        assert working_days_between(to_at.date(), moved.on) == left
    else:
        assert moved == whole


def test_reminders_go_to_the_owner_then_the_manager_then_the_lead() -> None:
    assert [step.to for step in steps(CHASE)] == [
        "owner",
        "owner",
        "owner",
        "manager_or_partner_contact",
        "safeguarding_lead",
    ]


def sent_between(first: dt.date, last: dt.date, clock: Running) -> list[tuple[dt.date, str]]:
    sent: dict[str, dt.date] = {}
    today = first
    while today <= last:
        step = reminder_for_today(CHASE, clock, today, sent)
        if step is not None:
            sent[step.key] = today
            assert reminder_for_today(CHASE, clock, today, sent) is None
        today += dt.timedelta(days=1)
    return [(day, key) for key, day in sent.items()]


def test_a_promise_that_nobody_answers_is_chased_step_by_step() -> None:
    assert sent_between(D(2026, 5, 1), D(2026, 8, 1), Running(DUE)) == [
        (D(2026, 6, 8), "before"),
        (D(2026, 6, 15), "on_the_day"),
        (D(2026, 6, 18), "after"),
        (D(2026, 6, 25), "manager"),
        (D(2026, 7, 5), "lead"),
    ]


def test_a_plan_taken_over_years_late_asks_its_owner_first_and_keeps_the_distance() -> None:
    assert sent_between(D(2026, 6, 1), D(2026, 8, 1), Running(D(2015, 6, 30))) == [
        (D(2026, 6, 1), "after"),
        (D(2026, 6, 8), "manager"),
        (D(2026, 6, 18), "lead"),
    ]


def test_an_action_added_three_days_before_its_date_is_reminded_once_before_it() -> None:
    days = sent_between(D(2026, 6, 12), D(2026, 6, 18), Running(DUE))
    assert days == [
        (D(2026, 6, 12), "before"),
        (D(2026, 6, 15), "on_the_day"),
        (D(2026, 6, 18), "after"),
    ]


@pytest.mark.parametrize(
    "clock",
    [
        Running(DUE, outcome="kept"),
        Running(DUE, outcome="cancelled"),
        Running(DUE, paused_on=D(2026, 6, 1)),
    ],
)
def test_nobody_is_reminded_of_a_clock_that_does_not_run(clock: Running) -> None:
    assert next_reminder(CHASE, clock, D(2026, 6, 30), {}) is None


def test_the_next_reminder_is_known_beforehand_and_none_is_left_at_the_end() -> None:
    coming = next_reminder(CHASE, Running(DUE), D(2026, 5, 1), {})
    assert coming is not None
    assert (coming.step.key, coming.on) == ("before", D(2026, 6, 8))
    everything = {step.key: D(2026, 6, 20) for step in steps(CHASE)}
    assert next_reminder(CHASE, Running(DUE), D(2026, 7, 30), everything) is None


@given(st.sets(st.integers(-20, 60), min_size=1))
def test_however_seldom_the_daily_work_runs_nobody_is_told_twice_or_out_of_turn(
    runs: set[int],
) -> None:
    sent: dict[str, dt.date] = {}
    order: list[int] = []
    for offset in sorted(runs):
        today = DUE + dt.timedelta(days=offset)
        step = reminder_for_today(CHASE, Running(DUE), today, sent)
        if step is not None:
            assert step.key not in sent
            assert step.days <= offset
            sent[step.key] = today
            order.append(step.days)
    assert order == sorted(order)


def test_the_weekly_message_goes_on_monday_or_after_a_bank_holiday() -> None:
    entry = rulebook.rule("chase.digest_weekday", D(2026, 1, 1))
    assert digest_day(entry, D(2026, 6, 9)) == D(2026, 6, 15)
    assert digest_day(entry, D(2026, 6, 15)) == D(2026, 6, 15)
    assert digest_day(entry, D(2026, 5, 25)) == D(2026, 5, 26)
    assert digest_day(entry, D(2026, 5, 27)) == D(2026, 6, 1)


def a_digest_on(weekday: int) -> rulebook.Entry:
    return rulebook.entry_from(
        {
            "code": "chase.digest_weekday",
            "title": "Day",
            "kind": "threshold",
            "status": "in_force",
            "source": "Test",
            "values": {"value": weekday},
        }
    )


def test_a_friday_message_moves_over_easter_into_the_next_week() -> None:
    tuesday_after_easter = D(2026, 4, 7)
    assert digest_day(a_digest_on(5), D(2026, 4, 3)) == tuesday_after_easter
    assert digest_day(a_digest_on(5), D(2026, 4, 6)) == tuesday_after_easter
    assert digest_day(a_digest_on(5), D(2026, 4, 8)) == D(2026, 4, 10)


def test_a_weekday_that_does_not_exist_is_refused() -> None:
    with pytest.raises(rulebook.RuleBookError, match=r"1 [(]Monday[)] to 7"):
        digest_day(a_digest_on(8), DUE)
