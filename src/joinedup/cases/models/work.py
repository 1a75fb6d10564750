"""What is done in a case: notes, steps and support, supervision, handing over."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, Person, Team, User
from joinedup.access.references import new_reference
from joinedup.cases.choices import ItemState, NoteKind, SessionKind
from joinedup.cases.models.case import Case


def item_reference() -> str:
    """A new reference for a step of a case's plan."""
    return new_reference("CP")


class Note(models.Model):
    """Something written about a case. Added, never changed."""

    is_append_only = True
    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=10, choices=NoteKind.choices)
    words = models.TextField()
    happened_on = models.DateField()
    is_seen_alone = models.BooleanField(default=False)
    kept_because = models.CharField(max_length=300, blank=True)
    kept_codes = models.JSONField(default=list, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="cases_note_has_words")]
        indexes = [models.Index(fields=["case", "happened_on"])]


class PlanItem(models.Model):
    """A step of the plan, or support that somebody needs. Support that is not met or waited for
    keeps the case open."""

    guarded_through = "case"

    reference = models.CharField(max_length=24, unique=True, default=item_reference)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="items")
    words = models.TextField()
    is_support = models.BooleanField(default=False)
    who = models.CharField(max_length=200)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.OPEN)
    ended_on = models.DateField(null=True, blank=True)
    ended_words = models.TextField(blank=True)
    made_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[ItemState.OPEN, ItemState.WAITING], ended_on__isnull=True)
                | Q(state=ItemState.DONE, ended_on__isnull=False)
                | (Q(state=ItemState.NOT_NEEDED, ended_on__isnull=False) & ~Q(ended_words="")),
                name="cases_step_ends_with_date",
            )
        ]


class Session(models.Model):
    """A supervision or a review of the case: when, who, what was said, when the next is due. A
    supervision counts from when it was confirmed by whoever supervises, which recording it oneself
    as the supervisor does; those from before this was asked have nobody there."""

    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=12, choices=SessionKind.choices)
    held_on = models.DateField()
    with_whom = models.CharField(max_length=200)
    words = models.TextField()
    next_on = models.DateField()
    recorded_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="cases_session_has_words"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | Q(confirmed_on__isnull=False),
                name="cases_session_confirmed_on_a_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["case"],
                name="cases_session_to_confirm",
                condition=Q(kind=SessionKind.SUPERVISION, confirmed_on__isnull=True),
            )
        ]

    @property
    def counts(self) -> bool:
        """Whether the next one runs from this: a review does at once, a supervision once confirmed."""
        return self.kind != SessionKind.SUPERVISION or self.confirmed_on is not None


class Transfer(models.Model):
    """A case handed over: from whom to whom, with the summary that goes along; and when the next
    worker signed that they have read it, with the chronology."""

    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="transfers")
    from_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    to_team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    summary = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(summary=""), name="cases_handover_has_summary"),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True, read_by__isnull=True)
                | Q(read_at__isnull=False, read_by__isnull=False),
                name="cases_handover_receipt_is_whole",
            ),
        ]
