"""The council's own Word document for papers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Guard, User
from joinedup.files.models import StoredFile
from joinedup.papers.choices import LayoutState


class Layout(models.Model):
    """A Word document in which papers are written: its file, the placeholders that it has, and those
    that it has and nobody knows, which stay as they are typed. One at most is in use."""

    number = models.PositiveIntegerField(unique=True)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    known = models.JSONField(default=list, blank=True)
    unknown = models.JSONField(default=list, blank=True)
    state = models.CharField(
        max_length=10, choices=LayoutState.choices, default=LayoutState.PROPOSED
    )
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state=LayoutState.IN_USE),
                name="papers_one_layout_in_use",
            ),
        ]

    def __str__(self) -> str:
        return f"Layout {self.number}"
