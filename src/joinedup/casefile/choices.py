"""Words of a person's file."""

from __future__ import annotations

from django.db import models

__all__ = [
    "ErasedKind", "EventSort", "GivenHow", "Ground", "PackState", "Part", "Signature", "TieGrade",
    "TieSign", "TieVerdict",
]  # fmt: skip


class EventSort(models.TextChoices):
    """What sort of thing happened, as the chronology can be narrowed to it."""

    CONCERN = "concern", "Concern"
    DECISION = "decision", "Decision on a concern"
    TOLD = "told", "Told whoever reported"
    REFERRAL = "referral", "Referral"
    ANSWER = "answer", "Answer to a referral"
    CHALLENGE = "challenge", "Challenge"
    CASE = "case", "Case opened, handed over, closed"
    NOTE = "note", "Note"
    VISIT = "visit", "Visit"
    SUPERVISION = "supervision", "Supervision and review"
    PLAN = "plan", "Plan and support"
    ENQUIRY = "enquiry", "Enquiry by social care"
    MEETING = "meeting", "Meeting"
    OUTSIDE = "outside", "Harm outside the home"
    FLAG = "flag", "Warning"
    RECORD = "record", "Change to the record"


class Signature(models.TextChoices):
    """What the second person said to a closing."""

    SIGNED = "signed", "Signed"
    REFUSED = "refused", "Refused"


class Part(models.TextChoices):
    """What a copy holds besides the day and what sort of thing happened, field by field."""

    WORDS = "words", "What was written"
    WORKERS = "workers", "Names of those who worked on it"
    OTHERS = "others", "Names of other people"
    CONTACTS = "contacts", "Addresses, telephones and online names"
    REFERENCES = "references", "References of cases, concerns and referrals"
    REPORTERS = "reporters", "Who reported, where staff or a partner did"


class PackState(models.TextChoices):
    """How far the answer to a request for records has come."""

    ASKED = "asked", "To prepare"
    PREPARED = "prepared", "To be read by a second person"
    READ = "read", "Read, and to be given"
    GIVEN = "given", "Given"


class GivenHow(models.TextChoices):
    """How a pack was given."""

    HAND = "hand", "By hand"
    POST = "post", "By recorded post"
    MAIL = "mail", "By secure mail"
    SEEN = "seen", "They read it here"


class ErasedKind(models.TextChoices):
    """What is erased."""

    CASE = "case", "Case"
    PERSON = "person", "Record of a person"
    CONCERN = "concern", "Concern that became no case"


class Ground(models.TextChoices):
    """Why a record may be erased."""

    OVER = "over", "The time for which it is kept is over"
    ERROR = "error", "It was made in error"
    RIGHT = "right", "The person has a right to it"


class TieSign(models.TextChoices):
    """What two records name alike."""

    PHONE = "phone", "Telephone number"
    ONLINE = "online", "Online name"
    PLATE = "plate", "Number plate"
    ADDRESS = "address", "Address"
    PLACE = "place", "Place"
    LICENCE = "licence", "Licence or badge number"
    NAME = "name", "Name of a person"
    SEEN = "seen", "How somebody or something was described"


class TieVerdict(models.TextChoices):
    """What a person decided about something that two records name."""

    SAME = "same", "The same"
    NOT_SAME = "not_same", "Not the same"
    TAKEN_BACK = "taken_back", "Decision taken back"


class TieGrade(models.TextChoices):
    """How good the information is that two records name the same."""

    CONFIRMED = "confirmed", "Confirmed by another source"
    LIKELY = "likely", "Likely, from one source"
    UNTESTED = "untested", "Not tested"
