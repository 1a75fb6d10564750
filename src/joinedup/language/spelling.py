"""A text as it was meant: shorthand written out, joined words parted, slips mended.

Every letter of the mended text keeps the place of the word it came from, so that a flag can be
shown where the writer typed it. The text itself is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from joinedup.language.firsts import Index, indexed
from joinedup.language.phrases import phrases, vocabulary
from joinedup.language.terms import data, listed

__all__ = ["Mended", "mended"]

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_APART = re.compile(r"(?<!\w)([a-z]{2,})(?=[ -]([a-z]{3,})(?!\w))")
_VOWELS = str.maketrans("", "", "aeiou'")
LONG, SHORT, LEAST, HEARD, FURTHEST = 9, 5, 4, 3, 2
_SOUNDS = [("dg", "g"), ("ph", "f"), ("ck", "k"), ("c", "s"), ("z", "s"), ("y", "i"), ("j", "g")]


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


@cache
def _pairs() -> dict[str, str]:
    """Pairs of words that follow one another in a phrase, by how they look run together."""
    found: dict[str, str] = {}
    for one in phrases():
        for left, right in pairwise(one.parts):
            for word in left.words:
                for other in right.words if len(word) >= LEAST else ():
                    if len(other) >= LEAST and len(word) + len(other) >= LONG:
                        found[word + other] = f"{word} {other}"
    return found


def _parted(word: str) -> str:
    """Two words of a phrase typed as one: domesticdispute. Nothing where it is no such slip."""
    return _pairs().get(word, "") if len(word) >= LONG else ""


def _sound(word: str) -> str:
    """How a word sounds, roughly: its first letter and its consonants, none of them twice."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    bare = word[:1] + word[1:].translate(_VOWELS)
    return "".join(letter for at, letter in enumerate(bare) if at == 0 or letter != bare[at - 1])


@cache
def _by_sound() -> dict[str, str]:
    """The words worth mending towards by how they sound; none where two sound alike."""
    found: dict[str, str] = {}
    for words in _keys().values():
        for word in words:
            heard = _sound(word)
            if len(heard) >= HEARD:
                found[heard] = "" if heard in found else word
    return found


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str:
    """The word that was meant; the word itself where it is not plainly a slip."""
    if word in _joined():
        return _joined()[word]
    if word not in _known() and word.replace("z", "s") in _known():
        return word.replace("z", "s")
    if len(word) < SHORT or word in _known():
        return word
    if word.endswith("in") and word + "g" in vocabulary():
        return word + "g"
    if parted := _parted(word):
        return parted
    alike = _by_sound().get(_sound(word), "")
    if alike and OSA.distance(word, alike) <= FURTHEST:
        return alike
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
    changes += _typed_apart(small)
    return _written(small, sorted(changes, key=lambda one: (one[0], one[0] - one[1])))


def _typed_apart(small: str) -> Iterator[tuple[int, int, str]]:
    """Long words typed as two, of which one at least is no word: con sensual."""
    for match in _APART.finditer(small):
        left, right = match.groups()
        is_slip = left not in _known() or right not in _known()
        if is_slip and left + right in _long_keys():
            yield match.start(), match.end() + 1 + len(right), left + right


@cache
def _long_keys() -> frozenset[str]:
    return frozenset(key for keys in _keys().values() for key in keys if len(key) >= LONG)


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
