"""What the contents of a column weigh against the words of its heading."""

from __future__ import annotations

import re

from .facts import Facts
from .kinds import KINDS

__all__ = ["content_fit", "weigh"]

_DONE_BY = re.compile(
    r"\b(completed|created|closed|updated|entered|raised|added) by$", re.IGNORECASE
)
"""Over names: who did something to the record, not who is to do the action."""
_GRADED = re.compile(r"\b(score|scoring|level|rating|grade|code|colour)\b", re.IGNORECASE)
"""Headings of signs that may stand for anything: what the key says of them counts."""
_STILL_TO_COME = re.compile(
    r"\bby$|\b(will|to be|expect\w*|planned|target\w*|anticipated|estimated|proposed|intended|must|"
    r"should|aim\w*|due)\b",
    re.IGNORECASE,
)
"""Words of a heading that speak of an end still to come: "Finished by", "Date it will be completed"."""
_DONE = re.compile(r"\b(complet|done|clos|achiev|finish|implement|deliver|signed)", re.IGNORECASE)


def content_fit(role: str, facts: Facts) -> float:
    """0 to 1: how well contents fit a role. 0.5 is silence."""
    if not facts.count:
        return 0.6 if role == "status" and facts.coloured > 0.3 else 0.4
    long = min(1.0, facts.mean_words / 6)
    table = {
        "ref": facts.refs * (1 - 0.5 * facts.repeats),
        "title": long * min(1.0, facts.filled + 0.2) * (1 - 0.3 * facts.reports),
        "actions": long * (1 - 0.3 * facts.reports),
        "owners": facts.names * (0.4 if facts.statuses > 0.6 else 1.0),
        "due": facts.dates if facts.mean_words < 12 else 0.2,
        "due_original": facts.dates,
        "due_revised": facts.dates,
        "start": facts.dates,
        "completed_on": facts.dates,
        "status": max(
            facts.statuses, facts.keyed, facts.ticks * 0.9, 0.7 if facts.coloured > 0.3 else 0.0
        ),
        "percent": facts.percents,
        "priority": facts.priorities,
        "progress": min(1.0, 0.35 + long / 2 + 0.15 * facts.reports) * (1 - 0.3 * facts.asks),
        "section": 0.4 + 0.4 * facts.repeats if facts.mean_words < 10 else 0.2,
        "source_ref": 0.5 if facts.mean_words < 10 else 0.2,
    }
    return table.get(role, 0.5)


def weigh(
    found: dict[str, float],
    facts: Facts,
    words: dict[str, float],
    numbered: bool,
    heading: str,
) -> dict[str, float]:
    """The scores by heading (`found`: role → score) with the contents weighed in. `words`: what the
    heading's words alone say; `numbered`: each row has a reference in another column."""
    _weigh_codes_and_sentences(found, facts, words, numbered)
    _weigh_states(found, facts, words, heading)
    _weigh_contents(found, facts, words, heading)
    _weigh_promises(found, facts, words, heading)
    _weigh_bare(found, facts, words, heading)
    return found


def _weigh_bare(
    found: dict[str, float], facts: Facts, words: dict[str, float], heading: str
) -> None:
    """A response that only says "Accepted" is a decision; "Review" over one name for several rows
    is the review that they come from."""
    if facts.decisions >= 0.8 and facts.count >= 2 and words.get("progress", 0.0) >= 0.5:
        found["other"] = max(found["other"], found.get("progress", 0.0) + 0.05)
    named = facts.own < 0.8 or facts.repeats >= 0.3
    plain = facts.mean_words <= 6 and facts.asks < 0.3 and facts.dates < 0.3 and facts.count >= 2
    if heading.casefold().strip() == "review" and named and plain:
        found["source_ref"] = found.get("review", 0.0) + 0.05


def _weigh_codes_and_sentences(
    found: dict[str, float], facts: Facts, words: dict[str, float], numbered: bool
) -> None:
    """A code of its own in each row is a reference, a sentence of its own no theme, whatever
    the heading says ("Recommendation" over "Rec 1", "Area" over "PA1")."""
    if facts.count < 2:
        return
    named = max(found, key=lambda role: found[role])
    if named in ("title", "section", "actions") and facts.refs >= 0.8 and facts.repeats <= 0.2:
        found["ref"] = max(found.get("ref", 0.0), found[named] + 0.05)
        found[named] -= 0.5
    themed = named == "title" and words.get("section", 0.0) > 0.3 and facts.mean_words < 6
    if themed and (facts.repeats >= 0.25 or facts.own < 0.7):
        found["section"] = found["title"] + 0.12
    spans = facts.own < 0.8 and numbered
    if named == "section" and facts.mean_words >= 5 and facts.repeats <= 0.3 and not spans:
        found["title"] = max(found.get("title", 0.0), found["section"] - 0.1)


def _weigh_contents(
    found: dict[str, float], facts: Facts, words: dict[str, float], heading: str
) -> None:
    """Contents that no heading can outweigh: dates are no owners, long prose is no reference."""
    if "status" in found and facts.dates >= 0.6 and facts.statuses < 0.4 and _DONE.search(heading):
        found["completed_on"] = max(found.get("completed_on", 0.0), found["status"] + 0.1)
    if words.get("progress", 0.0) >= 0.5 and facts.mean_words >= 2.5 and facts.dates < 0.5:
        found["other"] = min(found["other"], found.get("progress", 0.0) - 0.05)
    if words.get("review", 0.0) >= 0.7 and facts.sources >= 0.6 and facts.mean_words <= 6:
        found["source_ref"] = max(found.get("source_ref", 0.0), found.get("review", 0.0) + 0.05)
    if facts.count:
        _weigh_length(found, facts)
    _weigh_names(found, facts, words, heading)
    if "priority" in found and facts.count and facts.priorities < 0.3 and facts.mean_words >= 2:
        found["section"] = max(found.get("section", 0.0), found.pop("priority") - 0.05)
    if "completed_on" in found and _STILL_TO_COME.search(heading):
        found["due"] = max(found.get("due", 0.0), found["completed_on"] + 0.05)
    if "completed_on" in found and facts.percents > 0.6 and facts.dates < 0.3:
        found["completed_on"] -= 0.4


def _weigh_names(
    found: dict[str, float], facts: Facts, words: dict[str, float], heading: str
) -> None:
    """Names are no dates and no actions, dates no owners, where nearly every cell says so."""
    named = facts.names >= 0.8 and facts.dates < 0.2 and facts.count >= 3
    dated = facts.dates >= 0.8 and facts.names < 0.3 and facts.count >= 3
    short = facts.names >= 0.7 and facts.mean_words < 5
    if short and words.get("owners", 0.0) > words.get("title", 0.0):
        found["title"] = min(found.get("title", 0.0), 0.1)
    if facts.ticks >= 0.8 and facts.count and not words.get("owners"):
        found.pop("owners", None)
    if named and _DONE_BY.search(heading):
        found.update(other=0.9, owners=0.3)
    for role, other, told in (("due", "owners", named), ("owners", "due", dated)):
        if told and role in found:
            found[role] -= 0.5
            found[other] = max(found.get(other, 0.0), 0.6)


def _weigh_states(
    found: dict[str, float], facts: Facts, words: dict[str, float], heading: str
) -> None:
    """Signs of a key, colours and words for states are a status, grades none."""
    signs = facts.keyed >= 0.8 and facts.count >= 2 and facts.refs * (1 - facts.repeats) < 0.7
    graded = bool(_GRADED.search(heading))
    if signs and (max(words.values(), default=0.0) < 0.9 or "status" in words or graded):
        found["status"] = max(found.get("status", 0.0), 0.9)
        found["other"] = min(found["other"], 0.6)
    if facts.coloured >= 0.4 and not facts.count and words.get("status", 0.0) >= 0.5:
        found["status"] = max(found.get("status", 0.0), 0.9)
        found["other"] = min(found["other"], 0.5)
    if facts.grades >= 0.6 and not _ASKED_IF_MET.fullmatch(heading):
        found["status"] = min(found.get("status", 0.0), 0.2)
        found["other"] = max(found["other"], 0.7)
    if (
        "status" in found
        and facts.statuses >= 0.7
        and (facts.grades < 0.3 or _ASKED_IF_MET.fullmatch(heading))
    ):
        found["status"] += 0.15
        if words.get("status", 0.0) >= 0.5:
            found["other"] = min(found["other"], found["status"] - 0.1)
    if {"status", "progress"} <= set(found) and facts.count:
        _weigh_status_with_words(found, facts, words)


_ASKED_IF_MET = re.compile(r"\s*(?:is it |now |yet )?met(?: yet)?\s*\?\s*", re.IGNORECASE)
"""Over "Part met" beside dates: how far it is, and no grade."""


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


_PROMISED = re.compile(r"\b(will|plan\w*|actions?|propos\w*|next)\b", re.IGNORECASE)


def _weigh_promises(
    found: dict[str, float], facts: Facts, words: dict[str, float], heading: str
) -> None:
    """A "planned response" that asks for something in every row holds actions; what is judged by
    words for states in every row is a status."""
    told = facts.count >= 2 and facts.asks >= 0.7 and facts.reports <= 0.2
    if told and words.get("progress", 0.0) >= 0.5 and _PROMISED.search(heading):
        found["actions"] = max(found.get("actions", 0.0), found.get("progress", 0.0) + 0.05)
    stated = facts.count >= 2 and facts.statuses >= 0.5 and facts.mean_words < 3
    if stated and facts.grades < 0.3 and facts.decisions < 0.5 and _JUDGED.search(heading):
        found["status"] = max(found.get("status", 0.0), found["other"] + 0.05)


_JUDGED = re.compile(
    r"\b(assess\w*|judge?ment|evaluat\w*|result|verdict|conclusion)", re.IGNORECASE
)


def _weigh_length(found: dict[str, float], facts: Facts) -> None:
    """Long prose is no reference, priority or status; a date column holds some dates."""
    cuts: dict[str, float] = {}
    if facts.mean_words > 8:
        cuts |= dict.fromkeys(("ref", "priority", "percent", "status", "section"), 0.35)
    if facts.mean_words > 12:
        cuts["owners"] = 0.2
    if facts.count >= 2 and facts.mean_words >= 3 and facts.refs < 0.3:
        cuts["ref"] = 0.6
    posts = dict(zip(KINDS, facts.kinds, strict=False)).get("post", 0.0)
    if facts.count >= 2 and facts.mean_words >= 4 and max(facts.names, posts) < 0.3:
        cuts["owners"] = 0.4
    if facts.count >= 2 and not facts.dates:
        cuts |= dict.fromkeys(("due_original", "due_revised", "start", "completed_on"), 0.3)
    for role, cut in cuts.items():
        if role in found:
            found[role] -= cut
