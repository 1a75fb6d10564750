"""Actions in minutes: "Action: Jo Reeves to circulate the findings by 30 March 2024"."""

from __future__ import annotations

import re
from dataclasses import replace

from .blockstarts import role_of
from .blocktable import TITLE, Bit, BlockRow
from .labels import TextLine
from .model import Row
from .parsers import parse_due, split_owners

__all__ = ["doubt_minutes", "minute_rows"]

_NAME_WORD = r"(?:[A-Z][\w.'’-]*|and|of|for|the|&)"
_WHO = re.compile(rf"^({_NAME_WORD}(?:[ ,/]+{_NAME_WORD})*)\s+(?:to|will|agreed to)\s+[a-z]")
_WHEN = re.compile(r"\b(?:by|before|from|no later than)\s+((?:the\s+)?[^.;]{3,40})\.?$")
_WHY = "Taken from a sentence of the minutes"


def minute_rows(lines: list[TextLine | None]) -> list[BlockRow]:
    """A row for each line that opens with "Action:", with who and when as its sentence says."""
    found: list[BlockRow] = []
    for line in lines:
        if line is None or len(line.labels) != 1 or line.lead:
            continue
        label = line.labels[0]
        if role_of(label) != "title" or not label.word.casefold().startswith("action"):
            continue
        if len(label.value.split()) >= 3:
            found.append(_row(line, label.value, label.ref))
    return found


def _row(line: TextLine, text: str, ref: str) -> BlockRow:
    row = BlockRow(line.index, line.spot, ref=ref)
    row.put(TITLE, "Action", Bit(text, line.spot, line.place))
    who, when = _WHO.match(text), _WHEN.search(text)
    if who and split_owners([who.group(1)], frozenset(), {}):
        row.put(("role", "owners"), "Lead", Bit(who.group(1), line.spot, line.place))
    due = parse_due(when.group(1), None) if when else None
    if when and due is not None and (due.date or due.start or due.recurrence):
        row.put(("role", "due"), "By when", Bit(when.group(1), line.spot, line.place))
    return row


def doubt_minutes(row: Row) -> Row:
    """Who and when of a sentence are proposed, for a person to look at."""
    fields = {
        name: replace(value, confidence=min(value.confidence, 0.75), why=value.why or _WHY)
        if name in ("owners", "due")
        else value
        for name, value in row.fields.items()
    }
    return replace(row, fields=fields)
