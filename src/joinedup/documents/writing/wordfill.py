"""Placeholders of a Word file: found though Word has split them over runs, filled where they are.

What is no placeholder of ours stays as it is, an unknown {{ … }} too.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from joinedup.documents.blockwords import clean_words

__all__ = ["body_places", "fill", "key_of", "names_in", "roots"]

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
BODY = "body"
STORIES = (
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.ENDNOTES,
)


def key_of(name: str) -> str:
    """A placeholder's name as it is compared: "Report  By" is "report by"."""
    return " ".join(name.replace("_", " ").split()).casefold()


def roots(document: Document) -> list[Any]:
    """The roots of all that is printed: the body, headers, footers and notes."""
    found = [document.element.body]
    for relation in document.part.rels.values():
        if relation.reltype in STORIES and not relation.is_external:
            element = getattr(relation.target_part, "element", None)
            if element is not None:
                found.append(element)
    return found


def names_in(document: Document) -> set[str]:
    """The placeholders of a file, as `key_of` writes them."""
    return {
        key_of(found[1])
        for root in roots(document)
        for paragraph in root.iter(qn("w:p"))
        for found in PLACEHOLDER.finditer(_words(paragraph))
    }


def body_places(body: Any) -> list[Any]:
    """The paragraphs of a file's body that say {{ body }} and nothing else, outside tables."""
    return [
        paragraph
        for paragraph in body.iterchildren(qn("w:p"))
        if (found := PLACEHOLDER.fullmatch(_words(paragraph).strip())) and key_of(found[1]) == BODY
    ]


def fill(document: Document, values: dict[str, str]) -> None:
    """Put the values in their places. A paragraph left with nothing but emptiness goes.

    A paragraph stays, empty, where Word needs one: the last of a cell, a header or a footer.
    """
    for root in roots(document):
        for paragraph in list(root.iter(qn("w:p"))):
            _fill_paragraph(paragraph, values)


def _texts(paragraph: Any) -> list[Any]:
    """The text elements of this paragraph, not those of a text box inside it."""
    return [
        held
        for held in paragraph.iter(qn("w:t"))
        if next(held.iterancestors(qn("w:p")), None) is paragraph
    ]


def _words(paragraph: Any) -> str:
    return "".join(held.text or "" for held in _texts(paragraph))


def _fill_paragraph(paragraph: Any, values: dict[str, str]) -> None:
    texts = _texts(paragraph)
    words = "".join(held.text or "" for held in texts)
    found = [place for place in PLACEHOLDER.finditer(words) if key_of(place[1]) in values]
    if not found:
        return
    for place in reversed(found):
        _replace(texts, place.start(), place.end(), clean_words(values[key_of(place[1])]))
    for held in texts:
        _break_lines(held)
    if not _words(paragraph).strip() and _is_dispensable(paragraph):
        paragraph.getparent().remove(paragraph)


def _replace(texts: list[Any], start: int, end: int, value: str) -> None:
    at = 0
    for held in texts:
        words = held.text or ""
        first, last = max(start - at, 0), min(end - at, len(words))
        if first < last:
            held.text = words[:first] + value + words[last:]
            held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            value = ""
        at += len(words)


def _break_lines(held: Any) -> None:
    lines = (held.text or "").split("\n")
    held.text = lines[0]
    last = held
    for words in lines[1:]:
        end = OxmlElement("w:br")
        more = copy.deepcopy(held)
        more.text = words
        last.addnext(end)
        end.addnext(more)
        last = more


def _is_dispensable(paragraph: Any) -> bool:
    holds = ("w:drawing", "w:pict", "w:sectPr", "w:fldChar", "w:br", "w:object")
    if any(paragraph.find(f".//{qn(tag)}") is not None for tag in holds):
        return False
    parent = paragraph.getparent()
    kin = [element for element in _kin(parent) if element is not paragraph]
    return bool(kin) and (parent.tag != qn("w:tc") or kin[-1].tag == qn("w:p"))


def _kin(parent: Any) -> Iterator[Any]:
    yield from parent.iterchildren(qn("w:p"), qn("w:tbl"))
