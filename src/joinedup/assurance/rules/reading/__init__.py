"""Reading plans: from the neutral grid of a document to rows with fields, doubts and questions.

Call `read_plans(document)`; change what it understood with `Corrections` and call it again.
"""

from .corrections import ROW_KINDS, Corrections
from .corrections import from_json as corrections_from_json
from .corrections import to_json as corrections_to_json
from .headers import fingerprint as header_fingerprint
from .lexicon import ROLES
from .model import FLAG_BELOW, Account, FieldValue, Plan, Question, Reading, Row
from .output import to_json, to_text_table
from .read import read_plans

__all__ = [
    "FLAG_BELOW",
    "ROLES",
    "ROW_KINDS",
    "Account",
    "Corrections",
    "FieldValue",
    "Plan",
    "Question",
    "Reading",
    "Row",
    "corrections_from_json",
    "corrections_to_json",
    "header_fingerprint",
    "read_plans",
    "to_json",
    "to_text_table",
]
