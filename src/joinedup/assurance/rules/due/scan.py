"""Walking over a phrase: what is a date, what a marker, what a rhythm, what is left over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from joinedup.assurance.rules.due.mention import (
    Mention,
    Tokens,
    full_year,
    kind_at,
    past,
    text_at,
)
from joinedup.assurance.rules.due.numeric import numeric_at
from joinedup.assurance.rules.due.periods import financial_year_at, period_at
from joinedup.assurance.rules.due.worded import month_at, worded_at
from joinedup.assurance.rules.due.words import Phrase, known_words, phrase_at

_UNITS = {
    "day": 0, "days": 0, "working": 0, "week": 0, "weeks": 0, "wks": 0, "wk": 0, "hours": 0,
    "month": 1, "months": 1, "mths": 1, "mth": 1, "year": 12, "years": 12, "yrs": 12, "yr": 12,
    "hour": 0, "minutes": 0,
}  # fmt: skip
_EVERY = {
    (1, "week"): "weekly",
    (2, "week"): "fortnightly",
    (1, "month"): "monthly",
    (2, "month"): "two_monthly",
    (3, "month"): "quarterly",
    (6, "month"): "six_monthly",
    (12, "month"): "annual",
    (1, "year"): "annual",
}
_EARLY = frozenset(
    ("early", "mid", "late", "beginning", "start", "middle", "first", "last", "second", "third")
)
_NEXT_YEAR = "The month comes before the season: the year after was taken."
_EACH = ("each", "every", "any")
_CLOCKED = frozenset(("commencing", "beginning", "ending", "starting", "of"))


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing found in a phrase: a date, a known phrase, or a token that means nothing here."""

    first: int
    last: int
    mention: Mention | None = None
    phrase: Phrase | None = None
    left: str = ""


def pieces(tokens: Tokens, plan_year: int | None) -> Iterator[Piece]:
    """The phrase cut into pieces, in order; every token is in exactly one."""
    i = 0
    while i < len(tokens):
        piece = _piece_at(tokens, i, plan_year)
        yield piece
        i = piece.last


def _piece_at(tokens: Tokens, i: int, plan_year: int | None) -> Piece:
    if _labelled(tokens, i):
        return Piece(i, i + 2, phrase=Phrase("label"))
    mention = mention_at(tokens, i, plan_year)
    rhythm = _rhythm_at(tokens, i)
    known = phrase_at(tokens, i)
    reach = mention.last if mention else i
    if rhythm and rhythm[1] >= max(reach, known[1] if known else 0):
        return Piece(i, rhythm[1], phrase=rhythm[0])
    if mention and (not known or reach >= known[1]):
        return Piece(i, reach, mention=mention)
    if known and known[0].kind in ("season", "easter"):
        return _season(tokens, i, known)
    if known:
        return Piece(i, known[1], phrase=known[0])
    return Piece(i, i + 1, left=tokens[i].text)


def _labelled(tokens: Tokens, i: int) -> bool:
    """Whether a counted thing stands here: "phase 2", "year 1"; the number is no day."""
    if text_at(tokens, i) not in known_words().labels or kind_at(tokens, i + 1) != "num":
        return False
    goes_on = text_at(tokens, i + 2) in ("/", ".", "-") and tokens[i + 2].glued
    return len(tokens[i + 1].text) <= 2 and not goes_on


def _season(tokens: Tokens, i: int, known: tuple[Phrase, int]) -> Piece:
    """A term or feast with the year that belongs to it; only Easter's year says a month."""
    phrase, at = known
    place = past(tokens, at, ",(")
    while text_at(tokens, place) in ("term", "of", "in", "holidays", "half"):
        place += 1
    financial = financial_year_at(tokens, place)
    if financial:
        return Piece(i, past(tokens, financial[1], ")"), phrase=phrase)
    year = full_year(tokens, place)
    short = kind_at(tokens, place) in ("yy", "num") and len(tokens[place].text) == 2
    if not year and short and not month_at(tokens, place + 1):
        year = 2000 + tokens[place].value
    if not year:
        return Piece(i, at, phrase=phrase)
    if phrase.kind == "easter":
        doubt = "Easter was taken as April."
        mention = Mention(i, place + 1, "easter", year, 4, trust=0.7, doubt=doubt)
        return Piece(i, place + 1, mention=mention)
    named = month_at(tokens, past(tokens, place + 1, "(,-:"))
    if named and not full_year(tokens, past(tokens, named[1], ",")):
        month, last, _misspelt = named
        begins = known_words().season_begins
        first = max((begins.get(text_at(tokens, n), 1) for n in range(i, at)), default=1)
        mention = Mention(i, past(tokens, last, ")"), "month", year, month, trust=0.8)
        if month < first:
            mention = replace(mention, year=year + 1, trust=0.6, doubt=_NEXT_YEAR)
        return Piece(i, mention.last, mention=mention)
    return Piece(i, place + 1, phrase=phrase)


def _rhythm_at(tokens: Tokens, i: int) -> tuple[Phrase, int] | None:
    """ "Every six weeks", "6-weekly", "within 3 months", "every Monday": a number and a unit."""
    every = text_at(tokens, i) in ("every", "each")
    at = i + 1 if every else i
    weekdays = known_words().weekdays
    if every and text_at(tokens, at).rstrip("s") in weekdays and len(text_at(tokens, at)) > 3:
        return Phrase("recurrence", "weekly"), at + 1
    if every and month_at(tokens, at):
        return Phrase("yearly_in"), at
    meeting = _meeting_at(tokens, i)
    if meeting:
        return Phrase("recurrence", "each_meeting"), meeting
    number = _count(tokens, at)
    if number is None:
        return None
    at = past(tokens, at + 1, "-")
    if text_at(tokens, at) in ("calendar", "working", "school"):
        at += 1
    unit = text_at(tokens, at)
    if every and unit in _UNITS:
        code = _EVERY.get((number, unit.rstrip("s")))
        return Phrase("recurrence" if code else "ambiguous", code or ""), at + 1
    if unit in ("weekly", "monthly", "yearly") and kind_at(tokens, i) != "ord":
        code = _EVERY.get((number, unit.removesuffix("ly")))
        return Phrase("recurrence" if code else "ambiguous", code or ""), at + 1
    if unit in _UNITS and not full_year(tokens, i):
        if text_at(tokens, at + 1) in ("of", "after") and text_at(tokens, at + 2) in _EACH:
            return Phrase("recurrence", "event"), at + 3
        lasting = text_at(tokens, i - 1) in ("for", "over", "lasting")
        return Phrase("lasting" if lasting else "relative"), at + 1
    return None


def _meeting_at(tokens: Tokens, i: int) -> int:
    """The place after "each … meeting", "after each … meeting" or "all … meetings"; 0 if that is
    not said here."""
    if text_at(tokens, i) in ("after", "at", "following", "before") and text_at(tokens, i + 1) in (
        "each",
        "every",
    ):
        i += 1
    if text_at(tokens, i) not in ("each", "every", "all", "per"):
        return 0
    for at in range(i + 1, min(i + 6, len(tokens))):
        if text_at(tokens, at) in ("meeting", "meetings"):
            return at + 1
        if kind_at(tokens, at) != "word":
            return 0
    return 0


def _count(tokens: Tokens, i: int) -> int | None:
    if kind_at(tokens, i) == "num" and len(tokens[i].text) <= 3:
        return tokens[i].value
    return known_words().numbers.get(text_at(tokens, i))


def mention_at(tokens: Tokens, i: int, plan_year: int | None) -> Mention | None:
    """The date that begins at `i`, with what qualifies it ("end of", "mid", "w/c", "Friday")."""
    at, end, vague = _qualifiers(tokens, i)
    found = _bare_mention(tokens, at, plan_year)
    if not found:
        return None
    trust, doubt, weekday = found.trust, found.doubt, _weekday(tokens, i, at)
    if weekday is not None and found.period not in ("day",):
        trust, doubt = min(trust, 0.6), "A weekday without its day."
    if end and found.period in ("financial", "year"):
        trust, doubt = (0.95, "") if trust >= 0.7 else (trust, doubt)
    return replace(found, first=i, at_end=end, vague_part=vague, trust=trust, doubt=doubt)


def _bare_mention(tokens: Tokens, i: int, plan_year: int | None) -> Mention | None:
    candidates = (
        numeric_at(tokens, i),
        worded_at(tokens, i, plan_year),
        period_at(tokens, i),
    )
    found = [c for c in candidates if c]
    return max(found, key=lambda m: m.last) if found else None


def _qualifiers(tokens: Tokens, i: int) -> tuple[int, bool, bool]:
    """Where the date itself begins, whether its end is meant, whether only a part of it."""
    at, end, vague = i, False, False
    while True:
        word, following = text_at(tokens, at), text_at(tokens, at + 1)
        nearer = at + 1
        while text_at(tokens, nearer) in ("-", "of", "the", "in"):
            nearer += 1
        if word == "end":
            end, at = True, nearer
        elif word in _EARLY and following in ("week", "half", "part", "fortnight"):
            vague, at = True, at + 2
            while text_at(tokens, at) in ("of", "in", "the"):
                at += 1
        elif word in ("early", "mid", "late") or (
            word in ("beginning", "start", "middle") and following == "of"
        ):
            vague, at = True, nearer
        elif (after := _past_week(tokens, at)) > at:
            at = after
        elif word in known_words().weekdays and kind_at(tokens, at + 1) in ("num", "ord", "mark"):
            at = past(tokens, at + 1, ",.")
        elif word == "the" and (at > i or kind_at(tokens, at + 1) == "ord"):
            at += 1
        else:
            break
    return at, end, vague


def _past_week(tokens: Tokens, at: int) -> int:
    """The place after "w/c" or "week commencing"."""
    word = text_at(tokens, at)
    if word in ("w/c", "w/e", "w/b", "wc", "wb", "w.c"):
        return past(tokens, at + 1, ":-")
    if word in ("week", "wk") and text_at(tokens, at + 1) in _CLOCKED:
        return past(tokens, at + 2, ":-")
    return at


def _weekday(tokens: Tokens, first: int, last: int) -> int | None:
    for i in range(first, last):
        if text_at(tokens, i) in known_words().weekdays:
            return known_words().weekdays[text_at(tokens, i)]
    return None
