"""What was changed in a record, and who looked at what is hidden. Added, never changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import User
from joinedup.subjects.choices import ChangeDeed, KnownKind, SafePart
from joinedup.subjects.models.known import SafeAddress
from joinedup.subjects.models.people import Subject


class KnownChange(models.Model):
    """Something known of somebody that was corrected, ended or taken off: how it read before and
    after, and why. What was never written anywhere else stands here alone."""

    is_append_only = True
    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=8, choices=KnownKind.choices)
    deed = models.CharField(max_length=10, choices=ChangeDeed.choices)
    was = models.TextField()
    now = models.TextField(blank=True)
    why = models.CharField(max_length=500)
    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="subjects_change_says_why"),
        ]


class SafeLook(models.Model):
    """Somebody looked at a safe contact or a safe address, with the reason they gave."""

    is_append_only = True
    guarded_through = "safe__subject"

    safe = models.ForeignKey(SafeAddress, on_delete=models.PROTECT, related_name="looks")
    part = models.CharField(max_length=8, choices=SafePart.choices)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="subjects_look_has_reason"),
        ]
