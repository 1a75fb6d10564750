"""Words of the papers package."""

from django.db import models

__all__ = [
    "Form",
    "Found",
    "Recommends",
    "State",
    "Verdict",
    "YesNo",
]


class State(models.TextChoices):
    """How far a paper has come."""

    DRAFT = "draft", "In work"
    CLEARING = "clearing", "With those who clear it"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Recommends(models.TextChoices):
    """What a paper asks its committee to do."""

    UPDATE = "update", "Note the update"
    APPROVE = "approve", "Approve"
    DECIDE = "decide", "Choose between options"


class YesNo(models.TextChoices):
    """An answer that has to be given: nothing is taken for "no"."""

    YES = "yes", "Yes"
    NO = "no", "No"


class Form(models.TextChoices):
    """What a kept file of a paper is."""

    WORD = "word", "Word document"
    PDF = "pdf", "PDF document"
    EXEMPT_WORD = "exempt-word", "Exempt part, Word document"
    EXEMPT_PDF = "exempt-pdf", "Exempt part, PDF document"


class Found(models.TextChoices):
    """What the check before publishing looks for."""

    NAME = "name", "Personal name"
    COUNT = "count", "Small count"


class Verdict(models.TextChoices):
    """What an officer says of something that the check found."""

    FINE = "fine", "It may be published"
    WITHHOLD = "withhold", "Take it out"
