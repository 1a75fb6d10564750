"""What does not fit together in plans: each finding is a question to a person, none is settled here.

The audit of 2015 called its actions complete on the page that promised to carry them out; two
plans of one council gave one duty different owners. Plain rules over rows; limits are arguments.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from joinedup.assurance.choices import CLOSED, DoubtKind, SourceKind, Status
from joinedup.assurance.rules.due import parse_due
from joinedup.assurance.rules.same_duty import near_pairs
from joinedup.assurance.rules.state import State

__all__ = ["Finding", "Limits", "Side", "facts_hash", "findings", "settled_by"]

FUTURE = re.compile(
    r"\b(will|shall|to be|(?:is|are) (?:due|going|expected|planned) to|plans? to|"
    r"next (?:week|month|quarter|year|meeting|term)|not yet|still (?:to|outstanding)|awaiting|"
    r"remains? to|being delivered|in progress)\b",
    re.IGNORECASE,
)
COMES_BACK = re.compile(
    r"\b(weekly|fortnightly|monthly|quarterly|termly|annually|yearly|"
    r"(?:each|every) (?:week|month|quarter|term|year|meeting)|on-?going(?: basis)?)\b",
    re.IGNORECASE,
)
ASKS_FOR_A_ROW = re.compile(
    r"\b(?:action|delivery|improvement|implementation)(?:\s*/\s*\w+)?\s+plan\b", re.IGNORECASE
)
ASKING = frozenset({SourceKind.AUDIT, SourceKind.INSPECTION, SourceKind.SCRUTINY})
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Side:
    """One action as these rules see it. `owners` are references; `linked` are the keys of other
    actions to which it is linked, `same` of those linked as the same duty."""

    pk: int
    reference: str
    plan: str
    source_kind: str | None
    title: str
    said: str
    due_text: str
    status: str
    recurrence: str
    due_on: dt.date | None
    next_on: dt.date | None
    updated_on: dt.date | None
    owners: frozenset[str] = frozenset()
    linked: frozenset[int] = frozenset()
    same: frozenset[int] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self.status not in CLOSED

    @property
    def is_complete(self) -> bool:
        """Whether it is said to be finished for good."""
        return self.status == Status.COMPLETE


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an overdue action may stay silent (days), and how alike (0 to 100) the words of two
    actions are that are taken for one duty."""

    unsaid_days: int
    alike: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not fit: about which action, with which other, and the facts."""

    kind: DoubtKind
    action: int
    facts: Mapping[str, Any]
    other: int | None = None


def facts_hash(finding: Finding) -> str:
    """What says that the facts are the same as when it was asked before."""
    text = json.dumps([finding.kind.value, finding.other, finding.facts], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def settled_by(before: State, after: State) -> frozenset[DoubtKind]:
    """The kinds of question that an update has settled, so that nobody reads them until the nightly
    look: "nobody has said anything since" once somebody has, or the day has moved; what was asked of
    a completion once it is none; what was asked of the last words once others stand there."""
    found: set[DoubtKind] = set()
    due = before.next_on
    if before.is_open and due is not None:
        is_told = after.updated_on is not None and after.updated_on > due
        if is_told or not after.is_open or after.next_on != due:
            found.add(DoubtKind.UNSAID)
    if before.status == Status.COMPLETE:
        if after.status != Status.COMPLETE:
            found |= {DoubtKind.RECURS, DoubtKind.FUTURE, DoubtKind.NO_ROW}
        elif after.latest != before.latest:
            found.add(DoubtKind.FUTURE)
    return frozenset(found)


def findings(sides: Sequence[Side], limits: Limits, today: dt.date) -> list[Finding]:
    """Everything that does not fit in these actions, in their order, pairs last."""
    by_key = {one.pk: one for one in sides}
    found: list[Finding] = []
    for side in sides:
        found += _of_one(side, limits, today)
        found += _without_row(side, by_key)
    return [*found, *_of_two(sides, by_key, limits)]


def _of_one(side: Side, limits: Limits, today: dt.date) -> Iterable[Finding]:
    if side.is_complete:
        rhythm = _rhythm(side)
        if rhythm:
            yield Finding(DoubtKind.RECURS, side.pk, {"recurs": rhythm})
        future = FUTURE.search(side.said)
        if future:
            yield Finding(
                DoubtKind.FUTURE,
                side.pk,
                {"word": future[0].casefold(), "said": _short_hash(side.said)},
            )
    elif _is_unsaid(side, limits, today) and side.next_on:
        yield Finding(DoubtKind.UNSAID, side.pk, {"due": side.next_on.isoformat()})


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _rhythm(side: Side) -> str:
    """How often a complete action comes back, by its date as written or its words; else empty."""
    due = parse_due(side.due_text) if side.due_text else None
    if due and due.recurrence and due.recurrence != "event" and due.confidence >= SURE:
        return due.recurrence
    found = COMES_BACK.search(side.title)
    return found[0].casefold() if found else ""


def _is_unsaid(side: Side, limits: Limits, today: dt.date) -> bool:
    if not side.is_open or side.next_on is None:
        return False
    is_late = (today - side.next_on).days > limits.unsaid_days
    return is_late and (side.updated_on is None or side.updated_on <= side.next_on)


def _without_row(side: Side, by_key: Mapping[int, Side]) -> Iterable[Finding]:
    """An audit's action is complete, but the plan row that it asked for is missing or open."""
    if not side.is_complete or side.source_kind not in ASKING:
        return
    rows = [by_key[one] for one in sorted(side.linked) if one in by_key]
    rows = [one for one in rows if one.plan != side.plan]
    undone = [one for one in rows if one.is_open and not one.recurrence]
    if undone:
        row = undone[0]
        yield Finding(DoubtKind.NO_ROW, side.pk, {"row": row.reference, "stands": "open"}, row.pk)
    elif not rows and ASKS_FOR_A_ROW.search(f"{side.title} {side.said}"):
        yield Finding(DoubtKind.NO_ROW, side.pk, {"row": ""})


def _of_two(sides: Sequence[Side], by_key: Mapping[int, Side], limits: Limits) -> Iterable[Finding]:
    pairs = {tuple(sorted((one.pk, other))) for one in sides for other in one.same}
    pairs |= near_pairs([(one.pk, one.plan, one.title) for one in sides], limits.alike)
    found = []
    for first, second in sorted(pairs):
        one, other = by_key.get(first), by_key.get(second)
        if one is None or other is None or one.plan == other.plan:
            continue
        facts = _differences(one, other)
        if facts:
            facts["with"] = other.reference
            found.append(Finding(DoubtKind.TWO_PLANS, one.pk, facts, other.pk))
    return found


def _differences(one: Side, other: Side) -> dict[str, Any]:
    """How two plans differ about one duty: done in one only, another date, nobody in common."""
    facts: dict[str, Any] = {}
    if one.is_open != other.is_open:
        facts["done"] = [not one.is_open, not other.is_open]
    days = [side.next_on for side in (one, other) if side.is_open and side.next_on]
    if len(days) == 2 and days[0] != days[1]:
        facts["due"] = [day.isoformat() for day in days]
    if one.owners and other.owners and not one.owners & other.owners:
        facts["owners"] = [sorted(one.owners), sorted(other.owners)]
    return facts
