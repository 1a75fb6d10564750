"""Pages of help numbers: what everybody is shown by day and by night, and from when to when."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.directory.actions.help_numbers import (
    add_help_number,
    change_help_number,
    end_help_number,
)
from joinedup.directory.forms import EndNumberForm, NumberForm, number_start
from joinedup.directory.queries import (
    emergency_numbers,
    help_number,
    help_number_rows,
    next_reading,
)
from joinedup.directory.queries import help_numbers as shown_numbers

__all__ = ["help_numbers", "number_add", "number_change", "number_end"]


@door(May.KEEP_DIRECTORY)
@require_safe
def help_numbers(request: HttpRequest) -> HttpResponse:
    """What every door shows now, and all numbers with their dates."""
    now, today = timezone.now(), timezone.localdate()
    rows, over = help_number_rows(today)
    areas = sorted({row.area for row in rows})
    shown = {one.reference: one for area in areas for one in shown_numbers(area, now)}
    context = {
        "rows": rows,
        "over": over,
        "shown": shown,
        "emergency": emergency_numbers(today),
        "reading": next_reading(now),
    }
    return render(request, "directory/help_numbers.html", context)


@door(May.KEEP_DIRECTORY)
def number_add(request: HttpRequest) -> HttpResponse:
    """Add a number."""
    form = NumberForm(request.POST or None, initial={"from_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        by, details, day = by_request(request), form.details(), form.cleaned_data["from_on"]
        if tried(form, lambda: add_help_number(by, details, day)) is not None:
            messages.success(request, "Added.")
            return redirect("help_numbers")
    context = {
        "form": form,
        "page_title": "Add a help number",
        "lead": "Every door shows it from its first day.",
        "back": "help_numbers",
        "submit": "Add it",
    }
    return render(request, "access/form.html", context, status=422 if form.errors else 200)


@door(May.KEEP_DIRECTORY)
def number_change(request: HttpRequest, reference: str) -> HttpResponse:
    """Change a number from a day on."""
    row = help_number(reference)
    form = NumberForm(request.POST or None, initial=number_start(row, timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        by, details, day = by_request(request), form.details(), form.cleaned_data["from_on"]
        if tried(form, lambda: change_help_number(by, reference, details, day)) is not None:
            messages.success(request, "Saved. The number as it was stays to be read.")
            return redirect("help_numbers")
    context = {
        "form": form,
        "page_title": "Change a help number",
        "caption": row.title,
        "lead": "Until the day before, the number is shown as it was.",
        "back": "help_numbers",
        "submit": "Save",
    }
    return render(request, "access/form.html", context, status=422 if form.errors else 200)


@door(May.KEEP_DIRECTORY)
def number_end(request: HttpRequest, reference: str) -> HttpResponse:
    """Say until when a number is shown."""
    row = help_number(reference)
    form = EndNumberForm(request.POST or None, initial={"to_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        by, day = by_request(request), form.cleaned_data["to_on"]
        if tried(form, lambda: end_help_number(by, reference, day)) is not None:
            messages.success(request, "Saved.")
            return redirect("help_numbers")
    context = {
        "form": form,
        "page_title": "End a help number",
        "caption": row.title,
        "back": "help_numbers",
        "submit": "Save",
    }
    return render(request, "access/form.html", context, status=422 if form.errors else 200)
