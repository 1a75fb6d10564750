"""The chronology of a person: everything that the reader may see, in order of time, read by the same
number of statements however long it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.casefile.choices import EventSort
from joinedup.casefile.queries.person import (
    PersonRecords,
    cases_of,
    concerns_of,
    person_to,
    referrals_of,
)
from joinedup.casefile.queries.reach import speak_to
from joinedup.casefile.queries.rows import (
    Row,
    case_rows,
    concern_rows,
    record_rows,
    referral_rows,
)
from joinedup.casefile.queries.titles import TITLES
from joinedup.casefile.rules.events import Event, Wanted, in_order, narrowed
from joinedup.cases.choices import Came, CloseReason, Route
from joinedup.pages.dates import as_day
from joinedup.referrals.choices import State
from joinedup.referrals.models import Referral
from joinedup.referrals.queries.rules import RuleSet, rules_on

__all__ = ["Chronology", "chronology_of", "chronology_to", "gathered"]

OF_OTHERS = frozenset(
    {
        "context", "transfer", "session", "advocacy", "follow_up", "follow_up_end",
        "transfer_out",
    }
)  # fmt: skip
"""Rows whose second words name other people."""
ONLY_WHO = frozenset({"attended", "came"})
"""Rows that say who was there, and nothing else."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """A person's chronology for one reader: all events, those that are wanted, how many of each
    sort there are, and whom to speak to about the rest."""

    records: PersonRecords
    events: list[Event]
    wanted: list[Event]
    counts: dict[str, int]
    restricted: tuple[str, ...]
    cases: list[Any]
    concerns: list[Any]


def chronology_to(
    by: By, reference: str, wanted: Wanted, today: dt.date, may: May = May.READ_CASES
) -> Chronology:
    """The chronology for somebody who may read the person, or govern records; recorded as opened.
    Raises Refused."""
    return chronology_of(by, person_to(by, reference, today, may), wanted, today)


def chronology_of(
    by: By,
    records: PersonRecords,
    wanted: Wanted,
    today: dt.date,
    also: Sequence[int] = (),
) -> Chronology:
    """The chronology of a person whose records the reader has been let to, with the cases whose
    numbers are `also` given."""
    cases = cases_of(by.user, records.references, today, records.may, also)
    concerns = concerns_of(by.user, records.numbers, cases, today, records.may)
    open_cases = [one for one in cases if one.is_open]
    open_concerns = [one for one in concerns if one.is_open]
    about = [one.reference for one in (*open_cases, *open_concerns)]
    referrals = referrals_of(by.user, about, records.may)
    events = in_order(
        gathered(records, open_cases, open_concerns, referrals, rules_on(today)),
        wanted.oldest_first,
    )
    counts: dict[str, int] = {}
    for one in events:
        counts[one.sort] = counts.get(one.sort, 0) + 1
    closed = [one for one in (*cases, *concerns) if not one.is_open]
    asks = dict.fromkeys([*records.restricted, *(speak_to(one) for one in closed)])
    return Chronology(
        records, events, narrowed(events, wanted), counts, tuple(asks), open_cases, open_concerns
    )


def gathered(
    records: PersonRecords,
    cases: list[Any],
    concerns: list[Any],
    referrals: list[Referral],
    rules: RuleSet,
) -> list[Event]:
    """Every event of these records, in no order. The caller has been let to all of them."""
    roots: dict[str, Mapping[int, str]] = {
        "concern": {one.pk: one.reference for one in concerns},
        "case": {one.pk: one.reference for one in cases},
        "referral": {one.pk: one.reference for one in referrals},
        "record": {one.pk: one.reference for one in records.open},
    }
    about = [one.reference for one in (*cases, *concerns)]
    rows = {
        "concern": concern_rows([*roots["concern"]]),
        "case": case_rows([*roots["case"]]),
        "referral": referral_rows([*roots["referral"]], about),
        "record": record_rows([*roots["record"]]),
    }
    rows["case"], present = with_those_present(rows["case"])
    found = [_event(row, half, roots[half], present) for half, some in rows.items() for row in some]
    found += [event for one in cases for event in _of_case(one)]
    return found + [event for one in referrals for event in _of_referral(one, rules)]


def with_those_present(rows: Sequence[Row]) -> tuple[list[Row], dict[tuple[str, int], str]]:
    """The rows without those that only say who was at a meeting or took part in an enquiry, and who
    that was, by the row it belongs to: one meeting is one event."""
    came: dict[int, dict[str, list[str]]] = {}
    present: dict[tuple[str, int], str] = {}
    for row in rows:
        if row.what == "attended":
            present["enquiry", row.number] = row.more
        elif row.what == "came":
            came.setdefault(int(row.words), {}).setdefault(row.code, []).append(row.more)
    for meeting, found in came.items():
        lines = [f"{one.label}: {'; '.join(found[one])}" for one in Came if one.value in found]
        present["meeting", meeting] = ". ".join(lines)
    return [row for row in rows if row.what not in ONLY_WHO], present


def _event(
    row: Row, half: str, roots: Mapping[int, str], present: Mapping[tuple[str, int], str]
) -> Event:
    title = TITLES[row.what]
    root = row.code if row.what == "not_shared" else roots.get(row.root, "")
    is_report, other_names = row.what == "report", row.what in OF_OTHERS
    return Event(
        sort=str(title.sort(row.code)),
        on=row.on or as_day(cast("dt.datetime", row.at)),
        at=row.at,
        title=title.words(row.code, row.more),
        words=row.words,
        more="" if other_names or row.what in title.silent else row.more,
        who="" if is_report else row.who,
        others=row.more if other_names else present.get((row.what, row.number), ""),
        reporter=row.who if is_report else "",
        root=root,
        link=root if half != "record" else "",
        number=row.number,
        stays_here=title.stays_here,
    )


def _of_case(case: Any) -> Iterable[Event]:
    given = {"sort": str(EventSort.CASE), "at": None, "root": case.reference}
    given |= {"link": case.reference, "number": case.pk}
    route = str(Route(case.route).label)
    yield Event(on=case.opened_on, title=f"Case opened: {route}", words=case.why, **given)
    if case.reopened_on is not None:
        yield Event(on=case.reopened_on, title="Case opened again", **given)
    if case.closed_on is not None:
        why = str(CloseReason(case.close_reason).label)
        yield Event(on=case.closed_on, title=f"Case closed: {why}", **given)


def _of_referral(one: Referral, rules: RuleSet) -> Iterable[Event]:
    receiver = rules.receiver(one.receiver)
    name = one.receiver_name or (receiver.title if receiver else str(one.agency or ""))
    copy = " (copy)" if one.copy_of_id and "copy" not in name else ""
    given: dict[str, Any] = {"root": one.about, "link": one.reference, "number": one.pk}
    if one.sent_on is None:
        if one.state == State.KEPT_BACK:
            yield Event(
                str(EventSort.REFERRAL), as_day(one.made_at), one.made_at,
                f"Referral to {name} not sent", one.reason, **given,
            )  # fmt: skip
        return
    worry = str(one.parts.get("worry", "")) if isinstance(one.parts, dict) else ""
    who = one.sent_by.person.name if one.sent_by else ""
    sort, answer = str(EventSort.REFERRAL), str(EventSort.ANSWER)
    yield Event(
        sort, one.sent_on, one.sent_at, f"Referred to {name}{copy}", worry, who=who, **given
    )
    decided_on = one.decided_on if one.state != State.ACKNOWLEDGED else None
    if one.acknowledged_on is not None:
        yield Event(
            answer, one.acknowledged_on, None, f"{name}: it arrived",
            more="" if decided_on else one.remarks, **given,
        )  # fmt: skip
    if decided_on is not None:
        said = "declined" if one.state == State.DECLINED else "accepted"
        yield Event(answer, decided_on, None, f"{name}: {said}", one.reason, one.remarks, **given)
    if one.result_on is not None:
        came = str(one.get_result_display()).lower()
        yield Event(answer, one.result_on, None, f"{name}: {came}", one.result_words, **given)
