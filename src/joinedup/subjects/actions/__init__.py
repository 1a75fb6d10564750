"""What people do with records about people: add, complete, correct, hide, relate, link, part, load."""

from joinedup.subjects.actions.changing import (
    correct_known,
    edit_facts,
    end_known,
    note_known,
    withdraw_known,
)
from joinedup.subjects.actions.linking import decide, end_link, propose
from joinedup.subjects.actions.loading import finish_load, load_part, start_load
from joinedup.subjects.actions.people import add_by_hand, add_known, add_subject
from joinedup.subjects.actions.relating import end_relation, leave_home, live_together, relate
from joinedup.subjects.actions.safe import end_safe, set_safe, show_safe

__all__ = [
    "add_by_hand",
    "add_known",
    "add_subject",
    "correct_known",
    "decide",
    "edit_facts",
    "end_known",
    "end_link",
    "end_relation",
    "end_safe",
    "finish_load",
    "leave_home",
    "live_together",
    "load_part",
    "note_known",
    "propose",
    "relate",
    "set_safe",
    "show_safe",
    "start_load",
    "withdraw_known",
]
