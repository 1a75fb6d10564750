"""The records of assurance: Source → Statement → Response → Action → Update and Evidence."""

from joinedup.assurance.models.chasing import Chase, ChaseRound, PlanChasing
from joinedup.assurance.models.imports import Layout, PlanImport
from joinedup.assurance.models.plans import CalendarLink, Plan, SavedView, Section, Share
from joinedup.assurance.models.proving import Assurance, Doubt, PlanVersion, ProposedDate
from joinedup.assurance.models.register import Action, ActionLink, ActionStatement, Owner
from joinedup.assurance.models.sources import Response, ResponseStatement, Source, Statement
from joinedup.assurance.models.thread import Challenge, Evidence, Update

__all__ = [
    "Action",
    "ActionLink",
    "ActionStatement",
    "Assurance",
    "CalendarLink",
    "Challenge",
    "Chase",
    "ChaseRound",
    "Doubt",
    "Evidence",
    "Layout",
    "Owner",
    "Plan",
    "PlanChasing",
    "PlanImport",
    "PlanVersion",
    "ProposedDate",
    "Response",
    "ResponseStatement",
    "SavedView",
    "Section",
    "Share",
    "Source",
    "Statement",
    "Update",
]
