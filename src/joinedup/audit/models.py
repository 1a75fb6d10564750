"""The audit record: entries in one chain per record, and seals over everything.

Rows have no foreign keys and no personal words, so that they outlive what they speak of. Database
triggers refuse update and delete (`triggers.py`).
"""

from django.db import models

from joinedup.audit.choices import ByKind, Kind


class Entry(models.Model):
    """One thing somebody did or saw. `chain` is the reference of the record it is about."""

    is_append_only = True
    open_because = "References and codes only; read through the pages of access."

    at = models.DateTimeField()
    chain = models.CharField(max_length=60)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    verb = models.CharField(max_length=60)
    by_kind = models.CharField(max_length=10, choices=ByKind.choices)
    by_ref = models.CharField(max_length=60)
    detail = models.TextField(default="{}")
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "seq"], name="audit_one_entry_per_place")
        ]
        indexes = [models.Index(fields=["by_ref", "at"]), models.Index(fields=["at"])]


class Seal(models.Model):
    """A digest over the entries since the seal before, chained to that seal."""

    is_append_only = True
    open_because = "References and codes only; read through the pages of access."

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    count = models.PositiveIntegerField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)


class SealedEntry(models.Model):
    """Which entry a seal covers, stored because ids can be committed out of order."""

    is_append_only = True
    open_because = "References and codes only; read through the pages of access."

    entry_id = models.BigIntegerField(unique=True)
    seal_number = models.PositiveBigIntegerField(db_index=True)
    digest = models.CharField(max_length=64)
