"""Plain words for the words of the field, one sentence each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from joinedup.rulebook.book import DATA
from joinedup.rulebook.entry import RuleBookError

__all__ = ["Word", "explain", "glossary"]


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
    """All words, in alphabetical order. Raises RuleBookError for a doubled or empty one."""
    with (DATA / "glossary.toml").open("rb") as file:
        rows = tomllib.load(file)["word"]
    words = tuple(
        Word(
            row["term"],
            row["meaning"],
            row.get("short", ""),
            tuple(row.get("also", ())),
            tuple(row.get("see", ())),
        )
        for row in rows
    )
    terms = [word.term.casefold() for word in words]
    for word in words:
        if terms.count(word.term.casefold()) > 1:
            raise RuleBookError(f"The glossary explains “{word.term}” twice.")
        for other in word.see:
            if other.casefold() not in terms:
                raise RuleBookError(f"“{word.term}” points to “{other}”, which is not explained.")
    return tuple(sorted(words, key=lambda word: word.term.casefold()))


def explain(term: str) -> Word | None:
    """The word whose term, abbreviation or other name is `term`, whatever the case."""
    asked = term.strip().casefold()
    for word in glossary():
        if asked in {name.casefold() for name in (word.term, word.short, *word.also)}:
            return word
    return None
