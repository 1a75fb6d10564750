"""Words of the subjects package."""

from django.db import models


class Sex(models.TextChoices):
    """Sex as recorded; empty where nobody said."""

    FEMALE = "f", "Female"
    MALE = "m", "Male"
    OTHER = "x", "Recorded otherwise"


class SubjectKind(models.TextChoices):
    """What a record is about."""

    PERSON = "person", "Person"
    PLACE = "place", "Place or business"
    VEHICLE = "vehicle", "Vehicle"


class NameKind(models.TextChoices):
    """What sort of name this is."""

    NAME = "name", "Name"
    KNOWN_AS = "known_as", "Known as"
    EARLIER = "earlier", "Earlier name"
    ALIAS = "alias", "Alias"
    FALSE = "false", "False name given"


class PlaceKind(models.TextChoices):
    """What sort of place."""

    PLACE = "place", "Place"
    BUSINESS = "business", "Business"


class Relation(models.TextChoices):
    """What one person is to another: "Ada is (relation) of Ben"."""

    PARENT = "parent", "Parent"
    CHILD = "child", "Child"
    SIBLING = "sibling", "Brother or sister"
    TWIN = "twin", "Twin"
    PARTNER = "partner", "Partner"
    CARER = "carer", "Carer"
    RELATIVE = "relative", "Other relative"
    FRIEND = "friend", "Friend"
    PEER = "peer", "Peer"
    OF_CONCERN = "of_concern", "Person of concern to"
    OTHER = "other", "Other"


class Verdict(models.TextChoices):
    """What a person decided about two records."""

    SAME = "same", "The same person"
    NOT_SAME = "not_same", "Not the same person"
    RELATIVE = "relative", "Related, not the same person"
    UNSURE = "unsure", "Can't tell yet"


class Origin(models.TextChoices):
    """Where a proposal comes from."""

    NIGHT = "night", "Found at night"
    PERSON = "person", "Put forward by a person"


class ProposalState(models.TextChoices):
    """How a proposal about two records stands."""

    WAITING = "waiting", "Waits for a decision"
    SECOND = "second", "Waits for a second person"
    DECIDED = "decided", "Decided"


class Band(models.TextChoices):
    """How sure it is that a record is about the person who was looked for."""

    KNOWN = "known", "Known"
    POSSIBLE = "possible", "Possible"
    RELATIVE = "relative", "Relative?"
    NEW = "new", "New"


class KnownKind(models.TextChoices):
    """What is known of somebody, kind by kind; what a change in a record is about."""

    NAME = "name", "Name"
    ADDRESS = "address", "Address"
    PHONE = "phone", "Telephone"
    ONLINE = "online", "Online name"
    VEHICLE = "vehicle", "Vehicle"
    PLACE = "place", "Place"
    FACTS = "facts", "Birth, age and words"
    SAFE = "safe", "Safe contact and address"
    RELATION = "relation", "Relationship"
    HOME = "home", "Household"


class ChangeDeed(models.TextChoices):
    """What was done to something known of somebody."""

    CORRECTED = "corrected", "Corrected"
    ENDED = "ended", "No longer so"
    WITHDRAWN = "withdrawn", "Taken off: it was wrong"


class SafePart(models.TextChoices):
    """The two things that are shown with a reason only, each by itself."""

    CONTACT = "contact", "Safe contact"
    ADDRESS = "address", "Safe address"
