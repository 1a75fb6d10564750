"""What somebody says of a person, as it is handed to the actions that write it down."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from joinedup.subjects.rules.contacts import handle, number, plate
from joinedup.subjects.rules.dates import Born, read_age, read_born
from joinedup.subjects.rules.described import Described, make_home
from joinedup.subjects.rules.names import make_name, split_whole
from joinedup.subjects.rules.words import fold, listed

__all__ = [
    "Given",
    "GivenAddress",
    "GivenName",
    "GivenPlace",
    "GivenVehicle",
    "as_described",
    "with_more",
    "words_of",
]

CODE_LAST = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\s*$", re.IGNORECASE)
STREET_FIRST = re.compile(r"\s*\d+\s*[A-Za-z]?\s+\S{3,}")
NOT_TELLING = frozenset(
    listed(
        "a an the and with in of at on by near car vehicle colour color called from his her their "
        "old new man woman girl boy"
    )
)


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name; `kind` is one of NameKind."""

    forename: str = ""
    middle: str = ""
    surname: str = ""
    kind: str = "name"
    source: str = ""

    @staticmethod
    def whole(text: str, kind: str = "alias", source: str = "") -> GivenName:
        """A name written in one piece, its capitals kept: "Jay Smith"."""
        words = text.split()
        if len(words) <= 1 or not split_whole(text).sur:
            return GivenName(text.strip(), kind=kind, source=source)
        return GivenName(words[0], " ".join(words[1:-1]), words[-1], kind, source)


@dataclass(frozen=True, slots=True)
class GivenAddress:
    """An address or as much of it as is known."""

    house: str = ""
    street: str = ""
    town: str = ""
    postcode: str = ""
    uprn: str = ""
    source: str = ""

    @staticmethod
    def whole(text: str, source: str = "") -> GivenAddress:
        """An address written on one line: "Flat 2, 7 Mill Road, Ostrey, QV4 7TR". What stands
        between commas is taken apart; a line without commas stays whole."""
        code = CODE_LAST.search(text)
        parts = [one.strip() for one in (text[: code.start()] if code else text).split(",")]
        parts = [one for one in parts if one]
        town = parts.pop() if len(parts) > 1 else ""
        house = parts.pop(0) if len(parts) > 1 and not STREET_FIRST.match(parts[0]) else ""
        return GivenAddress(
            house, ", ".join(parts), town, code[0].strip() if code else "", source=source
        )


@dataclass(frozen=True, slots=True)
class GivenVehicle:
    """A vehicle: plate with ? for letters nobody caught, and words such as "Ford van"."""

    plate: str = ""
    words: str = ""
    seen_on: dt.date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class GivenPlace:
    """A place or business; `kind` is one of PlaceKind."""

    name: str
    town: str = ""
    postcode: str = ""
    kind: str = "place"
    seen_on: dt.date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A person as far as somebody can say. Dates of birth and ages are words as written."""

    description: str = ""
    names: tuple[GivenName, ...] = ()
    born: str = ""
    age: str = ""
    expected_on: dt.date | None = None
    sex: str = ""
    addresses: tuple[GivenAddress, ...] = ()
    phones: tuple[str, ...] = ()
    online: tuple[str, ...] = ()
    vehicles: tuple[GivenVehicle, ...] = ()
    places: tuple[GivenPlace, ...] = ()
    their_ref: str = ""
    source: str = ""


def with_more(told: Given, learnt: Given) -> Given:
    """What was told with what somebody learnt since, nothing lost of either and nothing said twice:
    what was learnt leads, and a name told otherwise stands behind it."""
    words = (told.description, learnt.description)
    return replace(
        learnt,
        description=" ".join(dict.fromkeys(one for one in words if one)),
        names=_each_once((*learnt.names, *told.names)),
        born=learnt.born or told.born,
        age=learnt.age or told.age,
        expected_on=learnt.expected_on or told.expected_on,
        sex=learnt.sex or told.sex,
        addresses=tuple(dict.fromkeys((*learnt.addresses, *told.addresses))),
        phones=tuple(dict.fromkeys((*learnt.phones, *told.phones))),
        online=tuple(dict.fromkeys((*learnt.online, *told.online))),
        vehicles=tuple(dict.fromkeys((*learnt.vehicles, *told.vehicles))),
        places=tuple(dict.fromkeys((*learnt.places, *told.places))),
        their_ref=learnt.their_ref or told.their_ref,
        source=learnt.source or told.source,
    )


def _each_once(names: Iterable[GivenName]) -> tuple[GivenName, ...]:
    found: dict[str, GivenName] = {}
    for one in names:
        found.setdefault(fold(f"{one.forename} {one.middle} {one.surname}"), one)
    return tuple(found.values())


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The telling words of descriptions of vehicles and places: "a Ford van" → ford, van."""
    found = (word for text in texts for word in fold(text).split())
    return tuple(dict.fromkeys(word for word in found if word not in NOT_TELLING and len(word) > 2))


def as_described(
    given: Given, today: dt.date, age_on: dt.date | None = None, born: Born | None = None
) -> Described:
    """What was said, made alike for comparing. `age_on` is the day on which the age was said."""
    names = [make_name(one.forename, one.middle, one.surname) for one in given.names]
    homes = [make_home(a.house, a.street, a.town, a.postcode) for a in given.addresses]
    phones = [number(one) for one in given.phones]
    online = [handle(one) for one in given.online]
    plates = [plate(one.plate) for one in given.vehicles]
    things = words_of(
        [one.words for one in given.vehicles] + [f"{one.name} {one.town}" for one in given.places]
    )
    return Described(
        names=tuple(dict.fromkeys(name for name in names if name)),
        born=born or read_born(given.born, today),
        age=read_age(given.age, age_on or today),
        sex=given.sex if given.sex in {"f", "m"} else "",
        homes=tuple(dict.fromkeys(home for home in homes if home)),
        phones=tuple(dict.fromkeys(one for one in phones if one)),
        handles=tuple(dict.fromkeys(one for one in online if one)),
        plates=tuple(dict.fromkeys(one for one in plates if one)),
        things=things,
    )
