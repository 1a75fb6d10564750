"""What a plan promises, frozen when it is put to a body, and what has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from joinedup.assurance.choices import Priority, Recurrence
from joinedup.assurance.rules.telling import value_words
from joinedup.pages.dates import plural

__all__ = ["PROMISED", "RowChange", "changed_since", "content_hash", "since_words"]

PROMISED = {
    "code": "Number",
    "section": "Section",
    "title": "What will be done",
    "owners": "Owners",
    "agency": "Organisation",
    "due_on": "Due",
    "due_text": "Due, as written",
    "recurrence": "How often",
    "priority": "Priority",
    "review_method": "How we will know",
}
"""What a body approves of each row. How far it has got is shown, and is no change of the plan."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that is not as it was approved: (field, then, now) in words; none for a new row."""

    reference: str
    code: str
    title: str
    is_new: bool
    fields: tuple[tuple[str, str, str], ...] = ()


def content_hash(content: Mapping[str, Any]) -> str:
    """The SHA-256 of a plan's content, the same however its parts are ordered."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _words(name: str, value: Any) -> str:
    if name == "priority" and value in Priority.values:
        return str(Priority(value).label)
    if name == "recurrence" and value in Recurrence.values:
        return str(Recurrence(value).label)
    return value_words(name, value, {}) if name.endswith("_on") else str(value or "")


def _is_old_wording(name: str, old: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether this is the wording of a date that has moved: the date itself says all."""
    return name == "due_text" and not row.get(name) and old.get("due_on") != row.get("due_on")


def changed_since(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[RowChange]:
    """The rows of `now` that are new or promise otherwise than `then`, in the order of now."""
    before = {row["reference"]: row for row in then["rows"]}
    found = []
    for row in now["rows"]:
        old = before.get(row["reference"])
        if old is None:
            found.append(RowChange(row["reference"], row["code"], row["title"], is_new=True))
            continue
        fields = tuple(
            (label, _words(name, old.get(name)), _words(name, row.get(name)))
            for name, label in PROMISED.items()
            if (old.get(name) or "") != (row.get(name) or "")
            and not _is_old_wording(name, old, row)
        )
        if fields:
            found.append(RowChange(row["reference"], row["code"], row["title"], False, fields))
    return found


def since_words(changes: Sequence[RowChange]) -> str:
    """ "Changed since: 2 rows, 1 new row"; empty where nothing has."""
    new = sum(one.is_new for one in changes)
    parts = [plural(len(changes) - new, "row")] if len(changes) > new else []
    parts += [plural(new, "new row")] if new else []
    return f"Changed since: {', '.join(parts)}" if parts else ""
