"""People on the list of those who may own an action, and the day they leave."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import Agency, Person, Team
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.access.queries import is_last_administrator, person_by_email
from joinedup.access.queries.records import held_to_edit
from joinedup.access.rules.chains import reaches_itself
from joinedup.access.telling import tell_of_name
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["PersonDetails", "add_person", "edit_person", "note_leaver"]


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What stands about a person. E-mail may be empty; the team belongs to the agency."""

    name: str
    agency: Agency
    known_as: str = ""
    initials: str = ""
    email: str = ""
    team: Team | None = None
    manager: Person | None = None


@action
def add_person(by: By, details: PersonDetails) -> Person:
    """Add a person to the list. Raises Problem for an e-mail address already on it."""
    check_any(by, May.MANAGE_PEOPLE)
    _sound(details, None)
    person = Person()
    _fill(person, details)
    person.save()
    record(by, "person.add", person.reference, agency=details.agency.reference)
    return person


@action
def edit_person(by: By, person: Person, details: PersonDetails, version: int) -> Person:
    """Change what stands about a person. Raises Stale where somebody else saved first."""
    check_any(by, May.MANAGE_PEOPLE)
    held = held_to_edit(person, version)
    _sound(details, held)
    _fill(held, details)
    held.version += 1
    held.save()
    tell_of_name(held.reference, held.name)
    record(by, "person.edit", held.reference, version=held.version)
    return held


@action
def note_leaver(by: By, person: Person, left_on: dt.date) -> int:
    """Note a person's last day and end the posts they hold; the posts keep their actions.

    Gives the number of posts that end. A holding that would start later ends on that day too; what
    it was stands in the audit record. Raises Problem for the last system administrator.
    """
    check_any(by, May.MANAGE_PEOPLE)
    if is_last_administrator(person, left_on):
        raise Problem("This is the last system administrator. Give somebody else the role first.")
    person.left_on = left_on
    person.version += 1
    person.save(update_fields=["left_on", "version"])
    ended = 0
    for holding in person.holdings.select_related("post"):
        if holding.to_on is not None and holding.to_on <= left_on:
            continue
        began = holding.from_on
        holding.from_on, holding.to_on = min(began, left_on), left_on
        holding.save(update_fields=["from_on", "to_on"])
        ended += 1
        record(by, "post.holding_end", holding.post.reference, to_on=left_on, from_on=began)
    record(by, "person.leave", person.reference, left_on=left_on, posts=ended)
    return ended


def _sound(details: PersonDetails, person: Person | None) -> None:
    """Raise Problem where the details contradict each other or another person."""
    same = person_by_email(details.email) if details.email else None
    if same is not None and (person is None or same.pk != person.pk):
        raise Problem("Somebody else on the list has this e-mail address.", "email")
    if details.team is not None and details.team.agency_id != details.agency.pk:
        raise Problem("This team belongs to another agency.", "team")
    if person is not None and details.manager is not None:
        managers = dict(Person.objects.values_list("pk", "manager_id"))
        if reaches_itself(person.pk, details.manager.pk, managers):
            raise Problem("Nobody can be their own manager, even through others.", "manager")


def _fill(person: Person, details: PersonDetails) -> None:
    person.name = details.name.strip()
    person.known_as = details.known_as.strip()
    person.initials = details.initials.strip()
    person.email = details.email.strip().lower()
    person.agency = details.agency
    person.team = details.team
    person.manager = details.manager
