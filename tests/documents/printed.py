"""Reading back what the writers wrote: the words of a Word file and of a PDF, in reading order."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
import pdfplumber
from docx.oxml.ns import qn
from lxml import etree


def opened(data: bytes) -> Any:
    """The Word file as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def word_pieces(data: bytes) -> list[str]:
    """The text of each paragraph of the body, in order, tables and all."""
    pieces = []
    for paragraph in opened(data).element.body.iter(qn("w:p")):
        said = [
            held.text or "" if held.tag == qn("w:t") else " "
            for held in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
            if held.getparent().tag == qn("w:r")
        ]
        pieces.append("".join(said))
    return [piece for piece in pieces if piece.strip()]


def part(data: bytes, name: str) -> Any:
    """One part of a Word file, parsed by a reader that is not python-docx."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def part_names(data: bytes) -> list[str]:
    """The names of all parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def pdf_words(data: bytes) -> list[str]:
    """The words between head and foot of each page, as they lie in the file."""
    words: list[str] = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            inner = page.crop((0, 60 if page.page_number > 1 else 0, page.width, page.height - 62))
            text = inner.extract_text(use_text_flow=True, x_tolerance_ratio=0.15)
            words.extend(text.split())
    return words


def without_labels(words: list[str]) -> list[str]:
    """The words less the numbers and bullets that a writer put before a heading or a point."""
    return [word for word in words if not re.fullmatch(r"•|\d+\.?|\d+(\.\d+)+", word)]
