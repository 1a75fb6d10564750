"""What social care decides, harm outside the home, and warnings."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, User
from joinedup.access.references import new_reference
from joinedup.cases.choices import ContextKind, EnquiryKind, OurView, SpeaksFor, TheirDecision
from joinedup.cases.models.case import Case


def enquiry_reference() -> str:
    """A new reference for an enquiry."""
    return new_reference("EQ")


def flag_reference() -> str:
    """A new reference for a warning."""
    return new_reference("FL")


class Enquiry(models.Model):
    """A strategy discussion or an enquiry. Social care owns it and decides; our view of each of the
    three tests of section 42 is kept beside theirs. `attended` is from before meetings were recorded
    with who came."""

    guarded_through = "case"

    reference = models.CharField(max_length=24, unique=True, default=enquiry_reference)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="enquiries")
    kind = models.CharField(max_length=12, choices=EnquiryKind.choices)
    owner = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    begun_on = models.DateField()
    has_needs = models.CharField(max_length=6, choices=OurView.choices, blank=True)
    is_at_risk = models.CharField(max_length=6, choices=OurView.choices, blank=True)
    cannot_protect = models.CharField(max_length=6, choices=OurView.choices, blank=True)
    our_words = models.TextField(blank=True)
    attended = models.TextField(blank=True)
    decision = models.CharField(
        max_length=18, choices=TheirDecision.choices, default=TheirDecision.AWAITED
    )
    decided_on = models.DateField(null=True, blank=True)
    their_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision=TheirDecision.AWAITED, decided_on__isnull=True)
                | (~Q(decision=TheirDecision.AWAITED) & Q(decided_on__isnull=False)),
                name="cases_decision_has_date",
            )
        ]


class Advocacy(models.Model):
    """Whether somebody helps the person to be heard: who, since when, why not. The last one holds."""

    is_append_only = True
    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="advocacy")
    state = models.CharField(max_length=10, choices=SpeaksFor.choices)
    name = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    noted_on = models.DateField()
    noted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=SpeaksFor.HAS) | ~Q(name=""), name="cases_advocate_has_name"
            )
        ]


class Context(models.Model):
    """Harm outside the home: a place, a person of concern, a peer, a parent as partner."""

    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contexts")
    kind = models.CharField(max_length=18, choices=ContextKind.choices)
    name = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    noted_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)


class Flag(models.Model):
    """A warning: what, who says so, why, until when it is looked at again, and its removal."""

    guarded_through = "case"

    reference = models.CharField(max_length=24, unique=True, default=flag_reference)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="flags")
    words = models.CharField(max_length=200)
    why = models.TextField()
    set_on = models.DateField()
    set_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    review_on = models.DateField()
    removed_on = models.DateField(null=True, blank=True)
    removed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    removed_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_on__isnull=True) | ~Q(removed_because=""),
                name="cases_removed_flag_says_why",
            )
        ]


class FlagShare(models.Model):
    """Somebody who was told of a warning, and whether they know that it was taken off."""

    guarded_through = "flag__case"

    flag = models.ForeignKey(Flag, on_delete=models.PROTECT, related_name="shares")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    shared_on = models.DateField()
    told_of_removal_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["flag", "agency"], name="cases_flag_shared_once")
        ]
