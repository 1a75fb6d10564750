"""Every promise with a time limit, in one table."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, Guard, Person, Post
from joinedup.access.references import new_reference
from joinedup.clocks.choices import ClockKind, Outcome


def clock_reference() -> str:
    return new_reference("CL")


class Clock(models.Model):
    """One promise: about what, under which rule, owed by whom, from when, due when, kept or not.

    A recurring duty makes one row for each occurrence. `about` is a reference; nothing here says
    a word about a person.
    """

    reference = models.CharField(max_length=24, unique=True, default=clock_reference)
    kind = models.CharField(max_length=12, choices=ClockKind.choices)
    about = models.CharField(max_length=24)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    rule_code = models.CharField(max_length=80)
    rule_hash = models.CharField(max_length=64, blank=True)
    owes_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owes_post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owes_agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    started_on = models.DateField()
    due_on = models.DateField()
    paused_on = models.DateField(null=True, blank=True)
    paused_days = models.PositiveIntegerField(default=0)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    ended_on = models.DateField(null=True, blank=True)
    end_code = models.CharField(max_length=40, blank=True)
    blocks_closing = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(owes_person__isnull=True, owes_post__isnull=True)
                | Q(owes_person__isnull=True, owes_agency__isnull=True)
                | Q(owes_post__isnull=True, owes_agency__isnull=True),
                name="clocks_owed_by_one",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.OPEN, ended_on__isnull=True)
                | (~Q(outcome=Outcome.OPEN) & Q(ended_on__isnull=False)),
                name="clocks_ended_when_not_open",
            ),
            models.UniqueConstraint(
                fields=["about", "kind", "due_on"],
                condition=Q(outcome=Outcome.OPEN),
                name="clocks_one_open_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["about", "due_on"]),
            # in the very order of lists, so that their first rows are read and no others
            models.Index(
                fields=["due_on", "id", "kind"],
                condition=Q(outcome=Outcome.OPEN),
                name="clocks_open_in_order",
            ),
        ]
