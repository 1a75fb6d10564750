"""Which records are about one person: decided by people, added and ended, never rewritten."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.references import new_reference
from joinedup.subjects.choices import Origin, ProposalState, Verdict
from joinedup.subjects.models.people import Subject


def link_reference() -> str:
    """A new reference for a decision about two records."""
    return new_reference("LI")


def proposal_reference() -> str:
    """A new reference for a proposal about two records."""
    return new_reference("LP")


def run_reference() -> str:
    """A new reference for a night's look for duplicates."""
    return new_reference("NR")


class NightRun(models.Model):
    """One look through the whole register for records about one person."""

    open_because = "Counts and the version of the model; no words about a person."

    reference = models.CharField(max_length=24, unique=True, default=run_reference)
    model_version = models.CharField(max_length=40)
    model_hash = models.CharField(max_length=64)
    records = models.PositiveIntegerField()
    pairs = models.PositiveIntegerField()
    proposed = models.PositiveIntegerField()
    stopped_because = models.CharField(max_length=200, blank=True)
    seconds = models.FloatField()
    made_at = models.DateTimeField(auto_now_add=True)


class Link(models.Model):
    """A decision about two records: same, not same, related, can't tell. It holds until it is
    ended by a row of `Ended`. The first record is the one with the lower number."""

    is_append_only = True
    guarded_through = "first"

    reference = models.CharField(max_length=24, unique=True, default=link_reference)
    first = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="links_first")
    second = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="links_second")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    reason = models.CharField(max_length=500)
    by_ref = models.CharField(max_length=60)
    second_by_ref = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="subjects_link_has_reason"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="subjects_link_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(by_ref=F("second_by_ref")), name="subjects_link_by_two_people"
            ),
        ]


class Ended(models.Model):
    """The end of a decision: the records stand as they did before it was made."""

    is_append_only = True
    guarded_through = "link"

    link = models.OneToOneField(Link, on_delete=models.PROTECT, related_name="ended")
    reason = models.CharField(max_length=500)
    by_ref = models.CharField(max_length=60)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="subjects_ended_has_reason")
        ]


class Proposal(models.Model):
    """Two records that may be about one person, for somebody to decide. `why` holds codes of
    fields and how they agree, no words about anybody."""

    guarded_through = "first"

    reference = models.CharField(max_length=24, unique=True, default=proposal_reference)
    first = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="proposals_first")
    second = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="proposals_second")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    run = models.ForeignKey(
        NightRun, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    probability = models.FloatField(null=True, blank=True)
    why = models.JSONField(default=dict)
    state = models.CharField(
        max_length=8, choices=ProposalState.choices, default=ProposalState.WAITING
    )
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    by_ref = models.CharField(max_length=60, blank=True)
    link = models.OneToOneField(
        Link, null=True, blank=True, on_delete=models.PROTECT, related_name="proposal"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="subjects_proposal_in_order"
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                condition=~Q(state=ProposalState.DECIDED),
                name="subjects_one_open_proposal",
            ),
            models.CheckConstraint(
                condition=Q(state=ProposalState.WAITING) | ~Q(verdict="") & ~Q(reason=""),
                name="subjects_proposal_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.DECIDED) | Q(link__isnull=False),
                name="subjects_decided_has_link",
            ),
        ]
        indexes = [models.Index(fields=["state", "-probability"])]
