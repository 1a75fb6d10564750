"""What a newer version of a plan offers to the register, and which updates a taken field makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from joinedup.assurance.choices import CLOSED, Precision, Priority, Recurrence, Status, UpdateKind
from joinedup.assurance.rules.changes import date_changes, edit_changes, status_changes
from joinedup.assurance.rules.compare import Side
from joinedup.assurance.rules.state import OwnerMark, State
from joinedup.pages.dates import dated, long_date

__all__ = ["FIELD_WORDS", "part_side", "side", "updates_of_fields", "values_of"]

FIELD_WORDS = {
    "title": "Action",
    "code": "Number",
    "section": "Section",
    "owners": "Owners",
    "due": "When",
    "status": "Status",
    "priority": "Priority",
    "latest": "Progress",
    "review_method": "How we will know",
}
TEXTS = ("title", "code", "section", "priority", "review_method")
COMPARED = (*TEXTS, "owners", "status", "latest", "due_on", "due_text", "due_precision",
            "start_on", "recurrence")  # fmt: skip


def values_of(state: State) -> dict[str, Any]:
    """The fields of a state that a newer version can change."""
    return {name: getattr(state, name) for name in COMPARED}


def _owner(mark: OwnerMark, names: Mapping[str, str]) -> str:
    return names.get(mark.who, "") or mark.printed


def _due(values: Mapping[str, Any]) -> str:
    day, rhythm = values.get("due_on"), str(values.get("recurrence") or "")
    parts = []
    if day:
        is_month = values.get("due_precision") == Precision.MONTH
        parts.append(dated(day, "month") if is_month else long_date(day))
    if rhythm:
        parts.append(str(Recurrence(rhythm).label).lower())
    return ", ".join(parts) or str(values.get("due_text") or "")


def side(key: str, values: Mapping[str, Any], names: Mapping[str, str]) -> Side:
    """One row as words, to be laid beside the other version. `names` maps references to names."""
    status, priority = str(values["status"]), str(values.get("priority") or "")
    shown = {
        "code": str(values["code"]),
        "section": str(values.get("section") or ""),
        "owners": ", ".join(_owner(mark, names) for mark in values["owners"]),
        "due": _due(values),
        "status": "" if status == Status.UNSTATED else str(Status(status).label),
        "priority": str(Priority(priority).label) if priority else "",
        "latest": str(values.get("latest") or ""),
        "review_method": str(values.get("review_method") or ""),
    }
    return Side(key, str(values["code"]), str(values["title"]), shown)


def part_side(key: str, values: Mapping[str, Any], names: Mapping[str, str]) -> Side:
    """A part as words. Its section and owners are those of its row unless somebody set others
    here, so a newer version says nothing about them."""
    whole = side(key, values, names)
    own = {name: whole.values[name] for name in ("code", "due", "status")}
    return Side(key, whole.code, whole.title, own)


def _edits(state: State, values: Mapping[str, Any], fields: Collection[str]) -> dict[str, Any]:
    wanted = {name: values[name] for name in TEXTS if name in fields}
    if "due" in fields and not _moves(state, values):
        wanted |= {name: values[name] for name in ("due_text", "recurrence")}
        if values.get("start_on"):
            wanted["start_on"] = values["start_on"]
    return edit_changes(state, wanted) if wanted else {}


def _moves(state: State, values: Mapping[str, Any]) -> bool:
    """Whether the newer version names another day for the same thing."""
    day = values.get("due_on")
    return bool(day) and day != state.next_on and values["recurrence"] == state.recurrence


def updates_of_fields(
    state: State,
    values: Mapping[str, Any],
    fields: Collection[str],
    on: dt.date,
    reason: str,
    approved_by: str,
) -> list[tuple[UpdateKind, dict[str, Any]]]:
    """The updates that the taken fields make, in the order in which they hold: an action is opened
    before it gets a new date, and closed last. Raises Problem as the single deeds do."""
    found: list[tuple[UpdateKind, dict[str, Any]]] = []
    if edits := _edits(state, values, fields):
        found.append((UpdateKind.CORRECTION, edits))
        state = replace(state, **edits)
    if "owners" in fields:
        found.append((UpdateKind.OWNERS, {"owners": tuple(values["owners"])}))
    stands: list[tuple[UpdateKind, dict[str, Any]]] = []
    if "status" in fields:
        changes = status_changes(state, values["status"], on)
        stands.append((UpdateKind.STATUS, changes))
    if "latest" in fields:
        said = {"latest": values["latest"]}
        stands = [(kind, {**changes, **said}) for kind, changes in stands] or [
            (UpdateKind.PROGRESS, said)
        ]
    closes = "status" in fields and values["status"] in CLOSED
    if not closes:
        found += stands
        state = replace(state, status=values["status"]) if "status" in fields else state
    if "due" in fields and _moves(state, values):
        words = (values["due_on"], reason, approved_by, values["due_text"], values["due_precision"])
        found.append((UpdateKind.NEW_DATE, date_changes(state, *words)))
    return [*found, *stands] if closes else found
