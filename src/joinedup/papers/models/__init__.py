"""Committee papers: the paper, its parts, who clears it, and what was published."""

from joinedup.papers.models.clearing import CheckAnswer, Clearance, Decision, PaperReminder
from joinedup.papers.models.layout import Layout
from joinedup.papers.models.paper import Paper, PaperPlan, PaperSection
from joinedup.papers.models.parts import (
    BackgroundPaper,
    Consultation,
    Implication,
    Option,
    Risk,
    RiskAction,
)
from joinedup.papers.models.publication import (
    Publication,
    PublicationFile,
    PublicationJob,
    Withholding,
)

__all__ = [
    "BackgroundPaper",
    "CheckAnswer",
    "Clearance",
    "Consultation",
    "Decision",
    "Implication",
    "Layout",
    "Option",
    "Paper",
    "PaperPlan",
    "PaperReminder",
    "PaperSection",
    "Publication",
    "PublicationFile",
    "PublicationJob",
    "Risk",
    "RiskAction",
    "Withholding",
]
