"""The report as PDF: tagged for screen readers (PDF/UA-1), with the fonts we bring along.

Typst sets the pages from `report.typ`, which holds no words of its own but "Page … of …". The
report reaches it as data; a name like "#table" stays a name.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from joinedup.documents import blocks as b
from joinedup.documents.blockwords import Text, clean_words
from joinedup.documents.writing.pictures import chart_orders, charts_of
from joinedup.documents.writing.press import PressFailed, press
from joinedup.documents.writing.tints import GREY, INK, LINE, TINTS, deep, pale
from joinedup.documents.writing.typefaces import FAMILIES, VENDOR, printable
from joinedup.documents.writing.widths import column_widths, is_short, stays_together, with_breaks

__all__ = ["printed_words", "write_pdf"]

PORTRAIT, LANDSCAPE = 470.5, 717.1
TABLE_SIZE, TEXT_SIZE, PADDING = 9.5, 11.0, 10.0
HANGS = {1: 28.0, 2: 34.0, 3: 42.0, 4: 48.0}
UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed', re.S)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
ATTEMPTS = 4


@lru_cache(maxsize=1)
def _source() -> str:
    return (VENDOR.parent / "report.typ").read_text(encoding="utf-8")


def printed_words(words: str) -> str:
    """The words as the PDF prints them: a sign without a letter in our fonts as its name."""
    return printable(clean_words(words))


def write_pdf(report: b.Report) -> bytes:
    """The report as a tagged PDF (PDF/UA-1), A4, annexes in landscape where they ask for it.

    Signs that no font of ours has stand as their names in brackets. Raises `UnsafePicture` for a
    chart that is more than a picture.
    """
    beyond: frozenset[str] = frozenset()
    charts = charts_of(report)
    for _ in range(ATTEMPTS):
        try:
            return _compiled(report, beyond, charts)
        except PressFailed as error:
            found = _unprintable(error)
            if found <= beyond:
                raise
            beyond |= found
    return _compiled(report, beyond | _all_beyond_latin(report), charts)


def _compiled(report: b.Report, beyond: frozenset[str], charts: list[str]) -> bytes:
    data = json.dumps(_Data(beyond, charts).report(report))
    order = {
        "source": _source(),
        "format": "pdf",
        "inputs": {"report": data},
        "standards": ["ua-1"],
    }
    return press([*chart_orders(charts), order])[-1]


def _unprintable(error: PressFailed) -> frozenset[str]:
    texts = UNPRINTABLE.findall(str(error))
    plain = [ESCAPED.sub(lambda code: chr(int(code[1], 16)), words) for words in texts]
    return frozenset(plain) | frozenset(
        char for words in plain for char in words if ord(char) > 127
    )


def _all_beyond_latin(report: b.Report) -> frozenset[str]:
    return frozenset(char for words in b.pieces_of(report) for char in words if ord(char) > 0x24F)


class _Data:
    """The report as the plain data that `report.typ` reads."""

    def __init__(self, beyond: frozenset[str], charts: list[str]) -> None:
        self.beyond = beyond
        self.charts = charts

    def words(self, words: str) -> str:
        return printable(clean_words(words), self.beyond)

    def runs(self, runs: Text, room: float, size: float = TEXT_SIZE) -> list[dict[str, Any]]:
        return [
            {
                "words": with_breaks(self.words(run.words), room, size),
                "bold": run.is_bold,
                "italic": run.is_italic,
            }
            for run in runs
        ]

    def report(self, report: b.Report) -> dict[str, Any]:
        language, _, region = report.language.partition("-")
        colour = deep(report.colour)

        def fitted(words: str, size: float) -> str:
            return with_breaks(self.words(words), PORTRAIT, size)

        return {
            "title": fitted(report.title, 22),
            "subtitle": fitted(report.subtitle, 13),
            "organisation": fitted(report.organisation, 12),
            "marking": fitted(report.marking, TEXT_SIZE),
            "reference": fitted(report.reference, 9),
            "head": fitted(" · ".join(filter(None, (report.organisation, report.title))), 9),
            "footer": [fitted(line, 9) for line in report.footer],
            "author": self.words(report.author or report.organisation),
            "lang": language.lower(),
            "region": region.upper() or None,
            "fonts": list(FAMILIES),
            "colour": colour,
            "pale": pale(colour),
            "ink": INK,
            "grey": GREY,
            "line": LINE,
            "blocks": self.blocks(report.blocks, PORTRAIT, 0),
        }

    def blocks(self, blocks: tuple[b.Block, ...], room: float, above: int) -> list[dict[str, Any]]:
        made, indent = [], 0.0
        levels = b.levels_of(blocks, above)
        for block, label, level in zip(blocks, b.labels_of(blocks), levels, strict=True):
            if isinstance(block, b.Paragraph):
                indent = HANGS[2] if block.number_level else 0.0
            elif not isinstance(block, b.Bullets | b.Numbered):
                indent = 0.0
            made.append(
                {"kind": block.kind, "level": level, **self.block(block, label, room, indent)}
            )
        return made

    def block(self, block: b.Block, label: str, room: float, indent: float) -> dict[str, Any]:
        if isinstance(block, b.Heading):
            words = with_breaks(self.words(block.words), room - HANGS[block.level], 14)
            return {"words": words, "label": label, "hang": HANGS[block.level]}
        if isinstance(block, b.Paragraph):
            return self.paragraph(block, label, room)
        if isinstance(block, b.Bullets | b.Numbered):
            return {"indent": indent, **self.listed(block, room - indent - 40)}
        if isinstance(block, b.Table):
            return self.table(block, room)
        if isinstance(block, b.Annexe):
            wide = LANDSCAPE if block.is_landscape else PORTRAIT
            return {
                "title": with_breaks(self.words(block.title), wide, 14),
                "landscape": block.is_landscape,
                "blocks": self.blocks(block.blocks, wide, 1),
            }
        return self.apart(block, room)

    def apart(self, block: b.Block, room: float) -> dict[str, Any]:
        if isinstance(block, b.Fields):
            rows = [
                {
                    "label": with_breaks(self.words(row.label), 128, TEXT_SIZE),
                    "paragraphs": [self.runs(item, room - 150) for item in row.paragraphs],
                }
                for row in block.rows
            ]
            return {"rows": rows}
        if isinstance(block, b.Choice):
            options = [
                {"words": self.words(words), "ticked": place == block.ticked}
                for place, words in enumerate(block.marked())
            ]
            question = with_breaks(self.words(block.question), room, TEXT_SIZE)
            return {"question": question, "options": options}
        if isinstance(block, b.Chart):
            return {
                "title": with_breaks(self.words(block.title), room, TEXT_SIZE),
                "alt": self.words(block.alt),
                "picture": f"chart-{self.charts.index(block.svg)}.png",
                "width": min(room, PORTRAIT),
                "table": self.table(block.table_beneath, room),
            }
        if isinstance(block, b.Note):
            return {"paragraphs": [self.runs(item, room - 30) for item in block.paragraphs]}
        return {}

    def paragraph(self, block: b.Paragraph, label: str, room: float) -> dict[str, Any]:
        level = block.number_level
        hang = HANGS[max(level, 2)] if level else 0.0
        indent = HANGS[2] * (level - 2) if level > 2 else 0.0
        runs = self.runs(block.runs, room - hang - indent)
        return {"runs": runs, "label": label, "hang": hang, "indent": indent}

    def listed(
        self, block: b.Bullets | b.Numbered, room: float, size: float = TEXT_SIZE
    ) -> dict[str, Any]:
        items = [self.runs(item, room, size) for item in block.items]
        return (
            {"items": items, "start": block.start}
            if isinstance(block, b.Numbered)
            else {"items": items}
        )

    def table(self, table: b.Table, room: float) -> dict[str, Any]:
        widths = column_widths(table, room, TABLE_SIZE, PADDING)
        inner = [width - PADDING for width in widths]
        columns = [
            {
                "words": with_breaks(self.words(column.words), wide, TABLE_SIZE),
                "kind": column.holds.value,
            }
            for column, wide in zip(table.columns, inner, strict=True)
        ]
        rows = [
            self.row(row, inner, number in table.group_rows)
            for number, row in enumerate(table.rows)
        ]
        caption = with_breaks(self.words(table.caption), room, TABLE_SIZE)
        return {
            "caption": caption,
            "columns": columns,
            "rows": rows,
            "widths": widths,
            "size": TABLE_SIZE,
            "together": stays_together(table, inner, TABLE_SIZE),
        }

    def row(self, row: tuple[b.Cell, ...], inner: list[float], is_group: bool) -> dict[str, Any]:
        cells = []
        for cell, wide in zip(row, inner, strict=True):
            ground, ink, mark = TINTS.get(cell.tone, (None, None, None))
            blocks = [self.in_cell(block, wide) for block in cell.blocks]
            plain_words = _only_words(blocks)
            held = {"words": plain_words} if plain_words is not None else {"blocks": blocks}
            cells.append({**held, "ground": ground, "ink": ink, "mark": mark})
        return {"cells": cells, "group": is_group, "short": is_short(row, inner, TABLE_SIZE)}

    def in_cell(self, block: b.Paragraph | b.Bullets | b.Numbered, wide: float) -> dict[str, Any]:
        if isinstance(block, b.Paragraph):
            return {"kind": "paragraph", "runs": self.runs(block.runs, wide, TABLE_SIZE)}
        return {"kind": block.kind, **self.listed(block, wide - 14, TABLE_SIZE)}


def _only_words(blocks: list[dict[str, Any]]) -> str | None:
    """The words of a cell that holds nothing but one plain paragraph; it is set much faster."""
    if not blocks:
        return ""
    runs = blocks[0].get("runs", ())
    if len(blocks) == 1 and len(runs) == 1 and not (runs[0]["bold"] or runs[0]["italic"]):
        return str(runs[0]["words"])
    return None
