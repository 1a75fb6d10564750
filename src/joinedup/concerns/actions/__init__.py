"""What people do with concerns. Each is one transaction, checked and recorded."""

from joinedup.concerns.actions.answering_news import decide_again, nothing_changes
from joinedup.concerns.actions.answering_signs import answer_sign
from joinedup.concerns.actions.deciding import decide, move_on, put_back, stand_aside, take
from joinedup.concerns.actions.ending import note_case
from joinedup.concerns.actions.keeping_back import keep_back
from joinedup.concerns.actions.loading import Loaded, load_row
from joinedup.concerns.actions.people import (
    add_person,
    confirm_age,
    correct_age,
    correct_name,
    link_person,
    name_types,
    not_known_yet,
)
from joinedup.concerns.actions.sending import NewSending, end_answered, send_on
from joinedup.concerns.actions.submitting import Submitted, add_information, submit
from joinedup.concerns.actions.telling import tell_raiser

__all__ = [
    "Loaded",
    "NewSending",
    "Submitted",
    "add_information",
    "add_person",
    "answer_sign",
    "confirm_age",
    "correct_age",
    "correct_name",
    "decide",
    "decide_again",
    "end_answered",
    "keep_back",
    "link_person",
    "load_row",
    "move_on",
    "name_types",
    "not_known_yet",
    "note_case",
    "nothing_changes",
    "put_back",
    "send_on",
    "stand_aside",
    "submit",
    "take",
    "tell_raiser",
]
