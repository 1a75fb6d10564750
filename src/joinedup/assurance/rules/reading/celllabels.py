"""Labels inside the cells of a table: "Lead: Jo Reeves" as a line of the progress column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from .cells import Line
from .labels import line_of
from .lexicon import scores
from .parsers import parse_status
from .tails import is_when

__all__ = ["TEXT_ROLES", "told_in"]

TEXT_ROLES = ("progress", "actions", "title", "other")
"""Columns of words whose lines may say who, when, how far or what next."""
_SAID = ("owners", "due", "start", "status", "actions", "progress")
_SURE = 0.93


def told_in(lines: list[Line], absent: Collection[str]) -> dict[str, list[Line]]:
    """The lines by the role that their label says, "" for those that stay; only roles that no
    column of the table has (`absent`) count. Items under a bare label are its own."""
    found: dict[str, list[Line]] = {"": []}
    under = ""
    for line in lines:
        role, value = _labelled(line, absent)
        if role:
            under = "" if value else role
            if value:
                found.setdefault(role, []).append(
                    replace(line, text=value, kept=value, mark="", is_item=False)
                )
        elif under and line.is_item:
            found.setdefault(under, []).append(line)
        else:
            under = ""
            found[""].append(line)
    return found


def _labelled(line: Line, absent: Collection[str]) -> tuple[str, str]:
    """(role, value) of a line that opens with a label for one of the absent roles, else empty."""
    if ":" not in line.text[:50]:
        return "", ""
    read = line_of(0, line.text, False, False, "")
    if len(read.labels) != 1 or read.lead:
        return "", ""
    known = scores(read.labels[0].word)
    role = max(known, key=lambda name: known[name], default="")
    value = read.labels[0].value
    if role in ("owners", "due") and is_when(value) and "due" in absent:
        return "due", value
    if parse_status(read.labels[0].word) is not None:
        return "", ""
    if role not in _SAID or role not in absent or known[role] < _SURE:
        return "", ""
    return role, value
