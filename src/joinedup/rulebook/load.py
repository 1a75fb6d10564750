"""From TOML tables to checked entries. A rule that is unclear is refused, with the reason."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from joinedup.rulebook.entry import Entry, Kind, RuleBookError, Source, Status, Unit, Value

__all__ = ["entries_from", "entry_from", "local_entries", "read_folder", "refuse_overlaps"]

KNOWN_KEYS = frozenset(
    {
        "code",
        "title",
        "kind",
        "status",
        "source",
        "from",
        "to",
        "area",
        "text",
        "note",
        "successor",
        "aliases",
        "values",
        "approved_by",
        "approved_on",
    }
)
CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
NEEDED: Mapping[Kind, tuple[str, ...]] = {
    Kind.ABBREVIATION: ("term", "confidence"),
    Kind.CHASE: ("steps",),
    Kind.COURSE: ("levels",),
    Kind.INSTRUMENT: ("form",),
    Kind.ORDER_TYPE: ("applies_to",),
    Kind.RAG: ("conditions",),
    Kind.RECEIVER: ("counted", "channel", "answer", "fields"),
    Kind.REPORT_SOURCE: ("side",),
    Kind.REPORT_TYPE: ("sections", "recommends"),
    Kind.RETENTION: ("limit",),
    Kind.REVIEW_CYCLE: ("limit",),
    Kind.SOURCE: ("author", "year"),
    Kind.STAGES: ("stages",),
    Kind.STATUS_WORDS: ("words",),
    Kind.THRESHOLD: ("value",),
    Kind.TIME_LIMIT: ("limit",),
}


def read_folder(folder: Path) -> tuple[Entry, ...]:
    """Every `rules_*.toml` of the folder, checked alone and against each other."""
    found: list[Entry] = []
    for path in sorted(folder.glob("rules_*.toml")):
        with path.open("rb") as file:
            found.extend(entries_from(tomllib.load(file), path.name))
    refuse_overlaps(found)
    return tuple(sorted(found, key=lambda one: (one.code, one.area, _start(one))))


def entries_from(tables: Mapping[str, object], name: str) -> list[Entry]:
    """The entries of one file; `[defaults]` fills in what an `[[entry]]` leaves out."""
    defaults = tables.get("defaults", {})
    rows = tables.get("entry", [])
    if not isinstance(defaults, dict) or not isinstance(rows, list):
        raise RuleBookError(f"{name}: write rules as [[entry]] and shared keys as [defaults].")
    entries = []
    for row in rows:
        try:
            entries.append(entry_from({**defaults, **row}))
        except RuleBookError as problem:
            raise RuleBookError(f"{name}: {problem}") from problem
    return entries


def entry_from(row: Mapping[str, object]) -> Entry:
    """One checked entry. Raises RuleBookError with the rule's code and what to mend."""
    code = str(row.get("code", ""))
    if not CODE.fullmatch(code):
        raise RuleBookError(f"“{code}” is not a rule code; write it like clock.contact_decision.")
    if unknown := sorted(set(row) - KNOWN_KEYS):
        raise RuleBookError(f"{code}: unknown key {', '.join(unknown)}.")
    if not str(row.get("title", "")).strip():
        raise RuleBookError(f"{code}: give the rule a title.")
    entry = Entry(
        code=code,
        title=str(row["title"]),
        kind=_kind(code, row.get("kind")),
        status=_status(code, row.get("status")),
        source=_source(code, row.get("source")),
        from_on=_date(code, "from", row.get("from")),
        to_on=_date(code, "to", row.get("to")),
        area=str(row.get("area", "")),
        text=str(row.get("text", "")),
        note=str(row.get("note", "")),
        successor=str(row.get("successor", "")),
        aliases=_aliases(code, row.get("aliases", ())),
        values=_values(code, row.get("values", {})),
        approved_by=str(row.get("approved_by", "")),
        approved_on=_date(code, "approved_on", row.get("approved_on")),
    )
    _check(entry)
    return entry


def local_entries(rows: Iterable[Mapping[str, object] | Entry]) -> tuple[Entry, ...]:
    """A council's own rules, checked: status local, dated, approved by somebody on a date."""
    entries = []
    for row in rows:
        entry = row if isinstance(row, Entry) else entry_from({"status": "local", **row})
        if entry.status is not Status.LOCAL:
            raise RuleBookError(f"{entry.code}: a local rule has the status local.")
        if entry.from_on is None:
            raise RuleBookError(f"{entry.code}: a local rule needs the date it holds from.")
        if not entry.approved_by or entry.approved_on is None:
            raise RuleBookError(f"{entry.code}: say who approved the local rule, and when.")
        entries.append(entry)
    refuse_overlaps(entries)
    return tuple(entries)


def refuse_overlaps(entries: Iterable[Entry]) -> None:
    """Two entries of one code and area may not hold on the same day (drafts hold on none)."""
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.can_hold:
            groups[entry.code, entry.area].append(entry)
    for (code, area), group in groups.items():
        ordered = sorted(group, key=_start)
        for earlier, later in pairwise(ordered):
            if earlier.to_on is None or earlier.to_on >= _start(later):
                where = f" in {area}" if area else ""
                raise RuleBookError(
                    f"{code}{where}: two rules hold on {_start(later).isoformat()}. "
                    "End the earlier one the day before."
                )


def _start(entry: Entry) -> dt.date:
    return entry.from_on or dt.date.min


def _check(entry: Entry) -> None:
    if entry.from_on and entry.to_on and entry.to_on < entry.from_on:
        raise RuleBookError(f"{entry.code}: the rule ends before it starts.")
    for name in NEEDED.get(entry.kind, ()):
        if name not in entry.values:
            raise RuleBookError(f"{entry.code}: a {entry.kind} needs the value “{name}”.")


def _kind(code: str, value: object) -> Kind:
    try:
        return Kind(str(value))
    except ValueError:
        raise RuleBookError(f"{code}: unknown kind “{value}”.") from None


def _status(code: str, value: object) -> Status:
    try:
        return Status(str(value))
    except ValueError:
        known = ", ".join(Status)
        raise RuleBookError(f"{code}: unknown status “{value}”. Use one of: {known}.") from None


def _source(code: str, value: object) -> Source:
    if isinstance(value, str):
        value = {"name": value}
    if not isinstance(value, Mapping) or not str(value.get("name", "")).strip():
        raise RuleBookError(f"{code}: say where the rule comes from (source).")
    if unknown := sorted(set(value) - {"name", "place", "link"}):
        raise RuleBookError(f"{code}: unknown key in source: {', '.join(unknown)}.")
    return Source(
        str(value["name"]).strip(), str(value.get("place", "")), str(value.get("link", ""))
    )


def _date(code: str, name: str, value: object) -> dt.date | None:
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        raise RuleBookError(f"{code}: “{name}” is a date without a time of day.")
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise RuleBookError(f"{code}: “{name}” is not a date ({value}).") from None


def _aliases(code: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise RuleBookError(f"{code}: aliases are a list.")
    return tuple(str(one) for one in value)


def _values(code: str, value: object) -> Mapping[str, Value]:
    frozen = _frozen(code, value)
    if not isinstance(frozen, Mapping):
        raise RuleBookError(f"{code}: values are a table.")
    return frozen


def _frozen(code: str, value: object) -> Value:
    """The value with lists as tuples; a table with `amount` must have a unit that we know."""
    if isinstance(value, Mapping):
        if "amount" in value:
            _check_amount(code, value)
        return MappingProxyType({str(key): _frozen(code, one) for key, one in value.items()})
    if isinstance(value, list | tuple):
        return tuple(_frozen(code, one) for one in value)
    if isinstance(value, str | int | float | bool | dt.date) and not isinstance(value, dt.datetime):
        return value
    raise RuleBookError(f"{code}: the value {value!r} cannot be kept as a rule.")


def _check_amount(code: str, value: Mapping[str, object]) -> None:
    number = value["amount"]
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise RuleBookError(f"{code}: an amount is a whole number, 0 or more (found {number!r}).")
    try:
        Unit(str(value.get("unit", "")))
    except ValueError:
        known = ", ".join(Unit)
        raise RuleBookError(f"{code}: an amount needs a unit, one of: {known}.") from None
