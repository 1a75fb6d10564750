"""The truth of a document: rows and plans as shared/plans/README.md describes them."""

from __future__ import annotations

from typing import Any

PRIORITIES = {"h": "high", "m": "medium", "l": "low"}


def due(
    text: str | None, date: str | None = None, start: str | None = None, every: str | None = None
) -> dict[str, str | None]:
    """What a due cell says: its words, last day, first day, recurrence."""
    return {"text": text, "date": date, "start": start, "recurrence": every}


def row(title: str, **given: Any) -> dict[str, Any]:
    """One labelled row.

    ref, sec, do (actions), by (owners, " | " between them), due, st (status value), st_text,
    pr (priority as printed), pg (progress), rev, src, see, other, un (unscored fields).
    """
    open_fields = list(given.get("un", []))
    if given.get("sec") is None:
        open_fields.append("section")
    priority = given.get("pr")
    found = {
        "ref": given.get("ref"),
        "section": given.get("sec"),
        "title": title,
        "actions": given.get("do", []),
        "owners": [o for o in given.get("by", "").split(" | ") if o],
        "due": given.get("due"),
        "status": {"text": given.get("st_text"), "value": given["st"]} if given.get("st") else None,
        "priority": {"text": priority, "value": PRIORITIES[priority[0].lower()]}
        if priority
        else None,
        "progress": given.get("pg", []),
        "review": given.get("rev"),
        "source_ref": given.get("src"),
        "see": given.get("see", []),
    }
    if given.get("other"):
        found["other"] = {k: v for k, v in given["other"].items() if v}
    if open_fields:
        found["unscored"] = open_fields
    return found


def plan(title: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """One plan with its title."""
    return {"title": title, "rows": rows}
