"""What those who govern records read: what is due, held, asked for, erased. No words of a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import may_touch, open_record, reach_of, visible
from joinedup.access.roles import POLICY
from joinedup.audit.actor import By
from joinedup.casefile.models import AccessRequest, Erasure, LegalHold
from joinedup.cases.models import Case
from joinedup.concerns.models import Concern
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.linked import records_of_persons

__all__ = [
    "erased_records",
    "erasure_to",
    "erasures_waiting",
    "held_references",
    "holds_now",
    "is_held",
    "is_there_to_govern",
    "record_to_keep",
    "request_to",
    "requests_for",
    "who_may_agree",
]

GOVERNING = [role for role, grants in POLICY.items() if May.GOVERN_RECORDS in grants]


def held_references() -> set[str]:
    """What is held, as things stand: the references that holds name, "" where everything is, and
    every other record that was decided to be about the same person as one of those."""
    rows = LegalHold.objects.filter(ended_on__isnull=True)
    named = set(rows.values_list("about", flat=True))
    people = Subject.objects.filter(reference__in=rows.values("about")).values_list("pk", flat=True)
    whole = records_of_persons(sorted(people))
    return named | set(Subject.objects.filter(pk__in=whole).values_list("reference", flat=True))


def is_held(references: Iterable[str]) -> bool:
    """Whether a hold stands on one of these records, on another record of the same person, or on
    everything."""
    return not held_references().isdisjoint({"", *references})


def holds_now(user: User) -> QuerySet[LegalHold]:
    """Holds that stand on everything or on records that this reader governs, newest first."""
    rows = LegalHold.objects.filter(ended_on__isnull=True).select_related("set_by__person")
    inside = reach_of(user, May.GOVERN_RECORDS, "guard", "about")
    if inside is None:
        return rows.none()
    return rows.filter(inside | Q(guard__isnull=True)).order_by("-from_on", "-pk")


def record_to_keep(by: By, reference: str) -> Any:
    """A case, a concern, or the record of a person, for those who govern records, recorded as
    opened: they see that it is there, not what it says. Raises Refused."""
    table: type[Any] = {"SU": Subject, "CO": Concern}.get(reference[:2], Case)
    return open_record(by, May.GOVERN_RECORDS, table.objects.all(), {"reference": reference})


def is_there_to_govern(user: User, reference: str) -> bool:
    """Whether a case, a concern or a person's record has this reference and this reader governs it."""
    table: type[Any] = {"SU": Subject, "CO": Concern}.get(reference[:2], Case)
    rows = table.objects.filter(reference=reference)
    return bool(visible(user, May.GOVERN_RECORDS, rows).exists())


def erasures_waiting(user: User) -> QuerySet[Erasure]:
    """Erasures that wait for a second person, oldest first."""
    rows = Erasure.objects.filter(answered_at__isnull=True).select_related("asked_by__person")
    seen = visible(user, May.GOVERN_RECORDS, rows, item="about")
    return seen.order_by("asked_at", "pk")


def erasure_to(by: By, reference: str) -> Erasure:
    """One erasure, for those who govern records. Raises Refused."""
    rows = Erasure.objects.select_related("asked_by__person", "answered_by__person")
    return open_record(by, May.GOVERN_RECORDS, rows, {"reference": reference}, item="about")


def who_may_agree(about: str, guard_id: int, asker: User | None) -> tuple[str, ...]:
    """Who can be the second person of an erasure: everybody with an account in use who governs this
    record, other than whoever asks. By name."""
    rows = User.objects.filter(is_active=True).select_related("person")
    rows = rows.filter(grants__role__in=GOVERNING).distinct().order_by("person__name", "pk")
    return tuple(
        one.person.name
        for one in rows
        if (asker is None or one.pk != asker.pk)
        and may_touch(one, May.GOVERN_RECORDS, guard_id, about)
    )


def erased_records() -> QuerySet[Erasure]:
    """The register of records that were erased, newest first. For the page of erasures."""
    rows = Erasure.objects.filter(erased_at__isnull=False)
    rows = rows.select_related("asked_by__person", "answered_by__person")
    return rows.order_by("-erased_at", "-pk")


def requests_for(user: User) -> QuerySet[AccessRequest]:
    """Requests to see records: those to be answered first, by their day."""
    seen = visible(user, May.GOVERN_RECORDS, AccessRequest.objects.all(), item="about")
    return seen.order_by(F("given_on").desc(nulls_first=True), "due_on", "pk")


def request_to(by: By, reference: str) -> AccessRequest:
    """One request, for those who govern records; recorded as opened. Raises Refused."""
    rows = AccessRequest.objects.select_related(
        "asked_by__person", "made_by__person", "read_by__person", "given_by__person"
    )
    return open_record(by, May.GOVERN_RECORDS, rows, {"reference": reference}, item="about")
