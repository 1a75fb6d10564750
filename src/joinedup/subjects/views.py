"""Pages: look somebody up before a record is made, one record, pairs to decide about."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.drafts import clear_draft, keep_words
from joinedup.access.permission import Refused, holds
from joinedup.subjects.actions import add_by_hand, decide
from joinedup.subjects.choices import SubjectKind, Verdict
from joinedup.subjects.forms import (
    AddPersonForm,
    AddPlaceForm,
    AddVehicleForm,
    DecideForm,
    FindForm,
)
from joinedup.subjects.queries.known import who_is_known_to_decide
from joinedup.subjects.queries.pages import open_pair, pair_list

__all__ = ["pair_page", "pairs", "subject_add", "subject_find"]

UNPROCESSABLE = 422
ADDING: dict[str, tuple[type[forms.Form], str]] = {
    "person": (AddPersonForm, "Add a person"),
    "place": (AddPlaceForm, "Add a place or business"),
    "vehicle": (AddVehicleForm, "Add a vehicle"),
}


@door(May.FIND_PEOPLE)
def subject_find(request: HttpRequest) -> HttpResponse:
    """Look up who is already known. What is typed is sent in the body, never in the address. With
    scripts it is sent whenever the typing rests, and only the answer on the page is changed."""
    form = FindForm(request.POST or None)
    known = None
    if request.method == "POST" and form.is_valid():
        known = who_is_known_to_decide(
            by_request(request), form.given(), today=timezone.localdate()
        )
    user: Any = request.user
    context = {
        "form": form,
        "known": known,
        "tie": request.GET.get("tie", "")[:24],
        "may_add": holds(user, May.WORK_CASES),
        "may_read": holds(user, May.READ_CASES),
        "htmx": True,
    }
    return render(request, "subjects/find.html", context)


@door(May.WORK_CASES)
def subject_add(request: HttpRequest, sort: str) -> HttpResponse:
    """Add a person, a place or a vehicle: who is known is shown first, then the same form again
    with everything that was typed and a button that adds."""
    if sort not in ADDING:
        raise Refused("No such page.")
    by, today = by_request(request), timezone.localdate()
    make, words = ADDING[sort]
    form: Any = make(request.POST or None)
    draft = f"add-{sort}"
    keep_words(form, by.user, draft)
    known = None
    if request.method == "POST" and form.is_valid():
        if request.POST.get("step") == "add":
            made = tried(
                form, lambda: add_by_hand(by, form.given(), today=today, kind=SubjectKind(sort))
            )
            if made is not None:
                clear_draft(by.user, draft)
                messages.success(request, "The record is begun.")
                return redirect("subject", made.reference)
        else:
            known = who_is_known_to_decide(by, form.given(), today=today)
    context = {"form": form, "known": known, "words": words, "sort": sort, "draft": draft}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "subjects/add.html", context, status=status)


@door(May.LINK_PEOPLE)
def pairs(request: HttpRequest) -> HttpResponse:
    """Records that may be about one person, waiting for a decision."""
    return render(request, "subjects/pairs.html", {"rows": pair_list(by_request(request))})


@door(May.LINK_PEOPLE)
def pair_page(request: HttpRequest, pair: str) -> HttpResponse:
    """Two records side by side, and the decision about them."""
    by = by_request(request)
    view = open_pair(by, pair)
    form = DecideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        done = tried(form, lambda: decide(by, pair, Verdict(said["verdict"]), said["reason"]))
        if done is not None:
            messages.success(request, done.get_state_display() + ".")
            return redirect("subject_pairs")
    return render(request, "subjects/pair.html", {"view": view, "form": form})
