"""Who is already known, for one reader: what pages, triage and casework ask.

What a conflict of interest closes is left out before the search, so that it changes nothing that
is shown, not even a lead. A match that the reader may not open says that there is one and whom to
speak to, and nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Conflict, Guard, Involvement, User
from joinedup.access.permission import check_any, open_record, reach_of_one, record_list, visible
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.subjects.choices import Band
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.at_work import cases_named, closed_cases_about, split_by_reader
from joinedup.subjects.queries.finding import find, is_telling, limits_on
from joinedup.subjects.queries.linked import persons_of, records_of_person, records_of_persons
from joinedup.subjects.rules.described import Described
from joinedup.subjects.rules.given import Given, as_described
from joinedup.subjects.rules.telling import with_words

__all__ = [
    "NOBODY_NAMED",
    "Candidate",
    "Known",
    "hides_a_match",
    "label_of",
    "labels_of",
    "matches_of",
    "open_subject",
    "reader_may_open",
    "speak_to",
    "speak_to_each",
    "who_is_known",
    "who_is_known_to_decide",
]

ALERTS = frozenset({Band.KNOWN.value, Band.POSSIBLE.value})
NOBODY_NAMED = "the safeguarding lead"
"""Whom to speak to where no post works on a record; the organisation follows."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One record that may be about the person. Where `is_restricted`, only `speak_to` is filled;
    where `case` is, somebody of this name is in that case and tied to no record.

    `why` is field → how it agrees ("dob" → "same"), never a value. `person` is the reference of
    the first record of the same person, so that linked records can stand together.
    """

    is_restricted: bool = False
    speak_to: str = ""
    reference: str = ""
    label: str = ""
    band: str = ""
    probability: float = 0.0
    why: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The answer: candidates, best first; none where the person is new."""

    candidates: tuple[Candidate, ...] = ()
    is_too_little: bool = False
    """Whether what was said singles nobody out, so that nothing was looked up: a first name alone, a
    date of birth alone."""

    @property
    def is_new(self) -> bool:
        """Whether nobody was found, related or not."""
        return not self.candidates

    @property
    def is_alert(self) -> bool:
        """Whether somebody is known or possible, or a match is restricted."""
        return any(one.is_restricted or one.band in ALERTS for one in self.candidates)


def who_is_known(by: By, given: Given, *, today: dt.date, without: Sequence[str] = ()) -> Known:
    """Who may already be known of somebody described, as this reader may see it; recorded as a
    look-up. `without` are references of records and cases to leave out (the one being looked at).

    Raises Refused for readers who may not search.
    """
    check_any(by, May.FIND_PEOPLE)
    of = as_described(with_words(given), today)
    if not is_telling(of):
        return Known(is_too_little=True)
    closed = _closed_to(by) if by.kind == ByKind.USER else set()
    leave = set(Subject.objects.filter(reference__in=without).values_list("pk", flat=True))
    hits = find(of, limits_on(today), without=sorted(closed | leave))
    numbers = [hit.subject_id for hit in hits]
    rows = {one.pk: one for one in Subject.objects.filter(pk__in=numbers)}
    opened = _opened(by, numbers)
    labels = labels_of([one for one in numbers if one in opened])
    heads = dict(zip(numbers, persons_of(numbers), strict=True))
    firsts = dict(Subject.objects.filter(pk__in=set(heads.values())).values_list("pk", "reference"))
    closed_alerts = [
        rows[hit.subject_id].guard_id
        for hit in hits
        if hit.subject_id not in opened and hit.answer.band in ALERTS
    ]
    posts = speak_to_each(closed_alerts)
    found: list[Candidate] = []
    for hit in hits:
        row = rows[hit.subject_id]
        if hit.subject_id in opened:
            found.append(
                Candidate(
                    reference=row.reference,
                    label=labels[row.pk],
                    band=hit.answer.band,
                    probability=hit.answer.probability,
                    why=hit.answer.why,
                    person=firsts[heads[row.pk]],
                )
            )
        elif hit.answer.band in ALERTS:
            found.append(Candidate(is_restricted=True, speak_to=posts[row.guard_id]))
    found = _told_once([*found, *_named_only(by, given, of, without)])
    shown = [one.reference or one.case for one in found if not one.is_restricted]
    record_list(by, "subjects.look_up", f"{len(found)} found", shown)
    return Known(tuple(found))


def who_is_known_to_decide(
    by: By, given: Given, *, today: dt.date, without: Sequence[str] = ()
) -> Known:
    """As `who_is_known`, for whoever then opens a case, ties somebody or makes a record: where a case
    about somebody found does not open to them, that says whom to speak to as well. How many such
    cases there are, and about whom, is not said. Raises Refused for readers who may not search."""
    known = who_is_known(by, given, today=today, without=without)
    shown = [one.reference for one in known.candidates if one.reference and one.band in ALERTS]
    numbers = list(Subject.objects.filter(reference__in=shown).values_list("pk", flat=True))
    whole = Subject.objects.filter(pk__in=records_of_persons(numbers)) if numbers else ()
    closed = closed_cases_about(by, [one.reference for one in whole])
    posts = speak_to_each(closed)
    more = [Candidate(is_restricted=True, speak_to=posts[one]) for one in closed]
    return Known(tuple(_told_once([*known.candidates, *more])), known.is_too_little)


def _named_only(by: By, given: Given, of: Described, without: Sequence[str]) -> list[Candidate]:
    """Those of this name in cases who are tied to no record."""
    named = [one for one in cases_named(given, of) if one.case not in without]
    opened, closed = split_by_reader(by, {one.guard_id for one in named})
    posts = speak_to_each(sorted(closed))
    found = [Candidate(is_restricted=True, speak_to=one) for one in posts.values()]
    return found + [
        Candidate(label=one.name, case=one.case, band=Band.POSSIBLE.value)
        for one in named
        if one.guard_id in opened
    ]


def _told_once(found: Sequence[Candidate]) -> list[Candidate]:
    """Whom to speak to, each once: how many records are closed to the reader is not said."""
    return list({(one.speak_to if one.is_restricted else id(one)): one for one in found}.values())


def hides_a_match(user: User, given: Given, *, today: dt.date) -> bool:
    """Whether a conflict of interest of this reader closes a record that is known or possible. For
    actions that then move the matter to somebody else; never shown to the reader."""
    of = as_described(with_words(given), today)
    closed = _of_conflict(user)
    if not of or not closed:
        return False
    hits = find(of, limits_on(today))
    return any(hit.subject_id in closed and hit.answer.band in ALERTS for hit in hits)


def matches_of(given: Given, *, today: dt.date) -> set[int]:
    """Numbers of all records of everybody who is known or possible. Narrowed to no reader: for
    actions that close a matter to those with a conflict of interest, never shown."""
    of = as_described(with_words(given), today)
    hits = find(of, limits_on(today)) if of else []
    found = [one.subject_id for one in hits if one.answer.band in ALERTS]
    return {record for one in found for record in records_of_person(one)}


def reader_may_open(by: By, reference: str) -> bool:
    """Whether the reader may open this record."""
    rows = Subject.objects.filter(reference=reference)
    if by.kind != ByKind.USER:
        return by.kind == ByKind.SYSTEM and rows.exists()
    return visible(by.user, May.READ_CASES, rows).exists()


def open_subject(by: By, reference: str) -> Subject:
    """One record for somebody who may read it, recorded as opened. Raises Refused (404)."""
    rows = Subject.objects.select_related("guard__agency", "guard__team")
    return open_record(by, May.READ_CASES, rows, {"reference": reference})


def label_of(subject: Subject) -> str:
    """What a record is called on a page: its name, else its description, else its reference."""
    return labels_of([subject.pk])[subject.pk]


def labels_of(numbers: Sequence[int]) -> dict[int, str]:
    """What records are called on pages, by number. The caller has been allowed to show them."""
    rows = Subject.objects.filter(pk__in=numbers).prefetch_related("names")
    found: dict[int, str] = {}
    for row in rows:
        names = sorted(row.names.all(), key=lambda one: (one.kind != "name", one.pk))
        found[row.pk] = str(names[0]) if names else row.description[:80] or row.reference
    return found


def _opened(by: By, numbers: Sequence[int]) -> set[int]:
    """Which of some records the reader may open. Each one's guard is looked up: to list all guards
    of a large register first took longer than the whole search."""
    rows = Subject.objects.filter(pk__in=numbers)
    if by.kind == ByKind.USER:
        inside = reach_of_one(by.user, May.READ_CASES, Subject._meta.db_table)
        if inside is None:
            return set()
        rows = rows.filter(inside)
    return set(rows.values_list("pk", flat=True))


def _of_conflict(user: User) -> set[int]:
    """All records of persons of whom a conflict closes at least one record."""
    guards = Conflict.objects.filter(person=user.person_id, ended_at__isnull=True)
    closed = Subject.objects.filter(guard__in=guards.values("guard")).values_list("pk", flat=True)
    return {record for one in closed for record in records_of_person(one)}


def _closed_to(by: By) -> set[int]:
    return _of_conflict(by.user)


def speak_to(guard_id: int) -> str:
    """The post to speak to about a record that the reader may not open: one that works on it, else
    the safeguarding lead of the organisation whose record it is."""
    return speak_to_each([guard_id])[guard_id]


def speak_to_each(guard_ids: Collection[int]) -> dict[int, str]:
    """The same for several records, by their guards, in two statements."""
    if not guard_ids:
        return {}
    guards = Guard.objects.filter(pk__in=guard_ids).select_related("agency")
    found = {one.pk: f"{NOBODY_NAMED} of {one.agency}" for one in guards}
    today = timezone.localdate()
    holds = Q(to_on__isnull=True) | Q(to_on__gte=today)
    works = Involvement.objects.filter(holds, guard__in=guard_ids, post__isnull=False)
    for one in works.select_related("post").order_by("-pk"):
        if one.post is not None and one.guard_id is not None:
            found[one.guard_id] = one.post.title
    return found
