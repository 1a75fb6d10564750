"""What the public door holds for a short while: unsent answers, and how often a place has sent."""

from __future__ import annotations

from django.db import models


class Unsent(models.Model):
    """Answers that somebody has not sent yet. `key_hash` is that of a random key which only their
    browser has; the answers are sealed with that key, so nobody else can read them. Erased when
    they are sent, when the person leaves, and soon after the last page."""

    open_because = "Sealed with a key that only the visitor's browser has."

    key_hash = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)


class Tally(models.Model):
    """How often one place on the internet did one thing within one window of time. `place` is a
    keyed hash of address, deed and window; the row is erased when the window is over."""

    open_because = "Numbers alone: a keyed hash, a count and an end."

    place = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)
