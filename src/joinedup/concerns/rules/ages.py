"""How old somebody is, from a date of birth or from words: under 18, adult, or not known.

Nobody is taken for an adult on a guess: "about 19" may be 17, and is looked after as a child.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from joinedup.referrals.choices import AgeGroup

__all__ = ["ADULT", "Age", "age_from", "age_on", "group_of", "read_age"]

ADULT = 18
OLDEST = 120
WORDS = Path(__file__).with_name("ages.toml")
RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|/|to|or|and)\s*(\d{1,3})")
UNDER = re.compile(r"(?:under|below|less than|younger than|not yet)\s*(?:the age of\s*)?(\d{1,3})")
OVER = re.compile(r"(?:over|above|more than|older than|at least)\s*(?:the age of\s*)?(\d{1,3})")
AND_OVER = re.compile(r"(\d{1,3})\s*(?:\+|plus\b|(?:and|or) (?:over|older|above))")
AND_UNDER = re.compile(r"(\d{1,3})\s*(?:and|or) (?:under|younger|below)")
YEAR_GROUP = re.compile(r"\b(?:year|yr) ?(\d{1,2})\b(?! ?old)")
MONTHS = re.compile(r"(\d{1,3})\s*(?:months?|mths?|weeks?|wks?|days?)\b")
DECADE = re.compile(r"\b([2-9])0['’]?s\b")
NUMBER = re.compile(r"(?<!\d)(\d{1,3})(?!\d)")


@dataclass(frozen=True, slots=True)
class Age:
    """The youngest and the oldest that somebody can be, in whole years."""

    youngest: int
    oldest: int

    def together(self, other: Age) -> Age:
        """Where two sources tell: everything that either of them leaves open."""
        return Age(min(self.youngest, other.youngest), max(self.oldest, other.oldest))


def age_on(born_on: dt.date, day: dt.date) -> int:
    """Whole years on a day. Somebody born on 29 February has their birthday on 1 March."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (not had_birthday)


@cache
def _words() -> dict[str, Any]:
    with WORDS.open("rb") as file:
        return tomllib.load(file)


def read_age(words: str) -> Age | None:
    """What words like "about 14", "year 9" or "early twenties" leave open; None where they say
    nothing about an age."""
    said = " ".join(words.casefold().split())
    if not said:
        return None
    found = _exact(said) or _worded(said)
    if found is None:
        return None
    low, high = found
    if low > OLDEST or high < low:
        return None
    return Age(low, min(high, OLDEST))


def _exact(said: str) -> tuple[int, int] | None:
    if match := RANGE.search(said):
        first, last = sorted((int(match[1]), int(match[2])))
        return first, last
    if match := UNDER.search(said):
        return 0, max(int(match[1]) - 1, 0)
    if match := AND_UNDER.search(said):
        return 0, int(match[1])
    if match := OVER.search(said) or AND_OVER.search(said):
        return int(match[1]), OLDEST
    if match := YEAR_GROUP.search(said):
        return int(match[1]) + 4, int(match[1]) + 5
    if match := MONTHS.search(said):
        is_months = "m" in match[0]
        years = int(match[1]) // 12 if is_months else 0
        return years, years
    if match := DECADE.search(said):
        return _part_of_decade(said, int(match[1]) * 10)
    if match := NUMBER.search(said):
        return _guessed(said, int(match[1]))
    return None


def _guessed(said: str, years: int) -> tuple[int, int]:
    guess = _words()["guess"]
    if not any(word in said for word in guess["words"]):
        return years, years
    out = guess["years_above"] if years >= guess["grown_from"] else guess["years_below"]
    return max(years - out, 0), years + out


def _part_of_decade(said: str, begins: int) -> tuple[int, int]:
    for word, (first, last) in _words()["parts"].items():
        if re.search(rf"\b{word}\b", said):
            return begins + first, begins + last
    return begins, begins + 9


def _worded(said: str) -> tuple[int, int] | None:
    for word, begins in _words()["decades"].items():
        if word in said:
            return _part_of_decade(said, begins)
    ranges = [
        span
        for word, span in _words()["words"].items()
        if re.search(rf"\b{re.escape(word)}\b", said)
    ]
    if not ranges:
        return None
    # several words narrow each other ("teenage girl"); where they contradict, all stays open
    low, high = max(one[0] for one in ranges), min(one[1] for one in ranges)
    if low > high:
        low, high = min(one[0] for one in ranges), max(one[1] for one in ranges)
    return low, high


def age_from(born_on: dt.date | None, words: str, is_unborn: bool, today: dt.date) -> Age | None:
    """Everything that date of birth and words leave open; None where neither says anything.

    A date of birth in the future says nothing. Where date and words contradict each other, both
    stay open.
    """
    if is_unborn:
        return Age(0, 0)
    told = read_age(words)
    if born_on is None or born_on > today:
        return told
    years = age_on(born_on, today)
    exact = Age(years, years)
    if told is None or told.youngest <= years <= told.oldest:
        return exact
    return exact.together(told)


def group_of(age: Age | None) -> AgeGroup:
    """Under 18, adult, or not known. Adult is only who cannot be younger than 18."""
    if age is None:
        return AgeGroup.UNKNOWN
    if age.youngest >= ADULT:
        return AgeGroup.ADULT
    return AgeGroup.CHILD if age.oldest < ADULT else AgeGroup.UNKNOWN
