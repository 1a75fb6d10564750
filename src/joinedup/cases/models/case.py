"""A case: whose it is, whom it is about, and the concerns that it came from."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from joinedup.access.models import Agency, Guard, Person, Team, User
from joinedup.access.references import new_reference
from joinedup.cases.choices import (
    EXITS,
    Agreement,
    Capacity,
    CaseState,
    CloseReason,
    HousingResult,
    NewConcernVerdict,
    Route,
)
from joinedup.cases.models.held_open import CASE_STAYS_OPEN
from joinedup.referrals.choices import AgeGroup


def case_reference() -> str:
    """A new reference for a case."""
    return new_reference("CA")


class Case(models.Model):
    """The work done for a child or an adult. One lead agency and one lead person, always.

    The last columns repeat what closing rests on, so that the database itself refuses a case that
    is closed too early (Jay 6.20). `sessions_before` is the last supervision or review (its number)
    of before it was opened again.
    """

    refused_writes = (CASE_STAYS_OPEN,)

    reference = models.CharField(max_length=24, unique=True, default=case_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    route = models.CharField(max_length=20, choices=Route.choices)
    lead_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    lead_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    worker = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_on = models.DateField()
    opened_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    why = models.TextField()
    wants = models.TextField(blank=True)
    capacity = models.CharField(max_length=10, choices=Capacity.choices, default=Capacity.NOT_ASKED)
    agreement = models.CharField(
        max_length=10, choices=Agreement.choices, default=Agreement.NOT_ASKED
    )
    override_ground = models.TextField(blank=True)
    is_domestic_abuse = models.BooleanField(default=False)
    housing_result = models.CharField(max_length=12, choices=HousingResult.choices, blank=True)
    housing_on = models.DateField(null=True, blank=True)
    housing_reference = models.CharField(max_length=60, blank=True)
    has_exploitation = models.BooleanField(default=False)
    exit_words = models.TextField(blank=True)
    exit_signed_on = models.DateField(null=True, blank=True)
    exit_signed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    transition_plan = models.TextField(blank=True)
    transition_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=CaseState.choices, default=CaseState.OPEN)
    close_reason = models.CharField(max_length=10, choices=CloseReason.choices, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    countersigned_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    blocks_left = models.PositiveSmallIntegerField(default=0)
    is_short = models.BooleanField(default=False)
    short_reason = models.TextField(blank=True)
    reopened_on = models.DateField(null=True, blank=True)
    sessions_before = models.BigIntegerField(default=0)
    times_reopened = models.PositiveSmallIntegerField(default=0)
    days_closed = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=CaseState.CLOSED)
                | (
                    Q(closed_on__isnull=False, closed_by__isnull=False)
                    & Q(countersigned_by__isnull=False)
                    & Q(close_reason__in=CloseReason.values)
                    & ~Q(closed_by=F("countersigned_by"))
                ),
                name="cases_closed_by_two",
            ),
            models.CheckConstraint(
                condition=~Q(state=CaseState.CLOSED) | Q(blocks_left=0),
                name="cases_nothing_blocks_a_closed_case",
            ),
            models.CheckConstraint(
                condition=~Q(state=CaseState.CLOSED)
                | Q(has_exploitation=False)
                | Q(exit_signed_on__isnull=False)
                | Q(close_reason__in=EXITS),
                name="cases_exploitation_needs_exit_assessment",
            ),
            models.CheckConstraint(
                condition=~Q(state=CaseState.CLOSED) | Q(is_short=False) | ~Q(short_reason=""),
                name="cases_short_case_needs_managers_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=CaseState.CLOSED) | Q(closed_on__isnull=True, close_reason=""),
                name="cases_open_case_has_no_end",
            ),
            models.CheckConstraint(
                condition=Q(exit_signed_on__isnull=True, exit_signed_by__isnull=True)
                | (
                    Q(exit_signed_on__isnull=False, exit_signed_by__isnull=False)
                    & ~Q(exit_words="")
                ),
                name="cases_exit_assessment_is_signed",
            ),
            models.CheckConstraint(
                condition=~Q(agreement=Agreement.DISAGREES)
                | ~Q(route=Route.SECTION_42)
                | ~Q(override_ground=""),
                name="cases_adult_overridden_on_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(housing_result="", housing_on__isnull=True)
                | (~Q(housing_result="") & Q(housing_on__isnull=False)),
                name="cases_housing_check_has_date",
            ),
            models.CheckConstraint(
                condition=Q(transition_plan="", transition_on__isnull=True)
                | (~Q(transition_plan="") & Q(transition_on__isnull=False)),
                name="cases_transition_plan_has_date",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "opened_on"]),
            models.Index(
                fields=["name"], name="cases_open_by_name", condition=~Q(state=CaseState.CLOSED)
            ),
            models.Index(
                fields=["worker", "has_exploitation", "guard"], name="cases_open_by_worker",
                condition=~Q(state=CaseState.CLOSED),
            ),
            # those behind the guards of a team, with what its lists show
            models.Index(
                fields=["guard", "id", "reference", "name"], name="cases_open_by_guard",
                condition=~Q(state=CaseState.CLOSED),
            ),
            models.Index(
                fields=["reopened_on"], name="cases_reopened",
                condition=Q(reopened_on__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class CaseSubject(models.Model):
    """Somebody the case is about. `subject` is the reference of their record among known people,
    empty for somebody who has none, and `untied_because` why they are not the person of the record
    that they were tied to; `name` is what they are called here."""

    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="subjects")
    subject = models.CharField(max_length=24, blank=True, db_index=True)
    name = models.CharField(max_length=200)
    born_on = models.DateField(null=True, blank=True)
    age = models.CharField(max_length=8, choices=AgeGroup.choices, default=AgeGroup.UNKNOWN)
    is_main = models.BooleanField(default=False)
    untied_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(is_main=True), name="cases_one_main_subject"
            ),
            models.CheckConstraint(
                condition=~Q(age=AgeGroup.UNBORN) | Q(born_on__isnull=True),
                name="cases_unborn_has_no_birthday",
            ),
        ]
        indexes = [
            models.Index(Upper("name"), name="cases_named_only", condition=Q(subject="")),
        ]

    def __str__(self) -> str:
        return self.name


class CaseConcern(models.Model):
    """A concern that led to this case, or came after it closed, with what was decided. What blocks
    behind the concern's own guard blocks the case too."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="concerns")
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    concern = models.CharField(max_length=24, db_index=True)
    verdict = models.CharField(max_length=8, choices=NewConcernVerdict.choices, blank=True)
    reason = models.TextField(blank=True)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "concern"], name="cases_concern_once"),
            models.CheckConstraint(
                condition=Q(verdict="") | ~Q(reason=""), name="cases_verdict_has_reason"
            ),
        ]


class CaseMember(models.Model):
    """Somebody of the team around the person: from which agency, doing what."""

    guarded_through = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="members")
    name = models.CharField(max_length=200)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    part = models.CharField(max_length=200)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
