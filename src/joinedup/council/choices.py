"""Words of the council package: what may become of a local rule."""

from django.db import models


class RuleState(models.TextChoices):
    """Whether a local rule counts."""

    APPROVED = "approved", "Approved"
    WITHDRAWN = "withdrawn", "Withdrawn"
