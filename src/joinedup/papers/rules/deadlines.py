"""By when a paper must be out, and what else has a day: from dated rules, never from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from joinedup.rulebook import Entry, RuleBookError, Status
from joinedup.rulebook.working_days import add_amount, clear_days_before

__all__ = [
    "CALL_IN",
    "CLEARANCE",
    "KEY_NOTICE",
    "PRIVATE_NOTICE",
    "PUBLICATION",
    "Deadline",
    "deadlines",
    "with_done",
]

PUBLICATION = "clock.publication"
KEY_NOTICE = "clock.notice_of_key_decision"
PRIVATE_NOTICE = "clock.notice_of_private_meeting"
CALL_IN = "clock.call_in"
CLEARANCE = "clock.paper_clearance"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day, the rule that gives it with the hash of its words, whether anybody has checked
    that rule, and the day on which it was done, if it was."""

    code: str
    title: str
    on: dt.date
    limit: str
    source: str
    is_confirmed: bool
    rule_hash: str = ""
    done_on: dt.date | None = None

    def is_past(self, today: dt.date) -> bool:
        """Whether the day has gone by with nothing done."""
        return self.done_on is None and self.on < today

    @property
    def is_late(self) -> bool:
        """Whether it was done after its day."""
        return self.done_on is not None and self.done_on > self.on

    @property
    def is_owed(self) -> bool:
        """Whether it is for the council to do: a call-in is for councillors, who may."""
        return self.code != CALL_IN


def deadlines(
    meeting_on: dt.date | None,
    rules: Mapping[str, Entry],
    *,
    is_key: bool = False,
    is_private: bool = False,
    is_public: bool = True,
    is_cleared: bool = False,
    decided_on: dt.date | None = None,
) -> list[Deadline]:
    """The deadlines of a paper for a meeting, earliest first; none without a date of meeting.

    Papers go out clear days before the meeting (LGA 1972 s100B), where they are `is_public`; where
    somebody clears them (`is_cleared`), before that. A key decision, and a private meeting for an
    exempt part, need notice (2012 Regulations), and a key decision can be called in after it is
    made: counted from the day of the decision, before that from the day of the meeting.
    """
    if meeting_on is None:
        return []
    wanted = [PUBLICATION] * is_public + [CLEARANCE] * is_cleared
    wanted += [KEY_NOTICE] * is_key + [PRIVATE_NOTICE] * is_private
    found = [_before(rules[code], meeting_on) for code in wanted if code in rules]
    if is_key and CALL_IN in rules:
        rule = rules[CALL_IN]
        found.append(_as(rule, add_amount(decided_on or meeting_on, rule.amount())))
    return sorted(found, key=lambda one: one.on)


def with_done(found: list[Deadline], done: Mapping[str, dt.date]) -> list[Deadline]:
    """The deadlines with the days on which they were done, by their codes."""
    return [replace(one, done_on=done.get(one.code)) for one in found]


def _before(rule: Entry, meeting_on: dt.date) -> Deadline:
    if rule.words("direction") != "before":
        raise RuleBookError(f"{rule.code}: this limit counts back from a meeting.")
    return _as(rule, clear_days_before(meeting_on, rule.amount()))


def _as(rule: Entry, on: dt.date) -> Deadline:
    source = ", ".join(filter(None, [rule.source.name, rule.source.place]))
    is_sure = rule.status in (Status.IN_FORCE, Status.LOCAL)
    return Deadline(
        rule.code, rule.title, on, rule.amount().words(), source, is_sure, rule.content_hash
    )
