"""How a date that a person types is understood. Plain Python, no clock."""

from __future__ import annotations

import calendar
import re
from datetime import date

from joinedup.pages.dates import MONTHS, long_date

LONG_AGO = 1900
ISO = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\Z")
NUMBERS = re.compile(r"(\d{1,2})\s*[-/.,\s]\s*(\d{1,2})(?:\s*[-/.,\s]\s*(\d{4}|\d{2}))?\Z")
WORDS = re.compile(
    r"(?:[a-z]+day,?\s+|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?,?\s+)?"
    r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+([a-z]{3,9})\.?,?(?:[\s\-]+'?(\d{4}|\d{2}))?\Z"
)
WORDS_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})\Z")


class NotADate(ValueError):
    """What was typed is no date; the message is a sentence for the person who typed it."""


def typed_date(text: str) -> date:
    """The date a British reader means by '31/8/15', '31 August 2015' or '2015-08-31'.

    The day comes before the month. Two-digit years from 00 to 69 are 2000 to 2069, others
    1970 to 1999. Raises NotADate with a sentence saying what to type instead.
    """
    plain = " ".join(text.strip().lower().split())
    if found := ISO.match(plain):
        return _day(*(int(part) for part in found.groups()))
    if found := NUMBERS.match(plain):
        day, month, year = found.groups()
        return _day(_year(year, plain), int(month), int(day))
    if found := WORDS.match(plain):
        day, word, year = found.groups()
        month = _month(word)
        return _day(_year(year, plain), month, int(day))
    if found := WORDS_FIRST.match(plain):
        word, day, year = found.groups()
        return _day(_year(year, plain), _month(word), int(day))
    raise NotADate("Type a date with day, month and year, like 31 August 2026")


def day_asked(text: str, otherwise: date) -> date:
    """The date in an address, for pages over a time; `otherwise` where it holds none."""
    try:
        return typed_date(text) if text else otherwise
    except NotADate:
        return otherwise


def number_asked(text: str) -> int:
    """The number in an address or a hidden field; 0, which no row has, where it holds none. Signs
    such as "²" are no digits, and what is longer than a number of a row can be is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0


def day_of(day: str, month: str, year: str) -> date:
    """The date of three boxes; the month may be a word. Raises NotADate with a sentence."""
    parts = [part.strip() for part in (day, month, year)]
    missing = [name for name, part in zip(("day", "month", "year"), parts, strict=True) if not part]
    if missing:
        raise NotADate(f"The date must have a {' and a '.join(missing)}")
    return typed_date(" ".join(parts))


def _year(text: str | None, whole: str) -> int:
    if not text:
        raise NotADate(f"Add the year, like {whole} 2026")
    number = int(text)
    if len(text) == 2:
        number += 2000 if number < 70 else 1900
    return number


def _month(word: str) -> int:
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(word) or (word == "sept" and number == 9):
            return number
    raise NotADate(f"“{word}” is not a month. Type a date like 31 August 2026")


def _day(year: int, month: int, day: int) -> date:
    if not LONG_AGO <= year <= 2200:
        raise NotADate(f"Check the year: {year}")
    if not 1 <= month <= 12:
        raise NotADate(f"There is no month {month}. Type the day first, like 31/8/2026")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise NotADate(f"{MONTHS[month - 1]} {year} has {last} days: check the day")
    return date(year, month, day)


def outside(day: date, earliest: date | None, latest: date | None) -> str:
    """A sentence when the day is before the earliest or after the latest, else empty."""
    if earliest and day < earliest:
        return f"The date must be {long_date(earliest)} or later"
    if latest and day > latest:
        return f"The date must be {long_date(latest)} or earlier"
    return ""
