"""Chasing: a plan's own steps, the weekly rounds, and every reminder that went out."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, Person
from joinedup.assurance.choices import ChasedAs, ChaseTrouble
from joinedup.assurance.models.plans import Plan
from joinedup.assurance.models.register import Action
from joinedup.notices.models import Link, Notice


class PlanChasing(models.Model):
    """How one plan is chased where that differs from the rule book. `days` holds {step: days from
    the due date, or null where that step is left out}; `lead` answers for what nobody can be asked."""

    guarded_through = "plan"

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="chasing")
    is_chased = models.BooleanField(default=True)
    days = models.JSONField(default=dict, blank=True)
    lead = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)


class ChaseRound(models.Model):
    """One week's messages: the day they were for, and when the last of them was written."""

    open_because = "Days only."

    on = models.DateField(unique=True)
    done_at = models.DateTimeField(null=True, blank=True)


class Chase(models.Model):
    """One reminder about one action to one recipient. `key` keeps it single; `step` is the rule
    book's, or "now" where somebody asked by hand. `promise` is what is owed: empty for its date,
    "evidence", or the reference of a question."""

    guarded_through = "action"

    key = models.CharField(max_length=120, unique=True)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="chases")
    due_on = models.DateField()
    promise = models.CharField(max_length=24, blank=True)
    step = models.CharField(max_length=40)
    chased_as = models.CharField(max_length=8, choices=ChasedAs.choices)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    trouble = models.CharField(max_length=10, choices=ChaseTrouble.choices, blank=True)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="+")
    link = models.ForeignKey(
        Link, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(agency__isnull=False),
                name="assurance_chased_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["action", "due_on"], name="assurance_chases_of"),
            models.Index(fields=["sent_on"], name="assurance_chases_by_day"),
        ]
