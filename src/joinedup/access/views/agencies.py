"""Agencies and their teams."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from joinedup.access.actions.agencies import add_agency, add_team, edit_agency, edit_team
from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.forms.people import AgencyForm, TeamForm
from joinedup.access.permission import Refused
from joinedup.access.queries import agencies, agency_record

__all__ = ["agency_add", "agency_list", "agency_page", "team_add", "team_page"]


@door(May.MANAGE_PEOPLE)
def agency_list(request: HttpRequest) -> HttpResponse:
    """The council and its partners."""
    return render(request, "access/agency_list.html", {"agencies": agencies()})


@door(May.MANAGE_PEOPLE)
def agency_add(request: HttpRequest) -> HttpResponse:
    """Add an agency."""
    form = AgencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = tried(form, lambda: add_agency(by_request(request), form.details()))
        if made:
            messages.success(request, f"{made.name} is on the list.")
            return redirect("agency", made.reference)
    context = {"form": form, "page_title": "Add an agency", "back": "agencies", "submit": "Add"}
    return render(request, "access/form.html", context)


@door(May.MANAGE_PEOPLE)
def agency_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One agency with its teams."""
    agency = agency_record(by_request(request), reference)
    names = [
        "name",
        "short_name",
        "kind",
        "contact_email",
        "from_on",
        "to_on",
        "successor",
        "version",
    ]
    form = AgencyForm(request.POST or None, initial={name: getattr(agency, name) for name in names})
    if request.method == "POST" and form.is_valid():
        by, details, seen = by_request(request), form.details(), form.seen()
        if tried(form, lambda: edit_agency(by, agency, details, seen)):
            messages.success(request, "Saved.")
            return redirect("agency", reference)
    context = {"form": form, "agency": agency, "teams": agency.teams.order_by("name")}
    return render(request, "access/agency_page.html", context)


@door(May.MANAGE_PEOPLE)
def team_add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a team to an agency."""
    agency = agency_record(by_request(request), reference)
    form = TeamForm(request.POST or None)
    del form.fields["ended_on"]
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        if tried(form, lambda: add_team(by_request(request), agency, name)):
            messages.success(request, f"{name}: added.")
            return redirect("agency", reference)
    return _team(request, reference, form, "Add a team", agency.name)


@door(May.MANAGE_PEOPLE)
def team_page(request: HttpRequest, reference: str, team: int) -> HttpResponse:
    """Rename a team or note its last day."""
    agency = agency_record(by_request(request), reference)
    found = agency.teams.filter(pk=team).first()
    if found is None:
        raise Refused("No such page.")
    start = {"name": found.name, "ended_on": found.ended_on, "version": found.version}
    form = TeamForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        by, data, seen = by_request(request), form.cleaned_data, form.seen()
        if tried(form, lambda: edit_team(by, found, data["name"], data["ended_on"], seen)):
            messages.success(request, "Saved.")
            return redirect("agency", reference)
    return _team(request, reference, form, found.name, agency.name)


def _team(
    request: HttpRequest, reference: str, form: TeamForm, heading: str, agency: str
) -> HttpResponse:
    context = {
        "form": form,
        "page_title": heading,
        "caption": agency,
        "back": "agency",
        "back_reference": reference,
        "submit": "Save",
    }
    return render(request, "access/form.html", context)
