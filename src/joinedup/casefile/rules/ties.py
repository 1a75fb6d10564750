"""When two records seem to name the same place, vehicle, telephone or person (the police "failed to
join the dots", Oxfordshire). A person decides; nothing here merges anything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from joinedup.casefile.choices import TieSign
from joinedup.subjects.rules.described import Described
from joinedup.subjects.rules.keys import WEIGHTS, hashed, keys
from joinedup.subjects.rules.words import fold, listed

__all__ = ["Found", "Limits", "Sighting", "alike", "grade_words", "licences_in", "signs_of"]

PLACE, NAME, LICENCE = "1", "2", "3"
STRONG = frozenset("povhr") | {PLACE, NAME, LICENCE}
FEW = "5"
"""A licence of three digits: a council gives the same number twice, so it needs something beside it."""
WEAK = frozenset("wxy") | {FEW}
SIGNS = {
    "p": TieSign.PHONE, "o": TieSign.ONLINE, "v": TieSign.PLATE, "w": TieSign.PLATE,
    "h": TieSign.ADDRESS, "r": TieSign.ADDRESS, PLACE: TieSign.PLACE, NAME: TieSign.NAME,
    LICENCE: TieSign.LICENCE, FEW: TieSign.LICENCE,
    "x": TieSign.SEEN, "y": TieSign.SEEN,
}  # fmt: skip
MOST_WORDS = 6
FEWEST_DIGITS = 3
LICENCE_NUMBER = re.compile(
    r"\b(?P<word>licen[cs]e|badge|permit)(?P<said>\s+(?:number|no|nr)\b)?[.:#\s]*"
    r"(?:(?P<letters>[A-Z]{1,4})[\s/-]?)?(?P<number>\d[\d/-]{1,9})",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\d{1,2}[/-]\d{4}|(?:19|20)\d\d[/-]\d{1,4}(?:[/-]\d{1,2})?"
)
YEAR = re.compile(r"(?:19|20)\d\d")
LICENCE_KINDS = {
    **dict.fromkeys(("taxi", "cab", "minicab", "hackney", "hire", "driver", "drivers"), "taxi"),
    **dict.fromkeys(("phv", "ph", "hc", "hcv"), "taxi"),
    **dict.fromkeys(("premises", "alcohol", "club"), "premises"),
    **dict.fromkeys(("operator", "operators", "op"), "operator"),
    **dict.fromkeys(("sia", "door", "security"), "door"),
    **{one: one for one in ("driving", "vehicle", "blue", "personal", "street", "trading")},
    "badge": "taxi",
}
"""Words and letters beside a number that say what sort of licence it is."""
NEAR_WORDS = 3
FEW_WEIGHT = 3.0
LITTLE = frozenset(
    listed("a an and at behind by in near next of off on opposite outside the to with")
)
COMMON = frozenset(
    listed(
        "avenue bar bus cafe car centre church close club corner court district estate flat food garage "
        "high home hotel house lane library market park place precinct pub road school shop shops "
        "square station stop store street supermarket takeaway taxi town village way"
    )
)
"""Words that say what sort of place it is, not which."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From the rule book: how much weak agreement is enough, and from how many records on something
    says nothing any more, as a school or a station does."""

    least: float
    most_records: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something named in a record: the record, where in it, its keys as (sign, hash), and whether it
    is about the child or adult of that record."""

    about: str
    part: str
    keys: frozenset[tuple[str, int]]
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Two sightings of what seems the same, and what is alike, surest first."""

    one: Sighting
    other: Sighting
    why: tuple[TieSign, ...]


def licences_in(text: str) -> tuple[str, ...]:
    """Numbers of licences and badges in words, by sort and digits: "taxi badge 0417" and "licence
    PHV/417" are the same ("taxi.417"), "premises licence 417" is another. What holds fewer than
    three digits, a year or a date is none."""
    found: list[str] = []
    for one in LICENCE_NUMBER.finditer(text):
        number, letters = one["number"].rstrip("/-"), (one["letters"] or "").casefold()
        digits = re.sub(r"\D", "", number)
        is_year = YEAR.fullmatch(number) and not one["said"]
        is_day = not letters and (is_year or DATE.fullmatch(number))
        if len(digits) >= FEWEST_DIGITS and not is_day:
            sort = _sort_of_licence(text[: one.start()], one["word"].casefold(), letters)
            found.append(f"{sort}.{digits.lstrip('0')}")
    return tuple(dict.fromkeys(found))


def _sort_of_licence(before: str, word: str, letters: str) -> str:
    """By the nearest word before it that says so, else by its letters; empty where nothing does."""
    near = re.split(r"[.;,:]", before)[-1].casefold().split()[-NEAR_WORDS:]
    for one in (*reversed(near), letters, word):
        said = re.split(r"[’']", one)[0]
        if said in LICENCE_KINDS:
            return LICENCE_KINDS[said]
    return letters


def signs_of(
    of: Described, places: Iterable[str] = (), licences: Iterable[str] = ()
) -> frozenset[tuple[str, int]]:
    """(sign, hash) of everything about somebody or something that could be named elsewhere too."""
    found = {(kind, hashed(kind, text)) for kind, text in keys(of) if kind in STRONG | WEAK}
    for name in of.names:
        if name.fore and name.sur and len(name.fore[0]) > 1 and len(name.sur[-1]) > 1:
            found.add((NAME, hashed(NAME, f"{name.fore[0]} {name.sur[-1]}")))
    for place in places:
        found |= {(PLACE, hashed(PLACE, one)) for one in _place_keys(place)}
    for one in licences:
        sign = LICENCE if len(one.partition(".")[2]) > FEWEST_DIGITS else FEW
        found.add((sign, hashed(sign, one)))
    return frozenset(found)


def _place_keys(text: str) -> Iterator[str]:
    """Pairs of words of a place of which one at least says which place it is."""
    words = sorted({word for word in fold(text).split() if word not in LITTLE})[:MOST_WORDS]
    for first, second in combinations(words, 2):
        if first not in COMMON or second not in COMMON:
            yield f"{first}.{second}"


def alike(
    here: Iterable[Sighting], others: Iterable[Sighting], limits: Limits
) -> tuple[Found, ...]:
    """Which sightings of other records seem to be of what these name. Two who are the child or adult
    of their own records are left to the register of people."""
    elsewhere = list(others)
    holders: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in elsewhere:
        for key in one.keys:
            holders[key].add(one.about)
    found = []
    for one in here:
        for other in elsewhere:
            if other.about == one.about or (one.is_own and other.is_own):
                continue
            shared = [
                key for key in one.keys & other.keys if len(holders[key]) + 1 < limits.most_records
            ]
            if _is_enough({sign for sign, _ in shared} & STRONG, shared, limits):
                signs = {SIGNS[sign] for sign, _ in shared}
                found.append(Found(one, other, tuple(s for s in TieSign if s in signs)))
    return tuple(found)


def _is_enough(strong: set[str], shared: list[tuple[str, int]], limits: Limits) -> bool:
    if strong:
        return True
    weights = (FEW_WEIGHT if sign == FEW else WEIGHTS[sign] for sign, _ in shared)
    return sum(weights) >= limits.least


def grade_words(door: str, is_named: bool) -> str:
    """How good a source is, in words, from the way by which it came in."""
    words = {
        "case": "Written down by a worker on the case",
        "staff": "From a member of staff",
        "partner": "From a partner organisation",
        "legacy": "From an older system, not checked",
    }
    if door in words:
        return words[door]
    return "From somebody who gave a name" if is_named else "From somebody who did not say who"
