"""What stands around the sections: implications, options, consultations, background, risks."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Person, User
from joinedup.assurance.models import Action
from joinedup.papers.models.paper import Paper


class Implication(models.Model):
    """What a paper means for law, money, staff and so on, in words or as an explicit "none", said
    by its owner. Silence is not consent: without `said_on` it is open."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="implications")
    kind = models.CharField(max_length=40)
    position = models.PositiveIntegerField(default=0)
    owner = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField(blank=True)
    is_none = models.BooleanField(default=False)
    said_on = models.DateField(null=True, blank=True)
    said_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_how = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "kind"], name="papers_implication_once"),
            models.CheckConstraint(
                condition=Q(said_on__isnull=True)
                | (Q(owner__isnull=False) & (Q(is_none=True) | ~Q(words=""))),
                name="papers_said_has_words_and_owner",
            ),
        ]


class Option(models.Model):
    """A choice put before the committee."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="options")
    position = models.PositiveIntegerField(default=0)
    words = models.TextField()
    is_recommended = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper"],
                condition=Q(is_recommended=True),
                name="papers_one_option_recommended",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Consultation(models.Model):
    """Who was asked or has considered the paper, when, what they said and what changed."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="consultations")
    position = models.PositiveIntegerField(default=0)
    body = models.CharField(max_length=200)
    held_on = models.DateField(null=True, blank=True)
    view = models.TextField()
    change = models.TextField(blank=True)


class BackgroundPaper(models.Model):
    """A document the paper relies on: title, where it lies, the minute it is cited by."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="background")
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=300)
    place = models.CharField(max_length=300, blank=True)
    minute = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)


class Risk(models.Model):
    """A risk that the paper tells of: whose it is, how likely, how grave, what is done."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="risks")
    position = models.PositiveIntegerField(default=0)
    words = models.TextField()
    owner = models.CharField(max_length=200)
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()
    mitigation = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 5), impact__range=(1, 5)),
                name="papers_risk_from_1_to_5",
            ),
        ]


class RiskAction(models.Model):
    """An action of a plan that is named as what is done about a risk."""

    guarded_through = "risk"

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="action_links")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["risk", "action"], name="papers_risk_action_once"),
        ]
