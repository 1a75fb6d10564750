"""Printed words of a cell with their shape again: paragraphs, then the points of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from joinedup.documents.blocks import Bullets, Cell, Numbered, Paragraph, Text, cell, text

__all__ = ["bullets", "shaped"]

NUMBER = re.compile(r"(\d{1,2})\s*[.)]\Z")
POINTS = "•·*▪◦‣ "


def bullets(lines: Sequence[str]) -> Cell:
    """Lines as a cell: one as a paragraph, several as points."""
    said = [one.strip() for one in lines if one.strip()]
    return _listed((), said, is_numbered=False) if said else Cell()


def shaped(printed: str, lines: Sequence[str]) -> Cell:
    """The printed words as a cell. Where they are some words and then exactly `lines`, with
    nothing but points or the numbers from 1 between them, the lines become a list. No word is ever
    lost: where the two do not fit, the words stand as printed."""
    words = " ".join(printed.split())
    said = [" ".join(one.split()) for one in lines if one.strip()]
    gaps = _gaps(words, said)
    if not gaps:
        return cell(printed)
    head, number = _head(gaps[0])
    numbers = [number, *(_number(gap) for gap in gaps[1:])]
    is_numbered = numbers == [str(place) for place in range(1, len(said) + 1)]
    if not is_numbered and any(one.strip(POINTS) for one in [number, *gaps[1:]]):
        return cell(printed)
    return _listed((head,) if head else (), said, is_numbered=is_numbered)


def _gaps(words: str, lines: Sequence[str]) -> list[str]:
    """What stands before each line; empty where the lines are not whole words of it in order, or
    where words follow the last."""
    gaps, place = [], 0
    for one in lines:
        found = re.compile(rf"(?<!\w){re.escape(one)}(?!\w)").search(words, place)
        if found is None:
            return []
        gaps.append(words[place : found.start()])
        place = found.end()
    return gaps if not words[place:].strip() else []


def _number(gap: str) -> str:
    found = NUMBER.fullmatch(gap.strip())
    return found[1] if found else ""


def _head(gap: str) -> tuple[str, str]:
    """The words before a list and the number that begins it, where it has one."""
    bare = gap.strip()
    found = NUMBER.search(bare)
    number = found[1] if found else ""
    return (bare[: found.start()] if found else bare).strip(POINTS), number


def _listed(head: Sequence[str], lines: Sequence[str], *, is_numbered: bool) -> Cell:
    before = tuple(Paragraph(text(one)) for one in head)
    if len(lines) == 1 and not is_numbered:
        return Cell((*before, Paragraph(text(lines[0]))))
    items: tuple[Text, ...] = tuple(text(one) for one in lines)
    return Cell((*before, Numbered(items) if is_numbered else Bullets(items)))
