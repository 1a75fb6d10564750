"""Headings by their head noun: "Latest Note" is a note, "Action Title" a title, whatever comes first."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

__all__ = ["NOUN_WORDS", "by_head_noun"]

_SURE = 0.84
_SURE_ALONE = 0.9
_ACTION_NOUNS = {"actions": 0.8, "title": 0.84}
"""A noun that names what is to be done may head the title or the actions under one: contents and
order settle which."""
_STOPS = {"of", "for", "against", "on", "to", "since", "at", "from", "in", "with"}
_CORE = {"title", "actions", "progress", "owners", "due", "status"}
_LONGEST = 6


def _load() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("headnouns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


_DATA = _load()
_NOUNS: dict[str, list[str]] = _DATA["nouns"]
NOUN_WORDS = frozenset(
    word
    for nouns in (
        *_NOUNS.values(),
        *(w for roles in _DATA["beside"].values() for w in roles.values()),
    )
    for noun in nouns
    for word in noun.split()
)
"""Every word that the rules about nouns know."""
_BESIDE: dict[str, dict[str, list[str]]] = _DATA["beside"]


def by_head_noun(words: tuple[str, ...], heading: str) -> dict[str, float]:
    """Role → 0 to 0.9 for a heading given as compared words and as printed.

    The head noun is the last word before a bracket, colon or preposition. Of two nouns side by
    side ("Milestones and actions") the one that names a field of a plan counts.
    """
    if len(words) > _LONGEST:
        return {}
    heads = _head_phrases(words, heading)
    found: dict[str, float] = {}
    for head in heads:
        for role, nouns in _NOUNS.items():
            if head[-1] in nouns:
                sure = _SURE_ALONE if len(head) == len(words) == 1 else _SURE
                named = _turned(role, words if len(heads) == 1 else head)
                found[named] = max(found.get(named, 0.0), _ACTION_NOUNS.get(named, sure))
    if len(heads) > 1 and set(found) & _CORE:
        found.pop("other", None)
    return found


def _head_phrases(words: tuple[str, ...], heading: str) -> list[tuple[str, ...]]:
    """The head phrase, or both where two are joined by "and" or a slash."""
    before = re.split(r"[:(–—]", heading, maxsplit=1)[0]
    count = len(re.findall(r"[a-z0-9]+", before.casefold().replace("'s", "")))
    found: list[list[str]] = [[]]
    for word in words[: count or len(words)]:
        if word in ("and", "or"):
            found.append([])
        elif word in _STOPS and found[-1]:
            break
        else:
            found[-1].append(word)
    parts = [tuple(part) for part in found if part]
    halves = [half for half in heading.split("/") if half.strip()]
    if len(parts) == 1 and len(halves) == 2 and "(" not in heading:
        first = len(re.findall(r"[a-z0-9]+", halves[0].casefold()))
        parts = [part for part in (words[:first], words[first:]) if part]
    return parts


def _turned(role: str, words: tuple[str, ...]) -> str:
    """The role that the words beside the noun make of it; a date is due where none does."""
    for other, beside in _BESIDE.get(role, {}).items():
        if any(word in words for word in beside):
            return other
    return "due" if role == "date" else role
