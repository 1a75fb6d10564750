"""Words of the clocks package."""

from django.db import models


class ClockKind(models.TextChoices):
    """What sort of promise a clock runs for."""

    DUE = "due", "Due date"
    OCCURRENCE = "occurrence", "Time of a recurring duty"
    ANSWER = "answer", "Answer to a question"
    REVIEW = "review", "Review"
    EVIDENCE = "evidence", "Evidence runs out"


class Outcome(models.TextChoices):
    """How a clock stands or ended."""

    OPEN = "open", "Running"
    KEPT = "kept", "Kept in time"
    LATE = "late", "Kept late"
    MISSED = "missed", "Missed"
    CANCELLED = "cancelled", "Cancelled"
