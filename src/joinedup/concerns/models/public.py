"""What the public door holds for a short while: unsent answers."""

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
