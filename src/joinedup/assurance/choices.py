"""Words of the assurance package: what sources, actions, updates and evidence can be."""

from django.db import models


class SourceKind(models.TextChoices):
    """What sort of document makes findings or promises."""

    INQUIRY = "inquiry", "Inquiry"
    AUDIT = "audit", "Audit"
    SCRUTINY = "scrutiny", "Scrutiny review"
    CASE_REVIEW = "case_review", "Case review"
    INSPECTION = "inspection", "Inspection"
    CHARTER = "charter", "Charter or standard"
    LAW = "law", "Law or guidance"
    OWN_PLAN = "own_plan", "Our own plan"


class StatementKind(models.TextChoices):
    """What a source says in one place."""

    FINDING = "finding", "Finding"
    RECOMMENDATION = "recommendation", "Recommendation"
    STANDARD = "standard", "Standard"
    DUTY = "duty", "Duty"


class Answer(models.TextChoices):
    """What an organisation answers to a statement."""

    WAITING = "waiting", "Not answered yet"
    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Partly accepted"
    REJECTED = "rejected", "Not accepted"


class Status(models.TextChoices):
    """How an action stands, as declared. Overdue is worked out from the date, never declared."""

    UNSTATED = "unstated", "No status given"
    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    PARTIAL = "partial", "Partly complete"
    UNDER_REVIEW = "under_review", "Under review"
    IN_FORCE = "in_force", "In force"
    COMPLETE = "complete", "Complete"
    ON_HOLD = "on_hold", "On hold"
    REJECTED = "rejected", "Not going ahead"


CLOSED = (Status.COMPLETE, Status.REJECTED)
"""Statuses with nothing left to do."""


class Proof(models.TextChoices):
    """What a completion, or the keeping of a duty, rests on."""

    NONE = "none", "Nothing yet"
    DECLARED = "declared", "Declared, not evidenced"
    EVIDENCED = "evidenced", "Evidenced"
    AGREED = "agreed", "Agreed by a second person"


class Priority(models.TextChoices):
    """How much it matters."""

    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"
    UNSTATED = "", "Not given"


class Precision(models.TextChoices):
    """How exactly the plan says when."""

    DAY = "day", "Day"
    MONTH = "month", "Month"
    NONE = "", "No date"


class Recurrence(models.TextChoices):
    """How often a duty comes back. None for a thing to be done once."""

    ONCE = "", "Once"
    WEEKLY = "weekly", "Weekly"
    FORTNIGHTLY = "fortnightly", "Every two weeks"
    MONTHLY = "monthly", "Monthly"
    TWO_MONTHLY = "two_monthly", "Every two months"
    QUARTERLY = "quarterly", "Quarterly"
    TERMLY = "termly", "Each term"
    SIX_MONTHLY = "six_monthly", "Every six months"
    ANNUAL = "annual", "Yearly"
    EACH_MEETING = "each_meeting", "At each meeting"
    EVENT = "event", "Whenever it arises"
    ONGOING = "ongoing", "Ongoing"


class Rag(models.TextChoices):
    """Colours. A colour never stands alone: its word is shown with it."""

    RED = "red", "Red"
    AMBER = "amber", "Amber"
    GREEN = "green", "Green"
    BLUE = "blue", "Blue"
    GREY = "grey", "Grey"


class UpdateKind(models.TextChoices):
    """What an update says happened."""

    ADDED = "added", "Added"
    IMPORT = "import", "Imported"
    PROGRESS = "progress", "Progress"
    STATUS = "status", "Status"
    NEW_DATE = "new_date", "New date"
    MET = "met", "Met this time"
    EVIDENCE = "evidence", "Evidence"
    CHALLENGE = "challenge", "Question"
    ANSWER = "answer", "Answer"
    SIGN_OFF = "sign_off", "Agreed"
    REOPENED = "reopened", "Reopened"
    COLOUR = "colour", "Colour"
    OWNERS = "owners", "Owners"
    CORRECTION = "correction", "Edited"
    CHASED = "chased", "Reminder"
    RAN_OUT = "ran_out", "Evidence ran out"
    JUDGED = "judged", "Evidence judged"
    DATE_ASKED = "date_asked", "New date put forward"
    DATE_KEPT = "date_kept", "New date not approved"
    TOLD = "told", "Assurance given"


SAYS_HOW_IT_STANDS = (
    UpdateKind.ADDED,
    UpdateKind.IMPORT,
    UpdateKind.PROGRESS,
    UpdateKind.STATUS,
    UpdateKind.NEW_DATE,
    UpdateKind.MET,
    UpdateKind.EVIDENCE,
    UpdateKind.SIGN_OFF,
    UpdateKind.REOPENED,
    UpdateKind.ANSWER,
)
"""Kinds after which an action counts as spoken of."""


class Agreement(models.TextChoices):
    """Which completions of a plan a second person must agree."""

    NONE = "none", "None"
    HIGH = "high", "Those of high priority"
    ALL = "all", "All"
    MARKED = "marked", "Those that are marked"


class EvidenceKind(models.TextChoices):
    """What a piece of evidence is."""

    FILE = "file", "File"
    LINK = "link", "Link"
    NOTE = "note", "Note"
    MINUTE = "minute", "Minute of a meeting"


class Claim(models.TextChoices):
    """What evidence is said to show."""

    DONE = "done", "It was done"
    DIFFERENCE = "difference", "It made a difference"


class Verdict(models.TextChoices):
    """What somebody else finds that evidence shows."""

    SHOWS = "shows", "It shows it"
    PARTLY = "part", "It shows part of it"
    NOT = "not", "It does not show it"
    NONE = "", "Not judged"


class LinkKind(models.TextChoices):
    """How one action speaks of another."""

    SEE = "see", "See also"
    SAME_DUTY = "same_duty", "The same duty"
    ANSWERS = "answers", "Answers"


class ChasedAs(models.TextChoices):
    """As what somebody was reminded of an action."""

    OWNER = "owner", "Owner"
    ASKED = "asked", "Asked a question"
    CONTACT = "contact", "Contact of the organisation"
    MANAGER = "manager", "Manager"
    LEAD = "lead", "Lead of the plan"
    SAFEGUARDING_LEAD = "sg_lead", "Safeguarding lead"


class ChaseTrouble(models.TextChoices):
    """Why a reminder went to somebody other than the owner, or to nobody."""

    NONE = "", "None"
    VACANT = "vacant", "The post that owns it stands empty"
    NOBODY = "nobody", "Nobody is named as its owner"
    LEFT = "left", "Its owner has left"
    NO_ADDRESS = "no_address", "Its owner has no e-mail address here"
    UNDELIVERED = "failed", "Mail to its owner cannot be delivered"
    NO_CONTACT = "no_contact", "The organisation that owns it has no contact address"
    NO_MANAGER = "no_manager", "No manager is recorded for its owner"


class DatesBy(models.TextChoices):
    """Who approves a new date in a plan."""

    NAMED = "named", "Whoever is named with the new date"
    BODY = "body", "The body that the plan answers to, in a meeting"


class ProposalState(models.TextChoices):
    """How a new date that was put forward stands."""

    WAITING = "waiting", "Waiting for a decision"
    APPROVED = "approved", "Approved"
    REFUSED = "refused", "Not approved"
    TAKEN_BACK = "taken_back", "Taken back"


class VersionState(models.TextChoices):
    """How a plan that was put to a body stands there."""

    SUBMITTED = "submitted", "Submitted"
    CONSIDERED = "considered", "Considered"
    APPROVED = "approved", "Approved"
    SENT_BACK = "sent_back", "Sent back"
    TAKEN_BACK = "taken_back", "Taken back"


WITH_A_BODY = (VersionState.SUBMITTED, VersionState.CONSIDERED)
"""A version in one of these waits for a decision."""


class DoubtKind(models.TextChoices):
    """What does not fit together."""

    RECURS = "recurs", "Complete, yet it comes back"
    FUTURE = "future", "Complete, while its text speaks of the future"
    UNSAID = "unsaid", "Overdue, and nobody has said why"
    TWO_PLANS = "two_plans", "Two plans say different things of one duty"
    NO_ROW = "no_row", "Complete without the plan row it asked for"


class DoubtState(models.TextChoices):
    """How a question about what does not fit stands."""

    OPEN = "open", "Waiting for an answer"
    ANSWERED = "answered", "Answered"
    GONE = "gone", "No longer so"
