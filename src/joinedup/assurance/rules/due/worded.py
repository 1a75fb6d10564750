"""Dates with a month in words: 31st August '15, Mar-22, 3-7 June 2024, March 31, 2024."""

from rapidfuzz import fuzz, process

from joinedup.assurance.rules.due.mention import (
    Mention,
    Tokens,
    day_number,
    full_year,
    kind_at,
    month_name,
    past,
    short_year,
    text_at,
)
from joinedup.assurance.rules.due.words import known_words

# Month names that are common words as well.
_ALSO_WORDS = ("may", "march", "mar")
_BEFORE_A_MONTH = frozenset(
    (
        "by",
        "in",
        "end",
        "of",
        "until",
        "till",
        "from",
        "mid",
        "early",
        "late",
        "during",
        "to",
        "for",
        "before",
        "begin",
        "starting",
        "commencing",
        "start",
        "since",
        "and",
        "each",
        "every",
        "revised",
        "now",
        "due",
        "or",
        "meeting",
        "next",
        "between",
        "beginning",
        "begins",
        "this",
        "last",
    )
)
_LIKENESS = 84.0
_MISSPELT = "The name of the month is misspelt."


def month_at(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """The month named at `i`, the place after it, and whether it is misspelt."""
    if kind_at(tokens, i) != "word":
        return None
    word = tokens[i].text
    month = month_name(word)
    if month:
        if word in _ALSO_WORDS and not _meant_as_month(tokens, i):
            return None
        after = i + 1
        if len(word) <= 4 and text_at(tokens, after) == "." and tokens[after].glued:
            after += 1
        return month, after, False
    if len(word) < 5 or not _beside_a_number(tokens, i):
        return None
    names = [name for name in known_words().months if len(name) > 4]
    found = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return (known_words().months[found[0]], i + 1, True) if found else None


def _beside_a_number(tokens: Tokens, i: int) -> bool:
    before = i - 2 if text_at(tokens, i - 1) in ("of", "-", "/") else i - 1
    after = past(tokens, i + 1, "-/,.")
    number = kind_at(tokens, before) in ("num", "ord")
    return number or bool(full_year(tokens, after)) or kind_at(tokens, after) == "yy"


def _meant_as_month(tokens: Tokens, i: int) -> bool:
    after = past(tokens, i + 1, "-/,.&")
    dash = text_at(tokens, i - 1) in ("-", "(", ",")
    follows = kind_at(tokens, i + 1) == "word" and text_at(tokens, i + 1) not in ("and", "or", "to")
    if follows and not tokens[i].capital and full_year(tokens, i - 2 if dash else i - 1):
        return False  # "Summer 2025 - may slip"
    if kind_at(tokens, after) in ("num", "ord", "yy") or _beside_a_number(tokens, i):
        return True
    if month_name(text_at(tokens, after)) or month_name(text_at(tokens, i - 2)):
        return True
    before = text_at(tokens, i - 1)
    if before in _BEFORE_A_MONTH or len(tokens) == 1:
        return True
    return tokens[i].capital and not follows


def worded_at(tokens: Tokens, i: int, plan_year: int | None) -> Mention | None:
    """The date with a named month that begins at `i`, if any."""
    return _day_first(tokens, i) or _month_first(tokens, i, plan_year)


def _day_first(tokens: Tokens, i: int) -> Mention | None:
    days, at, span = _days(tokens, i)
    if not days:
        return None
    at = past(tokens, at, "-/.,")
    if text_at(tokens, at) == "of":
        at += 1
    found = month_at(tokens, at)
    if not found:
        return None
    month, at, misspelt = found
    year, at = _year_after(tokens, at)
    return Mention(
        i,
        at,
        "day",
        year,
        month,
        days[-1],
        from_day=days[0] if span else None,
        trust=0.6 if misspelt else 0.97,
        doubt=_MISSPELT if misspelt else "",
    )


def _days(tokens: Tokens, i: int) -> tuple[list[int], int, bool]:
    """The days of "3", "3-7", "3rd, 4th and 5th"; the place after; whether they are a span."""
    days: list[int] = []
    span = False
    at = i
    while (day := day_number(tokens, at)) is not None and len(days) < 6:
        if days and day <= days[-1]:
            break
        days.append(day)
        at += 1
        joint = text_at(tokens, at)
        if joint not in ("-", "to", "&", "and", "/", ",", "or"):
            break
        following = at + 1
        if joint == "," and text_at(tokens, following) in ("and", "&"):
            following += 1
        if day_number(tokens, following) is None:
            break
        span = span or joint in ("-", "to")
        at = following
    return days, at, span


def _year_after(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """The year that follows a day and month, and the place after it."""
    place = past(tokens, at, "-/.,")
    if text_at(tokens, place) in ("of", "in") and full_year(tokens, place + 1):
        place += 1
    year = full_year(tokens, place)
    if year:
        return year, place + 1
    if kind_at(tokens, place) == "yy":
        return short_year(tokens, place), place + 1
    year = short_year(tokens, place)
    if year and not _starts_a_date(tokens, place):
        return year, place + 1
    return None, at


def _starts_a_date(tokens: Tokens, place: int) -> bool:
    """Whether the number at `place` is a day of the next date and no year."""
    after = place + 1
    if text_at(tokens, after) == "of" or month_at(tokens, after):
        return True
    if text_at(tokens, after) in ("&", "and", "to") and day_number(tokens, after + 1) is not None:
        return bool(month_at(tokens, after + 2))
    return text_at(tokens, after) in ("/", ".", ":", "%") and kind_at(tokens, after + 1) == "num"


def _month_first(tokens: Tokens, i: int, plan_year: int | None) -> Mention | None:
    found = month_at(tokens, i)
    if not found:
        return None
    month, at, misspelt = found
    trust, doubt = (0.6, _MISSPELT) if misspelt else (0.97, "")
    place = past(tokens, at, "-/.,")
    day = day_number(tokens, place)
    year = full_year(tokens, past(tokens, place + 1, ","))
    if day is not None and (kind_at(tokens, place) == "ord" or (year and day <= 31)):
        last = past(tokens, place + 1, ",") + 1 if year else place + 1
        if not year and (short := short_year(tokens, past(tokens, last, ","))):
            year, last = short, past(tokens, last, ",") + 1
        return Mention(i, last, "day", year, month, day, trust=trust, doubt=doubt)
    year, last = _year_after(tokens, at)
    if year is None and day is not None and kind_at(tokens, place) == "num":
        if place == at and not _starts_a_date(tokens, place):
            return Mention(i, place + 1, "day", None, month, day, trust=0.6, doubt="A day?")
    elif year and kind_at(tokens, last - 1) == "num" and len(tokens[last - 1].text) == 2:
        value, spaced = tokens[last - 1].value, place == at
        if spaced and value <= 31 and plan_year and abs(year - plan_year) > 6:
            doubt = "This could be a day of the month or a year."
            return Mention(i, last, "day", None, month, value, trust=0.5, doubt=doubt)
        if spaced and value <= 31 and not plan_year:
            trust = min(trust, 0.85)
    return Mention(i, last, "month", year, month, trust=trust, doubt=doubt)
