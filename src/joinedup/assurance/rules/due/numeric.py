"""Dates written in figures: 31/03/2022, 31.3.22, 2022-03-31, 31/03, 03/2022. Day first."""

from joinedup.assurance.rules.due.mention import (
    Mention,
    Tokens,
    day_number,
    full_year,
    kind_at,
    short_year,
    text_at,
)

SEPARATORS = "/-."
_THREE_NUMBERS = "Are these three numbers a date?"


def numeric_at(tokens: Tokens, i: int) -> Mention | None:
    """The date in figures that begins at `i`, if any."""
    if kind_at(tokens, i) != "num":
        return None
    return _year_first(tokens, i) or _three_parts(tokens, i) or _two_parts(tokens, i)


def _separated(tokens: Tokens, i: int) -> bool:
    text = text_at(tokens, i)
    return bool(text) and text in SEPARATORS


def _close(tokens: Tokens, i: int) -> bool:
    """Full stops bind only figures without spaces: "1. 30 June" is a list."""
    return text_at(tokens, i + 1) != "." or all(t.glued for t in tokens[i + 1 : i + 5])


def _year_first(tokens: Tokens, i: int) -> Mention | None:
    year = full_year(tokens, i)
    if not year or not _separated(tokens, i + 1):
        return None
    month, day = day_number(tokens, i + 2), day_number(tokens, i + 4)
    if month is None:
        return None
    if day is not None and _separated(tokens, i + 3):
        last = i + 5
        if text_at(tokens, last) == "t" and kind_at(tokens, last + 1) == "time":
            last += 2
        return _day(i, last, year, month, day)
    if len(tokens[i + 2].text) == 2 and 1 <= month <= 12 and month != (year + 1) % 100:
        return Mention(i, i + 3, "month", year, month, trust=0.75, doubt="Is this a month?")
    return None


def _three_parts(tokens: Tokens, i: int) -> Mention | None:
    day, month = day_number(tokens, i), day_number(tokens, i + 2)
    year = full_year(tokens, i + 4) or short_year(tokens, i + 4)
    alike = _separated(tokens, i + 1) and text_at(tokens, i + 3) == text_at(tokens, i + 1)
    if None not in (day, month, year) and alike and _close(tokens, i):
        return _day(i, i + 5, year, month, day)
    day, month, year = day_number(tokens, i), day_number(tokens, i + 1), full_year(tokens, i + 2)
    if day and month and year and month <= 12 and kind_at(tokens, i + 1) == "num":
        return Mention(i, i + 3, "day", year, month, day, trust=0.7, doubt=_THREE_NUMBERS)
    return None


def _two_parts(tokens: Tokens, i: int) -> Mention | None:
    if not _separated(tokens, i + 1):
        return None
    one, two, year = day_number(tokens, i), day_number(tokens, i + 2), full_year(tokens, i + 2)
    if one and year and one <= 12 and text_at(tokens, i + 3) not in ("/", "-"):
        return Mention(i, i + 3, "month", year, one)
    if text_at(tokens, i + 1) != "/" or one is None or two is None:
        return None
    if kind_at(tokens, i + 2) != "num":
        return None
    if 1 <= one <= 31 and 1 <= two <= 12:
        unsure = two == one + 1 and one >= 9
        doubt = "This could be a day and month, or a financial year." if unsure else ""
        return Mention(i, i + 3, "day", None, two, one, trust=0.5 if unsure else 0.9, doubt=doubt)
    if 1 <= one <= 12 and len(tokens[i + 2].text) == 2:
        doubt = "This was read as a month and a year."
        trust = 0.75 if len(tokens[i].text) == 2 else 0.6
        return Mention(i, i + 3, "month", 2000 + two, one, trust=trust, doubt=doubt)
    return None


def _day(first: int, last: int, year: int | None, month: int | None, day: int | None) -> Mention:
    return Mention(first, last, "day", year, month, day)
