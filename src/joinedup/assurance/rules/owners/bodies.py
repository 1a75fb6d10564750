"""Which of the organisations known here a printed owner may mean: "Fire Service", "District
councils", "Police". Only a whole name decides; part of one is proposed and a person chooses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz.utils import default_process

from joinedup.assurance.rules.owners.candidate import Candidate
from joinedup.assurance.rules.owners.kinds import POST, kind_of
from joinedup.assurance.rules.owners.lexicon import lexicon

__all__ = ["KnownBody", "match_body", "speaks_of_several"]

_LINKING = frozenset({"of", "and", "for", "the", "in", "to", "s"})
_LEADING = frozenset({"all", "each", "every", "our", "local", "relevant", "partner", "other"})


@dataclass(frozen=True, slots=True)
class KnownBody:
    """An organisation of the register: `key` is the caller's own; `kind` as it is kept there."""

    key: str
    name: str
    short_name: str = ""
    kind: str = ""


def match_body(text: str, bodies: Iterable[KnownBody]) -> tuple[Candidate, ...]:
    """Every organisation that the printed words may mean, likeliest first; a post ("Police
    Inspector") means none."""
    said = _words(re.sub(r"\([^()]*\)", " ", text))
    if not said:
        return ()
    is_post = kind_of(text).name == POST
    found = [one for body in bodies if (one := _candidate(text, said, body))]
    if is_post:
        found = [one for one in found if one.confidence == 1.0]
    return tuple(sorted(found, key=lambda one: (-one.confidence, one.name)))


def speaks_of_several(text: str) -> bool:
    """Whether the words mean more than one organisation: "District councils", "each school"."""
    words = default_process(text).split()
    if not words:
        return False
    return words[0] in {"all", "each", "every"} or _single(words[-1]) != words[-1]


def _candidate(text: str, said: Collection[str], body: KnownBody) -> Candidate | None:
    name = _words(body.name)
    if said in (name, _words(body.short_name)):
        return Candidate(body.key, body.name, "agency", 1.0, "The same organisation.")
    bare = text.replace(".", "").strip()
    if bare.isupper() and len(bare) > 1 and bare.casefold() == "".join(word[0] for word in name):
        return Candidate(body.key, body.name, "agency", 0.85, "The short form of its name.")
    if set(said) <= set(name):
        return Candidate(body.key, body.name, "agency", 0.7, "The printed words are in its name.")
    if set(said) <= set(lexicon().kinds_of_bodies.get(body.kind, ())):
        return Candidate(body.key, body.name, "agency", 0.6, "An organisation of that kind.")
    return None


def _words(name: str) -> list[str]:
    """The words that tell organisations apart, each in the singular."""
    words = default_process(re.sub(r"['’]", "", name)).split()
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return [_single(word) for word in words if word not in _LINKING]


def _single(word: str) -> str:
    """A word for a body in the singular: "agencies" as "agency"; other words stay."""
    bodies = lexicon().bodies
    if word.endswith("ies") and f"{word[:-3]}y" in bodies:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and word[:-1] in bodies else word
