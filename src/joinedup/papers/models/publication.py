"""What was published: the whole report as data, what made it, and its files. Never changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import User
from joinedup.files.models import StoredFile
from joinedup.papers.choices import Form, MakingState
from joinedup.papers.models.paper import Paper


class Publication(models.Model):
    """One published version of a paper, frozen. `data` is the public report, `exempt` its exempt
    part, empty where there is none; `rules` names each rule used with the hash of its words."""

    is_append_only = True
    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    as_at_on = models.DateField()
    data = models.JSONField()
    exempt = models.JSONField(default=dict, blank=True)
    data_hash = models.CharField(max_length=64)
    rules = models.JSONField(default=dict, blank=True)
    seal_number = models.PositiveIntegerField()
    seal_digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "version"], name="papers_one_of_a_version"),
        ]


class PublicationJob(models.Model):
    """The making of a publication's files, which takes seconds: how far it is. Nothing is published
    before its last step, so one that stops half-way has changed nothing. `beat_at` is its last sign
    of life."""

    guarded_through = "paper"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="jobs")
    state = models.CharField(max_length=8, choices=MakingState.choices, default=MakingState.WAITING)
    text = models.PositiveIntegerField()
    on = models.DateField()
    step = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    beat_at = models.DateTimeField()
    problem = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper"],
                condition=Q(state__in=[MakingState.WAITING, MakingState.WORKING]),
                name="papers_one_job_at_a_time",
            ),
        ]


class PublicationFile(models.Model):
    """A file of a publication, as it was handed out."""

    is_append_only = True
    guarded_through = "publication"

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="files")
    form = models.CharField(max_length=12, choices=Form.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "form"], name="papers_file_once"),
        ]


class Withholding(models.Model):
    """A published version that nobody is handed any more, because something in it was not for
    everybody: since when, by whom and why, and when it was handed out again. Its words and files are
    kept for those who prepare papers."""

    guarded_through = "publication"

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="withholdings"
    )
    reason = models.CharField(max_length=500)
    withheld_at = models.DateTimeField()
    withheld_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    end_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication"],
                condition=Q(ended_at__isnull=True),
                name="papers_withheld_once_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="papers_withheld_says_why"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True)
                | (Q(ended_by__isnull=False) & ~Q(end_reason="")),
                name="papers_handed_out_again_says_why",
            ),
        ]
