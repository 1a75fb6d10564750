"""A paper, the plans it reports on, and its sections."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, Guard, User
from joinedup.access.references import new_reference
from joinedup.assurance.models import Plan, PlanVersion
from joinedup.papers.choices import Recommends, State, YesNo


def paper_reference() -> str:
    """A new reference for a paper."""
    return new_reference("PA")


class Paper(models.Model):
    """A paper for a committee. What stood in it when it was published is kept in its publications.

    `version` grows with every change; `text_version` only with words that clearers read, so that a
    signature under an earlier text is seen to be one.
    """

    reference = models.CharField(max_length=24, unique=True, default=paper_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=80)
    kind_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    number = models.CharField(max_length=60, blank=True)
    body = models.CharField(max_length=200, blank=True)
    meeting_on = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=300)
    report_by = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=500, blank=True)
    purpose = models.TextField(blank=True)
    recommends = models.CharField(max_length=10, choices=Recommends.choices)
    recommendation = models.TextField(blank=True)
    is_call_in = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    is_key = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    key_notice_on = models.DateField(null=True, blank=True)
    private_notice_on = models.DateField(null=True, blank=True)
    urgency = models.TextField(blank=True)
    has_no_background = models.BooleanField(default=False)
    exempt_paragraph = models.CharField(max_length=80, blank=True)
    exempt_reason = models.TextField(blank=True)
    as_at_on = models.DateField(null=True, blank=True)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    published_version = models.PositiveIntegerField(default=0)
    correcting = models.CharField(max_length=500, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    text_version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(published_version__gt=0),
                name="papers_published_has_version",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN) | ~Q(withdrawn_reason=""),
                name="papers_withdrawn_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["kind", "body"])]

    def __str__(self) -> str:
        return self.subject


class PaperPlan(models.Model):
    """A plan that the paper reports on; `version` is what it put to the body, where it asked for
    approval."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="plan_links")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(
        PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "plan"], name="papers_plan_once"),
        ]


class PaperSection(models.Model):
    """A section: its place, its heading, what fills it from the register (`fill`), and the words
    written around that. `about` is a reference where the section reports on one thing alone."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="sections")
    code = models.CharField(max_length=40)
    fill = models.CharField(max_length=40, blank=True)
    layout = models.CharField(max_length=10, default="body")
    about = models.CharField(max_length=24, blank=True)
    position = models.PositiveIntegerField(default=0)
    is_on = models.BooleanField(default=True)
    is_exempt = models.BooleanField(default=False)
    heading = models.CharField(max_length=300)
    prose = models.TextField(blank=True)
    comment = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "code"], name="papers_section_once"),
        ]

    def __str__(self) -> str:
        return self.heading
