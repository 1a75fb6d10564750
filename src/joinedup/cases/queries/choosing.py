"""What people choose from in the forms of cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Agency, Person, Team, User
from joinedup.access.permission import visible
from joinedup.access.prepared import rows
from joinedup.access.queries.lists import case_workers, people_to_choose
from joinedup.audit.actor import By
from joinedup.cases.models import CaseSubject
from joinedup.cases.rules.routing import group_of_person
from joinedup.concerns.choices import PersonRole
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.pages.dates import long_date
from joinedup.pages.rules import number_asked
from joinedup.referrals.choices import AgeGroup
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.known import label_of, open_subject
from joinedup.subjects.rules.given import Given, GivenName

__all__ = [
    "agencies_to_choose",
    "agency_called",
    "given_of",
    "home_teams",
    "people_from",
    "person_called",
    "persons",
    "records_for",
    "start_from",
    "start_with",
    "team_called",
    "workers",
]

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class NewPersonOf:
    """Somebody at risk of a concern, as a case takes them over."""

    name: str
    age: str
    born_on: dt.date | None
    subject: str


FIRST_ARE = (PersonRole.CHILD, PersonRole.ADULT)


def agencies_to_choose() -> Pairs:
    """(reference, name) of agencies that are still there."""
    found = Agency.objects.filter(to_on__isnull=True).order_by("-is_home", "name")
    return [(one.reference, one.name) for one in found]


def persons() -> Pairs:
    """(reference, "name, agency") of everybody who has not left."""
    found = people_to_choose().select_related("agency")
    return [(one.reference, f"{one.name}, {one.agency}") for one in found]


def workers() -> Pairs:
    """(reference, "name, agency") of everybody who can work on a case."""
    found = case_workers(timezone.localdate()).select_related("agency")
    return [(one.reference, f"{one.name}, {one.agency}") for one in found]


def given_of(person: CaseSubject) -> Given:
    """Somebody in a case, as records of people take it."""
    born = long_date(person.born_on) if person.born_on else ""
    return Given(names=(GivenName.whole(person.name, kind="name"),), born=born)


def home_teams() -> Pairs:
    """(number, name) of the council's own teams."""
    found = Team.objects.filter(agency__is_home=True, ended_on__isnull=True).order_by("name")
    return [(str(one.pk), one.name) for one in found]


def agency_called(reference: str) -> Agency | None:
    """The agency of a reference."""
    return Agency.objects.filter(reference=reference).first()


def person_called(reference: str) -> Person | None:
    """The person of a reference."""
    return Person.objects.filter(reference=reference).first()


def team_called(number: str) -> Team | None:
    """The team of a number, empty for none."""
    return Team.objects.filter(pk=number_asked(number)).first()


def people_from(concern: Concern) -> list[NewPersonOf]:
    """Everybody at risk in a concern, as a case takes them over: name, age, birthday, record."""
    people = concern.people.filter(role__in=FIRST_ARE).select_related("subject")
    return [
        NewPersonOf(
            one.name or one.words[:200] or str(one.get_role_display()),
            _age_word(one),
            one.born_on,
            one.subject.reference if one.subject else "",
        )
        for one in people.order_by("position", "pk")
    ]


def _age_word(person: ConcernPerson) -> AgeGroup:
    """How old somebody in a concern is today, by their birthday before what was written then."""
    if person.is_unborn:
        return AgeGroup.UNBORN
    return group_of_person(person.age_group, (person.born_on,), timezone.localdate())


def start_with(by: By, reference: str) -> dict[str, object]:
    """What a new case begins with where somebody was chosen from the records of people; recorded as
    opened. Raises Refused for a record that the reader may not open."""
    row = open_subject(by, reference)
    return {"name": label_of(row), "born_on": row.born_on, "subject": row.reference}


def records_for(user: User, references: Sequence[str]) -> frozenset[str]:
    """The references among these that this reader may open, in one statement."""
    wanted = [one for one in references if one]
    if not wanted:
        return frozenset()
    return frozenset(one for (one,) in rows(_records, user, wanted))


def _records(user: User, *references: str) -> QuerySet[Any]:
    found = visible(user, May.READ_CASES, Subject.objects.filter(reference__in=references))
    return found.values_list("reference")


def start_from(concern: Concern) -> dict[str, object]:
    """What a new case begins with where it comes from a concern: whom it is about, how old they
    are, whether there are signs of exploitation, and why it was decided. Nothing is typed again."""
    people = list(concern.people.filter(role__in=FIRST_ARE).order_by("position", "pk"))
    decision = concern.decisions.order_by("-pk").first()
    found: dict[str, object] = {
        "has_exploitation": concern.has_exploitation_indicator,
        "why": decision.reason if decision else "",
    }
    if people:
        first = people[0]
        found["subject"] = first.subject.reference if first.subject else ""
        found["name"] = first.name or first.words[:200]
        found["born_on"] = first.born_on
        found["age"] = _age_word(first)
    return found
