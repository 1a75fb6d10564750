"""From row kinds to drafts: which source rows make one action, and what stands in its columns."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property

from joinedup.documents.grid import Cell

from .celllabels import TEXT_ROLES, told_in
from .cells import Line, TableView, is_blank, join_lines
from .doubles import names_both, part_of
from .inlabels import LABEL, role_of_label
from .model import Column, RowKind
from .rowsense import across

__all__ = ["Draft", "Piece", "Piled", "draft_rows", "pile"]

_WIDE = Column(-1, "Update", "update", 0.85)
_BOTH = ("owners", "due")
_SAID_IN_LABELS = ("owners", "due", "status", "actions", "progress")
_ONE = {"owner_tick": "owners", "due_tick": "due", "due_revised": "due", "tick": "status"}
_OPEN_END = re.compile(r"\b(and|of|the|to|for|in|with|by|a|or)$")
_END = re.compile(r"[.!?:;]\s*$")


@dataclass(frozen=True)
class Piece:
    """One source row with the columns of its table."""

    view: TableView
    row: int
    columns: tuple[Column, ...]
    is_wide: bool = False
    """True for one cell across the table that tells on about the row above."""

    @property
    def id(self) -> str:
        return self.view.row_id(self.row)

    def cells(self, role: str) -> list[tuple[Column, Cell]]:
        """The cells at this row in the columns of a role, merged ones included."""
        if self.is_wide:
            return self._wide(role)
        found = []
        for column in self.columns:
            wanted = column.role == role or (role in _BOTH and column.index in self.doubles)
            wanted = wanted or role in self.labelled.get(column.index, {})
            cell = self.view.at(self.row, column.index) if wanted else None
            if cell is not None:
                found.append((column, cell))
        return found

    def _wide(self, role: str) -> list[tuple[Column, Cell]]:
        cell = _wide_cell(self.view, self.row)
        told = cell is not None and role in self.labelled.get(_WIDE.index, {})
        return [(_WIDE, cell)] if cell is not None and told else []

    @cached_property
    def labelled(self) -> dict[int, dict[str, list[Line]]]:
        """For each column of words: its lines by the role that their label says ("" for none)."""
        wide = _wide_cell(self.view, self.row) if self.is_wide else None
        if wide is not None:
            told = told_in(self.view.lines(wide), _SAID_IN_LABELS)
            told["progress"] = told.pop("") + told.get("progress", [])
            return {_WIDE.index: told}
        if (told_beside := self._beside_label()) is not None:
            return told_beside
        absent = {*_SAID_IN_LABELS} - {
            _ONE.get(column.role, column.role) for column in self.columns
        }
        if not absent:
            return {}
        found: dict[int, dict[str, list[Line]]] = {}
        for column in self.columns:
            cell = self.view.at(self.row, column.index) if column.role in TEXT_ROLES else None
            if cell is not None and ":" in cell.text:
                told = told_in(self.view.lines(cell), absent)
                if len(told) > 1:
                    found[column.index] = told
        return found

    def _beside_label(self) -> dict[int, dict[str, list[Line]]] | None:
        """The lines beside a label of a column of labels; None where the table has none."""
        labels = next((column.index for column in self.columns if column.role == LABEL), None)
        if labels is None:
            return None
        cell = self.view.at(self.row, labels + 1)
        role = role_of_label(self.view.text(self.row, labels))
        if cell is None or role == "other":
            return {}
        return {labels + 1: {role: self.view.lines(cell), "": []}}

    @cached_property
    def doubles(self) -> frozenset[int]:
        """Columns that hold the owner and the date in one cell ("Lead and target date")."""
        roles = {column.role for column in self.columns}
        return frozenset(
            column.index
            for column in self.columns
            if column.role in _BOTH and not roles.issuperset(_BOTH) and names_both(column.heading)
        )


@dataclass
class Draft:
    """One row of the plan before its fields are read. Each member is one source action row with
    the rows that continue it."""

    members: list[list[Piece]]
    section: str = ""
    section_cells: tuple[str, ...] = ()
    kinds: list[RowKind] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.members[0][0].id

    @property
    def pieces(self) -> list[Piece]:
        return [piece for member in self.members for piece in member]

    @property
    def token(self) -> Hashable:
        """The rows and columns it is made of, to keep what was read from it by."""
        members = tuple(
            tuple((piece.view, piece.row, piece.columns, piece.is_wide) for piece in member)
            for member in self.members
        )
        return members, self.section, self.section_cells, tuple(self.kinds)

    @property
    def confidence(self) -> float:
        """How sure it is that these source rows belong together."""
        return min((kind.confidence for kind in self.kinds), default=1.0)


@dataclass(frozen=True, slots=True)
class Piled:
    """The lines of one field of one draft, with the cells they come from."""

    lines: tuple[Line, ...]
    cells: tuple[str, ...]
    columns: tuple[Column, ...]
    sources: tuple[Cell, ...]
    parts: tuple[tuple[Line, ...], ...] = ()
    """The lines of each source by itself."""

    @property
    def text(self) -> str:
        return " ".join(line.printed for line in self.lines)

    @property
    def confidence(self) -> float:
        return min((column.confidence for column in self.columns), default=1.0)

    @property
    def why(self) -> str:
        return next((column.why for column in self.columns if column.why), "")


def draft_rows(
    view: TableView,
    columns: tuple[Column, ...],
    kinds: list[RowKind],
    drafts: list[Draft],
    section: tuple[str, tuple[str, ...]],
) -> tuple[str, tuple[str, ...]]:
    """Add the rows of one table to `drafts`; return the section that holds at its end."""
    for row, kind in enumerate(kinds):
        piece = Piece(view, row, columns)
        if kind.kind == "heading":
            band = across(view, row)
            cells = view.filled(row) if band is None else [band]
            text = " ".join(view.text(row, cell.col) for cell in cells).strip()
            section = (text, tuple(view.cell_id(cell) for cell in cells))
        elif kind.kind == "action" or (kind.kind in ("continuation", "more") and not drafts):
            drafts.append(Draft([[piece]], *section, kinds=[kind]))
        elif kind.kind == "continuation":
            wide = _wide_cell(view, row)
            _continue(drafts[-1], replace(piece, is_wide=True) if wide is not None else piece)
            drafts[-1].kinds.append(kind)
        elif kind.kind == "more":
            drafts[-1].members.append([piece])
            drafts[-1].kinds.append(kind)
    return section


def _wide_cell(view: TableView, row: int) -> Cell | None:
    """The only filled cell of a row, where it stands across most of the table."""
    cells = view.filled(row)
    is_wide = len(cells) == 1 and cells[0].colspan >= max(2, 0.6 * view.table.n_cols)
    return cells[0] if is_wide else None


def _continue(draft: Draft, piece: Piece) -> None:
    draft.members[-1].append(piece)


def _joins(above: Line, line: Line) -> bool:
    """True where a line goes on with the line above across a page break."""
    if line.is_item or not above.text:
        return False
    if line.text[:1].islower():
        return True
    return not _END.search(above.text) and (
        len(above.text.split()) >= 8 or _OPEN_END.search(above.text) is not None
    )


def _add_lines(lines: list[Line], new: list[Line], is_next_row: bool) -> None:
    for n, line in enumerate(new):
        if n == 0 and is_next_row and lines and _joins(lines[-1], line):
            lines[-1] = join_lines(lines[-1], line)
        else:
            lines.append(line)


def pile(member: list[Piece], role: str, seen: set[str]) -> Piled:
    """The lines in the columns of a role over one member. `seen` are cells already used for this
    field in the draft (a merged cell counts once)."""
    lines: list[Line] = []
    cells: list[str] = []
    columns: list[Column] = []
    sources: list[Cell] = []
    parts: list[tuple[Line, ...]] = []
    wanted = _columns(member, role)
    placed = [(piece, piece.cells(role)) for piece in member] if wanted else []
    for column in wanted:
        first = True
        for piece, in_role in placed:
            for col, cell in in_role:
                if col.index != column:
                    continue
                spot = piece.view.cell_id(cell)
                if spot in seen:
                    continue
                seen.add(spot)
                own = piece.view.lines(cell)
                if column in piece.labelled:
                    own = piece.labelled[column].get("" if col.role == role else role, [])
                new = [line for line in own if not is_blank(line.printed)]
                if column in piece.doubles:
                    new = part_of(new, role)
                if new or cell.value is not None or cell.fill:
                    columns.append(col)
                    cells.append(spot)
                    sources.append(cell)
                    parts.append(tuple(new))
                _add_lines(lines, new, not first)
                first = first and not new
    return Piled(tuple(lines), tuple(cells), tuple(columns), tuple(sources), tuple(parts))


def _columns(member: list[Piece], role: str) -> list[int]:
    found: list[int] = []
    for piece in member:
        for column in (_WIDE,) if piece.is_wide else piece.columns:
            wanted = column.role == role or (role in _BOTH and column.index in piece.doubles)
            wanted = wanted or role in piece.labelled.get(column.index, {})
            if wanted and column.index not in found:
                found.append(column.index)
    return found
