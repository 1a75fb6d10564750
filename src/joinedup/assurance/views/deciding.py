"""Dates that were put forward, and assurances: what is done to them after they were written."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused
from joinedup.assurance.actions import (
    accept_assurance,
    approve_date,
    end_assurance,
    refuse_date,
    rest_assurance,
    take_back_date,
)
from joinedup.assurance.actions.dates import Decision
from joinedup.assurance.choices import DatesBy
from joinedup.assurance.forms.proving import DateDecisionForm, EndToldForm, NothingForm, RestForm
from joinedup.assurance.queries.one import action_to
from joinedup.assurance.queries.proving import assurance_of, evidence_to_choose, proposal_of
from joinedup.assurance.views.one_form import FormPage, one_form
from joinedup.pages.dates import long_date

__all__ = ["date_decide", "date_take_back", "told_accept", "told_end", "told_rest"]

BOTH = ["GET", "POST"]


def _caption(row: Any) -> str:
    return f"{row.code} {row.title}".strip()[:120]


@door(May.EDIT_PLANS)
@require_http_methods(BOTH)
def date_decide(request: HttpRequest, reference: str, proposal: str) -> HttpResponse:
    """Record what was decided on a new date."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.EDIT_PLANS, reference)
    found = proposal_of(row, proposal)
    if found is None:
        raise Refused("No such date.")
    before = long_date(found.due_before) if found.due_before else "no date"
    page = FormPage(
        "Decide on the new date",
        "Record the decision",
        ("action", reference),
        _caption(row),
        f"date-{proposal}",
        f"{long_date(found.due_on)} in place of {before}. {found.reason}",
    )

    def do(form: Any) -> str:
        said = form.cleaned_data
        decision = Decision(said["body"], said["on"], said["minute"], said["words"])
        if said["how"] == "approved":
            approve_date(by, proposal, decision, today=today)
            return f"Now due {long_date(found.due_on)}. The earlier date is kept."
        refuse_date(by, proposal, decision, today=today)
        return "The date stays as it is. The reason is kept."

    return one_form(
        request,
        page,
        lambda data, kept: DateDecisionForm(
            data,
            initial={"body": row.plan.body, **kept},
            today=today,
            since=found.proposed_on,
            by_meeting=row.plan.dates_by == DatesBy.BODY,
        ),
        do,
    )


@door(May.UPDATE_ACTIONS)
@require_http_methods(BOTH)
def date_take_back(request: HttpRequest, reference: str, proposal: str) -> HttpResponse:
    """Take back a date that waits."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.UPDATE_ACTIONS, reference)
    found = proposal_of(row, proposal)
    if found is None:
        raise Refused("No such date.")
    page = FormPage(
        "Take the new date back",
        "Take it back",
        ("action", reference),
        _caption(row),
        f"back-{proposal}",
        f"{long_date(found.due_on)}. {found.reason}",
    )

    def do(form: Any) -> str:
        take_back_date(by, proposal, today=today)
        return "Taken back. The date stays as it was."

    return one_form(request, page, lambda data, kept: NothingForm(data, today=today), do)


def _told_page(row: Any, told: str, heading: str, submit: str, deed: str) -> FormPage:
    found = assurance_of(row, told)
    if found is None:
        raise Refused("No such assurance.")
    words = f"{found.agency.name}, {found.said_by}, {long_date(found.said_on)}: {found.words}"
    back = ("action", row.reference)
    return FormPage(heading, submit, back, _caption(row), f"{deed}-{told}", words)


@door(May.UPDATE_ACTIONS)
@require_http_methods(BOTH)
def told_rest(request: HttpRequest, reference: str, told: str) -> HttpResponse:
    """Say on which evidence an assurance rests."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.UPDATE_ACTIONS, reference)
    page = _told_page(row, told, "What does this assurance rest on?", "Rest it on this", "rest")

    def make(data: Any, kept: dict[str, Any]) -> RestForm:
        return RestForm(data, initial=kept, today=today, evidence=evidence_to_choose(row))

    def do(form: Any) -> str:
        rest_assurance(by, told, form.cleaned_data["evidence"], today=today)
        return "The assurance rests on this evidence now."

    return one_form(request, page, make, do)


@door(May.CHALLENGE)
@require_http_methods(BOTH)
def told_accept(request: HttpRequest, reference: str, told: str) -> HttpResponse:
    """Accept an assurance after looking at its evidence."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.CHALLENGE, reference)
    page = _told_page(
        row, told, "Accept this assurance", "I have looked at the evidence and accept it", "accept"
    )

    def do(form: Any) -> str:
        accept_assurance(by, told, today=today)
        return "Accepted, with your name and today’s date."

    return one_form(request, page, lambda data, kept: NothingForm(data, today=today), do)


@door(May.UPDATE_ACTIONS)
@require_http_methods(BOTH)
def told_end(request: HttpRequest, reference: str, told: str) -> HttpResponse:
    """End an assurance, with the reason."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.UPDATE_ACTIONS, reference)
    page = _told_page(row, told, "End this assurance", "End it", "endtold")

    def do(form: Any) -> str:
        end_assurance(by, told, form.cleaned_data["reason"], today=today)
        return "Ended. It stays on record."

    return one_form(
        request, page, lambda data, kept: EndToldForm(data, initial=kept, today=today), do
    )
