"""A checked reading as findings: every printed word is kept, and no answer is made up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.assurance.choices import Answer
from joinedup.assurance.rules.checking.to_rows import lines_of
from joinedup.assurance.rules.reading.model import Plan, Row

__all__ = ["NUMBER_SIZE", "PLACE_SIZE", "Finding", "findings_of", "joint_answer", "joint_position"]

NUMBER_SIZE, PLACE_SIZE = 40, 120
OWN_PLACE = {"ref", "title", "section", "source_ref", "progress", "see"}
"""Fields that are a finding's own words or position; all others are labelled lines."""

LABELS = {"owners": "Owner", "due": "Due", "review": "Review", "actions": "Actions"}

_ANSWERS = (
    (Answer.ACCEPTED, re.compile(r"(fully )?accepted( in full)?")),
    (Answer.PARTLY, re.compile(r"(partially|partly) accepted|accepted (in part|partially|partly)")),
    (Answer.REJECTED, re.compile(r"not accepted|rejected")),
)
_REFUSED = re.compile(r"reject|declined|not (accepted|agreed|approved|supported)")
"""A status of "duplicate" or "superseded" is no answer, though the action would be closed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with the position taken on it, what else its row says ("Review: ..."), and the
    answer where the document says one in so many words, else waiting. Findings with one
    `position_key` share a position."""

    number: str
    words: str
    theme: str
    citation: str
    position: str
    position_key: str
    more: tuple[str, ...] = ()
    answer: str = Answer.WAITING.value


def _said(text: str) -> set[str]:
    """The answer that a whole cell says, and nothing else."""
    plain = " ".join(text.lower().split()).strip(" .:;")
    return {answer.value for answer, words in _ANSWERS if words.fullmatch(plain)}


def _answer(row: Row, position: str) -> str:
    status = row.fields.get("status")
    others = (value.printed for value in row.other.values())
    cells = [position, *others, status.printed if status else ""]
    said: set[str] = set().union(*map(_said, cells))
    is_rejected = status is not None and (status.value or {}).get("value") == "rejected"
    if is_rejected and _REFUSED.search(cells[-1].lower()):
        said.add(Answer.REJECTED.value)
    return said.pop() if len(said) == 1 else Answer.WAITING.value


def _more(row: Row, number: str, theme: str, citation: str) -> tuple[str, ...]:
    """What the row says besides the finding and the position, each with its label."""
    long = (
        ("Number", number, NUMBER_SIZE),
        ("Theme", theme, PLACE_SIZE),
        ("Place", citation, PLACE_SIZE),
    )
    lines = [f"{label}: {words}" for label, words, most in long if len(words) > most]
    for name, value in row.fields.items():
        if name not in OWN_PLACE and value.printed.strip():
            lines.append(f"{LABELS.get(name, name.capitalize())}: {value.printed.strip()}")
    lines += [f"{name}: {value.printed.strip()}" for name, value in row.other.items()
              if value.printed.strip()]  # fmt: skip
    return tuple(lines)


def findings_of(plan: Plan) -> list[Finding]:
    """The rows of one plan as findings. A position that answers several findings (a merged cell,
    or a cell that only says "See above") is shared, never copied."""
    found: list[Finding] = []
    by_place: dict[str, Finding] = {}
    keys: dict[Sequence[str], str] = {}
    for number, row in enumerate(plan.rows):
        position = "\n".join(lines_of(row, "progress"))
        value = row.fields.get("progress")
        cells = tuple(value.cells) if value else ()
        key = keys.setdefault(cells, f"p{number}") if cells else f"p{number}"
        target = next((by_place[t] for t in lines_of(row, "see") if t in by_place), None)
        if target and len(position.split()) <= 3:
            key, position = target.position_key, target.position
        code, theme, citation = (
            str(row.value(name) or "") for name in ("ref", "section", "source_ref")
        )
        one = Finding(
            number=code,
            words=str(row.value("title") or ""),
            theme=theme,
            citation=citation,
            position=position,
            position_key=key,
            more=_more(row, code, theme, citation),
            answer=_answer(row, position),
        )
        for place in filter(None, (citation, one.number)):
            by_place.setdefault(place, one)
        found.append(one)
    return found


def joint_position(group: Sequence[Finding]) -> str:
    """The position of findings that share one, with every labelled line of each: a line that they
    do not all have says whose it is."""
    lines = [group[0].position] if group[0].position else []
    for line in dict.fromkeys(line for one in group for line in one.more):
        whose = [one.number for one in group if line in one.more]
        is_common = len(whose) == len(group) or not any(whose)
        lines.append(line if is_common else f"{', '.join(filter(None, whose))}: {line}")
    return "\n".join(lines)


def joint_answer(group: Sequence[Finding]) -> Answer:
    """The answer that the document gives to all of them alike, else waiting."""
    said = {one.answer for one in group}
    return Answer(said.pop()) if len(said) == 1 else Answer.WAITING
