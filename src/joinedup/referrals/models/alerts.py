"""What named seniors must read."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Guard, Post, User
from joinedup.access.references import new_reference
from joinedup.referrals.choices import AlertTo


def alert_reference() -> str:
    """A new reference for what a senior must read."""
    return new_reference("SA")


class SeniorAlert(models.Model):
    """Something that a named senior must read, and when they did. `before` says who that is: the
    holder of the post; those who manage casework where no holder can open the record, or did not
    read in time; those who set access where nobody can open it."""

    reference = models.CharField(max_length=24, unique=True, default=alert_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    trigger = models.CharField(max_length=80)
    subject = models.CharField(max_length=24, blank=True)
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post_words = models.CharField(max_length=200)
    before = models.CharField(max_length=10, choices=AlertTo.choices, default=AlertTo.POST)
    raised_on = models.DateField()
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(read_at__isnull=True, read_by__isnull=True)
                | Q(read_at__isnull=False, read_by__isnull=False),
                name="referrals_receipt_is_whole",
            ),
            models.UniqueConstraint(
                fields=["trigger", "subject", "before"],
                condition=Q(read_at__isnull=True),
                name="referrals_one_alert_unread",
            ),
        ]
