"""Referrals to other services, what was shared or kept back, challenges, and what seniors must read.

None of them names a table of casework: `about` is the reference of the concern or case, and the
guard is the one of that record, so that whatever closes it closes these too.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Agency, Guard, Post, User
from joinedup.access.references import new_reference
from joinedup.referrals.choices import (
    ADULTS,
    CHILDREN,
    COPY_TEAM,
    POLICE,
    UNSENT,
    AgeGroup,
    Agreed,
    ChallengeState,
    ChallengeWay,
    Channel,
    ResultKind,
    ReturnState,
    State,
    TheirView,
    Told,
    WhyChallenged,
)


def referral_reference() -> str:
    return new_reference("RF")


def share_reference() -> str:
    return new_reference("SD")


def challenge_reference() -> str:
    return new_reference("RC")


def alert_reference() -> str:
    return new_reference("SA")


def return_reference() -> str:
    return new_reference("EA")


class Referral(models.Model):
    """A formal hand-over of a worry to another service, or the copy of one.

    `parts` holds the drafted words by their keys, `receiver` the rule of the receiver and
    `receiver_hash` the wording of that rule. Jay 6.4: signposting is not a referral.
    """

    reference = models.CharField(max_length=24, unique=True, default=referral_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    receiver = models.CharField(max_length=80)
    receiver_hash = models.CharField(max_length=64)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    receiver_name = models.CharField(max_length=200, blank=True)
    age = models.CharField(max_length=8, choices=AgeGroup.choices)
    has_indicators = models.BooleanField(default=False)
    copy_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="copies"
    )
    primary_receiver = models.CharField(max_length=80, blank=True)
    parts = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFTED)
    channel = models.CharField(max_length=12, choices=Channel.choices, blank=True)
    proof = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=80, blank=True)
    told = models.CharField(max_length=8, choices=Told.choices, blank=True)
    why_not_told = models.TextField(blank=True)
    agreed = models.CharField(max_length=9, choices=Agreed.choices, blank=True)
    ground = models.TextField(blank=True)
    sent_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    their_reference = models.CharField(max_length=100, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    threshold = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    result = models.CharField(max_length=16, choices=ResultKind.choices, blank=True)
    result_on = models.DateField(null=True, blank=True)
    result_words = models.TextField(blank=True)
    remarks = models.TextField(blank=True)
    stands_because = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(receiver=COPY_TEAM)
                | (Q(copy_of__isnull=False) & Q(primary_receiver=CHILDREN))
                | (
                    Q(copy_of__isnull=False)
                    & Q(age=AgeGroup.ADULT, primary_receiver__in=[ADULTS, POLICE, CHILDREN])
                ),
                name="referrals_exploitation_team_gets_copies_only",
            ),
            models.CheckConstraint(
                condition=Q(copy_of__isnull=True, primary_receiver="")
                | (Q(copy_of__isnull=False) & ~Q(primary_receiver="")),
                name="referrals_copy_names_its_first",
            ),
            models.CheckConstraint(
                condition=Q(copy_of__isnull=True) | ~Q(copy_of=F("id")),
                name="referrals_no_copy_of_itself",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNSENT)
                | (
                    Q(sent_at__isnull=False, sent_on__isnull=False)
                    & ~Q(basis="")
                    & ~Q(told="")
                    & ~Q(channel="")
                ),
                name="referrals_sent_says_how",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNSENT) | ~Q(channel=Channel.TELEPHONE) | ~Q(proof=""),
                name="referrals_call_says_to_whom",
            ),
            models.CheckConstraint(
                condition=~Q(told=Told.NOT_TOLD) | ~Q(why_not_told=""),
                name="referrals_untold_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNSENT)
                | ~Q(age=AgeGroup.ADULT, agreed=Agreed.NO)
                | ~Q(ground=""),
                name="referrals_adult_overridden_on_a_ground",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.DECLINED) | (Q(decided_on__isnull=False) & ~Q(reason="")),
                name="referrals_declined_has_date_and_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ACCEPTED) | Q(decided_on__isnull=False),
                name="referrals_accepted_has_date",
            ),
            models.CheckConstraint(
                condition=Q(result="", result_on__isnull=True) & ~Q(state=State.ENDED)
                | (~Q(result="") & Q(result_on__isnull=False, state=State.ENDED)),
                name="referrals_outcome_has_date_and_kind",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.KEPT_BACK) | (~Q(reason="") & ~Q(basis="")),
                name="referrals_kept_back_has_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "receiver"]),
            # all that numbers over a time are counted from
            models.Index(
                fields=["sent_on", "receiver", "state", "result", "guard", "about", "reference"],
                name="referrals_counted",
            ),
            models.Index(
                fields=["state", "copy_of", "reference", "guard", "about", "receiver"],
                name="referrals_waiting",
            ),
            models.Index(
                fields=["result", "about"],
                name="referrals_no_further",
                condition=Q(has_indicators=True),
            ),
        ]


class ShareDecision(models.Model):
    """That something was shared with somebody, or was not: with the legal basis and the reason."""

    is_append_only = True

    reference = models.CharField(max_length=24, unique=True, default=share_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    referral = models.ForeignKey(
        Referral, null=True, blank=True, on_delete=models.PROTECT, related_name="shares"
    )
    is_shared = models.BooleanField()
    receiver = models.CharField(max_length=80)
    age = models.CharField(max_length=8, choices=AgeGroup.choices)
    basis = models.CharField(max_length=80)
    basis_hash = models.CharField(max_length=64)
    reason = models.TextField(blank=True)
    by_ref = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(basis=""), name="referrals_share_has_basis"),
            models.CheckConstraint(
                condition=Q(is_shared=True) | ~Q(reason=""), name="referrals_no_share_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(basis="basis.adult_declined") | Q(is_shared=False, age=AgeGroup.ADULT),
                name="referrals_only_adults_decline",
            ),
        ]


class Challenge(models.Model):
    """A disagreement with what a receiver decided, or with its silence, taken up stage by stage."""

    reference = models.CharField(max_length=24, unique=True, default=challenge_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="challenges")
    why = models.CharField(max_length=8, choices=WhyChallenged.choices)
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


class SeniorAlert(models.Model):
    """Something that a named senior must read, and when they did."""

    reference = models.CharField(max_length=24, unique=True, default=alert_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    trigger = models.CharField(max_length=80)
    subject = models.CharField(max_length=24, blank=True)
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post_words = models.CharField(max_length=200)
    raised_on = models.DateField()
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(read_at__isnull=True, read_by__isnull=True)
                | Q(read_at__isnull=False, read_by__isnull=False),
                name="referrals_receipt_is_whole",
            ),
            models.UniqueConstraint(
                fields=["trigger", "subject"],
                condition=Q(read_at__isnull=True),
                name="referrals_one_alert_unread",
            ),
        ]


class ReferralChase(models.Model):
    """A reminder that went to a receiver."""

    is_append_only = True
    guarded_through = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="chases")
    step = models.CharField(max_length=40)
    due_on = models.DateField()
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "step", "due_on"], name="referrals_step_once"
            )
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
