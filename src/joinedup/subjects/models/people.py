"""Records about people. A record is what one source said; it is never rewritten by a merge."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Guard
from joinedup.access.references import new_reference
from joinedup.subjects.choices import NameKind, Relation, Sex, SubjectKind


def subject_reference() -> str:
    """A new reference for a record about somebody."""
    return new_reference("SU")


def household_reference() -> str:
    """A new reference for a household."""
    return new_reference("HO")


def load_reference() -> str:
    """A new reference for a list that was loaded."""
    return new_reference("LO")


class Load(models.Model):
    """A list of people taken in from a file: how far it came, so that it can be taken up again."""

    open_because = "Counts and a digest of the file; no words about a person."

    reference = models.CharField(max_length=24, unique=True, default=load_reference)
    digest = models.CharField(max_length=64, db_index=True)
    rows_read = models.PositiveIntegerField(default=0)
    loaded = models.PositiveIntegerField(default=0)
    passed_over = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)


class Subject(models.Model):
    """A record about a child, an adult or somebody nobody can name yet; or about a place or a
    vehicle.

    Everything but the guard may be missing: "girl called K, Ford van" is a record, with those words
    as its `description`. An unborn child has `expected_on` and no date of birth. `born_text` keeps
    what was written where it is not a whole date; `age_text` is what was said on `age_on`.
    `their_ref` is the reference of the system or list that the record comes from.
    """

    reference = models.CharField(max_length=24, unique=True, default=subject_reference)
    kind = models.CharField(
        max_length=8,
        choices=SubjectKind.choices,
        default=SubjectKind.PERSON,
        db_default=SubjectKind.PERSON.value,
    )
    guard = models.OneToOneField(Guard, on_delete=models.PROTECT, related_name="+")
    description = models.TextField(blank=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    born_on = models.DateField(null=True, blank=True)
    born_text = models.CharField(max_length=60, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    age_text = models.CharField(max_length=60, blank=True)
    age_on = models.DateField(null=True, blank=True)
    their_ref = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=200, blank=True)
    load = models.ForeignKey(
        Load, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    by_ref = models.CharField(max_length=60)
    made_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expected_on__isnull=True) | Q(born_on__isnull=True),
                name="subjects_unborn_has_no_birth_date",
            ),
            models.UniqueConstraint(
                fields=["their_ref"],
                condition=~Q(their_ref=""),
                name="subjects_their_reference_once",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class SubjectName(models.Model):
    """A name of somebody: given, used, earlier or false, from when to when, and who said so."""

    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=10, choices=NameKind.choices, default=NameKind.NAME)
    forename = models.CharField(max_length=120, blank=True)
    middle = models.CharField(max_length=120, blank=True)
    surname = models.CharField(max_length=120, blank=True)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(forename="", middle="", surname=""), name="subjects_name_is_not_empty"
            )
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.forename, self.middle, self.surname) if part)


class Relationship(models.Model):
    """`subject` is `relation` of `other`, from when to when, and who said so."""

    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="relations")
    other = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="relations_to")
    relation = models.CharField(max_length=12, choices=Relation.choices)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(subject=F("other")), name="subjects_relation_of_two"
            )
        ]


class Household(models.Model):
    """People who live together. It holds no words; those who belong to it are its members."""

    open_because = "A reference only; its members are guarded each by their own record."

    reference = models.CharField(max_length=24, unique=True, default=household_reference)
    made_at = models.DateTimeField(auto_now_add=True)


class HouseholdMember(models.Model):
    """Somebody belongs to a household, from when to when."""

    guarded_through = "subject"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="households")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
