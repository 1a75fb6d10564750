"""The part that each date plays in a phrase: due, first, revised, past, done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from joinedup.assurance.rules.due.mention import Mention
from joinedup.assurance.rules.due.scan import Piece


@dataclass(frozen=True, slots=True)
class Said:
    """A date and its part: plain, by, until, start, between, revised, was, was_from, done, anchor
    or counted (the last two belong to a length of time)."""

    mention: Mention
    role: str


def roles(parts: Sequence[Piece]) -> list[Said]:
    """Each date with its part in the phrase, from the words around it."""
    said: list[Said] = []
    pending = ""
    since: list[str] = []
    for index, part in enumerate(parts):
        if part.phrase:
            pending = _marker(part.phrase.kind, pending, said, parts, index)
            since.append(part.phrase.kind)
        elif part.mention:
            joint = [p.left for p in parts[_previous(parts, index) + 1 : index] if p.left]
            role = pending
            dashed = not role and since == [] and joint in (["-"], ["to"])
            if joint[-1:] == ["to"] and since[-1:] == ["recurrence"] and not role:
                role = "until"
            if said and (dashed or (joint[-1:] == ["to"] and pending in ("", "start"))):
                role = _span(said)
            if role == "until" and since == ["until"] and said and said[-1].role == "plain":
                said[-1] = replace(said[-1], role="start")
            said.append(Said(part.mention, role or "plain"))
            pending, since = "", []
        elif part.left == "to" and pending == "was_to":
            pending = "revised"
        elif part.left == "and" and pending == "between_next":
            pending = "until"
        elif part.left in ("(", "[") and pending == "counted":
            pending = ""
    return said


def _previous(parts: Sequence[Piece], index: int) -> int:
    for i in range(index - 1, -1, -1):
        if parts[i].mention:
            return i
    return -1


def _span(said: list[Said]) -> str:
    """The date after a dash ends what the one before it began."""
    if said[-1].role in ("plain", "by", "start", "between"):
        said[-1] = replace(said[-1], role="start")
        return "until"
    return "plain" if said[-1].role != "was_from" else "revised"


def _marker(kind: str, pending: str, said: list[Said], parts: Sequence[Piece], index: int) -> str:
    """The role that waits for the next date once this marker is read."""
    after = parts[index + 1] if index + 1 < len(parts) else None
    closes = after is None or after.left in (")", "]", "*")
    if said and closes and kind in ("revised", "was", "onwards", "done", "start"):
        _tell_the_last(kind, said)
        return ""
    if kind == "onwards":
        if said and said[-1].role in ("plain", "by", "done"):
            said[-1] = replace(said[-1], role="start")
        return ""
    if kind == "relative":
        return "anchor" if after and after.left in ("of", "before", "prior") else "counted"
    return _waiting(kind, pending)


def _tell_the_last(kind: str, said: list[Said]) -> None:
    """A marker that stands after its date: "31/3/22 (original)", "June 2023 onwards"."""
    last = said[-1]
    if kind == "done" and last.role in ("plain", "by"):
        return
    if last.role in ("plain", "by", "until"):
        said[-1] = replace(last, role="start" if kind == "onwards" else kind)


_ROLES = ("start", "next", "until", "by", "revised", "was", "was_from", "done", "between")
_STRONGER = {
    "revised": ("by", "until", "start"),
    "was": ("by",),
    "anchor": ("start",),
}


def _waiting(kind: str, pending: str) -> str:
    if kind not in _ROLES:
        return "" if kind == "recurrence" and pending == "done" else pending
    if pending == "counted" and kind in ("start", "by"):
        return "anchor"
    if kind in _STRONGER.get(pending, ()):
        return pending
    return "start" if kind == "next" else kind


def with_years(said: list[Said], plan_year: int | None) -> list[Said]:
    """Dates without a year take it from the next that has one, else the last, else the plan."""
    out: list[Said] = []
    for index, one in enumerate(said):
        mention = one.mention
        if mention.year is not None:
            out.append(one)
            continue
        later = [
            s.mention
            for s in said[index + 1 :]
            if s.mention.year and (s.mention.month or s.mention.quarter)
        ]
        earlier = [s.mention for s in out if s.mention.year and s.mention.month]
        years = [s.mention.year for s in said if s.mention.period in ("quarter", "financial")]
        if mention.month and len(years) == 1 and years[0] and not later and not earlier:
            mention = replace(mention, year=years[0] + (mention.month < 4))
        else:
            mention = _borrow(mention, later, earlier, plan_year)
        out.append(replace(one, mention=mention))
    return out


def _borrow(
    mention: Mention, later: list[Mention], earlier: list[Mention], plan_year: int | None
) -> Mention:
    if mention.period == "quarter":
        quarters = [m for m in later if m.quarter and m.quarter >= (mention.quarter or 0)]
        return replace(mention, year=quarters[0].year) if quarters else mention
    later = [m for m in later if m.month]
    place = (mention.month or 0, mention.day or 0)
    if later and place <= (later[0].month or 0, later[0].day or 31):
        return replace(mention, year=later[0].year)
    if earlier and not later and place >= (earlier[-1].month or 0, earlier[-1].day or 0):
        return replace(mention, year=earlier[-1].year)
    if later or earlier:
        doubt = "The year of one of the dates is not said."
        return replace(mention, trust=0.4, doubt=doubt)
    return replace(mention, year=plan_year)
