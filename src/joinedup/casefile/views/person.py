"""The page of a person, what is done there, what is hidden, and its history."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused
from joinedup.casefile.forms.person import ReasonForm
from joinedup.casefile.queries.history import history_of
from joinedup.casefile.queries.person import person_to, person_view, subject_to
from joinedup.casefile.views.deeds_of_people import DEEDS
from joinedup.referrals.views.deeds import deed_page
from joinedup.subjects.actions import show_safe
from joinedup.subjects.choices import SafePart

__all__ = ["person", "person_deed", "person_history", "person_safe"]

UNPROCESSABLE = 422


@door(May.READ_CASES)
@require_GET
def person(request: HttpRequest, reference: str) -> HttpResponse:
    """One person at any age: who they are, how to reach them, what the reader may see."""
    today = timezone.localdate()
    view = person_view(by_request(request), reference, today)
    return render(request, "casefile/person.html", {"view": view, "today": today})


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def person_deed(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """One thing done to a person's record."""
    by, today = by_request(request), timezone.localdate()
    found = DEEDS.get(act)
    if found is None:
        raise Refused("No such page.")
    row = subject_to(by, reference, today, found.may)
    return deed_page(request, found, by, row, reverse("subject", args=[reference]), today)


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def person_safe(request: HttpRequest, reference: str, which: str) -> HttpResponse:
    """The safe contact or the safe address, once somebody has said why they need it. It is in this
    answer only: nothing keeps it, and a new look asks again."""
    by, today = by_request(request), timezone.localdate()
    records = person_to(by, reference, today, May.WORK_CASES)
    if which not in SafePart.values:
        raise Refused("No such page.")
    form = ReasonForm(
        request.POST or None, label="What do you need it for?",
        hint="Your words are kept with your name and this moment.",
    )  # fmt: skip
    shown = None
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        shown = tried(form, lambda: show_safe(by, reference, which, reason))
    context = {
        "form": form,
        "shown": shown,
        "which": str(SafePart(which).label),
        "reference": reference,
        "label": records.label,
    }
    answer = render(
        request, "casefile/safe.html", context, status=UNPROCESSABLE if form.errors else 200
    )
    answer["Cache-Control"] = "private, no-store"
    return answer


@door(May.WORK_CASES)
@require_GET
def person_history(request: HttpRequest, reference: str) -> HttpResponse:
    """What was changed in a person's records, and who looked at what is hidden."""
    by, today = by_request(request), timezone.localdate()
    records = person_to(by, reference, today, May.WORK_CASES)
    changes, looks = history_of(records.numbers)
    context = {"records": records, "changes": changes, "looks": looks}
    return render(request, "casefile/history.html", context)
