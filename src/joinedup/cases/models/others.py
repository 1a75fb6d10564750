"""Others: those who may be harmed too, and authorities that take a case over."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, User
from joinedup.access.references import new_reference
from joinedup.cases.choices import FollowedUp, TransferState
from joinedup.cases.models.case import Case


def follow_up_reference() -> str:
    """A new reference for the follow-up of somebody who may be harmed too."""
    return new_reference("FU")


def transfer_out_reference() -> str:
    """A new reference for the transfer of a case to another authority."""
    return new_reference("TO")


class FollowUp(models.Model):
    """Somebody else who may be harmed, named or described, as far as known. It keeps the case open
    until it ends in a contact, a concern, a referral or a reason ("evidence relating to other
    victims was not followed", Oxfordshire)."""

    guarded_through = "case"

    reference = models.CharField(max_length=24, unique=True, default=follow_up_reference)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="follow_ups")
    name = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    noted_on = models.DateField()
    noted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField()
    ended = models.CharField(max_length=10, choices=FollowedUp.choices, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_words = models.TextField(blank=True)
    led_to = models.CharField(max_length=24, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended="", ended_on__isnull=True)
                | (~Q(ended="") & Q(ended_on__isnull=False) & ~Q(ended_words="")),
                name="cases_follow_up_ends_with_words",
            ),
            models.CheckConstraint(
                condition=~Q(ended__in=[FollowedUp.CONCERN, FollowedUp.REFERRAL]) | ~Q(led_to=""),
                name="cases_follow_up_names_what_it_led_to",
            ),
        ]


class TransferOut(models.Model):
    """A case sent to an authority outside: to whom by name, how, when; and whether they accepted
    responsibility in writing. Closing because somebody else took over rests on such a row."""

    guarded_through = "case"

    reference = models.CharField(max_length=24, unique=True, default=transfer_out_reference)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="transfers_out")
    body = models.CharField(max_length=200)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    person = models.CharField(max_length=200)
    contact = models.CharField(max_length=200)
    words = models.TextField()
    proof = models.CharField(max_length=300)
    sent_on = models.DateField()
    sent_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    accept_by = models.DateField()
    chased_on = models.DateField(null=True, blank=True)
    state = models.CharField(
        max_length=10, choices=TransferState.choices, default=TransferState.SENT
    )
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    letter = models.CharField(max_length=300, blank=True)
    their_reference = models.CharField(max_length=100, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(body="") & ~Q(person="") & ~Q(proof="") & ~Q(words=""),
                name="cases_transfer_out_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state=TransferState.ACCEPTED)
                | (Q(answered_on__isnull=False) & ~Q(answered_by="") & ~Q(letter="")),
                name="cases_transfer_is_accepted_in_writing",
            ),
            models.CheckConstraint(
                condition=Q(state=TransferState.SENT, answered_on__isnull=True)
                | (~Q(state=TransferState.SENT) & Q(answered_on__isnull=False)),
                name="cases_transfer_out_answer_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[TransferState.REFUSED, TransferState.WITHDRAWN])
                | ~Q(answer=""),
                name="cases_transfer_out_ends_with_words",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state=TransferState.SENT),
                name="cases_one_transfer_out_at_a_time",
            ),
        ]
