"""Plain text and Markdown: tables from tabs or pipes, headings, bullets, wrapped paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from joinedup.documents.celllines import table_of_lines
from joinedup.documents.fixed import fixed_table
from joinedup.documents.grid import Block, Cell, Document, Heading, Para, Place, Run, Table
from joinedup.documents.lines import ParaBuilder, decode, split_mark, squeeze
from joinedup.documents.reading import is_pipe_rule

__all__ = ["marked_runs", "read_plain"]

TAG = re.compile(
    r"</?(p|ul|ol|li|br|b|i|strong|em|u|s|strike|span|div|sup|sub|font|del)\b[^<>]*>", re.I
)
EMPHASIS = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
LONGEST_GAP = 4
SPACED = re.compile(r"^\s*([A-Z][A-Za-z/%'’]*(?: [A-Za-z/%'’]+){0,3}):?\s{2,}(\S.*)$")
"""A label and, after a gap, its value ("Owner      Jo Reeves")."""


@dataclass
class _Row:
    line: int
    cells: list[str]
    gap: int = 0
    more: list[str] = field(default_factory=list)


def read_plain(name: str, data: bytes, kind: str = "text") -> Document:
    """A text file as blocks in reading order. `kind` is "text" or "markdown".

    Tables of tabs: two or more lines with tabs, with nothing but up to four blank lines between
    them. Each physical line is one row, so a row cut by a page break stands as two rows (the second
    usually with empty cells), a header repeated on each page stands there each time, and a title
    with empty cells after it is a row with one cell. A new table starts where lines without tabs
    come between or, after blank lines, where the number of columns changes. Three things are
    repaired here because only the text shows them: a quoted cell with line breaks; a line without
    tabs after an unfinished HTML tag or a sentence that goes on in lower case (it becomes another
    paragraph of the last cell); a row broken inside a cell, where two lines together have exactly
    the table's columns. Any other single line without tabs between rows is a row of one cell that
    spans the table. Empty cells are left out of `cells`. `Place.line` is the line in the file and
    `Place.row` the row in the table.

    A label that opens several lines before a gap ("Owner      Jo Reeves") is given a colon.

    HTML inside a cell becomes paragraphs and list items. A `<ul>` whose items have lost their marks
    is one list item with its text whole. Hard-wrapped lines of a paragraph are joined.
    """
    lines = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    reader = _Reader(lines, kind == "markdown")
    return Document(name, kind, tuple(reader.read()), notes=("Plain text holds no colours.",))


class _Reader:
    def __init__(self, lines: list[str], is_markdown: bool) -> None:
        self.lines = lines
        self.is_markdown = is_markdown
        self.blocks: list[Block] = []
        self.tables = 0
        widths = sorted(len(line) for line in lines if len(line) > 40 and "\t" not in line)
        self.wrap = widths[-1] if widths and widths[-1] <= 110 else 0
        opened = Counter(found[1] for line in lines if (found := SPACED.match(line)))
        self.labels = {words for words, count in opened.items() if count >= 2}

    def read(self) -> list[Block]:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if not line.strip():
                at += 1
            elif _tabs(line) and self._tab_table_at(at):
                at = self._tab_table(at)
            elif found := fixed_table(self.lines, at, self.tables + 1):
                self.tables += 1
                self.blocks.append(found[0])
                at = found[1]
            elif lined := table_of_lines(self.lines, at, self.tables + 1):
                self.tables += 1
                self.blocks.append(lined[0])
                at = lined[1]
            elif "|" in line and at + 1 < len(self.lines) and self._is_pipe_table(at):
                at = self._pipe_table(at)
            else:
                at = self._paragraph(at)
        return self.blocks

    # -- tables of tabs

    def _tab_table_at(self, at: int) -> bool:
        blank = 0
        for line in self.lines[at + 1 : at + 12]:
            if _tabs(line):
                return True
            blank = blank + 1 if not line.strip() else blank
            if blank > LONGEST_GAP or (line.strip() and blank):
                return False
        return False

    def _tab_table(self, at: int) -> int:
        rows, at = self._tab_rows(at)
        self.tables += 1
        width = max(len(row.cells) for row in rows)
        cells: list[Cell] = []
        for r, row in enumerate(rows):
            for c, text in enumerate(row.cells):
                place = Place(table=self.tables, row=r + 1, col=c + 1, line=row.line + 1)
                paras = _cell_paras(text, place)
                if paras:
                    span = width if len(row.cells) == 1 and width > 1 else 1
                    cells.append(Cell(r, c, paras, place, colspan=span))
        place = Place(table=self.tables, line=rows[0].line + 1)
        self.blocks.append(Table(tuple(cells), len(rows), width, place))
        return at

    def _tab_rows(self, at: int) -> tuple[list[_Row], int]:
        rows: list[_Row] = []
        blank = 0
        while at < len(self.lines):
            line = self.lines[at]
            if not line.strip(" "):
                blank += 1
                at += 1
                if blank > LONGEST_GAP:
                    break
                continue
            if not _tabs(line):
                if blank or not rows or not self._goes_on(rows, at):
                    break
                at = self._loose_line(rows, at)
                continue
            cells, after = self._quoted(at)
            if rows and blank and len(cells) != len(rows[-1].cells):
                break
            if rows and not blank and self._completes(rows, cells):
                head = rows[-1].cells
                rows[-1].cells = [*head[:-1], head[-1] + "\n" + cells[0], *cells[1:]]
            else:
                rows.append(_Row(at, cells, blank))
            blank = 0
            at = after
        return rows, at

    def _quoted(self, at: int) -> tuple[list[str], int]:
        """The cells of the row at a line, following quoted cells over line ends."""
        text = self.lines[at]
        last = at
        while _has_open_quote(text) and last + 1 < len(self.lines) and last - at < 60:
            if not any('"' in line for line in self.lines[last + 1 : at + 61]):
                break
            last += 1
            text += "\n" + self.lines[last]
        if _has_open_quote(text):
            text, last = self.lines[at], at
        return [_unquoted(cell) for cell in text.split("\t")], last + 1

    def _completes(self, rows: list[_Row], cells: list[str]) -> bool:
        """True where the row before and these cells are one row broken inside a cell."""
        full = max((len(row.cells) for row in rows), default=0)
        short = len(rows[-1].cells)
        return 1 < short < full and len(cells) < full and short + len(cells) - 1 == full

    def _goes_on(self, rows: list[_Row], at: int) -> bool:
        if self._is_wrapped(rows, at):
            return True
        following = next((line for line in self.lines[at + 1 : at + 2] if line.strip()), "")
        return bool(_tabs(following))

    def _is_wrapped(self, rows: list[_Row], at: int) -> bool:
        last = rows[-1].cells[-1]
        line = self.lines[at].strip()
        unclosed = len(re.findall("<(p|ul|li|ol)\\b", last)) > len(
            re.findall("</(p|ul|li|ol)>", last)
        )
        closes = re.match("</(p|ul|li|ol)>", line)
        begins = line[:1].islower() and not re.search("[.!?:;]$", last.strip() or ".")
        bullet = bool(re.match("[•●▪\uf0b7]", line))
        sentence = line.endswith(".") and len(line.split()) >= 4 and last.strip().endswith(".")
        width = max(len(row.cells) for row in rows)
        return bool(last.strip()) and bool(
            (unclosed and closes)
            or begins
            or bullet
            or sentence
            or (len(rows[-1].cells) < width and len(rows) > 1)
        )

    def _loose_line(self, rows: list[_Row], at: int) -> int:
        if self._is_wrapped(rows, at):
            rows[-1].cells[-1] += "\n" + self.lines[at]
        else:
            rows.append(_Row(at, [self.lines[at]]))
        return at + 1

    # -- tables of pipes

    def _is_pipe_table(self, at: int) -> bool:
        following = self.lines[at + 1]
        return is_pipe_rule(following) or (
            self.lines[at].strip().startswith("|")
            and self.lines[at].strip().endswith("|")
            and following.strip().startswith("|")
        )

    def _pipe_table(self, at: int) -> int:
        first = at
        rows: list[tuple[int, list[str]]] = []
        header = 0
        while at < len(self.lines) and "|" in self.lines[at]:
            if is_pipe_rule(self.lines[at]):
                header = header or len(rows)
            else:
                rows.append((at, _pipe_cells(self.lines[at])))
            at += 1
        self.tables += 1
        cells: list[Cell] = []
        width = max(len(row) for _, row in rows) if rows else 1
        for r, (line, texts) in enumerate(rows):
            for c, text in enumerate(texts):
                place = Place(table=self.tables, row=r + 1, col=c + 1, line=line + 1)
                paras = _cell_paras(text, place)
                if paras:
                    cells.append(Cell(r, c, paras, place))
        place = Place(table=self.tables, line=first + 1)
        self.blocks.append(Table(tuple(cells), len(rows), width, place, "", header))
        return at

    # -- everything else

    def _paragraph(self, at: int) -> int:
        line = self.lines[at]
        place = Place(line=at + 1)
        heading = re.match(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$", line)
        if heading:
            para = Para(marked_runs(squeeze(heading[2])), place)
            self.blocks.append(Heading(para.text, len(heading[1]), place, para))
            return at + 1
        if self.is_markdown and at + 1 < len(self.lines):
            under = re.match(r"^\s*(=+|-{3,})\s*$", self.lines[at + 1])
            if under:
                para = Para(marked_runs(squeeze(line)), place)
                self.blocks.append(Heading(para.text, 1 if "=" in under[1] else 2, place, para))
                return at + 2
        if TAG.search(line):
            from joinedup.documents.web import fragment_paras

            self.blocks.extend(fragment_paras(line, place))
            return at + 1
        spaced = SPACED.match(line)
        if spaced and spaced[1] in self.labels:
            self.blocks.append(Para(marked_runs(f"{spaced[1]}: {squeeze(spaced[2])}"), place))
            return at + 1
        indent = len(line) - len(line.lstrip())
        marker, words = split_mark(line.strip())
        last = at
        while last + 1 < len(self.lines) and self._is_wrapped_paragraph(last):
            last += 1
            words += " " + self.lines[last].strip()
        level = None if marker is None else min(indent // 2, 8)
        words = clean_words(words)
        if words:
            self.blocks.append(Para(marked_runs(words), place, level, marker))
        return last + 1

    def _is_wrapped_paragraph(self, at: int) -> bool:
        line, following = self.lines[at].rstrip(), self.lines[at + 1].strip()
        if not following or _tabs(self.lines[at + 1]) or following[0] in "#|":
            return False
        if split_mark(following)[0] or TAG.search(following):
            return False
        if self.is_markdown:
            return not line.endswith("  ") and not re.match(
                r"[\w ]{2,30}:|[A-Z][\w /]{1,30}\s[-–—]\s", following
            )
        if re.match(r"[A-Z][\w ]{1,30}:(\s|$)", following) or not self.wrap:
            return False
        room = self.wrap - len(line)
        return room < len(following.split()[0]) + 1 or (room < 15 and following[0].islower())


def clean_words(text: str) -> str:
    """A paragraph's words on one line; a rule of dashes or stars is no words."""
    words = squeeze(text)
    return "" if re.fullmatch(r"[-=*_\s]{3,}", words) else words


def marked_runs(text: str) -> tuple[Run, ...]:
    """Text with **bold** and ~~struck~~ marks as runs; marks without a partner stay as they are."""
    runs: list[Run] = []
    end = 0
    for found in EMPHASIS.finditer(text):
        if found.start() > end:
            runs.append(Run(text[end : found.start()]))
        struck = found[1] == "~~"
        runs.append(Run(found[2], bold=not struck, strike=struck))
        end = found.end()
    if end < len(text) or not runs:
        runs.append(Run(text[end:]))
    return tuple(runs)


def _tabs(line: str) -> int:
    return line.count("\t") if line.strip(" \t") else 0


def _has_open_quote(text: str) -> bool:
    last = text.split("\t")[-1]
    return last.startswith('"') and (last.count('"') % 2 == 1)


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"') and "\n" in cell:
        return cell[1:-1].replace('""', '"')
    return cell


def _pipe_cells(line: str) -> list[str]:
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _cell_paras(text: str, place: Place) -> tuple[Para, ...]:
    if not text.strip():
        return ()
    if TAG.search(text):
        from joinedup.documents.web import fragment_paras

        return fragment_paras(text, place)
    paras: list[Para] = []
    for line in text.split("\n"):
        paras.extend(_line_paras(line, place))
    return tuple(paras)


def _line_paras(line: str, place: Place) -> list[Para]:
    """One line of a cell; bullets inside it make list items."""
    pieces = re.split(r"\s*[•●▪\uf0b7]\s*", line)
    builder = ParaBuilder(place)
    for number, piece in enumerate(pieces):
        if not piece.strip():
            continue
        if number:
            builder.item(0, "•")
        for run in marked_runs(squeeze(piece)):
            builder.add(run.text, run)
        builder.end()
    return list(builder.finish())
