"""Kinds of exploitation that a report may point to, by its words and its other kinds. They are
offered to whoever decides, never set: "indicators … not recognised" is what they are for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from joinedup.rulebook import Entry

__all__ = ["PREFIX", "Sign", "is_answered", "signs"]

PREFIX = "sign."


@dataclass(frozen=True, slots=True)
class Sign:
    """A kind of concern that may be meant, and what in the report points to it."""

    kind: str
    why: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]


def signs(
    entries: Iterable[Entry], words: str, kinds: Collection[str], ages: Collection[str]
) -> tuple[Sign, ...]:
    """What may be meant and is not named yet. `ages` are the age groups of those at risk; where
    nobody is named, each is possible."""
    found = []
    text = " ".join(words.lower().split())
    for one in entries:
        kind = one.words("points_to")
        about = _listed(one, "ages")
        if kind in kinds or (ages and not set(ages) & set(about)):
            continue
        said = tuple(word for word in _listed(one, "words") if _stands_in(word, text))
        beside = tuple(code for code in _listed(one, "kinds") if code in kinds)
        if said or beside:
            found.append(Sign(kind, one.text, said, beside))
    return tuple(found)


def is_answered(
    words: Iterable[str], kinds: Iterable[str], words_then: Iterable[str], kinds_then: Iterable[str]
) -> bool:
    """Whether an answer "not this, because" covers everything that points to the kind now. What came
    into the thread since is asked about again."""
    return set(words) <= set(words_then) and set(kinds) <= set(kinds_then)


def _listed(entry: Entry, name: str) -> tuple[str, ...]:
    held = entry.values.get(name, ())
    return tuple(str(one) for one in held) if isinstance(held, list | tuple) else ()


def _stands_in(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word.lower())}", text) is not None
