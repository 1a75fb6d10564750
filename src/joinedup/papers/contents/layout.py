"""The columns of a plan as the plan prints them, each cell as at a day: printed words where nothing
has changed since the plan came in, how it stands where something has."""

from __future__ import annotations

from collections.abc import Sequence

from joinedup.assurance.choices import Priority, Status
from joinedup.assurance.models import Plan
from joinedup.assurance.rules.layout import Column as PlanColumn
from joinedup.assurance.rules.layout import columns_of
from joinedup.documents.blocks import Cell, Column, Kind, Table, cell
from joinedup.papers.contents.shaping import bullets, shaped
from joinedup.papers.contents.snapshot import Row
from joinedup.papers.contents.wording import standing_cell

__all__ = ["WIDTHS", "cell_of", "columns_in", "plan_columns", "printed_table"]

WIDTHS = {
    "ref": 0.6, "title": 2.4, "actions": 2.2, "owners": 1.2, "due": 1.4, "start": 1.1,
    "status": 1.9, "priority": 0.9, "progress": 2.8, "review": 1.6, "source_ref": 1.2, "see": 0.8,
}  # fmt: skip
KINDS = {"due": Kind.DATE, "start": Kind.DATE, "status": Kind.STATUS}
FIELDS = {
    "ref": ("code",),
    "title": ("code", "title"),
    "owners": ("owners",),
    "due": ("due_on", "due_text", "start_on", "recurrence"),
    "start": ("start_on",),
    "status": ("status", "declared_on", "agreed_on", "evidence", "last_met_on"),
    "priority": ("priority",),
    "review": ("review_method",),
}
SAYS_STATUS = ("latest", *FIELDS["status"])


def plan_columns(plan: Plan) -> list[PlanColumn]:
    """The columns of a plan, its own headings in their order."""
    return columns_of(plan.columns)


def columns_in(columns: Sequence[PlanColumn]) -> tuple[Column, ...]:
    """The columns as a report prints them."""
    return tuple(
        Column(one.heading, KINDS.get(one.role, Kind.WORDS), WIDTHS.get(one.role, 1.4))
        for one in columns
    )


def _changed(row: Row, names: Sequence[str]) -> bool:
    return any(getattr(row.state, name) != getattr(row.first, name) for name in names)


def _as_printed(row: Row, column: PlanColumn, has_status: bool) -> bool:
    """Whether the plan's own words still say how it stands."""
    if column.role == "actions":
        return not any(_changed(part, ("title", "status")) for part in row.parts)
    if column.role == "progress":
        return not _changed(row, ("latest",) if has_status else SAYS_STATUS)
    return not _changed(row, FIELDS.get(column.role, ()))


def cell_of(row: Row, column: PlanColumn, columns: Sequence[PlanColumn]) -> Cell:
    """One cell of one row."""
    roles = {one.role for one in columns}
    has_status = "status" in roles
    if row.printed and _as_printed(row, column, has_status):
        printed = row.printed_words(column.key)
        if column.role == "title":
            printed = _title(row, printed, "ref" in roles)
        return shaped(printed, _lines(row, column.role))
    return _now(row, column, "ref" in roles, has_status)


def _title(row: Row, printed: str, has_ref: bool) -> str:
    """The printed words of the title; with the code before them where the plan prints it in a
    column of its own that is not shown."""
    if has_ref:
        return printed or row.state.title
    is_beside = row.state.code and row.printed_words("ref") == row.state.code
    return f"{row.state.code}. {printed}" if is_beside else printed


def _lines(row: Row, role: str) -> list[str]:
    """The lines that a printed cell was read as."""
    if role == "actions":
        return [part.first.title for part in row.parts]
    return row.first.latest.split("\n") if role == "progress" else []


def _now(row: Row, column: PlanColumn, has_ref: bool, has_status: bool) -> Cell:
    """What stands in a column of a row that has changed, or was added by hand."""
    state = row.state
    match column.role:
        case "ref":
            return cell(state.code)
        case "title":
            return cell(state.title if has_ref else row.name)
        case "actions":
            return bullets([_part(part) for part in row.parts])
        case "owners":
            return cell(", ".join(row.owners))
        case "due":
            was = row.printed_words(column.key) or row.first.due_text
            moved = f" (first: {was})" if was and state.due_on != row.first.due_on else ""
            return cell(row.due + moved)
        case "status":
            return standing_cell(row)
        case "priority":
            return cell(Priority(state.priority).label if state.priority else "")
        case "progress":
            is_said = not has_status and state.status != Status.UNSTATED
            said = [row.standing + "."] if is_said else []
            return bullets([*said, *state.latest.split("\n")])
        case "review":
            return cell(state.review_method)
    return cell(row.printed_words(column.key) or row.other.get(column.heading, ""))


def _part(part: Row) -> str:
    if part.state.status == Status.UNSTATED:
        return part.state.title
    return f"{part.state.title} ({part.standing})"


def printed_table(caption: str, columns: Sequence[PlanColumn], rows: Sequence[Row]) -> Table:
    """Rows in their printed columns; no caption where a heading stands right above."""
    return Table(
        caption,
        columns_in(columns),
        tuple(tuple(cell_of(row, one, columns) for one in columns) for row in rows),
    )
