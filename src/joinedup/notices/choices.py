"""Words of the notices package: what a notice is for, and how far it has come."""

from django.db import models


class NoticeState(models.TextChoices):
    """How far a notice has come."""

    WAITING = "waiting", "Waiting to be sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Could not be sent"


class Purpose(models.TextChoices):
    """What a notice or a link is for."""

    INVITATION = "invitation", "Invitation to a new account"
    SIGN_IN = "sign_in", "Password and sign-in"
    REMINDER = "reminder", "Reminder of a promise"
    ANSWER = "answer", "Answer without an account"
    PARTNER_RETURN = "partner_return", "Return from a partner"
    CALENDAR = "calendar", "Calendar feed"
    REFERRAL = "referral", "Referral that waits for an answer"
    REPORT = "report", "News for somebody who reported a worry"
    CASEWORK = "casework", "What is due in casework"
    REVIEW = "review", "Review of a page, protocol or resource"
    OTHER = "other", "Other"
