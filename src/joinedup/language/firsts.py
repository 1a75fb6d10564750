"""Where a pattern may begin: the first letters of all that it can find.

Hundreds of patterns sought one after another in a long note cost more than everything else. Each
can only begin at a word with certain first letters, so a note is read once and only those that
may begin at a word are tried there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["Index", "first_letters", "indexed"]

LONGEST = 4
_START = re.compile(r"\w+")
_ANY = "*"


def first_letters(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """The beginnings, up to four letters, of all that a pattern finds; None where any may begin it."""
    found = {one.rstrip(_ANY) for one in _beginnings(parser.parse(pattern.pattern))}
    return None if any(not one or not one[0].isalnum() for one in found) else frozenset(found)


def _beginnings(items: Iterable[tuple[object, object]]) -> set[str]:
    """Beginnings of a run of parsed items; one with a star at its end may go on in any way."""
    heads = {""}
    for item in items:
        if all(one.endswith(_ANY) or len(one) >= LONGEST for one in heads):
            break
        tails = _choices(*item)
        heads = {
            one if one.endswith(_ANY) else (one + tail)[: LONGEST + 1]
            for one in heads
            for tail in (tails if len(one) < LONGEST else ("",))
        }
    return {one if one.endswith(_ANY) else one[:LONGEST] for one in heads}


def _choices(operation: object, argument: Any) -> set[str]:
    """The beginnings of one parsed item; the empty one where it may be left out."""
    match operation, argument:
        case code.LITERAL, int(letter):
            return {chr(letter)}
        case code.IN, list(choices) if all(kind is code.LITERAL for kind, _ in choices):
            return {chr(letter) for _, letter in choices}
        case code.BRANCH, (_, list(branches)):
            return set().union(*(_beginnings(one) for one in branches))
        case code.SUBPATTERN, (*_, inner):
            return _beginnings(inner)
        case ((code.MAX_REPEAT | code.MIN_REPEAT), (int(least), _, inner)):
            many = argument[1] != 1
            once = {
                one if one.endswith(_ANY) or not many else one + _ANY for one in _beginnings(inner)
            }
            return once | ({""} if least == 0 else set())
        case ((code.AT | code.ASSERT | code.ASSERT_NOT), _):
            return {""}
    return {_ANY}


@dataclass(frozen=True, slots=True)
class Index:
    """Patterns by their first letters, and those that may begin anywhere."""

    patterns: tuple[re.Pattern[str], ...]
    by_letters: dict[str, tuple[int, ...]]
    anywhere: tuple[int, ...]

    def matches(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """(which pattern, its match) for all that stand in a text, as `finditer` finds them."""
        ends: dict[int, int] = {}
        for word in _START.finditer(text):
            start = word.start()
            for length in range(1, LONGEST + 1):
                for which in self.by_letters.get(text[start : start + length], ()):
                    if start >= ends.get(which, 0):
                        match = self.patterns[which].match(text, start)
                        if match and match.end() > start:
                            ends[which] = match.end()
                            yield which, match
        for which in self.anywhere:
            for match in self.patterns[which].finditer(text):
                yield which, match


def indexed(patterns: Iterable[re.Pattern[str]]) -> Index:
    """Patterns made ready to be sought together, each in the order given."""
    kept = tuple(patterns)
    by_letters: dict[str, list[int]] = {}
    anywhere = []
    for which, pattern in enumerate(kept):
        letters = first_letters(pattern)
        if letters is None:
            anywhere.append(which)
        for one in letters or ():
            by_letters.setdefault(one, []).append(which)
    return Index(kept, {key: tuple(found) for key, found in by_letters.items()}, tuple(anywhere))
