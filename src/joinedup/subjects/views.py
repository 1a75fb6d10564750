"""Pages: look somebody up before a record is made, one record, pairs to decide about."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.subjects.actions import decide
from joinedup.subjects.choices import Verdict
from joinedup.subjects.forms import DecideForm, FindForm
from joinedup.subjects.queries.known import who_is_known
from joinedup.subjects.queries.pages import open_pair, pair_list
from joinedup.subjects.queries.pages import subject_view as view_of

__all__ = ["pair_page", "pairs", "subject_find", "subject_page"]


@door(May.FIND_PEOPLE)
def subject_find(request: HttpRequest) -> HttpResponse:
    """Look up who is already known. What is typed is sent in the body, never in the address."""
    form = FindForm(request.POST or None)
    known = None
    if request.method == "POST" and form.is_valid():
        known = who_is_known(by_request(request), form.given(), today=timezone.localdate())
    return render(request, "subjects/find.html", {"form": form, "known": known})


@door(May.READ_CASES)
def subject_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One record and the other records of the same person."""
    return render(
        request, "subjects/subject.html", {"view": view_of(by_request(request), reference)}
    )


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
