"""The thread of an action: updates that are only ever added, evidence, questions."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Person, User
from joinedup.access.references import new_reference
from joinedup.assurance.choices import Claim, EvidenceKind, UpdateKind, Verdict
from joinedup.assurance.models.register import Action
from joinedup.audit.choices import ByKind
from joinedup.files.models import StoredFile


def evidence_reference() -> str:
    """A new reference for evidence."""
    return new_reference("EV")


def challenge_reference() -> str:
    """A new reference for a question."""
    return new_reference("QU")


class Evidence(models.Model):
    """What shows that something was done, or made a difference. Withdrawn with a reason, never
    deleted."""

    guarded_through = "action"

    reference = models.CharField(max_length=24, unique=True, default=evidence_reference)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=8, choices=EvidenceKind.choices)
    claim = models.CharField(max_length=12, choices=Claim.choices, default=Claim.DONE)
    words = models.TextField(blank=True)
    link = models.URLField(max_length=1000, blank=True)
    file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    relates_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    judged_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    judged_on = models.DateField(null=True, blank=True)
    judgement = models.TextField(blank=True)
    verdict = models.CharField(max_length=8, choices=Verdict.choices, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind=EvidenceKind.FILE, file__isnull=False))
                | (Q(kind=EvidenceKind.LINK) & ~Q(link=""))
                | (Q(kind__in=[EvidenceKind.NOTE, EvidenceKind.MINUTE]) & ~Q(words="")),
                name="assurance_evidence_is_there",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | ~Q(withdrawn_reason=""),
                name="assurance_withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(judged_by__isnull=True) | ~Q(judged_by=F("added_by")),
                name="assurance_judged_by_another",
            ),
        ]


class Challenge(models.Model):
    """A question on a row, with somebody to answer it and a date. Its words are updates."""

    guarded_through = "action"

    reference = models.CharField(max_length=24, unique=True, default=challenge_reference)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="challenges")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answer_by_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answer_due_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)


class Update(models.Model):
    """One thing that was said or changed. Database triggers refuse to change or delete it.

    `changes` holds {field: [old, new]}; `effective_on` is the day it speaks of, `made_at` when it
    was written. `said_by`, `said_on`, `said_how` tell on whose behalf. `number` counts within
    the action.
    """

    is_append_only = True
    guarded_through = "action"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=UpdateKind.choices)
    words = models.TextField(blank=True)
    changes = models.JSONField(default=dict, blank=True)
    reason = models.TextField(blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    minute = models.CharField(max_length=300, blank=True)
    corrects = models.PositiveIntegerField(null=True, blank=True)
    evidence = models.ForeignKey(
        Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    challenge = models.ForeignKey(
        Challenge, null=True, blank=True, on_delete=models.PROTECT, related_name="updates"
    )
    told = models.ForeignKey(
        "assurance.Assurance", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    proposed = models.ForeignKey(
        "assurance.ProposedDate", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    effective_on = models.DateField()
    made_at = models.DateTimeField()
    by_kind = models.CharField(max_length=10, choices=ByKind.choices)
    by_ref = models.CharField(max_length=60)
    by_user = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_by = models.CharField(max_length=200, blank=True)
    said_by_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_on = models.DateField(null=True, blank=True)
    said_how = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "number"], name="assurance_update_number_once"
            )
        ]
        indexes = [models.Index(fields=["made_at"])]
