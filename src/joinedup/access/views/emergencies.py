"""Emergency access: asking for it, the list for reviewers, one of them and its review."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from joinedup.access.actions.emergencies import (
    break_glass,
    end_emergency,
    note_refused_emergency,
    review_emergency,
)
from joinedup.access.answers import one_page, tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door, open_to_signed_in
from joinedup.access.forms.governance import EmergencyForm, ReviewForm
from joinedup.access.permission import holds, record_list
from joinedup.access.problems import Problem
from joinedup.access.queries.emergencies import emergencies, emergency_record
from joinedup.access.second_step import step_up
from joinedup.pages.dates import moment

__all__ = ["emergency", "emergency_begin", "emergency_end", "emergency_list", "emergency_review"]

STATES = (("", "All"), ("waiting", "Waiting for a review"))


@door(May.BREAK_GLASS)
@step_up
def emergency_begin(request: HttpRequest) -> HttpResponse:
    """Open a sealed record in an emergency; asks for the second step again."""
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, data = by_request(request), form.cleaned_data
        site = request.build_absolute_uri("/")
        reference, reason = data["reference"], data["reason"]
        made = tried(form, lambda: break_glass(by, reference, reason, site))
        if made:
            until = moment(made[0].expires_at)
            messages.success(
                request, f"The record is open to you until {until}. Those concerned are told."
            )
            return redirect("emergency", made[0].reference)
        if "reference" in form.errors:
            note_refused_emergency(by, reference)
    return render(request, "access/emergency_begin.html", {"form": form})


@door(May.SET_ACCESS)
def emergency_list(request: HttpRequest) -> HttpResponse:
    """Every emergency access within reach; those that wait for a review on their own."""
    state = request.GET.get("state", "")
    page = one_page(request, emergencies(request.user, state))  # type: ignore[arg-type]
    shown = [one.reference for one in page]
    record_list(by_request(request), "emergency.list", f"state={state}", shown)
    context = {"page": page, "state": state, "states": STATES, "now": timezone.now()}
    return render(request, "access/emergency_list.html", context)


@open_to_signed_in
def emergency(request: HttpRequest, reference: str) -> HttpResponse:
    """One emergency access: for the one who made it, those concerned, and its reviewers."""
    return _page(request, reference, ReviewForm())


@door(May.SET_ACCESS)
@require_POST
def emergency_review(request: HttpRequest, reference: str) -> HttpResponse:
    """Say whether it was right."""
    form = ReviewForm(request.POST)
    if form.is_valid():
        by, words = by_request(request), form.cleaned_data["review"]
        if tried(form, lambda: review_emergency(by, reference, words)):
            messages.success(request, "Your review is kept.")
            return redirect("emergency", reference)
    return _page(request, reference, form)


@door(May.SET_ACCESS)
@require_POST
def emergency_end(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the record again before its time."""
    try:
        end_emergency(by_request(request), reference)
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "The record is closed to them again.")
    return redirect("emergency", reference)


def _page(request: HttpRequest, reference: str, form: ReviewForm) -> HttpResponse:
    found = emergency_record(by_request(request), reference)
    user = request.user
    context = {
        "emergency": found.first,
        "view": found,
        "form": form,
        "is_open": found.first.expires_at > timezone.now(),
        "is_own": found.first.user.pk == user.pk,
        "sets_access": holds(user, May.SET_ACCESS),  # type: ignore[arg-type]
    }
    return render(request, "access/emergency.html", context)
