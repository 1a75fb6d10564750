"""The key index: what makes one lookup among a million records take milliseconds.

Keys and sketches are written in the record's own transaction and can be made again from the
records at any time.
"""

from __future__ import annotations

from django.db import models

from joinedup.subjects.models.people import Subject


class Key(models.Model):
    """A hashed key of a record: two records that share one are compared. Without a constraint to
    the record in the database: checking it for each of fourteen million rows doubles a load. The
    key is the row itself (migration 3): a second number for each row made index and table larger
    than all else together."""

    guarded_through = "subject"

    pk = models.CompositePrimaryKey("value", "subject")
    value = models.BigIntegerField()
    subject = models.ForeignKey(
        Subject, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )


class Sketch(models.Model):
    """What is compared of a record, in one short text: names, dates, addresses, numbers."""

    guarded_through = "subject"

    subject = models.OneToOneField(
        Subject, primary_key=True, on_delete=models.PROTECT, related_name="sketch"
    )
    body = models.TextField()


class Count(models.Model):
    """How many records bear a name or were born in a year: what a match is worth."""

    open_because = "Counts of names in the whole register; shown on no page."

    kind = models.CharField(max_length=1)
    token = models.CharField(max_length=120)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "token"], name="subjects_count_once")
        ]


class Register(models.Model):
    """How large the register was when names were last counted. One row."""

    open_because = "A number and a day."

    records = models.PositiveIntegerField()
    counted_at = models.DateTimeField()
