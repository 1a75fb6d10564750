"""Columns that hold two things in one cell: who is to do it, and by when."""

from __future__ import annotations

import re
from dataclasses import replace

from .cells import Line
from .facts import looks_like_date
from .lexicon import scores
from .tails import is_when

__all__ = ["names_both", "part_of"]

_JOINED = re.compile(r"\s*(?:/|&|\+|,|\band\b)\s*", re.IGNORECASE)
_MARK = re.compile(r"\s+[-–—]+\s+|[,;:(]\s*|\s+\|\s+")
_DATE_PART = re.compile(
    r"[,;:(–—-]\s*((?:by|from|end|before|due)?\s*(?:\d|Q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec|ongoing|monthly|quarterly|weekly|termly|annual|tbc|asap|spring|summer|autumn|winter)"
    r"[^,;]*?)\)?\s*$",
    re.IGNORECASE,
)


def names_both(heading: str) -> bool:
    """True for "Responsible officer and target date", "Lead / deadline": one half of the heading
    names who, the other when."""
    halves = [half for half in _JOINED.split(heading) if half.strip()]
    if len(halves) != 2:
        return False
    return {_who_or_when(half) for half in halves} == {"owners", "due"}


def _who_or_when(words: str) -> str:
    found = scores(words)
    best = max(found, key=lambda role: found[role], default="")
    return best if found.get(best, 0.0) >= 0.7 else ""


def _cut_before_when(text: str) -> tuple[str, str] | None:
    """(who, when) of a line that holds both: cut at the last mark after which a time is said."""
    for mark in reversed(list(_MARK.finditer(text))):
        if (when := text[mark.end() :].strip(" ()")) and is_when(when):
            return text[: mark.start()].strip(" ("), when
    cut = _DATE_PART.search(text)
    return (text[: cut.start()], cut.group(1)) if cut is not None else None


def part_of(lines: list[Line], role: str) -> list[Line]:
    """The lines of such a cell that say who ("owners") or when ("due"). A line that holds both is
    cut before its date; nothing is left out of both."""
    found: list[Line] = []
    for line in lines:
        cut = _cut_before_when(line.text) if len(lines) == 1 else None
        if cut is not None:
            text = cut[0] if role == "owners" else cut[1]
            found.append(replace(line, text=text.strip(), kept=text.strip()))
        elif looks_like_date(line.text) == (role == "due"):
            found.append(line)
    return found
