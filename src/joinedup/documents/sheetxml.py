"""The parts of an Excel workbook as XML text, written straight out: 2,000 rows in a blink."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

__all__ = ["DATE", "HEADING", "MOMENT", "NUMBER", "QUOTED", "TEXT", "SheetPart", "workbook"]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day 0 has no time zone

# cell styles, by their place in `STYLES`
TEXT, HEADING, QUOTED, DATE, MOMENT, NUMBER = range(6)
WRAP = '<alignment vertical="top" wrapText="1"/>'
STYLES = f"""{START}<styleSheet xmlns="{MAIN}"><numFmts count="2">\
<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/>\
</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>\
<name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">\
<fgColor rgb="FFE7E9EC"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/>\
<bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">\
<xf applyAlignment="1">{WRAP}</xf><xf fontId="1" fillId="2" applyFont="1" applyFill="1">{WRAP}</xf>\
<xf quotePrefix="1" applyAlignment="1">{WRAP}</xf><xf numFmtId="164" applyNumberFormat="1">{WRAP}</xf>\
<xf numFmtId="165" applyNumberFormat="1">{WRAP}</xf><xf applyAlignment="1">{WRAP}</xf></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


class SheetPart:
    """One sheet being written, row by row."""

    def __init__(self, name: str, widths: Sequence[float]) -> None:
        self.name = name
        self.widths = widths
        self.rows: list[str] = []
        self._letters = [_letters(col) for col in range(1, max(len(widths), 1) + 1)]

    def text(self, col: int, words: str, style: int) -> str:
        """A cell of words; column counted from 0 in the row that is added next."""
        if not words:
            return ""
        body = f'<t xml:space="preserve">{escape(words)}</t>'
        return f'<c r="{self._at(col)}" s="{style}" t="inlineStr"><is>{body}</is></c>'

    def number(self, col: int, value: float | int | dt.date, style: int) -> str:
        """A cell of a number, or of a date as the number that spreadsheets keep."""
        amount = _serial(value) if isinstance(value, dt.date) else value
        return f'<c r="{self._at(col)}" s="{style}"><v>{amount!r}</v></c>'

    def add(self, cells: Sequence[str]) -> None:
        """End the row."""
        self.rows.append(f'<row r="{len(self.rows) + 1}">{"".join(cells)}</row>')

    def xml(self) -> str:
        """The sheet: frozen heading row, filter, widths, landscape and as wide as one page."""
        columns = "".join(
            f'<col min="{col}" max="{col}" width="{width:.1f}" customWidth="1"/>'
            for col, width in enumerate(self.widths, start=1)
        )
        last = f"{self._letters[-1]}{max(len(self.rows), 1)}"
        return (
            f'{START}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<dimension ref="A1:{last}"/><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
            + (f"<cols>{columns}</cols>" if columns else "")
            + f"<sheetData>{''.join(self.rows)}</sheetData>"
            + (f'<autoFilter ref="A1:{last}"/>' if columns else "")
            + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
        )

    def _at(self, col: int) -> str:
        while col >= len(self._letters):
            self._letters.append(_letters(len(self._letters) + 1))
        return f"{self._letters[col]}{len(self.rows) + 1}"


def _letters(col: int) -> str:
    letters = ""
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _serial(value: dt.date) -> float | int:
    if not isinstance(value, dt.datetime):
        return (value - EPOCH.date()).days
    gone = value.replace(tzinfo=None) - EPOCH
    return gone.days + gone.seconds / 86_400


def workbook(sheets: Sequence[SheetPart]) -> bytes:
    """The whole file."""
    numbered = list(enumerate(sheets, start=1))
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for number, _ in numbered
    )
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": (
            f'{START}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{office}.styles+xml"/>{types}</Types>'
        ),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(numbered),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number, _ in numbered]
            + [("styles", "styles.xml")]
        ),
        "xl/styles.xml": STYLES,
    }
    for number, sheet in numbered:
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet.xml()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for path, text in parts.items():
            archive.writestr(path, text)
    return out.getvalue()


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{START}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _book(numbered: Sequence[tuple[int, SheetPart]]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in numbered
    )
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{number - 1}">'
        f"{escape(_quoted(sheet.name))}!$1:$1</definedName>"
        for number, sheet in numbered
    )
    return (
        f'{START}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>'
        f"<definedNames>{titles}</definedNames></workbook>"
    )


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"
