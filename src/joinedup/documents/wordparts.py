"""The parts of a Word file beside its text: styles, list numbers, and reading XML safely."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree

from joinedup.documents.web import numbered

__all__ = ["Numbering", "Style", "attr", "child", "is_on", "name_of", "part_xml", "read_styles"]

Node: TypeAlias = Any


def part_xml(archive: zipfile.ZipFile, path: str) -> Node | None:
    """One part of the package as XML without entities or network; None where it is missing."""
    try:
        data = archive.read(path)
    except KeyError:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    return etree.fromstring(data, parser)


def name_of(node: Node) -> str:
    """An element's name without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attr(node: Node | None, name: str) -> str | None:
    """An attribute by its name without namespace."""
    if node is None:
        return None
    for key, value in node.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(node: Node | None, *path: str) -> Node | None:
    """The first descendant along a path of names."""
    for name in path:
        if node is None:
            return None
        node = next((one for one in node if name_of(one) == name), None)
    return node


def is_on(node: Node | None) -> bool:
    """A switch such as w:b: there, and not set to false."""
    return node is not None and (attr(node, "val") or "true").lower() not in ("0", "false", "off")


@dataclass
class Style:
    """What a paragraph or character style says, its parents' words included."""

    name: str = ""
    level: int | None = None
    num: tuple[str, int] | None = None
    run: list[Node] = field(default_factory=list)


def read_styles(root: Node | None) -> dict[str, Style]:
    """Style id → style; key "" is the default."""
    found: dict[str, Node] = {}
    for node in root if root is not None else ():
        if name_of(node) == "style":
            found[attr(node, "styleId") or ""] = node
    return {key: _style(key, found) for key in found}


def _style(key: str, found: dict[str, Node]) -> Style:
    chain: list[Node] = []
    while key in found and found[key] not in chain and len(chain) < 20:
        chain.append(found[key])
        key = attr(child(found[key], "basedOn"), "val") or ""
    style = Style(name=attr(child(chain[0], "name"), "val") or "")
    for node in reversed(chain):
        name = (attr(child(node, "name"), "val") or "").lower()
        heading = re.fullmatch(r"heading (\d)", name)
        outline = attr(child(node, "pPr", "outlineLvl"), "val")
        if heading:
            style.level = int(heading[1])
        elif name == "title":
            style.level = 1
        elif outline and outline.isdecimal() and int(outline) < 9:
            style.level = int(outline) + 1
        number = child(node, "pPr", "numPr")
        if number is not None:
            key_, level = attr(child(number, "numId"), "val"), attr(child(number, "ilvl"), "val")
            style.num = (key_ or (style.num[0] if style.num else ""), int(level or 0))
        properties = child(node, "rPr")
        if properties is not None:
            style.run.append(properties)
    return style


BULLET_FONTS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "☐", "o": "◦"}


@dataclass
class _Level:
    kind: str
    text: str
    start: int


class Numbering:
    """Word's automatic list numbers, counted along the document as Word counts them."""

    def __init__(self, root: Node | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._restart: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._seen: set[str] = set()
        for node in root if root is not None else ():
            if name_of(node) == "abstractNum":
                self._levels[attr(node, "abstractNumId") or ""] = {
                    int(attr(level, "ilvl") or 0): _level(level)
                    for level in node
                    if name_of(level) == "lvl"
                }
            elif name_of(node) == "num":
                self._read_num(node)

    def _read_num(self, node: Node) -> None:
        key = attr(node, "numId") or ""
        self._abstract[key] = attr(child(node, "abstractNumId"), "val") or ""
        for override in node:
            if name_of(override) != "lvlOverride":
                continue
            level = int(attr(override, "ilvl") or 0)
            start = attr(child(override, "startOverride"), "val")
            if start and start.lstrip("-").isdecimal():
                self._restart.setdefault(key, {})[level] = int(start)
            own = child(override, "lvl")
            if own is not None:
                base = dict(self._levels.get(self._abstract[key], {}))
                base[level] = _level(own)
                self._abstract[key] = f"own {key}"
                self._levels[f"own {key}"] = base

    def marker(self, key: str, level: int) -> str | None:
        """The next mark of a list ("1.", "b)", "•"); None where the paragraph is in no list."""
        abstract = self._abstract.get(key)
        levels = self._levels.get(abstract or "", {})
        if abstract is None or key in ("", "0"):
            return None
        shape = levels.get(level, _Level("bullet", "•", 1))
        counts = self._counts.setdefault(abstract, {})
        if key not in self._seen:
            self._seen.add(key)
            for at, start in self._restart.get(key, {}).items():
                counts[at] = start - 1
        counts[level] = counts.get(level, shape.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if shape.kind == "bullet":
            return BULLET_FONTS.get(shape.text, shape.text) or "•"
        if shape.kind == "none":
            return ""

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            of = levels.get(at, shape)
            return _shown(counts.get(at, of.start), of.kind)

        return re.sub(r"%(\d)", number, shape.text).strip()


def _level(node: Node) -> _Level:
    start = attr(child(node, "start"), "val") or "1"
    return _Level(
        attr(child(node, "numFmt"), "val") or "decimal",
        attr(child(node, "lvlText"), "val") or "",
        int(start) if start.isdecimal() else 1,
    )


def _shown(number: int, kind: str) -> str:
    kinds = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
    if kind == "decimalZero":
        return f"{number:02d}"
    if kind == "ordinal":
        tail = (
            "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        )
        return f"{number}{tail}"
    return numbered(number, kinds.get(kind, "1"))
