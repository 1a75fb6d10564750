"""The chase list, chasing now, how a plan is chased, and the reminders of one action."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.limits import limit
from joinedup.access.permission import record_list
from joinedup.assurance.actions.chasing import chase_now, revoke_answers, set_chasing
from joinedup.assurance.forms.acting import with_version
from joinedup.assurance.forms.chasing import ChaseFilter, PlanChasingForm
from joinedup.assurance.queries.chase_letters import Letter, written
from joinedup.assurance.queries.chase_list import (
    SHOWS,
    ChaseChoice,
    action_chases,
    by_agency,
    chase_page,
    plans_to_chase,
    preview,
)
from joinedup.assurance.queries.chase_scope import leads_to_choose, may_of
from joinedup.assurance.queries.chase_settings import chase_settings
from joinedup.assurance.queries.choosing import people_to_choose, person_called
from joinedup.assurance.queries.one import action_to, plan_to
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.views.acting import UNPROCESSABLE

__all__ = ["action_reminders", "chase_list", "chase_send", "plan_chasing"]

SHOWN_LINK = "a-link-of-their-own"


def _site(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _choice(given: QueryDict) -> ChaseChoice:
    show = given.get("show", "")
    return ChaseChoice(
        lead=given.get("lead", "")[:24],
        agency=given.get("agency", "")[:24],
        plan=given.get("plan", "")[:24],
        action=given.get("action", "")[:24],
        show=show if show in SHOWS else "",
    )


def _address(choice: ChaseChoice) -> str:
    parts = {
        "lead": choice.lead,
        "agency": choice.agency,
        "plan": choice.plan,
        "action": choice.action,
        "show": choice.show,
    }
    return urlencode({name: value for name, value in parts.items() if value})


@door(May.READ_PLANS)
@require_GET
def chase_list(request: HttpRequest) -> HttpResponse:
    """What is owed, by whom, how late, when it was last chased and what comes next. Who leads plans
    chases from here; everybody else reads what of it they may read."""
    user: Any = request.user
    today = timezone.localdate()
    choice = _choice(request.GET)
    counts = by_agency(user, choice, today)
    page, rows = chase_page(user, choice, today, request.GET.get("page"))
    shown = [row.action.reference for row in rows]
    record_list(by_request(request), "assurance.chase_list", _address(choice), shown)
    form = ChaseFilter(
        request.GET,
        agencies=[(one.reference, one.name) for one in counts],
        plans=plans_to_chase(user, today),
        leads=leads_to_choose(user, today),
    )
    return render(
        request,
        "assurance/chase_list.html",
        {
            "page": page,
            "rows": rows,
            "counts": counts,
            "form": form,
            "choice": choice,
            "address": _address(choice),
            "failed": sum(one.failed for one in counts),
            "silent": sum(one.unanswered > 0 for one in counts),
            "may_chase": may_of(user) is May.EDIT_PLANS,
            "agency": next((one for one in counts if one.reference == choice.agency), None),
            "today": today,
        },
    )


def _shown(letter: Letter, site: str, today: dt.date) -> dict[str, Any]:
    until = timezone.localdate() + dt.timedelta(seconds=limit("link.answer_lifetime"))
    subject, body = written(letter, {}, site, today=today, until=until, shown=SHOWN_LINK)
    return {
        "name": letter.who.name,
        "address": letter.who.address,
        "subject": subject,
        "body": body,
        "count": letter.count,
    }


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def chase_send(request: HttpRequest) -> HttpResponse:
    """Look at the messages that would go out, and send them."""
    user: Any = request.user
    today = timezone.localdate()
    choice = _choice(request.POST if request.method == "POST" else request.GET)
    found = preview(user, choice, today)
    back = f"{reverse('chase_list')}?{_address(choice)}"
    if choice.action:
        back = reverse("action_reminders", args=[choice.action])
    if request.method == "POST":
        try:
            sent = chase_now(by_request(request), found.references, _site(request), today=today)
        except Problem as problem:
            messages.error(request, problem.words)
        else:
            words = "One message is" if sent == 1 else f"{sent} messages are"
            messages.success(request, f"{words} on the way. Each reminder stands in its action.")
        return redirect(back)
    record_list(by_request(request), "assurance.chase_preview", _address(choice), found.references)
    context = {
        "letters": [_shown(one, _site(request), today) for one in found.letters],
        "nobody": found.nobody,
        "done_today": found.done_today,
        "choice": choice,
        "back": back,
    }
    return render(request, "assurance/chase_send.html", context)


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def plan_chasing(request: HttpRequest, reference: str) -> HttpResponse:
    """The steps by which one plan is chased."""
    today = timezone.localdate()
    by = by_request(request)
    plan = plan_to(by, May.EDIT_PLANS, reference)
    found = chase_settings(plan, today)
    start = {
        "is_chased": found.is_chased,
        "lead": found.lead,
        "version": found.version,
        **{f"step_{key}": day for key, day in found.days.items()},
    }
    data = request.POST if request.method == "POST" else None
    form = PlanChasingForm(data, initial=start, steps=found.steps, people=people_to_choose(today))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        lead = person_called(said["lead"]) if said["lead"] else None
        try:
            set_chasing(
                by, reference, said["version"] or 0, is_chased=said["is_chased"],
                days=form.days(), lead=lead, today=today,
            )  # fmt: skip
        except Stale as stale:
            form.data = with_version(form.data, "version", found.version)
            form.add_error(None, stale.words)
        except Problem as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.words)
        else:
            messages.success(request, "The reminders of this plan are set.")
            return redirect("plan_settings", reference)
    context = {"plan": plan, "form": form, "rule": found.rule_title}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/plan_chasing.html", context, status=status)


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def action_reminders(request: HttpRequest, reference: str) -> HttpResponse:
    """The reminders of one action, and a way to stop the links that were sent."""
    today = timezone.localdate()
    by = by_request(request)
    if request.method == "POST":
        stopped = revoke_answers(by, reference)
        words = "No link was open." if not stopped else "The links no longer work."
        messages.success(request, words)
        return redirect("action_reminders", reference)
    row = action_to(by, May.EDIT_PLANS, reference)
    context = {"chased": action_chases(by, row, today), "row": row, "today": today}
    return render(request, "assurance/action_reminders.html", context)
