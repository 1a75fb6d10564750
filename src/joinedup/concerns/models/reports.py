"""What came in: the first report of a concern and everything that joined it later."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.access.models import Agency, Guard, User
from joinedup.access.references import new_reference
from joinedup.concerns.choices import Door, MailWay
from joinedup.concerns.models.concern import Concern


def report_reference() -> str:
    """A new reference for a report."""
    return new_reference("RP")


class Report(models.Model):
    """What one person told at one time. Whoever reported sees their own report and what they were
    told, and nothing else of the concern.

    `code_hash` is that of the return code of somebody without an account; the code itself is kept
    nowhere. `once` is the mark of the form that it came by, so that nothing is stored twice,
    `adds_to` the earlier report of the same person that this adds to.
    `gave` is whom somebody with an account reported about, as they wrote it: a list of tables with
    `who`, `age` and `where`. It is shown to them alone, whatever is learnt later.
    `raiser_name`, `raiser_contact` and `safe` are empty for whoever did not say. `raiser_knows`
    is how they know of it ("I am family"): whoever reads that may guess who reported.
    """

    reference = models.CharField(max_length=24, unique=True, default=report_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="reports")
    is_first = models.BooleanField(default=False)
    door = models.CharField(max_length=10, choices=Door.choices)
    source = models.CharField(max_length=80, blank=True)
    words = models.TextField()
    told = models.CharField(max_length=500, blank=True)
    gave = models.JSONField(default=list, blank=True)
    received_at = models.DateTimeField()
    entered_at = models.DateTimeField(auto_now_add=True)
    entered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    raiser_name = models.CharField(max_length=200, blank=True)
    raiser_contact = models.CharField(max_length=300, blank=True)
    safe = models.CharField(max_length=500, blank=True)
    raiser_knows = models.CharField(max_length=300, blank=True)
    wants_news = models.BooleanField(default=True)
    mail = models.CharField(max_length=5, choices=MailWay.choices, blank=True, default=MailWay.NONE)
    once = models.CharField(max_length=64, blank=True)
    adds_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="added"
    )
    code_hash = models.CharField(max_length=64, blank=True, db_index=True)
    telephoned_to = models.CharField(max_length=200, blank=True)
    telephoned_at = models.DateTimeField(null=True, blank=True)
    telephoned_reference = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="concerns_report_says_something"),
            models.UniqueConstraint(
                fields=["concern"], condition=Q(is_first=True), name="concerns_one_first_report"
            ),
            models.UniqueConstraint(
                fields=["code_hash"], condition=~Q(code_hash=""), name="concerns_code_once"
            ),
            models.UniqueConstraint(
                fields=["once"], condition=~Q(once=""), name="concerns_added_once"
            ),
            models.CheckConstraint(
                condition=Q(telephoned_to="", telephoned_at__isnull=True)
                | (~Q(telephoned_to="") & Q(telephoned_at__isnull=False)),
                name="concerns_telephoned_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class KeptWords(models.Model):
    """Words that the language guard asked about and the writer kept, with the reason."""

    is_append_only = True
    guarded_through = "concern"

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="kept_words")
    text = models.CharField(max_length=300)
    code = models.CharField(max_length=60)
    reason = models.CharField(max_length=300)
    kept_at = models.DateTimeField(auto_now_add=True)
    kept_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="concerns_kept_has_reason"),
        ]
