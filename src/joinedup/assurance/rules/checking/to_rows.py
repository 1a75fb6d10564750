"""A checked reading as rows for the register, in the words and answers that a person confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from joinedup.assurance.rules.checking.progress import Progress
from joinedup.assurance.rules.checking.questions import ASK_LATER
from joinedup.assurance.rules.new_row import NewDue, NewPart, NewRow, Printed
from joinedup.assurance.rules.reading.model import Plan, Reading, Row
from joinedup.assurance.rules.state import OwnerMark

__all__ = ["cells_by_role", "lines_of", "new_rows"]


def _marks(text: str, owners: Mapping[str, tuple[str, ...]]) -> list[OwnerMark]:
    """`owners` is printed words → references; none where only the words are kept."""
    return [OwnerMark(one, text) for one in owners.get(text) or ("",)]


def lines_of(row: Row, name: str) -> tuple[str, ...]:
    """The value of a field as lines; none where the row has none."""
    value = row.value(name) or ()
    return tuple(str(item) for item in ([value] if isinstance(value, str) else value))


def _answers(progress: Progress) -> dict[str, dict[str, str]]:
    """Row id → question kind → answer."""
    found: dict[str, dict[str, str]] = {}
    for one in progress.answered:
        found.setdefault(one.question.about, {})[one.question.kind] = one.answer
    return found


def _due(row: Row, is_finished: bool) -> NewDue:
    value = row.value("due") or {}
    return NewDue(
        text=str(value.get("text") or ""),
        date=str(value.get("date") or ""),
        start=str(value.get("start") or ""),
        recurrence="" if is_finished else str(value.get("recurrence") or ""),
    )


def cells_by_role(reading: Reading) -> dict[str, dict[str, str]]:
    """Row id → what its columns hold → the words of the cell, as the document prints them."""
    roles = {
        f"{table.id}c{column.index}": column.role
        for table in reading.tables
        for column in table.columns
    }
    found: dict[str, dict[str, str]] = {}
    for cell in reading.cells:
        table, _, rest = cell.id.partition("r")
        role = roles.get(f"{table}c{rest.partition('c')[2]}")
        if cell.row and role and cell.text.strip():
            said = found.setdefault(cell.row, {})
            said[role] = "\n".join(filter(None, [said.get(role), cell.text]))
    return found


def _printed(row: Row, cells: Mapping[str, str]) -> dict[str, Printed]:
    """The printed words of each field; where a column's words went to another field (a status in
    the comments), the column keeps its words too."""
    place = row.place.label()
    found = {
        name: Printed(value.printed, place)
        for name, value in {**row.fields, **row.other}.items()
        if value.printed.strip()
    }
    rest = {role: Printed(text, place) for role, text in cells.items() if role not in found}
    return {**found, **rest}


def _other(row: Row, see: Iterable[str], asked: Iterable[str]) -> dict[str, str]:
    other = {
        heading: ", ".join(map(str, v.value)) if isinstance(v.value, list) else str(v.value)
        for heading, v in row.other.items()
        if v.value not in (None, "", [])
    }
    outside = [target for target in lines_of(row, "see") if target not in see]
    if outside:
        other["See also"] = ", ".join(outside)
    if asked:
        other["To ask the owner"] = " ".join(asked)
    return other


def new_rows(
    plan: Plan, progress: Progress, owners: Mapping[str, tuple[str, ...]], reading: Reading
) -> list[NewRow]:
    """The rows of one plan of a reading. `owners` maps printed owners to references (none: words
    only)."""
    cells = cells_by_role(reading)
    codes = {str(row.value("ref")) for row in plan.rows if row.value("ref")}
    answers = _answers(progress)
    waiting = {
        one.question.about: one.question.text
        for one in progress.answered
        if one.answer == ASK_LATER.code
    }
    found = []
    for row in plan.rows:
        said = answers.get(row.id, {})
        status = (row.value("status") or {}).get("value") or ""
        if said.get("colour") == "no_status":
            status = ""
        is_linked = said.get("link") != "no_link"
        see = tuple(one for one in lines_of(row, "see") if is_linked and one in codes)
        named = tuple(mark for text in lines_of(row, "owners") for mark in _marks(text, owners))
        found.append(
            NewRow(
                title=str(row.value("title") or row.value("ref") or ""),
                code=str(row.value("ref") or ""),
                section=str(row.value("section") or ""),
                parts=tuple(NewPart(title=part, owners=named) for part in lines_of(row, "actions")),
                owners=named,
                due=_due(row, said.get("contradiction") == "finished"),
                status=str(status),
                priority=str((row.value("priority") or {}).get("value") or ""),
                progress=lines_of(row, "progress"),
                review=str(row.value("review") or ""),
                source_ref=str(row.value("source_ref") or ""),
                see=see,
                other=_other(row, see, [waiting[row.id]] if row.id in waiting else []),
                printed=_printed(row, cells.get(row.id, {})),
            )
        )
    return found
