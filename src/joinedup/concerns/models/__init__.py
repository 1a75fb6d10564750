"""Concerns: the thread, the people in it, the reports that came in, what was decided and told."""

from joinedup.concerns.models.concern import Concern, ConcernPerson, EarlierName
from joinedup.concerns.models.deciding import Decision, Telling
from joinedup.concerns.models.public import Unsent
from joinedup.concerns.models.reports import KeptWords, Report

__all__ = [
    "Concern",
    "ConcernPerson",
    "Decision",
    "EarlierName",
    "KeptWords",
    "Report",
    "Telling",
    "Unsent",
]
