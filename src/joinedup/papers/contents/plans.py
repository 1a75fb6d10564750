"""Plans as tables: in their printed layout, as audit actions, as five columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from joinedup.assurance.choices import Proof, Status
from joinedup.assurance.models import Plan
from joinedup.assurance.rules.layout import Column
from joinedup.documents.blocks import Block, Cell, Heading, Table, cell
from joinedup.pages.dates import long_date, plural
from joinedup.papers.contents.layout import plan_columns, printed_table
from joinedup.papers.contents.snapshot import Row, Snapshot
from joinedup.papers.contents.wording import note, paragraph

__all__ = ["audit_actions", "five_column", "plan_table", "section_11"]

AUDIT = (
    Column("title", "Action", "title"),
    Column("priority", "Priority", "priority"),
    Column("status", "Status", "status"),
)
SECTION_11 = (
    Column("title", "Action", "title"),
    Column("owners", "Allocated to", "owners"),
    Column("progress", "Comments", "progress"),
)
FIVE = (
    Column("title", "Recommendation", "title"),
    Column("actions", "Actions", "actions"),
    Column("owners", "Lead responsibility", "owners"),
    Column("progress", "Progress", "progress"),
    Column("review", "Review method", "review"),
)
BARE = frozenset({"ref", "title"})


def plan_table(snap: Snapshot) -> list[Block]:
    """Each plan in its printed layout, a table for each of its sections."""
    return [block for plan in snap.plans for block in _plan(snap, plan)]


def _nothing_known(snap: Snapshot) -> Block:
    """Said of a plan that has no rows, or whose rows came later than the day of the paper."""
    return paragraph(f"Nothing in this plan was known on {long_date(snap.on)}.")


def _plan(snap: Snapshot, plan: Plan) -> list[Block]:
    rows, columns = snap.of(plan), _columns(plan)
    blocks: list[Block] = [Heading(2, plan.title, is_numbered=False)]
    if not rows:
        return [*blocks, _nothing_known(snap)]
    for title, inside in _sections(rows):
        if title:
            blocks.append(Heading(3, title, is_numbered=False))
        blocks.append(printed_table("", columns, inside))
    return [*blocks, *_declared(rows)]


def _columns(plan: Plan) -> Sequence[Column]:
    """The plan's own columns; for a plan made by hand, enough to say how it stands."""
    own = plan_columns(plan)
    if {one.role for one in own} <= BARE:
        return (
            *own,
            Column("owners", "Owner", "owners"),
            Column("due", "Due", "due"),
            Column("status", "How it stands", "status"),
            Column("progress", "Progress", "progress"),
        )
    return own


def _sections(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """The rows in printed order, those that follow each other in one section together. A section
    that was read out of the words of a row is no heading: it stands in the cell."""
    in_cells = {row.printed_words("title") for row in rows} - {""}
    found: list[tuple[str, list[Row]]] = []
    for row in rows:
        title = "" if row.printed_words("section") in in_cells else row.state.section
        if not found or found[-1][0] != title:
            found.append((title, []))
        found[-1][1].append(row)
    return found


def _declared(rows: Sequence[Row]) -> list[Block]:
    """What "complete" rests on, said once below the table."""
    said = [
        one for one in rows if one.state.status == Status.COMPLETE and one.state.proof in
        (Proof.NONE, Proof.DECLARED)
    ]  # fmt: skip
    if not said:
        return []
    return [
        note(
            f"{plural(len(said), 'row')} of {len(rows)} "
            f"{'is' if len(said) == 1 else 'are'} declared complete without evidence so far."
        )
    ]


def _as(snap: Snapshot, usual: Sequence[Column]) -> list[Block]:
    """Each plan as one table: under its own headings where they hold what the usual ones hold."""
    blocks: list[Block] = []
    wanted = {one.role for one in usual}
    for plan in snap.plans:
        own = plan_columns(plan)
        columns = own if wanted <= {one.role for one in own} else usual
        if len(snap.plans) > 1:
            blocks.append(Heading(2, plan.title, is_numbered=False))
        rows = snap.of(plan)
        if rows:
            caption = "" if len(snap.plans) > 1 else plan.title
            made = printed_table(caption, columns, rows)
            blocks += [made if columns is own else _banded(made, rows), *_declared(rows)]
        else:
            blocks.append(_nothing_known(snap))
    return blocks


def _banded(table: Table, rows: Sequence[Row]) -> Table:
    """The table with a row above each section of the plan that names it, where it has several."""
    parts = _sections(rows)
    if len(parts) == 1 or not all(title for title, _ in parts):
        return table
    lines: list[tuple[Cell, ...]] = []
    bands, place = set(), 0
    for title, inside in parts:
        bands.add(len(lines))
        lines.append((cell(title, bold=True), *[cell() for _ in table.columns[1:]]))
        lines += table.rows[place : place + len(inside)]
        place += len(inside)
    return replace(table, rows=tuple(lines), group_rows=frozenset(bands))


def audit_actions(snap: Snapshot) -> list[Block]:
    """What an audit asked for: action, priority, status."""
    return _as(snap, AUDIT)


def section_11(snap: Snapshot) -> list[Block]:
    """What a Section 11 audit asked for: action, to whom it is allocated, comments."""
    return _as(snap, SECTION_11)


def five_column(snap: Snapshot) -> list[Block]:
    """Recommendation, actions, lead, progress and review method."""
    return _as(snap, FIVE)
