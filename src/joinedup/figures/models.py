"""Frozen numbers and the sets that papers print. A figure is never edited: a correction is a new
row that names the one it corrects."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Guard, User
from joinedup.access.references import new_reference
from joinedup.figures.choices import Origin


def set_reference() -> str:
    """A new reference for a set of figures."""
    return new_reference("FS")


def figure_reference() -> str:
    """A new reference for a figure."""
    return new_reference("FG")


class FigureSet(models.Model):
    """Figures that belong together, over one period, with the words that a paper prints around
    them. In `words`, "[code]" stands for the figure of that code."""

    reference = models.CharField(max_length=24, unique=True, default=set_reference)
    title = models.CharField(max_length=200)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField()
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="figures_set_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Figure(models.Model):
    """One number, frozen on the day it was given. `unit` is a key of the rule `figures.units`;
    `part_of` is the code of the figure in the set that this one is a part of. Database triggers
    refuse to change or delete it."""

    is_append_only = True
    guarded_through = "in_set"

    reference = models.CharField(max_length=24, unique=True, default=figure_reference)
    in_set = models.ForeignKey(FigureSet, on_delete=models.PROTECT, related_name="figures")
    code = models.CharField(max_length=60)
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    value = models.DecimalField(max_digits=14, decimal_places=2)
    unit = models.CharField(max_length=30)
    from_on = models.DateField()
    to_on = models.DateField()
    definition = models.TextField()
    definition_version = models.CharField(max_length=40)
    cohort = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300)
    part_of = models.CharField(max_length=60, blank=True)
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.DECLARED)
    declared_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    declared_on = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="figures_period_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(note=""),
                name="figures_correction_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(origin=Origin.DECLARED) | Q(declared_by__isnull=False),
                name="figures_declared_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["in_set", "code"],
                condition=Q(corrects__isnull=True),
                name="figures_code_once_in_a_set",
            ),
        ]

    def __str__(self) -> str:
        return self.name
