"""Words of the cases package."""

from django.db import models

__all__ = [
    "EXITS",
    "Agreement",
    "Came",
    "Capacity",
    "CaseState",
    "Circumstance",
    "CloseReason",
    "ContextKind",
    "EnquiryKind",
    "FollowedUp",
    "HousingResult",
    "ItemState",
    "MeetingKind",
    "MeetingResult",
    "NewConcernVerdict",
    "NoteKind",
    "OurView",
    "Route",
    "SessionKind",
    "SpeaksFor",
    "TheirDecision",
    "TransferState",
]


class Route(models.TextChoices):
    """Under which arrangement the work is done."""

    EARLY_HELP = "early_help", "Early help (team around the child)"
    CHILD_IN_NEED = "child_in_need", "Child in need"
    CHILD_PROTECTION = "child_protection", "Child protection"
    LOOKED_AFTER = "looked_after", "Looked after"
    SECTION_42 = "section_42", "Adult section 42"
    NONE = "none", "None: our own work"


class CaseState(models.TextChoices):
    """How a case stands."""

    OPEN = "open", "Open"
    ASKED = "asked", "Closing asked for, not countersigned"
    CLOSED = "closed", "Closed"


class CloseReason(models.TextChoices):
    """Why a case may be closed. That somebody stepped back or turned 18 is never a reason."""

    SAFE = "safe", "They are safe and the plan is done"
    DIED = "died", "They have died"
    ERROR = "error", "It was entered in error"
    ACCEPTED = "accepted", "A named body has accepted responsibility in writing"
    DECLINES = "declines", "An adult who can decide, free of pressure, declines"


EXITS = (CloseReason.DIED, CloseReason.ERROR, CloseReason.ACCEPTED, CloseReason.DECLINES)
"""Ways out that pass some of what blocks closing, each with conditions of its own."""


class Circumstance(models.TextChoices):
    """What is also the case: kept with the closing, never a reason for it."""

    STEPPED_BACK = "stepped_back", "They have stepped back from us"
    TURNED_18 = "turned_18", "They have turned 18"
    MOVED = "moved", "They have moved away"


class Capacity(models.TextChoices):
    """Whether an adult can decide about this for themselves, as far as anybody looked."""

    NOT_ASKED = "not_asked", "Not looked at yet"
    HAS = "has", "Can decide this"
    LACKS = "lacks", "Cannot decide this"
    VARIES = "varies", "It varies"


class Agreement(models.TextChoices):
    """Whether they agree to our work."""

    NOT_ASKED = "not_asked", "Not asked yet"
    AGREES = "agrees", "They agree"
    DISAGREES = "disagrees", "They do not agree"


class SpeaksFor(models.TextChoices):
    """Who helps somebody to be heard, as far as anybody looked."""

    HAS = "has", "They have an advocate"
    ASKED = "asked", "An advocate was asked for"
    DECLINED = "declined", "They do not want an advocate"
    OTHER = "other", "Somebody they trust speaks with them"
    NOT_NEEDED = "not_needed", "They speak for themselves"


class HousingResult(models.TextChoices):
    """What the check of the housing duty found."""

    NO_DUTY = "no_duty", "Not homeless or threatened with it"
    PREVENTION = "prevention", "Prevention duty"
    RELIEF = "relief", "Relief duty"
    MAIN = "main", "Main duty"
    DECLINED = "declined", "They do not want to apply"


class NoteKind(models.TextChoices):
    """What a note is about."""

    NOTE = "note", "Note"
    CONTACT = "contact", "Contact"
    VISIT = "visit", "Visit"
    DIRECT = "direct", "Direct work with them"
    WITH_CARER = "with_carer", "Direct work with a parent or carer"
    TRIED = "tried", "What we tried, to reach them or to be of use"
    VIEWS = "views", "Views and wishes, in their own words"
    ADVOCACY = "advocacy", "Advocate"
    DECISION = "decision", "Decision"
    HANDOVER = "handover", "Handover"


class ItemState(models.TextChoices):
    """How a step of the plan, or support, stands."""

    OPEN = "open", "To do"
    WAITING = "waiting", "Waiting for a place"
    DONE = "done", "Done"
    NOT_NEEDED = "not_needed", "No longer needed"


class SessionKind(models.TextChoices):
    """Which talk about the case was held."""

    SUPERVISION = "supervision", "Supervision"
    CASE_REVIEW = "case_review", "Case review"


class EnquiryKind(models.TextChoices):
    """What social care leads and decides."""

    STRATEGY = "strategy", "Strategy discussion"
    SECTION_47 = "section_47", "Section 47 enquiry"
    SECTION_42 = "section_42", "Section 42 enquiry"


class OurView(models.TextChoices):
    """Our view of one of the tests; theirs decides."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "We are not sure"


class TheirDecision(models.TextChoices):
    """What social care decided."""

    AWAITED = "awaited", "Awaited"
    GOES_ON = "goes_on", "It goes on"
    NOT_MET = "not_met", "The tests are not met"
    SUBSTANTIATED = "substantiated", "Substantiated"
    NOT_SUBSTANTIATED = "not_substantiated", "Not substantiated"
    OTHER_WAY = "other_way", "Another way was chosen"


class ContextKind(models.TextChoices):
    """Harm outside the home: what it is about."""

    PLACE = "place", "Place"
    PERSON_OF_CONCERN = "person_of_concern", "Person of concern"
    PEER = "peer", "Friend or peer"
    PARENT = "parent", "Parent or carer as partner"
    ONLINE = "online", "Online"
    LICENCE = "licence", "Licence (taxi, premises, operator)"
    EVENT = "event", "Event (a missing episode, an incident)"


class NewConcernVerdict(models.TextChoices):
    """What a new concern means for a closed case."""

    REOPEN = "reopen", "Open the case again"
    NEW_CASE = "new_case", "Open a new case"
    NEITHER = "neither", "Neither"


class FollowedUp(models.TextChoices):
    """How the follow-up of somebody who may be harmed too ended. It never ends without words."""

    CONTACT = "contact", "Contact was made or tried"
    CONCERN = "concern", "Reported as a concern"
    REFERRAL = "referral", "Referred to another service"
    NOTHING = "nothing", "Looked at: nothing to do"


class TransferState(models.TextChoices):
    """How the transfer of a case to another authority stands."""

    SENT = "sent", "Sent, not accepted yet"
    ACCEPTED = "accepted", "Accepted in writing"
    REFUSED = "refused", "Not accepted"
    WITHDRAWN = "withdrawn", "Taken back by us"


class MeetingKind(models.TextChoices):
    """Which meeting about a case was held."""

    CHILD_IN_NEED = "child_in_need", "Child in need meeting"
    STRATEGY = "strategy", "Strategy discussion"
    CORE_GROUP = "core_group", "Core group"
    CONFERENCE = "conference", "Child protection conference"
    AROUND = "around", "Team around the child"
    ADULT = "adult", "Meeting about an adult at risk"
    OTHER = "other", "Another meeting"


class MeetingResult(models.TextChoices):
    """What came of a meeting."""

    GOES_ON = "goes_on", "The plan goes on"
    CHANGED = "changed", "The plan was changed"
    MORE = "more", "A higher level of help"
    LESS = "less", "A lower level of help"
    SECTION_47 = "section_47", "Section 47 enquiry"
    CONFERENCE = "conference", "A conference is called"
    NO_ENQUIRY = "no_enquiry", "No enquiry"
    AGAIN = "again", "They meet again before deciding"
    ENDED = "ended", "The plan ended"


class Came(models.TextChoices):
    """Whether somebody who was asked to a meeting came."""

    ATTENDED = "attended", "Attended"
    APOLOGIES = "apologies", "Sent apologies"
    ABSENT = "absent", "Did not come"
