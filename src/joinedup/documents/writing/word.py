"""The report as a Word file: in the built-in layout, or in the council's own document."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from typing import Any

import docx
from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from joinedup.documents import blocks as b
from joinedup.documents.blockwords import clean_words, joined
from joinedup.documents.preflight import preflight
from joinedup.documents.refusal import Refused
from joinedup.documents.writing import wordfill
from joinedup.documents.writing.pictures import pictures_of
from joinedup.documents.writing.wordbody import WordBody, with_tables
from joinedup.documents.writing.wordlayout import REFERENCE, built_in_layout
from joinedup.documents.writing.wordparts import WordParts
from joinedup.documents.writing.wordruns import line
from joinedup.documents.writing.wordsections import Sections
from joinedup.documents.writing.wordstyles import NAMESPACES

__all__ = ["PLACEHOLDERS", "PaperTemplate", "read_template", "write_word"]

# name of the placeholder: what is printed there
PLACEHOLDERS = {
    "body": "The report itself, in a line of its own, outside tables",
    "title": "The title of the report (also: subject)",
    "subtitle": "The line under the title",
    "organisation": "The council's name",
    "reference": "The reference of the paper",
    "marking": "Why a paper is not for publication; empty for a public one",
    "footer": "The lines at the foot of each page, the seal of the record among them",
    "running title": "The council's name and the title, for the head of a page",
}
SLACK = 1.15
CANNOT_READ = (
    "This document could not be opened as a Word file. Open it in Word, save it as .docx and choose"
    " that."
)
NO_BODY = (
    "This document does not say where the report goes. Write {{ body }} in a line of its own,"
    " outside any table, save it and choose it again."
)
TWO_BODIES = (
    "This document says {{ body }} more than once. Leave it in one place, save it and choose it"
    " again."
)


@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """A council's own document, looked through: which placeholders it has.

    `fields` are names that are not ours: filled where the report has a field of that label ("Report
    by"), else they stay as they are typed.
    """

    known: tuple[str, ...]
    fields: tuple[str, ...]


def read_template(data: bytes) -> PaperTemplate:
    """Look through a council's .docx or .dotx before it is kept.

    Raises `Refused` with one plain sentence: it holds macros, cannot be read, or has no place (or
    two) for the report.
    """
    names = wordfill.names_in(_opened(data))
    ours = {*PLACEHOLDERS, "subject"}
    return PaperTemplate(tuple(sorted(names & ours)), tuple(sorted(names - ours)))


def write_word(report: b.Report, template: bytes | None = None) -> bytes:
    """The report as a .docx, in the built-in layout or in the council's own document.

    What the council's document has no placeholder for is still printed: marking, title and
    subtitle at the head of the body, marking and footer lines at the edge of each page. Raises
    `Refused` for a document that cannot be filled and `UnsafePicture` for a chart that is more
    than a picture.
    """
    before_page = REFERENCE if report.reference.strip() else ""
    given = template or built_in_layout(report.colour, report.language, before_page)
    document = _opened(given)
    names = wordfill.names_in(document)
    slack = 1.0 if template is None else SLACK
    parts = WordParts(document, report.colour, report.language, slack)
    fields = _fields(report)
    if template is not None:
        _print_the_edges(document, parts, report, names)
    body = tuple(_without(report.blocks, names & set(fields)))
    head = [] if template is None else _head(parts, report, names)
    wordfill.fill(document, {**fields, **_values(report)})
    writer = WordBody(parts, report.colour, pictures_of(report))
    Sections(document, writer).put(body, head)
    _name(document, report)
    whole = with_tables(serialize_part_xml(document.element), writer.tables)
    document.part._element = parse_xml(whole)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _opened(data: bytes) -> Document:
    """The document, if it may be filled. Raises `Refused`."""
    preflight("paper.docx", data)
    try:
        document = docx.Document(io.BytesIO(_as_document(data)))
        places = wordfill.body_places(document.element.body)
    except Refused:
        raise
    except Exception as error:
        raise Refused(CANNOT_READ) from error
    if not places:
        raise Refused(NO_BODY)
    if len(places) > 1:
        raise Refused(TWO_BODIES)
    return document


def _as_document(data: bytes) -> bytes:
    """A Word template (.dotx) as the document that Word would open from it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kinds = archive.read("[Content_Types].xml")
        if b"wordprocessingml.template.main+xml" not in kinds:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name in archive.namelist():
                held = archive.read(name)
                if name == "[Content_Types].xml":
                    held = kinds.replace(b".template.main+xml", b".document.main+xml")
                made.writestr(name, held)
    return out.getvalue()


def _values(report: b.Report) -> dict[str, str]:
    return {
        "title": report.title,
        "subject": report.title,
        "subtitle": report.subtitle,
        "organisation": report.organisation,
        "reference": report.reference,
        "marking": report.marking,
        "footer": "\n".join(report.footer),
        "running title": " · ".join(filter(None, (report.organisation, report.title))),
    }


def _fields(report: b.Report) -> dict[str, str]:
    """The front matter by label, for placeholders like {{ report by }}."""
    return {
        wordfill.key_of(row.label): "\n".join(joined(item) for item in row.paragraphs)
        for block in report.blocks
        if isinstance(block, b.Fields)
        for row in block.rows
        if wordfill.key_of(row.label) not in PLACEHOLDERS
    }


def _without(blocks: tuple[b.Block, ...], placed: set[str]) -> list[b.Block]:
    """The blocks without the fields that the document prints in places of its own."""
    kept: list[b.Block] = []
    for block in blocks:
        if isinstance(block, b.Fields):
            rows = tuple(row for row in block.rows if wordfill.key_of(row.label) not in placed)
            if rows:
                kept.append(replace(block, rows=rows))
        else:
            kept.append(block)
    return kept


def _head(parts: WordParts, report: b.Report, names: set[str]) -> list[Any]:
    """What of the head of the report the council's document has no place for."""
    wanted = [
        ("marking", report.marking, {"marking"}),
        ("title", report.title, {"title", "subject", "running title"}),
        ("subtitle", report.subtitle, {"subtitle"}),
    ]
    lines = [
        line(parts.style(use), words)
        for use, words, places in wanted
        if words.strip() and not places & names
    ]
    return list(parse_xml(f"<w:body {NAMESPACES}>{''.join(lines)}</w:body>"))


def _print_the_edges(
    document: Document, parts: WordParts, report: b.Report, names: set[str]
) -> None:
    """Marking and footer lines on each page of a document that has no place for them."""
    for section in document.sections:
        if report.marking.strip() and "marking" not in names:
            for header in (section.header, section.first_page_header, section.even_page_header):
                if not header.is_linked_to_previous or header is section.header:
                    header.add_paragraph(clean_words(report.marking))
        if report.footer and "footer" not in names:
            for footer in (section.footer, section.first_page_footer, section.even_page_footer):
                if not footer.is_linked_to_previous or footer is section.footer:
                    for words in report.footer:
                        footer.add_paragraph(clean_words(words))


def _name(document: Document, report: b.Report) -> None:
    """Title, author and language in the file's properties."""
    properties = document.core_properties
    author = clean_words(report.author or report.organisation)[:255]
    properties.title = clean_words(report.title).replace("\n", " ")[:255]
    properties.subject = clean_words(report.subtitle).replace("\n", " ")[:255]
    properties.language = report.language
    properties.author = author
    properties.last_modified_by = author
    properties.comments = ""
    _speak(document, report.language)


def _speak(document: Document, language: str) -> None:
    """The language of the default style, by which Word spells and a screen reader speaks."""
    styles = document.styles.element
    found = list(styles.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"))
    for default in found:
        if default.find(qn("w:lang")) is None:
            default.append(OxmlElement("w:lang"))
        default.find(qn("w:lang")).set(qn("w:val"), language)
