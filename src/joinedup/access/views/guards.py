"""Who may open what: seals, conflicts of interest, who works on a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from joinedup.access.actions.guards import (
    end_conflict,
    let_in,
    let_out,
    note_conflict,
    seal,
    unseal,
)
from joinedup.access.answers import one_page, tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.forms.governance import LetInForm, NamedForm, ReasonForm
from joinedup.access.permission import record_list
from joinedup.access.problems import Problem
from joinedup.access.queries.emergencies import emergencies_to_review
from joinedup.access.queries.governance import guard_record, guards_shown
from joinedup.access.second_step import step_up

__all__ = [
    "conflict_add",
    "conflict_end",
    "guard_list",
    "guard_page",
    "guard_seal",
    "guard_unseal",
    "person_in",
    "person_out",
]

STATES = (("", "All"), ("sealed", "Sealed"), ("conflicts", "With a conflict of interest"))


@door(May.SET_ACCESS)
def guard_list(request: HttpRequest) -> HttpResponse:
    """Every guard within reach, sealed ones first; found by the reference of its record."""
    words, state = request.GET.get("q", "").strip(), request.GET.get("state", "")
    page = one_page(request, guards_shown(request.user, words, state))  # type: ignore[arg-type]
    shown = [guard.reference for guard in page]
    record_list(by_request(request), "access.list", f"state={state}", shown)
    user: Any = request.user
    context = {
        "page": page,
        "words": words,
        "state": state,
        "states": STATES,
        "to_review": emergencies_to_review(user),
    }
    return render(request, "access/guard_list.html", context)


@door(May.SET_ACCESS)
def guard_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One guard: who works behind it, conflicts, seals, and what can be changed."""
    view = guard_record(by_request(request), reference, timezone.localdate())
    return render(request, "access/guard_page.html", {"view": view})


@door(May.SET_ACCESS)
def guard_seal(request: HttpRequest, reference: str) -> HttpResponse:
    """Seal a record, with a reason."""
    form = ReasonForm(request.POST or None)
    words = (
        "Seal this record",
        "From now on only those who work on it see it, in lists, searches, files and counts too.",
        "Seal it",
    )

    def act() -> object:
        return seal(by_request(request), reference, form.cleaned_data["reason"])

    return _asked(request, reference, form, words, act, "The record is sealed.")


@door(May.SET_ACCESS)
@step_up
def guard_unseal(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a seal off, with a reason; asks for the second step again."""
    form = ReasonForm(request.POST or None)
    words = (
        "Take the seal off",
        "Everybody whose roles reach this record will see it again.",
        "Take the seal off",
    )

    def act() -> object:
        site = request.build_absolute_uri("/")
        return unseal(by_request(request), reference, form.cleaned_data["reason"], site)

    return _asked(request, reference, form, words, act, "The seal is off.")


@door(May.SET_ACCESS)
def conflict_add(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that somebody may never see a record."""
    form = NamedForm(request.POST or None)
    words = (
        "Note a conflict of interest",
        "This person will never see the record, whatever their roles, until the conflict ends.",
        "Note it",
    )

    def act() -> object:
        data = form.cleaned_data
        site = request.build_absolute_uri("/")
        by, who = by_request(request), data["person"]
        return note_conflict(by, reference, who, data["reason"], site)

    return _asked(request, reference, form, words, act, "The conflict of interest is noted.")


@door(May.SET_ACCESS)
def conflict_end(request: HttpRequest, reference: str, conflict: int) -> HttpResponse:
    """End a conflict of interest, with a reason."""
    form = ReasonForm(request.POST or None)
    words = (
        "End a conflict of interest",
        "The person will see the record again as far as their roles reach.",
        "End it",
    )

    def act() -> object:
        by, reason = by_request(request), form.cleaned_data["reason"]
        return end_conflict(by, reference, conflict, reason)

    return _asked(request, reference, form, words, act, "The conflict of interest has ended.")


@door(May.SET_ACCESS)
def person_in(request: HttpRequest, reference: str) -> HttpResponse:
    """Let somebody work on the whole of a record."""
    form = LetInForm(request.POST or None, initial={"from_on": timezone.localdate()})
    words = (
        "Let somebody work on this record",
        "They see all of it, sealed or not, and do there what their roles allow.",
        "Let them in",
    )

    def act() -> object:
        data = form.cleaned_data
        return let_in(by_request(request), reference, data["person"], data["from_on"])

    return _asked(request, reference, form, words, act, "They can work on this record now.")


@door(May.SET_ACCESS)
@require_POST
def person_out(request: HttpRequest, reference: str, involvement: int) -> HttpResponse:
    """End somebody's work on a record at once."""
    try:
        let_out(by_request(request), reference, involvement)
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "They no longer work on this record.")
    return redirect("guard", reference)


def _asked(
    request: HttpRequest,
    reference: str,
    form: forms.Form,
    words: tuple[str, str, str],
    act: Callable[[], object],
    done: str,
) -> HttpResponse:
    """Show a form about one guard, or do what it asks; what can be mended goes back to the form."""
    if request.method == "POST" and form.is_valid():
        tried(form, act)
        if form.is_valid():
            messages.success(request, done)
            return redirect("guard", reference)
    view = guard_record(by_request(request), reference, timezone.localdate())
    context = {
        "form": form,
        "page_title": words[0],
        "caption": view.guard.about or view.guard.reference,
        "lead": words[1],
        "back": "guard",
        "back_reference": reference,
        "submit": words[2],
    }
    return render(request, "access/form.html", context)
