"""What no column says and the words around it do: owners and months as headings over the rows, who
and when at the end of each action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from joinedup.assurance.rules.owners.kinds import PERSON, POST

from .context import Known
from .meanings import board_state
from .model import FieldValue, Row
from .parsers import parse_due, split_owners
from .tails import tail_of

__all__ = ["from_headings", "from_tails"]

_SURE = 0.75
_LEAST = 2


def from_headings(rows: list[Row], roles: set[str], known: Known) -> list[Row]:
    """The rows of a plan whose headings are its owners ("Head of Housing"), its months ("June
    2024") or its states ("To do", "Done"), where no column says who, when or how far.
    `roles` are those of all its columns."""
    sections = [row.fields.get("section") for row in rows]
    if not rows or any(section is None for section in sections):
        return rows
    names = {str(section.value) for section in sections if section is not None}
    if len(names) < _LEAST:
        return rows
    if "owners" not in roles and all(_is_owner(name) for name in names):
        return [_with(row, "owners", _named) for row in rows]
    if not roles & {"tick", "percent"} and all(board_state(name) for name in names):
        return [row if "status" in row.fields else _with(row, "status", _told) for row in rows]
    if not roles & {"due", "due_revised", "start"} and all(_is_month(name) for name in names):
        return [_with(row, "due", lambda text: _due(text, known.year)) for row in rows]
    return rows


def _told(text: str) -> dict[str, str]:
    return {"text": text, "value": board_state(text)}


def _named(text: str) -> list[str]:
    return [one.text for one in split_owners([text], frozenset(), {})]


def _is_owner(text: str) -> bool:
    named = split_owners([text], frozenset(), {})
    return bool(named) and all(one.kind in (PERSON, POST) for one in named)


def _is_month(text: str) -> bool:
    due = parse_due(text, None)
    return bool(due.date) and len(text.split()) <= 4


def _due(text: str, year: int | None) -> dict[str, object]:
    due = parse_due(text, year)
    return {"text": text, "date": due.date, "start": due.start, "recurrence": due.recurrence}


def _with(row: Row, name: str, value: Callable[[str], object]) -> Row:
    section = row.fields["section"]
    why = f"Taken from the heading “{section.printed}”"
    taken = FieldValue(value(str(section.value)), section.printed, section.cells, _SURE, why)
    return replace(row, fields={**row.fields, name: taken})


def from_tails(rows: list[Row], roles: set[str], known: Known) -> list[Row]:
    """The rows of a plan whose actions end with who and when ("Write a guide (Jo Reeves, May
    2024)"), where no column says either."""
    if roles & {"owners", "due", "due_revised", "start"}:
        return rows
    return [_tailed(row, known) for row in rows]


def _tailed(row: Row, known: Known) -> Row:
    name = "actions" if "actions" in row.fields else "title"
    field = row.fields.get(name)
    if field is None:
        return row
    texts = list(field.value) if isinstance(field.value, list) else [str(field.value)]
    tails = [tail_of(text) for text in texts]
    whole = [tail for tail in tails if tail.who and tail.when and not tail.is_led]
    if not whole or len(whole) < 0.5 * len(tails):
        return row
    owners = [one.text for tail in whole for one in split_owners([tail.who], frozenset(), {})]
    dues = [_due(tail.when, known.year) for tail in whole]
    dated = [due for due in dues if due["date"]]
    last = max(dated, key=lambda due: str(due["date"])) if dated else dues[0]
    due = {**last, "text": "; ".join(tail.when for tail in whole)}
    why = "Taken from the end of the action"
    bodies = [tail.body if tail in whole else text for tail, text in zip(tails, texts, strict=True)]
    cut = bodies if isinstance(field.value, list) else bodies[0]
    more = {
        name: replace(field, value=cut),
        "owners": FieldValue(list(dict.fromkeys(owners)), field.printed, field.cells, _SURE, why),
        "due": FieldValue(due, field.printed, field.cells, _SURE, why),
    }
    return replace(row, fields={**row.fields, **more})
