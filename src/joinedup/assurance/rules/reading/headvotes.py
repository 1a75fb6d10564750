"""What the words of an unknown heading vote for: each as it does in the headings of headings.toml."""

from __future__ import annotations

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from .lexicon import heading_words, sure_phrases, without_slips

__all__ = ["votes"]

_WEIGHTS = {"word": 1.0, "pair": 0.7, "first": 0.5, "last": 0.5, "whole": 1.0}
_EVEN = 0.35
"""How far a word that was seen under few headings is drawn to saying nothing."""
_SMALL_ROLE = 10

_Sign = tuple[str, ...]


def _signs(words: tuple[str, ...]) -> Iterator[_Sign]:
    """The words of a heading, its neighbouring pairs, which word opens and ends it, and the whole."""
    yield ("whole", *words)
    for word in words:
        yield ("word", word)
    for pair in pairwise(words):
        yield ("pair", *pair)
    if len(words) > 1:
        yield ("first", words[0])
        yield ("last", words[-1])


def _examples() -> dict[str, set[tuple[str, ...]]]:
    text = resources.files(__package__).joinpath("headings.toml").read_text(encoding="utf-8")
    found = {
        role: {heading_words(heading) for heading in headings}
        for role, headings in tomllib.loads(text)["headings"].items()
    }
    for role, phrase in sure_phrases():
        found.setdefault(role, set()).add(phrase)
    return found


def _counted() -> tuple[dict[_Sign, Counter[str]], dict[str, int]]:
    seen: dict[_Sign, Counter[str]] = defaultdict(Counter)
    examples = _examples()
    for role, headings in examples.items():
        for words in headings:
            for sign in set(_signs(words)):
                seen[sign][role] += 1
    return dict(seen), {role: len(headings) for role, headings in examples.items()}


_SEEN, _SIZES = _counted()


@lru_cache(maxsize=4096)
def votes(heading: str) -> dict[str, float]:
    """Role → share of the votes (together 1.0) for a heading; {} where no word of it is known."""
    words = heading_words(without_slips(heading))
    known = [sign for sign in dict.fromkeys(_signs(words)) if sign in _SEEN]
    if not known:
        return {}
    total = dict.fromkeys(_SIZES, 0.0)
    for sign in known:
        seen = _SEEN[sign]
        drawn = 0.05 + _EVEN * sum(seen.values()) / len(_SIZES)
        rates = {r: (seen[r] + drawn) / (size + _SMALL_ROLE) for r, size in _SIZES.items()}
        whole = sum(rates.values())
        for role, rate in rates.items():
            total[role] += _WEIGHTS[sign[0]] * math.log(rate / whole)
    top = max(total.values())
    shares = {role: math.exp(value - top) for role, value in total.items()}
    whole = sum(shares.values())
    return {role: share / whole for role, share in shares.items()}
