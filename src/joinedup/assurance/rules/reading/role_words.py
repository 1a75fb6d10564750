"""What each column may hold, in words that stand on the check page and in doubts."""

from __future__ import annotations

__all__ = ["FIELD_WORDS", "ROLE_WORDS", "role_in_words"]

FIELD_WORDS = {
    "ref": "Reference",
    "section": "Section",
    "title": "Action",
    "actions": "Parts of it",
    "owners": "Owners",
    "due": "When",
    "status": "Status",
    "priority": "Priority",
    "progress": "Progress",
    "review": "Review method",
    "source_ref": "Source",
    "see": "See also",
}
ROLE_WORDS = {
    **FIELD_WORDS,
    "start": "Start date",
    "due_original": "First date that was set",
    "due_revised": "Date it was moved to",
    "completed_on": "Date it was done",
    "percent": "Per cent done",
    "tick": "A tick: status",
    "due_tick": "A tick: when",
    "owner_tick": "A tick: who",
    "label": "What the next column is about",
    "other": "Something else: keep it as it is",
    "nothing": "Nothing",
}


def role_in_words(role: str) -> str:
    """The words of a role in quotes, for a sentence."""
    return f"“{ROLE_WORDS.get(role, role)}”"
