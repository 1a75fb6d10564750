"""Questions about the second invented register, as clerks would ask them.

Each maker takes what a clerk would ask for and spoils it in one way; it gives None where the way
does not fit this person. Some questions are about a relative who is not on the register.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from benches import people_slips as slips
from benches.people_homes import (
    DETAILS,
    Household,
    Person,
    Row,
    a_child,
    address,
    adult,
    household,
    phone,
    row_of,
    surname,
)  # fmt: skip

__all__ = ["ASKED", "HELD_BACK", "KINDS", "Question", "ask", "placeholder"]


@dataclass(frozen=True)
class Question:
    """What is asked, of which kind, and who is right: `right` is empty where the person asked
    about is not on the register, `kin` then names the relatives who are."""

    query: Row
    kind: str
    right: str = ""
    kin: frozenset[str] = frozenset()


def _base(person: Person, where: Row, dice: Random) -> Row:
    """What a clerk asks for: never everything."""
    row = row_of(person, where)
    row["alias"] = ""
    for field, kept in (("middle", 0.3), ("phone", 0.5), ("online", 0.2), ("postcode", 0.8),
                        ("town", 0.8), ("sex", 0.8)):  # fmt: skip
        if dice.random() > kept:
            row[field] = ""
    return row


Maker = Callable[[Person, Household, Row, dt.date, Random], Row | None]


def _typing(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row:
    for field in dice.choice((("forename",), ("surname",), ("forename", "surname"))):
        row[field] = slips.mistyped(row[field], dice)
    if dice.random() < 0.3:
        row["street"] = slips.mistyped(row["street"], dice)
    return row


def _heard(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row:
    row["surname"] = slips.another_spelling(row["surname"], dice)
    if dice.random() < 0.5:
        row["forename"] = slips.another_spelling(row["forename"], dice)
    return row


def _nickname(
    person: Person, home: Household, row: Row, today: dt.date, dice: Random
) -> Row | None:
    row["forename"] = slips.called(person.forename, dice)
    return row if row["forename"] else None


def _moved(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row:
    row |= address(dice)
    row["phone"] = row["phone"] if dice.random() < 0.4 else phone(dice)
    return row


def _married(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row | None:
    if person.sex != "F" or today.year - person.born.year < 18:
        return None
    row["surname"] = person.birth_name or surname(home.community, dice)
    if dice.random() < 0.4 and person.phone:
        row |= address(dice)
        row["phone"] = person.phone
    return row


def _half_of_double(
    person: Person, home: Household, row: Row, today: dt.date, dice: Random
) -> Row | None:
    if "-" not in person.surname or person.surname.startswith(("Al-", "El-")):
        return None
    halves = person.surname.split("-")
    row["surname"] = dice.choice((*halves, " ".join(halves), "-".join(reversed(halves))))
    return row


def _turned(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row:
    """Naming orders: surname first, or the given name in the middle asked for alone."""
    if person.middle and home.community in ("pakistani", "punjabi", "somali"):
        choice = dice.randrange(3)
        if choice == 0:
            row["forename"], row["middle"] = person.middle, ""
        elif choice == 1:
            row["surname"], row["middle"] = person.middle, ""
        else:
            row["forename"], row["middle"] = f"{person.forename} {person.middle}", ""
        return row
    row["forename"], row["surname"] = row["surname"], row["forename"]
    return row


def _transliterated(
    person: Person, home: Household, row: Row, today: dt.date, dice: Random
) -> Row | None:
    changed = False
    for field in ("forename", "middle", "surname"):
        name = getattr(person, field)
        if row[field] and name in slips.SPELLINGS:
            row[field] = dice.choice(slips.SPELLINGS[name])
            changed = True
        elif row[field] and slips.plain_letters(name) != name:
            row[field] = slips.plain_letters(name)
            changed = True
    if home.community == "polish" and person.sex == "F" and row["surname"].endswith("ska"):
        row["surname"], changed = row["surname"][:-1] + "i", True
    return row if changed else None


def _swapped(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row | None:
    day = slips.day_and_month(person.born)
    row["dob"] = day.isoformat() if day else ""
    return row if day else None


def _digit(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row:
    row["dob"] = slips.digit_wrong(person.born, dice).isoformat()
    return row


def _age_only(
    person: Person, home: Household, row: Row, today: dt.date, dice: Random
) -> Row | None:
    if today.year - person.born.year > 25:
        return None
    row["dob"], row["age_text"] = "", slips.said_age(person.born, today, dice)
    return row


def _part(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row | None:
    """A first name or an initial, with a phone or a name used online."""
    if not (person.phone or person.online):
        return None
    kept = {field: "" for field in DETAILS}
    first = dice.choice((person.forename, person.forename[0], slips.called(person.forename, dice)))
    kept |= {"forename": first, "sex": row["sex"], "town": row["town"]}
    if person.born.year > today.year - 25:
        kept["age_text"] = slips.said_age(person.born, today, dice)
    kept["phone" if person.phone else "online"] = person.phone or person.online
    return kept


def _unnamed(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row | None:
    kept = _part(person, home, row, today, dice)
    if kept:
        kept["forename"] = dice.choice(("", "Unknown", "girl" if person.sex == "F" else "boy"))
    return kept


def _false_name(
    person: Person, home: Household, row: Row, today: dt.date, dice: Random
) -> Row | None:
    """Another name and date of birth, but the true phone."""
    if not person.phone or sum(one.phone == person.phone for one in home.people) > 1:
        return None
    other = adult(home.community, person.sex, surname(home.community, dice), person.born, dice)
    row |= address(dice)
    row |= {"forename": other.forename, "middle": "", "surname": other.surname}
    row["phone"] = person.phone
    row["dob"] = dice.choice(
        ("", (person.born + dt.timedelta(days=dice.randrange(900))).isoformat())
    )
    return row


def _by_alias(
    person: Person, home: Household, row: Row, today: dt.date, dice: Random
) -> Row | None:
    if not person.alias:
        return None
    row["forename"] = person.alias
    if dice.random() < 0.3:
        row["surname"] = ""
    return row


def _middle_first(
    person: Person, home: Household, row: Row, today: dt.date, dice: Random
) -> Row | None:
    if not person.middle or person.middle in ("Singh", "Kaur"):
        return None
    row["forename"], row["middle"] = person.middle, ""
    return row


def _no_date(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row:
    row["dob"] = dice.choice(("", "1900-01-01"))
    return row


def _name_and_date(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row:
    for field in ("house", "street", "town", "postcode", "phone", "online"):
        row[field] = ""
    return row


def _same(person: Person, home: Household, row: Row, today: dt.date, dice: Random) -> Row:
    return row


def _two_slips(
    person: Person, home: Household, row: Row, today: dt.date, dice: Random
) -> Row | None:
    first = _heard(person, home, row, today, dice)
    return dice.choice((_digit, _moved, _typing))(person, home, first, today, dice)


ASKED: dict[str, Maker] = {
    "same": _same, "typing": _typing, "misheard": _heard, "nickname": _nickname, "moved": _moved,
    "changed surname": _married, "double-barrelled": _half_of_double, "naming order": _turned,
    "transliterated": _transliterated, "day and month": _swapped, "digit of date": _digit,
    "age only": _age_only, "part of a name": _part, "unnamed": _unnamed, "false name": _false_name,
    "alias": _by_alias, "middle name": _middle_first, "no date": _no_date,
    "name and date": _name_and_date, "two slips": _two_slips,
}  # fmt: skip
NEEDS_DATE = ("moved", "name and date", "two slips", "changed surname")
HELD_BACK = ("twin", "brother or sister", "namesake")
KINDS = (*ASKED, *HELD_BACK, "stranger", "new tenant", "placeholder")


def _held_back(kind: str, home: Household, today: dt.date, dice: Random) -> Person | None:
    """Somebody of this household who will not be on the register, with a relative who is. Nobody
    is born tomorrow, and nobody has the name of a child who is there."""
    if not home.children:
        return None
    near = dice.choice(home.children)
    if kind == "namesake":
        father = next((one for one in home.adults if one.sex == "M"), None)
        if not father or any(_alike(father.forename, one.forename) for one in home.children):
            return None
        born = near.born - dt.timedelta(days=dice.randrange(300, 1500))
        return replace(father, born=born, phone="", online="", alias="", birth_name="")
    day = near.born
    if kind != "twin":
        day += dt.timedelta(days=dice.choice((-1, 1)) * dice.randrange(330, 2200))
    new = a_child(home.community, near.surname, home.adults, home.children, day, dice)
    if day >= today or any(_alike(new.forename, one.forename) for one in home.people):
        return None
    phone = near.phone if dice.random() < 0.2 else ""
    return replace(new, surname=near.surname, phone=phone)


def _alike(one: str, other: str) -> bool:
    """Whether one of two names is a spelling or a short form of the other, as Libby is of Elizabeth."""
    groups = (slips.SPELLINGS.get(one, []), slips.SHORT.get(one, []), slips.SHORT.get(other, []))
    return one == other or any(name in (one, other) for group in groups for name in group)


def placeholder(dice: Random) -> Row:
    row = {field: "" for field in DETAILS}
    row |= {
        "forename": dice.choice(("Unknown", "UNKNOWN", "Baby", "Not known", "Unborn", "N/A", "X")),
        "surname": dice.choice(("Unknown", "Unknown", "UNKNOWN", "Not Known", "N/K", "TBC")),
        "dob": dice.choice(("1900-01-01", "1900-01-01", "1901-01-01", "")),
        "postcode": dice.choice(("ZZ99 3VZ", "ZZ99 3WZ", "")),
        "phone": dice.choice(("07000 000000", "07000000000", "00000000000", "")),
        "street": dice.choice(("No fixed abode", "NFA", "Unknown", "")),
        "sex": dice.choice("MF"),
    }
    return row


def ask(
    wanted: list[str], home: Household, rows: list[Row], first: int, today: dt.date, dice: Random,
    asked: list[Question],
) -> None:  # fmt: skip
    """One or two questions from this household, of the kinds that are due and that fit. `rows` is
    what the register says about its people, the first of them with the number `first`."""
    for kind in wanted[:40]:
        found = _question(kind, home, rows, first, today, dice)
        if found:
            slips.other_writing(found.query, dice)
            asked.append(found)
            wanted.remove(kind)
            if dice.random() < 0.5:
                return


def _question(
    kind: str, home: Household, rows: list[Row], first: int, today: dt.date, dice: Random
) -> Question | None:
    if kind == "placeholder":
        return Question(placeholder(dice), kind)
    if kind in ("stranger", "new tenant"):
        where = home.where if kind == "new tenant" else address(dice)
        other = household(today, dice)
        person = dice.choice(other.people)
        row = _base(person, where, dice)
        thin = dice.random()
        if kind == "stranger" and thin < 0.25:
            row = _name_and_date(person, other, row, today, dice)
        elif thin < 0.4:
            row = _age_only(person, other, row, today, dice) or row
        return Question(row, kind)
    if kind in HELD_BACK:
        absent = _held_back(kind, home, today, dice)
        kin = frozenset(f"R{first + n}" for n in range(len(rows)))
        return Question(_base(absent, home.where, dice), kind, kin=kin) if absent else None
    at = dice.randrange(len(home.people))
    # What the register does not hold can't be asked for: no middle name, no date of birth.
    person = replace(home.people[at], middle=rows[at]["middle"])
    if kind in NEEDS_DATE and rows[at]["dob"] != person.born.isoformat():
        return None
    row = ASKED[kind](person, home, _base(person, home.where, dice), today, dice)
    return Question(row, kind, f"R{first + at}") if row else None
