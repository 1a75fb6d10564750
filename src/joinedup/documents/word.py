"""Word files (.docx): paragraphs and tables in document order, nothing left behind."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from lxml import etree

from joinedup.documents.colours import hex_colour
from joinedup.documents.grid import Block, Cell, Document, Heading, Para, Place, Run, Table
from joinedup.documents.lines import squeeze
from joinedup.documents.refusal import Refused
from joinedup.documents.wordparts import (
    Node,
    Numbering,
    attr,
    child,
    is_on,
    name_of,
    part_xml,
    read_styles,
)
from joinedup.documents.wordtext import Words, content

__all__ = ["read_word"]

DEEPEST = 12
WIDEST = 200


def read_word(name: str, data: bytes) -> Document:
    """A Word file as blocks in reading order.

    Every source cell is a cell, also an empty one; a cell merged down or across stands once with
    its spans. Automatic numbers are list marks of their paragraphs (an automatic number in an
    otherwise empty cell is a paragraph without runs whose `marker` is the number). Tracked
    insertions are read, deletions are not; hidden text, text boxes, footnotes, comments, headers
    and footers stand at the end with `Place.part` saying which. A table inside a cell becomes
    lines of that cell, or a table of its own where the outer table only makes the layout. Pages
    are known only where Word left its marks of the last printing.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Reader(name, archive).read()
    except (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError, OSError, ValueError) as error:
        raise Refused(
            "This Word file is damaged and cannot be opened. Open it in Word, save a fresh copy"
            " and choose that."
        ) from error


class _Reader:
    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self.name = name
        self.archive = archive
        self.words = Words(
            read_styles(part_xml(archive, "word/styles.xml")),
            Numbering(part_xml(archive, "word/numbering.xml")),
        )
        self.blocks: list[Block] = []
        self.tables = 0

    def read(self) -> Document:
        """The whole document."""
        root = part_xml(self.archive, "word/document.xml")
        body = child(root, "body")
        if body is None:
            raise Refused(
                "This Word file has no text in it. Open it in Word, save a fresh copy and choose"
                " that."
            )
        self._blocks(body, 0)
        self._other_parts()
        self.blocks.extend(self.words.hidden)
        notes = []
        if self.words.removed:
            notes.append("Words deleted with “track changes” were left out; insertions were read.")
        if self.words.hidden:
            notes.append("This file holds hidden text. It stands at the end, marked as hidden.")
        return Document(self.name, "docx", tuple(self.blocks), True, tuple(notes))

    def _place(self) -> Place:
        return Place(page=self.words.page if self.words.has_pages else None)

    def _blocks(self, node: Node, depth: int) -> None:
        for one in content(node):
            name = name_of(one)
            if name == "p":
                self._paragraph(one, depth)
            elif name == "tbl":
                self._table(one, depth)
            elif depth < DEEPEST and name not in ("AlternateContent",):
                self._blocks(one, depth + 1)

    def _paragraph(self, node: Node, depth: int) -> None:
        level = self.words.heading_level(node)
        paras = self.words.paras(node, self._place())
        if level is not None and paras:
            first = paras[0]
            text = " ".join(para.text for para in paras)
            marked = first.marker and first.marker[-1:].isascii() and first.marker
            self.blocks.append(
                Heading(f"{marked} {text}" if marked else text, level, first.place, first)
            )
        else:
            self.blocks.extend(paras)
        for box in self.words.take_boxes():
            if depth < DEEPEST:
                self._blocks(box, depth + 1)

    def _table(self, node: Node, depth: int) -> None:
        rows = _rows(node)
        if depth < DEEPEST and _is_layout(rows):
            for row in rows:
                for cell in _cells(row):
                    self._blocks(cell, depth + 1)
            return
        self.tables += 1
        number, page = self.tables, self._place().page
        grid: list[Cell] = []
        hanging: dict[int, int] = {}
        width = 0
        for r, row in enumerate(rows):
            properties = child(row, "trPr")
            col = _number(child(properties, "gridBefore"), 0)
            for node_ in _cells(row):
                shape = child(node_, "tcPr")
                span = max(1, min(_number(child(shape, "gridSpan"), 1), WIDEST))
                place = replace(self._place(), table=number, row=r + 1, col=col + 1)
                paras = tuple(self._cell_paras(node_, place, depth + 1))
                self._put(grid, hanging, Cell(r, col, paras, place, 1, span, _fill(shape)), shape)
                col += span
            width = max(width, col)
        header = 0
        while header < len(rows) and is_on(child(rows[header], "trPr", "tblHeader")):
            header += 1
        place = Place(page=page, table=number)
        self.blocks.append(Table(tuple(grid), len(rows), width, place, "", header))

    def _put(
        self, grid: list[Cell], hanging: dict[int, int], cell: Cell, shape: Node | None
    ) -> None:
        """Add a cell, or lengthen the one above that it is merged into."""
        merge = child(shape, "vMerge")
        goes_on = merge is not None and (attr(merge, "val") or "continue") == "continue"
        at = hanging.get(cell.col)
        if goes_on and at is not None and grid[at].row + grid[at].rowspan == cell.row:
            above = grid[at]
            grid[at] = replace(above, rowspan=above.rowspan + 1, paras=above.paras + cell.paras)
            return
        across = child(shape, "hMerge")
        if across is not None and (attr(across, "val") or "continue") == "continue" and grid:
            left = grid[-1]
            if left.row == cell.row:
                grid[-1] = replace(
                    left, colspan=left.colspan + cell.colspan, paras=left.paras + cell.paras
                )
                return
        hanging.pop(cell.col, None)
        if merge is not None:
            hanging[cell.col] = len(grid)
        grid.append(cell)

    def _cell_paras(self, node: Node, place: Place, depth: int) -> list[Para]:
        paras: list[Para] = []
        for one in content(node):
            name = name_of(one)
            if name == "p":
                paras.extend(self.words.paras(one, place))
                for box in self.words.take_boxes():
                    if depth < DEEPEST:
                        paras.extend(self._cell_paras(box, place, depth + 1))
            elif name == "tbl" and depth < DEEPEST:
                paras.extend(self._inner_rows(one, place, depth + 1))
            elif depth < DEEPEST:
                paras.extend(self._cell_paras(one, place, depth + 1))
        return paras

    def _inner_rows(self, table: Node, place: Place, depth: int) -> list[Para]:
        """A table inside a cell: each row one line, its cells apart by a bar, empty ones too."""
        lines: list[Para] = []
        for row in _rows(table):
            cells = [self._cell_paras(cell, place, depth + 1) for cell in _cells(row)]
            filled = [paras for paras in cells if paras]
            if len(filled) == 1:
                lines.extend(filled[0])
                continue
            runs: list[Run] = []
            for at, paras in enumerate(cells[: cells.index(filled[-1]) + 1] if filled else []):
                runs.extend([Run(" | ")] if at else [])
                for number, para in enumerate(paras):
                    mark = f"{para.marker} " if para.marker else ""
                    runs.extend([Run((" " if number else "") + mark), *para.runs])
            if runs:
                lines.append(Para(tuple(run for run in runs if run.text), place))
        return lines

    def _other_parts(self) -> None:
        names = sorted(self.archive.namelist())
        for kind in ("footnotes", "endnotes", "comments", "header", "footer"):
            seen: set[str] = set()
            for path in names:
                tail = path.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
                if path.startswith("word/") and path.endswith(".xml") and tail == kind:
                    self._part(path, kind.removesuffix("s"), seen)
        for path in names:
            if path.startswith("word/diagrams/data") and path.endswith(".xml"):
                self._diagram(path)

    def _part(self, path: str, part: str, seen: set[str]) -> None:
        root = part_xml(self.archive, path)
        if root is None:
            return
        for note in [root] if part in ("header", "footer") else list(root):
            if attr(note, "type") in ("separator", "continuationSeparator"):
                continue
            for para in self._cell_paras(note, Place(part=part), 1):
                if para.text not in seen:
                    self.blocks.append(para)
                if part in ("header", "footer"):
                    seen.add(para.text)

    def _diagram(self, path: str) -> None:
        root = part_xml(self.archive, path)
        for node in root.iter() if root is not None else ():
            words = squeeze(node.text or "") if name_of(node) == "t" else ""
            if words:
                self.blocks.append(Para((Run(words),), Place(part="diagram")))


def _rows(table: Node) -> list[Node]:
    found = [one for one in content(table) if name_of(one) == "tr"]
    return [row for row in found if child(row, "trPr", "del") is None]


def _cells(row: Node) -> list[Node]:
    return [one for one in content(row) if name_of(one) == "tc"]


def _is_layout(rows: list[Node]) -> bool:
    """True for a table that only arranges the page: it holds tables of several columns."""
    cells = [cell for row in rows for cell in _cells(row)]
    inner = [one for cell in cells for one in content(cell) if name_of(one) == "tbl"]
    real = [table for table in inner if sum(len(_cells(row)) > 1 for row in _rows(table)) > 1]
    if len(cells) == 1:
        return bool(real)
    return bool(real) and len(cells) <= 4 and max(len(_cells(row)) for row in rows) <= 2


def _number(node: Node | None, default: int) -> int:
    text = attr(node, "val") or ""
    return int(text) if text.isdecimal() and len(text) < 6 else default


def _fill(shape: Node | None) -> str | None:
    shade = child(shape, "shd")
    fill = hex_colour(attr(shade, "fill"))
    if fill is None and attr(shade, "val") == "solid":
        fill = hex_colour(attr(shade, "color"))
    return fill
