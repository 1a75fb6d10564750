"""The parts of a Word file that a report draws on: its styles, lists and pictures.

A style is looked for by Word's own name for it, so a council's "Heading 1" is used where it has
one; what is missing is brought from the built-in layout.
"""

from __future__ import annotations

import copy
import io
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from joinedup.documents.writing.wordstyles import (
    NAMESPACES,
    STYLE_NAMES,
    numbering_xml,
    styles_xml,
)

__all__ = ["WordParts"]


class WordParts:
    """Style, list and picture numbers for one Word file; asks create what is not there yet.

    `slack` is how much wider than Arial the letters of the document may be.
    """

    def __init__(self, document: Document, colour: str, language: str, slack: float = 1.0) -> None:
        self.document = document
        self.slack = slack
        self._styles = document.styles.element
        self._ours = parse_xml(styles_xml(colour, language))
        self._ids: dict[str, str] = {}
        self._numbering = self._numbering_root()
        self._abstracts: dict[str, int] = {}
        self._pictures = 0

    def style(self, use: str) -> str:
        """The id, in this file, of the style for a use ("heading 1", "cell", "note" …)."""
        if use not in self._ids:
            name = STYLE_NAMES[use]
            found = _by_name(self._styles, name)
            self._ids[use] = found.get(qn("w:styleId")) if found is not None else self._bring(name)
        return self._ids[use]

    def numbers_itself(self, use: str) -> bool:
        """Whether the file's own style of that use already brings a number or a bullet."""
        found = _by_name(self._styles, STYLE_NAMES[use])
        while found is not None:
            if found.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
                return True
            based = found.find(qn("w:basedOn"))
            found = None if based is None else _by_id(self._styles, based.get(qn("w:val")))
        return False

    def list_number(self, use: str, starts: list[int]) -> int:
        """A new list of a kind; each level begins at the number given for it."""
        if use not in self._abstracts:
            taken = [int(e.get(qn("w:abstractNumId"))) for e in self._all("abstractNum")]
            number = max(taken, default=0) + 1
            kind = parse_xml(
                numbering_xml(use, number).replace(
                    "<w:abstractNum ", f"<w:abstractNum {NAMESPACES} ", 1
                )
            )
            first = next(iter(self._all("num")), None)
            if first is None:
                self._numbering.append(kind)
            else:
                first.addprevious(kind)
            self._abstracts[use] = number
        number = max((int(e.get(qn("w:numId"))) for e in self._all("num")), default=0) + 1
        over = "".join(
            f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for at, start in enumerate(starts)
        )
        made = parse_xml(
            f'<w:num {NAMESPACES} w:numId="{number}">'
            f'<w:abstractNumId w:val="{self._abstracts[use]}"/>{over}</w:num>'
        )
        last = list(self._all("num") or self._all("abstractNum"))[-1]
        last.addnext(made)
        return number

    def picture(self, png: bytes) -> tuple[str, int]:
        """Put a picture into the file; its relationship and a number of its own."""
        relation, _ = self.document.part.get_or_add_image(io.BytesIO(png))
        self._pictures += 1
        return relation, 9000 + self._pictures

    def _all(self, tag: str) -> list[Any]:
        return list(self._numbering.findall(qn(f"w:{tag}")))

    def _numbering_root(self) -> Any:
        part = self.document.part
        for relation in part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
                return relation.target_part.element
        root = parse_xml(f"<w:numbering {NAMESPACES}/>")
        name = PackURI("/word/numberingOfReport.xml")
        made = XmlPart(name, CONTENT_TYPE.WML_NUMBERING, root, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element

    def _bring(self, name: str) -> str:
        style = copy.deepcopy(_by_name(self._ours, name))
        key = style.get(qn("w:styleId"))
        while _by_id(self._styles, key) is not None:
            key += "Report"
        style.set(qn("w:styleId"), key)
        based = style.find(qn("w:basedOn"))
        if based is not None:
            kind = style.get(qn("w:type"))
            base = _default(self._styles, kind)
            if base is None:
                style.remove(based)
            else:
                based.set(qn("w:val"), base.get(qn("w:styleId")))
        self._styles.append(style)
        return str(key)


def _by_name(styles: Any, name: str) -> Any:
    for style in styles.findall(qn("w:style")):
        held = style.find(qn("w:name"))
        if held is not None and held.get(qn("w:val"), "").lower() == name.lower():
            return style
    return None


def _by_id(styles: Any, key: str) -> Any:
    return next((s for s in styles.findall(qn("w:style")) if s.get(qn("w:styleId")) == key), None)


def _default(styles: Any, kind: str) -> Any:
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == kind and style.get(qn("w:default")) in ("1", "true", "on"):
            return style
    return None
