"""Column roles: heading words, contents and order, the best assignment over the whole table."""

from __future__ import annotations

import re
from functools import lru_cache

from .contents import chances
from .facts import Facts
from .headvotes import votes
from .leading import led_by
from .lexicon import not_plan_score, scores
from .model import Column
from .role_words import role_in_words
from .settling import one_date, one_state, whose
from .unknown import likely_roles
from .weighing import content_fit, weigh

__all__ = ["assign_roles", "is_plan_by_columns"]

_MANY = {
    "owners",
    "status",
    "tick",
    "due_tick",
    "owner_tick",
    "progress",
    "review",
    "other",
    "actions",
}
"""Roles that several columns of one table may have; every other role goes to one column only."""

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
_MOST_COLUMNS = 40
"""Columns that may have a role of their own; those after them are kept beside the row, so that the
time a table takes does not grow with the cube of its width."""
_NO_TITLE = 0.45
_FEW = 2
_NO_OWNERS = 0.12
_NO_TIME = 0.05
_TIMES = {"due", "due_revised", "due_tick", "start"}
_SECOND_OF_A_KIND = {"actions": 0.3, "owners": 0.08, "status": 0.05}
_FLOOR = 0.3
_UNKNOWN = 0.55
_NO_DATE_AT_ALL = 0.4
_SURELY_TITLE = 0.86
_AGAINST_WORDS = 0.42
_SETTLED_BY_WORDS = {"title", "actions", "owners", "due", "status", "ref", "percent"}
_OWN_LINE = 0.84
_NO_HEADING_OF_ACTIONS = "No heading speaks of actions; read as what is to be done"
"""A heading of two lines whose own line is known by itself is not turned by the line over it."""


def _score(
    parts: tuple[str, ...],
    facts: Facts,
    likely: dict[str, float],
    alone: dict[str, float],
    numbered: bool = False,
) -> dict[str, float]:
    """Role → score for one column. `likely`: what its contents, and the words of a heading that is
    not known, speak for; `numbered`: each row has a reference in another column."""
    words: dict[str, float] = dict(scores(" ".join(parts)))
    if len(parts) > 1:
        own = scores(parts[-1])
        if max(own.values(), default=0.0) >= _OWN_LINE:
            words = {role: value * (1.0 if role in own else 0.55) for role, value in words.items()}
        for role, value in own.items():
            words[role] = max(words.get(role, 0.0), value * 0.97)
    known = max(words.values(), default=0.0) >= 0.5
    found = {"other": _FLOOR}
    if known:
        _weigh_known(found, facts, words, alone, " ".join(parts))
    elif facts.count:
        for role, chance in likely.items():
            found[role] = max(found.get(role, 0.0), _FLOOR + _UNKNOWN * chance)
    signs = facts.ticks if facts.count else facts.coloured * 2
    if not parts and signs >= 0.8:
        found["status"] = max(found.get("status", 0.0), 0.6)
    return weigh(found, facts, words, numbered, " ".join(parts))


def _weigh_known(
    found: dict[str, float],
    facts: Facts,
    words: dict[str, float],
    alone: dict[str, float],
    heading: str,
) -> None:
    """The scores under a heading whose words are known, with the contents beside them."""
    for role, value in words.items():
        found[role] = max(found.get(role, 0.0), 0.8 * value + 0.2 * content_fit(role, facts))
    best = max(words, key=lambda role: words[role])
    undated = best == "due" and facts.count >= 2 and facts.dates < 0.34 and facts.mean_words >= 4
    if undated:
        found["due"] -= _NO_DATE_AT_ALL
    if facts.count < _FEW:
        return
    worded = best == "ref" and facts.refs < 0.3 and facts.mean_words >= 3
    if undated or worded or best not in _SETTLED_BY_WORDS:
        _weigh_against_words(found, facts, alone, heading)
    elif best == "title" and words[best] < _SURELY_TITLE and _own_words(facts):
        steps = _FLOOR + _AGAINST_WORDS * alone.get("actions", 0.0)
        found["actions"] = max(found.get("actions", 0.0), steps)


def _weigh_against_words(
    found: dict[str, float], facts: Facts, alone: dict[str, float], heading: str
) -> None:
    """Posts under "Team" are owners and tasks under "Deliverables" actions: what contents alone speak
    for (`alone`) counts beside a heading of things that are kept beside the row."""
    free = _own_words(facts) and not _BESIDE_THE_ROW.search(heading)
    open_to = {"title", "actions"} if free else set()
    open_to |= {"owners"} if facts.names >= 0.7 and facts.mean_words >= 2 else set()
    open_to |= {"due"} if facts.dates >= 0.5 else set()
    for role in open_to:
        found[role] = max(found.get(role, 0.0), _FLOOR + _AGAINST_WORDS * alone.get(role, 0.0))


def _own_words(facts: Facts) -> bool:
    """True where nearly every row has words of its own here that are no dates."""
    told = facts.mean_words >= 2.5 and facts.dates < 0.5
    return told and facts.own >= 0.8 and facts.repeats <= 0.3


_BESIDE_THE_ROW = re.compile(
    r"\b(risks?|discuss\w*|meetings?|minutes?|why|reasons?|rationale|background|context|description)\b",
    re.IGNORECASE,
)
"""What is said about an action, though it may read like one."""

_Options = tuple[tuple[tuple[str, float], ...], ...]
_KEPT_BESIDE = (("other", _FLOOR),)


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
    ranked = [(total - _missed(roles), roles) for total, roles in states]
    return max(ranked, key=lambda state: state[0])


def _missed(roles: tuple[str, ...]) -> float:
    """What a table loses in which nothing is to be done, by nobody, or at no time."""
    lost = 0.0 if "title" in roles else _NO_TITLE
    lost += 0.0 if {"owners", "owner_tick"} & set(roles) else _NO_OWNERS
    return lost + (0.0 if _TIMES & set(roles) else _NO_TIME)


def _options(parts: tuple[tuple[str, ...], ...], facts: tuple[Facts, ...]) -> _Options:
    rows = []
    numbered = any(
        f.refs >= 0.8 and f.own >= 0.8 and f.repeats <= 0.2 and f.dates < 0.5 for f in facts
    )
    sentences = [col for col, fact in enumerate(facts) if fact.is_sentences]
    named = any(parts)
    alone = chances(facts)
    likely = likely_roles(parts, alone)
    for col, (heading, fact) in enumerate(zip(parts, facts, strict=True)):
        found = _score(heading, fact, likely[col], alone[col], numbered)
        if col == 0 and "ref" in found:
            found["ref"] += 0.04
        if col in sentences and "title" in found:
            found["title"] += 0.05 if col == sentences[0] else 0.0
        if col not in sentences and sentences and fact.count and "title" in found:
            found["title"] -= 0.15
        if not named and sentences:
            _weigh_unnamed(found, fact, col < sentences[0])
        best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:6]
        rows.append(tuple((role, round(value, 4)) for role, value in best))
    return tuple(rows)


def _weigh_unnamed(found: dict[str, float], facts: Facts, leads: bool) -> None:
    """Without any heading: words that come back before the sentences (`leads`) are what the rows
    belong to and no owners; "Accepted" in every row is a decision."""
    coded = max(facts.refs, facts.ticks, facts.statuses, facts.keyed, facts.priorities, facts.dates)
    if leads and facts.repeats >= 0.3 and coded < 0.5 and facts.count >= 3:
        found["owners"] = min(found.get("owners", 0.0), 0.2)
        found["section"] = max(found.get("section", 0.0), 0.6)
    if facts.decisions >= 0.8 and facts.count >= 2:
        found["owners"] = min(found.get("owners", 0.0), 0.2)
        found["other"] = max(found["other"], 0.7)


def assign_roles(
    parts: tuple[tuple[str, ...], ...],
    facts: tuple[Facts, ...],
    ticks: dict[int, str],
    fixed: dict[int, str],
) -> tuple[Column, ...]:
    """Roles of all columns. `ticks`: tick columns with their role, settled; `fixed`: roles that a
    person has given.

    The confidence of a column is the margin between the best reading of the whole table and the
    best one in which this column has another role.
    """
    parts = _raci(parts)
    options = list(_options(parts, facts))
    options[_MOST_COLUMNS:] = [_KEPT_BESIDE for _ in options[_MOST_COLUMNS:]]
    for col, role in ticks.items():
        options[col] = ((role, 1.0),)
    for col, role in fixed.items():
        options[col] = ((role, 2.0),)
    frozen = tuple(options)
    total, roles = _search(frozen, None)
    roles = _numbered_by_codes(roles, parts, facts, {*ticks, *fixed})
    roles = whose(one_date(roles, parts), parts, {*ticks, *fixed})
    roles = one_state(roles, facts, {*ticks, *fixed})
    led = led_by(roles, parts, facts, {*ticks, *fixed})
    roles = led.roles
    found = []
    taken = _title_taken(roles, facts) if "title" not in roles and not fixed else None
    for col, role in enumerate(roles):
        if col == taken:
            found.append(Column(col, " ".join(parts[col]), "title", 0.65, _NO_HEADING_OF_ACTIONS))
            continue
        heading = (
            parts[col][-1] if ticks.get(col) in ("tick", "owner_tick") else " ".join(parts[col])
        )
        if col in fixed or col in ticks:
            found.append(Column(col, heading, role, 1.0 if col in fixed else 0.95))
            continue
        if col in led.moved:
            found.append(Column(col, heading, role, *led.moved[col]))
            continue
        second = _search(frozen, (col, role))[0] if len(frozen[col]) > 1 else total - 0.5
        confidence, why = _confidence(total - second, heading, role, facts[col])
        if role == "section" and _UNITS.search(heading):
            confidence, why = min(confidence, 0.75), _WHOSE
        found.append(Column(col, heading, role, confidence, why))
    return tuple(found)


_UNITS = re.compile(
    r"^(?:team|service|department|directorate|group|function|unit)s?$", re.IGNORECASE
)
_WHOSE = "A part of the body may be the owner, the theme or only the place"


def _numbered_by_codes(
    roles: tuple[str, ...],
    parts: tuple[tuple[str, ...], ...],
    facts: tuple[Facts, ...],
    settled: set[int],
) -> tuple[str, ...]:
    """The roles, with a first column of codes as the reference where nothing else numbers the rows
    ("Risk ID" in a register of risks without a number for each action)."""
    if "ref" in roles or "source_ref" in roles or 0 in settled or not roles or roles[0] != "other":
        return roles
    coded = facts[0].refs >= 0.9 and not facts[0].repeats and facts[0].own >= 0.9
    named = bool(parts[0]) and _CODES.search(" ".join(parts[0])) is not None
    return ("ref", *roles[1:]) if coded and named and facts[0].count >= 2 else roles


_CODES = re.compile(r"\b(id|no|ref|number|code|reference)\b", re.IGNORECASE)
_RACI = {"r": "Responsible", "a": "Accountable", "c": "Consulted", "i": "Informed"}


def _raci(parts: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Columns headed R, A, C and I as the words that these letters always stand for together."""
    letters = {part[-1].casefold() for part in parts if part and len(part[-1]) == 1}
    if not letters >= {"r", "a", "i"}:
        return parts
    return tuple(
        (*part[:-1], _RACI.get(part[-1].casefold(), part[-1])) if part else part for part in parts
    )


def _title_taken(roles: tuple[str, ...], facts: tuple[Facts, ...]) -> int | None:
    """The column that must hold what is to be done where no heading says so, beside columns that
    say who and when: sub-actions first, else the one that asks most and has words in each row."""
    if len(_TELLING & set(roles)) < 2:
        return None
    steps = [col for col, role in enumerate(roles) if role == "actions"]
    if steps:
        return steps[0]
    others = [
        col
        for col, role in enumerate(roles)
        if role in ("other", "progress", "section") and facts[col].mean_words >= 3
    ]
    asking = [col for col in others if roles[col] != "progress" or facts[col].asks >= 0.5]
    if not {"owners"} & set(roles) or not {"due", "status", "start", "due_revised"} & set(roles):
        asking = [col for col in asking if facts[col].is_sentences]
    return max(asking, key=lambda c: (facts[c].asks, facts[c].filled, -c), default=None)


_TELLING = {"owners", "due", "due_revised", "start", "status", "percent", "priority", "progress"}
"""Columns that say who, when, how far or how urgent."""


def _confidence(margin: float, heading: str, role: str, facts: Facts) -> tuple[float, str]:
    named = scores(heading).get("priority" if role == "section" else role, 0.0)
    named = max(named, scores(heading).get(role, 0.0))
    if role == "other":
        return 0.9, ""
    if not heading:
        return (
            0.85 if role == "ref" else 0.7
        ), f"The column has no heading; read as {role_in_words(role)}"
    proven = role in _PROVEN and facts.count >= 2 and content_fit(role, facts) >= 0.85
    sure = named >= 0.55 or (named > 0 and proven) or (role == "ref" and proven)
    if role == "title" and named < 0.55:
        sure = facts.is_sentences and bool(scores(heading))
    confidence = min(0.97, 0.76 + margin) if sure else min(0.75, 0.5 + margin)
    if confidence >= 0.8:
        return confidence, ""
    meant = role_in_words(role)
    return confidence, f"The heading “{heading}” could also mean something other than {meant}"


def _speaks_for(heading: str, role: str) -> float:
    """How strongly a heading speaks for a role: as known, or by the votes of its words."""
    return max(scores(heading).get(role, 0.0), votes(heading).get(role, 0.0) if heading else 0.0)


def is_plan_by_columns(columns: tuple[Column, ...]) -> tuple[bool, str]:
    """Whether the columns are those of a plan: something to do, and who, when, how far or what."""
    roles = {column.role for column in columns}
    partners = {"owners", "due", "due_revised", "start", "status", "tick", "progress", "actions"}
    partners |= {"due_tick", "owner_tick"}
    partners |= {"review", "percent"}
    if "title" not in roles:
        return False, "No column holds actions or recommendations"
    if not roles & partners:
        return False, "No column says who, when or how far"
    named = [c for c in columns if c.heading]
    foreign = [c for c in named if not_plan_score(c.heading) >= 0.9]
    strong = [
        c for c in named if c.role in partners | {"title"} and _speaks_for(c.heading, c.role) > 0.5
    ]
    surely = {c.role for c in strong} >= {"title", "owners"}
    if len(foreign) >= 2 and len(foreign) >= len(strong) - 1 and not surely:
        return False, "The headings are those of another kind of table"
    title = next(c for c in columns if c.role == "title")
    if title.why == _NO_HEADING_OF_ACTIONS:
        return True, ""
    if _speaks_for(title.heading, "title") < 0.5 and len(strong) < 2:
        return False, "No heading speaks of actions or recommendations"
    return True, ""
