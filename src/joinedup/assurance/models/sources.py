"""Where promises come from: sources, what they say, and what organisations answer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, Guard, User
from joinedup.access.references import new_reference
from joinedup.assurance.choices import Answer, SourceKind, StatementKind


def source_reference() -> str:
    """A new reference for a source."""
    return new_reference("SO")


def statement_reference() -> str:
    """A new reference for a statement."""
    return new_reference("ST")


def response_reference() -> str:
    """A new reference for a response."""
    return new_reference("RE")


class Source(models.Model):
    """An inquiry, audit, review or plan. Without a guard it is public: all who read plans see it."""

    reference = models.CharField(max_length=24, unique=True, default=source_reference)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=SourceKind.choices)
    author = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    citation = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    guard = models.ForeignKey(
        Guard, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.title


class Statement(models.Model):
    """A finding, recommendation, standard or duty, in the source's own words."""

    guarded_through = "source"

    reference = models.CharField(max_length=24, unique=True, default=statement_reference)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="statements")
    number = models.CharField(max_length=40, blank=True)
    number_key = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=16, choices=StatementKind.choices)
    place = models.CharField(max_length=120, blank=True)
    words = models.TextField()
    theme = models.CharField(max_length=120, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["source", "number_key"]), models.Index(fields=["theme"])]


class Response(models.Model):
    """What one organisation answers in one cycle, to one statement or several."""

    reference = models.CharField(max_length=24, unique=True, default=response_reference)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    cycle = models.CharField(max_length=40, blank=True)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.WAITING)
    position = models.TextField(blank=True)
    self_grade = models.CharField(max_length=40, blank=True)
    moderated_grade = models.CharField(max_length=40, blank=True)
    moderated_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    moderated_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer=Answer.WAITING) | Q(answered_on__isnull=False),
                name="assurance_answer_has_date",
            )
        ]


class ResponseStatement(models.Model):
    """Which statements a response answers; each organisation answers each once in a cycle."""

    guarded_through = "response"

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="answers")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="responses")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    cycle = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "agency", "cycle"], name="assurance_one_answer_a_cycle"
            )
        ]
