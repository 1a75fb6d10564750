"""Meetings about a case and who came to them; organisations counted over cases."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import record_list
from joinedup.audit.actor import By
from joinedup.cases import actions
from joinedup.cases.actions import Attended, NewMeeting
from joinedup.cases.choices import MeetingKind
from joinedup.cases.forms.meetings import AttendanceForm, MeetingForm
from joinedup.cases.queries.choosing import agencies_to_choose
from joinedup.cases.queries.meetings import asked_to, attendances_of, attended_at
from joinedup.pages.rules import day_asked, number_asked
from joinedup.referrals.views.deeds import Asking, Deed

__all__ = ["MEETINGS", "attendance_numbers"]

A_YEAR = dt.timedelta(days=365)
Said = dict[str, Any]


def _meeting(one: Asking) -> MeetingForm:
    asked = [Attended(*row, "") for row in asked_to(one.row)]
    start = {"kind": MeetingKind.STRATEGY} if one.part else {}
    return MeetingForm(one.data, initial=start, agencies=agencies_to_choose(), asked=asked)


def _record(by: By, one: Asking, said: Said) -> str:
    new = NewMeeting(
        said["kind"], said["on"] or one.today, said["result"], _rows(said), said["words"],
        enquiry=one.part,
    )  # fmt: skip
    actions.record_meeting(by, one.row.reference, new, today=one.today)
    return "The meeting is recorded, with who came."


def _rows(said: Said) -> list[Attended]:
    places = sorted(int(name.removeprefix("came_")) for name in said if name.startswith("came_"))
    rows = [Attended(said[f"agency_{n}"], said[f"who_{n}"], said[f"came_{n}"]) for n in places]
    return [one for one in rows if one.came]


def _attendance(one: Asking) -> AttendanceForm:
    asked = [Attended(*row) for row in attended_at(one.row, one.part)] if one.part else []
    return AttendanceForm(one.data, agencies=agencies_to_choose(), asked=asked)


def _correct(by: By, one: Asking, said: Said) -> str:
    number = number_asked(one.part)
    actions.correct_attendance(by, one.row.reference, number, _rows(said))
    return "Who came is corrected."


MEETINGS: tuple[Deed, ...] = (
    Deed("meeting", May.WORK_CASES, "Record a meeting and who came", "Record it", _meeting, _record,
         "Everybody in the team of the case stands here already. Answer for those who were asked."),
    Deed("attendance", May.WORK_CASES, "Correct who came", "Save", _attendance, _correct,
         "Change an answer, or add somebody. Nobody is taken off: whoever was asked was asked."),
)  # fmt: skip


@door(May.READ_CASES)
@require_safe
def attendance_numbers(request: HttpRequest) -> HttpResponse:
    """Organisations and how often they came to meetings about cases. Names nobody."""
    today, by = timezone.localdate(), by_request(request)
    from_on = day_asked(request.GET.get("from", ""), today - A_YEAR)
    to_on = day_asked(request.GET.get("to", ""), today)
    found = attendances_of(by.user, from_on, to_on, today, request.GET.get("meeting", ""))
    record_list(by, "cases.attendance", f"{from_on}:{to_on}:{found.kind}", [])
    context = {"found": found, "from_on": from_on, "to_on": to_on, "kinds": MeetingKind.choices}
    return render(request, "cases/attendance.html", context)
