"""What people do with concerns. Each is one transaction, checked and recorded."""

from joinedup.concerns.actions.deciding import decide, put_back, stand_aside, take
from joinedup.concerns.actions.ending import note_case
from joinedup.concerns.actions.people import add_person, correct_age
from joinedup.concerns.actions.submitting import Submitted, add_information, submit
from joinedup.concerns.actions.telling import tell_raiser

__all__ = [
    "Submitted",
    "add_information",
    "add_person",
    "correct_age",
    "decide",
    "note_case",
    "put_back",
    "stand_aside",
    "submit",
    "take",
    "tell_raiser",
]
