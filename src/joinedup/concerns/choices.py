"""Words of the concerns package: how a worry comes in, whom it is about, what becomes of it."""

from __future__ import annotations

from django.db import models

__all__ = [
    "Allegation",
    "CallerKind",
    "ConcernState",
    "Danger",
    "Door",
    "Ending",
    "MailWay",
    "PersonRole",
    "Place",
    "Receiver",
    "TellKind",
]


class Door(models.TextChoices):
    """The way by which a report came in. The rules are the same behind each of them."""

    PUBLIC = "public", "Public form"
    STAFF = "staff", "Staff form"
    PARTNER = "partner", "Partner form"
    PHONE = "phone", "Telephone"
    MAIL = "mail", "E-mail"
    LEGACY = "legacy", "Older system"
    LINK = "link", "Answer by link"


class Danger(models.TextChoices):
    """Whether somebody is in danger at this moment, as whoever reported said."""

    NONE = "", "Not said, or no"
    UNSURE = "unsure", "May be in danger now"
    YES = "yes", "In danger now"


class CallerKind(models.TextChoices):
    """Who rings."""

    PUBLIC = "public", "A member of the public"
    SELF = "self", "The person whom it is about"
    FAMILY = "family", "Somebody of their family"
    WORK = "work", "Somebody at work, here or in another organisation"


class ConcernState(models.TextChoices):
    """How far a concern has come."""

    RECEIVED = "received", "New"
    TAKEN = "taken", "Somebody is deciding"
    AWAITING = "awaiting", "Sent, waiting for their decision"
    CASE = "case", "To become a case"
    ENDED = "ended", "Ended"


class Ending(models.TextChoices):
    """What a decider decides on a concern."""

    NO_ACTION = "no_action", "No further action"
    ADVICE = "advice", "Advice or signposting"
    EARLY_HELP = "early_help", "Early help"
    ONWARD = "onward", "Sent on to another service"
    CASE = "case", "Our own case"


class PersonRole(models.TextChoices):
    """What somebody is in a concern."""

    CHILD = "child", "Child or young person"
    ADULT = "adult", "Adult at risk"
    OF_CONCERN = "of_concern", "Person of concern"
    PARENT = "parent", "Parent or carer"
    OTHER = "other", "Somebody else"


class Allegation(models.TextChoices):
    """Whom the person works or volunteers with that an allegation is about."""

    NONE = "", "No"
    CHILDREN = "children", "Children"
    ADULTS = "adults", "Adults at risk"
    BOTH = "both", "Children and adults at risk"


class Place(models.TextChoices):
    """Which place made an area responsible: never the place where a child was exploited."""

    LIVES = "lives", "Where they live"
    FOUND = "found", "Where they were found"


class Receiver(models.TextChoices):
    """Receivers that the hard rules name, by their code in the rule book. Others stand there alone."""

    CHILDREN = "receiver.children_social_care", "Children’s social care"
    ADULTS = "receiver.adult_social_care", "Adult social care"
    POLICE = "receiver.police", "Police"
    DESIGNATED = "receiver.designated_officer", "Designated officer"
    TRUST_LEAD = "receiver.position_of_trust", "Position-of-trust lead"
    EXPLOITATION = "receiver.exploitation_team", "Exploitation team"


class MailWay(models.TextChoices):
    """Whether somebody who reported may be written to, by what they said themselves."""

    NONE = "", "No address"
    YES = "yes", "They may be written to"
    ASK = "ask", "Judge each time whether it is safe"
    NEVER = "never", "Do not write: they said it is not safe"


class TellKind(models.TextChoices):
    """What somebody who reported is told."""

    RECEIVED = "received", "Received"
    READ = "read", "Read"
    DECIDED = "decided", "Decided"
    NEWS = "news", "News"
