"""Column roles: heading words, contents and order, the best assignment over the whole table."""

from __future__ import annotations

import re
from functools import lru_cache

from .facts import Facts
from .lexicon import not_plan_score, scores
from .model import Column

__all__ = ["assign_roles", "is_plan_by_columns"]

_MANY = {"owners", "status", "tick", "progress", "review", "other", "actions"}
"""Roles that several columns of one table may have; every other role goes to one column only."""

_DONE = re.compile(r"\b(complet|done|clos|achiev|finish|implement|deliver|signed)", re.IGNORECASE)
_PROVEN = {
    "ref",
    "due",
    "start",
    "due_original",
    "due_revised",
    "completed_on",
    "percent",
    "status",
}
_BEAM = 24
_NO_TITLE = 0.45
_SECOND_OF_A_KIND = {"actions": 0.3, "owners": 0.08, "status": 0.05}
_FLOOR = 0.3


def _content(role: str, facts: Facts) -> float:
    """0 to 1: how well contents fit a role. 0.5 is silence."""
    if not facts.count:
        return 0.6 if role == "status" and facts.coloured > 0.3 else 0.4
    long = min(1.0, facts.mean_words / 6)
    table = {
        "ref": facts.refs * (1 - 0.5 * facts.repeats),
        "title": long * min(1.0, facts.filled + 0.2),
        "actions": long,
        "owners": facts.names * (0.4 if facts.statuses > 0.6 else 1.0),
        "due": facts.dates if facts.mean_words < 12 else 0.2,
        "due_original": facts.dates,
        "due_revised": facts.dates,
        "start": facts.dates,
        "completed_on": facts.dates,
        "status": max(facts.statuses, facts.ticks * 0.9, 0.7 if facts.coloured > 0.3 else 0.0),
        "percent": facts.percents,
        "priority": facts.priorities,
        "progress": min(1.0, 0.35 + long / 2),
        "section": 0.4 + 0.4 * facts.repeats if facts.mean_words < 10 else 0.2,
        "source_ref": 0.5 if facts.mean_words < 10 else 0.2,
    }
    return table.get(role, 0.5)


def _score(parts: tuple[str, ...], facts: Facts) -> dict[str, float]:
    """Role → score for one column."""
    words: dict[str, float] = dict(scores(" ".join(parts)))
    if len(parts) > 1:
        for role, value in scores(parts[-1]).items():
            words[role] = max(words.get(role, 0.0), value * 0.97)
    known = max(words.values(), default=0.0) >= 0.5
    found = {"other": _FLOOR}
    if known:
        for role, value in words.items():
            found[role] = max(found.get(role, 0.0), 0.8 * value + 0.2 * _content(role, facts))
    else:
        for role in ("ref", "title", "owners", "due", "status", "priority", "progress", "percent"):
            fit = _content(role, facts)
            named_short = role == "progress" and parts and facts.mean_words < 6
            if facts.count and fit > 0.55 and not named_short:
                found[role] = 0.25 * words.get(role, 0.0) + 0.55 * fit
    _weigh_codes_and_sentences(found, facts)
    return _weigh_contents(found, facts, " ".join(parts))


def _weigh_codes_and_sentences(found: dict[str, float], facts: Facts) -> None:
    """A code of its own in each row is a reference, a sentence of its own no theme, whatever
    the heading says ("Recommendation" over "Rec 1", "Area" over "PA1")."""
    if facts.count < 2:
        return
    named = max(found, key=lambda role: found[role])
    if named in ("title", "section", "actions") and facts.refs >= 0.8 and facts.repeats <= 0.2:
        found["ref"] = max(found.get("ref", 0.0), found[named] + 0.05)
        found[named] -= 0.5
    if named == "section" and facts.mean_words >= 5 and facts.repeats <= 0.3:
        found["title"] = max(found.get("title", 0.0), found["section"] - 0.1)


def _weigh_contents(found: dict[str, float], facts: Facts, heading: str = "") -> dict[str, float]:
    """Contents that no heading can outweigh: grades are no status, long prose is no reference."""
    if facts.grades >= 0.6:
        found["status"] = min(found.get("status", 0.0), 0.2)
        found["other"] = max(found["other"], 0.7)
    if "status" in found and facts.statuses >= 0.7 and facts.grades < 0.3:
        found["status"] += 0.15
        if scores(heading).get("status", 0.0) >= 0.5:
            found["other"] = min(found["other"], found["status"] - 0.1)
    if {"status", "progress"} <= set(found) and facts.count:
        _weigh_status_with_words(found, facts, scores(heading))
    if "status" in found and facts.dates >= 0.6 and facts.statuses < 0.4 and _DONE.search(heading):
        found["completed_on"] = max(found.get("completed_on", 0.0), found["status"] + 0.1)
    if facts.count:
        _weigh_length(found, facts)
    if "priority" in found and facts.count and facts.priorities < 0.3 and facts.mean_words >= 2:
        found["section"] = max(found.get("section", 0.0), found.pop("priority") - 0.05)
    if "completed_on" in found and facts.percents > 0.6 and facts.dates < 0.3:
        found["completed_on"] -= 0.4
    return found


def _weigh_status_with_words(
    found: dict[str, float], facts: Facts, words: dict[str, float]
) -> None:
    """ "Comments and status" over sentences is progress that opens with a status; a column of one
    letter or number each is no progress."""
    both = min(words.get("status", 0.0), words.get("progress", 0.0)) >= 0.5
    if both and facts.mean_words >= 2.5:
        found["progress"] = max(found["progress"], found["status"]) + 0.05
        found["status"] -= 0.3
    elif both and facts.mean_words <= 1.2 and facts.repeats >= 0.3:
        found["status"] = max(found["status"], found["progress"]) + 0.05


def _weigh_length(found: dict[str, float], facts: Facts) -> None:
    """Long prose is no reference, priority or status; a date column holds some dates."""
    cuts: dict[str, float] = {}
    if facts.mean_words > 8:
        cuts |= dict.fromkeys(("ref", "priority", "percent", "status", "section"), 0.35)
    if facts.mean_words > 12:
        cuts["owners"] = 0.2
    if facts.count >= 2 and not facts.dates:
        cuts |= dict.fromkeys(("due_original", "due_revised", "start", "completed_on"), 0.3)
    for role, cut in cuts.items():
        if role in found:
            found[role] -= cut


_Options = tuple[tuple[tuple[str, float], ...], ...]


@lru_cache(maxsize=512)
def _search(options: _Options, banned: tuple[int, str] | None) -> tuple[float, tuple[str, ...]]:
    """The best roles for all columns together; `banned` forbids one role for one column."""
    states: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for col, choices in enumerate(options):
        grown: list[tuple[float, tuple[str, ...]]] = []
        for total, roles in states:
            for role, value in choices:
                if banned == (col, role) or (role in roles and role not in _MANY):
                    continue
                cost = _SECOND_OF_A_KIND.get(role, 0.0) if role in roles else 0.0
                grown.append((total + value - cost, (*roles, role)))
        grown.sort(key=lambda state: (-state[0], state[1]))
        states = grown[:_BEAM] or [(total, (*roles, "other")) for total, roles in states]
    ranked = [(total - (0.0 if "title" in roles else _NO_TITLE), roles) for total, roles in states]
    return max(ranked, key=lambda state: state[0])


def _options(parts: tuple[tuple[str, ...], ...], facts: tuple[Facts, ...]) -> _Options:
    rows = []
    sentences = [col for col, fact in enumerate(facts) if fact.is_sentences]
    for col, (heading, fact) in enumerate(zip(parts, facts, strict=True)):
        found = _score(heading, fact)
        if col == 0 and "ref" in found:
            found["ref"] += 0.04
        if col in sentences and "title" in found:
            found["title"] += 0.05 if col == sentences[0] else 0.0
        if col not in sentences and sentences and fact.count and "title" in found:
            found["title"] -= 0.15
        best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:6]
        rows.append(tuple((role, round(value, 4)) for role, value in best))
    return tuple(rows)


def assign_roles(
    parts: tuple[tuple[str, ...], ...],
    facts: tuple[Facts, ...],
    ticks: dict[int, str],
    fixed: dict[int, str],
) -> tuple[Column, ...]:
    """Roles of all columns. `ticks`: tick columns, settled; `fixed`: roles a person has given.

    The confidence of a column is the margin between the best reading of the whole table and the
    best one in which this column has another role.
    """
    options = list(_options(parts, facts))
    for col in ticks:
        options[col] = (("tick", 1.0),)
    for col, role in fixed.items():
        options[col] = ((role, 2.0),)
    frozen = tuple(options)
    total, roles = _search(frozen, None)
    found = []
    for col, role in enumerate(roles):
        heading = parts[col][-1] if col in ticks else " ".join(parts[col])
        if col in fixed or col in ticks:
            found.append(Column(col, heading, role, 1.0 if col in fixed else 0.95))
            continue
        second = _search(frozen, (col, role))[0] if len(frozen[col]) > 1 else total - 0.5
        confidence, why = _confidence(total - second, heading, role, facts[col])
        found.append(Column(col, heading, role, confidence, why))
    return tuple(found)


def _confidence(margin: float, heading: str, role: str, facts: Facts) -> tuple[float, str]:
    named = scores(heading).get("priority" if role == "section" else role, 0.0)
    named = max(named, scores(heading).get(role, 0.0))
    if role == "other":
        return 0.9, ""
    if not heading:
        return (0.85 if role == "ref" else 0.7), f"The column has no heading; read as {role}"
    proven = role in _PROVEN and facts.count >= 2 and _content(role, facts) >= 0.85
    sure = named >= 0.55 or (named > 0 and proven) or (role == "ref" and proven)
    if role == "title" and named < 0.55:
        sure = facts.is_sentences and bool(scores(heading))
    confidence = min(0.97, 0.76 + margin) if sure else min(0.75, 0.5 + margin)
    if confidence >= 0.8:
        return confidence, ""
    return confidence, f"The heading “{heading}” could also mean something other than {role}"


def is_plan_by_columns(columns: tuple[Column, ...]) -> tuple[bool, str]:
    """Whether the columns are those of a plan: something to do, and who, when, how far or what."""
    roles = {column.role for column in columns}
    partners = {"owners", "due", "due_revised", "start", "status", "tick", "progress", "actions"}
    partners |= {"review", "percent"}
    if "title" not in roles:
        return False, "No column holds actions or recommendations"
    if not roles & partners:
        return False, "No column says who, when or how far"
    named = [c for c in columns if c.heading]
    foreign = [c for c in named if not_plan_score(c.heading) >= 0.9]
    strong = [
        c
        for c in named
        if c.role in partners | {"title"} and scores(c.heading).get(c.role, 0) > 0.5
    ]
    if len(foreign) >= 2 and len(foreign) >= len(strong) - 1:
        return False, "The headings are those of another kind of table"
    title = next(c for c in columns if c.role == "title")
    if scores(title.heading).get("title", 0.0) < 0.5 and len(strong) < 2:
        return False, "No heading speaks of actions or recommendations"
    return True, ""
