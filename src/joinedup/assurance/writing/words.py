"""The words under which an action is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from joinedup.assurance.models import Action, Owner
from joinedup.assurance.rules.state import State

__all__ = ["owner_name", "searchable"]


def owner_name(owner: Owner) -> str:
    """What to call an owner: the person, post or organisation, else the words of the plan."""
    return str(owner.person or owner.post or owner.agency or owner.printed)


def _printed(printed: Mapping[str, Any]) -> Iterable[str]:
    return (str(one.get("text", "")) for one in printed.values() if isinstance(one, Mapping))


def searchable(action: Action, state: State, owners: Iterable[Owner], said: Iterable[str]) -> str:
    """Everything that anybody might look for, each line once."""
    parts = [
        state.code,
        state.title,
        state.section,
        state.theme,
        state.review_method,
        state.due_text,
        action.source_ref,
        *(owner_name(one) for one in owners),
        *(one.printed for one in owners),
        *_printed(action.printed),
        *(str(value) for value in action.other.values()),
        *said,
    ]
    return "\n".join(dict.fromkeys(part for part in parts if part))
