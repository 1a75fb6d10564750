"""From a cell and the role of its column to labels, after the rules of the plan samples."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from blind10_parts.shape import Cell, label_of

BULLET = re.compile(r"^(?:[•▪*–-]\s+|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+)")
LOOKS = re.compile(r"\*\*|~~|@@")
NOBODY = {"", "-", "–", "TBC", "Vacant", "To be agreed", "N/A", "n/a"}
PRIORITY = {"h": "high", "m": "medium", "l": "low"}
EMPTY: dict[str, Any] = {
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
    "see": None,
}


def plain(text: str) -> str:
    """The text without looks and marks, on one line."""
    return " ".join(LOOKS.sub("", text).replace("^", "").replace("¶", " ").split())


def lines(text: str) -> list[str]:
    """Each line without its bullet."""
    out = [BULLET.sub("", plain(x)) for x in text.replace("\n¶", "\n").split("\n")]
    return [x for x in out if x and x not in ("-", "–", "N/A")]


def blank_row() -> dict[str, Any]:
    """A row without any label."""
    return {k: (list(v) if isinstance(v, list) else v) for k, v in EMPTY.items()}


def due_of(text: str, label: str | None, where: str) -> dict[str, Any]:
    """The due label: `d:date s:start r:recurrence`, or `none` where nobody can tell."""
    if label is None:
        raise ValueError(f"{where}: no label for due {text!r}")
    out: dict[str, Any] = {"text": plain(text), "date": None, "start": None, "recurrence": None}
    for part in label.split():
        if part == "none":
            continue
        key, _, value = part.partition(":")
        out[{"d": "date", "s": "start", "r": "recurrence"}[key]] = value
    return out


def owners_of(text: str, label: str | None) -> list[str]:
    """Owners behind `=>` (parted by `;`), else the whole cell as one."""
    if label is not None:
        return [x.strip() for x in label.split(";") if x.strip() and x.strip() != "none"]
    return [] if plain(text) in NOBODY else [plain(text)]


def state_of(row: dict[str, Any], text: str, label: str | None, where: str) -> None:
    """Put a status into the row; `?` leaves it unscored."""
    if label == "?":
        row.setdefault("unscored", []).append("status")
        return
    if label is None:
        raise ValueError(f"{where}: no label for status {text!r}")
    if label != "none":
        row["status"] = {"text": plain(text), "value": label}


def progress_of(row: dict[str, Any], text: str, label: str | None, where: str) -> None:
    """Progress lines, and the status before the `^` mark where there is one."""
    if "^" in text:
        state, _, text = text.partition("^")
        state_of(row, state.strip(" :-–.\n"), label, where)
        row["progress"] += lines(text)
    elif label is not None and label != "none":
        row["progress"] += [x.strip() for x in label.split(" // ")]
    elif label is None:
        row["progress"] += lines(text)


def put_due(row: dict[str, Any], cell: Any, name: str, where: str) -> None:
    """The due cell; a second one (a revised date) wins and the first becomes the original."""
    text, label = label_of(cell)
    before, held = row["due"], plain(text)
    if (before and held in NOBODY) or not (held or label):
        return
    due = due_of(text, label, where)
    if before and before["text"]:
        row.setdefault("other", {})["original"] = before["text"]
    elif before:
        due["start"] = due["start"] or before["start"]
    row["due"] = due
    if isinstance(cell.text if isinstance(cell, Cell) else cell, dt.date):
        row.setdefault("unscored", []).append("due_text")


def put_start(row: dict[str, Any], cell: Any, name: str, where: str) -> None:
    """A start date of its own."""
    text, label = label_of(cell)
    if plain(text):
        due = row["due"] or {"text": "", "date": None, "start": None, "recurrence": None}
        row["due"] = {**due, "start": due_of(text, label, where)["date"]}


def put_status(row: dict[str, Any], cell: Any, name: str, where: str) -> None:
    """A word, a colour, or a share of one."""
    text, label = label_of(cell)
    if isinstance(cell, float):
        share = "in_progress" if 0 < cell < 1 else ("complete" if cell else "not_started")
        state_of(row, f"{cell:.0%}", share, where)
    elif plain(text) or label:
        state_of(row, text, label, where)


def put_progress(row: dict[str, Any], cell: Any, name: str, where: str) -> None:
    """A progress cell."""
    text, label = label_of(cell)
    if plain(text):
        progress_of(row, text, label, where)


def put_reftitle(row: dict[str, Any], held: str, text: str, label: str | None) -> None:
    """A number and a title in one cell."""
    ref, _, title = (label or re.sub(r"[.:)]?\s+", "|", held, count=1)).partition("|")
    row["ref"], row["title"] = ref.strip(" .()") or None, title.strip()


def put_actions(row: dict[str, Any], held: str, text: str, label: str | None) -> None:
    """Each line or part of a list with semicolons is an action."""
    parts = label.split(" // ") if label else re.split(r"\n|;\s+", text)
    row["actions"] += [y for x in parts for y in lines(x)]


def put_done(row: dict[str, Any], held: str, text: str, label: str | None) -> None:
    """A date of completion."""
    row.setdefault("other", {})["completed"] = held
    row["status"] = {"text": held, "value": "complete"}


WHOLE: dict[str, Callable[[dict[str, Any], Any, str, str], None]] = {
    "due": put_due,
    "start": put_start,
    "status": put_status,
    "progress": put_progress,
}
WORDS: dict[str, Callable[[dict[str, Any], str, str, str | None], None]] = {
    "ref": lambda row, held, text, label: row.update(ref=label or held.strip(" .()")),
    "title": lambda row, held, text, label: row.update(title=label or " ".join(lines(text))),
    "reftitle": put_reftitle,
    "actions": put_actions,
    "owners": lambda row, held, text, label: row["owners"].extend(owners_of(text, label)),
    "priority": lambda row, held, text, label: row.update(
        priority={"text": held, "value": PRIORITY[held[0].lower()]}
    ),
    "review": lambda row, held, text, label: row.update(review=label or held),
    "source": lambda row, held, text, label: row.update(source_ref=label or held),
    "section": lambda row, held, text, label: row.update(section=label or held),
    "done": put_done,
    "-": lambda row, held, text, label: None,
}


def place(row: dict[str, Any], role: str, cell: Any, where: str) -> None:
    """Put one cell into the row after the role of its column."""
    role, _, name = role.partition(":")
    if role in WHOLE:
        WHOLE[role](row, cell, name, where)
        return
    text, label = label_of(cell)
    held = plain(text)
    if held and role == "other":
        row.setdefault("other", {})[name] = label or held
    elif held:
        WORDS[role](row, held, text, label)
