"""Words of the papers package."""

from django.db import models

__all__ = [
    "Form",
    "Found",
    "LayoutState",
    "MakingState",
    "OnPlans",
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


class MakingState(models.TextChoices):
    """How far the making of a publication's files has come."""

    WAITING = "waiting", "Waiting to be made"
    WORKING = "working", "Being made"
    DONE = "done", "Made and published"
    STOPPED = "stopped", "Stopped by somebody"
    FAILED = "failed", "Not made"


class LayoutState(models.TextChoices):
    """Whether papers are written in a layout of the council's own."""

    PROPOSED = "proposed", "Not used yet"
    IN_USE = "in_use", "Papers are written in it"
    ENDED = "ended", "No longer used"


class OnPlans(models.TextChoices):
    """What a meeting made of the plans that a paper put to it."""

    APPROVED = "approved", "Approved"
    CONSIDERED = "considered", "Considered, not decided"
    SENT_BACK = "sent_back", "Sent back to be changed"


class Found(models.TextChoices):
    """What the check before publishing looks for."""

    NAME = "name", "Personal name"
    CONTACT = "contact", "Telephone, e-mail, postcode"
    BIRTH = "birth", "Date of birth"
    COUNT = "count", "Small count"
    BY_TAKING = "by-taking", "Count that can be worked out"


class Verdict(models.TextChoices):
    """What an officer says of something that the check found."""

    FINE = "fine", "It may be published"
    WITHHOLD = "withhold", "Take it out"
