"""One door for reading: looks at what the file really is and hands it to its reader."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from joinedup.documents.grid import Document
from joinedup.documents.lines import decode
from joinedup.documents.refusal import Refused

__all__ = ["is_pipe_rule", "kind_of", "read_document"]

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
SAVE_AS = {
    "xls": "This is an old Excel file (.xls). Open it in Excel, save it as “Excel Workbook (.xlsx)”"
    " and choose that file.",
    "doc": "This is an old Word file (.doc). Open it in Word, save it as “Word Document (.docx)”"
    " and choose that file.",
    "ppt": "This is a PowerPoint file. Copy the table into a Word document and choose that file.",
    "odt": "This is an OpenDocument text. Open it in Word or LibreOffice, save it as .docx and"
    " choose that file.",
    "ods": "This is an OpenDocument spreadsheet. Open it in Excel or LibreOffice, save it as .xlsx"
    " and choose that file.",
    "rtf": "This is a rich text file (.rtf). Open it in Word, save it as “Word Document (.docx)”"
    " and choose that file.",
    "picture": "This is a picture, so its words cannot be read. Choose the Word, Excel or PDF file"
    " it was made from.",
    "pages": "This is an Apple Pages or Numbers file. Export it as Word or Excel and choose that"
    " file.",
    "zip": "This is a zip folder. Unpack it and choose the document inside.",
    "mail": "This is a saved e-mail. Add it to an action as evidence, or choose the document that"
    " is attached to it.",
    "locked": "This file is protected with a password. Open it, take the password off, save it and"
    " choose it again.",
    "unknown": "This file is of a kind that cannot be read here. Choose a Word (.docx), Excel"
    " (.xlsx), PDF, CSV, web page or text file.",
    "empty": "This file is empty. Check that it was saved, and choose it again.",
    "broken": "This file is damaged and cannot be opened. Open it in the program it was made"
    " with, save a fresh copy and choose that.",
}


def read_document(name: str, data: bytes) -> Document:
    """Read one file into the neutral grid.

    `name` is the file's name (a path is cut to its last part); what the file is gets decided by
    its contents, and only between kinds of plain text by its name. Raises `Refused` with a plain
    sentence. Nothing here guards against hostile files: use `box.read_boxed` for uploads.
    """
    name = PurePath(name.replace("\\", "/")).name
    kind = kind_of(name, data)
    if kind in SAVE_AS:
        raise Refused(SAVE_AS[kind])
    if kind == "docx":
        from joinedup.documents.word import read_word

        return read_word(name, data)
    if kind == "xlsx":
        from joinedup.documents.sheet import read_sheet

        return read_sheet(name, data)
    if kind == "pdf":
        from joinedup.documents.pdf import read_pdf

        return read_pdf(name, data)
    if kind == "html":
        from joinedup.documents.web import read_web

        return read_web(name, data)
    if kind == "csv":
        from joinedup.documents.delimited import read_delimited

        return read_delimited(name, data)
    from joinedup.documents.plain import read_plain

    return read_plain(name, data, kind)


def kind_of(name: str, data: bytes) -> str:
    """ "docx", "xlsx", "pdf", "html", "csv", "markdown", "text", or a key of `SAVE_AS`."""
    if not data.strip(b" \t\r\n\x00"):
        return "empty"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kind_of_zip(data)
    if data.startswith(OLD_OFFICE):
        return _kind_of_old_office(name, data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(PICTURES) and any(byte > 127 or byte < 9 for byte in data[:200]):
        return "picture"
    text = decode(data[:20_000])
    if not _is_text(data[:20_000], text):
        return "unknown"
    return _kind_of_text(name, text)


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:80] if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, KeyError, OSError, RuntimeError, EOFError):
        return "broken"
    except NotImplementedError:
        return "broken"
    if b"opendocument.text" in mime:
        return "odt"
    if b"opendocument" in mime:
        return "ods"
    if any(entry.startswith("word/") for entry in names):
        return "docx"
    if any(entry.startswith("xl/") for entry in names):
        return "xlsx"
    if any(entry.startswith("ppt/") for entry in names):
        return "ppt"
    if any(entry.startswith("Index/") for entry in names):
        return "pages"
    return "broken" if "[Content_Types].xml" in names else "zip"


def _kind_of_old_office(name: str, data: bytes) -> str:
    wide = {key: key.encode("utf-16-le") for key in ("EncryptedPackage", "WordDocument")}
    if wide["EncryptedPackage"] in data:
        return "locked"
    if "__substg1.0_".encode("utf-16-le") in data:
        return "mail"
    if wide["WordDocument"] in data:
        return "doc"
    if "PowerPoint".encode("utf-16-le") in data:
        return "ppt"
    return "doc" if name.lower().endswith(".doc") else "xls"


def _is_text(data: bytes, text: str) -> bool:
    odd = sum(1 for mark in text if ord(mark) < 32 and mark not in "\n\r\t\f\v")
    return odd <= len(text) // 50 and text.count("\ufffd") <= len(text) // 20


def _kind_of_text(name: str, text: str) -> str:
    suffix = PurePath(name).suffix.lower()
    lower = text.lstrip("\ufeff \r\n\t").lower()
    if re.match(r"(<!doctype html|<html|<\?xml[^>]*>\s*(<!doctype html|<html))", lower):
        return "html"
    if lower.startswith("version:") and "starthtml:" in lower[:300]:
        return "html"
    if suffix in (".html", ".htm", ".xhtml") or re.match(
        "<(meta|head|body|table|style)[ >]", lower
    ):
        return "html"
    if re.match(r"(from|received|return-path|mime-version|x-[\w-]+|subject|date): ", lower) and (
        suffix == ".eml" or "\nmime-version:" in lower
    ):
        return "mail"
    if suffix in (".csv", ".tsv", ".tab"):
        return "csv"
    if suffix in (".md", ".markdown"):
        return "markdown"
    if "<table" in lower and "<tr" in lower and "\t" not in text:
        return "html"
    return "markdown" if any(map(is_pipe_rule, text.split("\n"))) else "text"


def is_pipe_rule(line: str) -> bool:
    """ "|---|:--:|", the line under a Markdown table's header. No pattern: lines may be hostile."""
    return "--" in line and "|" in line and set(line) <= set("|:- \t\r")
