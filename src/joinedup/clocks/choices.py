"""Words of the clocks package."""

from django.db import models


class ClockKind(models.TextChoices):
    """What sort of promise a clock runs for."""

    DUE = "due", "Due date"
    OCCURRENCE = "occurrence", "Time of a recurring duty"
    ANSWER = "answer", "Answer to a question"
    REVIEW = "review", "Review"
    EVIDENCE = "evidence", "Evidence runs out"
    ACKNOWLEDGE = "acknowledge", "Referral to be acknowledged"
    DECISION = "decision", "Decision about a referral"
    RESULT = "result", "Outcome of a referral"
    CHALLENGE = "challenge", "Refusal to be challenged or let stand"
    ESCALATION = "escalation", "Stage of a challenge"
    ALERT = "alert", "Something for a named senior to read"
    SUPERVISION = "supervision", "Supervision of a case"
    CASE_REVIEW = "case_review", "Review of a case"
    VISIT = "visit", "Visit"
    SUPPORT = "support", "Support that is needed or waited for"
    EXIT = "exit", "Exit assessment after exploitation"
    TRANSITION = "transition", "Plan for turning 18"
    FLAG = "flag", "Review of a warning"
    FLAG_OFF = "flag_off", "Somebody to be told that a warning is off"
    ENQUIRY = "enquiry", "Decision about an enquiry"
    FOLLOW_UP = "follow_up", "Somebody else who may be harmed"
    HANDOVER = "handover", "Handover to be read"
    TRANSFER_OUT = "transfer_out", "Another authority to accept a case"
    ACCESS = "access", "Answer to a request for records"
    CONTACT = "contact", "Decision on a concern"
    NEWS = "news", "Answer to what was told later"
    CASE_OPENING = "case_open", "Case to be opened"
    ALLEGATION = "allegation", "Telling of an allegation"
    PAPER_OUT = "paper_out", "Paper to be published"
    PAPER_CLEARED = "paper_clear", "Paper to be cleared"
    KEY_NOTICE = "key_notice", "Notice of a key decision"
    PRIVATE_NOTICE = "priv_notice", "Notice of a private meeting"


class Outcome(models.TextChoices):
    """How a clock stands or ended."""

    OPEN = "open", "Running"
    KEPT = "kept", "Kept in time"
    LATE = "late", "Kept late"
    MISSED = "missed", "Missed"
    CANCELLED = "cancelled", "Cancelled"
