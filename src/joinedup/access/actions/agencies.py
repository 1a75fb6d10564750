"""Agencies and their teams. An agency that ends names the one that follows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import AgencyKind, May
from joinedup.access.models import Agency, Team
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.access.queries.records import held_to_edit
from joinedup.access.rules.chains import reaches_itself
from joinedup.access.telling import tell_of_name
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["AgencyDetails", "add_agency", "add_team", "edit_agency", "edit_team"]


@dataclass(frozen=True, slots=True)
class AgencyDetails:
    """What stands about an agency. Dates may be open; a successor needs a last day."""

    name: str
    kind: AgencyKind
    short_name: str = ""
    contact_email: str = ""
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    successor: Agency | None = None


@action
def add_agency(by: By, details: AgencyDetails) -> Agency:
    """Add an agency. The first of all is the council itself. Raises Problem for a known name."""
    check_any(by, May.MANAGE_PEOPLE)
    _sound(details, None)
    agency = Agency(is_home=not Agency.objects.filter(is_home=True).exists())
    _fill(agency, details)
    agency.save()
    record(by, "agency.add", agency.reference)
    return agency


@action
def edit_agency(by: By, agency: Agency, details: AgencyDetails, version: int) -> Agency:
    """Change an agency. Raises Stale where somebody else saved first."""
    check_any(by, May.MANAGE_PEOPLE)
    held = held_to_edit(agency, version)
    _sound(details, held)
    _fill(held, details)
    held.version += 1
    held.save()
    tell_of_name(held.reference, held.name)
    record(by, "agency.edit", held.reference, version=held.version)
    return held


@action
def add_team(by: By, agency: Agency, name: str) -> Team:
    """Add a team to an agency. Raises Problem where it has one of that name."""
    check_any(by, May.MANAGE_PEOPLE)
    _free_team_name(agency, name, None)
    team = Team.objects.create(agency=agency, name=name.strip())
    record(by, "team.add", agency.reference, team=team.pk)
    return team


@action
def edit_team(by: By, team: Team, name: str, ended_on: dt.date | None, version: int) -> Team:
    """Rename a team or note its last day. Raises Stale where somebody else saved first."""
    check_any(by, May.MANAGE_PEOPLE)
    held = held_to_edit(team, version)
    _free_team_name(held.agency, name, held)
    held.name, held.ended_on, held.version = name.strip(), ended_on, held.version + 1
    held.save()
    record(by, "team.edit", held.agency.reference, team=held.pk)
    return held


def _free_team_name(agency: Agency, name: str, team: Team | None) -> None:
    same = agency.teams.filter(name__iexact=name.strip())
    if (same.exclude(pk=team.pk) if team else same).exists():
        raise Problem("This agency already has a team of that name.", "name")


def _sound(details: AgencyDetails, agency: Agency | None) -> None:
    same = Agency.objects.filter(name__iexact=details.name.strip())
    if (same.exclude(pk=agency.pk) if agency else same).exists():
        raise Problem("An agency of this name is already on the list.", "name")
    if details.from_on and details.to_on and details.to_on < details.from_on:
        raise Problem("The last day comes before the first. Change one of them.", "to_on")
    if details.successor is not None and details.to_on is None:
        raise Problem("Give the agency's last day, since another follows it.", "to_on")
    follows = dict(Agency.objects.values_list("pk", "successor_id"))
    following = details.successor
    if agency and following and reaches_itself(agency.pk, following.pk, follows):
        raise Problem("An agency can't follow itself, even through others.", "successor")


def _fill(agency: Agency, details: AgencyDetails) -> None:
    agency.name = details.name.strip()
    agency.kind = details.kind
    agency.short_name = details.short_name.strip()
    agency.contact_email = details.contact_email
    agency.from_on, agency.to_on = details.from_on, details.to_on
    agency.successor = details.successor
