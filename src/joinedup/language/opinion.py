"""A second opinion: whether a sentence as a whole reads like those that people labelled as blaming.

The list of words finds words and says why they hurt; whether they blame depends on everything
around them, more than rules can tell. So each word, pair of words and fact about the people has a
small weight, positive where labelled sentences blame, negative where they do not; the weights are
added up. Words that the list found are let go where the sum is far below nothing; common words
("weighed" in the phrases) count only where it is above nothing; and where the list found nothing
and the sum is very high, the part of the sentence that weighs most is shown with a reason of its
own. The weights are data, made from our labelled sentences by tools/language_opinion.py, dated,
and can be switched off there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from joinedup.language.people import ADULT, OLDEST, YOUNGEST, Cast, cast_of, kinds_in
from joinedup.language.terms import Term, TermError, data, terms_from

__all__ = ["Opinion", "opinion", "opinion_from", "reading", "signs", "weightiest"]

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?.:;,]")
_PART = re.compile(r"[^\s.,:;!?()](?:[^.,:;!?()]*[^\s.,:;!?()])?")
_STOPS = frozenset(".:;,")
STEMS = ((4, "_4"), (6, "_6"))
FACTS = (
    *("has_child", "has_adult", "has_older", "has_abuse", "has_suspect", "has_vulnerable"),
    *("has_person", "has_gap", "has_only_adults"),
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """The weights and the bars: below `let_go` found words are let go, above `enough` common words
    count, above `alone` a sentence is shown though no word was found."""

    is_used: bool
    at_first: float
    let_go: float
    enough: float
    alone: float
    weights: dict[str, float]

    def of(self, found: Iterable[str]) -> float:
        """The sum of the weights of signs: above nothing where a text reads like blame."""
        return self.at_first + sum(self.weights.get(one, 0.0) for one in found)


def signs(text: str, quotes: list[tuple[int, int]], start: int, end: int, cast: Cast) -> set[str]:
    """What is weighed in a stretch of a text in small letters: words, beginnings of words, pairs,
    pairs with kinds of people instead of their names, facts about the people. What stands in
    `quotes` is one word, whatever was said."""
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
    return found | {f"k:{fact}" for fact in FACTS if getattr(cast, fact)}


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
    rows = table.get("weights")
    if not isinstance(rows, dict):
        raise TermError("opinion.toml: write the signs under [weights], by their weight.")
    weights: dict[str, float] = {}
    try:
        for weight, those in rows.items():
            weights |= dict.fromkeys(str(those).split(" | "), float(weight))
        at_first, let_go, enough, alone = (
            float(str(table[name])) for name in ("at_first", "let_go", "enough", "alone")
        )
    except (KeyError, ValueError) as problem:
        raise TermError(f"opinion.toml cannot be read: {problem}.") from problem
    return Opinion(bool(table.get("is_used")), at_first, let_go, enough, alone, weights)


def weightiest(text: str, quotes: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Which part of a stretch, between its commas and stops, weighs most."""
    parts = [one.span() for one in _PART.finditer(text, start, end)]
    free = [one for one in parts if not any(b < one[1] and one[0] < e for b, e in quotes)]
    cast, told = cast_of(""), opinion()
    return max(
        free or parts or [(start, end)],
        key=lambda one: told.of(signs(text, quotes, one[0], one[1], cast)),
    )


@cache
def reading() -> Term:
    """The term for a sentence in which no single word of the list stands."""
    return terms_from({"term": [data("opinion")["term"]]}, "opinion.toml")[0]


@cache
def opinion() -> Opinion:
    """The second opinion that we ship."""
    return opinion_from(data("opinion"))
