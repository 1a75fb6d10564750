"""Steps: each thing a person does on the check page, as plain data that can be kept and undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from joinedup.assurance.rules.reading.corrections import ROW_KINDS, Corrections
from joinedup.assurance.rules.reading.lexicon import ROLES
from joinedup.assurance.rules.reading.model import FieldValue, Reading, Row

__all__ = [
    "KINDS",
    "SHAPING",
    "Step",
    "StepFault",
    "added",
    "corrections_of",
    "make_step",
    "roles_by_column",
    "undo",
    "with_typed_fields",
]

Step = Mapping[str, Any]

KINDS = {
    "role": ("at", "to"),
    "row": ("at", "to"),
    "table": ("at", "to"),
    "block": ("at", "to"),
    "own_row": ("at", "to"),
    "field": ("at", "field", "to"),
    "accept": ("at", "field"),
    "accept_column": ("at", "field"),
    "accept_plan": ("at",),
    "answer": ("at", "to"),
    "owner": ("at", "to"),
    "plan": ("at", "field", "to"),
}
"""Each kind of step and what it must say: `at` names a row, column, table, question or owner."""

SHAPING = {"role", "row", "table", "block"}
"""Steps after which the document has to be read afresh; all others are laid over the reading."""

PLAN_FIELDS = {"title", "takes", "kind"}
BLOCK_KINDS = {"heading", "note"}


class StepFault(ValueError):
    """A step that makes no sense; the words are for a person."""


def make_step(do: str, **said: Any) -> dict[str, Any]:
    """A checked step. Raises StepFault where something is missing or unknown."""
    if do not in KINDS:
        raise StepFault("That button is not known here. Load the page again.")
    missing = [name for name in KINDS[do] if said.get(name) in (None, "") and name != "to"]
    if missing or ("to" in KINDS[do] and "to" not in said):
        raise StepFault("Something was left out. Choose again.")
    if do == "role" and said["to"] not in {*ROLES, "tick", "due_tick", "owner_tick", "label"}:
        raise StepFault("Choose what the column holds from the list.")
    if do == "row" and said["to"] not in ROW_KINDS:
        raise StepFault("Choose what the row is from the list.")
    if do == "block" and said["to"] not in BLOCK_KINDS:
        raise StepFault("Choose what the text is from the list.")
    if do == "plan" and said["field"] not in PLAN_FIELDS:
        raise StepFault("That cannot be changed here.")
    return {"do": do, **{name: said[name] for name in KINDS[do] if name in said}}


def added(steps: Sequence[Step], new: Iterable[Step]) -> list[dict[str, Any]]:
    """The steps with new ones that were taken at once: they share a batch, and go back together."""
    batch = steps[-1].get("batch", len(steps)) + 1 if steps else 1
    return [*map(dict, steps), *({**step, "batch": batch} for step in new)]


def undo(steps: Sequence[Step]) -> list[Step]:
    """The steps without what was done last; empty stays empty."""
    if not steps:
        return []
    last = steps[-1].get("batch")
    if last is None:
        return list(steps[:-1])
    return [step for step in steps if step.get("batch") != last]


def corrections_of(steps: Iterable[Step]) -> Corrections:
    """What the steps change about the reading itself. A later step wins over an earlier one."""
    roles: dict[str, str] = {}
    rows: dict[str, str] = {}
    tables: dict[str, bool] = {}
    blocks: dict[str, str] = {}
    for step in steps:
        at, to = str(step.get("at", "")), step.get("to")
        match step["do"]:
            case "role":
                roles[at] = str(to)
            case "row":
                rows[at] = str(to)
            case "table":
                tables[at] = bool(to)
            case "block":
                blocks[at] = str(to)
    return Corrections(roles=roles, rows=rows, tables=tables, blocks=blocks)


def roles_by_column(remembered: Mapping[str, Mapping[str, str]]) -> dict[str, dict[int, str]]:
    """Remembered layouts as the reader takes them: kept JSON has text for column numbers."""
    return {
        fingerprint: {int(column): role for column, role in roles.items()}
        for fingerprint, roles in remembered.items()
    }


def with_typed_fields(reading: Reading, steps: Iterable[Step]) -> Reading:
    """The reading with what a person typed in place of what was read; the printed words stay."""
    typed: dict[str, dict[str, Any]] = {}
    for step in steps:
        if step["do"] == "field":
            typed.setdefault(str(step["at"]), {})[str(step["field"])] = step["to"]
    if not typed:
        return reading

    def changed(row: Row) -> Row:
        if row.id not in typed:
            return row
        fields, other = dict(row.fields), dict(row.other)
        for name, value in typed[row.id].items():
            place = other if name in other else fields
            before = place.get(name, FieldValue(None))
            place[name] = replace(before, value=value, confidence=1.0, why="")
        return replace(row, fields=fields, other=other)

    plans = tuple(replace(plan, rows=tuple(map(changed, plan.rows))) for plan in reading.plans)
    return replace(reading, plans=plans)
