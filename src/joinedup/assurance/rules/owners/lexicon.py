"""The words that tell people, posts and bodies apart, read once from the TOML files here."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case words and phrases; `whole` and `labels` as patterns."""

    heads: frozenset[str]
    plurals: frozenset[str]
    ranks: tuple[tuple[str, ...], ...]
    modifiers: frozenset[str]
    domains: frozenset[str]
    bodies: frozenset[str]
    kinds_of_bodies: dict[str, frozenset[str]]
    offices: frozenset[str]
    nobody: frozenset[str]
    everyone: frozenset[str]
    titles: frozenset[str]
    first_names: frozenset[str]
    labels: re.Pattern[str]
    bracket_labels: re.Pattern[str]
    whole: re.Pattern[str]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def _any_of(phrases: list[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered)


@cache
def lexicon() -> Lexicon:
    """The lexicon in `words.toml` and `first_names.toml`."""
    data = _load("words.toml")
    labels, brackets = data["labels"]["phrases"], data["labels"]["in_brackets"]
    dashed = data["labels"]["with_dash"]
    return Lexicon(
        heads=frozenset(data["heads"]["words"]),
        plurals=frozenset(data["plurals"]["words"]),
        ranks=tuple(
            sorted((tuple(p.split()) for p in data["ranks"]["phrases"]), key=len, reverse=True)
        ),
        modifiers=frozenset(data["ranks"]["modifiers"]),
        domains=frozenset(data["domains"]["words"]),
        bodies=frozenset(data["bodies"]["words"]),
        kinds_of_bodies={kind: frozenset(words) for kind, words in data["kinds_of_bodies"].items()},
        offices=frozenset(data["offices"]["words"]),
        nobody=frozenset(data["nobody"]["phrases"]),
        everyone=frozenset(data["everyone"]["phrases"]),
        titles=frozenset(data["titles"]["words"]),
        first_names=frozenset(n.casefold() for n in _load("first_names.toml")["names"].split()),
        labels=re.compile(
            rf"(?:(?<=^)|(?<=[\s;,(]))(?:(?:{_any_of(labels)})\s*:|(?:{_any_of(dashed)})\s+[-–—])\s*",
            re.I,
        ),
        bracket_labels=re.compile(rf"\s*[(\[]\s*(?:{_any_of(brackets)})\s*[)\]]", re.I),
        whole=re.compile(rf"\b(?:{_any_of(data['whole']['phrases'])})(?!\w)", re.I),
    )


def words_of(text: str) -> list[str]:
    """The lower-case words of a text, without marks around them."""
    words = (w.strip(".,;:()[]\"'*").replace("’", "'") for w in text.casefold().split())
    return [w for w in words if w and w not in ("&", "and", "-", "–", "—", "/", "+")]
