"""By when a paper must be out, and what else has a day: from dated rules, never from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from joinedup.rulebook import Entry, RuleBookError, Status
from joinedup.rulebook.working_days import add_amount, clear_days_before

__all__ = ["CALL_IN", "KEY_NOTICE", "PRIVATE_NOTICE", "PUBLICATION", "Deadline", "deadlines"]

PUBLICATION = "clock.publication"
KEY_NOTICE = "clock.notice_of_key_decision"
PRIVATE_NOTICE = "clock.notice_of_private_meeting"
CALL_IN = "clock.call_in"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day, the rule that gives it, and whether anybody has checked that rule."""

    code: str
    title: str
    on: dt.date
    limit: str
    source: str
    is_confirmed: bool

    def is_past(self, today: dt.date) -> bool:
        """Whether the day has gone by."""
        return self.on < today


def deadlines(
    meeting_on: dt.date | None,
    rules: Mapping[str, Entry],
    *,
    is_key: bool = False,
    is_private: bool = False,
    decided_on: dt.date | None = None,
) -> list[Deadline]:
    """The deadlines of a paper for a meeting, earliest first; none without a date of meeting.

    Papers go out clear days before the meeting (LGA 1972 s100B). A key decision, and a private
    meeting for an exempt part, need notice (2012 Regulations), and a key decision can be called in
    after it is made: counted from the day of the decision, before that from the day of the meeting.
    """
    if meeting_on is None:
        return []
    wanted = [PUBLICATION]
    wanted += [KEY_NOTICE] * is_key + [PRIVATE_NOTICE] * is_private
    found = [_before(rules[code], meeting_on) for code in wanted if code in rules]
    if is_key and CALL_IN in rules:
        rule = rules[CALL_IN]
        found.append(_as(rule, add_amount(decided_on or meeting_on, rule.amount())))
    return sorted(found, key=lambda one: one.on)


def _before(rule: Entry, meeting_on: dt.date) -> Deadline:
    if rule.words("direction") != "before":
        raise RuleBookError(f"{rule.code}: this limit counts back from a meeting.")
    return _as(rule, clear_days_before(meeting_on, rule.amount()))


def _as(rule: Entry, on: dt.date) -> Deadline:
    source = ", ".join(filter(None, [rule.source.name, rule.source.place]))
    is_sure = rule.status in (Status.IN_FORCE, Status.LOCAL)
    return Deadline(rule.code, rule.title, on, rule.amount().words(), source, is_sure)
