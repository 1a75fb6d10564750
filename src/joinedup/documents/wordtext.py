"""The words of Word paragraphs: runs in their format, list marks, breaks, boxes and fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from joinedup.documents.colours import HIGHLIGHTS, hex_colour
from joinedup.documents.grid import Para, Place, Run
from joinedup.documents.lines import ParaBuilder, squeeze
from joinedup.documents.wordparts import Node, Numbering, Style, attr, child, is_on, name_of

__all__ = ["Words", "content"]

SYMBOLS = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐",
    0x78: "☒", 0x52: "☑", 0x54: "☒", 0x53: "☒", 0x50: "✓", 0x4F: "✗", 0xB7: "•", 0xA7: "▪",
    0x6C: "●", 0x6E: "■", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xF0: "➪", 0x4A: "☺", 0x4C: "☹",
}  # fmt: skip
SKIPPED = {
    "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "sdtEndPr", "proofErr",
    "Fallback", "tblPr", "tblGrid", "trPr", "tcPr", "delInstrText", "sectPr",
}  # fmt: skip


def content(node: Node) -> Iterator[Node]:
    """The block-level children, seen through content controls, insertions and custom XML."""
    for one in node:
        name = name_of(one)
        if name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            if name != "sdt" or not _is_placeholder(one):
                yield from content(one)
        elif name not in SKIPPED:
            yield one


def _is_placeholder(sdt: Node) -> bool:
    return is_on(child(sdt, "sdtPr", "showingPlcHdr"))


@dataclass
class Words:
    """Reads paragraphs; remembers what was left out and which page it is on."""

    styles: dict[str, Style]
    numbering: Numbering
    page: int = 1
    has_pages: bool = False
    removed: bool = False
    hidden: list[Para] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)

    def style(self, paragraph: Node) -> Style:
        """The style of a paragraph, an empty one where it has none."""
        key = attr(child(paragraph, "pPr", "pStyle"), "val") or ""
        return self.styles.get(key) or Style()

    def heading_level(self, paragraph: Node) -> int | None:
        """1 to 9 where the paragraph is a heading by style or outline level."""
        own = attr(child(paragraph, "pPr", "outlineLvl"), "val")
        if own and own.isdecimal() and int(own) < 9:
            return int(own) + 1
        return self.style(paragraph).level

    def paras(self, paragraph: Node, place: Place) -> list[Para]:
        """One Word paragraph as paragraphs: each line break starts another.

        A list item has its level and its mark as Word shows it; its further lines have the level
        and no mark. Text boxes anchored here come after it. Deleted words are left out.
        """
        builder = ParaBuilder(place)
        style = self.style(paragraph)
        number = self._number(paragraph, style)
        if number is not None:
            builder.item(*number)
        self._read(paragraph, self._base(paragraph, style), builder)
        had_words = bool(builder.finish())
        if number is not None and not had_words and number[1] and number[1][-1:] not in "•◦▪":
            # an automatic number in an otherwise empty cell is a reference, not an empty item
            return [*builder.paras, Para((), place, number[0], number[1])]
        return builder.paras

    def take_boxes(self) -> list[Node]:
        """Text boxes met since the last call."""
        found, self.boxes = self.boxes, []
        return found

    def _number(self, paragraph: Node, style: Style) -> tuple[int, str | None] | None:
        own = child(paragraph, "pPr", "numPr")
        key, level = style.num or ("", 0)
        if own is not None:
            key = attr(child(own, "numId"), "val") or key
            text = attr(child(own, "ilvl"), "val")
            level = int(text) if text and text.isdecimal() else level
        if not key or key == "0":
            return None
        mark = self.numbering.marker(key, level)
        return (level, mark) if mark is not None else None

    def _base(self, paragraph: Node, style: Style) -> Run:
        like = Run("")
        is_table_default = not style.name or style.level is None
        for properties in style.run:
            like = formatted(like, properties, with_bold=is_table_default)
        return like

    def _read(self, node: Node, like: Run, builder: ParaBuilder) -> None:
        for one in node:
            name = name_of(one)
            if name in ("del", "moveFrom"):
                self.removed = True
            elif name in SKIPPED:
                continue
            elif name == "r":
                self._run(one, like, builder)
            elif name == "sdt" and _is_placeholder(one):
                continue
            elif name == "AlternateContent":
                self._alternate(one, like, builder)
            elif name == "txbxContent":
                self.boxes.append(one)
            elif name != "p":
                self._read(one, like, builder)

    def _alternate(self, node: Node, like: Run, builder: ParaBuilder) -> None:
        choices = [one for one in node if name_of(one) in ("Choice", "Fallback")]
        if choices:
            self._read(choices[0], like, builder)

    def _run(self, run: Node, like: Run, builder: ParaBuilder) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            key = attr(child(properties, "rStyle"), "val") or ""
            for inherited in self.styles[key].run if key in self.styles else ():
                like = formatted(like, inherited)
            like = formatted(like, properties)
        if is_on(child(properties, "vanish")):
            words = squeeze("".join(one.text or "" for one in run if name_of(one) == "t"))
            if words:
                self.hidden.append(Para((Run(words),), replace(builder.place, part="hidden text")))
            return
        for one in run:
            self._piece(one, like, builder)

    def _piece(self, one: Node, like: Run, builder: ParaBuilder) -> None:
        name = name_of(one)
        if name in ("t", "tab", "noBreakHyphen", "sym"):
            builder.add(_letters(one, name), like)
        elif name in ("br", "cr"):
            if attr(one, "type") == "page":
                self.page += 1
            builder.line()
        elif name == "lastRenderedPageBreak":
            self.page += 1
            self.has_pages = True
        elif name == "fldChar" and child(one, "ffData") is not None:
            self._form_field(one[0], like, builder)
        elif name == "AlternateContent":
            self._alternate(one, like, builder)
        elif name in ("drawing", "pict", "object"):
            self._read(one, like, builder)

    def _form_field(self, data: Node, like: Run, builder: ParaBuilder) -> None:
        box = child(data, "checkBox")
        if box is not None:
            state = child(box, "checked")
            state = child(box, "default") if state is None else state
            builder.add("☒" if is_on(state) else "☐", like)
        choices = child(data, "ddList")
        if choices is not None:
            entries = [attr(one, "val") or "" for one in choices if name_of(one) == "listEntry"]
            chosen = attr(child(choices, "result"), "val") or "0"
            if chosen.isdecimal() and int(chosen) < len(entries):
                builder.add(entries[int(chosen)], like)


def formatted(like: Run, properties: Node, with_bold: bool = True) -> Run:
    """The format with a run's or style's own properties laid over it."""
    changes: dict[str, object] = {}
    for one in properties:
        name = name_of(one)
        if name == "b" and with_bold:
            changes["bold"] = is_on(one)
        elif name == "i":
            changes["italic"] = is_on(one)
        elif name in ("strike", "dstrike"):
            changes["strike"] = is_on(one)
        elif name == "color":
            colour = hex_colour(attr(one, "val"))
            changes["colour"] = None if colour == "000000" else colour
        elif name == "highlight":
            changes["highlight"] = HIGHLIGHTS.get(attr(one, "val") or "")
        elif name == "shd":
            fill = hex_colour(attr(one, "fill"))
            if fill and fill != "ffffff":
                changes.setdefault("highlight", fill)
    return replace(like, **changes)  # type: ignore[arg-type]


def _letters(node: Node, name: str) -> str:
    if name == "sym":
        return _symbol(node)
    return {"tab": " ", "noBreakHyphen": "-"}.get(name) or node.text or ""


def _symbol(node: Node) -> str:
    code = attr(node, "char") or ""
    font = (attr(node, "font") or "").lower()
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number >= 0xF000 or "wingdings" in font or font == "symbol":
        return SYMBOLS.get(number & 0xFF, "▪")
    return chr(number) if 31 < number < 0x110000 else ""
