"""Actions of the library."""

from __future__ import annotations

from joinedup.library.actions.asking import ask_owner, ask_owners, confirm_by_link
from joinedup.library.actions.duties import end_duty, set_duty
from joinedup.library.actions.items import (
    ItemFacts,
    add_item,
    edit_item,
    note_link,
    reopen_item,
    review_item,
    withdraw_item,
)

__all__ = [
    "ItemFacts",
    "add_item",
    "ask_owner",
    "ask_owners",
    "confirm_by_link",
    "edit_item",
    "end_duty",
    "note_link",
    "reopen_item",
    "review_item",
    "set_duty",
    "withdraw_item",
]
