"""What people choose from in the forms of cases."""

from __future__ import annotations

from joinedup.access.models import Agency, Person, Team
from joinedup.access.queries.lists import people_to_choose
from joinedup.concerns.choices import PersonRole
from joinedup.concerns.models import Concern
from joinedup.referrals.choices import AgeGroup

__all__ = [
    "agencies_to_choose",
    "agency_called",
    "home_teams",
    "person_called",
    "persons",
    "start_from",
    "team_called",
]

Pairs = list[tuple[str, str]]
FIRST_ARE = (PersonRole.CHILD, PersonRole.ADULT)


def agencies_to_choose() -> Pairs:
    """(reference, name) of agencies that are still there."""
    rows = Agency.objects.filter(to_on__isnull=True).order_by("-is_home", "name")
    return [(one.reference, one.name) for one in rows]


def persons() -> Pairs:
    """(reference, "name, agency") of everybody who has not left."""
    rows = people_to_choose().select_related("agency")
    return [(one.reference, f"{one.name}, {one.agency}") for one in rows]


def home_teams() -> Pairs:
    """(number, name) of the council's own teams."""
    rows = Team.objects.filter(agency__is_home=True, ended_on__isnull=True).order_by("name")
    return [(str(one.pk), one.name) for one in rows]


def agency_called(reference: str) -> Agency | None:
    """The agency of a reference."""
    return Agency.objects.filter(reference=reference).first()


def person_called(reference: str) -> Person | None:
    """The person of a reference."""
    return Person.objects.filter(reference=reference).first()


def team_called(number: str) -> Team | None:
    """The team of a number, empty for none."""
    return Team.objects.filter(pk=int(number)).first() if number.isdigit() else None


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
        found["name"] = first.name or first.words[:200]
        found["born_on"] = first.born_on
        found["age"] = AgeGroup.UNBORN if first.is_unborn else AgeGroup(first.age_group)
    return found
