"""Tables of cases."""

from joinedup.cases.models.case import Case, CaseConcern, CaseMember, CaseSubject
from joinedup.cases.models.closing import Closing, PanelListing
from joinedup.cases.models.enquiries import Advocacy, Context, Enquiry, Flag, FlagShare
from joinedup.cases.models.meetings import Attendance, CaseMeeting
from joinedup.cases.models.others import FollowUp, TransferOut
from joinedup.cases.models.work import Note, PlanItem, Session, Transfer

__all__ = [
    "Advocacy",
    "Attendance",
    "Case",
    "CaseConcern",
    "CaseMeeting",
    "CaseMember",
    "CaseSubject",
    "Closing",
    "Context",
    "Enquiry",
    "Flag",
    "FlagShare",
    "FollowUp",
    "Note",
    "PanelListing",
    "PlanItem",
    "Session",
    "Transfer",
    "TransferOut",
]
