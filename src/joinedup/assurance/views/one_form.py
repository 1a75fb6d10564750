"""How a page with one form works: show, check, do, go back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from joinedup.assurance.forms.acting import ActingForm
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, Draft, say_problem

__all__ = ["FormPage", "one_form"]


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around the form: headings, the button, what is shown above, where to go back to
    (route, reference), and the key of its draft."""

    heading: str
    submit: str
    back: tuple[str, str]
    caption: str
    draft: str
    shown: str = ""


def one_form(
    request: HttpRequest,
    page: FormPage,
    make: Callable[[Any, dict[str, Any]], ActingForm],
    do: Callable[[ActingForm], str],
) -> HttpResponse:
    """Show the form that `make` gives for (data, kept words); once it is valid, `do` it and go
    back with the sentence that it gives. What a rule refuses is said beside the field."""
    draft = Draft(page.draft, request.user)
    kept = draft.words() if request.method == "GET" else {}
    form = make(request.POST if request.method == "POST" else None, kept)
    if request.method == "POST" and form.is_valid():
        try:
            said = do(form)
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, said)
            return redirect(*page.back)
    context = {
        "form": form,
        "draft": draft,
        "is_resumed": bool(kept),
        "heading": page.heading,
        "submit": page.submit,
        "back": page.back,
        "caption": page.caption,
        "shown": page.shown,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/finding_form.html", context, status=status)
