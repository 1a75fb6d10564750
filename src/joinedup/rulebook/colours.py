"""Conditions of a colour rule, with the limits that they take from other rules filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from joinedup.rulebook.book import find, rule
from joinedup.rulebook.entry import Entry

__all__ = ["colour_conditions"]

SPANS = ("within", "more_than")


def colour_conditions(
    code: str, on: dt.date, overlay: Collection[Entry] = ()
) -> tuple[Mapping[str, Any], ...]:
    """The conditions of the colour rule that held on a day; none where no such rule did.

    A span that names a rule (`within = { rule = "limit.no_update" }`) becomes that rule's value,
    the council's own first. Raises NoRuleHeld where it names one that did not hold.
    """
    held = find(code, on, overlay)
    rows = held.rows("conditions") if held else ()
    return tuple(_filled(row, on, overlay) for row in rows)


def _filled(row: Mapping[str, Any], on: dt.date, overlay: Collection[Entry]) -> Mapping[str, Any]:
    filled = dict(row)
    for name in SPANS:
        named = (row.get(name) or {}).get("rule")
        if named:
            amount = rule(named, on, overlay).amount("value")
            filled[name] = {"amount": amount.number, "unit": amount.unit.value}
    return filled
