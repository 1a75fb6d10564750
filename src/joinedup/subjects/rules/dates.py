"""Dates of birth and ages as people write them, whole, in part, or impossible."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache

from joinedup.subjects.rules.words import listed

__all__ = ["Age", "Born", "read_age", "read_born"]

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
PLACEHOLDERS = frozenset(
    {(1900, 1, 1), (1901, 1, 1), (1800, 1, 1), (1899, 12, 30), (1899, 12, 31), (9999, 12, 31),
     (1753, 1, 1), (1, 1, 1)}
)  # fmt: skip
OLDEST = 120
WORDS = {
    word: number
    for number, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        )
    )
}
SEPARATED = re.compile(r"^(\d{1,4})[\s./-]+(\d{1,2}|[a-z]+)[\s./-]+(\d{1,4})$")
MONTH_YEAR = re.compile(r"^(\d{1,2}|[a-z]+)[\s./-]+(\d{4})$")
YEAR_MONTH = re.compile(r"^(\d{4})[\s./-]+(\d{1,2}|[a-z]+)$")
SOLID = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Born:
    """A date of birth as far as it is known; 0 stands for what is not."""

    year: int = 0
    month: int = 0
    day: int = 0
    note: str = field(default="", compare=False)

    def __bool__(self) -> bool:
        return bool(self.year or self.month or self.day)

    @property
    def is_whole(self) -> bool:
        return bool(self.year and self.month and self.day)

    def as_date(self) -> dt.date | None:
        """The date where it is whole."""
        return dt.date(self.year, self.month, self.day) if self.is_whole else None


@lru_cache(maxsize=100_000)
def read_born(text: str, today: dt.date) -> Born:
    """A date of birth in any common way of writing; `note` says why nothing was taken.

    Days come before months, as in Britain, unless that is impossible. Dates in the future, of
    people over 120, and those that systems put for "unknown" are not taken.
    """
    words = ORDINAL.sub("", text.strip().casefold().replace(",", " ").replace(" of ", " "))
    words = re.sub(r"[t ]\d{1,2}:\d{2}.*$", "", words)
    words = re.sub(r"\s+", " ", words).strip()
    if not words or not re.search(r"\d|[a-z]{3}", words):
        return Born()
    found = _parts(words)
    if found is None:
        return Born(note="not a date")
    year, month, day = found
    if year and year < 100:
        year += 2000 if year <= today.year % 100 else 1900
    if (year, month, day) in PLACEHOLDERS or (year in {1900, 1800, 9999} and not month):
        return Born(note="stands for unknown")
    if not _is_possible(year, month, day):
        is_year = today.year - OLDEST <= year <= today.year
        return Born(year * is_year, month * (is_year and month <= 12), 0, "no such date")
    if year and not today.year - OLDEST <= year <= today.year:
        return Born(note="not within a lifetime")
    if year and month and day and dt.date(year, month, day) > today:
        return Born(note="in the future")
    return Born(year, month, day)


def _parts(words: str) -> tuple[int, int, int] | None:
    return _whole(words) or _in_part(words)


def _whole(words: str) -> tuple[int, int, int] | None:
    solid = SOLID.match(words)
    if solid:
        return int(solid[1]), int(solid[2]), int(solid[3])
    whole = SEPARATED.match(words)
    if whole:
        return _ordered(whole[1], whole[2], whole[3])
    spelled = re.fullmatch(r"([a-z]+) (\d{1,2}) (\d{4})", words)
    if spelled:
        month = _month(spelled[1])
        return None if month is None else (int(spelled[3]), month, int(spelled[2]))
    return None


def _in_part(words: str) -> tuple[int, int, int] | None:
    short = MONTH_YEAR.match(words)
    if short:
        month = _month(short[1])
        return None if month is None else (int(short[2]), month, 0)
    short = YEAR_MONTH.match(words)
    if short:
        month = _month(short[2])
        return None if month is None else (int(short[1]), month, 0)
    if re.fullmatch(r"\d{4}", words):
        return int(words), 0, 0
    partial = re.fullmatch(r"(\d{4}|[x?]+)[./-](\d{2}|[x?]+)[./-](\d{2}|[x?]+)", words)
    if partial:
        return tuple(int(one) if one.isdigit() else 0 for one in partial.groups())  # type: ignore[return-value]
    partial = re.fullmatch(r"(\d{1,2}|[x?]+)[./-](\d{1,2}|[x?]+)[./-](\d{4}|[x?]+)", words)
    if partial:
        day, month_, year = (int(one) if one.isdigit() else 0 for one in partial.groups())
        return year, month_, day
    partial = re.fullmatch(r"(\d{1,2})[\s./-](\d{1,2}|[a-z]+)", words)
    if partial:
        month = _month(partial[2])
        return None if month is None else (0, month, int(partial[1]))
    return None


def _ordered(first: str, second: str, third: str) -> tuple[int, int, int] | None:
    month = _month(second)
    if month is None:
        return None
    if len(first) == 4:
        if month > 12 and int(third) <= 12:
            return int(first), int(third), month
        return int(first), month, int(third)
    if len(third) in {1, 3}:
        return None
    if month > 12 and int(first) <= 12:
        return int(third), int(first), month
    return int(third), month, int(first)


def _month(text: str) -> int | None:
    return int(text) if text.isdigit() else MONTHS.get(text)


def _is_possible(year: int, month: int, day: int) -> bool:
    if not (0 <= month <= 12 and 0 <= day <= 31):
        return False
    try:
        dt.date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Age:
    """The years in which somebody can have been born, going by what was said of their age."""

    first: int = 0
    last: int = 0

    def __bool__(self) -> bool:
        return bool(self.first)


UNBORN = re.compile(r"\b(un-?born|not yet born|expected|due|pregnan\w+|gestation)\b")
ADULT_FROM, CHILD_TO, TEEN = 18, 17, (13, 19)


def read_age(text: str, said_on: dt.date) -> Age:
    """The years of birth that fit what was said on a day: "about 14", "13-15", "mid teens", "8
    months", "40s". Nothing where no age can be read."""
    words = text.strip().casefold()
    if not words:
        return Age()
    for word, number in WORDS.items():
        words = re.sub(rf"\b{word}\b", str(number), words)
    numbers = [int(one) for one in re.findall(r"\d+", words)]
    year = said_on.year
    if UNBORN.search(words):
        return Age(year, year + 1)
    if numbers and re.search(r"\b(months?|weeks?|days?|mths?|wks?)\b", words):
        return Age(year - 1 - numbers[0] // 12, year - numbers[0] // 13)
    decade = re.search(r"\b(early|mid|late)?\W*(\d)0\W?s\b", words)
    if decade:
        low = int(decade[2]) * 10
        first, last = DECADE[decade[1] or ""]
        return Age(year - low - last - 1, year - low - first)
    if not numbers:
        return _age_without_number(words, year)
    return _age_of_numbers(words, numbers, year)


DECADE = {"early": (0, 4), "mid": (3, 7), "late": (6, 9), "": (0, 9)}


def _age_without_number(words: str, year: int) -> Age:
    if "teen" in words:
        low, high = TEEN
        low = 16 if "late" in words else 14 if "mid" in words else low
        high = 15 if "early" in words else 17 if "mid" in words else high
        return Age(year - high - 2, year - low + 1)
    if re.search(r"\b(adult|grown)\b", words):
        return Age(year - OLDEST, year - ADULT_FROM + 1)
    if re.search(r"\b(child|kid|minor|under ?age|schoolchild)\b", words):
        return Age(year - CHILD_TO - 1, year)
    if re.search(r"\b(baby|newborn|infant)\b", words):
        return Age(year - 2, year)
    return Age()


def _age_of_numbers(words: str, numbers: list[int], year: int) -> Age:
    low, high = min(numbers[:2]), max(numbers[:2])
    if high > OLDEST:
        is_year = year - OLDEST <= high <= year and len(numbers) == 1
        return Age(high, high) if is_year else Age()
    if re.search(r"under|less than|younger", words):
        return Age(year - high - 1, year)
    if re.search(r"over|more than|older|\+", words):
        return Age(year - OLDEST, year - low)
    is_vague = bool(VAGUE.search(words))
    slack = 1 if high > low else (2 if is_vague else 1) + (high > 30) * 3
    return Age(year - high - slack, year - low + (slack - 1 if is_vague else 0))


VAGUE = re.compile(r"about|\dish\b|approx|around|maybe|perhaps|circa|roughly|or so|~|\?|c\.")
