"""A table of a report as Word's own table: a header row that repeats, no merged cells."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from joinedup.documents import blocks as b
from joinedup.documents.blockwords import clean_words
from joinedup.documents.writing.tints import TINTS, pale
from joinedup.documents.writing.widths import column_widths, is_short, stays_together
from joinedup.documents.writing.wordparts import WordParts
from joinedup.documents.writing.wordruns import runs_xml

__all__ = ["table_xml"]

SIZE, PADDING = 9.5, 10.0
RIGHT = '<w:jc w:val="right"/>'


def table_xml(table: b.Table, name: str, room: float, parts: WordParts, brand: str) -> str:
    """The table, `room` points wide, with a name for a screen reader.

    `brand` is the colour of its header, without the #.
    """
    return _Table(table, room, parts, brand).xml(clean_words(name).strip())


class _Table:
    def __init__(self, table: b.Table, room: float, parts: WordParts, brand: str) -> None:
        self.table, self.parts, self.brand = table, parts, brand
        points = column_widths(table, room, SIZE, PADDING, parts.slack)
        self.inner = [width - PADDING for width in points]
        self.twips = [int(width * 20) for width in points]
        self.is_small = stays_together(table, self.inner, SIZE)
        self.cell_style = parts.style("cell")
        self.bullets = 0

    def xml(self, name: str) -> str:
        named = f"<w:tblCaption w:val={quoteattr(name)}/>" if name else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.twips)
        rows = "".join(self.row(number) for number in range(len(self.table.rows)))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.parts.style("table")}"/>'
            f'<w:tblW w:w="{sum(self.twips)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{named}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self.head()}{rows}</w:tbl>"
        )

    def head(self) -> str:
        style = self.parts.style("cell heading")
        cells = []
        for column, width in zip(self.table.columns, self.twips, strict=True):
            right = RIGHT if column.holds is b.Kind.NUMBER else ""
            words = runs_xml(b.text(column.words), bold=True, colour="FFFFFF")
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
                f'<w:shd w:val="clear" w:color="auto" w:fill="{self.brand}"/>'
                f'<w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{right}'
                f"</w:pPr>{words}</w:p></w:tc>"
            )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def row(self, number: int) -> str:
        row = self.table.rows[number]
        is_group = number in self.table.group_rows
        short = "<w:trPr><w:cantSplit/></w:trPr>" if is_short(row, self.inner, SIZE) else ""
        is_kept = is_group or (self.is_small and number + 1 < len(self.table.rows))
        keep = "<w:keepNext/>" if is_kept else ""
        cells = "".join(self.cell(cell, place, keep, is_group) for place, cell in enumerate(row))
        return f"<w:tr>{short}{cells}</w:tr>"

    def cell(self, cell: b.Cell, place: int, keep: str, is_group: bool) -> str:
        ground, ink, border = "", "", ""
        if is_group:
            ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{pale("#" + self.brand)[1:]}"/>'
        elif cell.tone in TINTS:
            fill, ink, mark = (colour[1:] for colour in TINTS[cell.tone])
            ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
            border = (
                f'<w:tcBorders><w:left w:val="single" w:sz="24" w:space="0" w:color="{mark}"/>'
                "</w:tcBorders>"
            )
        right = RIGHT if self.table.columns[place].holds is b.Kind.NUMBER else ""
        inside = "".join(
            self.block(block, keep, right, bool(ink) or is_group, ink) for block in cell.blocks
        )
        if not inside:
            inside = f'<w:p><w:pPr><w:pStyle w:val="{self.cell_style}"/>{keep}</w:pPr></w:p>'
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{self.twips[place]}" w:type="dxa"/>{border}{ground}'
            f"</w:tcPr>{inside}</w:tc>"
        )

    def block(
        self,
        block: b.Paragraph | b.Bullets | b.Numbered,
        keep: str,
        right: str,
        is_bold: bool,
        ink: str,
    ) -> str:
        if isinstance(block, b.Paragraph):
            return (
                f'<w:p><w:pPr><w:pStyle w:val="{self.cell_style}"/>{keep}{right}</w:pPr>'
                f"{runs_xml(block.runs, bold=is_bold, colour=ink)}</w:p>"
            )
        if isinstance(block, b.Bullets):
            self.bullets = self.bullets or self.parts.list_number("cell bullet", [1])
            number = self.bullets
        else:
            number = self.parts.list_number("cell number", [block.start])
        style = self.parts.style("cell bullet")
        return "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}<w:numPr><w:ilvl w:val="0"/>'
            f'<w:numId w:val="{number}"/></w:numPr></w:pPr>'
            f"{runs_xml(item, bold=is_bold, colour=ink)}</w:p>"
            for item in block.items
        )
