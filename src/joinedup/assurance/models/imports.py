"""Plans on their way in: the document as read, and every step of the person who checks it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from joinedup.access.models import Guard
from joinedup.access.references import new_reference
from joinedup.assurance.models.plans import Plan
from joinedup.files.models import StoredFile


def import_reference() -> str:
    """A new reference of an import."""
    return new_reference("IM")


class ImportState(models.TextChoices):
    """Where an import stands."""

    CHECKING = "checking", "Being checked"
    CONFIRMED = "confirmed", "In the register"
    SET_ASIDE = "set_aside", "Set aside"


class PlanImport(models.Model):
    """One document on the check page. `document` is the neutral grid, `steps` what was done to it.

    `against` names the plan that this is a newer version of. Nothing of it is in the register
    until a named person confirms.
    """

    reference = models.CharField(max_length=24, unique=True, default=import_reference)
    name = models.CharField(max_length=255)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.JSONField()
    steps = models.JSONField(default=list, blank=True)
    remembered = models.JSONField(default=dict, blank=True)
    year = models.PositiveIntegerField(null=True, blank=True)
    against = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        max_length=10, choices=ImportState.choices, default=ImportState.CHECKING
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    plans = models.ManyToManyField(Plan, blank=True, related_name="imports")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(ended_by__isnull=False),
                name="assurance_import_confirmed_by_somebody",
            )
        ]
        indexes = [models.Index(fields=["state", "opened_at"], name="assurance_imports_open")]

    def __str__(self) -> str:
        return self.name


class Layout(models.Model):
    """What the columns of a layout hold, as a person once corrected it: header fingerprint → roles."""

    open_because = "Column headings and what they hold; no words of any plan."

    fingerprint = models.CharField(max_length=64, unique=True)
    roles = models.JSONField()
    learnt_at = models.DateTimeField(auto_now=True)
