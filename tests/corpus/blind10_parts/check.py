"""Checks beyond the presence of words: values that the rules know, dates that exist."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

STATES = {
    "complete",
    "partial",
    "in_progress",
    "not_started",
    "overdue",
    "on_hold",
    "rejected",
}
RECURS = {
    "weekly",
    "fortnightly",
    "monthly",
    "two_monthly",
    "quarterly",
    "termly",
    "six_monthly",
    "annual",
    "each_meeting",
    "event",
    "ongoing",
}
DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def real_day(text: str) -> bool:
    """Whether the text is a month or a day of the calendar."""
    if not DAY.fullmatch(text):
        return False
    dt.date.fromisoformat(text if len(text) == 10 else text + "-01")
    return True


def faults(truth: dict[str, Any]) -> list[str]:
    """What is wrong with the labels of a document."""
    out = []
    rows = [r for p in truth["plans"] for r in p["rows"]]
    known = {r[k] for r in rows for k in ("ref", "source_ref") if r[k]}
    for row in rows:
        where, due = f"{truth['document']} {row['ref']} {row['title'][:40]}", row["due"]
        if not row["title"]:
            out.append(f"{where}: no title")
        if row["status"] and row["status"]["value"] not in STATES:
            out.append(f"{where}: status {row['status']}")
        if due and due["recurrence"] not in RECURS | {None}:
            out.append(f"{where}: recurrence {due}")
        for key in ("date", "start"):
            if due and due[key] and not real_day(due[key]):
                out.append(f"{where}: {key} {due}")
        out += [f"{where}: see {s}" for s in row["see"] or [] if s not in known]
    return out
