"""From the dates of a due phrase and their parts to what it means, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from joinedup.assurance.rules.due.days import first_day, iso, last_day
from joinedup.assurance.rules.due.mention import Mention
from joinedup.assurance.rules.due.roles import Said, roles, with_years
from joinedup.assurance.rules.due.scan import Piece, pieces
from joinedup.assurance.rules.due.tokens import tokenise
from joinedup.assurance.rules.due.words import known_words

NO_YEAR = "The year is not said, and the plan gives none."
NO_DAY = "There is no such day in the calendar."


@dataclass(frozen=True, slots=True)
class Due:
    """What a due phrase says.

    `date` is the last day by which it is due and `start` the first or next date, each
    "YYYY-MM-DD", or "YYYY-MM" where only the month is said, or None. `recurrence` is one of
    weekly, fortnightly, monthly, two_monthly, quarterly, termly, six_monthly, annual,
    each_meeting, event, ongoing. `confidence` below 0.8 asks for a look; `why` then says why.
    """

    text: str
    date: str | None = None
    start: str | None = None
    recurrence: str | None = None
    confidence: float = 0.97
    why: str = ""


def parse_due(text: str, year: int | None = None, struck: Sequence[str] = ()) -> Due:
    """What the phrase says about time; never raises, never invents.

    `year` is the year of the plan, used for a day or month without one. `struck` are the parts
    of the text that are struck out: they stay in `text` and do not count.
    """
    words = text
    for part in struck:
        if part.strip():
            words = words.replace(part, " ", 1)
    tokens = tokenise(words)
    found = with_years(roles(list(pieces(tokens, year))), year)
    return _combine(text, found, list(pieces(tokens, year)))


def _combine(text: str, said: list[Said], parts: Sequence[Piece]) -> Due:
    kinds = [p.phrase.kind for p in parts if p.phrase]
    recurrence, trust, why = _rhythm(parts)
    doubts: list[tuple[float, str]] = [(trust, why)] if why else []
    doubts += [(s.mention.trust, s.mention.doubt) for s in said]
    doubts += [(0.3, NO_DAY) for s in said if _impossible(s.mention)]
    doubts += [(0.6, NO_YEAR) for s in said if s.mention.year is None and s.mention.month]
    live = [s for s in said if s.role not in ("anchor", "done", "was", "was_from", "counted")]
    if any(s.role == "revised" for s in live):
        live = [s for s in live if s.role == "revised"][-1:]
    elif live and _revised_to_nothing(parts):
        live = []
        doubts.append((0.5, "A revised date is spoken of but not given."))
    if said and not live:
        doubts.append((0.5, "The date here is not the one by which it is due."))
    starts, ends = _starts_and_ends(live, recurrence)
    if len(ends) > 2:
        doubts.append((0.7, "Several dates are given: the latest was taken."))
    date = max(filter(None, map(last_day, ends)), key=_late, default=None)
    start = min(filter(None, map(_first, starts)), key=_early, default=None)
    if date and start and _early(start) > _late(date):
        doubts.append((0.4, "It would begin after it is due."))
    doubts += _left_over(parts, bool(said), kinds)
    trust = min([t for t, _ in doubts], default=0.97)
    why = next((w for t, w in sorted(doubts, key=lambda d: d[0]) if w), "")
    return Due(text, date, start, recurrence, round(min(trust, 0.97), 2), why)


def _first(said: Said) -> str | None:
    mention = said.mention
    if mention.from_quarter is not None:
        return first_day(replace(mention, quarter=mention.from_quarter))
    if mention.from_day is not None:
        return last_day(replace(mention, day=mention.from_day, at_end=False))
    return first_day(mention)


def _starts_and_ends(
    live: Sequence[Said], recurrence: str | None
) -> tuple[list[Said], list[Mention]]:
    starts = [s for s in live if s.role in ("start", "between")]
    ends = [s for s in live if s.role not in ("start", "between")]
    spans = [s for s in ends if s.mention.from_day or s.mention.from_quarter]
    if recurrence:
        closing = ("until", "by") if recurrence == "ongoing" else ("until",)
        untils = [s for s in ends if s.role in closing]
        starts += [s for s in ends if s.role not in closing]
        return starts, [s.mention for s in untils]
    return starts + spans, [s.mention for s in ends]


def _late(iso: str) -> str:
    return iso if len(iso) > 7 else iso + "-99"


def _early(iso: str) -> str:
    return iso if len(iso) > 7 else iso + "-00"


def _impossible(mention: Mention) -> bool:
    if mention.period != "day" or mention.month is None or mention.day is None:
        return False
    return iso(mention.year or 2024, mention.month, mention.day) is None


def _rhythm(parts: Sequence[Piece]) -> tuple[str | None, float, str]:
    codes = [p.phrase.code for p in parts if p.phrase and p.phrase.kind == "recurrence"]
    unsure = [p.phrase.code for p in parts if p.phrase and p.phrase.kind == "ambiguous"]
    if any(p.phrase and p.phrase.kind == "yearly_in" for p in parts):
        codes.append("annual")
    exact = list(dict.fromkeys(c for c in codes if c not in ("ongoing", "event")))
    if len(exact) == 1 and not unsure:
        both = len(set(codes)) > 1
        return exact[0], 0.85 if both else 0.97, ""
    if exact:
        return exact[0], 0.6, "Two rhythms are named: the first was taken."
    if unsure:
        why = (
            "This rhythm can be meant in two ways."
            if unsure[0]
            else ("This rhythm is not one that the register knows.")
        )
        return unsure[0] or next(iter(codes), None), 0.5, why
    if len(set(codes)) > 1:
        return codes[0], 0.6, "Two rhythms are named: the first was taken."
    if not codes and _speaks_of_events(parts):
        return "event", 0.85, ""
    if not codes and _speaks_of_each(parts):
        return "event", 0.6, "This seems to be due whenever something happens."
    return next(iter(codes), None), 0.97, ""


def _speaks_of_events(parts: Sequence[Piece]) -> bool:
    """ "As complaints are upheld", "As reports come in": whenever something happens."""
    left = [p.left for p in parts]
    happens = ("are", "come", "arise", "occur", "happen", "fall", "arrive", "change", "open")
    return 3 <= len(left) <= 8 and left[0] == "as" and any(w in happens for w in left[2:4])


def _speaks_of_each(parts: Sequence[Piece]) -> bool:
    left = [p.left for p in parts if p.left]
    short = len(parts) <= 6 and not any(p.mention for p in parts)
    return short and ("each" in left or "every" in left)


def _revised_to_nothing(parts: Sequence[Piece]) -> bool:
    for index, part in enumerate(parts):
        if part.phrase and part.phrase.kind == "revised":
            later = parts[index + 1 :]
            if any(p.phrase and p.phrase.kind == "vague" for p in later):
                return not any(p.mention for p in later)
    return False


def _left_over(
    parts: Sequence[Piece], dated: bool, kinds: Sequence[str]
) -> list[tuple[float, str]]:
    """Doubts from what the grammar did not use."""
    words = known_words()
    left = [p.left for p in parts if p.left]
    numbers = [w for w in left if any(c.isdigit() for c in w)]
    unknown = [w for w in left if w.isalpha() and w not in words.filler]
    doubts: list[tuple[float, str]] = []
    if numbers:
        doubts.append((0.55, "A number here was not understood."))
    if dated and "relative" in kinds:
        doubts.append((0.6, "A length of time stands beside the date."))
    if dated and "vague" in kinds:
        doubts.append((0.6, "A date stands beside words that leave it open."))
    if dated and any(w in words.doubtful for w in left):
        doubts.append((0.7, "The words leave the date open."))
    if len(unknown) > 8:
        doubts.append((0.75, "There is more in this text than a date."))
    elif unknown:
        doubts.append((0.9, "Some words were not understood."))
    if not dated and not kinds:
        doubts.append((0.85, "No date was found here."))
    return doubts
