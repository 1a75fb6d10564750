"""What proves a plan: dates put forward, versions put to a body, assurances, what does not fit."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Agency, Person, User
from joinedup.access.references import new_reference
from joinedup.assurance.choices import (
    WITH_A_BODY,
    DoubtKind,
    DoubtState,
    ProposalState,
    VersionState,
)
from joinedup.assurance.models.plans import Plan
from joinedup.assurance.models.register import Action
from joinedup.assurance.models.thread import Evidence


def proposal_reference() -> str:
    """A new reference of a date put forward."""
    return new_reference("ND")


def version_reference() -> str:
    """A new reference of a version of a plan."""
    return new_reference("PV")


def assurance_reference() -> str:
    """A new reference of an assurance."""
    return new_reference("AS")


def doubt_reference() -> str:
    """A new reference of a question about what does not fit."""
    return new_reference("DO")


class ProposedDate(models.Model):
    """A new due date that waits until somebody, or a body in a meeting, has decided on it."""

    guarded_through = "action"

    reference = models.CharField(max_length=24, unique=True, default=proposal_reference)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="proposed_dates")
    due_before = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    reason = models.TextField()
    proposed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_by = models.CharField(max_length=200, blank=True)
    proposed_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.WAITING
    )
    body = models.CharField(max_length=200, blank=True)
    minute = models.CharField(max_length=300, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(state=ProposalState.WAITING),
                name="assurance_one_date_waits",
            ),
            models.CheckConstraint(
                condition=Q(state=ProposalState.WAITING) | Q(decided_on__isnull=False),
                name="assurance_date_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.APPROVED) | ~Q(body=""),
                name="assurance_date_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.REFUSED) | ~Q(words=""),
                name="assurance_date_refused_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["state", "proposed_on"], name="assurance_dates_waiting")]


class PlanVersion(models.Model):
    """A plan as it was put to a body. `content` is frozen with its hash; a plan is approved only
    by a decision with body, day and minute."""

    guarded_through = "plan"

    reference = models.CharField(max_length=24, unique=True, default=version_reference)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(
        max_length=10, choices=VersionState.choices, default=VersionState.SUBMITTED
    )
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    to_body = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    submitted_on = models.DateField()
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    considered_on = models.DateField(null=True, blank=True)
    considered_minute = models.CharField(max_length=300, blank=True)
    considered_words = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=300, blank=True)
    decision = models.TextField(blank=True)
    recorded_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="assurance_version_once"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state__in=WITH_A_BODY),
                name="assurance_one_version_waits",
            ),
            models.CheckConstraint(
                condition=~Q(state=VersionState.APPROVED)
                | (Q(decided_on__isnull=False) & ~Q(minute="") & ~Q(to_body="")),
                name="assurance_approved_in_a_minute",
            ),
            models.CheckConstraint(
                condition=~Q(state=VersionState.SENT_BACK)
                | (Q(decided_on__isnull=False) & ~Q(decision="")),
                name="assurance_sent_back_with_words",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=F("submitted_on")),
                name="assurance_decided_after_submitted",
            ),
        ]


class Assurance(models.Model):
    """What somebody told us about an action: "we are told that …". It is worth something while it
    is young and rests on evidence that stands."""

    guarded_through = "action"

    reference = models.CharField(max_length=24, unique=True, default=assurance_reference)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="assurances")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=200)
    said_on = models.DateField()
    words = models.TextField()
    good_until = models.DateField()
    evidence = models.ForeignKey(
        Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="assurances"
    )
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_on = models.DateField()
    accepted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_on__isnull=True) | Q(evidence__isnull=False),
                name="assurance_accepted_on_evidence",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(end_reason=""),
                name="assurance_told_ended_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["action", "ended_on"], name="assurance_told_of")]


class Doubt(models.Model):
    """Something that does not fit together, as a question to a named person. `facts` are codes and
    days, no words; with the same facts it is asked once."""

    guarded_through = "action"

    reference = models.CharField(max_length=24, unique=True, default=doubt_reference)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="doubts")
    other = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.PROTECT, related_name="doubted_by"
    )
    kind = models.CharField(max_length=10, choices=DoubtKind.choices)
    facts = models.JSONField(default=dict)
    facts_hash = models.CharField(max_length=64)
    asked_of = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_on = models.DateField()
    state = models.CharField(max_length=10, choices=DoubtState.choices, default=DoubtState.OPEN)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    gone_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "kind", "facts_hash"], name="assurance_doubt_asked_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=DoubtState.ANSWERED)
                | (~Q(answer="") & Q(answered_on__isnull=False)),
                name="assurance_doubt_answered_in_words",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "asked_on"], name="assurance_doubts_open"),
            models.Index(fields=["asked_of", "state"], name="assurance_doubts_of"),
        ]
