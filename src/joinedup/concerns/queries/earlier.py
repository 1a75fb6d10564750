"""Cases that there are or were about people in a concern: asked of the casework above through one
named setting, because triage lies below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

from joinedup.access.choices import May
from joinedup.access.models import Conflict, Guard, User
from joinedup.access.permission import reach_of_one
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.known import given_of
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.at_work import cases_named
from joinedup.subjects.queries.known import matches_of, speak_to_each
from joinedup.subjects.queries.linked import records_of_person, records_of_persons
from joinedup.subjects.rules.given import as_described

__all__ = [
    "CaseAbout",
    "Earlier",
    "cases_about",
    "closed_records",
    "closes",
    "earlier_of",
    "is_closed_to",
    "noted_conflicts",
    "subjects_of",
]


@dataclass(frozen=True, slots=True)
class CaseAbout:
    """A case about somebody: its name and state for those who may open it, and what was said of
    this concern in it already ("" where nothing was)."""

    reference: str
    guard_id: int
    name: str
    worker: str
    is_closed: bool
    closed_on: dt.date | None
    how_closed: str
    is_answered: bool
    answer: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A case as a reader may know of it. Where they may not work on it only `speak_to` is filled."""

    case: CaseAbout | None
    speak_to: str = ""

    @property
    def is_unanswered(self) -> bool:
        """Whether somebody still has to say what the concern means for a closed case."""
        return self.case is not None and self.case.is_closed and not self.case.is_answered


def subjects_of(concern: Concern) -> list[str]:
    """References of the records that people in a concern are tied to, with all records that were
    decided to be about the same persons."""
    tied = [one.subject for one in concern.people.all() if one.subject is not None]
    numbers = {one.pk for one in tied}
    others = records_of_persons(sorted(numbers)) - numbers if numbers else set()
    found = [one.reference for one in tied]
    if others:
        rows = Subject.objects.filter(pk__in=others)
        found += rows.values_list("reference", flat=True)
    return list(dict.fromkeys(found))


def cases_about(concern: str, subjects: Sequence[str]) -> tuple[CaseAbout, ...]:
    """Every case about these records, open ones first. Not narrowed to any reader."""
    found: tuple[CaseAbout, ...] = ()
    if subjects:
        found = tuple(import_string(settings.JOINEDUP_CASES_ABOUT)(concern, list(subjects)))
    return found


def earlier_of(user: User | None, concern: Concern) -> tuple[Earlier, ...]:
    """The cases about everybody tied to a record, as this reader may know of them; all of them for
    the system. A restricted one counts only while nothing was said of it."""
    found: list[Earlier] = []
    about = cases_about(concern.reference, subjects_of(concern))
    guards = Guard.objects.filter(pk__in=[one.guard_id for one in about])
    opened: set[int] = set()
    if user is not None and about:
        inside = reach_of_one(user, May.WORK_CASES, Guard._meta.db_table, "id", "about")
        opened = set(guards.filter(inside).values_list("pk", flat=True)) if inside else set()
    is_shown = [user is None or one.guard_id in opened for one in about]
    closed = [one for one, shown in zip(about, is_shown, strict=True) if not shown]
    posts = speak_to_each([one.guard_id for one in closed if not one.is_answered])
    for one, shown in zip(about, is_shown, strict=True):
        if shown:
            found.append(Earlier(one))
        elif not one.is_answered:
            found.append(Earlier(None, posts[one.guard_id]))
    return tuple(found)


def closes(concern: Concern, today: dt.date) -> set[int]:
    """Ids of the persons whom a conflict of interest keeps from a record or a case that is, or may
    be, about somebody in a concern. Nothing is asked where the concern was read with `has_conflicts`
    and nobody has any."""
    has_conflicts = getattr(concern, "has_conflicts", None)
    if has_conflicts is None:
        has_conflicts = noted_conflicts().exists()
    if not has_conflicts:
        return set()
    records: set[int] = set()
    named: set[int] = set()
    for one in concern.people.all():
        given = given_of(one)
        records |= matches_of(given, today=today)
        named |= {case.guard_id for case in cases_named(given, as_described(given, today))}
        if one.subject_id:
            records |= set(records_of_person(one.subject_id))
    rows = Subject.objects.filter(pk__in=records)
    references = list(rows.values_list("reference", flat=True))
    guards = named | set(rows.values_list("guard_id", flat=True))
    guards |= {one.guard_id for one in cases_about(concern.reference, references)}
    noted = Conflict.objects.filter(guard__in=guards, ended_at__isnull=True)
    return set(noted.values_list("person_id", flat=True))


def noted_conflicts() -> QuerySet[Conflict]:
    """Every conflict of interest that holds."""
    return Conflict.objects.filter(ended_at__isnull=True)


def is_closed_to(by: By, concern: Concern, today: dt.date) -> bool:
    """Whether a conflict of interest of whoever asks, noted at any time, keeps them from somebody in
    a concern. Two statements for whoever has none."""
    if by.kind != ByKind.USER or not _guards_closed_to(by.user):
        return False
    return by.user.person_id in closes(concern, today)


def closed_records(user: User) -> set[int]:
    """Numbers of all records of everybody whom a conflict of interest keeps this reader from, by
    their record or by a case about them. One statement for whoever has none."""
    guards = _guards_closed_to(user)
    if not guards:
        return set()
    people = import_string(settings.JOINEDUP_PEOPLE_OF_CASES)(guards)
    rows = Subject.objects.filter(Q(guard__in=guards) | Q(reference__in=people))
    return records_of_persons(list(rows.values_list("pk", flat=True)))


def _guards_closed_to(user: User) -> list[int]:
    noted = Conflict.objects.filter(person=user.person_id, ended_at__isnull=True)
    return list(noted.values_list("guard", flat=True))
