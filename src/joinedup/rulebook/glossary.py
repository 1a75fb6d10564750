"""Plain words for the words of the field, one sentence each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from joinedup.rulebook.book import DATA
from joinedup.rulebook.entry import RuleBookError

__all__ = ["Word", "explain", "glossary", "words_from"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the field. `short` is its abbreviation, `also` its other names, `see` related
    words that have their own place in the glossary."""

    term: str
    meaning: str
    short: str = ""
    also: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


@cache
def glossary() -> tuple[Word, ...]:
    """All words, in alphabetical order."""
    with (DATA / "glossary.toml").open("rb") as file:
        return words_from(tomllib.load(file)["word"])


def words_from(rows: Iterable[Mapping[str, object]]) -> tuple[Word, ...]:
    """Words from their tables, sorted. Raises RuleBookError for one that is explained twice or
    that points to one that is not explained."""
    words = sorted((_word(row) for row in rows), key=lambda word: word.term.casefold())
    terms = {word.term.casefold() for word in words}
    for first, second in pairwise(words):
        if first.term.casefold() == second.term.casefold():
            raise RuleBookError(f"The glossary explains “{second.term}” twice.")
    for word in words:
        for other in word.see:
            if other.casefold() not in terms:
                raise RuleBookError(f"“{word.term}” points to “{other}”, which is not explained.")
    return tuple(words)


def _word(row: Mapping[str, object]) -> Word:
    also, see = row.get("also", []), row.get("see", [])
    return Word(
        str(row["term"]),
        str(row["meaning"]),
        str(row.get("short", "")),
        tuple(str(one) for one in also) if isinstance(also, list) else (),
        tuple(str(one) for one in see) if isinstance(see, list) else (),
    )


def explain(term: str) -> Word | None:
    """The word whose term, abbreviation or other name is `term`, whatever the case."""
    asked = term.strip().casefold()
    for word in glossary():
        if asked in {name.casefold() for name in (word.term, word.short, *word.also)}:
            return word
    return None
