"""Services that help people, and the numbers to ring by day and by night. No person stands here."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from joinedup.access.references import new_reference
from joinedup.directory.choices import HelpFor, HelpHours, Room, Seen, ServiceState


def service_reference() -> str:
    """A new reference for a service."""
    return new_reference("SV")


def help_number_reference() -> str:
    """A new reference for a help number."""
    return new_reference("HN")


def open_referral_id() -> str:
    """A new identifier of the Open Referral standard."""
    return str(uuid.uuid4())


class Service(models.Model):
    """One service, in the shape of Open Referral UK: who may use it, where, how to reach it, and
    when somebody last checked all that.

    `topics` are keys of the rule `directory.topics`, `areas` names of areas (none: everywhere),
    `extra` what came in with an import and has no column of its own.
    """

    open_because = "A service is published for everybody."

    reference = models.CharField(max_length=24, unique=True, default=service_reference)
    oruk_id = models.CharField(max_length=80, unique=True, default=open_referral_id)
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True)
    topics = models.JSONField(default=list, blank=True)
    eligibility = models.TextField(blank=True)
    from_age = models.PositiveSmallIntegerField(null=True, blank=True)
    to_age = models.PositiveSmallIntegerField(null=True, blank=True)
    areas = models.JSONField(default=list, blank=True)
    languages = models.JSONField(default=list, blank=True)
    cost = models.CharField(max_length=300, blank=True)
    room = models.CharField(max_length=10, choices=Room.choices, default=Room.UNKNOWN)
    room_note = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    phone_note = models.CharField(max_length=300, blank=True)
    text_number = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    place = models.CharField(max_length=300, blank=True)
    seen = models.CharField(max_length=10, choices=Seen.choices, default=Seen.UNKNOWN)
    seen_note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=ServiceState.choices, default=ServiceState.OPEN)
    withdrawn_reason = models.CharField(max_length=300, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    extra = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(from_age__isnull=True)
                | Q(to_age__isnull=True)
                | Q(to_age__gte=F("from_age")),
                name="directory_ages_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=ServiceState.WITHDRAWN) | ~Q(withdrawn_reason=""),
                name="directory_withdrawn_says_why",
            ),
        ]
        indexes = [models.Index(fields=["state", "name"], name="directory_by_name")]

    def __str__(self) -> str:
        return self.name


class HelpNumber(models.Model):
    """A number to ring about a child or an adult, with its hours and the dates it holds. A change
    is a new row; the old one ends the day before.

    `area` is empty for the council's own area. `days` are days of the week, 1 is Monday.
    """

    open_because = "Help numbers are published for everybody."

    reference = models.CharField(max_length=24, unique=True, default=help_number_reference)
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=40)
    note = models.CharField(max_length=300, blank=True)
    area = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=10, choices=HelpFor.choices)
    hours = models.CharField(max_length=10, choices=HelpHours.choices)
    days = models.JSONField(default=list, blank=True)
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    is_open_on_bank_holidays = models.BooleanField(default=False)
    source = models.CharField(max_length=300, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="directory_number_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(hours=HelpHours.ALWAYS)
                | Q(opens__isnull=False, closes__isnull=False, closes__gt=F("opens")),
                name="directory_hours_are_told",
            ),
        ]
        indexes = [models.Index(fields=["area", "from_on"], name="directory_by_area")]

    def __str__(self) -> str:
        return self.title
