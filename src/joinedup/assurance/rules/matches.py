"""Why a search found a row: the words that match, shown where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["Piece", "pattern_of", "pieces", "reason"]

Piece = tuple[str, bool]
"""Some text and whether it is what was looked for."""

WORD = re.compile(r"\w+")
ENDINGS = ("ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "y", "e")
SHORTEST = 3
AROUND = 70


def pattern_of(asked: str) -> re.Pattern[str] | None:
    """A pattern for words that begin as the words asked for do, their endings left aside."""
    words = WORD.findall(asked.casefold())
    if not words:
        return None
    return re.compile(r"\b(?:" + "|".join(re.escape(_stem(word)) for word in words) + r")\w*", re.I)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending)
    return word


def pieces(text: str, pattern: re.Pattern[str]) -> list[Piece]:
    """The text cut where it matches."""
    found: list[Piece] = []
    end = 0
    for hit in pattern.finditer(text):
        if hit.start() > end:
            found.append((text[end : hit.start()], False))
        found.append((hit.group(), True))
        end = hit.end()
    if end < len(text):
        found.append((text[end:], False))
    return found


def reason(places: Iterable[tuple[str, str]], pattern: re.Pattern[str]) -> tuple[str, list[Piece]]:
    """The first of (name, text) that holds what was looked for, with the words around it; empty
    where none does (an ending that the search forgives, or an older update)."""
    for name, text in places:
        hit = pattern.search(text)
        if hit is None:
            continue
        start = max(0, hit.start() - AROUND)
        stop = min(len(text), hit.end() + AROUND)
        cut = ("…" if start else "") + text[start:stop] + ("…" if stop < len(text) else "")
        return name, pieces(" ".join(cut.split()), pattern)
    return "", []
