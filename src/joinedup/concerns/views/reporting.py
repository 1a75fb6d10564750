"""Reporting a worry, and what its reporter sees of it afterwards."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.drafts import clear_draft, keep_words
from joinedup.access.permission import record_list
from joinedup.concerns.actions import add_information, submit
from joinedup.concerns.choices import Door, TellKind
from joinedup.concerns.forms.reporting import (
    MORE,
    QUESTIONS,
    MoreForm,
    ReportForm,
)
from joinedup.concerns.queries.choosing import flags_in, is_of_home, sources_for
from joinedup.concerns.queries.help import first_help
from joinedup.concerns.queries.raised import my_reports, report_to
from joinedup.concerns.rules.new import NewConcern, NewFile

__all__ = ["concern_report", "language_look", "my_report", "my_reports_page"]

DRAFT = "concern"
UNPROCESSABLE = 422


def _files(form: Any) -> tuple[NewFile, ...]:
    file = form.cleaned_data.get("file")
    return (NewFile(file.name or "file", file.read()),) if file else ()


def _page(request: HttpRequest, form: ReportForm) -> HttpResponse:
    now = timezone.now()
    status = UNPROCESSABLE if form.errors else 200
    shown = {
        "form": form,
        "questions": QUESTIONS,
        "more": MORE,
        "help": first_help(now),
        "is_partner": not is_of_home(request.user),  # type: ignore[arg-type]
        "htmx": True,
    }
    return render(request, "concerns/report.html", shown, status=status)


@door(May.REPORT_CONCERNS)
@require_http_methods(["GET", "POST"])
def concern_report(request: HttpRequest) -> HttpResponse:
    """Report a worry: staff, councillors and partners, on one page. Typed text is never lost, and
    no word of it holds the report back: what could be said better is told after it was sent."""
    user: Any = request.user
    today = timezone.localdate()
    form = ReportForm(
        request.POST or None, request.FILES or None, sources=sources_for(user, today), today=today
    )
    keep_words(form, user, DRAFT)
    if request.method == "POST" and form.is_valid():
        given = form.report(Door.STAFF if is_of_home(user) else Door.PARTNER)
        new, site = _with(given, files=_files(form)), request.build_absolute_uri("/")
        made = tried(form, lambda: submit(by_request(request), new, site=site))
        if made is not None:
            clear_draft(user, DRAFT)
            messages.success(request, "We have it. Nothing more is asked of you now.")
            return redirect("my_report", made.report)
    return _page(request, form)


def _with(new: NewConcern, **given: Any) -> NewConcern:
    from dataclasses import replace

    return replace(new, **given)


@door(May.REPORT_CONCERNS)
@require_http_methods(["POST"])
def language_look(request: HttpRequest) -> HttpResponse:
    """Words as they are typed: what may blame somebody, and what to write instead. Kept nowhere.
    What somebody said themselves (a note of their views) stands as they said it."""
    text = str(request.POST.get("words") or request.POST.get("reason") or "")[:20_000]
    flags = [] if request.POST.get("kind") == "views" else flags_in(text)
    return render(request, "concerns/flags.html", {"flags": flags})


@door(May.REPORT_CONCERNS)
@require_GET
def my_reports_page(request: HttpRequest) -> HttpResponse:
    """What the reader reported and what became of it."""
    found = my_reports(request.user)  # type: ignore[arg-type]
    record_list(by_request(request), "concerns.mine", "", [one.reference for one in found])
    return render(request, "concerns/mine.html", {"reports": found})


@door(May.REPORT_CONCERNS)
@require_http_methods(["GET", "POST"])
def my_report(request: HttpRequest, reference: str) -> HttpResponse:
    """One's own report: the receipt, what one was told, and room for what is learnt later."""
    by = by_request(request)
    found = report_to(by, reference)
    form = MoreForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        inside = is_of_home(request.user)  # type: ignore[arg-type]
        words = form.cleaned_data["words"].strip() or "A file was added."
        new = NewConcern(
            door=Door.STAFF if inside else Door.PARTNER,
            words=words,
            files=_files(form),
            once=form.cleaned_data["once"],
        )
        made = tried(form, lambda: add_information(by, new, report=reference))
        if made is not None:
            messages.success(request, "Added. It stands with your report.")
            return redirect("my_report", made.report)
    context = {
        "report": found,
        "flags": [] if found.latest == TellKind.DECIDED else flags_in(found.words),
        "form": form,
        "help": first_help(timezone.now()),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "concerns/my_report.html", context, status=status)
