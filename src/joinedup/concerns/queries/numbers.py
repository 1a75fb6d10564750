"""Concerns in numbers, for those who decide on them and for the board. Names nobody."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from joinedup.access.limits import own_rules
from joinedup.access.models import User
from joinedup.concerns.choices import Door, Ending
from joinedup.concerns.queries.queue import concerns_open_to
from joinedup.concerns.queries.rulebook import DECIDE_BY, sources_on
from joinedup.concerns.queries.tallies import Tallies, tallies_of
from joinedup.concerns.rules.counting import Contacts, SourceRow, Times, by_source, times_of
from joinedup.rulebook import Entry, Unit, Wording, all_entries, find, history, rule, wording_of
from joinedup.rulebook.working_days import ONE_DAY, deadline, london_date

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
    first, periods = _limit_on(from_on), _changes(from_on, to_on)
    limits = [first, *(_limit_on(day) for day in periods)]
    by_clock = any(one.amount("limit").unit in (Unit.MINUTES, Unit.HOURS) for one in limits)
    found = tallies_of(concerns_open_to(user), from_on, to_on, today, periods, by_clock)
    held = sources_on(today)
    titles = {one.code: one.title for one in held}
    sources = by_source(found.sources, {one.code: one.side for one in held})
    for row in sources:
        if row.source not in titles:
            past = history(row.source, own) if row.source else ()
            titles[row.source] = past[-1].title if past else row.source or "Not said"
    endings = Counter({one: count for one, count in found.endings.items() if one})
    return ConcernNumbers(
        total=found.sources.total(),
        sources=tuple(sources),
        titles=titles,
        kinds=tuple(_kinds(found, [from_on, *periods])),
        endings=tuple(EndingRow(str(Ending(one).label), n) for one, n in endings.most_common()),
        undecided=found.endings[""],
        times=times_of(_contacts(found), today),
        limit=rule(DECIDE_BY, today, own),
        wordings={key: wording_of(rule(f"count.{key}", today, own)) for key in COUNTS},
    )


def _changes(from_on: dt.date, to_on: dt.date) -> list[dt.date]:
    """The days after the first on which any rule begins, or has ended the day before."""
    held = (*all_entries(), *own_rules())
    days = {one.from_on for one in held if one.from_on}
    days |= {one.to_on + ONE_DAY for one in held if one.to_on and one.to_on < to_on}
    return sorted(day for day in days if from_on < day <= to_on)


def _contacts(found: Tallies) -> Iterator[Contacts]:
    limits: dict[dt.date, Entry] = {}
    for (came, decided_on, door), count in found.times.items():
        day = london_date(came)
        if day not in limits:
            limits[day] = _limit_on(day)
        yield Contacts(
            received_on=day,
            due_on=deadline(limits[day], came).on,
            decided_on=decided_on,
            is_from_older_system=door == Door.LEGACY,
            count=count,
        )


def _limit_on(day: dt.date) -> Entry:
    return rule(DECIDE_BY, max(day, _first_day()), own_rules())


def _first_day() -> dt.date:
    """The first day on which any limit held: what came in before is measured by that one."""
    starts = [one.from_on for one in history(DECIDE_BY) if one.from_on is not None]
    return min(starts, default=dt.date.min)


def _kinds(found: Tallies, begun: Sequence[dt.date]) -> list[KindRow]:
    """Each kind under each definition. Within a period, which begins on its day of `begun`, no
    definition changes."""
    counts: Counter[tuple[str, Wording]] = Counter()
    known: dict[tuple[str, int], tuple[str, Wording] | None] = {}
    for (codes, period), count in found.kinds.items():
        for code in codes:
            if (code, period) not in known:
                known[code, period] = _kind(code, begun[period])
            kind = known[code, period]
            if kind is not None:
                counts[kind] += count
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
