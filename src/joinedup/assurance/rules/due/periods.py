"""Quarters, financial years and plain years: Q3 2024/25, end of 2023/24, 2025."""

from joinedup.assurance.rules.due.mention import (
    Mention,
    Tokens,
    full_year,
    kind_at,
    past,
    short_year,
    text_at,
)
from joinedup.assurance.rules.due.words import known_words

_QUARTER = ("q", "qs", "quarter", "quarters", "qtr", "qtrs", "qu", "quater")
_ONE_YEAR = "This year was taken as a financial year that starts in April."


def period_at(tokens: Tokens, i: int) -> Mention | None:
    """The quarter, financial year or year that begins at `i`, if any."""
    return _quarter_first(tokens, i) or _year_then_quarter(tokens, i) or _year_alone(tokens, i)


def financial_year_at(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """First calendar year of "2024/25", "FY25" and the like; the place after; whether sure."""
    named = False
    while text_at(tokens, i) in ("fy", "financial", "year", "f"):
        named = named or text_at(tokens, i) in ("fy", "financial")
        i += 1
        i = past(tokens, i, "-")
    start = full_year(tokens, i) or (short_year(tokens, i) if kind_at(tokens, i) != "yy" else None)
    if start is None:
        return None
    joint, second = text_at(tokens, i + 1), i + 2
    if joint in ("/", "-", "to"):
        end = full_year(tokens, second) or short_year(tokens, second)
        long = len(tokens[i].text) == 4
        if end == start + 1 and (long or (joint == "/" and end % 100 > 12) or named):
            sure = long or named or end % 100 > 12
            return start, second + 1, sure
    if named and len(tokens[i].text) == 2:
        return start - 1, i + 1, False
    return None


def _quarter_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    word = text_at(tokens, i)
    if word in _QUARTER:
        after = past(tokens, i + 1, ".-")
        value = tokens[after].value if kind_at(tokens, after) == "num" else 0
        named = known_words().numbers.get(text_at(tokens, after), 0)
        number = value if len(text_at(tokens, after)) == 1 else named
        return (number, after + 1) if 1 <= number <= 4 else None
    number = tokens[i].value if kind_at(tokens, i) == "ord" else 0
    number = number or known_words().ordinals.get(word, 0)
    if 1 <= number <= 4 and text_at(tokens, i + 1) in ("quarter", "qtr"):
        return number, i + 2
    return None


def _quarter_first(tokens: Tokens, i: int) -> Mention | None:
    found = _quarter_number(tokens, i)
    if not found:
        return None
    quarter, at = found
    first, (quarter, at) = quarter, _second_quarter(tokens, quarter, at)
    earlier = first if first < quarter else None
    place = past(tokens, at, ",-(/")
    while text_at(tokens, place) in ("of", "in", "the"):
        place += 1
    year = financial_year_at(tokens, place)
    if year:
        last = past(tokens, year[1], ")") if text_at(tokens, place - 1) == "(" else year[1]
        trust = 0.95 if year[2] else 0.7
        return Mention(
            i, last, "quarter", year[0], quarter=quarter, from_quarter=earlier, trust=trust
        )
    single = full_year(tokens, place) or short_year(tokens, place)
    if single and not _quarter_number(tokens, place):
        return Mention(i, place + 1, "quarter", single, quarter=quarter, trust=0.6, doubt=_ONE_YEAR)
    return Mention(i, at, "quarter", None, quarter=quarter, trust=0.9)


def _second_quarter(tokens: Tokens, quarter: int, at: int) -> tuple[int, int]:
    """The later quarter of "Q1-2 2018/19" and the place after it; else what was there."""
    joined = text_at(tokens, at) in ("-", "/", "&", "and", "to")
    short = kind_at(tokens, at + 1) == "num" and len(text_at(tokens, at + 1)) == 1
    if joined and short and quarter < tokens[at + 1].value <= 4:
        return tokens[at + 1].value, at + 2
    return quarter, at


def _year_then_quarter(tokens: Tokens, i: int) -> Mention | None:
    year = financial_year_at(tokens, i)
    if not year:
        return None
    start, at, sure = year
    found = _quarter_number(tokens, past(tokens, at, ",-(/:"))
    if found:
        quarter, last = found
        return Mention(i, last, "quarter", start, quarter=quarter, trust=0.95 if sure else 0.7)
    while text_at(tokens, at) in ("financial", "year", "fy"):
        at += 1
    trust = 0.85 if sure else 0.6
    doubt = "" if sure else "Is this a financial year?"
    return Mention(i, at, "financial", start, trust=trust, doubt=doubt)


def _year_alone(tokens: Tokens, i: int) -> Mention | None:
    year = full_year(tokens, i)
    if not year:
        return None
    if text_at(tokens, i + 1) in ("/", "-", "to") and full_year(tokens, i + 2):
        return Mention(i, i + 3, "years", trust=0.5, doubt="A range of years has no day.")
    if text_at(tokens, i + 1) in ("/", "-") and kind_at(tokens, i + 2) == "num":
        return None
    found = _quarter_number(tokens, past(tokens, i + 1, ",-("))
    if found:
        quarter, last = found
        return Mention(i, last, "quarter", year, quarter=quarter, trust=0.6, doubt=_ONE_YEAR)
    if not _stands_alone(tokens, i):
        return None
    doubt = "Only a year is said: its last day was taken."
    return Mention(i, i + 1, "year", year, trust=0.7, doubt=doubt)


def _stands_alone(tokens: Tokens, i: int) -> bool:
    """Whether a year is a time by itself, and not the year of a name ("Ofsted 2016", "the 2018
    carnival")."""
    before = text_at(tokens, i - 1)
    if kind_at(tokens, i - 1) in ("num", "ord", "yy") or (before and before in "/."):
        return False
    if before == "end" and text_at(tokens, i - 2) == "year":
        return False
    if before in ("the", "our", "its") and _names_something(tokens, i + 1):
        return False
    if kind_at(tokens, i - 1) != "word":
        return True
    phrase = known_words().phrases.get((before,))
    marker = phrase is not None and phrase.kind not in ("vague", "season", "easter", "recurrence")
    return marker or before in known_words().filler or before in ("early", "mid", "late", "end")


def _names_something(tokens: Tokens, i: int) -> bool:
    """Whether the word at `i` is no word of time."""
    word = text_at(tokens, i)
    known = known_words()
    return (
        kind_at(tokens, i) == "word" and (word,) not in known.phrases and word not in known.filler
    )
