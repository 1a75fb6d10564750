"""The list of words: dated, sourced data, read once and compiled to patterns."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Term", "TermError", "compiled", "data", "listed", "terms", "terms_from"]

DATA = Path(__file__).parent / "data"
ABOUTS = frozenset(
    {
        "",
        "absconding",
        "account",
        "child",
        "child_or_unknown",
        "engagement",
        "gap",
        "gapped",
        "images",
        "mutual",
        "protect",
    }
)
SPACING = r"[\s\-‐-―_/]+"
PIECES = {
    "{self}": r"(?:her|him|them|your|it|my|our)[\s-]?sel(?:f|ves|fs)",
}


class TermError(ValueError):
    """A list of words that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Term:
    """One kind of blaming words: how they are found, why they hurt, what to write instead."""

    code: str
    why: str
    instead: str
    about: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    from_on: dt.date
    source: str
    status: str


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the list as one that finds whole words, whatever the spacing or the dash.

    It is sought in small letters. A space stands for any spacing or hyphen; {self} for herself,
    himself, themselves. Raises re.error for a pattern that is not one.
    """
    for name, piece in PIECES.items():
        pattern = pattern.replace(name, piece)
    small = re.sub(r"(?<!\\)[A-Z]", lambda match: match.group().lower(), _spaced(pattern))
    return re.compile(rf"(?<!\w)(?:{small})(?!\w)")


def _spaced(pattern: str) -> str:
    """Spaces outside character classes become any spacing, `" ?"` any or none."""
    out, is_inside = [], False
    for at, letter in enumerate(pattern):
        is_inside = letter == "[" or (is_inside and letter != "]")
        if is_inside or (letter != " " and not (letter == "?" and pattern[at - 1 : at] == " ")):
            out.append(letter)
        elif letter == " ":
            is_optional = pattern[at + 1 : at + 2] == "?"
            out.append(f"(?:{SPACING})?" if is_optional else SPACING)
    return "".join(out)


def terms_from(tables: Mapping[str, object], name: str) -> list[Term]:
    """The terms of one file; `[defaults]` fills in what a `[[term]]` leaves out."""
    defaults, rows = tables.get("defaults", {}), tables.get("term", [])
    if not isinstance(defaults, dict) or not isinstance(rows, list):
        raise TermError(f"{name}: write words as [[term]] and shared keys as [defaults].")
    return [_term({**defaults, **row}, name) for row in rows]


def _term(row: Mapping[str, object], name: str) -> Term:
    code = str(row.get("code", ""))
    missing = [key for key in ("code", "why", "instead", "patterns", "from") if not row.get(key)]
    if missing:
        raise TermError(f"{name}: {code or 'a term'} lacks {', '.join(missing)}.")
    about = str(row.get("about", ""))
    if about not in ABOUTS:
        raise TermError(f"{name}: {code} says about = {about!r}, which is not known.")
    source, from_on = row.get("source"), row["from"]
    if not isinstance(from_on, dt.date):
        raise TermError(f"{name}: {code} needs a date in `from`, such as 2024-11-01.")
    try:
        patterns = tuple(compiled(one) for one in listed(row["patterns"]))
        unless = tuple(compiled(one) for one in listed(row.get("unless", [])))
    except re.error as problem:
        raise TermError(
            f"{name}: {code} has a pattern that cannot be read: {problem}."
        ) from problem
    return Term(
        code=code,
        why=str(row["why"]),
        instead=str(row["instead"]),
        about=about,
        patterns=patterns,
        unless=unless,
        from_on=from_on,
        source=str(source.get("name", "")) if isinstance(source, dict) else "",
        status=str(row.get("status", "unverified")),
    )


def listed(value: object) -> list[str]:
    """The words of a list in the data; none where it is not a list."""
    return [str(one) for one in value] if isinstance(value, list) else []


def data(name: str) -> dict[str, object]:
    """One file of our words, as its table."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def terms() -> tuple[Term, ...]:
    """Every term that we ship, in the order of the files."""
    found: list[Term] = []
    for path in sorted(DATA.glob("terms_*.toml")):
        found.extend(terms_from(data(path.stem), path.name))
    return tuple(found)
