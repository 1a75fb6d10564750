"""A text as it was meant: shorthand written out, joined words parted, slips mended.

Every letter of the mended text keeps the place of the word it came from, so that a flag can be
shown where the writer typed it. The text itself is never changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from joinedup.language.firsts import Index, indexed
from joinedup.language.phrases import vocabulary
from joinedup.language.terms import data, listed

__all__ = ["Mended", "mended"]

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_VOWELS = str.maketrans("", "", "aeiou'")
LONG, SHORT = 9, 5


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended text in small letters, and for each of its letters where it came from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as it was typed."""
        return self.starts[start], self.ends[end - 1]


@cache
def _table() -> dict[str, object]:
    return data("spelling")


@cache
def _shorthand() -> tuple[Index, list[str]]:
    """Shorthand as patterns, and what each means."""
    rows = [one.rsplit(" => ", 1) for one in listed(_table()["shorthand"])]
    return indexed(re.compile(pattern) for pattern, _ in rows), [meant for _, meant in rows]


@cache
def _keys() -> dict[str, list[str]]:
    """The words worth mending towards, by first letter."""
    found: dict[str, list[str]] = {}
    for word in str(_table()["keys"]).split():
        found.setdefault(word[0], []).append(word)
    return found


@cache
def _known() -> frozenset[str]:
    return frozenset(str(_table()["real"]).split()) | vocabulary()


@cache
def _joined() -> dict[str, str]:
    pairs = (one.split() for one in listed(_table()["joined"]))
    return {"".join(pair): " ".join(pair) for pair in pairs}


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str:
    """The word that was meant; the word itself where it is not plainly a slip."""
    if word in _joined():
        return _joined()[word]
    if len(word) < SHORT or word in _known():
        return word
    if word.endswith("in") and word + "g" in vocabulary():
        return word + "g"
    keys = _keys().get(word[0], [])
    bare = word.translate(_VOWELS)
    if len(bare) >= 4 and len(bare) >= len(word) - 1:
        for key in keys:
            if key.translate(_VOWELS) == bare:
                return key
    furthest = 2 if len(word) >= LONG else 1
    found = process.extract(word, keys, scorer=OSA.distance, score_cutoff=furthest)
    near = [key for key, distance, _ in found if distance < 2 or len(key) >= LONG]
    least = min((distance for _, distance, _ in found), default=0)
    nearest = [key for key, distance, _ in found if distance == least and key in near]
    return max(nearest, key=len, default=word)


def mended(text: str) -> Mended:
    """The text in small letters with shorthand, joined words and slips mended."""
    small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    changes: list[tuple[int, int, str]] = []
    shorthand, meanings = _shorthand()
    for which, match in shorthand.matches(small):
        changes.append((*match.span(), match.expand(meanings[which])))
    for match in _WORD.finditer(small):
        if (meant := _meant(match.group())) != match.group():
            changes.append((*match.span(), meant))
    return _written(small, sorted(changes, key=lambda one: (one[0], one[0] - one[1])))


def _written(small: str, changes: list[tuple[int, int, str]]) -> Mended:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for begin, end, meant in [*changes, (len(small), len(small), "")]:
        if begin < at:
            continue
        out.append(small[at:begin])
        starts += range(at, begin)
        ends += range(at + 1, begin + 1)
        out.append(meant)
        starts += [begin] * len(meant)
        ends += [end] * len(meant)
        at = end
    return Mended("".join(out), tuple(starts), tuple(ends))
