"""From the rows of a table to its truth, after the rules of the plan samples."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from blind10_parts.cells import blank_row, place, plain
from blind10_parts.shape import UP, Doc, Raw, Sheet, Table, label_of, split_row

BEGUN = {"in_progress", "partial", "overdue"}


def add_other(out: dict[str, Any], row: dict[str, Any]) -> None:
    """Texts of further columns of a later action row."""
    for name, text in row.get("other", {}).items():
        other = out.get("other", {})
        held = other.get(name)
        if held != text:
            out["other"] = {**other, name: f"{held}; {text}" if held else text}


def joined_due(out: dict[str, Any], group: list[dict[str, Any]]) -> None:
    """All dates as text, the latest as date."""
    dues = [r["due"] for r in group if r["due"]]
    texts = list(dict.fromkeys(d["text"] for d in dues))
    dates = sorted(d["date"] for d in dues if d["date"])
    if dues:
        out["due"] = {**dues[0], "text": "; ".join(texts), "date": dates[-1] if dates else None}
    if any(d["recurrence"] or d["start"] for d in dues):
        out["unscored"] += ["due_date", "due_start", "recurrence"]


def joined_status(out: dict[str, Any], group: list[dict[str, Any]]) -> None:
    """Complete if all are, partial if some are, else begun or not."""
    values = [r["status"]["value"] if r["status"] else None for r in group]
    if not any(values):
        return
    done = [v == "complete" for v in values]
    value = "in_progress" if BEGUN & set(values) else "not_started"
    if any(done):
        value = "complete" if all(done) else "partial"
    said = dict.fromkeys(r["status"]["text"] for r in group if r["status"] and r["status"]["text"])
    out["status"] = {"text": "; ".join(said) or None, "value": value}
    if not all(values) or "rejected" in values or "on_hold" in values:
        out["unscored"].append("status")


def joined(group: list[dict[str, Any]]) -> dict[str, Any]:
    """One recommendation over several action rows as one row."""
    first = group[0]
    if len(group) == 1:
        return first
    out = {**first, "actions": [], "owners": [], "progress": [], "unscored": []}
    for row in group:
        out["actions"] += row["actions"]
        for key in ("owners", "progress", "unscored"):
            out[key] += [x for x in row.get(key, []) if x not in out[key]]
        add_other(out, row)
    joined_due(out, group)
    joined_status(out, group)
    return out


def row_of(table: Table, cells: list[Any], extra: dict[str, Any], where: str) -> dict[str, Any]:
    """The labels of one printed row."""
    row = blank_row()
    for (_, role), cell in zip(table.columns, cells, strict=True):
        place(row, role, cell, where)
    for key, value in extra.items():
        row[key] = [*row.get("unscored", []), *value] if key == "unscored" else value
    return row


def rows_of(table: Table, where: str) -> list[dict[str, Any]]:
    """The labelled rows of a table."""
    groups: list[list[dict[str, Any]]] = []
    section, above = table.section, [None] * len(table.columns)
    lead = next(i for i, (_, role) in enumerate(table.columns) if "title" in role)
    for number, entry in enumerate(table.rows):
        if isinstance(entry, str):
            section = label_of(entry)[1] or plain(label_of(entry)[0])
        if not isinstance(entry, tuple):
            continue
        cells, extra = split_row(entry)
        again = cells[lead] == UP
        cells = [a if c == UP else c for a, c in zip(above, cells, strict=True)]
        above = list(cells)
        row = row_of(table, cells, extra, f"{where} row {number}")
        row["section"] = row["section"] or section
        if again:
            groups[-1].append(row)
        else:
            groups.append([row])
    rows = [joined(g) for g in groups]
    bare = ["section"] if all(r["section"] is None for r in rows) else []
    for row in rows:
        left = dict.fromkeys([*bare, *row.pop("unscored", []), *table.unscored])
        if left:
            row["unscored"] = list(left)
    return rows


SHOWN = {"dd-mmm-yy": "%d-%b-%y", "d mmm yyyy": "%-d %b %Y", "dd mmm yyyy": "%d %b %Y"}
"""Formats of dates in a sheet, and how a cell of that format is printed."""


def as_shown(rows: list[dict[str, Any]], doc: Doc) -> list[dict[str, Any]]:
    """The rows with their spreadsheet dates as the sheet prints them."""
    look = SHOWN.get(doc.look.get("dates", ""))

    def shown(text: Any) -> Any:
        if look is None or not isinstance(text, str) or not re.fullmatch(r"\d\d/\d\d/\d{4}", text):
            return text
        return dt.date(*map(int, reversed(text.split("/")))).strftime(look)

    for row in rows:
        if row["due"]:
            row["due"] = {**row["due"], "text": shown(row["due"]["text"])}
        if (row["status"] or {}).get("text"):
            row["status"] = {**row["status"], "text": shown(row["status"]["text"])}
        if row.get("other"):
            row["other"] = {name: shown(text) for name, text in row["other"].items()}
    return rows


def truth_of(doc: Doc) -> dict[str, Any]:
    """The whole truth file of a document."""
    blocks: list[Any] = []
    for block in doc.blocks:
        if isinstance(block, Sheet):
            blocks += block.blocks if block.state == "visible" else []
        else:
            blocks.append(block)
    plans: list[dict[str, Any]] = []
    for block in blocks:
        if isinstance(block, Raw):
            rows = [{**blank_row(), **r} for r in block.rows]
        elif isinstance(block, Table) and block.plan:
            rows = as_shown(rows_of(block, doc.name), doc)
        else:
            continue
        if plans and plans[-1]["title"] == block.title:
            plans[-1]["rows"] += rows
        else:
            plans.append({"title": block.title, "rows": rows})
    return {
        "document": doc.name,
        "schema": 1,
        "plans": plans,
        "unscored": doc.unscored,
        "label": doc.label or "words and labels written together, invented",
    }
