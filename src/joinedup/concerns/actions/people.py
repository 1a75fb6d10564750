"""People in a concern: somebody added, an age learnt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.concerns.models import Concern, ConcernPerson, EarlierName
from joinedup.concerns.naming import look_elsewhere
from joinedup.concerns.queries.ages import age_of, is_younger_open, told_of
from joinedup.concerns.queries.known import given_of
from joinedup.concerns.queries.rulebook import types_on
from joinedup.concerns.rules.ages import Age, age_from, group_of, younger_stays
from joinedup.concerns.rules.new import NewPerson
from joinedup.concerns.rules.standing import is_in_triage
from joinedup.concerns.rules.types import unknown_types
from joinedup.concerns.rules.wording import fault_words
from joinedup.concerns.timing import start_allegation
from joinedup.concerns.writing import (
    add_people,
    held,
    hide_from_conflicted,
    hide_from_subjects,
    left_open_of,
    settle_facts,
)
from joinedup.referrals.choices import AgeGroup
from joinedup.referrals.writing import user_of
from joinedup.subjects.actions import add_subject
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.known import reader_may_open
from joinedup.subjects.rules.given import Given, with_more

__all__ = [
    "add_person",
    "confirm_age",
    "correct_age",
    "correct_name",
    "link_person",
    "name_types",
    "not_known_yet",
]


@action
def add_person(by: By, reference: str, new: NewPerson) -> ConcernPerson:
    """Put another person into a concern: one concern may be about several people.

    Raises Problem for a birthday of an unborn child or one that lies ahead, and where a decided
    concern would then need a referral that was not made.
    """
    concern = held(by, reference)
    today = timezone.localdate()
    _refuse_birthday(new.born_on, new.is_unborn, today)
    add_people(concern, [new], today)
    _settled(concern, today)
    hidden = hide_from_subjects(by, concern, today) + hide_from_conflicted(by, concern, today)
    look_elsewhere(reference, today)
    record(by, "concerns.add_person", reference, role=str(new.role), hidden=len(hidden))
    return concern.people.order_by("-position", "-pk")[0]


@action
def correct_age(
    by: By,
    reference: str,
    person: int,
    *,
    born_on: dt.date | None,
    age_words: str,
    how_known: str,
    document: str = "",
) -> ConcernPerson:
    """Write down what was learnt about somebody's age, and from where. The routing rules look
    again at once, and who is known is asked again. Where a child's age was told before and this one
    may be an adult's, the younger stays open beside it until a second person confirms the `document`
    that shows it (`rules.ages.younger_stays`).

    Raises Problem without a source of the knowledge, as `add_person` does, and Refused for somebody
    who is not in this concern.
    """
    concern = held(by, reference)
    today = timezone.localdate()
    row = concern.people.select_for_update().filter(pk=person).first()
    if row is None:
        raise Refused("No such record.")
    if not how_known.strip():
        raise Problem("Say how the age is known.", "how_known")
    _refuse_birthday(born_on, row.is_unborn, today)
    _keep_younger(row, age_from(born_on, age_words, row.is_unborn, today), today)
    row.born_on, row.age_words = born_on, age_words.strip()[:100]
    row.age_document, row.age_set_by = document.strip()[:300], user_of(by)
    row.age_confirmed_by = None
    age = age_of(row, today)
    row.youngest, row.oldest = (age.youngest, age.oldest) if age else (None, None)
    row.age_group, row.age_known_from = group_of(age), how_known.strip()[:300]
    row.looked_up_at = None
    row.save()
    _settled(concern, today)
    record(by, "concerns.correct_age", reference, group=str(row.age_group))
    return row


def _keep_younger(row: ConcernPerson, learnt: Age | None, today: dt.date) -> None:
    """Keep the age of a child that was told first, or let it go where what was learnt is one too."""
    if group_of(learnt) is AgeGroup.CHILD:
        row.younger_words, row.younger_born_on = "", None
    elif not is_younger_open(row) and younger_stays(told_of(row, today), learnt):
        row.younger_words, row.younger_born_on = row.age_words, row.born_on


@action
def confirm_age(by: By, reference: str, person: int) -> ConcernPerson:
    """Say as the second person that one has seen the document by which somebody is older than was
    told first. From now on the older age counts alone.

    Raises Problem where no younger age is open, no document is named, or whoever acts wrote the age
    down themselves; Refused for somebody who is not in this concern.
    """
    concern = held(by, reference)
    today = timezone.localdate()
    row = concern.people.select_for_update().filter(pk=person).first()
    if row is None or by.kind != ByKind.USER:
        raise Refused("No such record.")
    if not is_younger_open(row):
        raise Problem("No younger age is open here.")
    if not row.age_document or row.age_set_by is None:
        raise Problem("No document is named that shows the age. Correct the age, and name it.")
    if row.age_set_by_id == by.user.pk:
        raise Problem("Somebody else has to see the document: you wrote this age down yourself.")
    row.age_confirmed_by = by.user
    row.save(update_fields=["age_confirmed_by"])
    _settled(concern, today)
    record(by, "concerns.confirm_age", reference, person=person)
    row.refresh_from_db()
    return row


@action
def correct_name(by: By, reference: str, person: int, name: str, reason: str) -> ConcernPerson:
    """Correct what somebody in a concern is called. What stood there is kept with the reason, and who
    is known is asked again; a colleague of that name no longer sees the concern.

    Raises Problem without a name or a reason and where nothing changes, and Refused for somebody who
    is not in this concern.
    """
    concern = held(by, reference)
    row = concern.people.select_for_update().filter(pk=person).first()
    if row is None:
        raise Refused("No such record.")
    new, why = " ".join(name.split())[:200], reason.strip()[:300]
    if not new:
        raise Problem("Enter the name.", "name")
    if new == row.name:
        raise Problem("This is the name that stands there.", "name")
    if not why:
        raise Problem("Say how you know that the name was wrong.", "reason")
    user = by.user if by.kind == ByKind.USER else None
    EarlierName.objects.create(person=row, name=row.name, reason=why, by=user)
    row.name = new
    if row.subject_id is None:
        row.looked_up_at = None
    row.save(update_fields=["name", "looked_up_at"])
    today = timezone.localdate()
    hide_from_subjects(by, concern, today)
    hide_from_conflicted(by, concern, today)
    look_elsewhere(reference, today)
    record(by, "concerns.correct_name", reference)
    return row


@action
def link_person(
    by: By, reference: str, person: int, subject: str = "", learnt: Given | None = None
) -> ConcernPerson:
    """Say which record of people somebody in a concern is, or begin a new record of them: from what
    the concern says, with what whoever looked them up has `learnt` besides. The age that the record tells
    counts from now on, and the routing rules look again.

    Raises Refused for a record that the reader may not open, or somebody who is not in this concern;
    Problem where a decided concern would then need a referral that was not made.
    """
    concern = held(by, reference)
    today = timezone.localdate()
    row = concern.people.select_for_update().filter(pk=person).first()
    if row is None:
        raise Refused("No such record.")
    was = row.subject.reference if row.subject else ""
    if subject:
        if not reader_may_open(by, subject):
            raise Refused("No such record.")
        row.subject = Subject.objects.get(reference=subject)
    else:
        row.subject = add_subject(
            by,
            with_more(given_of(row), learnt or Given()),
            today=today,
            agency=concern.guard.agency,
            may=May.TRIAGE,
        )
    row.looked_up_at = timezone.now()
    row.save(update_fields=["subject", "looked_up_at"])
    _aged_by_record(concern, today)
    hide_from_conflicted(by, concern, today)
    record(by, "concerns.link_person", reference, subject=row.subject.reference, was=was)
    return row


@action
def not_known_yet(by: By, reference: str, person: int, reason: str = "") -> ConcernPerson:
    """Say that none of the records found is this person: they stay as they were described. Raises
    Refused for somebody who is not in this concern, Problem without a reason for somebody who was
    tied to a record."""
    concern = held(by, reference)
    row = concern.people.select_for_update().filter(pk=person).first()
    if row is None:
        raise Refused("No such record.")
    was = row.subject.reference if row.subject else ""
    if was and not reason.strip():
        raise Problem("Say why they are not the person of that record.", "reason")
    row.subject, row.looked_up_at = None, timezone.now()
    row.untied_because = reason.strip()[:300]
    row.save(update_fields=["subject", "looked_up_at", "untied_because"])
    _aged_by_record(concern, timezone.localdate())
    record(by, "concerns.not_known_yet", reference, person=person, was=was)
    return row


@action
def name_types(by: By, reference: str, types: Sequence[str]) -> Concern:
    """Name kinds of concern. They are added to those named before: an indicator of exploitation that
    was said once stays said. Raises Problem for a kind that the rule book does not have."""
    concern = held(by, reference)
    today = timezone.localdate()
    if unknown_types(types_on(today), list(types)) or not types:
        raise Problem(fault_words("type"), "types")
    concern.types = list(dict.fromkeys([*concern.types, *types]))
    _settled(concern, today)
    hide_from_subjects(by, concern, today)
    record(by, "concerns.name_types", reference, types=sorted(types))
    return concern


def _refuse_birthday(born_on: dt.date | None, is_unborn: bool, today: dt.date) -> None:
    if is_unborn and born_on is not None:
        raise Problem(fault_words("unborn"), "born_on")
    if born_on is not None and born_on > today:
        raise Problem(fault_words("future"), "born_on")


def _settled(concern: Concern, today: dt.date) -> None:
    was_allegation = concern.allegation
    facts = settle_facts(concern, today)
    if not is_in_triage(concern.state) and left_open_of(concern, facts):
        raise Problem(
            "This concern was decided already, and what you add asks for a referral that was not "
            "made. Add it as later information: the concern then comes back to the queue."
        )
    concern.version += 1
    concern.save()
    if concern.allegation != was_allegation and is_in_triage(concern.state):
        start_allegation(concern, timezone.now(), today)


AGED = ("age_group", "has_adult_at_risk", "may_be_under_13", "child_with_abuse")
"""What a record may change by the age it tells."""


def _aged_by_record(concern: Concern, today: dt.date) -> None:
    """Let the rules look again at the ages. Whoever is deciding is stopped only where that changes
    something."""
    was = [getattr(concern, one) for one in AGED]
    settle_facts(concern, today)
    if was != [getattr(concern, one) for one in AGED]:
        _settled(concern, today)
