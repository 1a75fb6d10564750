"""Plain text as blocks: no markup, only blank lines, hyphens and numbers at a line's beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from joinedup.documents.blocks import Block, Bullets, Numbered, Paragraph, text

__all__ = ["blocks_of"]

POINT = re.compile(r"\s*[-–•*]\s+(?P<words>.+)")
COUNT = re.compile(r"\s*\d{1,2}[.)]\s+(?P<words>.+)")
DEEPER = re.compile(r"[ \t]{2,}\S")


def blocks_of(prose: str, number_level: int = 0) -> tuple[Block, ...]:
    """Paragraphs (a blank line between), bullets ("- " at the beginning of a line) and numbered
    lists ("1. "). With `number_level` 2 or 3 the paragraphs are numbered under their heading; one
    that begins with two spaces goes a level deeper."""
    found: list[Block] = []
    for part in re.split(r"\n[ \t]*\n", prose.replace("\r\n", "\n").replace("\r", "\n")):
        found.extend(_part(part.strip("\n"), number_level))
    return tuple(found)


def _kind(line: str) -> str:
    if POINT.fullmatch(line):
        return "point"
    return "count" if COUNT.fullmatch(line) else "words"


def _part(part: str, number_level: int) -> Iterator[Block]:
    for kind, lines in groupby(filter(str.strip, part.split("\n")), key=_kind):
        if kind == "words":
            kept = list(lines)
            deeper = number_level in (2, 3) and DEEPER.match(kept[0])
            words = "\n".join(line.strip() for line in kept)
            yield Paragraph(text(words), number_level + 1 if deeper else number_level)
            continue
        form = POINT if kind == "point" else COUNT
        kept = [line.strip() for line in lines]
        items = tuple(
            text(found["words"].strip()) for one in kept if (found := form.fullmatch(one))
        )
        if kind == "point":
            yield Bullets(items)
        else:
            yield Numbered(items, start=int(re.findall(r"\d+", kept[0])[0]))
