"""A reading as JSON (the format that programs read) and as a table for people."""

from __future__ import annotations

from typing import Any

from .model import FIELDS, Reading, Row

__all__ = ["to_json", "to_text_table"]

_LISTS = {"actions", "owners", "progress", "see"}


def _row(row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in FIELDS:
        value = row.value(name)
        found[name] = value if value is not None else ([] if name in _LISTS else None)
    found["other"] = {heading: value.value for heading, value in row.other.items()}
    found["confidence"] = {
        name: round(value.confidence, 2) for name, value in row.fields.items() if name in FIELDS
    }
    return found


def to_json(reading: Reading) -> dict[str, Any]:
    """The reading in the exchange format, schema 1."""
    return {
        "document": reading.document,
        "schema": 1,
        "plans": [
            {"title": plan.title, "rows": [_row(row) for row in plan.rows]}
            for plan in reading.plans
        ],
        "unplaced": [{"text": item.text, "where": item.where} for item in reading.unplaced],
        "questions": [
            {"kind": q.kind, "about": q.about, "field": q.field, "text": q.text}
            for q in reading.questions
        ],
        "notes": list(reading.notes),
    }


def _cell(row: Row, name: str, width: int) -> str:
    value = row.value(name)
    if isinstance(value, list):
        text = "; ".join(str(item) for item in value)
    elif isinstance(value, dict):
        date = value.get("date") or value.get("start")
        text = str(value.get("value") or date or value.get("text") or "")
        text = f"{text} ({value['recurrence']})" if value.get("recurrence") else text
    else:
        text = str(value or "")
    mark = "?" if name in row.fields and row.fields[name].confidence < 0.8 else ""
    text = mark + text
    return (text if len(text) <= width else text[: width - 1] + "…").ljust(width)


def to_text_table(reading: Reading) -> str:
    """A table for a terminal. "?" stands before whatever should be looked at."""
    widths = {"ref": 8, "title": 44, "owners": 24, "due": 22, "status": 12}
    lines: list[str] = []
    for plan in reading.plans:
        lines += [
            plan.title or "Plan",
            " ".join(name.title().ljust(w) for name, w in widths.items()),
        ]
        section = None
        for row in plan.rows:
            if row.value("section") != section:
                section = row.value("section")
                lines.append(f"  [{section}]" if section else "")
            lines.append(" ".join(_cell(row, name, w) for name, w in widths.items()).rstrip())
        lines.append("")
    account = reading.account()
    lines.append(
        f"{len(reading.rows())} rows from {account.total} source cells: "
        + ", ".join(f"{count} {use}" for use, count in sorted(account.uses.items()))
    )
    lines += [f"Not in a row: {item.text} ({item.where})" for item in reading.unplaced]
    lines += [f"Question: {question.text}" for question in reading.questions]
    lines += list(reading.notes)
    return "\n".join(lines)
