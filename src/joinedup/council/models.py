"""What a council sets for itself: its name and colour, and its own dated rules."""

from django.db import models
from django.db.models import F, Q

from joinedup.access.references import new_reference
from joinedup.council.choices import RuleState


def local_rule_reference() -> str:
    return new_reference("LR")


class Profile(models.Model):
    """The council as it shows itself. Each change is a new row; the highest number holds."""

    open_because = "How the council shows itself to everybody."

    number = models.PositiveIntegerField(unique=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, blank=True)
    colour = models.CharField(max_length=7)
    help_email = models.EmailField(blank=True)
    help_phone = models.CharField(max_length=40, blank=True)
    privacy_email = models.EmailField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    by_ref = models.CharField(max_length=60)


class LocalRule(models.Model):
    """A council's own rule: it wins over the rule book for its dates. Ended or withdrawn, not cut.

    The last day of a rule that is followed by another is the day before the other's first.
    """

    open_because = "Rules are for every member of staff to read."

    reference = models.CharField(max_length=24, unique=True, default=local_rule_reference)
    code = models.CharField(max_length=100, db_index=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    values = models.JSONField(default=dict)
    source = models.CharField(max_length=300)
    note = models.CharField(max_length=500, blank=True)
    approved_by = models.CharField(max_length=200)
    approved_on = models.DateField()
    state = models.CharField(max_length=10, choices=RuleState.choices, default=RuleState.APPROVED)
    withdrawn_reason = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    by_ref = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="council_rule_ends_after_start",
            )
        ]
