"""Pages of those who govern records: what is due, held and to be erased, and requests to see records.
They show references, rules and days, not what a record says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.answers import one_page, tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds as holds_may
from joinedup.access.permission import record_list
from joinedup.access.queries.emergencies import emergencies_to_review
from joinedup.casefile import actions
from joinedup.casefile.forms import governance as ask
from joinedup.casefile.queries.due import due_records
from joinedup.casefile.queries.governance import (
    erasure_to,
    erasures_waiting,
    holds_now,
    is_there_to_govern,
    record_to_keep,
    who_may_agree,
)
from joinedup.casefile.queries.limits import keeping_on
from joinedup.casefile.rules.retention import second_words

__all__ = [
    "erasure",
    "hold_end",
    "hold_set",
    "keeping",
    "record_erase",
    "record_keep",
]

GOVERN = May.GOVERN_RECORDS
UNPROCESSABLE = 422


def _one_form(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    said: str,
    words: dict[str, str],
    back: str,
) -> HttpResponse:
    """A page with one form: show it, do it, go back with a sentence."""
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and tried(form, lambda: act(form.cleaned_data)) is not None:
        messages.success(request, said)
        return redirect(back)
    context = {"form": form, "back": back, **words}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/one_form.html", context, status=status)


@door(GOVERN)
@require_GET
def keeping(request: HttpRequest) -> HttpResponse:
    """What is due for review, what is held, and what waits for a second person."""
    by, today = by_request(request), timezone.localdate()
    form = ask.ErasedRecordForm(request.GET if "record" in request.GET else None)
    if form.is_bound and form.is_valid():
        wanted = form.cleaned_data["record"]
        if is_there_to_govern(by.user, wanted):
            return redirect("record_erase", wanted)
        form.add_error("record", "No record has this reference, or it is not yours to erase.")
    due, waits = due_records(by.user, today), list(erasures_waiting(by.user))
    page = one_page(request, due)
    shown = [one.reference for one in page] + [one.about for one in waits]
    record_list(by, "casefile.keeping", f"{len(due)} due", shown)
    context = {
        "due": page,
        "waits": waits,
        "holds": list(holds_now(by.user)),
        "today": today,
        "form": form,
        "to_review": emergencies_to_review(by.user),
        "rules": keeping_on(today),
        "may_read_register": holds_may(by.user, May.READ_AUDIT),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/keeping.html", context, status=status)


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def hold_set(request: HttpRequest) -> HttpResponse:
    """Hold a record, or everything."""
    by, today = by_request(request), timezone.localdate()
    words = {"heading": "Hold records", "submit": "Hold them",
             "lead": "Nothing that is held can be erased, whoever asks."}  # fmt: skip
    return _one_form(
        request, ask.HoldForm(request.POST or None),
        lambda said: actions.hold(by, said["about"], said["reason"], today=today),
        "It is held.", words, reverse("keeping"),
    )  # fmt: skip


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def hold_end(request: HttpRequest, hold: int) -> HttpResponse:
    """End a hold."""
    by, today = by_request(request), timezone.localdate()
    words = {"heading": "End the hold", "submit": "End it", "lead": ""}
    return _one_form(
        request, ask.WhyForm(request.POST or None),
        lambda said: actions.end_hold(by, hold, said["reason"], today=today),
        "The hold has ended.", words, reverse("keeping"),
    )  # fmt: skip


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def record_keep(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep a case until another day."""
    by, today = by_request(request), timezone.localdate()
    record_to_keep(by, reference)
    words = {"heading": "Keep it longer", "submit": "Keep it", "caption": reference,
             "lead": "Ask whoever worked on it whether it is still needed."}  # fmt: skip
    return _one_form(
        request, ask.KeepForm(request.POST or None),
        lambda said: actions.keep_longer(
            by, reference, said["next_on"], said["reason"], today=today),
        "It is kept.", words, reverse("keeping"),
    )  # fmt: skip


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def record_erase(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a case or the record of a person to be erased."""
    by, today = by_request(request), timezone.localdate()
    row = record_to_keep(by, reference)
    able = who_may_agree(row.reference, row.guard_id, by.user)
    words = {"heading": "Ask for it to be erased", "submit": "Ask a second person",
             "caption": reference,
             "lead": "It goes when somebody else agrees. Nothing brings it back. "
                     + second_words(able)}  # fmt: skip
    return _one_form(
        request, ask.EraseForm(request.POST or None),
        lambda said: actions.ask_erasure(
            by, reference, said["ground"], said["reason"], today=today),
        "Asked. Somebody else has to agree.", words, reverse("keeping"),
    )  # fmt: skip


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def erasure(request: HttpRequest, reference: str) -> HttpResponse:
    """An erasure that was asked for: agree as the second person, or keep the record."""
    by, today = by_request(request), timezone.localdate()
    row = erasure_to(by, reference)
    form: Any = ask.RefuseForm(request.POST if request.POST.get("do") == "refuse" else None)
    if request.method == "POST":
        if request.POST.get("do") == "agree":
            form = ask.RefuseForm({})
            form.errors.clear()
            done = tried(form, lambda: actions.agree_erasure(by, reference, today=today))
        else:
            done = form.is_valid() and tried(
                form, lambda: actions.refuse_erasure(by, reference, form.cleaned_data["reason"])
            )
        if done:
            messages.success(request, "Erased." if done.erased_at else "The record is kept.")
            return redirect("keeping")
    context = {
        "row": row,
        "form": form,
        "is_own": row.asked_by_id == by.user.pk,
        "second": second_words(who_may_agree(row.about, row.guard_id, row.asked_by)),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/erasure.html", context, status=status)
