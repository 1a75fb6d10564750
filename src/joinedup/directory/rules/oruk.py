"""Services in the shape of Open Referral UK (version 3 of the Human Services Data Specification).

Reading keeps what has no place of ours in `extra`, so that what came in goes out again. Contacts,
which name people, are left out on the way in: the directory names no person.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Facts", "Fault", "as_json", "read_services"]

OURS = frozenset({
    "id", "name", "description", "url", "email", "status", "eligibility_description",
    "minimum_age", "maximum_age", "fees_description", "assured_date", "organization", "phones",
    "service_areas", "languages", "attributes", "last_modified",
})  # fmt: skip
LEFT_OUT = frozenset({"contacts", "assurer_email", "program"})
"""What names people or belongs to another system."""

TOPICS, ROOM, SEEN = "joinedup:topics", "joinedup:room", "joinedup:seen"
CLOSED = frozenset({"inactive", "defunct", "temporarily closed"})
MOST = 5_000
OLDEST = 130
TEXTS = ("text", "sms")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
WEB = re.compile(r"https?://[^\s/]+\.[^\s]+")
NAMESPACE = uuid.UUID("6f1d3b0a-52f2-4e0e-9a3c-5b8f3c1f7a10")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one service; the names are those of `Service`."""

    name: str
    oruk_id: str = ""
    organisation: str = ""
    description: str = ""
    topics: tuple[str, ...] = ()
    eligibility: str = ""
    from_age: int | None = None
    to_age: int | None = None
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    cost: str = ""
    room: str = "unknown"
    room_note: str = ""
    phone: str = ""
    phone_note: str = ""
    text_number: str = ""
    email: str = ""
    url: str = ""
    place: str = ""
    seen: str = "unknown"
    seen_note: str = ""
    is_closed: bool = False
    checked_on: dt.date | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands in the way of reading one service: which (counted from 1), and why."""

    number: int
    name: str
    words: str


def read_services(text: str, topics: Mapping[str, str]) -> tuple[list[Facts], list[Fault]]:
    """The services of a file: a page of results, a list, or one service. `topics` are ours, key →
    words. Raises ValueError, with words for the person, where it is no such file."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError(
            "This is no JSON file. Ask for the file again, and bring it as it is."
        ) from None
    rows = _rows(found)
    facts: list[Facts] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        name = _text(row.get("name"), 200) if isinstance(row, Mapping) else ""
        try:
            if not isinstance(row, Mapping):
                raise ValueError("This is no service.")
            one = _facts(row, topics)
            if one.oruk_id and one.oruk_id in seen:
                raise ValueError("Another service of the file has the same id.")
            seen.add(one.oruk_id)
            facts.append(one)
        except ValueError as problem:
            faults.append(Fault(number, name, str(problem)))
    return facts, faults


def _rows(found: object) -> Sequence[Any]:
    if isinstance(found, Mapping):
        inside = found.get("contents", found.get("services", [found] if "name" in found else None))
    else:
        inside = found
    if not isinstance(inside, list) or not inside:
        raise ValueError(
            "There are no services in this file. They stand in “contents” or in a list."
        )
    if len(inside) > MOST:
        raise ValueError(f"There are more than {MOST:,} services in this file. Bring it in parts.")
    return inside


def _facts(row: Mapping[str, Any], topics: Mapping[str, str]) -> Facts:
    name = _text(row.get("name"), 200)
    if not name:
        raise ValueError("It has no name.")
    from_age, to_age = _age(row.get("minimum_age")), _age(row.get("maximum_age"))
    if from_age is not None and to_age is not None and to_age < from_age:
        raise ValueError("Its highest age is under its lowest.")
    phones = [one for one in _list(row.get("phones")) if _text(one.get("number"), 40)]
    voice = next((one for one in phones if one.get("type") not in TEXTS), {})
    texts = next((one for one in phones if one.get("type") in TEXTS), {})
    others = [one for one in phones if one is not voice and one is not texts]
    said = _attributes(row.get("attributes"))
    extra = {key: one for key, one in row.items() if key not in OURS | LEFT_OUT}
    if others:
        extra["phones"] = others
    if said.others:
        extra["attributes"] = said.others
    organization = row.get("organization")
    if isinstance(organization, Mapping):
        extra["organization"] = dict(organization)
    place = extra.pop("joinedup_place", "")
    return Facts(
        name=name,
        oruk_id=_text(row.get("id"), 80),
        organisation=_text(organization.get("name"), 200)
        if isinstance(organization, Mapping)
        else "",
        description=_text(row.get("description"), 20_000),
        topics=tuple(
            dict.fromkeys(_topic(one, topics) for one in said.topics if _topic(one, topics))
        ),
        eligibility=_text(row.get("eligibility_description"), 20_000),
        from_age=from_age,
        to_age=to_age,
        areas=_names(row.get("service_areas")),
        languages=_names(row.get("languages")),
        cost=_text(row.get("fees_description"), 300),
        room=said.room[0],
        room_note=said.room[1],
        phone=_text(voice.get("number"), 40),
        phone_note=_text(voice.get("description"), 300),
        text_number=_text(texts.get("number"), 40),
        email=_matching(row.get("email"), ADDRESS, "Its e-mail address can't be one."),
        url=_matching(
            row.get("url"), WEB, "Its web address does not begin with http:// or https://."
        ),
        place=_text(place, 300),
        seen=said.seen[0],
        seen_note=said.seen[1],
        is_closed=row.get("status") in CLOSED,
        checked_on=_date(row.get("assured_date")),
        extra=extra,
    )


@dataclass(slots=True)
class _Said:
    topics: list[str] = field(default_factory=list)
    room: tuple[str, str] = ("unknown", "")
    seen: tuple[str, str] = ("unknown", "")
    others: list[Any] = field(default_factory=list)


def _attributes(value: object) -> _Said:
    said = _Said()
    for one in _list(value):
        term = one.get("taxonomy_term")
        term = term if isinstance(term, Mapping) else {}
        kind, code = str(one.get("link_type", "")), _text(term.get("code"), 60)
        if kind == TOPICS:
            said.topics.append(code)
        elif kind == ROOM and code in {"unknown", "room", "waiting", "full"}:
            said.room = (code, _text(one.get("value"), 300))
        elif kind == SEEN and code in {"unknown", "safe", "care"}:
            said.seen = (code, _text(one.get("value"), 300))
        else:
            said.others.append(dict(one))
            said.topics.append(_text(term.get("name"), 200))
    return said


def _topic(word: str, topics: Mapping[str, str]) -> str:
    """Our key of a topic, by key or by its words; empty where it is none of ours."""
    plain = word.casefold().strip()
    return next((key for key, said in topics.items() if plain in {key, said.casefold()}), "")


def _text(value: object, most: int) -> str:
    if not isinstance(value, str | int):
        return ""
    plain = "".join(one for one in str(value) if one == "\n" or one.isprintable()).strip()
    if len(plain) > most:
        raise ValueError(f"A text of it is longer than {most:,} characters.")
    return plain


def _matching(value: object, pattern: re.Pattern[str], otherwise: str) -> str:
    said = _text(value, 254 if pattern is ADDRESS else 500)
    if said and not pattern.fullmatch(said):
        raise ValueError(otherwise)
    return said


def _age(value: object) -> int | None:
    if value is None or value == "":
        return None
    try:
        age = int(float(str(value)))
    except (ValueError, OverflowError):
        raise ValueError("An age of it is no number.") from None
    if not 0 <= age <= OLDEST:
        raise ValueError("An age of it can't be one.")
    return age


def _date(value: object) -> dt.date | None:
    if not value:
        return None
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ValueError("The day it was last checked is no date.") from None


def _list(value: object) -> list[Mapping[str, Any]]:
    rows = value if isinstance(value, list) else []
    return [one for one in rows if isinstance(one, Mapping)]


def _names(value: object) -> tuple[str, ...]:
    names = (_text(one.get("name"), 120) for one in _list(value))
    return tuple(dict.fromkeys(one for one in names if one))


def as_json(services: Sequence[tuple[Facts, dt.datetime]], topics: Mapping[str, str]) -> str:
    """The services, each with the moment it was last changed, as one page of results."""
    contents = [_row(one, changed, topics) for one, changed in services]
    page = {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _row(one: Facts, changed: dt.datetime, topics: Mapping[str, str]) -> dict[str, Any]:
    extra = dict(one.extra)
    organization = {**extra.pop("organization", {}), "name": one.organisation}
    organization.setdefault("id", _id(one.oruk_id, "organization", one.organisation))
    organization.setdefault("description", "")
    phones = [
        {
            "id": _id(one.oruk_id, "phone", number),
            "number": number,
            "type": kind,
            "description": note,
        }
        for number, kind, note in (
            (one.phone, "voice", one.phone_note),
            (one.text_number, "text", ""),
        )
        if number
    ]
    attributes = [_attribute(one.oruk_id, TOPICS, key, topics.get(key, key)) for key in one.topics]
    attributes += [
        _attribute(one.oruk_id, ROOM, one.room, one.room, one.room_note),
        _attribute(one.oruk_id, SEEN, one.seen, one.seen, one.seen_note),
    ]
    row: dict[str, Any] = {
        "id": one.oruk_id,
        "name": one.name,
        "description": one.description,
        "status": "inactive" if one.is_closed else "active",
        "url": one.url,
        "email": one.email,
        "eligibility_description": one.eligibility,
        "minimum_age": one.from_age,
        "maximum_age": one.to_age,
        "fees_description": one.cost,
        "assured_date": one.checked_on.isoformat() if one.checked_on else None,
        "last_modified": changed.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "organization": organization,
        "phones": [*phones, *extra.pop("phones", [])],
        "service_areas": _named(one.oruk_id, "area", one.areas),
        "languages": _named(one.oruk_id, "language", one.languages),
        "attributes": [*attributes, *extra.pop("attributes", [])],
    }
    if one.place:
        row["joinedup_place"] = one.place
    row |= extra
    return {key: value for key, value in row.items() if value not in (None, "")}


def _attribute(owner: str, kind: str, code: str, words: str, value: str = "") -> dict[str, Any]:
    return {
        "id": _id(owner, kind, code),
        "link_type": kind,
        "link_entity": "service",
        "value": value,
        "taxonomy_term": {"id": _id("", kind, code), "code": code, "name": words, "taxonomy": kind},
    }


def _named(owner: str, kind: str, names: Sequence[str]) -> list[dict[str, str]]:
    return [{"id": _id(owner, kind, name), "name": name} for name in names]


def _id(*parts: str) -> str:
    return str(uuid.uuid5(NAMESPACE, "|".join(parts)))
