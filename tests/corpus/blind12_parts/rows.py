"""One row of a plan, written down once: its cells as printed and its label as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

FIELDS = ("ref", "section", "title", "actions", "owners", "due", "status", "priority", "progress",
          "review", "source_ref", "see")  # fmt: skip


def parts(text: str) -> list[str]:
    """The items of a text parted by upright strokes."""
    return [one.strip() for one in text.split("|") if one.strip()]


def due_of(text: str) -> dict[str, str | None] | None:
    """A due date from `text ~ date ~ start ~ recurrence`, of which all but the text may be left."""
    if not text:
        return None
    got = [one.strip() or None for one in text.split("~")] + [None] * 3
    return {"text": got[0], "date": got[1], "start": got[2], "recurrence": got[3]}


def valued(text: str) -> dict[str, str | None] | None:
    """A status or priority from `as printed = its value`."""
    if not text:
        return None
    shown, _, value = text.rpartition("=")
    return {"text": shown.strip(), "value": value.strip() or None}


@dataclass
class Row:
    """A labelled row; `printed` holds what its cells say where that differs from the label."""

    label: dict[str, Any]
    printed: dict[str, Any] = field(default_factory=dict)

    def cell(self, name: str) -> Any:
        """What is printed in the cell of this name: its own wording or the label's."""
        if name in self.printed:
            return self.printed[name]
        if name in ("due", "status", "priority"):
            return (self.label.get(name) or {}).get("text") or ""
        if name in self.label.get("other", {}):
            return self.label["other"][name]
        value = self.label.get(name)
        if name == "owners":
            return ", ".join(value)
        return value or ""

    def cells(self, names: str) -> list[Any]:
        """The printed cells of several names."""
        return [self.cell(name) for name in names.split()]


def R(
    ref: str | None,
    title: str,
    *,
    act: str = "",
    own: str = "",
    due: str = "",
    st: str = "",
    pri: str = "",
    prog: str = "",
    review: str | None = None,
    src: str | None = None,
    see: str = "",
    sec: str | None = None,
    other: dict[str, str] | None = None,
    unscored: str = "",
    **printed: Any,
) -> Row:
    """A row from its label in short form and from the cells that read otherwise (keywords)."""
    label: dict[str, Any] = {
        "ref": ref, "section": sec, "title": title, "actions": parts(act), "owners": parts(own),
        "due": due_of(due), "status": valued(st), "priority": valued(pri), "progress": parts(prog),
        "review": review, "source_ref": src, "see": parts(see) or None,
    }  # fmt: skip
    if other:
        label["other"] = other
    if unscored:
        label["unscored"] = unscored.split()
    return Row(label, printed)


def under(section: str | None, rows: list[Row]) -> list[Row]:
    """The rows with the section over them."""
    for row in rows:
        row.label["section"] = section
    return rows


def truth(
    document: str, plans: list[tuple[str, list[Row]]], layout: str, unscored: str = ""
) -> dict[str, Any]:
    """The label of a whole document."""
    return {
        "document": document,
        "schema": 1,
        "plans": [{"title": t, "rows": [r.label for r in rows]} for t, rows in plans],
        "unscored": unscored.split(),
        "layout": layout,
        "label": "invented; the label written with the document and read again beside it",
    }
