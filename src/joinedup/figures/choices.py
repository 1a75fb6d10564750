"""Words of the figures package: where a figure comes from."""

from django.db import models


class Origin(models.TextChoices):
    """Where a figure comes from."""

    DECLARED = "declared", "Declared by a person"
    COUNTED = "counted", "Counted from records"
