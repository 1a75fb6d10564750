"""What people do with records about people: add, complete, link, part, load."""

from joinedup.subjects.actions.linking import decide, end_link, propose
from joinedup.subjects.actions.loading import finish_load, load_part, start_load
from joinedup.subjects.actions.people import add_known, add_subject

__all__ = [
    "add_known",
    "add_subject",
    "decide",
    "end_link",
    "finish_load",
    "load_part",
    "propose",
    "start_load",
]
