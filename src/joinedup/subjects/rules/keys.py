"""Hashed keys: two records that share one are worth comparing. About fourteen a person.

Each key survives some mistake: of the date of birth, of a name, of the address, all three of a
false name. Values that stand for "unknown" were left out before and make no key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from joinedup.subjects.rules.dates import Age, Born
from joinedup.subjects.rules.described import Described, Home
from joinedup.subjects.rules.names import Name, root, sound

__all__ = ["WEIGHTS", "hashed", "keys", "keys_of"]

WEIGHTS = {
    "p": 9.0, "o": 9.0, "v": 9.0, "w": 2.0, "d": 5.0, "e": 5.0, "f": 4.0, "g": 5.0, "s": 4.0,
    "t": 5.0, "n": 3.0, "h": 5.0, "r": 4.0, "c": 5.0, "l": 4.0, "a": 2.0, "x": 3.0,
    "y": 2.0,
}  # fmt: skip
"""Kind of key → how much it speaks for looking at a record; kinds are letters to keep keys short."""
WIDEST_AGE = 6
MOST_FORMS = 3


def hashed(kind: str, text: str) -> int:
    """A key as a signed number of 64 bits."""
    made = hashlib.blake2b(f"{kind}:{text}".encode(), digest_size=8).digest()
    return int.from_bytes(made, "big", signed=True)


def keys_of(of: Described) -> list[int]:
    """The hashed keys of a record."""
    return [hashed(kind, text) for kind, text in set(keys(of))]


def keys(of: Described) -> Iterator[tuple[str, str]]:
    """(kind, words) of every key of somebody; some may come twice."""
    yield from (("p", one) for one in of.phones)
    yield from (("o", one) for one in of.handles)
    for one in of.plates:
        yield from _of_plate(one)
    for home in of.homes:
        if home.postcode and home.house:
            yield "h", f"{home.postcode}.{home.house}"
        if home.street and home.house:
            yield "r", f"{home.street}.{home.house}"
    for pair in combinations(sorted(of.things)[:6], 2):
        yield "y", ".".join(pair)
    years = _years(of.born, of.age)
    for name in of.names:
        pairs = _pairs(name)
        yield from _of_name(pairs, of.born, years)
        yield from _of_middle(name, of.born)
        for home in of.homes:
            yield from _of_home(pairs, home)
        initials = dict.fromkeys(fore[0] for fore, _ in pairs if fore)
        yield from (("x", f"{one}.{thing}") for one in initials for thing in of.things)


def _of_middle(name: Name, born: Born) -> Iterator[tuple[str, str]]:
    """Somebody may go by their middle name."""
    for middle in _sounds(name.middle[:1]):
        if born.is_whole:
            yield "d", _day_of(born) + middle[0]
        for sur in name.sur[-1:]:
            yield "n", ".".join(sorted((middle, sound(sur))))


def _day_of(born: Born) -> str:
    """The date; day and month in one order where they may have been swapped."""
    if born.day <= 12:
        low, high = sorted((born.day, born.month))
        return f"{born.year}-{low}-{high}"
    return f"{born.year}-{born.day}-{born.month}"


def _of_home(pairs: Iterable[tuple[str, str]], home: Home) -> Iterator[tuple[str, str]]:
    for fore, sur in pairs:
        if fore and sur and home.postcode:
            yield "c", home.postcode + "".join(sorted(fore[0] + sur[0]))
        if fore and sur and home.town:
            yield "l", f"{home.town}.{'.'.join(sorted((fore, sur)))}"
        if fore and home.town:
            yield "a", f"{home.town}.{fore}"


def _of_name(
    pairs: Iterable[tuple[str, str]], born: Born, years: Iterable[int]
) -> Iterator[tuple[str, str]]:
    whole = _day_of(born) if born.is_whole else ""
    for fore, sur in pairs:
        for part in (fore, sur):
            if whole and part:
                yield "d", whole + part[0]
        if not (fore and sur):
            for year in years:
                yield "f", f"{year}.{fore or sur}."
            continue
        yield "n", ".".join(sorted((fore, sur)))
        for year in years:
            yield "f", f"{year}.{fore}.{sur[0]}"
            yield "s", f"{year}.{sur}.{fore[0]}"
        if born.month and born.day:
            low, high = sorted((born.day, born.month)) if born.day <= 12 else (born.month, born.day)
            yield "g", f"{low}-{high}.{fore}.{sur[0]}"
            yield "t", f"{low}-{high}.{sur}.{fore[0]}"


def _years(born: Born, age: Age) -> list[int]:
    if born.year:
        return [born.year]
    if age and age.last - age.first < WIDEST_AGE:
        return list(range(age.first, age.last + 1))
    return []


def _pairs(name: Name) -> list[tuple[str, str]]:
    """(sound of a forename, sound of a surname) of everything the name may be filed under; either
    may be empty."""
    fores = list(_sounds(name.fore[:2]))
    surs = list(_sounds(name.sur[:3]))
    if len(name.sur) > 1:
        surs.append(sound("".join(name.sur)))
    if len(name.fore) > 1:
        fores.append(sound("".join(name.fore[:2])))
    if not fores or not surs:
        return [(one, "") for one in fores] or [("", one) for one in surs]
    return [(fore, sur) for fore in dict.fromkeys(fores) for sur in dict.fromkeys(surs)]


@lru_cache(maxsize=200_000)
def _sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    """How each word sounds, in the first form of each name it may stand for."""
    return tuple(sound(head.lstrip("+")) for word in words for head in root(word)[:MOST_FORMS])


def _of_plate(plate: str) -> Iterator[tuple[str, str]]:
    """The whole plate, and each two of its letters with their places, for plates half caught."""
    if "?" not in plate:
        yield "v", plate
    known = [(place, one) for place, one in enumerate(plate) if one != "?"]
    for (here, one), (there, other) in combinations(known, 2):
        yield "w", f"{len(plate)}.{here}{one}{there}{other}"
