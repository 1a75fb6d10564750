"""Stored files: a row with hash and guard for every file in the files folder."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Guard
from joinedup.access.references import new_reference


def file_reference() -> str:
    return new_reference("FI")


class StoredFile(models.Model):
    """One upload or output. Its bytes lie under a random name; its row says what they must be.
    `purge_replayed_at` is when an older backup had brought it back and it was destroyed again."""

    reference = models.CharField(max_length=24, unique=True, default=file_reference)
    stored_name = models.CharField(max_length=64, unique=True)
    original_name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    purge_reason = models.TextField(blank=True)
    purge_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    purge_asked_at = models.DateTimeField(null=True, blank=True)
    purge_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    purged_at = models.DateTimeField(null=True, blank=True)
    purge_replayed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(purge_agreed_by__isnull=True)
                | (Q(purge_asked_by__isnull=False) & ~Q(purge_agreed_by=F("purge_asked_by")))
                | Q(purge_replayed_at__isnull=False),
                name="files_purge_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(purged_at__isnull=True)
                | Q(purge_agreed_by__isnull=False)
                | Q(purge_replayed_at__isnull=False),
                name="files_purge_is_agreed",
            ),
        ]

    def __str__(self) -> str:
        return self.original_name
