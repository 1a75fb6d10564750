"""One mention of a date in a phrase, and small steps over tokens that its readers share."""

from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.assurance.rules.due.tokens import Token
from joinedup.assurance.rules.due.words import known_words

Tokens = Sequence[Token]
FIRST_YEAR, LAST_YEAR = 1990, 2099


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as said, from token `first` up to, not including, token `last`.

    `year`, `month` and `day` are what is said (None where it is not). `quarter` is the quarter of
    a financial year, `period` what the mention is: day, month, quarter, financial, year,
    easter, years. `at_end` says "end of"; `vague_part` says early, mid or late;
    `from_day` is the first day of "3-7 March",
    `from_quarter` the first of "Q1-2". `doubt` tells a person why to look; `trust` is
    how sure the reading is.
    """

    first: int
    last: int
    period: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    from_day: int | None = None
    from_quarter: int | None = None
    at_end: bool = False
    vague_part: bool = False
    trust: float = 0.97
    doubt: str = ""


def kind_at(tokens: Tokens, i: int) -> str:
    """The kind of the token at `i`, or nothing past the end."""
    return tokens[i].kind if 0 <= i < len(tokens) else ""


def text_at(tokens: Tokens, i: int) -> str:
    """The text of the token at `i`, or nothing past the end."""
    return tokens[i].text if 0 <= i < len(tokens) else ""


def past(tokens: Tokens, i: int, marks: str) -> int:
    """The place after at most one of these marks."""
    return i + 1 if text_at(tokens, i) and text_at(tokens, i) in marks else i


def full_year(tokens: Tokens, i: int) -> int | None:
    """The year, where four digits of a likely year stand at `i`."""
    if kind_at(tokens, i) == "num" and len(tokens[i].text) == 4:
        value = tokens[i].value
        return value if FIRST_YEAR <= value <= LAST_YEAR else None
    return None


def short_year(tokens: Tokens, i: int) -> int | None:
    """The year, where two digits stand at `i`, with or without an apostrophe."""
    if kind_at(tokens, i) in ("num", "yy") and len(tokens[i].text) == 2:
        return 2000 + tokens[i].value
    return None


def month_name(word: str) -> int | None:
    """The month of a name or its usual short form."""
    return known_words().months.get(word)


def day_number(tokens: Tokens, i: int) -> int | None:
    """The number, where one that could be meant as a day stands at `i`."""
    if kind_at(tokens, i) in ("num", "ord") and len(tokens[i].text) <= 2:
        return tokens[i].value
    return None
