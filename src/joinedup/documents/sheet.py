"""Excel workbooks (.xlsx, .xlsm without its macros): each sheet's tables, shown as on screen."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import replace
from typing import Any

from lxml import etree

from joinedup.documents.colours import hex_colour, tinted
from joinedup.documents.grid import Block, Cell, Document, Para, Place, Run
from joinedup.documents.lines import ParaBuilder, squeeze, typed_marks
from joinedup.documents.refusal import Refused
from joinedup.documents.sheetparts import split_into_tables
from joinedup.documents.shown import shown, typed
from joinedup.documents.wordparts import name_of, part_xml

__all__ = ["read_sheet"]

MOST_CELLS = 400_000
MOST_MERGED = 600_000
UNWORKED = re.compile(rb"<f[^>]*>[^<]*</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>")
MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"'
)
DAMAGED = (
    "This Excel file is damaged and cannot be opened. Open it in Excel, save a fresh copy and"
    " choose that."
)
THREADED = re.compile(r"^\[Threaded comment\].*?Comment:\s*", re.S)
THEME_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)


def read_sheet(name: str, data: bytes) -> Document:
    """A workbook as tables, sheet by sheet; how a sheet is cut is in `sheetparts`.

    Each cell has the text a person sees ("60%", "31/03/2024") and its typed `value`. Formulas give
    the result that was stored, and are never worked out. Empty cells are left out unless they have
    a fill. Hidden rows, columns and sheets are read and marked. Notes on cells, text boxes, and
    headers and footers of the printed page stand after the tables, with `Place.part`.
    """
    import openpyxl

    _refuse_vast_merges(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=True)
        return _Reader(name, data, book).read()
    except Refused:
        raise
    except MemoryError:
        raise
    except Exception as error:
        raise Refused(DAMAGED) from error


def _refuse_vast_merges(data: bytes) -> None:
    """openpyxl makes a record for each cell under a merge: over a whole sheet that never ends."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for path in archive.namelist():
                if not path.startswith("xl/worksheets/sheet"):
                    continue
                found = MERGE.findall(archive.read(path))
                if sum(_area(*(part.decode() for part in ends)) for ends in found) > MOST_MERGED:
                    raise Refused(
                        "A sheet in this Excel file has a merged cell over hundreds of thousands of"
                        " cells. Unmerge it in Excel, save the file and choose it again."
                    )
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Refused(DAMAGED) from error


def _area(left: str, top: str, right: str, bottom: str) -> int:
    across = abs(_column(right) - _column(left)) + 1
    return across * (abs(int(bottom) - int(top)) + 1)


def _column(letters: str) -> int:
    """A sheet's column letters as a number counted from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class _Reader:
    def __init__(self, name: str, data: bytes, book: Any) -> None:
        self.name = name
        self.data = data
        self.book = book
        self.theme = _theme(book)
        self.notes: list[str] = []
        self.blocks: list[Block] = []
        self.after: list[Block] = []

    def read(self) -> Document:
        """The whole workbook."""
        for sheet in self.book.worksheets:
            self._sheet(sheet)
        self._drawings()
        blocks = (*self.blocks, *self.after)
        return Document(self.name, "xlsx", blocks, True, tuple(self.notes))

    def _sheet(self, sheet: Any) -> None:
        if len(sheet._cells) > MOST_CELLS:
            raise Refused(
                f"The sheet “{sheet.title}” has more than {MOST_CELLS:,} cells, too many for a plan."
                " Copy the plan alone into a new workbook and choose that."
            )
        hidden_sheet = sheet.sheet_state != "visible"
        hidden_cols = _hidden_columns(sheet)
        hidden_rows = {row for row, shape in sheet.row_dimensions.items() if shape.hidden}
        spans = {
            (span.min_row, span.min_col): (
                span.max_row - span.min_row + 1,
                span.max_col - span.min_col + 1,
            )
            for span in sheet.merged_cells.ranges
        }
        cells: list[Cell] = []
        hid = False
        for (row, col), cell in sorted(sheet._cells.items()):
            made = self._cell(sheet, cell, row, col, spans.get((row, col), (1, 1)))
            if made is None:
                continue
            covered = row in hidden_rows or col in hidden_cols
            hid = hid or (covered and bool(made.paras))
            if covered or hidden_sheet:
                made = _hidden(made)
            cells.append(made)
            self._note(sheet, cell, made.place)
        if cells and hidden_sheet:
            self.notes.append(f"The sheet “{sheet.title}” is hidden in the workbook; it was read.")
        if hid:
            self.notes.append(f"Hidden rows or columns on the sheet “{sheet.title}” were read.")
        self.blocks.extend(split_into_tables(_trimmed(cells), Place(sheet=sheet.title)))
        self._print_words(sheet)

    def _cell(
        self, sheet: Any, cell: Any, row: int, col: int, span: tuple[int, int]
    ) -> Cell | None:
        value = getattr(cell, "value", None)
        fill = self._fill(cell) if cell.has_style else None
        comment = getattr(cell, "comment", None)
        is_blank = value is None or (isinstance(value, str) and not value.strip())
        if is_blank and not fill and comment is None:
            return None
        place = Place(sheet=sheet.title, row=row, col=col)
        paras = self._paras(cell, value, place)
        return Cell(row - 1, col - 1, paras, place, *span, fill=fill, value=_value(value))

    def _paras(self, cell: Any, value: object, place: Place) -> tuple[Para, ...]:
        if value is None:
            return ()
        font = cell.font if cell.has_style else None
        like = self._like(font, Run(""))
        builder = ParaBuilder(place)
        pieces: list[tuple[str, Run]] = []
        if type(value).__name__ == "CellRichText":
            for piece in value:  # type: ignore[attr-defined]
                own = like if isinstance(piece, str) else self._like(piece.font, like)
                pieces.append((piece if isinstance(piece, str) else piece.text or "", own))
        else:
            pieces.append((shown(value, cell.number_format), like))
        for text, own in pieces:
            lines = re.split(r"\r\n|\r|\n|_x000D_", text)
            for number, line in enumerate(lines):
                if number:
                    builder.end()
                builder.add(line, own)
        return typed_marks(builder.finish())

    def _like(self, font: Any, base: Run) -> Run:
        if font is None:
            return base
        bold = getattr(font, "b", None)
        strike = getattr(font, "strike", None)
        italic = getattr(font, "i", None)
        colour = self._colour(getattr(font, "color", None))
        return Run(
            "",
            bold=base.bold if bold is None else bool(bold),
            italic=base.italic if italic is None else bool(italic),
            strike=base.strike if strike is None else bool(strike),
            colour=(None if colour == "000000" else colour) or base.colour,
        )

    def _fill(self, cell: Any) -> str | None:
        fill = cell.fill
        pattern = getattr(fill, "patternType", None)
        if pattern in (None, "none", "gray125"):
            stops = getattr(fill, "stop", None)
            return self._colour(stops[0].color) if stops else None
        colour = self._colour(fill.fgColor) or self._colour(fill.bgColor)
        return None if colour == "ffffff" else colour

    def _colour(self, colour: Any) -> str | None:
        if colour is None:
            return None
        if colour.type == "theme" and isinstance(colour.theme, int):
            base = self.theme[colour.theme] if colour.theme < len(self.theme) else None
            return tinted(base, colour.tint or 0.0) if base else None
        if colour.type == "indexed" and isinstance(colour.indexed, int):
            from openpyxl.styles.colors import COLOR_INDEX

            table = getattr(self.book, "_colors", None) or COLOR_INDEX
            return hex_colour(table[colour.indexed]) if colour.indexed < len(table) else None
        return hex_colour(colour.rgb) if isinstance(colour.rgb, str) else None

    def _note(self, sheet: Any, cell: Any, place: Place) -> None:
        comment = getattr(cell, "comment", None)
        text = THREADED.sub("", comment.text or "") if comment is not None else ""
        where = Place(sheet=sheet.title, row=place.row, col=place.col, part="note")
        for line in text.splitlines():
            if line.strip():
                self.after.append(Para((Run(squeeze(line)),), where))

    def _print_words(self, sheet: Any) -> None:
        for part in ("header", "footer"):
            shape = getattr(sheet, f"odd{part.title()}", None)
            for side in ("left", "center", "right"):
                text = getattr(getattr(shape, side, None), "text", None)
                words = squeeze(re.sub(r"&\[?\w*\]?", " ", text)) if text else ""
                if words:
                    place = Place(sheet=sheet.title, part=part)
                    self.after.append(Para((Run(words),), place))

    def _drawings(self) -> None:
        """Words in text boxes, and a note on formulas that were saved without their results."""
        unworked = 0
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            for path in sorted(archive.namelist()):
                if path.startswith("xl/worksheets/sheet"):
                    unworked += len(UNWORKED.findall(archive.read(path)))
                if not re.fullmatch(r"xl/drawings/drawing\d+\.xml", path):
                    continue
                root = part_xml(archive, path)
                for node in root.iter() if root is not None else ():
                    if name_of(node) == "p":
                        self._box(node)
        if unworked:
            self.notes.append(
                f"Cells with formulas whose results were not saved: {unworked}. Open the file in"
                " Excel, save it and choose it again to have them read."
            )

    def _box(self, node: etree._Element) -> None:
        words = squeeze("".join(one.text or "" for one in node.iter() if name_of(one) == "t"))
        if words:
            self.after.append(Para((Run(words),), Place(part="text box")))


def _value(value: object) -> Any:
    return None if isinstance(value, str | list) else typed(value)


def _hidden(cell: Cell) -> Cell:
    return replace(cell, is_hidden=True)


def _trimmed(cells: list[Cell]) -> list[Cell]:
    """Without coloured empty cells beyond the words, which a painted row or sheet has by thousands."""
    worded = [cell for cell in cells if cell.paras]
    if not worded:
        return []
    bottom = max(cell.row + cell.rowspan for cell in worded)
    right = max(cell.col + cell.colspan for cell in worded)
    top, left = min(cell.row for cell in worded), min(cell.col for cell in worded)
    kept = []
    for cell in cells:
        if cell.paras or (top <= cell.row < bottom and left <= cell.col < right):
            kept.append(cell)
    rows = {cell.row for cell in worded}
    return [cell for cell in kept if cell.paras or cell.row in rows]


def _hidden_columns(sheet: Any) -> set[int]:
    hidden: set[int] = set()
    for shape in sheet.column_dimensions.values():
        if shape.hidden and shape.min and shape.max:
            hidden.update(range(shape.min, min(shape.max, 16_384) + 1))
    return hidden


def _theme(book: Any) -> list[str | None]:
    source = getattr(book, "loaded_theme", None)
    if not source:
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(source if isinstance(source, bytes) else source.encode(), parser)
    colours: list[str | None] = []
    for node in root.iter():
        if name_of(node) == "clrScheme":
            for slot in node:
                shade = slot[0] if len(slot) else None
                text = shade.get("lastClr") or shade.get("val") if shade is not None else None
                colours.append(hex_colour(text))
            break
    return [colours[at] if at < len(colours) else None for at in THEME_ORDER]
