"""Who clears a paper, what the check before publishing found, and what was decided."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Person, User
from joinedup.notices.models import Notice
from joinedup.papers.choices import Found, OnPlans, Verdict
from joinedup.papers.models.paper import Paper
from joinedup.papers.models.parts import Option


class Clearance(models.Model):
    """Somebody who has to sign before the paper goes out. `text_version` is what they signed."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="clearances")
    position = models.PositiveIntegerField(default=0)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=200, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    signed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField(blank=True)
    text_version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "person"], name="papers_clears_once"),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(signed_by__isnull=False),
                name="papers_signed_by_somebody",
            ),
        ]


class PaperReminder(models.Model):
    """A reminder of the last day of something in a paper: of what (`kind` of the clock), to whom, at
    which step."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="reminders")
    kind = models.CharField(max_length=12)
    due_on = models.DateField()
    step = models.CharField(max_length=40)
    about = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "kind", "due_on", "step", "about", "notice"],
                name="papers_reminded_once",
            ),
        ]


class CheckAnswer(models.Model):
    """What an officer said of a personal name or a small count before it was made public."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="check_answers")
    kind = models.CharField(max_length=12, choices=Found.choices)
    found = models.CharField(max_length=300)
    answer = models.CharField(max_length=8, choices=Verdict.choices)
    reason = models.CharField(max_length=300, blank=True)
    said_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "kind", "found"], name="papers_one_answer_each"
            ),
        ]


class Decision(models.Model):
    """What the meeting decided: which option or words, when, which body, under which minute."""

    guarded_through = "paper"

    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="decision")
    option = models.ForeignKey(
        Option, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=OnPlans.choices, blank=True)
    words = models.TextField()
    decided_on = models.DateField()
    body = models.CharField(max_length=200)
    minute = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(minute="") & ~Q(body=""),
                name="papers_decision_is_whole",
            ),
        ]
