"""The check page's rules: what a person did to a reading, what is still open, what may be confirmed.

Everything a person does is a step. Steps are kept in order, so that undo takes the last one away
and leaving loses nothing. A reading is made afresh from the document and the steps.
"""

from joinedup.assurance.rules.checking.progress import (
    Doubt,
    OpenQuestion,
    Progress,
    progress,
)
from joinedup.assurance.rules.checking.steps import (
    Step,
    StepFault,
    added,
    corrections_of,
    make_step,
    undo,
)

__all__ = [
    "Doubt",
    "OpenQuestion",
    "Progress",
    "Step",
    "StepFault",
    "added",
    "corrections_of",
    "make_step",
    "progress",
    "undo",
]
