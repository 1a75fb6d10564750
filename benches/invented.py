"""Invented plans in every kind of file that is read, for tests and for the hostile-file bench."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from typing import Any

import docx
import openpyxl
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.styles import Font, PatternFill

HEADINGS = ["Ref", "Action", "Lead", "Due", "Progress"]
ROWS = [
    ["K1", "Ask each school for its rota of named leads", "Wren Ashdown", "31/08/2031", "Started"],
    ["K2", "Check every lantern on the towpath", "Idris Bellweather & Fen Cole", "Monthly", ""],
    ["K3", "Teach parks staff to spot worry", "Head of Parks, Thistle Bay", "TBC", "Overdue"],
    ["K4", "Bring a report to the harbour panel", "Director of Quays", "Mar-32", "Complete"],
]


def word(build: Callable[[Any], None] | None = None) -> bytes:
    """A Word file: the invented plan, or whatever `build` puts into an empty one."""
    document = docx.Document()
    if build:
        build(document)
    else:
        document.add_heading("Harbour safeguarding plan", 1)
        document.add_paragraph("Agreed by the Thistle Bay partnership.")
        word_table(document, [HEADINGS, *ROWS])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_table(holder: Any, rows: Sequence[Sequence[str]]) -> Any:
    """Add a table of plain words to a document or a cell."""
    table = holder.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def element(name: str, text: str = "", **attributes: str) -> Any:
    """A WordprocessingML element: element("w:shd", fill="FF0000")."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    if text:
        made.text = text
    return made


def workbook(build: Callable[[Any], None] | None = None) -> bytes:
    """An Excel file: the invented plan, or whatever `build` puts into a new workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    if build:
        build(book)
    else:
        sheet.title = "Plan"
        for row in [HEADINGS, *ROWS]:
            sheet.append(row)
        sheet["D2"] = dt.date(2031, 8, 31)
        sheet["A1"].font = Font(bold=True)
        sheet["E4"].fill = PatternFill("solid", fgColor="FFC000")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def pdf(source: str | None = None) -> bytes:
    """A PDF set by typst: the invented plan, or a source of one's own."""
    if source is None:
        cells = ", ".join(f"[{text}]" for row in [HEADINGS, *ROWS] for text in row)
        source = f"= Harbour safeguarding plan\nAgreed in Thistle Bay.\n#table(columns: 5, {cells})"
    made = typst.compile(source.encode(), format="pdf")
    return bytes(made)


def page(rows: Sequence[Sequence[str]] = (HEADINGS, *ROWS)) -> bytes:
    """An HTML page with the plan as a table."""
    body = "".join("<tr>" + "".join(f"<td>{x}</td>" for x in row) + "</tr>" for row in rows)
    return f"<html><body><h1>Plan</h1><table>{body}</table></body></html>".encode()


def separated(mark: str, code: str = "utf-8") -> bytes:
    """The plan as separated values."""
    lines = [
        mark.join(f'"{text}"' if mark in text else text for text in row)
        for row in [HEADINGS, *ROWS]
    ]
    return "\r\n".join(lines).encode(code)


def markdown() -> bytes:
    """The plan as a Markdown table."""
    lines = ["| " + " | ".join(row) + " |" for row in [HEADINGS, ["---"] * 5, *ROWS]]
    return ("# Harbour plan\n\n" + "\n".join(lines) + "\n").encode()


def message() -> bytes:
    """A saved e-mail with the plan attached."""
    mail = EmailMessage()
    mail["From"] = "Wren Ashdown <wren@harbour.example>"
    mail["To"] = "idris@harbour.example"
    mail["Subject"] = "Lanterns checked"
    mail["Date"] = "Tue, 02 Sep 2031 09:15:00 +0100"
    mail.set_content("All lanterns were checked.\n\nTwo are out.")
    mail.add_attachment(
        separated(","), maintype="text", subtype="csv", filename="..\\..\\lanterns.csv"
    )
    return mail.as_bytes()


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A zip package with each part changed; a part for which None comes back is left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """A zip package with one more part."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return out.getvalue()
