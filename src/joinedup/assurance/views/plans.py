"""Plans: the list, one plan in its printed layout, its settings, its end, one added by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds, record_list
from joinedup.assurance.actions import add_plan, edit_plan, end_plan
from joinedup.assurance.choices import Agreement
from joinedup.assurance.forms.acting import with_version
from joinedup.assurance.forms.plans import AsAtForm, EndForm, PlanForm
from joinedup.assurance.queries import plans as plans_of
from joinedup.assurance.queries.approving import approval_of
from joinedup.assurance.queries.choosing import agencies_to_choose, agency_called, colour_rules
from joinedup.assurance.queries.one import plan_to
from joinedup.assurance.queries.printed_plan import past_plan, printed_plan
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.views.acting import UNPROCESSABLE, Draft, say_problem
from joinedup.assurance.views.action import trail_of

__all__ = ["plan", "plan_add", "plan_end", "plan_settings", "plans"]

SETTINGS = ("title", "body", "dated_on", "agreement", "dates_by", "rag_rule")


@door(May.READ_PLANS)
@require_GET
def plans(request: HttpRequest) -> HttpResponse:
    """The plans of this reader, those that have ended last."""
    today = timezone.localdate()
    rows = list(plans_of(request.user, today))  # type: ignore[arg-type]
    record_list(by_request(request), "assurance.plans", "", [row.reference for row in rows])
    context = {
        "rows": rows,
        "may_add": holds(request.user, May.EDIT_PLANS),  # type: ignore[arg-type]
        "may_import": holds(request.user, May.IMPORT_PLANS),  # type: ignore[arg-type]
        "today": today,
    }
    return render(request, "assurance/plans.html", context)


@door(May.READ_PLANS)
@require_GET
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """One plan as it is today, or with `?on=` as it stood at the end of a day."""
    today = timezone.localdate()
    by = by_request(request)
    asked = AsAtForm(request.GET if request.GET.get("on") else None)
    if asked.is_bound and asked.is_valid() and asked.cleaned_data["on"]:
        on: dt.date = asked.cleaned_data["on"]
        context: dict[str, Any] = {"past": past_plan(by, reference, on), "asked": asked, "on": on}
        return render(request, "assurance/plan_past.html", context)
    printed = printed_plan(by, reference, today)
    context = {
        "printed": printed,
        "plan": printed.plan,
        "approval": approval_of(printed.view),
        "asked": asked,
        "may_edit": May.EDIT_PLANS in printed.mays and printed.plan.ended_on is None,
        "may_import": holds(request.user, May.IMPORT_PLANS),  # type: ignore[arg-type]
        "may_meet": holds(request.user, May.UPDATE_ACTIONS)  # type: ignore[arg-type]
        and printed.plan.ended_on is None,
        "trail": trail_of(request, reference),
        "today": today,
    }
    status = UNPROCESSABLE if asked.errors else 200
    return render(request, "assurance/plan.html", context, status=status)


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def plan_settings(request: HttpRequest, reference: str) -> HttpResponse:
    """Title, body, date and rules of a plan."""
    today = timezone.localdate()
    by = by_request(request)
    found = plan_to(by, May.EDIT_PLANS, reference)
    start = {name: getattr(found, name) for name in (*SETTINGS, "version")}
    form = PlanForm(
        request.POST or None,
        initial=start,
        today=today,
        agencies=[],
        rules=colour_rules(today),
        new=False,
    )
    theirs: dict[str, object] = {}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        wanted = {name: said[name] for name in SETTINGS}
        try:
            edit_plan(by, reference, said["version"] or 0, wanted)
        except Stale as stale:
            theirs = {
                name: value for name, value in stale.theirs.items() if value != wanted.get(name)
            }
            form = _again(form, found.version)
            form.add_error(None, stale.words)
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "The settings are saved.")
            return redirect("plan", reference)
    context = {"plan": found, "form": form, "theirs": theirs, "today": today}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/plan_settings.html", context, status=status)


def _again(form: PlanForm, version: int) -> PlanForm:
    """The same form with what was typed, ready to be saved over the version that stands now."""
    data = with_version(form.data, "version", version)
    again = PlanForm(
        data, today=timezone.localdate(), agencies=[], rules=colour_rules(timezone.localdate()),
        new=False,
    )  # fmt: skip
    again.is_valid()
    return again


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def plan_end(request: HttpRequest, reference: str) -> HttpResponse:
    """End a plan, after asking for day and reason."""
    today = timezone.localdate()
    by = by_request(request)
    found = plan_to(by, May.EDIT_PLANS, reference)
    form = EndForm(request.POST or None, initial={"ended_on": today}, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            end_plan(by, reference, form.cleaned_data["ended_on"], form.cleaned_data["reason"])
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, "The plan has ended. It can still be read.")
            return redirect("plan", reference)
    context = {"plan": found, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/plan_end.html", context, status=status)


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def plan_add(request: HttpRequest) -> HttpResponse:
    """Add an empty plan by hand."""
    today = timezone.localdate()
    draft = Draft("plan-add", request.user)
    agencies = agencies_to_choose()
    kept = draft.words() if request.method == "GET" else {}
    form = PlanForm(
        request.POST or None,
        initial={"agency": agencies[0][0] if agencies else "", **kept},
        today=today,
        agencies=agencies,
        rules=colour_rules(today),
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        agency = agency_called(said["agency"])
        try:
            if agency is None:
                raise Problem("Choose an organisation from the list.", "agency")
            made = add_plan(
                by_request(request),
                said["title"],
                agency,
                body=said["body"],
                dated_on=said["dated_on"],
                agreement=Agreement(said["agreement"]),
                rag_rule=said["rag_rule"],
            )
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, "The plan is there. Now add its actions.")
            return redirect("plan", made.reference)
    context = {"form": form, "draft": draft, "is_resumed": bool(kept)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/plan_add.html", context, status=status)
