"""A second opinion: whether a sentence as a whole reads like those that people labelled as blaming.

The list of words finds words and says why they hurt; whether they blame depends on everything
around them, more than rules can tell. So each word, pair of words, piece of a word and fact about
the people has a small weight, positive where labelled sentences blame, negative where they do not,
and so has it that words of the list stand there; the weights are added up. Where the sum is above
nothing the words found are shown; where none was found, the sentence that weighs most, with a
reason of its own. The weights are data, made from our labelled sentences by
tools/language_opinion.py, dated, and can be switched off there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt

from joinedup.language.people import ADULT, OLDEST, YOUNGEST, Cast, cast_of, kinds_in
from joinedup.language.terms import Term, TermError, data, terms_from

__all__ = [
    "Opinion",
    "Read",
    "opinion",
    "opinion_from",
    "pieces_of",
    "read",
    "reading",
    "weightiest",
]

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?.:;,]")
_PART = re.compile(r"[^\s.,:;!?()](?:[^.,:;!?()]*[^\s.,:;!?()])?")
_STOPS = frozenset(".:;,")
_OF_PEOPLE = re.compile(r"AGE|NUM|[\^$]|^first:")
STEMS = ((4, "_4"), (6, "_6"))
PIECES, MOST = (2, 3, 4), 3
FOUND = ("list", "phrase", "common", "each")
FACTS = (
    *("has_child", "has_adult", "has_older", "has_abuse", "has_suspect", "has_vulnerable"),
    *("has_person", "has_gap", "has_only_adults"),
)


@dataclass(frozen=True, slots=True)
class Read:
    """What is weighed in a stretch of a text: `signs` (words, pairs, facts) and pieces of words."""

    signs: frozenset[str]
    pieces: frozenset[str]


@dataclass(frozen=True, slots=True)
class Opinion:
    """The weights. `pieces` weigh by their share of all the pieces of a stretch; `found` is what
    it weighs that words stand there: of the `list`, a `phrase`, `common` words, and `each` of the
    first three of the list and the phrases."""

    is_used: bool
    at_first: float
    weights: dict[str, float]
    pieces: dict[str, float]
    found: dict[str, float]

    def of(self, told: Read) -> float:
        """The sum of the weights of a stretch, before what the list found there."""
        total = sum(self.weights.get(one, 0.0) for one in told.signs)
        parts = sum(self.pieces.get(one, 0.0) for one in told.pieces)
        return self.at_first + total + parts / sqrt(len(told.pieces) or 1)

    def of_words(self, listed: int, phrases: int, common: int) -> float:
        """What is added for words that the list found: so many patterns, phrases, common words."""
        each = min(listed + phrases, MOST) * self.found["each"]
        kinds = (("list", listed), ("phrase", phrases), ("common", common))
        return each + sum(self.found[name] for name, count in kinds if count)


def read(text: str, quotes: list[tuple[int, int]], start: int, end: int, cast: Cast) -> Read:
    """What is weighed in a stretch of a text in small letters: words, beginnings of words, pairs,
    pairs with kinds of people instead of their names, facts about the people, pieces of words.
    What stands in `quotes` is one word, whatever was said."""
    words, kinds = _told(text, quotes, start, end)
    found = set(words)
    plain = [word for word in words if word not in _STOPS]
    for length, mark in STEMS:
        found |= {word[:length] + mark for word in plain if len(word) > length}
    named = [kind for word, kind in zip(words, kinds, strict=True) if word not in _STOPS]
    ends = (["^"], ["$"])
    found |= {f"{one} {two}" for one, two in _pairs(ends[0] + plain + ends[1])}
    found |= {f"c:{one} {two}" for one, two in _pairs(ends[0] + named + ends[1])}
    found |= {f"c:{one} . {two}" for one, two in zip(named, named[2:], strict=False)}
    found |= {f"first:{one[0]}" for one in (plain, named) if one}
    found |= {f"k:{fact}" for fact in FACTS if getattr(cast, fact)}
    pieces = frozenset(piece for word in plain if word.islower() for piece in pieces_of(word))
    return Read(frozenset(found), pieces)


@lru_cache(maxsize=20_000)
def pieces_of(word: str) -> tuple[str, ...]:
    """The pieces of a word, two to four letters long; `_` is its beginning or end."""
    whole = "_" + word.replace("'", "") + "_"
    return tuple(
        whole[at : at + length] for length in PIECES for at in range(len(whole) - length + 1)
    )


def _pairs(words: list[str]) -> Iterable[tuple[str, str]]:
    return pairwise(words)


def _told(
    text: str, quotes: list[tuple[int, int]], start: int, end: int
) -> tuple[list[str], list[str]]:
    """The words of a stretch, and the same with the kind of person for a person's name."""
    kinds = kinds_in(text, start, end)
    words: list[str] = []
    named: list[str] = []
    quoted = sorted(one for one in quotes if one[0] < end and start < one[1])
    for match in _TOKEN.finditer(text, start, end):
        while quoted and quoted[0][1] <= match.start():
            quoted.pop(0)
            words.append("QUOTE")
            named.append("QUOTE")
        if quoted and quoted[0][0] <= match.start():
            continue
        word = _aged(match.group())
        words.append(word)
        named.append(kinds.get(match.start(), word))
    return words + ["QUOTE"] * len(quoted), named + ["QUOTE"] * len(quoted)


def _aged(word: str) -> str:
    if not word.isdigit():
        return word
    number = int(word[:4])
    if YOUNGEST <= number < ADULT:
        return "AGEKID"
    return "AGEADULT" if number <= OLDEST else "NUM"


def opinion_from(table: dict[str, object]) -> Opinion:
    """The second opinion of a data file. Raises TermError for one that cannot be used."""
    try:
        weights, pieces = (_by_sign(table[name]) for name in ("weights", "pieces"))
        words = table["found"]
        found = {name: float(words[name]) for name in FOUND} if isinstance(words, dict) else {}
        at_first = float(str(table["at_first"]))
    except (KeyError, ValueError) as problem:
        raise TermError(f"opinion.toml cannot be read: {problem}.") from problem
    if not found:
        raise TermError("opinion.toml: write what found words weigh under [found].")
    return Opinion(bool(table.get("is_used")), at_first, weights, pieces, found)


def _by_sign(rows: object) -> dict[str, float]:
    """Signs by their weight as weights by their sign."""
    if not isinstance(rows, dict):
        raise ValueError("signs stand under [weights] and [pieces], by their weight")
    found: dict[str, float] = {}
    for weight, those in rows.items():
        found |= dict.fromkeys(str(those).split(" | "), float(weight))
    return found


def weightiest(text: str, quotes: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Which part of a stretch, between its commas and stops, weighs most, whatever the ages told."""
    parts = [one.span() for one in _PART.finditer(text, start, end)]
    free = [one for one in parts if not any(b < one[1] and one[0] < e for b, e in quotes)]
    cast, told = cast_of(""), opinion()

    def weight(part: tuple[int, int]) -> float:
        found = read(text, quotes, *part, cast)
        kept = frozenset(one for one in found.signs if not _OF_PEOPLE.search(one))
        return told.of(Read(kept, found.pieces))

    return max(free or parts or [(start, end)], key=weight)


@cache
def reading() -> Term:
    """The term for a sentence in which no single word of the list stands."""
    return terms_from({"term": [data("opinion")["term"]]}, "opinion.toml")[0]


@cache
def opinion() -> Opinion:
    """The second opinion that we ship."""
    return opinion_from(data("opinion"))
