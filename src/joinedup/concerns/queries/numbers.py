"""Concerns in numbers, for those who decide on them and for the board. Names nobody."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Min

from joinedup.access.limits import own_rules
from joinedup.access.models import User
from joinedup.concerns.choices import Door, Ending
from joinedup.concerns.queries.queue import concerns_open_to
from joinedup.concerns.queries.rulebook import DECIDE_BY, sources_on
from joinedup.concerns.rules.counting import Contact, SourceRow, Times, by_source, times_of
from joinedup.rulebook import Entry, Wording, find, history, rule, wording_of
from joinedup.rulebook.working_days import LONDON, deadline, london_date

__all__ = ["ConcernNumbers", "EndingRow", "KindRow", "numbers_of"]

COUNTS = ("concerns", "concern_sources", "concern_kinds", "decision_time")


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of concern under one definition: a definition that changed within the days makes two
    rows."""

    title: str
    wording: Wording
    count: int


@dataclass(frozen=True, slots=True)
class EndingRow:
    """What was decided, and how often."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class ConcernNumbers:
    """The page: `titles` is source → words, `wordings` the definition of each table by its key."""

    total: int
    sources: tuple[SourceRow, ...]
    titles: dict[str, str]
    kinds: tuple[KindRow, ...]
    endings: tuple[EndingRow, ...]
    undecided: int
    times: Times
    limit: Entry
    wordings: dict[str, Wording]


def numbers_of(user: User, from_on: dt.date, to_on: dt.date, today: dt.date) -> ConcernNumbers:
    """Concerns received from a day to a day, among those that this reader may decide on."""
    own = own_rules()
    rows = list(_contacts(user, from_on, to_on))
    held = sources_on(today)
    titles = {one.code: one.title for one in held}
    sources = by_source(rows, {one.code: one.side for one in held})
    for row in sources:
        if row.source not in titles:
            past = history(row.source, own) if row.source else ()
            titles[row.source] = past[-1].title if past else row.source or "Not said"
    endings = Counter(one.ending for one in rows if one.ending)
    return ConcernNumbers(
        total=len(rows),
        sources=tuple(sources),
        titles=titles,
        kinds=tuple(_kinds(rows)),
        endings=tuple(EndingRow(str(Ending(one).label), n) for one, n in endings.most_common()),
        undecided=sum(not one.ending for one in rows),
        times=times_of(rows, today),
        limit=rule(DECIDE_BY, today, own),
        wordings={key: wording_of(rule(f"count.{key}", today, own)) for key in COUNTS},
    )


def _contacts(user: User, from_on: dt.date, to_on: dt.date) -> Iterable[Contact]:
    first = dt.datetime.combine(from_on, dt.time(), tzinfo=LONDON)
    end = dt.datetime.combine(to_on + dt.timedelta(days=1), dt.time(), tzinfo=LONDON)
    rows = concerns_open_to(user).filter(received_at__gte=first, received_at__lt=end).order_by()
    limits: dict[dt.date, Entry] = {}
    found = rows.annotate(first=Min("decisions__decided_at")).values_list(
        "source", "types", "ending", "door", "received_at", F("first")
    )
    for source, types, ending, door, received_at, decided_at in found:
        day = london_date(received_at)
        if day not in limits:
            limits[day] = rule(DECIDE_BY, max(day, _first_day()), own_rules())
        yield Contact(
            source=source,
            types=tuple(types),
            ending=ending,
            received_on=day,
            due_on=deadline(limits[day], received_at).on,
            decided_on=london_date(decided_at) if decided_at else None,
            is_from_older_system=door == Door.LEGACY,
        )


def _first_day() -> dt.date:
    """The first day on which any limit held: what came in before is measured by that one."""
    starts = [one.from_on for one in history(DECIDE_BY) if one.from_on is not None]
    return min(starts, default=dt.date.min)


def _kinds(rows: Iterable[Contact]) -> list[KindRow]:
    counts: Counter[tuple[str, Wording]] = Counter()
    known: dict[tuple[str, dt.date], tuple[str, Wording] | None] = {}
    for row in rows:
        for code in row.types:
            key = (code, row.received_on)
            if key not in known:
                known[key] = _kind(code, row.received_on)
            found = known[key]
            if found is not None:
                counts[found] += 1
    return [KindRow(title, wording, count) for (title, wording), count in counts.most_common()]


def _kind(code: str, day: dt.date) -> tuple[str, Wording] | None:
    """The words of a kind, and the definition that held on a day: the national one that it names,
    else its own words. A kind that held no more on that day keeps its last words."""
    own = own_rules()
    held = find(code, day, own) or next(iter(history(code, own)[-1:]), None)
    if held is None:
        return None
    named = held.words("definition")
    definition = find(named, day, own) if named else None
    return held.title, wording_of(definition or held)
