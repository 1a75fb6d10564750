"""Meetings about a case, with what came of them and who came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import Agency
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import Came, EnquiryKind, MeetingKind, MeetingResult
from joinedup.cases.models import Attendance, CaseMeeting, Enquiry
from joinedup.cases.writing import held, still_open, user_of

__all__ = ["Attended", "NewMeeting", "correct_attendance", "record_meeting"]


@dataclass(frozen=True, slots=True)
class Attended:
    """One organisation at a meeting. `agency` is its reference, `who` a post or a name."""

    agency: str
    who: str
    came: str


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting that was held. `enquiry` is the reference of the enquiry that a strategy discussion
    is about, empty for none."""

    kind: str
    held_on: dt.date
    result: str
    attended: Sequence[Attended]
    words: str = ""
    enquiry: str = ""


@action
def record_meeting(
    by: By, reference: str, new: NewMeeting, *, today: dt.date, may: May = May.WORK_CASES
) -> CaseMeeting:
    """Record a meeting about a case with what came of it and who came, sent apologies or stayed
    away. Raises Problem for a day to come, a kind or outcome that is none, or nobody asked."""
    case = held(by, may, reference)
    still_open(case)
    if new.kind not in MeetingKind.values:
        raise Problem("Choose which meeting it was.", "kind")
    if new.result not in MeetingResult.values:
        raise Problem("Choose what came of it.", "result")
    if new.held_on > today:
        raise Problem("This day is still to come.", "on")
    made = CaseMeeting.objects.create(
        case=case, enquiry=_enquiry(case.pk, new), kind=new.kind, held_on=new.held_on,
        result=new.result, words=new.words.strip(), recorded_by=user_of(by),
    )  # fmt: skip
    count = _keep(made, new.attended)
    record(by, "cases.record_meeting", reference, meeting=made.pk, sort=new.kind, count=count)
    return made


def _enquiry(case_id: int, new: NewMeeting) -> Enquiry | None:
    if not new.enquiry:
        return None
    row = Enquiry.objects.filter(case=case_id, reference=new.enquiry).first()
    if row is None:
        raise Refused("No such record.")
    if new.kind != MeetingKind.STRATEGY or row.kind == EnquiryKind.SECTION_42:
        raise Problem("Only a strategy discussion belongs to such an enquiry.", "kind")
    return row


@action
def correct_attendance(
    by: By,
    reference: str,
    meeting: int,
    attended: Sequence[Attended],
    *,
    may: May = May.WORK_CASES,
) -> CaseMeeting:
    """Correct who came to a meeting: rows with another answer are changed, new ones added. Nobody is
    taken off: whoever was asked was asked. Raises Problem."""
    case = held(by, may, reference)
    still_open(case)
    row = CaseMeeting.objects.filter(case=case, pk=meeting).first()
    if row is None:
        raise Refused("No such record.")
    count = _keep(row, attended)
    record(by, "cases.correct_attendance", reference, meeting=row.pk, count=count)
    return row


def _keep(meeting: CaseMeeting, attended: Sequence[Attended]) -> int:
    if not attended:
        raise Problem("Say of at least one organisation whether it came.", "agency_1")
    known = {one.reference: one for one in Agency.objects.filter(
        reference__in=[one.agency for one in attended])}  # fmt: skip
    for place, one in enumerate(attended, start=1):
        if one.agency not in known:
            raise Problem("Choose the organisation.", f"agency_{place}")
        if not one.who.strip():
            raise Problem("Write which post or person it sent, or should have.", f"who_{place}")
        if one.came not in Came.values:
            raise Problem("Say whether they came.", f"came_{place}")
        Attendance.objects.update_or_create(
            meeting=meeting, agency=known[one.agency], who=one.who.strip()[:200],
            defaults={"came": one.came},
        )  # fmt: skip
    return len(attended)
