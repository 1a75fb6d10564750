"""Where the report goes in a Word file: its body in place, annexes after all, each the right way."""

from __future__ import annotations

import copy
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from joinedup.documents import blocks as b
from joinedup.documents.writing.wordbody import WordBody
from joinedup.documents.writing.wordfill import body_places

__all__ = ["Sections"]

TWIPS = 20.0
A4 = (11906, 16838)
MARGIN = 1247
KEEP_BEFORE = ("w:pStyle", "w:keepNext", "w:keepLines")


class Sections:
    """Puts the elements of a report into a document, with a section for each landscape annexe."""

    def __init__(self, document: Document, body: WordBody) -> None:
        self.root = document.element.body
        self.body = body
        last = self.root.find(qn("w:sectPr"))
        self.upright = last if last is not None else self.root.get_or_add_sectPr()

    def put(self, blocks: tuple[b.Block, ...], head: list[Any]) -> None:
        """Put `head` and the blocks where {{ body }} stands, and annexes at the end."""
        place = body_places(self.root)[0]
        here = tuple(block for block in blocks if not isinstance(block, b.Annexe))
        room = _room(_section_of(place, self.upright))
        for element in (*head, *self.body.elements(here, room, 0)):
            place.addprevious(element)
        self._clear(place)
        is_landscape = False
        for block in blocks:
            if isinstance(block, b.Annexe):
                self._annexe(block, is_landscape)
                is_landscape = block.is_landscape
        if is_landscape:
            self.root.replace(self.upright, _turned(self.upright))

    def _clear(self, place: Any) -> None:
        """The placeholder's paragraph goes, unless a section ends in it."""
        if place.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            self.root.remove(place)
            return
        for run in list(place.iterchildren(qn("w:r"))):
            place.remove(run)

    def _annexe(self, annexe: b.Annexe, was_landscape: bool) -> None:
        turns = annexe.is_landscape != was_landscape
        if turns or annexe.is_landscape:
            self._end_section(was_landscape)
        title = b.Heading(1, annexe.title, is_numbered=False)
        section = _turned(self.upright) if annexe.is_landscape else self.upright
        room = _room(section)
        elements = [
            *self.body.elements((title,), room, 0),
            *self.body.elements(annexe.blocks, room, 1),
        ]
        _at_the_top(elements[0])
        if not turns and not annexe.is_landscape:
            _break_before(elements[0])
        for element in elements:
            self.upright.addprevious(element)

    def _end_section(self, is_landscape: bool) -> None:
        """What stands so far is a section of its own; the next begins a page."""
        properties = _turned(self.upright) if is_landscape else copy.deepcopy(self.upright)
        last = self.upright.getprevious()
        if last is None or last.tag != qn("w:p") or last.find(f".//{qn('w:sectPr')}") is not None:
            last = OxmlElement("w:p")
            style = OxmlElement("w:pStyle")
            style.set(qn("w:val"), self.body.parts.style("gap"))
            last.get_or_add_pPr().append(style)
            self.upright.addprevious(last)
        last.get_or_add_pPr().append(properties)


def _section_of(place: Any, last: Any) -> Any:
    """The section that a paragraph of the body belongs to."""
    for later in (place, *place.itersiblings()):
        found = later.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if found is not None:
            return found
    return last


def _room(section: Any) -> float:
    """The width between the margins, in points. A4 where the document does not say."""
    size, margin = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    wide = int(size.get(qn("w:w"), A4[0])) if size is not None else A4[0]
    sides = [
        int(margin.get(qn(f"w:{side}"), MARGIN)) if margin is not None else MARGIN
        for side in ("left", "right")
    ]
    return max(wide - sum(sides), 2000) / TWIPS


def _turned(section: Any) -> Any:
    """A copy of a section in landscape: the page and its margins turned, no page of its own first."""
    turned = copy.deepcopy(section)
    size = turned.find(qn("w:pgSz"))
    if size is None:
        size = turned.get_or_add_pgSz()
    wide, high = sorted((int(size.get(qn("w:w"), A4[0])), int(size.get(qn("w:h"), A4[1]))))
    size.set(qn("w:w"), str(high))
    size.set(qn("w:h"), str(wide))
    size.set(qn("w:orient"), "landscape")
    first = turned.find(qn("w:titlePg"))
    if first is not None:
        turned.remove(first)
    kind = turned.find(qn("w:type"))
    if kind is not None:
        turned.remove(kind)
    return turned


def _break_before(element: Any) -> None:
    properties = element.get_or_add_pPr()
    mark = OxmlElement("w:pageBreakBefore")
    after = [child for child in properties if child.tag in {qn(tag) for tag in KEEP_BEFORE}]
    if after:
        after[-1].addnext(mark)
    else:
        properties.insert(0, mark)


def _at_the_top(element: Any) -> None:
    """No space above a title that begins a page; what the style says otherwise holds."""
    space = OxmlElement("w:spacing")
    space.set(qn("w:before"), "0")
    element.get_or_add_pPr().append(space)
