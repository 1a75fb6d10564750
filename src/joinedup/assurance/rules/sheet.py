"""A sheet that was edited and came back: what stands in it, and how it differs from the register."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from joinedup.assurance.rules.copies import EDITED, STATUS_WORDS
from joinedup.assurance.rules.due import last_day_of, parse_due
from joinedup.documents.grid import Cell, Document, Table
from joinedup.pages.rules import NotADate, typed_date

__all__ = [
    "Difference",
    "Held",
    "NoSheet",
    "Returned",
    "as_data",
    "difference",
    "from_data",
    "read_sheet",
]

SURE = 0.8
STATUS_LABELS = {value: label for label, value in STATUS_WORDS.items()}


class NoSheet(ValueError):
    """The file is no sheet of the register; the words say what to do."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One row as it came back. `due` is a date in ISO form or the words as typed; `place` is where
    it stands in the sheet."""

    reference: str
    version: int
    status: str = ""
    words: str = ""
    due: str = ""
    reason: str = ""
    approved_by: str = ""
    place: str = ""
    code: str = ""
    title: str = ""
    owners: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """The same row in the register now."""

    reference: str
    version: int
    code: str
    title: str
    status: str
    words: str
    due_on: dt.date | None
    owners: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """How one row differs: field → (register, sheet) in words, what to write, what is wrong.
    `left_out` says what was changed in the sheet that no sheet can change."""

    returned: Returned
    held: Held
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    problems: Sequence[str] = ()
    has_moved: bool = False
    due_on: dt.date | None = None
    left_out: Sequence[str] = ()

    @property
    def is_any(self) -> bool:
        """Something differs, whether a sheet can change it or not."""
        return bool(self.changes or self.left_out)

    @property
    def may_be_taken(self) -> bool:
        """Something differs and nothing is wrong with it."""
        return bool(self.changes) and not self.problems


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _columns(table: Table) -> tuple[int, dict[str, int]] | None:
    """(header row, heading → column) of the first row that names the reference column."""
    wanted = {heading.casefold(): heading for heading in EDITED}
    for number, row in enumerate(table.rows()):
        found = {
            wanted[_plain(cell.text).casefold()]: cell.col
            for cell in row
            if _plain(cell.text).casefold() in wanted
        }
        if {"Reference", "Version"} <= found.keys():
            return number, found
    return None


def _text(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell.value, dt.datetime):
        return cell.value.date().isoformat()
    if isinstance(cell.value, dt.date):
        return cell.value.isoformat()
    return cell.text.strip()


def read_sheet(document: Document) -> list[Returned]:
    """The rows of a returned sheet, in its order. Raises NoSheet for any other file."""
    for table in document.tables():
        found = _columns(table)
        if found is None:
            continue
        header, columns = found
        rows = []
        for number, cells in enumerate(table.rows()):
            by_column = {cell.col: cell for cell in cells}
            values = {name: _text(by_column.get(col)) for name, col in columns.items()}
            if number <= header or not values["Reference"]:
                continue
            first = by_column[columns["Reference"]]
            digits = re.sub(r"\D", "", values["Version"])
            rows.append(
                Returned(
                    reference=values["Reference"],
                    version=int(digits) if digits else 0,
                    status=values.get("Status", ""),
                    words=values.get("How it stands now", ""),
                    due=values.get("Due", ""),
                    reason=values.get("Reason for new date", ""),
                    approved_by=values.get("New date approved by", ""),
                    place=first.place.label(),
                    code=values.get("Code", ""),
                    title=values.get("Action", ""),
                    owners=values.get("Owner", ""),
                )
            )
        return rows
    raise NoSheet(
        "This is not a sheet of the register: it has no columns “Reference” and “Version”. "
        "Take a sheet to edit from the register, change it and bring it back."
    )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return _said_day(text)


def _said_day(text: str) -> dt.date:
    """A day as typed, or as plans say it: "End of February 2027". Raises NotADate where no single
    day is meant."""
    try:
        return typed_date(text)
    except NotADate:
        said = parse_due(text)
        if said.date is None or said.start or said.recurrence or said.confidence < SURE:
            raise
        return last_day_of(said.date)


def _in_words(day: dt.date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "No date"


def difference(returned: Returned, held: Held) -> Difference:
    """How a returned row differs from the register. What is left empty changes nothing."""
    changes: dict[str, tuple[str, str]] = {}
    problems: list[str] = []
    due_on = None
    status = _plain(returned.status)
    if status and status != STATUS_LABELS.get(held.status, ""):
        changes["Status"] = (STATUS_LABELS.get(held.status, ""), status)
        if status not in STATUS_WORDS:
            known = ", ".join(STATUS_WORDS)
            problems.append(f"“{status}” is no status. Use one of: {known}.")
    if returned.words and _plain(returned.words) != _plain(held.words):
        changes["How it stands now"] = (held.words, returned.words)
    if returned.due:
        try:
            due_on = _day(returned.due)
        except NotADate:
            changes["Due"] = (_in_words(held.due_on), returned.due)
            problems.append(f"“{returned.due}” is no date. Write it like 31 August 2026.")
        else:
            if due_on != held.due_on:
                changes["Due"] = (_in_words(held.due_on), _in_words(due_on))
                if not returned.reason or not returned.approved_by:
                    problems.append("A new date needs a reason and the name of who approved it.")
            else:
                due_on = None
    return Difference(
        returned,
        held,
        changes,
        tuple(problems),
        returned.version != held.version,
        due_on,
        _left_out(returned, held),
    )


def _left_out(returned: Returned, held: Held) -> tuple[str, ...]:
    """What differs in the columns that only say which row it is. An empty cell says nothing, nor
    does the apostrophe that keeps words from becoming a formula."""
    shown = (
        ("Code", _plain(returned.code).removeprefix("'"), _plain(held.code)),
        ("Action", _plain(returned.title).removeprefix("'"), _plain(held.title)),
        ("Owner", _plain(returned.owners).removeprefix("'"), _plain(held.owners)),
    )
    return tuple(
        f"{name} is “{there}” in the sheet and “{here or 'nothing'}” here."
        for name, there, here in shown
        if there and there != here.removeprefix("'")
    )


def as_data(rows: Sequence[Returned]) -> list[str]:
    """As lines of JSON, for keeping between two pages."""
    return [json.dumps({name: getattr(row, name) for name in Returned.__slots__}) for row in rows]


def from_data(lines: Sequence[str]) -> list[Returned]:
    """From kept lines."""
    return [Returned(**json.loads(line)) for line in lines]
