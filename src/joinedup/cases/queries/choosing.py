"""What people choose from in the forms of cases."""

from __future__ import annotations

from joinedup.access.models import Agency, Person, Team
from joinedup.access.queries.lists import people_to_choose

__all__ = [
    "agencies_to_choose",
    "agency_called",
    "home_teams",
    "person_called",
    "persons",
    "team_called",
]

Pairs = list[tuple[str, str]]


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
