"""Whom a case is about, and a closed case about somebody in a new concern."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.drafts import draft_of, save_draft
from joinedup.access.permission import Refused
from joinedup.cases import actions
from joinedup.cases.choices import CaseState
from joinedup.cases.forms.people import VerdictForm
from joinedup.cases.queries.choosing import given_of
from joinedup.cases.queries.one import case_to, person_of
from joinedup.concerns.forms.triage import UntieForm
from joinedup.concerns.queries.earlier import subjects_of
from joinedup.concerns.queries.one import concern_shown, concern_to
from joinedup.concerns.rules.ages import group_of, read_age
from joinedup.subjects.forms import FindForm, learnt_in
from joinedup.subjects.queries.known import who_is_known_to_decide
from joinedup.subjects.rules.given import Given, GivenName

__all__ = ["case_new_concern", "case_open_who", "case_who"]

UNPROCESSABLE = 422
OPENING = "case-open"
"""The draft of a case about somebody who is not known."""
NOT_KNOWN = "none"
"""What the button says that takes a tie back."""


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def case_open_who(request: HttpRequest) -> HttpResponse:
    """Look somebody up before a case is opened about them. What is typed goes in the body, and along
    to the case where nobody found is this person."""
    form = FindForm(request.POST or None)
    known = None
    if request.method == "POST" and form.is_valid():
        if "none" in request.POST:
            start_draft(request.user, form.given())
            return redirect("case_open")
        by, today = by_request(request), timezone.localdate()
        known = who_is_known_to_decide(by, form.given(), today=today)
    return render(request, "cases/open_who.html", {"form": form, "known": known})


def start_draft(user: Any, given: Given) -> None:
    """Keep what was typed of somebody who is not known for the form that opens a case."""
    name = given.names[0] if given.names else GivenName()
    words = " ".join(one for one in (name.forename, name.middle, name.surname) if one)
    age = "" if given.born else str(group_of(read_age(given.age)))
    typed = {"name": words or given.description, "born_on": given.born, "age": age}
    kept = {**draft_of(user, OPENING), **{field: text for field, text in typed.items() if text}}
    lists = {field: text if isinstance(text, list) else [text] for field, text in kept.items()}
    save_draft(user, OPENING, lists)


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def case_who(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Which record of people somebody in a case is: look, choose, or begin one."""
    by = by_request(request)
    row = case_to(by, reference, May.WORK_CASES)
    person = person_of(row, pk)
    today, known = timezone.localdate(), None
    form = FindForm(request.POST or None, initial=FindForm.start(given_of(person)))
    if request.method == "POST" and "subject" in request.POST:
        subject = request.POST["subject"][:24]
        if subject == NOT_KNOWN:
            untie = UntieForm(request.POST)
            if untie.is_valid():
                why = untie.cleaned_data["reason"]
                act = partial(actions.untie_person, by, reference, pk, why, today=today)
                if tried(untie, act) is not None:
                    messages.success(request, "They are tied to no record now.")
                    return redirect("case", reference)
            return _who_page(request, row, person, form, None, untie)
        tie = partial(
            actions.tie_person,
            by,
            reference,
            pk,
            subject,
            today=today,
            learnt=learnt_in(request.POST),
        )
        if tried(form, tie) is not None:
            messages.success(request, "They are tied to the record.")
            return redirect("case", reference)
    elif form.is_valid():
        known = who_is_known_to_decide(by, form.given(), today=today, without=[reference])
    return _who_page(request, row, person, form, known, UntieForm())


def _who_page(
    request: HttpRequest, row: Any, person: Any, form: FindForm, known: Any, untie: UntieForm
) -> HttpResponse:
    context = {"case": row, "person": person, "form": form, "known": known, "untie": untie}
    status = UNPROCESSABLE if form.errors or untie.errors else 200
    return render(request, "cases/who.html", context, status=status)


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def case_new_concern(request: HttpRequest, reference: str, concern: str) -> HttpResponse:
    """A new concern about somebody whose case is closed: open it again, a new case, or neither."""
    today, by = timezone.localdate(), by_request(request)
    row = case_to(by, reference, May.WORK_CASES)
    worry = concern_to(by, concern, May.WORK_CASES)
    known = set(row.subjects.exclude(subject="").values_list("subject", flat=True))
    if row.state != CaseState.CLOSED or not known & set(subjects_of(worry)):
        raise Refused("No such page.")
    form = VerdictForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = tried(
            form,
            lambda: actions.answer_new_concern(
                by, reference, concern, worry.guard, said["verdict"], said["reason"], today=today
            ),
        )
        if made is not None:
            messages.success(request, "It is recorded. Now decide the concern.")
            return redirect("concern", concern)
    context = {
        "case": row,
        "concern": worry,
        "shown": concern_shown(worry, by.user, today),
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "cases/new_concern.html", context, status=status)
