"""The words of due phrases, read once from `words.toml` and cut as the phrases are."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from joinedup.assurance.rules.due.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known phrase: what kind it is and what it stands for (a recurrence code, or nothing)."""

    kind: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """All that the grammar knows about words; `phrases` by their tuple of words."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    phrases: Mapping[tuple[str, ...], Phrase]
    longest: int
    filler: frozenset[str]
    labels: frozenset[str]
    doubtful: frozenset[str]
    season_begins: Mapping[str, int]


def _cut(phrase: str) -> tuple[str, ...]:
    return tuple(t.text for t in tokenise(phrase) if t.text != "-")


def _entries(data: Mapping[str, Any]) -> Iterable[tuple[str, Phrase]]:
    for words in data["vague"].values():
        yield from ((w, Phrase("vague")) for w in words)
    yield from ((w, Phrase("neutral")) for w in data["neutral"]["words"])
    yield from ((w, Phrase("season")) for w in data["season"]["words"])
    yield from ((w, Phrase("easter")) for w in data["season"]["easter"])
    for kind, words in data["marker"].items():
        yield from ((w, Phrase(kind)) for w in words)
    for code, words in data["recurrence"].items():
        yield from ((w, Phrase("recurrence", code)) for w in words)
    for word, code in data["ambiguous"].items():
        yield word, Phrase("ambiguous", code)


@cache
def known_words() -> Words:
    """The lexicon in `words.toml`."""
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    phrases = {_cut(word): phrase for word, phrase in _entries(data)}
    return Words(
        months=data["months"],
        weekdays=data["weekdays"],
        numbers=data["numbers"],
        ordinals=data["ordinals"],
        phrases=phrases,
        longest=max(map(len, phrases)),
        labels=frozenset(data["label"]["words"]),
        filler=frozenset(data["filler"]["words"]),
        doubtful=frozenset(data["filler"]["doubt"]),
        season_begins=data["season"]["first"],
    )


def phrase_at(tokens: Sequence[Token], at: int) -> tuple[Phrase, int] | None:
    """The longest known phrase that begins at `at`, and the place after it.

    A hyphen inside a word ("on-going") does not break a phrase.
    """
    words = known_words()
    best: tuple[Phrase, int] | None = None
    spoken: list[str] = []
    i = at
    while i < len(tokens) and len(spoken) < words.longest:
        token = tokens[i]
        i += 1
        if token.text == "-":
            inside = spoken and token.glued and i < len(tokens) and tokens[i].glued
            if not inside:
                break
            continue
        if token.kind not in ("word", "num"):
            break
        spoken.append(token.text)
        phrase = words.phrases.get(tuple(spoken))
        if phrase:
            best = phrase, i
    return best
