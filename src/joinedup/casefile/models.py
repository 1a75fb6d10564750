"""Requests to see records, holds, reviews of how long records are kept, and the register of what was
erased. None of them holds what a record says."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Guard, User
from joinedup.access.references import new_reference
from joinedup.casefile.choices import (
    ErasedKind,
    GivenHow,
    Ground,
    PackState,
    TieGrade,
    TieVerdict,
)


def request_reference() -> str:
    """A new reference for a request to see records."""
    return new_reference("AR")


def tie_reference() -> str:
    """A new reference for something that two records name."""
    return new_reference("TI")


def erasure_reference() -> str:
    """A new reference for an erasure."""
    return new_reference("ER")


class AccessRequest(models.Model):
    """Somebody asks to see their records: what goes into the pack, by when, and, once it is prepared,
    what was left out and why (sentences and numbers, no names). A second person reads the pack, whose
    `digest` says that it is still the same; then it is given: when, how, to whom."""

    reference = models.CharField(max_length=24, unique=True, default=request_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    received_on = models.DateField()
    due_on = models.DateField()
    rule_hash = models.CharField(max_length=64)
    parts = models.JSONField(default=list)
    sorts = models.JSONField(default=list)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    entries = models.PositiveIntegerField(null=True, blank=True)
    left_out = models.JSONField(default=list)
    made_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField(max_length=64, blank=True)
    sent_back = models.CharField(max_length=500, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    given_on = models.DateField(null=True, blank=True)
    given_how = models.CharField(max_length=8, choices=GivenHow.choices, blank=True)
    given_to = models.CharField(max_length=200, blank=True)
    given_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(read_by__isnull=True) | ~Q(read_by=F("made_by")),
                name="casefile_pack_read_by_another",
            ),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True)
                | Q(made_at__isnull=False, made_by__isnull=False, read_by__isnull=False),
                name="casefile_pack_read_once_prepared",
            ),
            models.CheckConstraint(
                condition=Q(given_on__isnull=True)
                | (Q(read_at__isnull=False) & ~Q(given_how="") & ~Q(given_to="")),
                name="casefile_pack_given_once_read",
            ),
        ]

    @property
    def stands(self) -> PackState:
        """How far the answer has come."""
        if self.given_on is not None:
            return PackState.GIVEN
        if self.read_at is not None:
            return PackState.READ
        return PackState.PREPARED if self.made_at is not None else PackState.ASKED


class PackCut(models.Model):
    """Something taken out of a pack by hand: a whole event, or words of it; with the reason."""

    guarded_through = "request"

    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="cuts")
    event = models.CharField(max_length=80)
    words = models.CharField(max_length=500, blank=True)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="casefile_cut_has_reason"),
            models.UniqueConstraint(fields=["request", "event", "words"], name="casefile_cut_once"),
        ]


class RecordSearch(models.Model):
    """Somebody who governs records looked for a person by name, and why. What was typed is not kept."""

    is_append_only = True
    open_because = "Who looked, when and why; read by those who govern records alone."

    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    found = models.PositiveIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="casefile_search_has_reason")
        ]


class LegalHold(models.Model):
    """Nothing about a record (or about anything, where `about` is empty) may be erased while this
    stands: an inquiry or a court may ask for it."""

    guard = models.ForeignKey(
        Guard, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    about = models.CharField(max_length=24, blank=True, db_index=True)
    reason = models.CharField(max_length=300)
    from_on = models.DateField()
    set_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    end_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="casefile_hold_has_reason"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(end_reason=""),
                name="casefile_hold_ends_with_reason",
            ),
        ]


class RetentionReview(models.Model):
    """Somebody looked whether a record is still needed and kept it until another day."""

    is_append_only = True

    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    rule_code = models.CharField(max_length=80)
    rule_hash = models.CharField(max_length=64)
    next_on = models.DateField()
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="casefile_review_has_reason")
        ]


class Erasure(models.Model):
    """The register: what was erased, on what ground, who asked, who agreed, and how many rows went.
    It stays when the record is gone. `replayed_at` is when an older backup had brought the record
    back and it was erased again; accounts made after that backup are not in it."""

    reference = models.CharField(max_length=24, unique=True, default=erasure_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    kind = models.CharField(max_length=8, choices=ErasedKind.choices)
    ground = models.CharField(max_length=8, choices=Ground.choices)
    reason = models.CharField(max_length=500)
    asked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    refused_because = models.CharField(max_length=500, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    replayed_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="casefile_erasure_has_reason"),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("asked_by")),
                name="casefile_erased_by_two",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True)
                | Q(answered_by__isnull=False, refused_because="")
                | Q(replayed_at__isnull=False, refused_because=""),
                name="casefile_erased_is_agreed",
            ),
            models.CheckConstraint(
                condition=Q(asked_by__isnull=False) | Q(replayed_at__isnull=False),
                name="casefile_erasure_is_asked_for",
            ),
            models.UniqueConstraint(
                fields=["about"],
                condition=Q(answered_at__isnull=True),
                name="casefile_one_erasure_at_a_time",
            ),
        ]


class NamedKey(models.Model):
    """Something that a case or concern names (a telephone, a plate, a place, somebody), as a hash, so
    that it is found where another names it. `part` says where it stands there; `is_own` that it is of
    the child or adult themselves."""

    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    part = models.CharField(max_length=30)
    sign = models.CharField(max_length=1)
    value = models.BigIntegerField(db_index=True)
    is_own = models.BooleanField(default=False)


class Tie(models.Model):
    """Something that two records seem to name: put forward by the system, decided by a person. `why`
    holds codes of what is alike, no words. The records themselves are never changed."""

    guarded_through = "ends"

    reference = models.CharField(max_length=24, unique=True, default=tie_reference)
    pair = models.CharField(max_length=120, unique=True)
    why = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)


class TieEnd(models.Model):
    """One of the two records that name it, and where."""

    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="ends")
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=24, db_index=True)
    part = models.CharField(max_length=30)


class TieDecision(models.Model):
    """What somebody decided about it, with reason and grade. The newest holds; one that takes the one
    before back leaves everything as it stood before that."""

    is_append_only = True
    guarded_through = "tie"

    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=10, choices=TieVerdict.choices)
    grade = models.CharField(max_length=10, choices=TieGrade.choices, blank=True)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="casefile_tie_has_reason"),
            models.CheckConstraint(
                condition=~Q(verdict=TieVerdict.SAME) | ~Q(grade=""),
                name="casefile_tie_has_grade",
            ),
        ]
