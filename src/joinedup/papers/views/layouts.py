"""The council's own Word document for papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, say_problem
from joinedup.documents.writing import PLACEHOLDERS
from joinedup.papers.actions import add_layout, end_layout, use_layout
from joinedup.papers.forms.layouts import LayoutForm
from joinedup.papers.queries.layouts import built_in, layouts, sample_of

__all__ = [
    "paper_layout_built_in",
    "paper_layout_end",
    "paper_layout_sample",
    "paper_layout_use",
    "paper_layouts",
]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@door(May.MANAGE_COUNCIL)
@require_http_methods(["GET", "POST"])
def paper_layouts(request: HttpRequest) -> HttpResponse:
    """The layouts that were given, which placeholders they have, and a form for another."""
    form = LayoutForm(request.POST or None, request.FILES or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            add_layout(by_request(request), given.name or "layout.docx", given.read())
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "It is kept. Look at its sample, then use it.")
            return redirect("paper_layouts")
    context = {
        "form": form,
        "rows": layouts(request.user),  # type: ignore[arg-type]
        "placeholders": PLACEHOLDERS,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/layouts.html", context, status=status)


def _done(request: HttpRequest, deed: Callable[..., Any], number: int, told: str) -> HttpResponse:
    try:
        deed(by_request(request), number)
    except Problem as problem:
        messages.error(request, problem.words)
    else:
        messages.success(request, told)
    return redirect("paper_layouts")


@door(May.MANAGE_COUNCIL)
@require_POST
def paper_layout_use(request: HttpRequest, number: int) -> HttpResponse:
    """Write papers in this layout."""
    return _done(request, use_layout, number, "Papers are written in it from now on.")


@door(May.MANAGE_COUNCIL)
@require_POST
def paper_layout_end(request: HttpRequest, number: int) -> HttpResponse:
    """Take a layout away."""
    return _done(request, end_layout, number, "Papers are written in the built-in layout again.")


@door(May.MANAGE_COUNCIL)
@require_GET
def paper_layout_sample(request: HttpRequest, number: int) -> HttpResponse:
    """A sample paper in this layout."""
    return _sent(sample_of(request.user, number), f"Sample of layout {number}.docx")  # type: ignore[arg-type]


@door(May.MANAGE_COUNCIL)
@require_GET
def paper_layout_built_in(request: HttpRequest) -> HttpResponse:
    """The built-in layout, to change in Word and give back."""
    return _sent(built_in(), "Layout of papers.docx")


def _sent(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
