"""The directory as pages and other packages ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from joinedup.access.limits import own_rules
from joinedup.access.permission import Refused
from joinedup.directory.choices import HelpFor, HelpHours, Room, Seen, ServiceState
from joinedup.directory.models import HelpNumber, Service
from joinedup.directory.rules.hours import (
    Hours,
    Reading,
    hours_of,
    hours_words,
    is_open,
    reading_words,
)
from joinedup.directory.rules.hours import next_reading as reading_at
from joinedup.directory.rules.oruk import Facts
from joinedup.directory.rules.signposts import Answers, Signpost, age_fits, signposts_for
from joinedup.rulebook import Amount, Entry, find, rule
from joinedup.rulebook.working_days import add_amount, london_date

__all__ = [
    "Found",
    "HelpShown",
    "NextReading",
    "ServiceLine",
    "areas",
    "by_oruk_id",
    "emergency_numbers",
    "facts_of",
    "help_number",
    "help_number_rows",
    "help_numbers",
    "next_reading",
    "service",
    "service_list",
    "services",
    "services_for",
    "services_of",
    "stale_before",
    "topics",
]


@dataclass(frozen=True, slots=True)
class HelpShown:
    """A number as a page shows it: `dial` is what a telephone dials, `is_open` whether it is
    answered at the moment asked about."""

    title: str
    number: str
    dial: str
    note: str
    hours: str
    about: str
    area: str
    is_open: bool
    reference: str = ""


@dataclass(frozen=True, slots=True)
class NextReading:
    """When somebody will next read what is sent, as a moment and as a sentence."""

    at: dt.datetime
    is_now: bool
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """A sign-post and the services it leads to, the ones with room first."""

    signpost: Signpost
    services: tuple[Service, ...]


def emergency_numbers(on: dt.date) -> list[HelpShown]:
    """What to ring when somebody is in danger, at any hour: rule `help.emergency`."""
    entry = rule("help.emergency", on, own_rules())
    return [
        HelpShown(
            title=str(row["title"]),
            number=str(row["number"]),
            dial=_dial(str(row["number"])),
            note=str(row.get("words", "")),
            hours="At any hour",
            about=HelpFor.ANYBODY,
            area="",
            is_open=True,
        )
        for row in entry.rows("rows")
    ]


def help_numbers(area: str, at: dt.datetime, about: str = "") -> list[HelpShown]:
    """The numbers of an area ("" is the council's own) that hold on the day of `at`: those that
    are answered at that moment first. One statement. `about` is "child" or "adult" to leave the
    other out. 999 is not among them: see `emergency_numbers`."""
    on = london_date(at)
    rows = HelpNumber.objects.filter(_holds(on), area=area).order_by("about", "hours", "title")
    if about in (HelpFor.CHILD, HelpFor.ADULT):
        rows = rows.filter(about__in=[about, HelpFor.ANYBODY])
    shown = [_shown(row, at) for row in rows]
    return sorted(shown, key=lambda one: (not one.is_open, _ORDER[one.about]))


_ORDER: dict[str, int] = {HelpFor.CHILD: 0, HelpFor.ADULT: 1, HelpFor.ANYBODY: 2}


def _holds(on: dt.date) -> Q:
    return Q(from_on__lte=on) & (Q(to_on__isnull=True) | Q(to_on__gte=on))


def _shown(row: HelpNumber, at: dt.datetime) -> HelpShown:
    return HelpShown(
        title=row.title,
        number=row.number,
        dial=_dial(row.number),
        note=row.note,
        hours=_hours_in_words(row),
        about=row.about,
        area=row.area,
        is_open=_is_answered(row, at),
        reference=row.reference,
    )


def _hours(row: HelpNumber) -> Hours | None:
    if row.hours == HelpHours.ALWAYS or row.opens is None or row.closes is None:
        return None
    days = frozenset(int(day) for day in row.days)
    return Hours(days, row.opens, row.closes, row.is_open_on_bank_holidays)


def _is_answered(row: HelpNumber, at: dt.datetime) -> bool:
    hours = _hours(row)
    return hours is None or is_open(hours, at) is (row.hours == HelpHours.DAY)


def _hours_in_words(row: HelpNumber) -> str:
    hours = _hours(row)
    if hours is None:
        return "At any hour"
    return (
        hours_words(hours)
        if row.hours == HelpHours.DAY
        else "Evenings, nights, weekends, bank holidays"
    )


def _dial(number: str) -> str:
    """The digits of a number, a leading plus kept."""
    return "".join(one for one in number if one.isdigit() or one == "+")


def areas(on: dt.date) -> list[str]:
    """Other areas that have help numbers on this day, by name."""
    rows = HelpNumber.objects.filter(_holds(on)).exclude(area="")
    return sorted(set(rows.values_list("area", flat=True)), key=str.casefold)


def help_number_rows(on: dt.date) -> tuple[list[HelpNumber], list[HelpNumber]]:
    """All numbers for those who keep them: those that hold or will hold, and those that are over,
    the latest first."""
    rows = list(HelpNumber.objects.order_by("area", "about", "title", "from_on"))
    over = [row for row in rows if row.to_on is not None and row.to_on < on]
    now = [row for row in rows if row not in over]
    return now, sorted(over, key=lambda row: row.to_on or on, reverse=True)


def help_number(reference: str) -> HelpNumber:
    """One help number. Raises Refused (404) where there is none."""
    row = HelpNumber.objects.filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    return row


def next_reading(at: dt.datetime) -> NextReading:
    """When somebody of the front door will next read what is sent at this moment: rule
    `door.hours`, the council's own opening hours in place of it where it has some."""
    entry = rule("door.hours", london_date(at), own_rules())
    margin = entry.amount("margin")
    found: Reading = reading_at(hours_of(entry), at, dt.timedelta(minutes=margin.number))
    return NextReading(found.at, found.is_now, reading_words(found, at))


def topics(on: dt.date) -> dict[str, str]:
    """What services are about: key → words, rule `directory.topics`."""
    entry = find("directory.topics", on, own_rules())
    return {str(row["key"]): str(row["words"]) for row in (entry.rows("rows") if entry else ())}


def services() -> QuerySet[Service]:
    """Every service, by name."""
    return Service.objects.order_by("name", "pk")


def service(reference: str) -> Service:
    """One service. Raises Refused (404) where there is none."""
    row = Service.objects.filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    return row


def by_oruk_id(ids: Collection[str]) -> dict[str, Service]:
    """The services that have these identifiers of the standard."""
    return {row.oruk_id: row for row in Service.objects.filter(oruk_id__in=list(ids))}


def stale_before(today: dt.date) -> dt.date:
    """Services last checked before this day have to be checked again: rule
    `directory.unchecked`."""
    amount = rule("directory.unchecked", today, own_rules()).amount("limit")
    return add_amount(today, Amount(-amount.number, amount.unit))


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service in the list of those who keep it."""

    service: Service
    topics: tuple[str, ...]
    is_stale: bool


def service_list(
    today: dt.date, words: str = "", topic: str = "", show: str = ""
) -> list[ServiceLine]:
    """Services by name: `words` stand in name, organisation or description; `show` is "stale",
    "withdrawn" or empty for all that are open. One statement."""
    wanted = ServiceState.WITHDRAWN if show == "withdrawn" else ServiceState.OPEN
    named, limit = topics(today), stale_before(today)
    asked = words.casefold().split()
    found = []
    for row in services().filter(state=wanted):
        text = f"{row.name} {row.organisation} {row.description}".casefold()
        is_stale = row.checked_on is None or row.checked_on < limit
        if (
            all(word in text for word in asked)
            and (not topic or topic in row.topics)
            and (show != "stale" or is_stale)
        ):
            said = tuple(named.get(key, key) for key in row.topics)
            found.append(ServiceLine(row, said, is_stale))
    return found


def services_of(topic_keys: Collection[str], about: Collection[str], on: dt.date) -> list[Service]:
    """Open services about any of these topics, for a child or an adult: those that are about it
    before all else first, those that take nobody new last. One statement."""
    wanted, adult_age = (
        set(topic_keys),
        rule("directory.adult_age", on, own_rules()).number("value"),
    )
    rows = [
        row
        for row in services().filter(state=ServiceState.OPEN)
        if wanted & set(row.topics) and age_fits(row.from_age, row.to_age, about, adult_age)
    ]
    return sorted(
        rows,
        key=lambda row: (
            row.room == Room.FULL,
            row.topics[0] not in wanted,
            row.room == Room.WAITING,
            row.seen == Seen.CARE,
        ),
    )


def services_for(answers: Answers, on: dt.date) -> list[Found]:
    """The sign-posts that fit these answers, each with its services; a service is named under the
    first sign-post that leads to it. The same online and by telephone: rule `signpost.rules`.

    `answers` maps a question to the answers given; "about" is child, adult or unsure.
    """
    entry: Entry = rule("signpost.rules", on, own_rules())
    about, named, found = answers.get("about", ()), set(), []
    signposts = signposts_for(entry, answers)
    wanted = {topic for one in signposts for topic in one.topics}
    rows = services_of(wanted, about, on) if wanted else []
    for one in signposts:
        leads_to = [row for row in rows if set(one.topics) & set(row.topics)]
        fresh = tuple(row for row in leads_to if row.pk not in named)
        named |= {row.pk for row in fresh}
        if fresh or one.words:
            found.append(Found(one, fresh))
    return found


def facts_of(row: Service) -> Facts:
    """A service as plain facts, for export."""
    return Facts(
        name=row.name,
        oruk_id=row.oruk_id,
        organisation=row.organisation,
        description=row.description,
        topics=tuple(row.topics),
        eligibility=row.eligibility,
        from_age=row.from_age,
        to_age=row.to_age,
        areas=tuple(row.areas),
        languages=tuple(row.languages),
        cost=row.cost,
        room=row.room,
        room_note=row.room_note,
        phone=row.phone,
        phone_note=row.phone_note,
        text_number=row.text_number,
        email=row.email,
        url=row.url,
        place=row.place,
        seen=row.seen,
        seen_note=row.seen_note,
        is_closed=row.state == ServiceState.WITHDRAWN,
        checked_on=row.checked_on,
        extra=row.extra,
    )
