"""The list of people: added, changed, taken from a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from joinedup.access.actions.people import add_person, edit_person
from joinedup.access.answers import one_page, tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.drafts import clear_draft, keep_words
from joinedup.access.forms.people import PersonForm
from joinedup.access.permission import record_list
from joinedup.access.queries import agencies, people, person_record

__all__ = ["people_list", "person_add", "person_page"]

NEW = "person-new"
STATES = (("here", "Here now"), ("left", "Left"), ("all", "All"))


@door(May.MANAGE_PEOPLE)
def people_list(request: HttpRequest) -> HttpResponse:
    """Everybody who can own an action."""
    words, agency = request.GET.get("q", "").strip(), request.GET.get("agency", "")
    state = request.GET.get("state", "here")
    narrowed = "" if state == "all" else state
    page = one_page(request, people(timezone.localdate(), words, agency, narrowed))
    query = f"state={state}&agency={agency}"
    record_list(by_request(request), "person.list", query, [row.reference for row in page])
    context = {
        "page": page,
        "words": words,
        "agency": agency,
        "state": state,
        "states": STATES,
        "agencies": agencies(),
    }
    return render(request, "access/people_list.html", context)


@door(May.MANAGE_PEOPLE)
def person_add(request: HttpRequest) -> HttpResponse:
    """Add a person."""
    form = PersonForm(request.POST or None)
    keep_words(form, request.user, NEW)  # type: ignore[arg-type]
    if request.method == "POST" and form.is_valid():
        made = tried(form, lambda: add_person(by_request(request), form.details()))
        if made:
            clear_draft(request.user, NEW)  # type: ignore[arg-type]
            messages.success(request, f"{made.name} is on the list.")
            return redirect("people")
    context = {
        "form": form,
        "page_title": "Add a person",
        "back": "people",
        "submit": "Add",
        "draft": NEW,
    }
    return render(request, "access/form.html", context)


@door(May.MANAGE_PEOPLE)
def person_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One person, to be read and changed."""
    person = person_record(by_request(request), reference)
    form = PersonForm(request.POST or None, initial=_initial(person))
    if request.method == "POST" and form.is_valid():
        by, details, seen = by_request(request), form.details(), form.seen()
        if tried(form, lambda: edit_person(by, person, details, seen)):
            messages.success(request, "Saved.")
            return redirect("person", reference)
    context = {"form": form, "person": person}
    return render(request, "access/person_page.html", context)


def _initial(person: object) -> dict[str, object]:
    names = ("name", "known_as", "initials", "email", "agency", "team", "manager", "version")
    return {name: getattr(person, name) for name in names}
