"""What is known of somebody, made alike for comparing: of a record, or as somebody typed it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from joinedup.subjects.rules.contacts import handle, number, plate, postcode, split_several
from joinedup.subjects.rules.dates import Age, Born, read_age, read_born
from joinedup.subjects.rules.names import Name, make_name, split_whole
from joinedup.subjects.rules.words import fold

__all__ = [
    "COLUMNS",
    "Described",
    "Home",
    "Outline",
    "as_text",
    "described",
    "from_text",
    "make_home",
    "outline",
]

COLUMNS = (
    "forename", "middle", "surname", "alias", "dob", "age_text", "sex", "house", "street", "town",
    "postcode", "phone", "online",
)  # fmt: skip
"""Columns of a list of people, besides the first, which names the row."""

STREETS = {
    "rd": "road", "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "cl": "close",
    "dr": "drive", "drv": "drive", "ln": "lane", "la": "lane", "cres": "crescent", "cr": "crescent",
    "ct": "court", "crt": "court", "gdns": "gardens", "gdn": "gardens", "pl": "place",
    "sq": "square", "ter": "terrace", "terr": "terrace", "pk": "park", "gr": "grove",
    "grv": "grove", "hse": "house", "bldgs": "buildings", "wy": "way", "mt": "mount",
}  # fmt: skip
NOWHERE = frozenset(
    {"nfa", "no fixed abode", "no fixed address", "unknown", "not known", "nk", "none", "na", "n a",
     "homeless", "tbc", "refused", "withheld", "null", "nil", "n k", "unk"}
)  # fmt: skip
SEXES = {"f": "f", "female": "f", "girl": "f", "woman": "f", "w": "f", "m": "m", "male": "m",
         "boy": "m", "man": "m", "2": "f", "1": "m", "fem": "f"}  # fmt: skip


SHORT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
NOT_BORN, NO_AGE = Born(), Age()


@dataclass(frozen=True, slots=True)
class Home:
    """One address made alike; parts that are not known are empty."""

    house: str = ""
    street: str = ""
    town: str = ""
    postcode: str = ""

    def __bool__(self) -> bool:
        return bool(self.postcode or self.street or self.town)


@dataclass(frozen=True, slots=True)
class Described:
    """Somebody as far as known. `things` are words of vehicles and places: "ford", "van"."""

    names: tuple[Name, ...] = ()
    born: Born = NOT_BORN
    age: Age = NO_AGE
    sex: str = ""
    homes: tuple[Home, ...] = ()
    phones: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    things: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.names, self.homes, self.phones, self.handles, self.plates, self.things))

    @property
    def is_partial(self) -> bool:
        """Whether it lacks what usually tells people apart: a surname, and a date of birth."""
        return not self.born and not any(name.sur for name in self.names)


@lru_cache(maxsize=100_000)
def _street(text: str) -> str:
    words = fold(text).split()
    if len(words) > 1:
        words[-1] = STREETS.get(words[-1], words[-1])
    return " ".join(words)


@lru_cache(maxsize=100_000)
def make_home(house: str, street: str, town: str, code: str) -> Home:
    """An address made alike. A house number at the beginning of the street is taken from there."""
    place, road, city = fold(house), fold(street), fold(town)
    if not place:
        found = re.match(r"^(\d+ ?[a-z]?)\s+(.{3,})$", road)
        if found:
            place, road = found[1], found[2]
    if road in NOWHERE:
        road = place = ""
    if place in NOWHERE:
        place = ""
    if city in NOWHERE:
        city = ""
    place = re.sub(r"\b(flat|apartment|apt|no|number|unit)\b", "", place)
    return Home(re.sub(r"\s+", "", place) if re.search(r"\d", place) else place.strip(),
                _street(road), city, postcode(code))  # fmt: skip


def described(row: Mapping[str, str], today: dt.date) -> Described:
    """Somebody from the columns of a list. `alias` may hold several, parted by ; or |."""
    get = row.get
    names = [make_name(get("forename") or "", get("middle") or "", get("surname") or "")]
    names += [
        _with_surname(split_whole(one), names[0]) for one in split_several(get("alias") or "")
    ]
    home = make_home(
        get("house") or "", get("street") or "", get("town") or "", get("postcode") or ""
    )
    phones = (number(one) for one in split_several((get("phone") or "").replace(",", ";")))
    online = (handle(one) for one in split_several((get("online") or "").replace(",", ";")))
    plates = (plate(one) for one in split_several(get("plate") or ""))
    return Described(
        names=tuple(dict.fromkeys(name for name in names if name)),
        born=read_born(get("dob") or "", today),
        age=read_age(get("age_text") or "", today),
        sex=SEXES.get((get("sex") or "").strip().casefold(), ""),
        homes=(home,) if home else (),
        phones=tuple(dict.fromkeys(one for one in phones if one)),
        handles=tuple(dict.fromkeys(one for one in online if one)),
        plates=tuple(dict.fromkeys(one for one in plates if one)),
        things=tuple(fold(get("things") or "").split()),
    )


def _with_surname(alias: Name, own: Name) -> Name:
    """An alias of one word stands before the person's own surname."""
    return alias if alias.sur else Name(alias.fore, alias.middle, own.sur)


def as_text(of: Described) -> str:
    """A description as one short text, for keeping beside the record."""
    return SHORT.encode(
        [
            [[" ".join(n.fore), " ".join(n.middle), " ".join(n.sur)] for n in of.names],
            [of.born.year, of.born.month, of.born.day],
            [of.age.first, of.age.last],
            of.sex,
            [[h.house, h.street, h.town, h.postcode] for h in of.homes],
            of.phones,
            of.handles,
            of.plates,
            of.things,
        ]
    )


def from_text(text: str) -> Described:
    """The description that `as_text` wrote."""
    names, born, age, sex, homes, phones, handles, plates, things = json.loads(text)
    return Described(
        tuple(Name(tuple(f.split()), tuple(m.split()), tuple(s.split())) for f, m, s in names),
        Born(*born),
        Age(*age),
        sex,
        tuple(Home(*home) for home in homes),
        tuple(phones),
        tuple(handles),
        tuple(plates),
        tuple(things),
    )


class Outline(NamedTuple):
    """The first name, home, number and online name of a sketch, and its date of birth."""

    forenames: str
    surname: str
    born: tuple[int, int, int]
    home: tuple[str, str, str, str]
    phone: str
    handle: str


def outline(text: str) -> Outline:
    """The outline of what `as_text` wrote: for a million records at once."""
    names, born, _, _, homes, phones, handles, _, _ = json.loads(text)
    fore, _, sur = names[0] if names else ("", "", "")
    home = tuple(homes[0]) if homes else ("", "", "", "")
    phone, handle = (found[0] if found else "" for found in (phones, handles))
    return Outline(fore, sur, tuple(born), home, phone, handle)
