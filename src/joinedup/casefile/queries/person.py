"""One person at any age: every record that is about them, and all that the reader may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case as Choose
from django.db.models import F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat

from joinedup.access.choices import May
from joinedup.access.models import Involvement, User
from joinedup.access.permission import Refused, holds, may_touch, visible
from joinedup.access.prepared import open_written, rows
from joinedup.audit.actor import By
from joinedup.casefile.queries.known import KnownFact, Tie, facts_of, ties_of
from joinedup.casefile.queries.reach import shown_to, speak_to
from joinedup.casefile.rules.ages import age_words
from joinedup.cases.models import Case, CaseConcern, CaseSubject, Flag
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.referrals.models import Referral
from joinedup.subjects.models import Link, SafeAddress, Subject, SubjectName
from joinedup.subjects.queries.linked import holding, one_person
from joinedup.subjects.queries.safe import kept_apart

__all__ = [
    "FlagShown",
    "PersonRecords",
    "PersonView",
    "TieShown",
    "cases_of",
    "concerns_of",
    "label_of_row",
    "others_of",
    "person_to",
    "person_view",
    "referrals_of",
    "subject_to",
]


@dataclass(frozen=True, slots=True)
class PersonRecords:
    """A person: the record that was asked for, and those about the same person that open to the
    reader; `restricted` says whom to speak to about the others."""

    subject: Any
    open: tuple[Any, ...]
    restricted: tuple[str, ...]
    label: str
    may: May = May.READ_CASES

    @property
    def numbers(self) -> list[int]:
        """The records that the reader may read."""
        return [one.pk for one in self.open]

    @property
    def references(self) -> list[str]:
        """Their references."""
        return [one.reference for one in self.open]


@dataclass(frozen=True, slots=True)
class TieShown:
    """Somebody whom the person belongs to, as the reader may see them."""

    tie: Tie
    reference: str
    label: str
    ask: str
    is_kept_apart: bool


@dataclass(frozen=True, slots=True)
class FlagShown:
    """A warning of a case: what, why, who set it, when it is looked at again, and who knows."""

    reference: str
    case: str
    words: str
    why: str
    set_on: dt.date
    set_by: str
    review_on: dt.date
    known_to: tuple[str, ...] = ()


@dataclass(slots=True)
class PersonView:
    """The page of a person."""

    records: PersonRecords
    age: str
    facts: dict[str, list[KnownFact]]
    ties: list[TieShown]
    flags: list[FlagShown]
    cases: list[Any]
    concerns: list[Any]
    referrals: list[Referral]
    restricted: list[str]
    links: list[Link]
    workers: list[Involvement]
    may_work: bool
    may_link: bool
    may_triage: bool
    shown: list[str] = field(default_factory=list)


def person_to(by: By, reference: str, today: dt.date, may: May = May.READ_CASES) -> PersonRecords:
    """The records of a person for somebody who may open the one asked for; recorded as opened. Those
    who govern records reach by that right, all others by the right to read. Raises Refused, also
    where a conflict of interest closes any record of the same person."""
    reach = may if may is May.GOVERN_RECORDS else May.READ_CASES
    numbers = one_person(reference)
    shown = rows(_labelled, by.user, numbers, (reach, today))
    mine = next((one for one in shown if one.reference == reference), None)
    if (
        mine is None
        or not mine.is_open
        or (len(shown) < len(numbers) and _has_conflict(by.user, numbers))
    ):
        raise Refused("No such record.")
    subject = open_written(by, may, _with_guard, reference)
    opened = tuple(one for one in shown if one.is_open)
    closed = tuple(speak_to(one) for one in shown if not one.is_open)
    return PersonRecords(subject, opened, closed, label_of_row(mine), reach)


def _labelled(user: User, may: May, today: dt.date, *numbers: int) -> Any:
    found = Subject.objects.filter(pk__in=numbers)
    return _with_label(shown_to(user, found, today, may=may)).order_by("pk")


def _with_guard(user: User) -> Any:
    return Subject.objects.select_related("guard__agency", "guard__team")


def _has_conflict(user: User, numbers: Sequence[int]) -> bool:
    """Whether a conflict of interest of this reader closes any of the records. Asked only where
    some are missing."""
    mine = Q(guard__conflicts__person=user.person_id, guard__conflicts__ended_at__isnull=True)
    return bool(Subject.objects.filter(mine, pk__in=numbers).exists())


def subject_to(by: By, reference: str, today: dt.date, may: May) -> Subject:
    """One record to be changed, for somebody who may do this to it; recorded as opened."""
    subject: Subject = person_to(by, reference, today, may).subject
    return subject


def person_view(by: By, reference: str, today: dt.date) -> PersonView:
    """The page of a person, in a constant number of statements. Raises Refused."""
    records = person_to(by, reference, today)
    user, numbers = by.user, records.numbers
    facts: dict[str, list[KnownFact]] = {}
    for one in facts_of(numbers):
        facts.setdefault(one.kind, []).append(one)
    ties = ties_of(numbers)
    cases = cases_of(user, records.references, today)
    concerns = concerns_of(user, numbers, cases, today)
    open_cases = [one for one in cases if one.is_open]
    open_concerns = [one for one in concerns if one.is_open]
    referrals = referrals_of(user, [one.reference for one in (*open_cases, *open_concerns)])
    subject = records.subject
    restricted = [f"Another record of them: {one}" for one in records.restricted]
    restricted += [f"A case: {speak_to(one)}" for one in cases if not one.is_open]
    restricted += [f"A concern: {speak_to(one)}" for one in concerns if not one.is_open]
    return PersonView(
        records=records,
        age=age_words(subject.born_on, subject.died_on, subject.expected_on, today),
        facts=facts,
        ties=_ties_shown(ties, others_of(user, [one.other for one in ties], today)),
        flags=_flags([one.pk for one in open_cases]),
        cases=open_cases,
        concerns=open_concerns,
        referrals=referrals,
        restricted=list(dict.fromkeys(restricted)),
        links=_links(numbers),
        workers=_workers([*(one.guard_id for one in records.open),
                          *(one.guard_id for one in open_cases)], today),
        may_work=holds(user, May.WORK_CASES)
        and may_touch(user, May.WORK_CASES, subject.guard_id, subject.reference),
        may_link=holds(user, May.LINK_PEOPLE),
        may_triage=holds(user, May.TRIAGE),
    )  # fmt: skip


def cases_of(
    user: User,
    references: Sequence[str],
    today: dt.date,
    may: May = May.READ_CASES,
    also: Sequence[int] = (),
) -> list[Any]:
    """Cases about a person, and those whose numbers are `also` given, newest first: open, or closed
    with whom to speak to."""
    return rows(_cases, user, [*references, *also], (may, today, len(references)))


def _cases(user: User, may: May, today: dt.date, size: int, *asked: Any) -> Any:
    about = CaseSubject.objects.filter(subject__in=asked[:size])
    named = Q(pk__in=about.values("case"))
    found = Case.objects.filter(named | Q(pk__in=asked[size:]) if asked[size:] else named)
    found = found.select_related("lead_agency", "lead_person", "worker", "team")
    return shown_to(user, found, today, may=may).order_by("-opened_on", "-pk")


def concerns_of(
    user: User,
    numbers: Sequence[int],
    cases: Iterable[Any],
    today: dt.date,
    may: May = May.READ_CASES,
) -> list[Any]:
    """Concerns in which a person is, or that their cases came from, newest first."""
    led = [one.pk for one in cases if one.is_open]
    return rows(_concerns, user, [*numbers, *led], (may, today, len(numbers)))


def _concerns(user: User, may: May, today: dt.date, size: int, *asked: int) -> Any:
    inside = ConcernPerson.objects.filter(subject__in=asked[:size])
    led = CaseConcern.objects.filter(case__in=asked[size:])
    # One list and no "or" of two, for which PostgreSQL reads every concern there is.
    named = inside.values("concern__reference").union(led.values("concern"))
    found = Concern.objects.filter(reference__in=named)
    mine = inside.filter(concern=OuterRef("pk")).order_by("pk")
    found = found.annotate(their_role=Subquery(mine.values("role")[:1]))
    return shown_to(user, found, today, may=may).order_by("-received_at", "-pk")


def referrals_of(user: User, about: Sequence[str], may: May = May.READ_CASES) -> list[Referral]:
    """Referrals about some cases and concerns that the reader may see, newest first."""
    return rows(_referrals, user, about, (may,))


def _referrals(user: User, may: May, *about: str) -> Any:
    found = Referral.objects.filter(about__in=about).select_related("agency", "sent_by__person")
    return visible(user, may, found, item="about").order_by("-pk")


def others_of(user: User, numbers: Iterable[int], today: dt.date) -> dict[int, Any]:
    """Records of other people by number, as the reader meets them: those that a seal or a conflict
    closes are not among them."""
    found = rows(_labelled, user, sorted(set(numbers)), (May.READ_CASES, today))
    return {one.pk: one for one in found}


def _with_label(found: Any) -> Any:
    names = SubjectName.objects.filter(subject=OuterRef("pk")).order_by(
        Choose(When(kind="name", then=Value(0)), default=Value(1)), "pk"
    )
    whole = Concat(F("forename"), Value(" "), F("middle"), Value(" "), F("surname"))
    safe = SafeAddress.objects.filter(subject=OuterRef("pk"), ended_at__isnull=True)
    return found.annotate(
        called=Subquery(names.annotate(whole=whole).values("whole")[:1]),
        is_kept_apart=kept_apart("subjects_subject.id"),
        safe_on=Subquery(safe.values("set_at")[:1]),
        safe_parts=Subquery(
            safe.annotate(
                parts=Concat(
                    Choose(When(~Q(contact=""), then=Value("contact ")), default=Value("")),
                    Choose(When(~Q(address=""), then=Value("address")), default=Value("")),
                )
            ).values("parts")[:1]
        ),
    )


def label_of_row(row: Any) -> str:
    """What a record is called on a page: its name, else its words, else its reference."""
    return " ".join((row.called or "").split()) or row.description[:80] or row.reference


def _ties_shown(ties: Iterable[Tie], others: dict[int, Any]) -> list[TieShown]:
    found = []
    for tie in ties:
        other = others.get(tie.other)
        if other is None:
            continue
        if other.is_open:
            found.append(
                TieShown(tie, other.reference, label_of_row(other), "", other.is_kept_apart)
            )
        else:
            found.append(TieShown(tie, "", "", speak_to(other), other.is_kept_apart))
    return found


def _flags(cases: Sequence[int]) -> list[FlagShown]:
    """Warnings in force, with everybody who was told of each."""
    found: dict[str, FlagShown] = {}
    told: dict[str, list[str]] = {}
    for *said, agency in rows(_flag_rows, None, cases):
        one = FlagShown(*said)
        found.setdefault(one.reference, one)
        told.setdefault(one.reference, []).extend([agency] if agency else [])
    return [
        FlagShown(
            one.reference, one.case, one.words, one.why, one.set_on, one.set_by or "",
            one.review_on, tuple(dict.fromkeys(told[one.reference])),
        )
        for one in found.values()
    ]  # fmt: skip


def _flag_rows(user: None, *cases: int) -> Any:
    found = Flag.objects.filter(case__in=cases, removed_on__isnull=True).order_by("-set_on", "pk")
    columns = (
        "reference", "case__reference", "words", "why", "set_on", "set_by__person__name", "review_on",
        "shares__agency__name",
    )  # fmt: skip
    return found.values_list(*columns)


def _links(numbers: Sequence[int]) -> list[Link]:
    if len(numbers) < 2:
        return []
    found = holding().filter(first__in=numbers, second__in=numbers, verdict="same")
    return list(found.select_related("first", "second").order_by("pk"))


def _workers(guards: Sequence[int], today: dt.date) -> list[Involvement]:
    """Everybody who works on one of these today, each once."""
    found: dict[tuple[Any, Any], Involvement] = {}
    for one in rows(_working, None, guards, (today,)):
        found.setdefault((one.person_id, one.post_id), one)
    return list(found.values())


def _working(user: None, today: dt.date, *guards: int) -> Any:
    now = Q(from_on__lte=today) & (Q(to_on__isnull=True) | Q(to_on__gte=today))
    found = Involvement.objects.filter(now, guard__in=guards, item="")
    return found.select_related("person__agency", "post__agency").order_by("pk")
