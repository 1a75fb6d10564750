"""Where the blocks of a plan without tables begin: at a label, at a heading, or over its labels."""

from __future__ import annotations

import re
from collections import Counter

from .labels import Label, TextLine
from .lexicon import heading_words, scores
from .refs import split_ref

__all__ = ["WHO_WHEN", "is_numbered_title", "names_section", "role_of", "starts_of"]

WHO_WHEN = {"owners", "due", "status", "start", "due_revised", "percent"}
"""Roles of labels that only an action has."""

_A_BLOCK = 0.3
_Lines = list[TextLine | None]


def role_of(label: Label) -> str:
    """The role that a label's words speak for, "" for none."""
    found = scores(label.word)
    best = max(found.items(), key=lambda item: item[1], default=("", 0.0))[0]
    if label.ref and found.get("title", 0.0) >= 0.7:
        return "title"
    return best


def is_numbered_title(line: TextLine) -> bool:
    """True for "Recommendation 3: …"."""
    return bool(line.labels) and bool(line.labels[0].ref) and role_of(line.labels[0]) == "title"


def starts_of(lines: _Lines) -> set[int]:
    """The indices of lines that open a block.

    Each way of cutting the text (at one label, at the headings of one level, over each run of
    labels) is tried. The one wins whose blocks most often say who or when, and say it once.
    """
    ways = [*_heading_ways(lines), *_opener_ways(lines), _before_labels(lines)]
    best: tuple[float, int] = (0.0, 0)
    found: set[int] = set()
    for number, way in enumerate(way for way in ways if way):
        value = (_worth(lines, way), -number)
        if value > best:
            best, found = value, way
    return found


def _worth(lines: _Lines, starts: set[int]) -> float:
    """How well these blocks fit: a point for each who or when that a block says once, less for
    each block, for one that says it twice or not at all, and for labels that stand in none."""
    order = sorted(starts)
    worth = 0.0
    for start, end in zip(order, [*order[1:], len(lines)], strict=True):
        labels = _labels_between(lines, start, end)
        said = [heading_words(label.word) for label in labels if role_of(label) in WHO_WHEN]
        twice = [words for words, count in Counter(said).items() if count > 1]
        titles = sum(1 for label in labels if role_of(label) in ("title", "ref"))
        worth += len(said) - _A_BLOCK if said and not twice else -0.5
        worth -= 0.3 if titles > 2 else 0.0
        worth += 0.1 if _has_number(lines[start]) else 0.0
    outside = [role_of(label) for label in _labels_between(lines, 0, order[0] if order else 0)]
    return worth - 0.5 * len([role for role in outside if role in WHO_WHEN | {"title"}])


def _has_number(line: TextLine | None) -> bool:
    if line is None:
        return False
    return any(label.ref for label in line.labels[:1]) or bool(split_ref(line.text)[0])


def _labels_between(lines: _Lines, start: int, end: int) -> list[Label]:
    """The labels in some lines; a table ends a block."""
    found: list[Label] = []
    for n in range(start, end):
        line = lines[n]
        if line is None:
            if n > start:
                break
            continue
        found += line.labels
    return found


def _opener_ways(lines: _Lines) -> list[set[int]]:
    """The blocks that open with one label, for each label that names what is to be done."""
    openers = [_opener(line) for line in lines]
    counts = Counter(opener for opener in openers if opener)
    return [{n for n, opener in enumerate(openers) if opener == word} for word in counts]


def _heading_ways(lines: _Lines) -> list[set[int]]:
    """The headings of one level that have labels under them, before the next heading."""
    by_level: dict[int, set[int]] = {}
    for n, line in enumerate(lines):
        if line is None or not line.is_heading or (line.labels and not is_numbered_title(line)):
            continue
        end = next((m for m in range(n + 1, len(lines)) if _plain_heading(lines[m])), len(lines))
        if {role_of(label) for label in _labels_between(lines, n + 1, end)} & WHO_WHEN:
            by_level.setdefault(line.level, set()).add(n)
    return [way for way in by_level.values() if len(way) >= 2]


def _plain_heading(line: TextLine | None) -> bool:
    return line is None or (line.is_heading and not line.labels)


def _opener(line: TextLine | None) -> tuple[str, ...]:
    """The words of the label that names what is to be done ("Recommendation", "Action")."""
    if line is None or not line.labels or line.lead:
        return ()
    label = line.labels[0]
    return heading_words(label.word) if role_of(label) in ("title", "ref") else ()


def _before_labels(lines: list[TextLine | None]) -> set[int]:
    """Without openers: the line right before each run of labels, or a line with labels inside."""
    found: set[int] = set()
    previous: int | None = None
    is_value = False
    for n, line in enumerate(lines):
        if line is None:
            previous = None
            continue
        useful = [label for label in line.labels if role_of(label) in WHO_WHEN]
        if is_value and not line.labels:
            is_value = False
            continue
        is_value = bool(line.labels) and not line.labels[-1].value
        if names_section(line):
            previous = None
        elif line.labels and line.lead and useful:
            found.add(n)
            previous = None
        elif line.labels:
            if useful and previous is not None:
                found.add(_first_of_title(lines, previous))
            previous = None if useful or previous is None else previous
        elif previous is None or not line.is_item or re.search(r"\w", line.mark):
            previous = n
    return found


_PART = re.compile(
    r"\W*(?:(?:strategic )?aim|goal|theme|priority|pillar|strand|part|chapter|workstream|ambition|promise)"
    r"\s+\w{1,3}\b",
    re.IGNORECASE,
)


def names_section(line: TextLine) -> bool:
    """True for "Theme 2: Voice" and "Priority 2 - Supervision" alone on their line."""
    if len(line.labels) != 1 or line.lead:
        return False
    label = line.labels[0]
    if line.is_heading and label.ref and _PART.match(line.text):
        return True
    return role_of(label) == "section" or bool(label.ref and role_of(label) == "priority")


def _first_of_title(lines: list[TextLine | None], n: int) -> int:
    """The line that opens the title: a heading or numbered line right above plain words of it."""
    above = lines[n - 1] if n else None
    line = lines[n]
    if above is None or line is None or line.is_heading or line.mark or above.labels:
        return n
    return n - 1 if above.is_heading and split_ref(above.text)[0] else n
