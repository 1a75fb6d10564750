"""A further guard of the same record: what closes and opens the first holds there too."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.conf import settings
from django.utils.module_loading import import_string

from joinedup.access.models import Agency, Conflict, Guard, Involvement, Person, Sealing
from joinedup.audit.actor import By
from joinedup.audit.recorder import record

__all__ = [
    "bring_along",
    "close_beside",
    "close_beyond",
    "guard_beside",
    "guards_along",
    "guards_beside",
]

WHY_BESIDE = "A conflict of interest that was noted on another record"


def guards_beside(guards: Collection[int]) -> set[int]:
    """Ids of the guards of other records that a conflict of interest reaches from these. Casework
    lies above this package, so a setting names the function."""
    return set(import_string(settings.JOINEDUP_GUARDS_BESIDE)(guards))


def guards_along(guards: Collection[int]) -> set[int]:
    """Ids of the guards of other records that open along with these in an emergency. A setting names
    the function, as for `guards_beside`."""
    return set(import_string(settings.JOINEDUP_GUARDS_ALONG)(guards))


def close_beside(by: By, guards: Collection[int], people: Collection[int]) -> None:
    """Close what stands beside these guards to these people too, recorded on each of those
    records. The reason there is always the same: what was written of one record is not for
    those who read another.

    Only for use inside an action.
    """
    beside = guards_beside(guards) if people else set()
    there = set(
        Conflict.objects.filter(
            guard__in=beside, person__in=people, ended_at__isnull=True
        ).values_list("guard_id", "person_id")
    )
    new = [(one, who) for one in sorted(beside) for who in people if (one, who) not in there]
    Conflict.objects.bulk_create(
        Conflict(guard_id=one, person_id=who, reason=WHY_BESIDE) for one, who in new
    )
    chains = dict(Guard.objects.filter(pk__in=beside).values_list("pk", "reference"))
    who_is = dict(Person.objects.filter(pk__in=people).values_list("pk", "reference"))
    for one, who in new:
        record(by, "access.note_conflict", chains[one], person=who_is[who])


def close_beyond(by: By, guards: Collection[int], people: Collection[int]) -> None:
    """The same for the records beside and those beside these: from a case to the people it is about,
    and on to what else is about them.

    Only for use inside an action.
    """
    close_beside(by, guards, people)
    close_beside(by, {*guards, *guards_beside(guards)} if people else guards, people)


def guard_beside(first: Guard, agency: Agency) -> Guard:
    """A new guard before another organisation's share of a record: sealed where the first is, with
    its conflicts of interest that have not ended and those who work on the whole.

    Only for use inside an action.
    """
    sealed, at = Guard.objects.values_list("is_sealed", "sealed_at").get(pk=first.pk)
    made = Guard.objects.create(about=first.about, agency=agency, is_sealed=sealed, sealed_at=at)
    last = Sealing.objects.filter(guard=first).order_by("-pk").first()
    if sealed and last is not None:
        Sealing.objects.create(guard=made, is_set=True, reason=last.reason, by_ref=last.by_ref)
    for one in Conflict.objects.filter(guard=first, ended_at__isnull=True):
        Conflict.objects.create(guard=made, person_id=one.person_id, reason=one.reason)
    bring_along(Involvement.objects.filter(guard=first, item=""), made)
    return made


def bring_along(works: Iterable[Involvement], guard: Guard) -> None:
    """Let those who work on the whole of a record's first guard work behind another of it."""
    Involvement.objects.bulk_create(
        Involvement(
            guard=guard,
            person_id=one.person_id,
            post_id=one.post_id,
            from_on=one.from_on,
            to_on=one.to_on,
        )
        for one in works
    )
