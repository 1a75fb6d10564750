"""From the shorthand to the truth file of a document."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .notation import CODES, Cell, Line, Table, due_of, status_in

NOBODY = {"", "-", "–", "tbc", "n/a", "vacant", "to be agreed"}


def blank() -> dict[str, Any]:
    """A row without anything in it."""
    return {
        "ref": None,
        "section": None,
        "title": "",
        "actions": [],
        "owners": [],
        "due": None,
        "status": None,
        "priority": None,
        "progress": [],
        "review": None,
        "source_ref": None,
        "see": [],
        "other": {},
        "unscored": [],
    }


def worded_status(made: Cell) -> dict[str, str] | None:
    """The status of a status cell; its label is a code, or the words say it."""
    if made.label == "":
        return None
    if made.label:
        text = None if re.fullmatch(r"\d+%", made.words) else made.words
        return {"text": text, "value": CODES[made.label]}
    low = made.words.casefold().strip(" .")
    if not low:
        return None
    plain = {
        "complete": "complete",
        "completed": "complete",
        "closed": "complete",
        "done": "complete",
        "in progress": "in_progress",
        "ongoing": "in_progress",
        "underway": "in_progress",
        "not started": "not_started",
        "overdue": "overdue",
        "on hold": "on_hold",
        "partially complete": "partial",
    }
    if low not in plain:
        raise ValueError(f"status needs a label: {made.words!r}")
    return {"text": made.words, "value": plain[low]}


def owners_of(made: Cell) -> list[str]:
    """One entry for each person, post or body; a label parts them with semicolons."""
    if made.label is not None:
        return [o.strip() for o in made.label.split(";") if o.strip()]
    if made.words.casefold() in NOBODY:
        return []
    return [made.words]


Taker = Callable[[dict[str, Any], Cell, str], None]


def take_ref(row: dict[str, Any], c: Cell, head: str) -> None:
    """The number as printed, without its final dot."""
    row["ref"] = (c.label if c.label is not None else c.words.rstrip(".")) or None


def take_title(row: dict[str, Any], c: Cell, head: str) -> None:
    """The whole text."""
    row["title"] = c.words if c.label is None else c.label


def take_section(row: dict[str, Any], c: Cell, head: str) -> None:
    """A column that names the section."""
    row["section"] = (c.words if c.label is None else c.label) or None


def take_source(row: dict[str, Any], c: Cell, head: str) -> None:
    """Where the action comes from."""
    row["source_ref"] = (c.words if c.label is None else c.label) or None


def take_actions(row: dict[str, Any], c: Cell, head: str) -> None:
    """One action for each item."""
    if c.words not in ("–", "-"):
        row["actions"] += c.items if c.label is None else Cell(c.label).items


def take_owners(row: dict[str, Any], c: Cell, head: str) -> None:
    """Each owner once."""
    row["owners"] += [o for o in owners_of(c) if o not in row["owners"]]


def take_due(row: dict[str, Any], c: Cell, head: str) -> None:
    """The due date; a revised one wins and the original goes to the other columns."""
    first = row["due"]
    if c.words in ("", "-", "–", "N/A", "n/a") and (first or not c.words):
        return
    row["due"] = due_of(c)
    if first and first["text"]:
        row["other"]["original date"] = first["text"]


def take_start(row: dict[str, Any], c: Cell, head: str) -> None:
    """A column of start dates."""
    if c.words:
        row["start"] = c.label or c.words.lstrip("#")


def take_status(row: dict[str, Any], c: Cell, head: str) -> None:
    """A column of states, perhaps with words of progress behind the state."""
    if (c.label or "").startswith("["):
        row["status"], rest = status_in(c)
        row["progress"] += rest
    elif c.label == "?":
        row["unscored"].append("status")
    else:
        row["status"] = worded_status(c) or row["status"]


def take_done(row: dict[str, Any], c: Cell, head: str) -> None:
    """A column of completion dates."""
    if c.words:
        row["status"] = {"text": None, "value": "complete"}
        row["other"][head] = c.words if not c.words.startswith("#") else ""


def take_priority(row: dict[str, Any], c: Cell, head: str) -> None:
    """High, medium, low."""
    if c.words:
        value = {"h": "high", "m": "medium", "l": "low"}.get(c.words.lower(), c.words.lower())
        row["priority"] = {"text": c.words, "value": c.label or value}


def take_progress(row: dict[str, Any], c: Cell, head: str) -> None:
    """Items of progress, perhaps with a state before them."""
    found, items = status_in(c)
    row["status"] = found or row["status"]
    row["progress"] += items


def take_review(row: dict[str, Any], c: Cell, head: str) -> None:
    """How it is monitored."""
    row["review"] = c.words or None


def take_other(row: dict[str, Any], c: Cell, head: str) -> None:
    """Any further column."""
    if c.words:
        row["other"][head] = c.words


def leave(row: dict[str, Any], c: Cell, head: str) -> None:
    """A column that is read through another one."""


def tick_of(code: str) -> Taker:
    """A column of ticks for one state."""

    def take(row: dict[str, Any], c: Cell, head: str) -> None:
        if c.words:
            row["status"] = {"text": None, "value": CODES[code]}

    return take


TAKERS: dict[str, Taker] = {
    "ref": take_ref,
    "title": take_title,
    "sec": take_section,
    "src": take_source,
    "do": take_actions,
    "who": take_owners,
    "due0": take_due,
    "due": take_due,
    "start": take_start,
    "st": take_status,
    "done": take_done,
    "pri": take_priority,
    "pg": take_progress,
    "rev": take_review,
    "oth": take_other,
    "x": leave,
} | {f"t{code}": tick_of(code) for code in CODES}


def label_row(made: Table, line: Line, above: list[Cell], section: str | None) -> dict[str, Any]:
    """What a careful reader takes from one printed row. `above`: the cells that hold here."""
    row = blank()
    row["section"] = section
    for kind, head, c in zip(made.kinds, made.heads, above, strict=True):
        TAKERS[kind](row, c, head)
    return finish(row, line)


def finish(row: dict[str, Any], line: Line) -> dict[str, Any]:
    """Put in what the notes of the row say, and join start and end."""
    if start := row.pop("start", None):
        row["due"] = row["due"] or {"text": None, "date": None, "start": None, "recurrence": None}
        row["due"]["start"] = start
    row["see"] = [s.strip() for s in line.notes.get("see", "").split(",") if s.strip()]
    row["unscored"] += [u.strip() for u in line.notes.get("un", "").split(",") if u.strip()]
    if row["due"] and row["due"]["text"] is None:
        row["unscored"].append("due_text")
    if "ref" in line.notes:
        row["ref"] = line.notes["ref"] or None
        lead = re.compile(rf"^(?:\w+ )?{re.escape(line.notes['ref'])}[.):/ –-]*")
        row["title"] = lead.sub("", row["title"])
    if "sec" in line.notes:
        row["section"] = line.notes["sec"] or None
    if "status" in line.notes:
        code = line.notes["status"]
        row["status"] = {"text": None, "value": CODES[code]} if code else None
    return row


def joined_status(values: list[str | None]) -> tuple[str | None, bool]:
    """Status of a recommendation with several action rows, and whether it is settled."""
    if all(v == "complete" for v in values):
        return "complete", True
    if any(v == "complete" for v in values):
        return "partial", True
    if any(v in ("in_progress", "partial") for v in values):
        return "in_progress", True
    if all(v == "not_started" for v in values):
        return "not_started", True
    if not any(values):
        return None, True
    return None, False


def join(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """One recommendation over several action rows is one row."""
    whole = rows[0]
    if len(rows) == 1:
        return whole
    for row in rows[1:]:
        for name in ("actions", "progress", "see", "unscored"):
            whole[name] += row[name]
        whole["owners"] += [o for o in row["owners"] if o not in whole["owners"]]
        for head, words in row["other"].items():
            old = whole["other"].get(head)
            both = words if not old or words == old else f"{old} {words}"
            whole["other"][head] = both
        whole["review"] = whole["review"] or row["review"]
    states = [(r["status"] or {}).get("value") for r in rows]
    value, settled = joined_status(states)
    text = " ".join(r["status"]["text"] or "" for r in rows if r["status"])
    whole["status"] = {"text": text, "value": value} if value else None
    whole["unscored"] += [] if settled else ["status"]
    dues = [r["due"] for r in rows if r["due"]]
    if dues:
        dates = [d["date"] for d in dues if d["date"]]
        repeats = [d["recurrence"] for d in dues if d["recurrence"]]
        starts = [d["start"] for d in dues if d["start"]]
        texts = list(dict.fromkeys(d["text"] for d in dues if d["text"]))
        whole["due"] = {
            "text": "; ".join(texts) or None,
            "date": max(dates) if dates else None,
            "start": min(starts) if starts else None,
            "recurrence": repeats[0] if repeats else None,
        }
    return whole


def rows_of(made: Table) -> list[dict[str, Any]]:
    """All rows of a plan."""
    groups: list[list[dict[str, Any]]] = []
    section: str | None = None
    above = [Cell("") for _ in made.kinds]
    for line in made.lines:
        if line.band is not None:
            section = line.section if line.section is not None else section
            continue
        above = [a if c.merged else c for a, c in zip(above, line.cells, strict=True)]
        row = label_row(made, line, above, section)
        merged_title = any(
            k == "title" and c.merged for k, c in zip(made.kinds, line.cells, strict=True)
        )
        if merged_title:
            for kind, c in zip(made.kinds, line.cells, strict=True):
                if c.merged and kind == "do":
                    row["actions"] = []
                if c.merged and kind == "pg":
                    row["progress"] = []
            groups[-1].append(row)
        else:
            groups.append([row])
    rows = [tidy(join(g)) for g in groups]
    if not any(r["section"] for r in rows):
        for row in rows:
            row["unscored"] = sorted({*row.get("unscored", []), "section"})
    return rows


def tidy(row: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty at the end."""
    if not row["unscored"]:
        del row["unscored"]
    else:
        row["unscored"] = sorted(set(row["unscored"]))
    row["other"] = {k.casefold(): v for k, v in row["other"].items() if v}
    if not row["other"]:
        del row["other"]
    row["title"] = re.sub(r"\s+", " ", row["title"])
    return row


def truth(
    document: str, plans: list[Table], layout: str, unscored: list[str] | None = None
) -> dict[str, Any]:
    """The whole truth file."""
    return {
        "document": document,
        "schema": 1,
        "plans": [{"title": p.title, "rows": rows_of(p)} for p in plans],
        "unscored": unscored or [],
        "layout": layout,
        "label": "invented wording; truth labelled by hand together with the text",
    }
