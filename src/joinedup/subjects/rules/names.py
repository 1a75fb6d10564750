"""Names: forms of one name, how they sound, what is no name at all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA, JaroWinkler

from joinedup.subjects.rules.words import listed, tokens

__all__ = listed("Alike Name alike is_common_name make_name root sound split_whole")

TITLES = frozenset(listed("mr mrs miss ms mx dr sir lady rev revd master prof cllr"))
NO_NAMES = frozenset(
    listed(
        "unknown unk unkn nk na n/a none nil null nobody anon anonymous unnamed noname tbc tba "
        "test xx xxx xxxx zz zzz zzzz notknown notgiven notstated refused withheld undisclosed "
        "unborn baby infant newborn male female child girl boy man woman person adult occupant "
        "tenant resident caller asdf qwerty dummy blank missing deceased"
    )
)
PARTICLES = frozenset(
    listed(
        "de da do dos la le las los van der den von ter ten al el ul ur bin bint ibn abu of the y "
        "e di del della du"
    )
)
SHORTEST = 2


class Alike(IntEnum):
    """How two words of a name agree, from not at all to exactly."""

    DIFFERENT = 0
    INITIAL = 1
    CLOSE = 2
    FORM = 3
    SAME = 4


@dataclass(frozen=True, slots=True)
class Name:
    """One name as words: forenames, middle names, surnames."""

    fore: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    sur: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fore or self.middle or self.sur)


@lru_cache(maxsize=200_000)
def _cleaned(text: str) -> tuple[str, ...]:
    found = [one for one in tokens(text) if one not in TITLES]
    if not found or "".join(found) in NO_NAMES:
        return ()
    return tuple(
        one
        for one in found
        if one not in NO_NAMES and not any(sign.isdigit() or sign == "?" for sign in one)
    )


def make_name(forename: str, middle: str = "", surname: str = "") -> Name:
    """A name of what was written; placeholders such as "Unknown" are left out."""
    sur = [one for one in _cleaned(surname) if one not in {"jnr", "jr", "snr", "sr", "ii", "iii"}]
    joined: list[str] = []
    for one in sur:
        if joined and joined[-1] in {"mc", "mac", "o", "st", "fitz"}:
            joined[-1] += one
        else:
            joined.append(one)
    solid = tuple(one for one in joined if one not in PARTICLES) or tuple(joined)
    return Name(_cleaned(forename), _cleaned(middle), solid)


def split_whole(text: str) -> Name:
    """A name written in one piece: the last word is the surname, "Smith, John" the other way."""
    if "," in text:
        sur, _, fore = text.partition(",")
        words = fore.split()
        return make_name(" ".join(words[:1]), " ".join(words[1:]), sur)
    words = [one for one in text.split() if one.strip(".").casefold() not in TITLES]
    if len(words) <= 1:
        return make_name(text)
    return make_name(words[0], " ".join(words[1:-1]), words[-1])


@dataclass(frozen=True, slots=True)
class _Forms:
    """The data file: word → first words of its groups; all names in common use."""

    groups: dict[str, tuple[str, ...]]
    common: frozenset[str]


@lru_cache(maxsize=1)
def _forms() -> tuple[_Forms, _Forms]:
    """Forms of forenames and of surnames."""
    text = files("joinedup.subjects").joinpath("data/names.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    fore = _gathered(data["forenames"], data["others"])
    return fore, _gathered([*data["surnames"]], "")


def _gathered(groups: Iterable[str], more: str) -> _Forms:
    places: dict[str, list[str]] = {}
    for group in groups:
        words = group.split()
        for word in dict.fromkeys(words):
            places.setdefault(word, []).append(words[0])
    found = {word: tuple(dict.fromkeys(heads)) for word, heads in places.items()}
    return _Forms(found, frozenset(found) | frozenset(more.split()))


@lru_cache(maxsize=200_000)
def root(word: str, is_surname: bool = False) -> tuple[str, ...]:
    """What stands for a name in all its forms: "bill" → ("+william",); a name without other forms
    stands for itself. Short forms of several names have several."""
    heads = _forms()[is_surname].groups.get(word)
    return tuple(f"+{head}" for head in heads) if heads else (word,)


@lru_cache(maxsize=200_000)
def is_common_name(word: str) -> bool:
    """Whether a word is a forename in common use, so that it is hardly a slip for another."""
    return word in _forms()[0].common


SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"^(kn|gn|pn)", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"^x", "s"), (r"^wh", "w"),
        (r"(ski|sky|ska|skyi|skiy|skii)$", "sk"), (r"(ova|eva|iva)$", "v"), (r"(ov|ev|off|iv)$", "v"),
        (r"(enko|enka)$", "nk"), (r"(aya|iy|yj|ij|ii)$", "y"),
        (r"mps", "ms"), (r"mpt", "mt"), (r"ght", "t"), (r"gh$", ""), (r"augh", "o"), (r"dge", "j"),
        (r"tch", "c"), (r"sch", "c"), (r"sh", "c"), (r"ch", "c"), (r"cz", "c"), (r"sz", "c"),
        (r"ph", "f"), (r"ck", "k"), (r"c(?=[eiy])", "s"), (r"qu", "k"), (r"x", "ks"),
        (r"[kgq]h?", "k"), (r"th|dh|d", "t"), (r"v", "f"), (r"z", "s"), (r"^[jy](?=[aeiou])", "j"),
        (r"(?<=.)[aeiouywh]", ""), (r"^[aeiouyh]+", "a"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=400_000)
def sound(word: str) -> str:
    """How a name sounds, roughly and in few letters: "Thompson" and "Tomson" → "tmsn"."""
    heard = word
    for pattern, put in SOUNDS:
        heard = pattern.sub(put, heard)
    return heard or word[:1]


@lru_cache(maxsize=200_000)
def alike(one: str, other: str, is_surname: bool = False) -> Alike:
    """How two words of a name agree. A slip of the pen makes a name that is not in use: two
    forenames in common use are close only where they share a form."""
    if one == other:
        return Alike.SAME
    if len(one) == 1 or len(other) == 1:
        return Alike.INITIAL if one[0] == other[0] else Alike.DIFFERENT
    if set(root(one, is_surname)) & set(root(other, is_surname)):
        return Alike.FORM
    if not is_surname and is_common_name(one) and is_common_name(other):
        return Alike.DIFFERENT
    return Alike.CLOSE if _is_slip(one, other) else Alike.DIFFERENT


def _is_slip(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    apart = OSA.distance(one, other, score_cutoff=3)
    if apart <= 1:
        return longest > SHORTEST + 1
    if apart == 2 and longest >= 6:
        return True
    if apart == 3 and longest >= 9:
        return True
    if longest >= 5 and JaroWinkler.similarity(one, other) >= 0.92:
        return True
    return longest >= 5 and len(sound(one)) >= 3 and sound(one) == sound(other)
