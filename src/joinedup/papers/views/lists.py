"""The list of papers, and a paper begun."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds, record_list
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, say_problem
from joinedup.papers.actions import start
from joinedup.papers.forms.front import StartForm
from joinedup.papers.queries.kinds import rules_on
from joinedup.papers.queries.listing import kinds_by_use
from joinedup.papers.queries.listing import papers as papers_for
from joinedup.papers.queries.one import plans_to_choose

__all__ = ["paper_start", "papers"]


@door(May.READ_PAPERS)
@require_GET
def papers(request: HttpRequest) -> HttpResponse:
    """Papers in work for who prepares or clears them, published ones for everybody."""
    today = timezone.localdate()
    view = papers_for(request.user, rules_on(today))  # type: ignore[arg-type]
    record_list(by_request(request), "papers.list", "", view.references)
    context = {
        "view": view,
        "may_prepare": holds(request.user, May.PREPARE_PAPERS),  # type: ignore[arg-type]
        "today": today,
    }
    return render(request, "papers/papers.html", context)


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_start(request: HttpRequest) -> HttpResponse:
    """Begin a paper; words of the last one of its sort come along."""
    today = timezone.localdate()
    rules = rules_on(today)
    user: Any = request.user
    form = StartForm(
        request.POST or None,
        today=today,
        kinds=[(one.code, one.title, one.text) for one in kinds_by_use(user, rules)],
        plans=plans_to_choose(user),
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = start(
                by_request(request),
                said["kind"],
                said["subject"],
                today=today,
                body=said["body"],
                meeting_on=said["meeting_on"],
                plans=said["plans"],
            )
        except Problem as problem:
            say_problem(form, problem)
        else:
            told = "The paper is begun."
            if made.follows_id:
                told += " The words of the last one are in it: read them before you send it on."
            messages.success(request, told)
            return redirect("paper_work", made.reference)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/start.html", {"form": form}, status=status)
