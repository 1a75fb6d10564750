"""Words of the library: what is kept, how a review ended, how a link answers, who does what."""

from django.db import models


class ItemKind(models.TextChoices):
    """What an item of the library is."""

    PROTOCOL = "protocol", "Protocol"
    PAGE = "page", "Published page"
    RESOURCE = "resource", "Resource"


class ItemState(models.TextChoices):
    """Whether an item is in use."""

    OPEN = "open", "In use"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Verdict(models.TextChoices):
    """What whoever looked at an item found."""

    RIGHT = "right", "It is right as it stands"
    CHANGED = "changed", "It was changed, and is right now"
    WRONG = "wrong", "It is not right"


class LinkHealth(models.TextChoices):
    """How the address of an item answered when it was last tried."""

    UNCHECKED = "unchecked", "Not tried yet"
    GOOD = "good", "It answers"
    UNSURE = "unsure", "It gave no clear answer"
    BROKEN = "broken", "It is broken"
    OTHER_WORDS = "other_words", "It does not say what it must"


class Duty(models.TextChoices):
    """What somebody does in a process."""

    LEADS = "leads", "Leads and answers for it"
    DOES = "does", "Does it"
    ASKED = "asked", "Is asked before"
    TOLD = "told", "Is told"
