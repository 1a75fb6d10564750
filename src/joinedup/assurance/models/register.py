"""Actions: what was promised, by whom, for when. State columns always equal the fold of updates."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Agency, Guard, Person, Post
from joinedup.access.references import new_reference
from joinedup.assurance.choices import (
    CLOSED,
    LinkKind,
    Precision,
    Priority,
    Proof,
    Rag,
    Recurrence,
    Status,
)
from joinedup.assurance.models.plans import Plan, Section
from joinedup.assurance.models.sources import Statement

TOP = Q(parent__isnull=True)
PART = Q(parent__isnull=False)
OPEN = ~Q(status__in=CLOSED)


def action_reference() -> str:
    """A new reference for an action."""
    return new_reference("AC")


class Action(models.Model):
    """One action, or a part of one. `printed` keeps every field as the plan printed it, with its
    place: {field: {"text": …, "place": …}}; `other` keeps columns that have no field here."""

    reference = models.CharField(max_length=24, unique=True, default=action_reference)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions")
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        db_index=False,
    )
    position = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=60, blank=True)
    code_key = models.CharField(max_length=200, blank=True)
    printed = models.JSONField(default=dict, blank=True)
    other = models.JSONField(default=dict, blank=True)
    source_ref = models.CharField(max_length=200, blank=True)

    title = models.TextField()
    section = models.ForeignKey(
        Section, null=True, blank=True, on_delete=models.PROTECT, related_name="actions"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    priority = models.CharField(max_length=8, choices=Priority.choices, blank=True)
    theme = models.CharField(max_length=120, blank=True)
    review_method = models.TextField(blank=True)
    needs_agreement = models.BooleanField(default=False)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.UNSTATED)
    due_text = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_precision = models.CharField(max_length=8, choices=Precision.choices, blank=True)
    start_on = models.DateField(null=True, blank=True)
    recurrence = models.CharField(max_length=12, choices=Recurrence.choices, blank=True)
    occurrence_on = models.DateField(null=True, blank=True)
    last_met_on = models.DateField(null=True, blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    declared_on = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    is_asked = models.BooleanField(default=False)
    rag_set = models.CharField(max_length=8, choices=Rag.choices, blank=True)
    rag_set_reason = models.CharField(max_length=300, blank=True)
    latest = models.TextField(blank=True)

    next_on = models.DateField(null=True, blank=True)
    first_due_on = models.DateField(null=True, blank=True)
    times_moved = models.PositiveIntegerField(default=0)
    proof = models.CharField(max_length=10, choices=Proof.choices, default=Proof.NONE)
    evidence_count = models.PositiveIntegerField(default=0)
    evidence_until = models.DateField(null=True, blank=True)
    embedded_on = models.DateField(null=True, blank=True)
    embedded_until = models.DateField(null=True, blank=True)
    updated_on = models.DateField(null=True, blank=True)
    owner_key = models.CharField(max_length=240, null=True, blank=True)  # noqa: DJ001 - sorts last

    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=Status.COMPLETE) | Q(recurrence=""),
                name="assurance_recurring_never_complete",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.UNDER_REVIEW) | Q(next_review_on__isnull=False),
                name="assurance_review_has_date",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.COMPLETE) | Q(declared_on__isnull=False),
                name="assurance_complete_has_date",
            ),
            models.CheckConstraint(
                condition=Q(embedded_on__isnull=True)
                | Q(status__in=[Status.COMPLETE, Status.IN_FORCE]),
                name="assurance_embedded_is_done",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                name="assurance_not_its_own_part",
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "position"], name="assurance_by_plan"),
            models.Index(fields=["parent"], name="assurance_by_parent", condition=PART),
            models.Index(fields=["plan", "next_on"], name="assurance_by_plan_due", condition=TOP),
            models.Index(
                fields=["plan", "code_key", "id"], name="assurance_by_code", condition=TOP
            ),
            models.Index(fields=["next_on", "id"], name="assurance_by_due", condition=TOP),
            models.Index(fields=["updated_on", "id"], name="assurance_by_update", condition=TOP),
            models.Index(fields=["status", "next_on"], name="assurance_by_status", condition=TOP),
            models.Index(fields=["code_key", "plan", "id"], name="assurance_all_code"),
            models.Index(fields=["next_on", "id"], name="assurance_all_due"),
            models.Index(fields=["owner_key", "next_on", "id"], name="assurance_all_owner"),
            models.Index(
                fields=["owner_key", "next_on", "id"], name="assurance_open_owner", condition=OPEN
            ),
            models.Index(fields=["next_on", "id"], name="assurance_open_due", condition=OPEN),
            models.Index(fields=["updated_on", "id"], name="assurance_open_update", condition=OPEN),
            models.Index(
                fields=["code_key", "plan", "id"], name="assurance_open_code", condition=OPEN
            ),
            models.Index(
                fields=["agency", "next_on", "status"],
                name="assurance_open_agency",
                condition=OPEN,
            ),
            models.Index(
                fields=["guard", "reference"], name="assurance_open_guard", condition=OPEN
            ),
            models.Index(
                fields=["declared_on", "id"],
                name="assurance_to_agree",
                condition=Q(needs_agreement=True),
            ),
            models.Index(fields=["section", "position"], name="assurance_by_section"),
            models.Index(fields=["theme"], name="assurance_by_theme", condition=~Q(theme="")),
            models.Index(
                fields=["rag_set", "next_on"],
                name="assurance_by_colour",
                condition=~Q(rag_set=""),
            ),
            models.Index(
                fields=["plan", "id"],
                name="assurance_no_review",
                condition=Q(review_method="") & TOP,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()


class Owner(models.Model):
    """Who owns an action: a person, a post or an organisation, or only printed words so far.

    A row that has ended stays, with the day it ended.
    """

    guarded_through = "action"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="owners")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    printed = models.CharField(max_length=200, blank=True)
    position = models.PositiveIntegerField(default=0)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, post__isnull=True)
                | Q(person__isnull=True, agency__isnull=True)
                | Q(post__isnull=True, agency__isnull=True),
                name="assurance_owner_is_one",
            ),
            models.CheckConstraint(
                condition=~Q(printed="")
                | Q(person__isnull=False)
                | Q(post__isnull=False)
                | Q(agency__isnull=False),
                name="assurance_owner_is_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "to_on"]),
            models.Index(fields=["post", "to_on"]),
            models.Index(fields=["agency", "to_on"]),
        ]


class ActionStatement(models.Model):
    """Which statement an action answers."""

    guarded_through = "action"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="statements")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="actions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "statement"], name="assurance_statement_linked_once"
            )
        ]


class ActionLink(models.Model):
    """One action speaks of another; `printed` is how the plan said so ("Links with A2")."""

    guarded_through = "from_action"

    from_action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="links")
    to_action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="linked_from")
    kind = models.CharField(max_length=10, choices=LinkKind.choices)
    printed = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["from_action", "to_action", "kind"], name="assurance_linked_once"
            ),
            models.CheckConstraint(
                condition=~Q(from_action=F("to_action")), name="assurance_not_linked_to_itself"
            ),
        ]
