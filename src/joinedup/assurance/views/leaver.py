"""Somebody leaves: what stays with their posts, what they own by name, and who takes it over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import record_list
from joinedup.access.problems import Problem as AccessProblem
from joinedup.access.queries import person_record
from joinedup.assurance.actions import leave
from joinedup.assurance.forms.leaver import LeaverForm
from joinedup.assurance.queries.choosing import owners_to_choose
from joinedup.assurance.queries.leaving import leaving
from joinedup.assurance.rules.problem import Problem
from joinedup.pages.dates import plural

__all__ = ["person_leave"]

UNPROCESSABLE = 422


@door(May.MANAGE_PEOPLE)
@require_http_methods(["GET", "POST"])
def person_leave(request: HttpRequest, reference: str) -> HttpResponse:
    """One page: the last day, the posts, the actions by name, and who takes them."""
    user: Any = request.user
    today = timezone.localdate()
    by = by_request(request)
    person = person_record(by, reference)
    theirs = leaving(user, person)
    record_list(by, "assurance.leaving", reference, [one.reference for one in theirs.actions])
    owners = [
        (name, [one for one in group if one[0] != reference])
        for name, group in owners_to_choose(today)
    ]
    form = LeaverForm(
        request.POST or None,
        initial={"on": person.left_on or today},
        owners=owners,
        has_own=theirs.has_own,
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            count = leave(by, reference, said["on"], today=today, new=said.get("new", ""))
        except (Problem, AccessProblem) as problem:
            field = problem.field if problem.field in form.fields else None
            form.add_error(field, str(problem))
        else:
            handed = f" {plural(count, 'action')} handed over." if count else ""
            messages.success(request, f"The last day is noted.{handed}")
            return redirect("person", reference)
    context = {"form": form, "person": person, "theirs": theirs}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/leaver.html", context, status=status)
