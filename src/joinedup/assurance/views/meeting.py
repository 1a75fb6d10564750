"""The meeting view: the whole plan on a projector, row by row, each row saved by itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused
from joinedup.assurance.actions import agree_many
from joinedup.assurance.actions.meeting import Said, say_in_meeting
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.forms.acting import with_version
from joinedup.assurance.forms.plans import ROW_PARTS, MeetingForm, RowForm
from joinedup.assurance.queries.meeting import MeetingRow, meeting_rows, one_meeting_row
from joinedup.assurance.queries.one import action_to
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.rules.telling import FIELD_WORDS, value_words
from joinedup.assurance.views.acting import UNPROCESSABLE, Draft, say_problem
from joinedup.assurance.writing.thread import Behalf
from joinedup.audit.actor import By

__all__ = ["meeting", "meeting_agree", "meeting_row"]

CONFLICT = 409
THEIRS = {"latest": "Said last", "next_on": "Due"}


@dataclass(slots=True)
class Shown:
    """One row of the grid: how it stands, what was typed, and what came of saving it."""

    meeting: MeetingRow
    form: RowForm
    is_saved: bool = False
    theirs: list[tuple[str, str]] = field(default_factory=list)

    @property
    def reference(self) -> str:
        """Of the action."""
        return str(self.meeting.row.action.reference)


def _row_form(row: MeetingRow, data: Any, kept: dict[str, Any], today: dt.date) -> RowForm:
    reference = row.row.action.reference
    initial = {name: kept.get(f"{reference}-{name}", "") for name in ROW_PARTS}
    initial["version"] = row.row.action.version
    return RowForm(data, prefix=reference, initial=initial, today=today)


def _behalf(form: MeetingForm, today: dt.date) -> Behalf:
    said = form.cleaned_data
    return Behalf(
        by=said["said_by"] or said["minute"],
        on=said["held_on"] or today,
        how=said["minute"] if said["said_by"] else "",
    )


def _save(by: By, shown: Shown, head: MeetingForm, today: dt.date) -> bool:
    """Save one row; whether it was. What stands in the way is said at the row."""
    if not (head.is_valid() and shown.form.is_valid()):
        return False
    said = shown.form.cleaned_data
    try:
        say_in_meeting(
            by,
            shown.reference,
            said["version"],
            Said(said["words"], said["status"], said["due_on"], said["next_review_on"]),
            today=today,
            behalf=_behalf(head, today),
            minute=head.cleaned_data["minute"],
        )
    except Stale as stale:
        shown.theirs = [
            (THEIRS.get(name) or FIELD_WORDS[name], value_words(name, value, {}) or "nothing")
            for name, value in stale.theirs.items()
        ]
        name, version = f"{shown.reference}-version", shown.meeting.row.action.version
        data = with_version(shown.form.data, name, version)
        shown.form = RowForm(data, prefix=shown.reference, today=today)
        return False
    except Problem as problem:
        say_problem(shown.form, problem)
        return False
    return True


def _to_show(one: Shown) -> bool:
    """Whether a row belongs on a page of what is open: also one that was just closed here."""
    is_open = one.meeting.row.action.status not in CLOSED
    return is_open or one.is_saved or bool(one.theirs) or one.form.is_bound


@door(May.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """The grid. Without scripts the whole page is one form: a row's button saves that row, and
    what was typed in the others comes back with the page."""
    today = timezone.localdate()
    by = by_request(request)
    plan, rows = meeting_rows(by, reference, today)
    draft = Draft(f"meeting-{reference}", request.user)
    is_post = request.method == "POST"
    kept = {} if is_post else draft.words()
    head = MeetingForm(
        request.POST if is_post else None, initial={"held_on": today, **kept}, today=today
    )
    shown = [
        Shown(row, _row_form(row, request.POST if is_post else None, kept, today)) for row in rows
    ]
    if is_post:
        wanted = request.POST.get("save", "")
        for place, one in enumerate(shown):
            if not one.meeting.may_update or not one.form.says_something():
                shown[place] = Shown(one.meeting, _row_form(one.meeting, None, {}, today))
            elif wanted in ("all", one.reference) and _save(by, one, head, today):
                fresh = one_meeting_row(by, reference, one.reference, today)
                row = fresh or one.meeting
                shown[place] = Shown(row, _row_form(row, None, {}, today), is_saved=True)
            elif wanted not in ("all", one.reference):
                one.form.errors.clear()
        if all(not one.form.is_bound for one in shown):
            draft.forget()
    only_open = request.GET.get("show") == "open"
    failed = is_post and any((one.form.is_bound and one.form.errors) or one.theirs for one in shown)
    context = {
        "plan": plan,
        "head": head,
        "rows": [one for one in shown if not only_open or _to_show(one)],
        "only_open": only_open,
        "closed": sum(one.meeting.row.action.status in CLOSED for one in shown),
        "draft": draft,
        "is_resumed": any(key.endswith(tuple(f"-{name}" for name in ROW_PARTS)) for key in kept),
        "saved": sum(one.is_saved for one in shown),
        "waiting": [one for one in shown if one.meeting.may_agree],
        "today": today,
    }
    status = UNPROCESSABLE if failed or head.errors else 200
    return render(request, "assurance/meeting.html", context, status=status)


@door(May.UPDATE_ACTIONS)
@require_POST
def meeting_row(request: HttpRequest, reference: str, action: str) -> HttpResponse:
    """Save one row and send that row back: 200 saved, 409 changed by another, 422 not yet right."""
    today = timezone.localdate()
    by = by_request(request)
    action_to(by, May.UPDATE_ACTIONS, action)
    row = one_meeting_row(by, reference, action, today)
    if row is None or not row.may_update:
        raise Refused("No such record.")
    head = MeetingForm(request.POST, today=today)
    shown = Shown(row, _row_form(row, request.POST, {}, today))
    status = 200
    if _save(by, shown, head, today):
        fresh = one_meeting_row(by, reference, action, today) or row
        shown = Shown(fresh, _row_form(fresh, None, {}, today), is_saved=True)
    else:
        status = CONFLICT if shown.theirs else UNPROCESSABLE
    context = {"one": shown, "head": head, "today": today, "plan_reference": reference}
    return render(request, "assurance/meeting_one.html", context, status=status)


@door(May.AGREE)
@require_POST
def meeting_agree(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the meeting agreed the ticked completions, citing its minute."""
    today = timezone.localdate()
    chosen = request.POST.getlist("agreed")
    try:
        agree_many(by_request(request), chosen, request.POST.get("minute", ""), today=today)
    except Problem as problem:
        messages.error(request, problem.words)
    else:
        messages.success(request, f"Agreed by the meeting: {len(chosen)}.")
    return redirect("meeting", reference)
