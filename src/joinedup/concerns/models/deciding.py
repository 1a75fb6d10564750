"""What was decided, and what those who reported were told. Never changed afterwards."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import User
from joinedup.concerns.choices import Ending, TellKind
from joinedup.concerns.models.concern import Concern
from joinedup.concerns.models.reports import Report


class Decision(models.Model):
    """One decision on a concern with its reason. `facts` are what the rules saw (codes and numbers
    alone), `law` the codes and hashes of the prompts that were shown, `why_not_children` why
    a child who lives with domestic abuse was not sent to children's social care."""

    is_append_only = True
    guarded_through = "concern"

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="decisions")
    ending = models.CharField(max_length=10, choices=Ending.choices)
    reason = models.TextField()
    why_not_children = models.CharField(max_length=500, blank=True)
    asked_duty_post = models.CharField(max_length=300, blank=True)
    facts = models.JSONField(default=dict)
    law = models.JSONField(default=dict)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="concerns_decision_has_reason"),
        ]


class Telling(models.Model):
    """What somebody who reported was told, in words that the decider judged safe."""

    is_append_only = True
    guarded_through = "report"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="tellings")
    kind = models.CharField(max_length=10, choices=TellKind.choices)
    words = models.TextField()
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="concerns_telling_says_something"),
        ]
