"""One rule: what it says, from when to when, who says so, and how sure we are of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

__all__ = ["Amount", "Entry", "Kind", "RuleBookError", "Source", "Status", "Unit", "Value"]

Value = str | int | float | bool | dt.date | tuple["Value", ...] | Mapping[str, "Value"]


class RuleBookError(ValueError):
    """A rule that cannot be used. The message names the rule and says what to mend."""


class Status(StrEnum):
    """How far a rule may be trusted."""

    IN_FORCE = "in_force"
    ENACTED = "enacted"
    DRAFT = "draft"
    LOCAL = "local"
    UNVERIFIED = "unverified"


class Kind(StrEnum):
    """What sort of rule an entry is; the loader asks each kind for the values it must have."""

    ABBREVIATION = "abbreviation"
    BODY_TYPE = "body_type"
    CHASE = "chase"
    CONCERN_TYPE = "concern_type"
    COURSE = "course"
    DEFINITION = "definition"
    INSTRUMENT = "instrument"
    LAW = "law"
    ORDER_TYPE = "order_type"
    RAG = "rag"
    RECEIVER = "receiver"
    REPORT_SOURCE = "report_source"
    REPORT_TYPE = "report_type"
    RETENTION = "retention"
    REVIEW_CYCLE = "review_cycle"
    SOURCE = "source"
    STAGES = "stages"
    STATUS_WORDS = "status_words"
    THRESHOLD = "threshold"
    TIME_LIMIT = "time_limit"


class Unit(StrEnum):
    """What a number counts. `clear` days leave out both the first and the last day."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    CLEAR_DAYS = "clear_days"
    CLEAR_WORKING_DAYS = "clear_working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    PEOPLE = "people"
    EVENTS = "events"
    TICKS = "ticks"
    QUESTIONS = "questions"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit."""

    number: int
    unit: Unit

    def words(self) -> str:
        """For a screen: "5 working days", "1 month"."""
        unit = self.unit.value.replace("_", " ")
        singular = {"people": "person"}.get(unit, unit.removesuffix("s"))
        if unit == "percent":
            singular = unit
        return f"{self.number} {singular if self.number == 1 else unit}"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so, and where in it. `place` is the page, paragraph or section."""

    name: str
    place: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated rule. `from_on` and `to_on` are both inside it; None means not bounded (or, for
    an enacted rule without `from_on`, not started)."""

    code: str
    title: str
    kind: Kind
    status: Status
    source: Source
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    area: str = ""
    text: str = ""
    note: str = ""
    successor: str = ""
    aliases: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)
    approved_by: str = ""
    approved_on: dt.date | None = None

    @property
    def content_hash(self) -> str:
        """SHA-256 over everything the entry says; stored beside what was decided with it."""
        return _hash_of(self)

    @property
    def can_hold(self) -> bool:
        """Whether the rule holds on some date: drafts never do, enacted ones once dated."""
        if self.status is Status.DRAFT:
            return False
        return self.status is not Status.ENACTED or self.from_on is not None

    def canonical(self) -> str:
        """The entry as one line of JSON with sorted keys, the same on every machine."""
        parts = {name: _plain(getattr(self, name)) for name in self.__slots__}
        return json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    def within_dates(self, on: dt.date) -> bool:
        """Whether `on` lies between the entry's two dates, both included."""
        after_start = self.from_on is None or self.from_on <= on
        return after_start and (self.to_on is None or on <= self.to_on)

    def holds_on(self, on: dt.date) -> bool:
        """Whether this rule held on the date."""
        return self.can_hold and self.within_dates(on)

    def amount(self, name: str = "limit") -> Amount:
        """The value `name` as a number with its unit; KeyError where the entry has none."""
        value = self.values[name]
        if not isinstance(value, Mapping):
            raise RuleBookError(f"{self.code}: “{name}” is not an amount with a unit.")
        return Amount(int(str(value["amount"])), Unit(str(value["unit"])))

    def number(self, name: str) -> int:
        """The value `name` as a bare whole number (a tick count, a day of the week)."""
        value = self.values[name]
        if isinstance(value, bool) or not isinstance(value, int):
            raise RuleBookError(f"{self.code}: “{name}” is not a whole number.")
        return value

    def words(self, name: str) -> str:
        """The value `name` as text, empty where the entry has none."""
        return str(self.values.get(name, ""))

    def rows(self, name: str) -> tuple[Mapping[str, Value], ...]:
        """The value `name` as a list of tables (chase steps, stages, RAG conditions)."""
        value = self.values[name]
        if not isinstance(value, tuple):
            raise RuleBookError(f"{self.code}: “{name}” is not a list.")
        return tuple(row for row in value if isinstance(row, Mapping))

    def strings(self, name: str) -> tuple[str, ...]:
        """The value `name` as a list of words; empty where the entry has none."""
        value = self.values.get(name, ())
        if not isinstance(value, tuple):
            raise RuleBookError(f"{self.code}: “{name}” is not a list.")
        return tuple(str(one) for one in value)


@lru_cache(maxsize=2_048)
def _hash_of(entry: Entry) -> str:
    """Worked out once for each entry: every clock that starts asks for it."""
    return hashlib.sha256(entry.canonical().encode()).hexdigest()


def _plain(value: object) -> object:
    """Dates, tuples and sources as JSON can write them."""
    if isinstance(value, Source):
        return {"name": value.name, "place": value.place, "link": value.link}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value
