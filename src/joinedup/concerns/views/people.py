"""The people in a concern: added, their ages, and which records of people they are."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.concerns import actions
from joinedup.concerns.choices import Allegation, PersonRole
from joinedup.concerns.forms.triage import AgeForm, LinkForm, NameForm, PersonForm, UntieForm
from joinedup.concerns.queries.choosing import staff_named
from joinedup.concerns.queries.known import given_of, known_of_one
from joinedup.concerns.queries.one import concern_to, earlier_names_of, person_of
from joinedup.concerns.rules.new import NewPerson
from joinedup.concerns.views.triage import _deed
from joinedup.subjects.forms import FindForm, learnt_in
from joinedup.subjects.queries.known import who_is_known_to_decide

__all__ = [
    "concern_age",
    "concern_age_seen",
    "concern_link",
    "concern_name",
    "concern_person",
    "concern_who",
]

UNPROCESSABLE = 422
NOT_KNOWN = "none"
"""What the button says for somebody whom no record found is about."""


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_person(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a person to the concern."""
    by = by_request(request)
    row = concern_to(by, reference)
    form = PersonForm(request.POST or None, people=staff_named(timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        texts = ("name", "words", "age_words", "lives", "found", "phone", "person")
        new = NewPerson(
            role=PersonRole(said["role"]),
            born_on=said["born_on"],
            is_unborn=said["is_unborn"],
            works_with=Allegation(said["works_with"] or ""),
            **{name: said[name] for name in texts},
        )
        if tried(form, lambda: actions.add_person(by, reference, new)) is not None:
            messages.success(request, "Added.")
            return redirect("concern", reference)
    return _deed(request, row, form, "Add somebody to this concern", "Add them")


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_age(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Write down what was learnt about an age."""
    by = by_request(request)
    row = concern_to(by, reference)
    person = person_of(row, pk)
    initial = {"born_on": person.born_on, "age_words": person.age_words}
    form = AgeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if tried(form, lambda: actions.correct_age(by, reference, pk, **said)) is not None:
            messages.success(request, "Saved. The rules have looked again.")
            return redirect("concern", reference)
    return _deed(request, row, form, f"How old is {person}?", "Save")


@door(May.TRIAGE)
@require_POST
def concern_age_seen(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Confirm as the second person the document that shows an older age."""
    by = by_request(request)
    row = concern_to(by, reference)
    person_of(row, pk)
    try:
        actions.confirm_age(by, reference, pk)
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Confirmed. The older age counts from now on.")
    return redirect("concern", reference)


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_name(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Correct what somebody is called; what stood there before is kept and shown."""
    by = by_request(request)
    row = concern_to(by, reference)
    person = person_of(row, pk)
    form = NameForm(request.POST or None, initial={"name": person.name})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        act = partial(actions.correct_name, by, reference, pk, said["name"], said["reason"])
        if tried(form, act) is not None:
            messages.success(request, "Corrected. Look again whether they are known.")
            return redirect("concern", reference)
    before = earlier_names_of(person)
    lead = "What stood there before is kept, with your reason."
    if before:
        lead += " Before: " + "; ".join(f"“{name}”, {why}" for name, why in before) + "."
    return _deed(request, row, form, f"What is {person} called?", "Correct it", lead)


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_who(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Which record of people somebody is: who may be known from what was told, or from what else
    one knows. What is typed goes in the body, never in the address."""
    by = by_request(request)
    row = concern_to(by, reference)
    person = person_of(row, pk)
    today = timezone.localdate()
    form = FindForm(request.POST or None, initial=FindForm.start(given_of(person)))
    if request.method == "POST" and form.is_valid():
        known = who_is_known_to_decide(by, form.given(), today=today)
    else:
        known = known_of_one(by, person, today)
    context = {"concern": row, "person": person, "form": form, "known": known}
    context["untie"] = UntieForm() if person.subject_id else None
    return render(request, "concerns/who.html", context)


@door(May.TRIAGE)
@require_POST
def concern_link(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Say which record of people somebody is, begin a new one, or say that they are not known yet."""
    by = by_request(request)
    row = concern_to(by, reference)
    person = person_of(row, pk)
    form = LinkForm(request.POST)
    if not form.is_valid():
        raise Refused("No such record.")
    subject, learnt = form.cleaned_data["subject"], learnt_in(request.POST)
    if subject == NOT_KNOWN and person.subject_id:
        return _untied(request, by, row, person)
    if subject == NOT_KNOWN:
        actions.not_known_yet(by, reference, pk)
        messages.success(request, "Recorded: none of the records found is theirs.")
    elif tried(form, partial(actions.link_person, by, reference, pk, subject, learnt)) is not None:
        said = "They are tied to the record." if subject else "A record of them is begun."
        messages.success(request, said)
    else:
        messages.error(request, " ".join(str(one) for one in form.non_field_errors()))
    return redirect("concern", reference)


def _untied(request: HttpRequest, by: By, row: Any, person: Any) -> HttpResponse:
    untie = UntieForm(request.POST)
    at = (row.reference, person.pk)
    if untie.is_valid():
        said = untie.cleaned_data["reason"]
        if tried(untie, lambda: actions.not_known_yet(by, *at, said)) is not None:
            messages.success(request, "Recorded: none of the records found is theirs.")
            return redirect("concern", row.reference)
    known = known_of_one(by, person, timezone.localdate())
    context = {"concern": row, "person": person, "known": known, "untie": untie}
    context["form"] = FindForm(initial=FindForm.start(given_of(person)))
    return render(request, "concerns/who.html", context, status=UNPROCESSABLE)
