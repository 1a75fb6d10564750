"""Which of two columns holds the title: what is wanted stands before what will be done for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .facts import Facts
from .lexicon import scores, without_slips

__all__ = ["Led", "led_by"]

_Parts = tuple[tuple[str, ...], ...]

_WANTED = re.compile(
    r"^(?:(?:our|the|agreed|national|key|related)\s+)?(?:targets?|aims?|goals?|ambitions?|standards?|"
    r"expectations?|criteri(?:on|a)|requirements?|statements?|points?|indicators? of good practice|"
    r"good practice|kpis?|indicators?|barriers?|(?:priority |identified |key )?needs?|"
    r"(?:(?:desired|intended|expected|planned|required|priority) )?(?:outcomes?|results?)|"
    r"strategic aims?|where we want)\b|\bgood (?:practice )?(?:will |would |should )?looks? like\b|"
    r"\b(?:we|you|they|people|children) (?:want|need|expect)s?\b|\bshould be in place\b",
    re.IGNORECASE,
)
"""Headings over what is wanted. Over sentences to the left of the steps they are the title."""
_COULD_BE_TITLE = 0.7
_SURELY_TITLE = 0.86
_SURE, _LIKELY, _DOUBTFUL = 0.85, 0.82, 0.7
_FULL, _MOSTLY = 0.9, 0.7
_HALF = 0.5
_LISTS = 0.6


@dataclass(frozen=True, slots=True)
class Led:
    """The roles with title and actions in their places, and what is known of the columns moved."""

    roles: tuple[str, ...]
    moved: dict[int, tuple[float, str]]


def led_by(
    roles: tuple[str, ...], parts: _Parts, facts: tuple[Facts, ...], settled: set[int]
) -> Led:
    """Put the title left of the actions where the headings leave room for it.

    "Task | Detail", "What we need to change | Actions" and "Target | Tasks" have their title on the
    left; so has a first column without heading beside lists of tasks. `settled` columns stay.
    """
    title = next((roles.index(role) for role in ("title", "actions") if role in roles), None)
    if title is None or title in settled:
        return Led(roles, {})
    steps = roles.index("actions") if "actions" in roles else title
    if not {title, steps} & settled and _holds_for_several(roles, facts, title, steps):
        new = {title: "section", steps: "title"}
        found = tuple(new.get(col, role) for col, role in enumerate(roles))
        return Led(found, dict.fromkeys(new, (_LIKELY, "")))
    headings = [without_slips(" ".join(part)) for part in parts]
    for find, sure in ((_swapped, _SURE), (_wanted, _LIKELY), (_over_lists, _DOUBTFUL)):
        lead = find(roles, headings, facts, title)
        if lead is not None and lead not in settled:
            why = "" if sure >= _LIKELY else "Each row holds a list: its first words were taken"
            moved = {lead: (sure, why), title: (sure, why)}
            return Led(_placed(roles, lead, title), moved)
    return _from_finding(roles, headings, facts, title, settled)


def _holds_for_several(
    roles: tuple[str, ...], facts: tuple[Facts, ...], lead: int, title: int
) -> bool:
    """True for an aim beside several tasks that have each a number of its own ("Aim | No | Task"):
    each task is a row, and the aim its section."""
    numbers = [col for col in range(lead, title) if roles[col] == "ref"]
    each = bool(numbers) and facts[numbers[0]].own >= _FULL and not facts[numbers[0]].repeats
    return each and facts[title].own >= _FULL and facts[lead].own <= _HALF


def _from_finding(
    roles: tuple[str, ...],
    headings: list[str],
    facts: tuple[Facts, ...],
    title: int,
    settled: set[int],
) -> Led:
    """A finding is the title of what is done about it, wherever it stands."""
    asked = [
        col
        for col, role in enumerate(roles)
        if role in ("actions", "other") and _ASKED.search(headings[col]) and col not in settled
    ]
    if roles[title] == "title" and asked and _AUDITED.search(headings[title]):
        kept = tuple(
            "title" if col == asked[0] else "other" if col == title else role
            for col, role in enumerate(roles)
        )
        return Led(kept, {asked[0]: (_SURE, ""), title: (_SURE, "")})
    found = [
        col
        for col, role in enumerate(roles)
        if role == "actions" and _FOUND.search(headings[col]) and col not in settled
    ]
    if roles[title] == "title" and found and re.search(r"\baction", headings[title], re.IGNORECASE):
        moved = {found[0]: (_SURE, ""), title: (_SURE, "")}
        return Led(_placed(roles, found[0], title), moved)
    return _from_the_end(roles, facts, title, settled) or _from_risk(
        roles, headings, title, settled
    )


def _from_the_end(
    roles: tuple[str, ...], facts: tuple[Facts, ...], title: int, settled: set[int]
) -> Led | None:
    """What is to be done stands before who does it and when: a title behind both, with steps before
    them, is what came of it ("Remedy | Team | Date | Learning")."""
    steps = [col for col, role in enumerate(roles) if role == "actions" and col not in settled]
    around = [col for col, role in enumerate(roles) if role in ("owners", "due")]
    if roles[title] != "title" or not steps or len(around) < 2:
        return None
    if not steps[0] < min(around) <= max(around) < title or not facts[steps[0]].is_sentences:
        return None
    found = tuple(
        "title" if col == steps[0] else "other" if col == title else role
        for col, role in enumerate(roles)
    )
    return Led(found, {steps[0]: (_DOUBTFUL, "The last column was taken for what came of it")})


_ASKED = re.compile(r"^(?:audit |agreed )?(?:rec|recommendation|consideration)s?$", re.IGNORECASE)
_AUDITED = re.compile(r"\b(finding|weakness|observation)s?\b", re.IGNORECASE)
_FOUND = re.compile(
    r"^(?:\S+ ){0,4}(finding|issue|concern|recommendation|observation|weakness|gap|lesson|standard|"
    r"requirement)s?(?: \S+){0,4}$",
    re.IGNORECASE,
)


def _from_risk(roles: tuple[str, ...], headings: list[str], title: int, settled: set[int]) -> Led:
    """A risk is kept beside what is done about it: the measure is the title."""
    steps = [col for col, role in enumerate(roles) if role == "actions" and col not in settled]
    if roles[title] != "title" or not steps or not _RISK.search(headings[title]):
        return Led(roles, {})
    found = tuple(
        "title" if col == steps[0] else "other" if col == title else role
        for col, role in enumerate(roles)
    )
    return Led(found, {steps[0]: (_DOUBTFUL, "The measure against a risk was taken as the action")})


_RISK = re.compile(r"\brisks?\b", re.IGNORECASE)


def _placed(roles: tuple[str, ...], lead: int, title: int) -> tuple[str, ...]:
    return tuple(
        "title" if col == lead else "actions" if col == title else role
        for col, role in enumerate(roles)
    )


def _swapped(
    roles: tuple[str, ...], headings: list[str], facts: tuple[Facts, ...], title: int
) -> int | None:
    """Actions to the left of the title, under headings of which either could be the other."""
    if roles[title] != "title" or scores(headings[title]).get("title", 0.0) >= _SURELY_TITLE:
        return None
    if _FOUND.search(headings[title]):
        return None
    for col in range(title):
        named = scores(headings[col]).get("title", 0.0) >= _COULD_BE_TITLE
        if roles[col] == "actions" and named and facts[col].own >= _MOSTLY:
            return col
    return None


def _wanted(
    roles: tuple[str, ...], headings: list[str], facts: tuple[Facts, ...], title: int
) -> int | None:
    """Sentences under a heading of what is wanted, to the left of the steps."""
    told = scores(headings[title])
    if told.get("title", 0.0) >= _SURELY_TITLE or "actions" in roles[:title]:
        return None
    for col in range(title):
        free = roles[col] in ("other", "section")
        if _holds_for_several(roles, facts, col, title):
            continue
        if free and facts[col].is_sentences and _WANTED.search(headings[col]):
            return col
    return None


def _over_lists(
    roles: tuple[str, ...], headings: list[str], facts: tuple[Facts, ...], title: int
) -> int | None:
    """A first column without heading, another label in each row, beside a list in each row."""
    taken = {"ref", "actions"} & set(roles)
    if not title or headings[0] or taken or facts[0].count < 3:
        return None
    named = facts[0].own >= _FULL and not facts[0].repeats and facts[0].mean_words <= 8
    return 0 if named and facts[title].lists >= _LISTS else None
