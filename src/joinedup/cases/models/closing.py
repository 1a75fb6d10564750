"""Closings asked for, and people on the lists of panels."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import User
from joinedup.access.references import new_reference
from joinedup.cases.choices import Circumstance, CloseReason
from joinedup.cases.models.case import Case
from joinedup.cases.models.held_open import LISTING_STAYS
from joinedup.cases.models.others import TransferOut


def listing_reference() -> str:
    """A new reference for a place on a panel's list."""
    return new_reference("LS")


class PanelListing(models.Model):
    """Somebody's place on the list of a panel. Taking it off asks what closing asks."""

    guarded_through = "case"
    refused_writes = (LISTING_STAYS,)

    reference = models.CharField(max_length=24, unique=True, default=listing_reference)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="listings")
    panel = models.CharField(max_length=80)
    added_on = models.DateField()
    why = models.TextField()
    removed_on = models.DateField(null=True, blank=True)
    removed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    countersigned_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    blocks_left = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "panel"],
                condition=Q(removed_on__isnull=True),
                name="cases_on_a_list_once",
            ),
            models.CheckConstraint(
                condition=Q(removed_on__isnull=True)
                | (
                    Q(removed_by__isnull=False, countersigned_by__isnull=False, blocks_left=0)
                    & ~Q(removed_by=F("countersigned_by"))
                ),
                name="cases_removed_by_two",
            ),
        ]


class Closing(models.Model):
    """One attempt to close a case or take somebody off a list: who asked on what ground, who
    signed or said no. `circumstance` is kept beside the reason and is never one.
    `is_before_transfers` marks what was asked before acceptances were records of their own."""

    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closings")
    listing = models.ForeignKey(
        PanelListing, null=True, blank=True, on_delete=models.PROTECT, related_name="closings"
    )
    reason = models.CharField(max_length=10, choices=CloseReason.choices)
    circumstance = models.CharField(max_length=12, choices=Circumstance.choices, blank=True)
    words = models.TextField()
    body = models.CharField(max_length=200, blank=True)
    body_letter = models.CharField(max_length=300, blank=True)
    acceptance = models.ForeignKey(
        TransferOut, null=True, blank=True, on_delete=models.PROTECT, related_name="closings"
    )
    is_before_transfers = models.BooleanField(default=False)
    is_uncoerced = models.BooleanField(default=False)
    is_nobody_else_at_risk = models.BooleanField(default=False)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_signed = models.BooleanField(default=False)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=CloseReason.values) & ~Q(words=""),
                name="cases_closing_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(reason=CloseReason.ACCEPTED) | (~Q(body="") & ~Q(body_letter="")),
                name="cases_acceptance_is_in_writing",
            ),
            models.CheckConstraint(
                condition=~Q(reason=CloseReason.ACCEPTED)
                | Q(acceptance__isnull=False)
                | Q(is_before_transfers=True),
                name="cases_acceptance_is_on_record",
            ),
            models.CheckConstraint(
                condition=~Q(reason=CloseReason.DECLINES)
                | Q(is_uncoerced=True, is_nobody_else_at_risk=True),
                name="cases_adult_declines_freely",
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("asked_by")),
                name="cases_second_person_signs",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answered_by__isnull=True, is_signed=False)
                | Q(answered_on__isnull=False, answered_by__isnull=False),
                name="cases_answer_is_whole",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(answered_on__isnull=True, listing__isnull=True),
                name="cases_one_closing_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["listing"],
                condition=Q(answered_on__isnull=True),
                name="cases_one_removal_at_a_time",
            ),
        ]
