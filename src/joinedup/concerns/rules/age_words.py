"""How old somebody is by everyday words: the youngest and the oldest that the words leave open.

A number is exact only where nothing stands beside it but words known to change nothing ("aged 18",
"18 years old"). Whatever else stands there may mean that they are younger: "nearly 18", "says she is
18", "18 next month" are read as 18 or anything below, and so is every word that nobody thought of.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["OLDEST", "span_of"]

OLDEST = 120
WORDS = Path(__file__).with_name("ages.toml")
Span = tuple[int, int]
Reading = tuple[re.Pattern[str], Callable[[re.Match[str]], Span]]

AGE = r"[\s-]*(?:the age of\s*)?(\d{1,3})(?!\d)"
NUMBER = r"(?<!\d)(\d{1,3})"
YEARS_OLD = re.compile(r"(?<=\d)[\s-]*(?:years?|yrs?|y)[\s-]*olds?\b")
MARKS = re.compile(r"[\s.,;:()\[\]'\"“”‘’!½]+")
WHOSE = r"(?:\bin (?:her|his|their|the|my) )?"
PART = r"(?:\b(early|mid|middle|late)[\s-]*)?"


def _ordered(match: re.Match[str]) -> Span:
    first, last = sorted((int(match[1]), int(match[2])))
    return first, last


def _months(match: re.Match[str]) -> Span:
    years = int(match[1]) // 12 if match[2].startswith("m") else 0
    return years, years


def _decade(begins: int, part: str | None) -> Span:
    first, last = _words()["parts"].get(part, (0, 9))
    return begins + first, begins + last


def _stage(match: re.Match[str]) -> Span:
    first, last = _words()["key_stages"][match[1]]
    return first, last


READINGS: tuple[Reading, ...] = (
    (re.compile(NUMBER + r"\s*(?:years?|yrs?|y)[\s,]*(?:and\s*)?\d{1,2}\s*(?:months?|mths?)\b"),
     lambda match: (int(match[1]), int(match[1]))),
    (re.compile(NUMBER + r"\s*(months?|mths?|weeks?|wks?|days?)\b"), _months),
    (re.compile(r"\b(?:under|below|less than|younger than|not yet)" + AGE),
     lambda match: (0, max(int(match[1]) - 1, 0))),
    (re.compile(r"\bu-?(1[0-9]|21)(?:s|['’]s)?\b"),
     lambda match: (0, int(match[1]) - 1)),
    (re.compile(r"<\s*(\d{1,3})(?!\d)"), lambda match: (0, max(int(match[1]) - 1, 0))),
    (re.compile(NUMBER + r"\s*(?:and|or) (?:under|younger|below)\b"),
     lambda match: (0, int(match[1]))),
    (re.compile(r"(?:\b(?:over|above|more than|older than|at least)|>)" + AGE),
     lambda match: (int(match[1]), OLDEST)),
    (re.compile(NUMBER + r"\s*(?:\+|plus\b|(?:and|or) (?:over|older|above)\b)"),
     lambda match: (int(match[1]), OLDEST)),
    (re.compile(NUMBER + r"\s*(?:-|–|/|to|or|and)\s*(\d{1,3})(?!\d)"), _ordered),
    (re.compile(r"\by(?:ea)?r? ?(\d{1,2})\b(?![\s-]?old)"),
     lambda match: (int(match[1]) + 4, int(match[1]) + 5)),
    (re.compile(r"\b(?:ks|key stage) ?([1-5])\b"), _stage),
    (re.compile(WHOSE + PART + r"(?<!\d)([2-9])0['’]?s\b"),
     lambda match: _decade(int(match[2]) * 10, match[1])),
    (re.compile(NUMBER + r"(?!\d)"), lambda match: (int(match[1]), int(match[1]))),
)  # fmt: skip
"""How numbers are told, the longer way of telling before the shorter."""


@cache
def _words() -> dict[str, Any]:
    with WORDS.open("rb") as file:
        return tomllib.load(file)


@cache
def _worded() -> tuple[tuple[re.Pattern[str], Span], ...]:
    """The words that tell an age, the longer before the shorter that stands in it."""
    found: list[tuple[re.Pattern[str], Span]] = []
    for word, begins in _words()["decades"].items():
        for part in (*_words()["parts"], None):
            start = rf"\b{part}[\s-]*" if part else r"\b"
            found.append((re.compile(WHOSE + start + word + r"\b"), _decade(begins, part)))
    spans = _words()["words"]
    for word in sorted(spans, key=len, reverse=True):
        low, high = spans[word]
        found.append((re.compile(rf"\b{re.escape(word)}\b"), (low, high)))
    return tuple(found)


@cache
def _phrases(name: str) -> re.Pattern[str]:
    """Any of the words listed under a name, as whole words; signs as they stand."""
    listed = sorted(_words()[name]["words"], key=len, reverse=True)
    said = [rf"\b{re.escape(one)}\b" if one[0].isalpha() else re.escape(one) for one in listed]
    return re.compile("|".join(said))


def _in_figures(said: str) -> str:
    """Numbers written out, as figures: "twenty-one" as 21."""
    small, tens = _words()["numbers"], _words()["tens"]
    units = "|".join(one for one in small if small[one] < 10)
    both = re.compile(rf"\b({'|'.join(tens)})(?:[\s-]({units}))?\b")
    said = both.sub(lambda one: str(tens[one[1]] + small.get(one[2], 0)), said)
    return re.sub(rf"\b({'|'.join(small)})\b", lambda one: str(small[one[1]]), said)


def span_of(words: str) -> Span | None:
    """The youngest and the oldest that words leave open, in whole years; None where they say nothing,
    or only that nobody knows. Words that nobody can read leave every age open."""
    said = YEARS_OLD.sub(" ", _in_figures(" ".join(words.casefold().split())))
    left, spans = said, []
    for pattern, told in READINGS:
        left, found = _taken_out(left, pattern, told)
        spans += found
    for pattern, span in _worded():
        left, found = _taken_out(left, pattern, lambda _, span=span: span)  # type: ignore[misc]
        spans += found
    left = _phrases("not_known").sub(" ", left) if not spans else left
    bare = _phrases("guess").sub(" ", left)
    is_guess = bare != left
    bare = MARKS.sub(" ", _phrases("harmless").sub(" ", bare)).strip()
    if any(low > OLDEST for low, _ in spans):
        return 0, OLDEST
    if not spans:
        return (0, OLDEST) if bare else None
    low, high = _together(spans)
    if min(one[0] for one in spans) >= _words()["grown"]["from"]:
        bare = MARKS.sub(" ", _phrases("grown").sub(" ", bare)).strip()
    if is_guess:
        low, high = _widened(low, high)
    if bare:
        low = 0
        high = OLDEST if any(one.isdigit() for one in bare) else high
    return low, min(high, OLDEST)


def _taken_out(
    said: str, pattern: re.Pattern[str], told: Callable[[re.Match[str]], Span]
) -> tuple[str, list[Span]]:
    found = [told(one) for one in pattern.finditer(said)]
    return (pattern.sub(" ", said), found) if found else (said, found)


def _together(spans: list[Span]) -> Span:
    """What several tellings leave open: they narrow each other ("teenage girl"), and where they
    contradict each other all of them stay open."""
    low, high = max(one[0] for one in spans), min(one[1] for one in spans)
    if low > high:
        low, high = min(one[0] for one in spans), max(one[1] for one in spans)
    return low, high


def _widened(low: int, high: int) -> Span:
    """A guess may be out by some years, more where it is of somebody grown up."""
    guess = _words()["guess"]
    below, above = guess["years_below"], guess["years_above"]
    low_by = above if low >= guess["grown_from"] else below
    high_by = above if high >= guess["grown_from"] else below
    return max(low - low_by, 0), high + high_by
