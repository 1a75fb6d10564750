"""Report blocks as the paragraphs and tables of a Word file.

The XML is written as text: a plan of 400 rows is thousands of cells, and making them one object at
a time takes most of a minute. Tables are kept apart until the end (`with_tables`), for to move
them from tree to tree takes longer than to read them.
"""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml

from joinedup.documents import blocks as b
from joinedup.documents.blockwords import clean_words
from joinedup.documents.writing.pictures import png_size
from joinedup.documents.writing.tints import deep
from joinedup.documents.writing.typefaces import width_of
from joinedup.documents.writing.wordparts import WordParts
from joinedup.documents.writing.wordruns import line, paragraph, runs_xml
from joinedup.documents.writing.wordstyles import NAMESPACES
from joinedup.documents.writing.wordtable import table_xml

__all__ = ["WordBody", "with_tables"]

TWIP = 20
EMU = 12700
FIELD_COLUMN = 2892
FIELD_WORDS = 132.0
HANGS = {2: (680, 680), 3: (1531, 851), 4: (2211, 964)}
LIST_INDENT = 680
PLACE = re.compile(rb'<w:tbl w:report="(\d+)"/>')


class WordBody:
    """Turns blocks into Word's elements, for one file and one report."""

    def __init__(self, parts: WordParts, colour: str, pictures: dict[str, bytes]) -> None:
        self.parts = parts
        self.brand = deep(colour)[1:]
        self.pictures = pictures
        self.bullets = 0
        self.tables: list[str] = []

    def elements(self, blocks: tuple[b.Block, ...], room: float, above: int) -> list[Any]:
        """The elements of some blocks (no annexes), in a column of `room` points.

        `above` is the level of the heading they stand under: 0, or 1 inside an annexe.
        """
        out: list[str] = []
        outline = 0
        indent = 0
        levels = b.levels_of(blocks, above)
        for place, block in enumerate(blocks):
            if isinstance(block, b.Paragraph):
                indent = LIST_INDENT if block.number_level else 0
            elif not isinstance(block, b.Bullets | b.Numbered):
                indent = 0
            is_numbered = (isinstance(block, b.Heading) and block.is_numbered) or (
                isinstance(block, b.Paragraph) and block.number_level
            )
            if is_numbered and not outline:
                outline = self.parts.list_number("outline", [1, 1, 1, 1])
            if isinstance(block, b.Heading):
                out.append(self.heading(block, levels[place], outline))
            elif isinstance(block, b.Paragraph):
                out.append(self.paragraph(block, outline))
            elif isinstance(block, b.Bullets | b.Numbered):
                out.append(self.listed(block, indent))
            else:
                out.append(self.apart(block, room))
            if isinstance(block, b.Table | b.Chart) and _needs_gap(blocks, place):
                out.append(paragraph(self.parts.style("gap"), ""))
        root = parse_xml(f"<w:body {NAMESPACES}>{''.join(out)}</w:body>")
        return list(root)

    def heading(self, block: b.Heading, level: int, outline: int) -> str:
        style = f"heading {level}"
        number = ""
        if block.is_numbered and not self.parts.numbers_itself(style):
            left = 567 if block.level == 1 else 680 if block.level == 2 else 851
            number = (
                f'<w:numPr><w:ilvl w:val="{block.level - 1}"/><w:numId w:val="{outline}"/></w:numPr>'
                f'<w:ind w:left="{left}" w:hanging="{left}"/>'
            )
        elif not block.is_numbered and self.parts.numbers_itself(style):
            number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        return paragraph(self.parts.style(style), runs_xml(b.text(block.words)), number)

    def paragraph(self, block: b.Paragraph, outline: int) -> str:
        if not block.number_level:
            return paragraph(self.parts.style("normal"), runs_xml(block.runs))
        left, hang = HANGS[block.number_level]
        properties = (
            f'<w:numPr><w:ilvl w:val="{block.number_level - 1}"/><w:numId w:val="{outline}"/>'
            f'</w:numPr><w:ind w:left="{left}" w:hanging="{hang}"/>'
        )
        return paragraph(self.parts.style("numbered paragraph"), runs_xml(block.runs), properties)

    def listed(self, block: b.Bullets | b.Numbered, indent: int) -> str:
        if isinstance(block, b.Bullets):
            self.bullets = self.bullets or self.parts.list_number("bullet", [1])
            number, style, left, hang = self.bullets, "bullet", 454, 284
        else:
            number = self.parts.list_number("number", [block.start])
            style, left, hang = "number", 510, 397
        properties = (
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            f'<w:ind w:left="{left + indent}" w:hanging="{hang}"/>'
        )
        key = self.parts.style(style)
        last = len(block.items) - 1
        # the first and the last point never stand alone on a page
        kept = {0, last - 1} - {last}
        return "".join(
            paragraph(key, runs_xml(item), ("<w:keepNext/>" if at in kept else "") + properties)
            for at, item in enumerate(block.items)
        )

    def apart(self, block: b.Block, room: float) -> str:
        if isinstance(block, b.Fields):
            return self.fields(block)
        if isinstance(block, b.Choice):
            return self.choice(block)
        if isinstance(block, b.Table):
            return self.table(block, block.caption, room)
        if isinstance(block, b.Chart):
            return self.chart(block, room)
        if isinstance(block, b.Note):
            return self.note(block)
        if isinstance(block, b.PageBreak):
            return paragraph(self.parts.style("gap"), '<w:r><w:br w:type="page"/></w:r>')
        raise TypeError(f"an annexe stands at the end of a report, not inside {block.kind}")

    def fields(self, block: b.Fields) -> str:
        style = self.parts.style("field")
        out: list[tuple[str, str]] = []
        for row in block.rows:
            label = clean_words(row.label)
            is_long = width_of(label, 11, bold=True) > FIELD_WORDS
            first, *rest = row.paragraphs or ((),)
            start = runs_xml(b.text(label), bold=True, colour=self.brand)
            start += "<w:r><w:br/></w:r>" if is_long else "<w:r><w:tab/></w:r>"
            out.append(("field", start + runs_xml(first)))
            out.extend(("more", runs_xml(item)) for item in rest)
        made = []
        for place, (kind, inside) in enumerate(out):
            is_last = place == len(out) - 1
            border = self._field_border(kind == "field", place, is_last)
            indent = f'<w:ind w:left="{FIELD_COLUMN}" w:firstLine="0"/>' if kind == "more" else ""
            after = '<w:spacing w:before="0" w:after="240"/>' if is_last else ""
            made.append(paragraph(style, inside, border + after + indent))
        return "".join(made)

    def _field_border(self, is_field: bool, place: int, is_last: bool) -> str:
        # Word draws no line between paragraphs whose borders are the same, so no two are
        grey = f'w:val="single" w:sz="4" w:color="B9C2C{6 + place % 2}"'
        top = f'w:val="single" w:sz="10" w:color="{self.brand}"' if place == 0 else grey
        lines = f'<w:top {top} w:space="5"/>' if is_field else ""
        lines += f'<w:bottom {grey} w:space="5"/>' if is_last else ""
        return f"<w:pBdr>{lines}</w:pBdr>" if lines else ""

    def choice(self, block: b.Choice) -> str:
        runs = []
        for place, words in enumerate(block.marked()):
            runs.append(runs_xml(b.text(words, bold=place == block.ticked)))
        options = "<w:r><w:tab/></w:r>".join(runs)
        return line(self.parts.style("question"), block.question) + paragraph(
            self.parts.style("options"), options
        )

    def table(self, table: b.Table, name: str, room: float) -> str:
        caption = line(self.parts.style("caption"), table.caption) if table.caption.strip() else ""
        self.tables.append(table_xml(table, name, room, self.parts, self.brand))
        return f'{caption}<w:tbl w:report="{len(self.tables) - 1}"/>'

    def chart(self, chart: b.Chart, room: float) -> str:
        png = self.pictures[chart.svg]
        relation, number = self.parts.picture(png)
        wide, high = png_size(png)
        across = int(min(room, 470.0) * EMU)
        size = f'cx="{across}" cy="{across * high // max(wide, 1)}"'
        alt, title = quoteattr(clean_words(chart.alt)), quoteattr(clean_words(chart.title))
        drawing = (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{number}" name="Chart {number}" descr={alt} title={title}/>'
            "<a:graphic><a:graphicData"
            ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="Chart {number}" descr={alt}/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
            f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        return (
            line(self.parts.style("caption"), chart.title)
            + paragraph(self.parts.style("picture"), drawing)
            + self.table(chart.table_beneath, chart.table.caption, room)
        )

    def note(self, block: b.Note) -> str:
        style = self.parts.style("note")
        last = len(block.paragraphs) - 1
        return "".join(
            paragraph(
                style,
                runs_xml(item),
                f'<w:spacing w:before="{200 if place == 0 else 0}"'
                f' w:after="{260 if place == last else 80}"/>',
            )
            for place, item in enumerate(block.paragraphs)
        )


def _needs_gap(blocks: tuple[b.Block, ...], place: int) -> bool:
    """Word joins two tables that touch, and words should not stand against a table's edge."""
    if place + 1 == len(blocks):
        return False
    after = blocks[place + 1]
    if isinstance(after, b.Table):
        return not after.caption.strip()
    return not isinstance(after, b.Heading | b.Chart | b.PageBreak | b.Annexe | b.Note)


def with_tables(xml: bytes, tables: list[str]) -> bytes:
    """The XML of a document with its tables in the places kept for them."""
    return PLACE.sub(lambda found: tables[int(found[1])].encode(), xml)
