"""Tables of the subjects package."""

from joinedup.subjects.models.changes import KnownChange, SafeLook
from joinedup.subjects.models.index import Count, Key, Register, Sketch
from joinedup.subjects.models.known import (
    Address,
    OnlineName,
    Phone,
    Place,
    SafeAddress,
    Vehicle,
)
from joinedup.subjects.models.links import Ended, Link, NightRun, Proposal
from joinedup.subjects.models.people import (
    Household,
    HouseholdMember,
    Load,
    Relationship,
    Subject,
    SubjectName,
)

__all__ = [
    "Address",
    "Count",
    "Ended",
    "Household",
    "HouseholdMember",
    "Key",
    "KnownChange",
    "Link",
    "Load",
    "NightRun",
    "OnlineName",
    "Phone",
    "Place",
    "Proposal",
    "Register",
    "Relationship",
    "SafeAddress",
    "SafeLook",
    "Sketch",
    "Subject",
    "SubjectName",
    "Vehicle",
]
