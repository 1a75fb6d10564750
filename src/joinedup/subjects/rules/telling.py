"""What free words say of somebody: "girl called K, about 14, Ford van K?19 A.. outside Kebab King"."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from joinedup.subjects.rules.contacts import number, plate
from joinedup.subjects.rules.given import (
    Given,
    GivenName,
    GivenPlace,
    GivenVehicle,
    words_of,
)
from joinedup.subjects.rules.words import fold

__all__ = ["read_words", "told_by", "with_words"]

FEMALE = re.compile(r"\b(girl|woman|female|lady|she|her|daughter|sister|mother|mum)\b", re.I)
MALE = re.compile(r"\b(boy|man|male|lad|he|him|son|brother|father|dad)\b", re.I)
CALLED = re.compile(
    r"\b(?:called|named|name is|known as|goes by|nicknamed|nickname|aka|initial)\s+"
    r"[“\"']?([A-Z][\w’'-]*\.?(?:\s+[A-Z][\w’'-]+){0,2})"
)
AGE = re.compile(
    r"\b((?:about|around|approx\w*|maybe|under|over)?\s*(?:aged?\s*)?\d{1,2}(?:\s*(?:-|to|or)\s*\d{1,2})?)"
    r"\s*(?:years?|yrs?|y/?o\b|-year)|\baged?\s+(?:about\s+)?(\d{1,2}(?:\s*(?:-|to|or)\s*\d{1,2})?)"
    r"|\b((?:about|around|maybe)\s+\d{1,2})\b(?!\s*(?:am|pm|:|minutes|hours|days|weeks))"
    r"|\b((?:early |mid |late )?teen(?:s|age|ager)?)\b",
    re.I,
)
PLATE = re.compile(r"\b(?=[A-Z0-9?.]*\d)([A-Z?.][A-Z0-9?.]{1,3}\s?[A-Z0-9?.]{3})(?![\w])")
PHONE = re.compile(r"(?<!\w)(\+?\d[\d\s()-]{8,16}\d)(?!\w)")
ONLINE = re.compile(
    r"(?<!\w)(@[\w.]{3,}|(?:snapchat|instagram|insta|tiktok|snap)\s*[:=]\s*\S{3,})", re.I
)
PLACE = re.compile(
    r"\b(?:at|outside|near|behind|by|inside|runs|owns|works at|works in)\s+(?:the\s+)?"
    r"((?:[A-Z][\w’'&-]*)(?:\s+(?:of|and|&|[A-Z][\w’'&-]*)){0,4})"
)


@lru_cache(maxsize=1)
def _vehicle_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that name a vehicle, and colours."""
    text = files("joinedup.subjects").joinpath("data/names.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    named = frozenset(data["makes"].split()) | frozenset(data["bodies"].split())
    return named, frozenset(data["colours"].split())


def read_words(text: str) -> Given:
    """What can be compared in free words; the words themselves stay the description."""
    name = CALLED.search(text)
    words = name[1].rstrip(".").split() if name else []
    age = AGE.search(text)
    online = ONLINE.findall(text)
    phones = [one for one in PHONE.findall(text) if number(one)]
    is_f, is_m = bool(FEMALE.search(text)), bool(MALE.search(text))
    places = [one.strip() for one in PLACE.findall(text) if fold(one)]
    return Given(
        description=text.strip(),
        names=(GivenName(words[0], " ".join(words[1:-1]), words[-1] if len(words) > 1 else ""),)
        if words
        else (),
        age=next((one for one in age.groups() if one), "").strip() if age else "",
        sex="f" if is_f and not is_m else "m" if is_m and not is_f else "",
        phones=tuple(phones),
        online=tuple(online),
        vehicles=_vehicles(text),
        places=tuple(GivenPlace(one) for one in dict.fromkeys(places)),
    )


def _vehicles(text: str) -> tuple[GivenVehicle, ...]:
    named, colours = _vehicle_words()
    said = fold(text).split()
    found = [word for word in said if word in named]
    if found:
        tinted = [
            before
            for before, word in itertools.pairwise(said)
            if before in colours and word in named
        ]
        found = [*tinted, *found]
    plates = [one for one in PLATE.findall(text) if plate(one) and not number(one)]
    if not found and not plates:
        return ()
    return (GivenVehicle(plate(plates[0]) if plates else "", " ".join(dict.fromkeys(found))),)


def with_words(given: Given) -> Given:
    """What was said, with what its free words tell besides: "girl called K, Ford van"."""
    if not given.description.strip():
        return given
    told = read_words(given.description)
    return Given(
        description=given.description,
        names=given.names or told.names,
        born=given.born,
        age=given.age or ("" if given.born else told.age),
        expected_on=given.expected_on,
        sex=given.sex or told.sex,
        addresses=given.addresses,
        phones=(*given.phones, *told.phones),
        online=(*given.online, *told.online),
        vehicles=(*given.vehicles, *told.vehicles),
        places=(*given.places, *told.places),
        their_ref=given.their_ref,
        source=given.source,
    )


def told_by(row: Mapping[str, str]) -> Mapping[str, str]:
    """A row of a list, where a name column holds free words ("girl called K, Ford van"): with what
    they tell in its columns, the words as `description`. Any other row comes back as it is."""
    told = [one for one in NAME_COLUMNS if " " in row[one] and _is_told(row[one])]
    if not told:
        return row
    text = ", ".join(dict.fromkeys(row[one] for one in told))
    found = read_words(text)
    made = {**row, **dict.fromkeys(told, ""), "description": text}
    if found.names:
        name = found.names[0]
        if made["forename"] or made["surname"]:
            made["alias"] = f"{name.forename} {name.surname}".strip()
        else:
            made |= {"forename": name.forename, "middle": name.middle, "surname": name.surname}
    made["age_text"] = row["age_text"] or ("" if row["dob"] else found.age)
    made["sex"] = row["sex"] or found.sex
    made["phone"] = "; ".join(one for one in (row["phone"], *found.phones) if one)
    made["online"] = "; ".join(one for one in (row["online"], *found.online) if one)
    things = [one.words for one in found.vehicles] + [one.name for one in found.places]
    made["things"] = " ".join(words_of(things))
    made["plate"] = "; ".join(one.plate for one in found.vehicles if one.plate)
    return made


NAME_COLUMNS = ("forename", "surname", "alias")


def _is_told(text: str) -> bool:
    if CALLED.search(text):
        return True
    is_list = text[:1].islower() or "," in text
    named, _ = _vehicle_words()
    return is_list and bool(set(fold(text).split()) & named) and len(text.split()) > 2
