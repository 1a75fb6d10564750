"""Words of the directory: services, room, what may give a person away, hours of help numbers."""

from django.db import models


class ServiceState(models.TextChoices):
    """Whether people are sent to a service."""

    OPEN = "open", "Open to people"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Room(models.TextChoices):
    """Whether a service takes new people."""

    UNKNOWN = "unknown", "Not known"
    ROOM = "room", "Takes new people"
    WAITING = "waiting", "Has a waiting list"
    FULL = "full", "Takes nobody new for now"


class Seen(models.TextChoices):
    """Whether it is safe for a person if somebody else sees that they are in touch."""

    UNKNOWN = "unknown", "Not known"
    SAFE = "safe", "Safe to be seen"
    CARE = "care", "Can give a person away"


class HelpHours(models.TextChoices):
    """When a help number is answered."""

    ALWAYS = "always", "At any hour"
    DAY = "day", "In these hours"
    NIGHT = "night", "Outside these hours"


class HelpFor(models.TextChoices):
    """Whom a help number is about."""

    ANYBODY = "anybody", "Anybody"
    CHILD = "child", "A child"
    ADULT = "adult", "An adult"
