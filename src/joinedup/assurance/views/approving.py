"""A plan before the body that approves it: its versions, putting it there, what was decided."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused, record_list
from joinedup.assurance.actions import (
    approve_version,
    consider_version,
    send_back_version,
    submit_plan,
    take_back_version,
)
from joinedup.assurance.choices import WITH_A_BODY
from joinedup.assurance.forms.proving import SubmitForm, VersionDecisionForm
from joinedup.assurance.queries.approving import approval_of
from joinedup.assurance.queries.one import plan_to
from joinedup.assurance.queries.plans import plan_page
from joinedup.assurance.queries.printed_plan import plan_rights
from joinedup.assurance.queries.proving import rows_of_version, version_of, versions
from joinedup.assurance.views.one_form import FormPage, one_form
from joinedup.pages.dates import long_date

__all__ = ["approval", "plan_submit", "version", "version_decide"]

BOTH = ["GET", "POST"]


@door(May.READ_PLANS)
@require_GET
def approval(request: HttpRequest, reference: str) -> HttpResponse:
    """How the plan stands with the body that approves it, what changed since, every version."""
    user: Any = request.user
    view = plan_page(user, reference, timezone.localdate())
    found = approval_of(view)
    record_list(
        by_request(request),
        "assurance.approval",
        reference,
        [one.reference for one in found.changes],
    )
    may_edit = May.EDIT_PLANS in plan_rights(user, view.plan) and view.plan.ended_on is None
    context = {
        "plan": view.plan,
        "approval": found,
        "versions": versions(view.plan),
        "may_edit": may_edit,
        "may_submit": may_edit and not found.is_waiting and bool(view.sections),
    }
    return render(request, "assurance/approval.html", context)


@door(May.EDIT_PLANS)
@require_http_methods(BOTH)
def plan_submit(request: HttpRequest, reference: str) -> HttpResponse:
    """Put the plan as it stands to a body."""
    today = timezone.localdate()
    by = by_request(request)
    plan = plan_to(by, May.EDIT_PLANS, reference)
    page = FormPage(
        "Put this plan to a body",
        "Put it to this body",
        ("plan_approval", reference),
        plan.title,
        f"submit-{reference}",
        "What the plan holds now is kept as it is, with a fingerprint. Later changes are shown "
        "beside it.",
    )

    def do(form: Any) -> str:
        said = form.cleaned_data
        made = submit_plan(by, reference, said["to_body"], said["words"], today=today)
        return f"Version {made.number} is put to {made.to_body}. Record here what it decides."

    return one_form(
        request,
        page,
        lambda data, kept: SubmitForm(data, initial={"to_body": plan.body, **kept}, today=today),
        do,
    )


@door(May.READ_PLANS)
@require_GET
def version(request: HttpRequest, reference: str, version: str) -> HttpResponse:
    """One version as it was put to the body."""
    user: Any = request.user
    by = by_request(request)
    plan = plan_page(user, reference, timezone.localdate()).plan
    found = version_of(plan, version)
    if found is None:
        raise Refused("No such version.")
    rows = rows_of_version(user, found)
    record_list(by, "assurance.version", reference, [str(row["reference"]) for row in rows])
    context = {"plan": plan, "version": found, "rows": rows}
    return render(request, "assurance/version.html", context)


@door(May.EDIT_PLANS)
@require_http_methods(BOTH)
def version_decide(request: HttpRequest, reference: str, version: str) -> HttpResponse:
    """Record what the body did with a version."""
    today = timezone.localdate()
    by = by_request(request)
    plan = plan_to(by, May.EDIT_PLANS, reference)
    found = version_of(plan, version)
    if found is None or found.state not in WITH_A_BODY:
        raise Refused("No such version.")
    page = FormPage(
        "What did the body decide?",
        "Record it",
        ("plan_approval", reference),
        f"{plan.title}, version {found.number}, put to {found.to_body} on "
        f"{long_date(found.submitted_on)}",
        f"decide-{version}",
    )

    def do(form: Any) -> str:
        said = form.cleaned_data
        on, minute, words = said["on"] or today, said["minute"], said["words"]
        match said["how"]:
            case "considered":
                consider_version(by, version, on, minute, words, today=today)
                return "Recorded: considered, and not decided."
            case "approved":
                approve_version(by, version, on, minute, words, today=today)
                return "Recorded: the plan is approved."
            case "sent_back":
                send_back_version(by, version, on, words, minute, today=today)
                return "Recorded: sent back. Change the plan and put it to the body again."
        take_back_version(by, version, words, today=today)
        return "Taken back."

    return one_form(
        request, page, lambda data, kept: VersionDecisionForm(data, initial=kept, today=today), do
    )
