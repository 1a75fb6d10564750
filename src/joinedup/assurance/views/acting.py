"""How a small page on which one thing is done to an action works: show, check, do, go back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.drafts import MARK, clear_draft, draft_mark, draft_of
from joinedup.assurance.forms.acting import ActingForm
from joinedup.assurance.queries.one import action_to
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.chosen_file import ChosenFile
from joinedup.audit.actor import By

__all__ = ["Deed", "Draft", "deed_page", "say_problem"]

MakeForm = Callable[..., ActingForm]
Do = Callable[[By, Any, ActingForm, dt.date], str]
UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done to an action: its page, its form and what it calls.

    `make` gets (data, files, initial, row, user, today) and gives a form; `do` gets (by, row,
    form, today) and gives the sentence that says what was done.
    """

    name: str
    may: May
    title: str
    submit: str
    make: MakeForm
    do: Do
    lead: str = ""
    kind: str = ""
    has_files: bool = False
    template: str = "assurance/deed.html"
    also: Callable[[Any, dt.date], dict[str, Any]] = field(default=lambda row, today: {})


@dataclass(frozen=True, slots=True)
class Draft:
    """The kept words of one form of one person."""

    key: str
    user: Any

    @property
    def address(self) -> str:
        """Where the browser sends words that are not saved yet."""
        return reverse("draft_save", args=[self.key])

    @property
    def mark(self) -> str:
        """What tells whose form this is after the session has ended."""
        return draft_mark(self.user, self.key)

    def words(self) -> dict[str, Any]:
        """What was kept, as the form's initial values."""
        kept = draft_of(self.user, self.key)
        return {name: value for name, value in kept.items() if name != MARK and value}

    def forget(self) -> None:
        """Once it is saved."""
        clear_draft(self.user, self.key)


def say_problem(form: ActingForm, problem: Problem) -> None:
    """Put what a rule says beside the field it is about, or above the form."""
    form.add_error(problem.field if problem.field in form.fields else None, problem.words)


def _page(request: HttpRequest, reference: str, deed: Deed) -> HttpResponse:
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, deed.may, reference)
    draft = Draft(f"{deed.name}-{reference}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    chosen = ChosenFile(request, draft.key)
    form = deed.make(
        request.POST if request.method == "POST" else None,
        chosen.files if request.method == "POST" else None,
        kept,
        row,
        request.user,
        today,
    )
    if request.method == "POST" and chosen.check(form):
        try:
            said = deed.do(by, row, form, today)
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            chosen.forget()
            messages.success(request, said)
            return redirect("action", reference)
    chosen.hold(form)
    context = {
        "deed": deed,
        "row": row,
        "form": form,
        "draft": draft,
        "chosen": chosen,
        "is_resumed": bool(kept),
        "today": today,
        **deed.also(row, today),
    }
    return render(request, deed.template, context, status=UNPROCESSABLE if form.errors else 200)


def deed_page(deed: Deed) -> Callable[..., HttpResponse]:
    """The view of a deed; the name of its route is "action_" and the deed's name."""

    @door(deed.may)
    @require_http_methods(["GET", "POST"])
    def page(request: HttpRequest, reference: str) -> HttpResponse:
        return _page(request, reference, deed)

    return page
