"""Answers which rule held on a date. Local rules, dated and approved, win for their dates."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from joinedup.rulebook.entry import Entry, Kind, RuleBookError, Status
from joinedup.rulebook.load import local_entries as read_local_entries
from joinedup.rulebook.load import read_folder

__all__ = [
    "DATA",
    "NoRuleHeld",
    "all_entries",
    "find",
    "history",
    "local_entries",
    "of_kind",
    "resolve_order_type",
    "rule",
    "to_confirm",
    "version",
]

DATA = Path(__file__).parent / "data"

Overlay = Iterable[Mapping[str, object] | Entry]


class NoRuleHeld(RuleBookError, LookupError):
    """No entry of this code held on the date. The message says what there is instead."""


@cache
def all_entries() -> tuple[Entry, ...]:
    """Every shipped entry, sorted by code, area and start."""
    return read_folder(DATA)


@cache
def _by_code() -> Mapping[str, tuple[Entry, ...]]:
    codes: dict[str, list[Entry]] = {}
    for entry in all_entries():
        codes.setdefault(entry.code, []).append(entry)
    return {code: tuple(entries) for code, entries in codes.items()}


def local_entries(overlay: Overlay) -> tuple[Entry, ...]:
    """A council's own rules, checked; what comes out may be passed as `overlay` again.

    Raises RuleBookError for one that is not dated, approved and local, that overlaps another, or
    that is of another kind than the shipped rule whose place it takes.
    """
    local = read_local_entries(overlay)
    for entry in local:
        shipped = _by_code().get(entry.code)
        if shipped and shipped[0].kind is not entry.kind:
            raise RuleBookError(f"{entry.code}: this rule is a {shipped[0].kind}.")
    return local


def history(code: str, overlay: Overlay = ()) -> tuple[Entry, ...]:
    """All entries of a code, oldest first, drafts and undated enactments among them."""
    local = tuple(one for one in local_entries(overlay) if one.code == code)
    entries = _by_code().get(code, ()) + local
    return tuple(sorted(entries, key=lambda one: (one.from_on or dt.date.min, one.area)))


def find(code: str, on: dt.date, overlay: Overlay = (), area: str = "") -> Entry | None:
    """The rule that held on `on`, or None.

    `overlay` is the council's own rules: mappings of the shape of a TOML entry, or entries that
    `local_entries` already checked. They win over shipped rules for their dates. `area` asks for
    the rule of a named area and falls back on the rule of all England.
    """
    local = [one for one in local_entries(overlay) if one.code == code]
    for candidates in (local, _by_code().get(code, ())):
        held = [one for one in candidates if one.holds_on(on) and one.area in (area, "")]
        if held:
            return max(held, key=lambda one: one.area == area)
    return None


def rule(code: str, on: dt.date, overlay: Overlay = (), area: str = "") -> Entry:
    """The rule that held on `on`. Raises NoRuleHeld where none did; see `find`."""
    entry = find(code, on, overlay, area)
    if entry is not None:
        return entry
    known = history(code)
    if not known:
        raise NoRuleHeld(f"The rule book has no rule “{code}”.")
    if any(one.status is Status.ENACTED and one.from_on is None for one in known):
        raise NoRuleHeld(
            f"“{known[-1].title}” is enacted, but its start date is not confirmed. "
            "Add a local rule with the date once it is known."
        )
    raise NoRuleHeld(f"No rule “{code}” held on {on.isoformat()}.")


def of_kind(kind: Kind, on: dt.date, overlay: Overlay = ()) -> tuple[Entry, ...]:
    """All rules of a kind that held on `on`, local ones in place of those they replace."""
    local = local_entries(overlay)
    shipped = (one for one in all_entries() if one.kind is kind)
    codes = dict.fromkeys(one.code for one in (*shipped, *local))
    held = (find(code, on, local) for code in codes)
    return tuple(one for one in held if one is not None and one.kind is kind)


def to_confirm(on: dt.date, overlay: Overlay = ()) -> tuple[Entry, ...]:
    """Rules that hold on `on`, that nobody has checked, and that no local rule replaces: the list
    a council works through, by code. Abbreviations are left to the glossary."""
    local = local_entries(overlay)
    codes = dict.fromkeys(
        one.code
        for one in all_entries()
        if one.status is Status.UNVERIFIED and one.kind is not Kind.ABBREVIATION
    )
    held = (find(code, on, local) for code in codes)
    return tuple(one for one in held if one is not None and one.status is Status.UNVERIFIED)


def resolve_order_type(words: str) -> tuple[Entry, ...]:
    """Order types whose title, short name or old name is `words`, whatever the case; a search
    for "harbouring" finds the abduction warning notice. Dates are for the caller to judge."""
    asked = words.strip().casefold()
    return tuple(
        one
        for one in all_entries()
        if one.kind is Kind.ORDER_TYPE
        and asked in {name.casefold() for name in (one.title, one.words("short"), *one.aliases)}
    )


@cache
def version() -> str:
    """SHA-256 over the content of every shipped entry; changes when any word of one does."""
    digest = hashlib.sha256()
    for entry in all_entries():
        digest.update(entry.content_hash.encode())
    return digest.hexdigest()
