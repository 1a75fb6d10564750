"""A table inside a cell: its rows come as lines with bars, the first one its headings.

"Action | Who | By when" over "Write a guide | Jo Reeves | May 2024" gives one action, and who and
when for a row that says neither; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .cells import Line, clean
from .context import Known
from .lexicon import scores
from .model import FieldValue
from .parsers import parse_due, split_owners

__all__ = ["InnerTable", "inner_table", "spread_inner"]

_BAR = " | "
_KNOWN = 0.6
_ACTION = ("actions", "title")


@dataclass(frozen=True, slots=True)
class InnerTable:
    """The actions of an inner table, and the texts of its other columns by heading."""

    actions: tuple[str, ...]
    columns: tuple[tuple[str, str, tuple[str, ...]], ...]
    """(role, heading, texts) of each further column."""

    def texts(self, role: str) -> list[str]:
        """What the columns of a role say, in order."""
        return [text for told, _, texts in self.columns if told == role for text in texts if text]


def inner_table(lines: Sequence[Line]) -> InnerTable | None:
    """The table whose rows these lines are; None where they are plain lines."""
    heads = next((line.text for line in lines if _BAR in line.text), "")
    headings = [clean(part) for part in heads.split(_BAR.strip())]
    roles = [_role(heading) for heading in headings]
    column = next((n for n, role in enumerate(roles) if role in _ACTION), None)
    known = [role for role in roles if role]
    if column is None or len(known) < 2 or len(known) < _KNOWN * len(roles):
        return None
    rows: list[list[str]] = []
    before: list[str] = []
    for line in lines:
        if line.text == heads:
            continue
        parts = [clean(part) for part in line.text.split(_BAR.strip())]
        if len(parts) > 1:
            rows.append([*parts, *[""] * len(headings)][: max(len(headings), len(parts))])
        elif rows:
            rows[-1][column] = f"{rows[-1][column]} {line.text}".strip()
        else:
            before.append(line.text)
    if not rows:
        return None
    return InnerTable(
        (*before, *(row[column] for row in rows if row[column])),
        tuple(
            (roles[n], headings[n], tuple(row[n] for row in rows))
            for n in range(len(headings))
            if n != column
        ),
    )


def _role(heading: str) -> str:
    found = scores(heading)
    best = max(found, key=lambda role: found[role], default="")
    return best if found.get(best, 0.0) >= _KNOWN else ""


def spread_inner(
    inner: InnerTable,
    known: Known,
    fields: dict[str, FieldValue],
    other: dict[str, FieldValue],
) -> None:
    """Who and when of a table inside the cell, for a row that says neither; the rest is kept."""
    cells, why = fields["actions"].cells, "Taken from the table inside the cell"
    for role, heading, texts in inner.columns:
        said = "; ".join(text for text in texts if text)
        if role == "owners" and "owners" not in fields and said:
            owners = split_owners(inner.texts("owners"), known.names, known.initials)
            names = list(dict.fromkeys(owner.text for owner in owners if owner.text))
            fields["owners"] = FieldValue(names, said, cells, 0.75, why)
        elif role == "due" and "due" not in fields and said:
            dues = [parse_due(text, known.year) for text in texts if text]
            last = max(dues, key=lambda due: str(due.date or ""))
            value = {"text": said, "date": last.date, "start": last.start}
            value["recurrence"] = last.recurrence
            fields["due"] = FieldValue(value, said, cells, 0.75, why)
        elif said:
            other[heading] = FieldValue(said, said, cells)
