"""Meetings about a case: what came of them, and which organisations came."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, User
from joinedup.cases.choices import Came, MeetingKind, MeetingResult
from joinedup.cases.models.case import Case
from joinedup.cases.models.enquiries import Enquiry


class CaseMeeting(models.Model):
    """A child in need meeting, a strategy discussion or another meeting about a case, with what came
    of it. A strategy discussion names the enquiry that it is about, where one is recorded."""

    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="meetings")
    enquiry = models.ForeignKey(
        Enquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings"
    )
    kind = models.CharField(max_length=14, choices=MeetingKind.choices)
    held_on = models.DateField()
    result = models.CharField(max_length=14, choices=MeetingResult.choices)
    words = models.TextField(blank=True)
    recorded_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(enquiry__isnull=True) | Q(kind=MeetingKind.STRATEGY),
                name="cases_meeting_of_enquiry",
            )
        ]
        indexes = [models.Index(fields=["held_on"], name="cases_meeting_by_day")]


class Attendance(models.Model):
    """One organisation at a meeting: who it sent, by post or name, and whether they came."""

    guarded_through = "meeting__case"

    meeting = models.ForeignKey(CaseMeeting, on_delete=models.PROTECT, related_name="attendances")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=200)
    came = models.CharField(max_length=10, choices=Came.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "agency", "who"], name="cases_attends_once"),
            models.CheckConstraint(condition=~Q(who=""), name="cases_attendance_says_who"),
        ]
