"""Challenges of what a receiver decided, stage by stage, and what organisations say of a year of them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Agency, Guard, User
from joinedup.access.references import new_reference
from joinedup.referrals.choices import (
    ChallengeState,
    ChallengeWay,
    ReturnState,
    TheirView,
    WhyChallenged,
)
from joinedup.referrals.models.referral import Referral


def challenge_reference() -> str:
    """A new reference for a challenge."""
    return new_reference("RC")


def return_reference() -> str:
    """A new reference for a yearly answer about escalation."""
    return new_reference("EA")


class Challenge(models.Model):
    """A disagreement with what a receiver decided, or with its silence, taken up stage by stage.
    `refusal` is the number of the referral's refusal that it is about, and settles; 0 before any."""

    reference = models.CharField(max_length=24, unique=True, default=challenge_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="challenges")
    why = models.CharField(max_length=8, choices=WhyChallenged.choices)
    refusal = models.PositiveSmallIntegerField(default=0)
    words = models.TextField()
    stages_hash = models.CharField(max_length=64)
    stage = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(
        max_length=10, choices=ChallengeState.choices, default=ChallengeState.OPEN
    )
    has_changed = models.BooleanField(default=False)
    opened_on = models.DateField()
    opened_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="referrals_challenge_says_why"),
            models.CheckConstraint(
                condition=Q(state=ChallengeState.OPEN, ended_on__isnull=True)
                | (~Q(state=ChallengeState.OPEN) & Q(ended_on__isnull=False) & ~Q(result="")),
                name="referrals_challenge_ends_with_words",
            ),
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(state=ChallengeState.OPEN),
                name="referrals_one_challenge_at_a_time",
            ),
        ]


class ChallengeStage(models.Model):
    """One stage of a challenge: who answers for it on each side and by when, how it went out, what
    they said, what we still hold. `told_on` is empty for stages from before it was asked how."""

    guarded_through = "challenge"

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=200)
    started_on = models.DateField()
    due_on = models.DateField()
    ours = models.CharField(max_length=200, blank=True)
    theirs = models.CharField(max_length=200, blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    way = models.CharField(max_length=12, choices=ChallengeWay.choices, blank=True)
    spoken_to = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_at = models.TimeField(null=True, blank=True)
    view = models.CharField(max_length=8, choices=TheirView.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    said = models.TextField(blank=True)
    dissent = models.TextField(blank=True)
    is_settled = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["challenge", "number"], name="referrals_stage_once"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(is_settled=True) | ~Q(dissent=""),
                name="referrals_unsettled_stage_keeps_dissent",
            ),
            models.CheckConstraint(
                condition=~Q(way=ChallengeWay.TELEPHONE)
                | (Q(told_on__isnull=False) & ~Q(spoken_to="")),
                name="referrals_stage_call_says_to_whom",
            ),
        ]


class EscalationReturn(models.Model):
    """What one organisation says of a year of escalation: when it last looked at its procedure, how
    often it escalated, and, where never, why. `used` and `received` are counted from our records when
    it was asked: challenges made by its people, and of what it decided."""

    open_because = "Counts and answers of organisations; no child or adult stands here."

    reference = models.CharField(max_length=24, unique=True, default=return_reference)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    year_from = models.DateField()
    year_to = models.DateField()
    used = models.PositiveIntegerField()
    received = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=ReturnState.choices, default=ReturnState.ASKED)
    asked_on = models.DateField()
    due_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    declared = models.PositiveIntegerField(null=True, blank=True)
    why_none = models.TextField(blank=True)
    words = models.TextField(blank=True)
    by_ref = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year_from"], name="referrals_one_return"),
            models.CheckConstraint(
                condition=Q(year_to__gt=F("year_from")), name="referrals_year_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state=ReturnState.ASKED, answered_on__isnull=True)
                | (
                    Q(state=ReturnState.ANSWERED)
                    & Q(answered_on__isnull=False, declared__isnull=False)
                    & ~Q(answered_by="")
                ),
                name="referrals_return_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=ReturnState.ASKED)
                | Q(used__gt=0)
                | Q(declared__gt=0)
                | ~Q(why_none=""),
                name="referrals_none_says_why",
            ),
        ]
