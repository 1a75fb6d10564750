"""Pages of services: the list, one service, its form, files in and out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.directory.actions.services import (
    add_service,
    bring_in_services,
    check_service,
    edit_service,
    hand_on_services,
    reopen_service,
    withdraw_service,
)
from joinedup.directory.forms import BringInForm, ServiceForm, WithdrawForm, start_of
from joinedup.directory.queries import facts_of, service, service_list, stale_before, topics
from joinedup.directory.rules.oruk import Fault, read_services

__all__ = [
    "directory",
    "service_add",
    "service_checked",
    "service_edit",
    "service_page",
    "service_reopen",
    "service_withdraw",
    "services_bring_in",
    "services_copy",
]

SHOWS = (("", "Open"), ("stale", "To be checked"), ("withdrawn", "Withdrawn"))


@door(May.KEEP_DIRECTORY)
@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Services by name: all that are open, those to be checked again, those withdrawn."""
    today = timezone.localdate()
    asked = {name: request.GET.get(name, "")[:100] for name in ("q", "topic", "show")}
    lines = service_list(today, asked["q"], asked["topic"], asked["show"])
    context = {
        "lines": lines,
        "asked": asked,
        "shows": SHOWS,
        "topics": topics(today),
        "limit": stale_before(today),
        "is_narrowed": bool(asked["q"] or asked["topic"]),
    }
    return render(request, "directory/services.html", context)


@door(May.KEEP_DIRECTORY)
@require_safe
def service_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One service: everything that is known of it, and when it was last checked."""
    today, row = timezone.localdate(), service(reference)
    named = topics(today)
    is_stale = row.checked_on is None or row.checked_on < stale_before(today)
    said = [named.get(key, key) for key in row.topics]
    context = {"row": row, "topics": said, "is_stale": is_stale}
    return render(request, "directory/service.html", context)


@door(May.KEEP_DIRECTORY)
def service_add(request: HttpRequest) -> HttpResponse:
    """Add a service."""
    today = timezone.localdate()
    form = ServiceForm(request.POST or None, topics=topics(today))
    if request.method == "POST" and form.is_valid():
        by, facts = by_request(request), form.facts()
        made = tried(form, lambda: add_service(by, facts, today=today))
        if made is not None:
            messages.success(request, "Added. It counts as checked today.")
            return redirect("service", made.reference)
    context = {"form": form, "page_title": "Add a service", "back": "directory", "submit": "Add it"}
    return render(request, "access/form.html", context, status=_status(form))


@door(May.KEEP_DIRECTORY)
def service_edit(request: HttpRequest, reference: str) -> HttpResponse:
    """Change what is said of a service."""
    today, row = timezone.localdate(), service(reference)
    start = start_of(facts_of(row), row.version)
    form = ServiceForm(request.POST or None, initial=start, topics=topics(today))
    if request.method == "POST" and form.is_valid():
        by, facts = by_request(request), form.facts()
        version = form.cleaned_data["version"] or 0
        saved = tried(form, lambda: edit_service(by, reference, facts, version, today=today))
        if saved is not None:
            messages.success(request, "Saved. It counts as checked today.")
            return redirect("service", reference)
    context = {
        "form": form,
        "page_title": "Change a service",
        "caption": row.name,
        "back": "service",
        "back_reference": reference,
        "submit": "Save",
    }
    return render(request, "access/form.html", context, status=_status(form))


@door(May.KEEP_DIRECTORY)
@require_POST
def service_checked(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody made sure today that it is right."""
    check_service(by_request(request), reference, today=timezone.localdate())
    messages.success(request, "Marked as checked today.")
    return redirect("service", reference)


@door(May.KEEP_DIRECTORY)
def service_withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Send nobody there any more."""
    row = service(reference)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, reason = by_request(request), form.cleaned_data["reason"]
        if tried(form, lambda: withdraw_service(by, reference, reason)) is not None:
            messages.success(request, "Withdrawn. Nobody is sent there any more.")
            return redirect("service", reference)
    context = {
        "form": form,
        "page_title": "Withdraw a service",
        "caption": row.name,
        "lead": "It stays to be read, with your reason. Nobody is sent there any more.",
        "back": "service",
        "back_reference": reference,
        "submit": "Withdraw it",
    }
    return render(request, "access/form.html", context, status=_status(form))


@door(May.KEEP_DIRECTORY)
@require_POST
def service_reopen(request: HttpRequest, reference: str) -> HttpResponse:
    """Send people there again."""
    reopen_service(by_request(request), reference, today=timezone.localdate())
    messages.success(request, "People are sent there again.")
    return redirect("service", reference)


@door(May.KEEP_DIRECTORY)
def services_bring_in(request: HttpRequest) -> HttpResponse:
    """Bring in a file of services in the Open Referral UK shape: all of it or nothing."""
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BringInForm(*posted)
    faults: list[Fault] = []
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["file"].read()
        try:
            text = data.decode("utf-8-sig")
            facts, faults = read_services(text, topics(timezone.localdate()))
        except UnicodeDecodeError:
            form.add_error("file", "This file is not text in UTF-8. Ask for it again as JSON.")
        except ValueError as problem:
            form.add_error("file", str(problem))
        else:
            if faults:
                form.add_error("file", "Nothing was brought in. What to mend stands below.")
            else:
                by = by_request(request)
                done = tried(form, lambda: bring_in_services(by, facts))
                if done is not None:
                    said = f"{done.new} new, {done.changed} changed, {done.same} as they were."
                    messages.success(request, f"Brought in: {said}")
                    return redirect("directory")
    context = {"form": form, "faults": faults[:100], "more": max(0, len(faults) - 100)}
    return render(request, "directory/bring_in.html", context, status=_status(form))


@door(May.KEEP_DIRECTORY)
@require_safe
def services_copy(request: HttpRequest) -> HttpResponse:
    """Every service as an Open Referral UK file."""
    text = hand_on_services(by_request(request), today=timezone.localdate())
    answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="services-open-referral-uk.json"'
    return answer


def _status(form: BringInForm | ServiceForm | WithdrawForm) -> int:
    return 422 if form.errors else 200
