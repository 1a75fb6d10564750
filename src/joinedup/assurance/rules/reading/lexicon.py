"""The words of column headings, as data (lexicon.toml), and how well a heading fits a role."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from .headnouns import NOUN_WORDS, by_head_noun
from .slips import mended

__all__ = [
    "ROLES",
    "heading_words",
    "is_known_heading",
    "not_plan_score",
    "opens_guidance",
    "opens_heading",
    "scores",
    "sure_phrases",
    "without_slips",
]

_PREPOSITIONS = {"of", "for", "against", "on", "to", "by", "since", "at", "from", "in", "with"}
_SMALL = {"and", "the", "a", "an", "or", "is", "are", "will", "this", "it", "be"} | _PREPOSITIONS
_KEEP_S = ("ss", "us", "is", "as")


def _load() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


_DATA = _load()


def _stem(word: str) -> str:
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(_KEEP_S):
        return word[:-1]
    return word


_CONTRACTED = (
    (r"(?<=\w)['’]ll\b", " will"),
    (r"(?<=\w)['’]ve\b", " have"),
    (r"(?<=\w)['’]re\b", " are"),
    (r"\b(what|who|how|where|when)['’]s\b", r"\1 is"),
)


def in_words(heading: str) -> str:
    """A heading of an export in words: "DueDate" and "due_date" as "Due Date", "due date"."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z][a-z]|[A-Z]{2}$)", " ", heading).replace("_", " ")
    text = re.sub(r"(?i)\bpct\b", "percent", text)
    for short, whole in _CONTRACTED:
        text = re.sub(short, whole, text, flags=re.IGNORECASE)
    return text


@lru_cache(maxsize=4096)
def heading_words(heading: str) -> tuple[str, ...]:
    """A heading as compared: lower case, no punctuation, no plural s, % as "percent"."""
    text = in_words(heading).casefold().replace("\u2019", "'").replace("%", " percent ")
    text = re.sub(r"\((e?s)\)", "", text).replace("'s", "").replace("#", " hash ")
    words = [_stem(word) for word in re.findall(r"[a-z0-9]+", text)]
    return tuple(word for n, word in enumerate(words) if n == 0 or word != words[n - 1])


def _phrases() -> list[tuple[str, float, tuple[str, ...]]]:
    found = []
    for role, weights in _DATA["roles"].items():
        for weight, phrases in weights.items():
            found += [(role, float(weight), heading_words(phrase)) for phrase in phrases]
    return found


_PATTERNS = {
    role: [re.compile(pattern) for pattern in patterns]
    for role, patterns in _DATA["patterns"].items()
}
_EXACT_ONLY = {heading_words(word) for word in _DATA["exact_only"]["words"]}
_PHRASES = _phrases()
_KNOWN = {phrase for _, weight, phrase in _PHRASES if weight >= 0.7}
_WORDS = (
    frozenset(word for _, _, phrase in _PHRASES for word in phrase)
    | NOUN_WORDS
    | frozenset(
        word
        for phrase in (*_DATA["not_plan"]["phrases"], *_DATA["heads"]["openers"])
        for word in heading_words(phrase)
    )
    | frozenset(
        word
        for patterns in _DATA["patterns"].values()
        for word in re.findall("[a-z]{4,}", str(patterns))
    )
)
_SLIPPED = 0.96


def sure_phrases() -> list[tuple[str, tuple[str, ...]]]:
    """Each role with the phrases that speak for it, as compared words; those of little weight left out."""
    return [(role, phrase) for role, weight, phrase in _PHRASES if weight >= 0.7]


ROLES: tuple[str, ...] = tuple(_DATA["roles"])


def _head_end(heading: str) -> int:
    """Index after the head noun: words before the first colon, bracket or preposition."""
    before = re.split(r"[:(]", heading, maxsplit=1)[0]
    words = heading_words(before) or heading_words(heading)
    for index, word in enumerate(words):
        if index and word in _PREPOSITIONS:
            return index
    return len(words)


def _fit(phrase: tuple[str, ...], words: tuple[str, ...], head_end: int) -> float:
    """0 to 1: how well a phrase speaks for the whole heading."""
    if phrase == words:
        return 1.0
    if phrase in _EXACT_ONLY and len(words) > 1:
        return 0.0
    size = len(phrase)
    best = 0.0
    content = max(1, sum(1 for word in words if word not in _SMALL))
    for start in range(len(words) - size + 1):
        if words[start : start + size] == phrase:
            covered = sum(1 for word in phrase if word not in _SMALL) / content
            is_head = start + size == head_end or start + size == len(words)
            best = max(best, 0.52 + 0.3 * min(1.0, covered) + (0.14 if is_head else 0.0))
    return best


@lru_cache(maxsize=4096)
def scores(heading: str) -> dict[str, float]:
    """For each role that the heading's words speak for: how strongly, 0 to 1. A word that is a slip
    of one known word counts as that one, a little less."""
    found = _scores(in_words(heading))
    right = without_slips(heading)
    if right == in_words(heading):
        return found
    told = {role: value * _SLIPPED for role, value in _scores(right).items()}
    best = max(told.values(), default=0.0)
    return told if best > min(_KNOWN_WHOLE, max(found.values(), default=0.0)) else found


_LONGEST_MENDED = 60
_KNOWN_WHOLE = 0.8
"""With its slips put right a heading speaks as a whole, not by the words that had none."""


@lru_cache(maxsize=4096)
def without_slips(heading: str) -> str:
    """The heading in words, those put right that are slips of one known word."""
    words = in_words(heading)
    return words if len(heading) > _LONGEST_MENDED else mended(words, _WORDS)


def _scores(heading: str) -> dict[str, float]:
    words = heading_words(heading)
    if not words or len(words) > 16:
        return {}
    head_end = _head_end(heading)
    found: dict[str, float] = {}
    there = frozenset(words)
    for role, weight, phrase in _PHRASES:
        if phrase[0] not in there:
            continue
        fit = weight * _fit(phrase, words, head_end)
        if fit > found.get(role, 0.0):
            found[role] = fit
    for role, weight in _asked(heading):
        found[role] = max(found.get(role, 0.0), weight)
    if max(found.values(), default=0.0) < 0.97:
        joined = re.sub(r"\s*[&+]\s*", " and ", heading)
        by_noun = by_head_noun(heading_words(joined), joined)
        for role, weight in by_noun.items():
            found[role] = max(found.get(role, 0.0), weight)
        if by_noun and "other" not in by_noun and "other" in found:
            found["other"] = min(found["other"], 0.6)
    return found


def _asked(heading: str) -> list[tuple[str, float]]:
    """Roles that a heading written as a question or whole phrase speaks for."""
    text = " ".join(heading.casefold().split())
    return [
        (role, 0.74 if role == "title" else 0.86)
        for role, patterns in _PATTERNS.items()
        if any(pattern.search(text) for pattern in patterns)
    ]


@lru_cache(maxsize=1024)
def not_plan_score(heading: str) -> float:
    """1.0 where the heading is one of a table without actions (versions, attendance, keys)."""
    words = heading_words(heading)
    fits = [_fit(heading_words(p), words, len(words)) for p in _DATA["not_plan"]["phrases"]]
    return max(fits, default=0.0)


def is_known_heading(text: str) -> bool:
    """True where the text as a whole is a heading that the lexicon holds."""
    return heading_words(text) in _KNOWN


_OF_AN_ACT = re.compile(
    r"sections? (?:11|17|20|31|42|44|47|67|68|114|117|136|157|175)\b(?!\s*[:–—-]\s*[a-z])"
)
"""Sections of Acts that plans are named after ("Section 11 audit", "Section 175 return")."""


def opens_heading(text: str) -> bool:
    """True for "Section B - Children", "Priority 2: Leadership", "Theme: Voice"."""
    start = text.casefold().strip(" *")
    if _OF_AN_ACT.match(start):
        return False
    return any(
        re.match(rf"{re.escape(word)}s?\s*([0-9a-z]{{1,4}}\b|[:\-–—])", start) is not None
        for word in _DATA["heads"]["openers"]
    )


def opens_guidance(text: str) -> bool:
    """True for words that tell how to fill in a column ("Insert name of lead", "(e.g. ...)")."""
    start = text.casefold().strip(" *([<")
    return any(start.startswith(word) for word in _DATA["guidance"]["openers"])
