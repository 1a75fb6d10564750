"""Words of the referrals package."""

from django.db import models

__all__ = [
    "ADULTS",
    "CHILDREN",
    "COPY_TEAM",
    "POLICE",
    "UNDER_18",
    "UNSENT",
    "WAITING",
    "AgeGroup",
    "Agreed",
    "AlertTo",
    "ChallengeState",
    "ChallengeWay",
    "Channel",
    "ResultKind",
    "ReturnState",
    "State",
    "TheirView",
    "Told",
    "WhyChallenged",
]

CHILDREN = "receiver.children_social_care"
ADULTS = "receiver.adult_social_care"
POLICE = "receiver.police"
COPY_TEAM = "receiver.exploitation_team"
"""Receivers that the hard rules name; all others are the rule book's alone."""


class AgeGroup(models.TextChoices):
    """How old somebody is, as far as it decides where a concern or a referral goes. Who is not surely
    an adult is looked after as a child; a concern says apart who is not born yet."""

    CHILD = "child", "Under 18"
    UNBORN = "unborn", "Not yet born"
    ADULT = "adult", "18 or over"
    UNKNOWN = "unknown", "Age not known"


UNDER_18 = (AgeGroup.CHILD, AgeGroup.UNBORN, AgeGroup.UNKNOWN)
"""Who is treated as a child: whoever might be one."""


class State(models.TextChoices):
    """How far a referral has come."""

    DRAFTED = "drafted", "Drafted, not sent"
    SENT = "sent", "Sent, not answered"
    ACKNOWLEDGED = "acknowledged", "Arrived, not decided"
    ACCEPTED = "accepted", "Accepted, outcome awaited"
    DECLINED = "declined", "Declined"
    ENDED = "ended", "Outcome known"
    KEPT_BACK = "kept_back", "Decided not to send"


UNSENT = (State.DRAFTED, State.KEPT_BACK)
WAITING = (State.SENT, State.ACKNOWLEDGED, State.ACCEPTED)
"""States in which somebody else has the next word."""


class Channel(models.TextChoices):
    """How a referral reaches its receiver."""

    PORTAL = "portal", "The receiver’s own form"
    SECURE_MAIL = "secure_mail", "Secure mail with a PDF"
    TELEPHONE = "telephone", "Telephone"


class Told(models.TextChoices):
    """Whether parents, or the adult, were told before it was sent."""

    TOLD = "told", "They were told"
    NOT_TOLD = "not_told", "They were not told"


class Agreed(models.TextChoices):
    """What they said to it. For a child at risk it changes nothing: agreement is not needed."""

    YES = "yes", "They agreed"
    NO = "no", "They did not agree"
    NOT_ASKED = "not_asked", "They were not asked"


class ResultKind(models.TextChoices):
    """What came of a referral."""

    STRATEGY = "strategy", "Strategy discussion"
    SECTION_47 = "section_47", "Section 47 enquiry"
    SECTION_42 = "section_42", "Section 42 enquiry"
    ASSESSMENT = "assessment", "Assessment"
    OTHER_ENQUIRY = "other_enquiry", "Other enquiry"
    EARLY_HELP = "early_help", "Early help"
    SERVICE = "service", "Taken on by the service"
    HEARD = "heard", "Heard at a meeting"
    CRIME_RECORDED = "crime_recorded", "Crime recorded"
    INTELLIGENCE = "intelligence", "Kept as information"
    EMPLOYER = "employer", "Taken up with the employer"
    NO_FURTHER = "no_further", "No further action"


class WhyChallenged(models.TextChoices):
    """What a challenge is about."""

    DECLINED = "declined", "They declined"
    SILENT = "silent", "They have not answered in time"
    RESULT = "result", "We disagree with what they decided"


class ChallengeState(models.TextChoices):
    """How a challenge stands."""

    OPEN = "open", "Challenge under way"
    AGREED = "agreed", "Settled"
    UNSETTLED = "unsettled", "Ended without agreement"


class ChallengeWay(models.TextChoices):
    """How a challenge goes to the other side."""

    MAIL = "mail", "Mail with a link"
    TELEPHONE = "telephone", "Telephone"


class TheirView(models.TextChoices):
    """What the other side answers to a challenge."""

    CHANGED = "changed", "Decision changed: the referral is accepted"
    STANDS = "stands", "The decision stands"
    TALK = "talk", "To be talked about first"


class ReturnState(models.TextChoices):
    """How an organisation's yearly answer about escalation stands."""

    ASKED = "asked", "Asked, not answered"
    ANSWERED = "answered", "Answered"


class AlertTo(models.TextChoices):
    """Before whom an alert is put."""

    POST = "post", "The holder of the post"
    MANAGERS = "managers", "Those who manage casework"
    GOVERNANCE = "governance", "Those who set access to records"
