"""Who belongs to whom: relationships and households, from when to when, with who said so."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.subjects.choices import ChangeDeed, KnownKind, Relation
from joinedup.subjects.models import Household, HouseholdMember, Relationship, Subject
from joinedup.subjects.queries.known import label_of, reader_may_open
from joinedup.subjects.writing import held, note_change

__all__ = ["end_relation", "leave_home", "live_together", "relate"]


@action
def relate(
    by: By,
    reference: str,
    relation: str,
    other: str,
    *,
    today: dt.date,
    from_on: dt.date | None = None,
    source: str = "",
    may: May = May.WORK_CASES,
) -> Relationship:
    """Say that this person is `relation` of another one whose record the reader may open. Raises
    Problem for oneself, a day to come and what is there already; Refused for a closed record."""
    subject = held(by, reference, may)
    whom = _other(by, subject, other)
    if relation not in Relation.values:
        raise Problem("Choose what they are to each other.", "relation")
    _past(from_on, today, "from_on")
    there = Relationship.objects.filter(
        subject=subject, other=whom, relation=relation, to_on__isnull=True
    )
    if there.exists():
        raise Problem("This stands there already.", "other")
    made = Relationship.objects.create(
        subject=subject, other=whom, relation=relation, from_on=from_on, source=source.strip()[:200]
    )
    record(by, "subjects.relate", reference, relation=relation, other=whom.reference)
    return made


@action
def end_relation(
    by: By,
    reference: str,
    number: int,
    on: dt.date,
    why: str,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Relationship:
    """Say since when two people are no longer that to each other. It stays in both records. Raises
    Problem without a reason and for a day to come."""
    subject = held(by, reference, may)
    rows = Relationship.objects.select_for_update(of=("self",)).filter(
        Q(subject=subject) | Q(other=subject)
    )
    row = rows.filter(pk=number).first()
    if row is None:
        raise Refused("No such record.")
    if row.to_on is not None:
        raise Problem("It has ended already.")
    _past(on, today, "on")
    row.to_on = on
    row.save(update_fields=["to_on"])
    was = str(row.get_relation_display())
    note_change(by, subject, KnownKind.RELATION, ChangeDeed.ENDED, was, "", why)
    record(by, "subjects.end_relation", reference, relation=row.relation)
    return row


@action
def live_together(
    by: By,
    reference: str,
    other: str,
    *,
    today: dt.date,
    from_on: dt.date | None = None,
    source: str = "",
    may: May = May.WORK_CASES,
) -> Household:
    """Say that two people live in one household: whoever has one already is joined. Raises Problem
    where they live together already or each belongs to a household of their own."""
    subject = held(by, reference, may)
    whom = _other(by, subject, other)
    _past(from_on, today, "from_on")
    here, there = _home_of(subject), _home_of(whom)
    if here is not None and there is not None:
        if here.household_id == there.household_id:
            raise Problem("They live together already.", "other")
        raise Problem(
            f"{label_of(whom)} belongs to another household. End that first, on their page.",
            "other",
        )
    first = here or there
    home = first.household if first else Household.objects.create()
    for one, member in ((subject, here), (whom, there)):
        if member is None:
            HouseholdMember.objects.create(
                household=home, subject=one, from_on=from_on, source=source.strip()[:200]
            )
    record(by, "subjects.live_together", reference, home=home.reference, other=whom.reference)
    return home


@action
def leave_home(
    by: By, reference: str, on: dt.date, why: str, *, today: dt.date, may: May = May.WORK_CASES
) -> HouseholdMember:
    """Say since when somebody no longer lives with their household. Raises Problem without a reason
    and for a day to come; Refused where they belong to none."""
    subject = held(by, reference, may)
    member = _home_of(subject)
    if member is None:
        raise Refused("No such record.")
    _past(on, today, "on")
    member.to_on = on
    member.save(update_fields=["to_on"])
    was = "Lived with their household"
    note_change(by, subject, KnownKind.HOME, ChangeDeed.ENDED, was, "", why)
    record(by, "subjects.leave_home", reference, home=member.household.reference)
    return member


def _home_of(subject: Subject) -> HouseholdMember | None:
    rows = HouseholdMember.objects.filter(subject=subject, to_on__isnull=True)
    return rows.select_related("household").order_by("pk").first()


def _other(by: By, subject: Subject, reference: str) -> Subject:
    wanted = reference.strip().upper()
    if wanted == subject.reference:
        raise Problem("This is the same record. Choose another one.", "other")
    found = Subject.objects.filter(reference=wanted).first()
    if found is None or not reader_may_open(by, wanted):
        raise Problem("No record of yours has this reference. Look them up first.", "other")
    return found


def _past(on: dt.date | None, today: dt.date, field: str) -> None:
    if on is not None and on > today:
        raise Problem("This day is still to come.", field)
