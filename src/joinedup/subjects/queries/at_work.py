"""Cases as a look-up meets them: about somebody named in a case who has no record, and about the
people of records that were found. Casework lies above this package, so settings name the functions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils.module_loading import import_string

from joinedup.access.choices import May
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import reach_of_one
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.subjects.rules.described import Described
from joinedup.subjects.rules.given import Given

__all__ = ["NamedInCase", "cases_named", "closed_cases_about", "split_by_reader"]


@dataclass(frozen=True, slots=True)
class NamedInCase:
    """Somebody whom a case is about and who is tied to no record."""

    case: str
    guard_id: int
    name: str


def cases_named(given: Given, of: Described) -> list[NamedInCase]:
    """Cases about somebody of this whole name who is tied to no record; nobody whose birthday is
    known to be another. Narrowed to no reader, in one statement, and none without a whole name."""
    names = set()
    for one in given.names:
        for parts in ((one.forename, one.middle, one.surname), (one.forename, one.surname)):
            whole = " ".join(" ".join(parts).split())
            if " " in whole:
                names.add(whole)
    if not names:
        return []
    found: list[NamedInCase] = import_string(settings.JOINEDUP_CASES_NAMED)(
        sorted(names), of.born.as_date()
    )
    return found


def closed_cases_about(by: By, references: Sequence[str]) -> list[int]:
    """Guards of the cases about these records that the reader may not open. None that a conflict of
    interest closes: of these nothing is said."""
    if not references:
        return []
    about = import_string(settings.JOINEDUP_CASES_ABOUT)("", list(references))
    return sorted(split_by_reader(by, {one.guard_id for one in about})[1])


def split_by_reader(by: By, guards: Collection[int]) -> tuple[set[int], set[int]]:
    """Which of these guards open to the reader, and which do not, those of a conflict of interest
    in neither."""
    if by.kind != ByKind.USER or not guards:
        return set(guards), set()
    mine = Conflict.objects.filter(person=by.user.person_id, ended_at__isnull=True)
    rows = Guard.objects.filter(pk__in=guards).exclude(pk__in=mine.values("guard"))
    inside = reach_of_one(by.user, May.READ_CASES, Guard._meta.db_table, "id", "about")
    opened = set(rows.filter(inside).values_list("pk", flat=True)) if inside else set()
    return opened, set(rows.filter(~Q(pk__in=opened)).values_list("pk", flat=True))
