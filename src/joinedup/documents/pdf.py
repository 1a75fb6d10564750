"""PDF files that hold text: tables, paragraphs, headings, colours. No recognition of pictures."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from joinedup.documents.grid import Block, Document, Heading, Para, Place, Run, Table
from joinedup.documents.pdflines import Line, Word, colour_of, lines_of, paras_of
from joinedup.documents.pdfstrips import strip_table
from joinedup.documents.pdftables import (
    Box,
    aligned_regions,
    aligned_table,
    edges_of,
    fills_of,
    goes_on_from,
    head_lines,
    ruled_table,
)
from joinedup.documents.refusal import Refused

__all__ = ["read_pdf"]

NO_TEXT = (
    "This PDF is a scan: it holds pictures of pages and no text. Choose the Word or Excel file it"
    " was made from, or have the scan turned into text (OCR) and choose that PDF."
)
LOCKED = (
    "This PDF is protected with a password. Open it, print or save it as a new PDF without the"
    " password and choose that."
)
DAMAGED = (
    "This PDF is damaged and cannot be opened. Open it in the program it was made with, save a"
    " fresh copy and choose that."
)
MOST_PAGES = 400


@dataclass
class _Page:
    number: int
    height: float
    words: list[Word]
    boxes: list[list[Box]]
    fills: list[Any]
    rules: list[float]
    lines: list[Line] = field(default_factory=list)


def read_pdf(name: str, data: bytes) -> Document:
    """A PDF as blocks in reading order, page by page.

    Each page's part of a table is a `Table` of its own; a row cut by the page end stands as two
    rows. Lines repeated at the top or foot of pages, and page numbers, stand at the end with
    `Place.part`. Larger type than the body makes a `Heading`; bold lines are paragraphs with bold
    runs. Words outside any table are kept as paragraphs.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise Refused(
                    f"This PDF has more than {MOST_PAGES} pages. Save the pages with the plan as a"
                    " PDF of their own and choose that."
                )
            pages = [_page(page) for page in pdf.pages]
    except (Refused, MemoryError):
        raise
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed) as error:
        raise Refused(LOCKED) from error
    except PdfminerException as error:
        locked = any(isinstance(part, PDFPasswordIncorrect) for part in error.args)
        raise Refused(LOCKED if locked else DAMAGED) from error
    except Exception as error:
        raise Refused(DAMAGED) from error
    if not any(page.words for page in pages):
        raise Refused(NO_TEXT)
    return _Reader(name, pages).read()


def _page(page: Any) -> _Page:
    seen = {(one["text"], round(one["x0"]), round(one["top"])) for one in page.chars}
    if len(seen) < 0.97 * len(page.chars):  # bold made by printing each letter twice
        page = page.dedupe_chars()
    attributes = ["fontname", "size", "non_stroking_color"]
    strokes = _strokes(page)
    words = [
        _word(one, strokes)
        for one in page.extract_words(x_tolerance=1.5, y_tolerance=2, extra_attrs=attributes)
    ]
    words += _bullets(page, words)
    boxes = []
    for table in page.find_tables():
        cells = [tuple(float(edge) for edge in cell) for cell in table.cells]
        boxes.append(cells)
    fills = fills_of(page)
    heights = [stroke[1] for stroke in strokes if stroke[2] - stroke[0] > 60]
    heights += [edge for fill in fills for edge in (fill.box[1], fill.box[3])]
    rules = edges_of(heights)
    made = _Page(page.page_number, float(page.height), words, boxes, fills, rules)  # type: ignore[arg-type]
    page.close()
    return made


def _strokes(page: Any) -> list[tuple[float, float, float]]:
    """Horizontal lines: left, height on the page, right."""
    found = []
    for line in [*page.lines, *page.rects]:
        if abs(line["bottom"] - line["top"]) < 2 and line["x1"] - line["x0"] > 3:
            found.append((line["x0"], (line["top"] + line["bottom"]) / 2, line["x1"]))
    return found


def _bullets(page: Any, words: list[Word]) -> list[Word]:
    """Bullets that were drawn as small round or square shapes, not set as letters."""
    found = []
    for shape in [*page.curves, *page.rects]:
        wide, high = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
        if not (1.5 < wide < 7 and 0.8 < wide / max(high, 0.1) < 1.25):
            continue
        y = (shape["top"] + shape["bottom"]) / 2
        for word in words:
            near = 0 < word.x0 - shape["x1"] < 2.5 * word.size
            if near and word.top < y < word.bottom and wide < word.size * 0.7:
                box = (shape["x0"], shape["x1"], word.top, word.bottom)
                found.append(Word("•", *box, word.size, Run("")))
                break
    return found


def _word(one: dict[str, Any], strokes: list[tuple[float, float, float]]) -> Word:
    font = str(one.get("fontname") or "").lower()
    x0, x1, top, bottom = one["x0"], one["x1"], one["top"], one["bottom"]
    height = bottom - top
    struck = any(
        top + 0.35 * height < y < bottom - 0.25 * height
        and min(right, x1) - max(left, x0) > 0.7 * (x1 - x0)
        for left, y, right in strokes
    )
    run = Run(
        "",
        bold=any(weight in font for weight in ("bold", "black", "heavy")),
        italic="italic" in font or "oblique" in font,
        strike=struck,
        colour=colour_of(one.get("non_stroking_color")),
    )
    return Word(one["text"], x0, x1, top, bottom, float(one.get("size") or height), run)


class _Reader:
    def __init__(self, name: str, pages: list[_Page]) -> None:
        self.name = name
        self.pages = pages
        self.blocks: list[Block] = []
        self.tables = 0
        self.heads: dict[str, tuple[tuple[float, float], ...]] = {}
        self.head_lines: dict[str, tuple[str, ...]] = {}
        letters = Counter[float]()
        for page in pages:
            for word in page.words:
                letters[round(word.size, 1)] += len(word.text)
        self.body = letters.most_common(1)[0][0]
        bigger = sorted((size for size in letters if size > self.body * 1.12), reverse=True)
        self.heading_sizes = bigger[:6]
        texts = (word.text.lower().strip(".,;:()“”\"'") for page in pages for word in page.words)
        self.known = frozenset(texts)

    def read(self) -> Document:
        """The whole file."""
        edge = self._margins()
        for page in self.pages:
            self._one(page)
        self.blocks.extend(edge)
        notes = [
            f"Page {page.number} holds no text; if it is a picture, its words were not read."
            for page in self.pages
            if not page.words
        ]
        return Document(self.name, "pdf", tuple(self.blocks), True, tuple(notes[:20]))

    def _margins(self) -> list[Block]:
        """Takes running heads, feet and page numbers out of the pages; gives them as paragraphs."""
        seen = Counter[str]()
        places: list[tuple[_Page, Line, str, str]] = []
        for page in self.pages:
            tabled = {id(word) for boxes in page.boxes for word in _inside(page.words, boxes)}
            for line in lines_of([word for word in page.words if id(word) not in tabled]):
                part = "header" if line.bottom < page.height * 0.09 else "footer"
                if part == "footer" and line.top < page.height * 0.91:
                    continue
                key = re.sub(r"\d+", "#", line.text)
                seen[key] += 1
                places.append((page, line, key, part))
        blocks: list[Block] = []
        told: set[str] = set()
        for page, line, key, part in places:
            numbered = re.fullmatch(r"\W*(page)?\W*#(\W*(of|/)?\W*#)?\W*", key, re.I)
            if seen[key] < 2 and not numbered:
                continue
            gone = {id(word) for word in line.words}
            page.words = [word for word in page.words if id(word) not in gone]
            if line.text not in told:
                told.add(line.text)
                where = Place(page=page.number, part=part)
                blocks.extend(paras_of([line], where, line.x1, self.known))
        return blocks

    def _one(self, page: _Page) -> None:
        parts: list[tuple[float, list[Block]]] = []
        free = page.words
        strip = strip_table(lines_of(free), page.boxes, page.rules)
        if strip is not None:
            gone = {id(word) for line in strip.lines for word in line.words}
            free = [word for word in free if id(word) not in gone]
            gaps = [(edge - strip.pad, edge + strip.pad) for edge in strip.edges]
            place = Place(page=page.number)
            lines = list(strip.lines)
            table = aligned_table(lines, gaps, page.rules, place, self.known, page.fills)
            parts.append((lines[0].top, [table]))
        for boxes in page.boxes:
            words = _inside(free, boxes)
            if not words:
                continue
            is_box = len(boxes) == 1
            columns = len({round(box[0]) for box in boxes})
            if is_box or (columns == 1 and aligned_regions(lines_of(words))):
                continue  # a frame, not a table: what is in it is read like the rest of the page
            taken = {id(word) for word in words}
            free = [word for word in free if id(word) not in taken]
            top = min(box[1] for box in boxes)
            parts.append((top, [self._ruled(page, boxes, words)]))
        parts.extend(self._loose(page, free, [top for top, _ in parts]))
        for _, blocks in sorted(parts, key=lambda part: part[0]):
            for block in blocks:
                self.blocks.append(self._numbered(block) if isinstance(block, Table) else block)

    def _numbered(self, table: Table) -> Table:
        self.tables += 1
        cells = tuple(
            replace(cell, place=replace(cell.place, table=self.tables)) for cell in table.cells
        )
        return replace(table, cells=cells, place=replace(table.place, table=self.tables))

    def _ruled(self, page: _Page, boxes: list[Box], words: list[Word]) -> Table:
        return ruled_table(boxes, words, page.fills, Place(page=page.number), self.known)

    def _loose(
        self, page: _Page, words: list[Word], tops: list[float]
    ) -> list[tuple[float, list[Block]]]:
        """What is in no ruled table: tables of aligned words, headings and paragraphs."""
        parts: list[tuple[float, list[Block]]] = []
        lines = lines_of(words)
        bands: list[list[Line]] = [[]]
        for line in lines:
            if bands[-1] and any(bands[-1][-1].top < top < line.top for top in tops):
                bands.append([])
            bands[-1].append(line)
        for band in bands:
            at = 0
            regions = aligned_regions(band)
            for again in goes_on_from(band, self.heads):
                if all(again.last < one.first or one.last < again.first for one in regions):
                    regions.append(again)
            for region in sorted(regions, key=lambda one: one.first):
                parts.extend(self._prose(page, band[at : region.first]))
                inner = band[region.first : region.last + 1]
                place = Place(page=page.number)
                table = aligned_table(
                    inner, region.gaps, page.rules, place, self.known, page.fills, self.head_lines
                )
                if inner[0].text not in self.heads:
                    self.heads[inner[0].text] = region.gaps
                    head = head_lines(inner, region.gaps, page.rules)
                    self.head_lines[inner[0].text] = head
                parts.append((inner[0].top, [table]))
                at = region.last + 1
            parts.extend(self._prose(page, band[at:]))
        return parts

    def _prose(self, page: _Page, lines: list[Line]) -> list[tuple[float, list[Block]]]:
        parts: list[tuple[float, list[Block]]] = []
        place = Place(page=page.number)
        right = max((line.x1 for line in lines), default=0)
        group: list[Line] = []
        level: int | None = None
        for line in lines:
            own = self._level(line)
            if group and own != level:
                parts.append((group[0].top, self._group(group, level, place, right)))
                group = []
            group.append(line)
            level = own
        if group:
            parts.append((group[0].top, self._group(group, level, place, right)))
        return parts

    def _group(
        self, lines: list[Line], level: int | None, place: Place, right: float
    ) -> list[Block]:
        paras = paras_of(lines, place, right, self.known)
        if level is None:
            return list(paras)
        return [_heading(para, level) for para in paras]

    def _level(self, line: Line) -> int | None:
        size = round(line.size, 1)
        return self.heading_sizes.index(size) + 1 if size in self.heading_sizes else None


def _heading(para: Para, level: int) -> Heading:
    text = f"{para.marker} {para.text}" if para.marker else para.text
    return Heading(text, level, para.place, para)


def _inside(words: list[Word], boxes: list[Box]) -> list[Word]:
    x0, top = min(box[0] for box in boxes) - 1, min(box[1] for box in boxes) - 1
    x1, bottom = max(box[2] for box in boxes) + 1, max(box[3] for box in boxes) + 1
    return [w for w in words if x0 <= w.middle[0] <= x1 and top <= w.middle[1] <= bottom]
