"""Referrals to other services, what was shared or kept back, challenges, and what seniors must read.

None of them names a table of casework: `about` is the reference of the concern or case, and the
guard is the one of that record, so that whatever closes it closes these too.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Agency, Guard, User
from joinedup.access.references import new_reference
from joinedup.referrals.choices import (
    ADULTS,
    CHILDREN,
    COPY_TEAM,
    POLICE,
    UNSENT,
    AgeGroup,
    Agreed,
    Channel,
    ResultKind,
    State,
    Told,
)


def referral_reference() -> str:
    """A new reference for a referral."""
    return new_reference("RF")


def share_reference() -> str:
    """A new reference for a decision to share or not."""
    return new_reference("SD")


class Referral(models.Model):
    """A formal hand-over of a worry to another service, or the copy of one.

    `parts` holds the drafted words by their keys, `receiver` the rule of the receiver and
    `receiver_hash` the wording of that rule. Jay 6.4: signposting is not a referral. `refusals`
    counts how often it was refused; each time, what was said of the refusal before is over.
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
    refusals = models.PositiveSmallIntegerField(default=0)
    stand_asked_because = models.TextField(blank=True)
    stand_asked_on = models.DateField(null=True, blank=True)
    stand_asked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    stand_answer = models.TextField(blank=True)
    stand_signed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
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
            # rows of before refusals were counted are as they are
            models.CheckConstraint(
                condition=Q(stands_because="")
                | Q(refusals=0)
                | Q(has_indicators=False)
                | Q(age=AgeGroup.ADULT)
                | (
                    Q(stand_asked_by__isnull=False, stand_signed_by__isnull=False)
                    & ~Q(stand_asked_by=F("stand_signed_by"))
                ),
                name="referrals_refused_child_stands_by_two",
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
