"""Plans, their sections, their shares by organisation, and a reader's saved views."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, Guard, User
from joinedup.access.references import new_reference
from joinedup.assurance.choices import Agreement, DatesBy
from joinedup.assurance.models.sources import Source


def plan_reference() -> str:
    """A new reference for a plan."""
    return new_reference("PL")


class Plan(models.Model):
    """An action plan. Who sees which rows is decided by its shares."""

    reference = models.CharField(max_length=24, unique=True, default=plan_reference)
    title = models.CharField(max_length=300)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="plans"
    )
    body = models.CharField(max_length=200, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    columns = models.JSONField(default=list, blank=True)
    rag_rule = models.CharField(max_length=80, default="rag.action")
    chase_rule = models.CharField(max_length=80, default="chase.action")
    agreement = models.CharField(max_length=8, choices=Agreement.choices, default=Agreement.NONE)
    dates_by = models.CharField(max_length=8, choices=DatesBy.choices, default=DatesBy.NAMED)
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """A heading of a plan, as printed, in its order."""

    guarded_through = "plan"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="sections")
    title = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "title"], name="assurance_section_once")
        ]

    def __str__(self) -> str:
        return self.title


class Share(models.Model):
    """The part of a plan for which one organisation answers: the guard of its rows."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="shares")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    guard = models.OneToOneField(Guard, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "agency"], name="assurance_one_share_each")
        ]


class SavedView(models.Model):
    """A reader's own way of looking at the register: a name and the filters of an address."""

    guarded_through = "user"

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1000)
    is_default = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="assurance_view_name_once"),
            models.UniqueConstraint(
                fields=["user"], condition=Q(is_default=True), name="assurance_one_default_view"
            ),
        ]


class CalendarLink(models.Model):
    """The private address of a person's due dates, one each. Only the hash of its token is kept;
    `query` is the address of a saved look, empty for the person's own actions."""

    guarded_through = "user"

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    query = models.CharField(max_length=1000, blank=True)
    name = models.CharField(max_length=80, blank=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
