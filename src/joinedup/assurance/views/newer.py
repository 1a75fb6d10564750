"""A newer version of a plan: same, changed, new and gone, and what of it to take."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds
from joinedup.assurance.actions.newer import Chosen, say_against, take_newer
from joinedup.assurance.forms.imports import NewerForm
from joinedup.assurance.queries.imports import check_of, import_to_check
from joinedup.assurance.queries.newer import known_owner_references, newer_version
from joinedup.assurance.rules.checking.proposals import date_in
from joinedup.assurance.rules.newer import FIELD_WORDS
from joinedup.assurance.rules.problem import Problem
from joinedup.pages.dates import plural

__all__ = ["against", "newer"]


@door(May.IMPORT_PLANS)
@require_POST
def against(request: HttpRequest, reference: str) -> HttpResponse:
    """Say of which plan a document is a newer version, or that it is a plan of its own."""
    by = by_request(request)
    found = say_against(by, reference, request.POST.get("plan", ""))
    is_done = found.against is not None and check_of(found).progress.may_confirm
    return redirect("newer" if is_done else "check", reference=reference)


@door(May.IMPORT_PLANS)
@require_http_methods(["GET", "POST"])
def newer(request: HttpRequest, reference: str) -> HttpResponse:
    """Both versions side by side. Nothing is ticked for you; on POST what was ticked is taken."""
    by = by_request(request)
    found = import_to_check(by, reference)
    if found.state != "checking":
        return redirect("check", reference=reference)
    checked = check_of(found)
    if found.against is None or not checked.progress.may_confirm:
        return redirect("confirm" if found.against is None else "check", reference=reference)
    both = newer_version(request.user, found, checked, known_owner_references(checked))  # type: ignore[arg-type]
    titles = " ".join(plan.title for plan in checked.reading.plans)
    start = {
        "version": found.version,
        "stamp": both.stamp,
        "dated_on": date_in(titles, checked.reading.year),
    }
    form = NewerForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        fields, rows, ask = form.ticked()
        chosen = Chosen(
            said["stamp"], fields, rows, ask, said["approved_by"], said["answer_due_on"],
            said["dated_on"],
        )  # fmt: skip
        try:
            take_newer(by, reference, chosen, said["version"], today=timezone.localdate())
        except Problem as problem:
            name = problem.field if problem.field in form.fields else None
            form.add_error(name, problem.words)
        else:
            count = len({action for action, _ in fields})
            told = [plural(count, "action") + " changed", plural(len(rows), "action") + " added"]
            messages.success(request, f"Taken from the newer version: {', '.join(told)}.")
            return redirect("plan", reference=found.against.reference)
    context = {
        "found": found,
        "plan": found.against,
        "form": form,
        "rows": both.rows,
        "changed": both.of("changed"),
        "new": both.of("new"),
        "gone": both.of("gone"),
        "same": both.of("same"),
        "words": FIELD_WORDS,
        "may_ask": holds(request.user, May.CHALLENGE),  # type: ignore[arg-type]
        "ticked": set(request.POST.getlist("field")) | set(request.POST.getlist("row"))
        | set(request.POST.getlist("ask")),
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "assurance/newer.html", context, status=status)
