"""Invented households of the many communities of an English county, for the second register."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from random import Random

from benches import people_slips as slips

__all__ = [
    "DETAILS", "Household", "Person", "Row", "a_child", "address", "adult", "as_recorded",
    "household", "phone", "row_of", "surname",
]  # fmt: skip

DETAILS = ("forename", "middle", "surname", "alias", "dob", "age_text", "sex", "house", "street",
           "town", "postcode", "phone", "online")  # fmt: skip
NAMES = slips.names()
WEIGHTS = NAMES["weights"]
TOWNS = (("Harrowby", "HB1"), ("Marlow Vale", "HB4"), ("Stonegate", "HB7"), ("Wexbury", "WX2"),
         ("Little Norden", "WX5"), ("Eastcliffe", "EC9"), ("Calderton", "CD3"))  # fmt: skip
KINDS_OF_ROAD = ("Road", "Street", "Avenue", "Close", "Lane", "Drive", "Crescent", "Gardens",
                 "Terrace", "Way", "Court")  # fmt: skip
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
Row = dict[str, str]


def _words(table: str, name: str) -> list[str]:
    return str(NAMES[table][name]).split()


LISTS = {
    table: {name: _words(table, name) for name in NAMES[table]} for table in WEIGHTS
}  # fmt: skip
HALVES = (LISTS["british"]["first_halves"], LISTS["british"]["last_halves"])
STREET_NAMES = _words("street", "names")


@dataclass(frozen=True)
class Person:
    forename: str
    middle: str
    surname: str
    sex: str
    born: dt.date
    phone: str = ""
    online: str = ""
    alias: str = ""
    birth_name: str = ""


@dataclass
class Household:
    community: str
    where: Row
    adults: list[Person]
    children: list[Person]

    @property
    def people(self) -> list[Person]:
        return self.adults + self.children


def _common(words: list[str], dice: Random) -> str:
    """One of a list from common to rare, the first several times as often as the last."""
    return words[int(len(words) * dice.random() ** 1.8)]


def _forename(community: str, sex: str, is_child: bool, dice: Random) -> str:
    lists = LISTS[community]
    if community == "british" and not is_child:
        return _common(lists["men" if sex == "M" else "women"], dice)
    return _common(lists["boys" if sex == "M" else "girls"], dice)


def surname(community: str, dice: Random) -> str:
    if community == "british" and dice.random() < 0.55:
        return dice.choice(HALVES[0]) + dice.choice(HALVES[1])
    return _common(LISTS[community]["last"], dice)


def address(dice: Random) -> Row:
    town, area = dice.choice(TOWNS)
    number = str(dice.randrange(1, 190))
    flat = dice.random()
    house = f"Flat {dice.randrange(1, 40)}, {number}" if flat < 0.12 else number
    if 0.12 < flat < 0.15:
        house = f"{number}{dice.choice('abc')}"
    street = f"{dice.choice(HALVES[0])}{dice.choice(HALVES[1])} {dice.choice(KINDS_OF_ROAD)}"
    inward = f"{dice.randrange(1, 10)}{dice.choice(LETTERS)}{dice.choice(LETTERS)}"
    outward = f"{area}{dice.randrange(0, 10)}" if dice.random() < 0.5 else area
    return {"house": house, "street": street, "town": town, "postcode": f"{outward} {inward}"}


def phone(dice: Random) -> str:
    return f"07{dice.choice('34578')}{dice.randrange(10**8):08d}"


def _handle(person: Person, dice: Random) -> str:
    plain = slips.plain_letters(person.forename).lower().replace("'", "")
    return f"{plain}{dice.choice(('_', '.', 'x', ''))}{dice.randrange(10_000, 10_000_000)}"


def _woman_by_marriage(community: str, his: str, dice: Random) -> str:
    """The surname of a wife, by the custom of her community."""
    if community == "pakistani":
        return dice.choice(_words("pakistani", "women_last"))
    if community == "polish" and his.endswith(("ski", "cki", "dzki")):
        return his[:-1] + "a"
    if community in ("somali", "arab") or dice.random() < 0.35:
        return surname(community, dice)
    return his


def adult(community: str, sex: str, surname: str, born: dt.date, dice: Random) -> Person:
    forename = _forename(community, sex, False, dice)
    middle = ""
    if community in ("british", "irish", "nigerian", "gujarati") and dice.random() < 0.6:
        middle = _forename(community, sex, False, dice)
    if community == "punjabi":
        middle = "Singh" if sex == "M" else "Kaur"
    if community == "pakistani" and sex == "M" and forename != "Mohammed" and dice.random() < 0.4:
        forename, middle = "Mohammed", forename
    person = Person(forename, middle, surname, sex, born)
    if community == "punjabi" and dice.random() < 0.4:
        person = replace(person, surname=middle, middle="")
    return person


def _born(dice: Random, first: int, last: int) -> dt.date:
    return dt.date(first, 1, 1) + dt.timedelta(days=dice.randrange(365 * (last - first + 1)))


def _reach(person: Person, today: dt.date, dice: Random) -> Person:
    """The person with the phone, online name and alias that somebody of this age may have."""
    age = today.year - person.born.year
    alias = ""
    if dice.random() < 0.06:
        alias = slips.called(person.forename, dice) or dice.choice(STREET_NAMES)
    return replace(
        person,
        phone=phone(dice) if dice.random() < (0.75 if age > 16 else 0.5 * (age > 9)) else "",
        online=_handle(person, dice) if age > 9 and dice.random() < 0.25 else "",
        alias=person.alias or alias,
    )


def household(today: dt.date, dice: Random) -> Household:
    community = dice.choices(list(WEIGHTS), [int(WEIGHTS[key]) for key in WEIGHTS])[0]
    family = surname(community, dice)
    oldest = _born(dice, today.year - 62, today.year - 22)
    shape = dice.random()
    adults = []
    if shape > 0.2:
        adults.append(adult(community, "M", family, oldest, dice))
    if shape < 0.9:
        hers = _woman_by_marriage(community, family, dice) if adults else family
        born = oldest + dt.timedelta(days=dice.randrange(-2000, 2000))
        wife = adult(community, "F", hers, born, dice)
        if adults and hers == family and community in ("british", "polish", "romanian"):
            wife = replace(wife, birth_name=surname(community, dice))
        adults.append(wife)
    theirs = family
    last_names = {one.surname for one in adults}
    if community in ("british", "nigerian") and len(last_names) == 2 and dice.random() < 0.5:
        theirs = "-".join(sorted(last_names, key=lambda name: name != family))
    number = dice.choices((0, 1, 2, 3, 4, 5), (26, 22, 27, 14, 7, 4))[0]
    children: list[Person] = []
    day = oldest + dt.timedelta(days=365 * 21 + dice.randrange(365 * 12))
    while len(children) < number and day < today:
        children.append(a_child(community, theirs, adults, children, day, dice))
        if len(children) < number and dice.random() < 0.03:
            children.append(a_child(community, theirs, adults, children, day, dice))
        day += dt.timedelta(days=400 + dice.randrange(1300))
    if children and dice.random() < 0.06:
        born = oldest - dt.timedelta(days=365 * 26 + dice.randrange(3000))
        adults.append(adult(community, dice.choice("MF"), family, born, dice))
    everyone = (
        [_reach(one, today, dice) for one in adults],
        [_reach(one, today, dice) for one in children],
    )
    return Household(community, address(dice), *everyone)


def a_child(
    community: str, surname: str, adults: list[Person], others: list[Person], day: dt.date,
    dice: Random,
) -> Person:  # fmt: skip
    sex = dice.choice("MF")
    taken = {one.forename for one in others} | {one.forename for one in adults}
    forename = next(
        name for name in iter(lambda: _forename(community, sex, True, dice), None)
        if name not in taken
    )  # fmt: skip
    middle = ""
    father = next((one for one in adults if one.sex == "M"), None)
    if community == "somali" and father:
        middle, surname = father.forename, father.middle or father.surname
    elif community == "punjabi":
        middle = "Singh" if sex == "M" else "Kaur"
    elif community == "polish" and sex == "F" and surname.endswith("ski"):
        surname = surname[:-1] + "a"
    elif (
        community == "pakistani" and sex == "M" and dice.random() < 0.35 and forename != "Mohammed"
    ):
        forename, middle = "Mohammed", forename
    elif community in ("british", "irish", "nigerian") and dice.random() < 0.5:
        middle = _forename(community, sex, False, dice)
    return Person(forename, middle, surname, sex, day)


def row_of(person: Person, where: Row) -> Row:
    return {
        "forename": person.forename, "middle": person.middle, "surname": person.surname,
        "alias": person.alias, "dob": person.born.isoformat(), "age_text": "", "sex": person.sex,
        **where, "phone": person.phone, "online": person.online,
    }  # fmt: skip


def as_recorded(person: Person, where: Row, today: dt.date, dice: Random) -> Row:
    """The row of the register: some things were never asked, some were written down wrong."""
    row = row_of(person, where)
    if dice.random() < 0.5:
        row["middle"] = row["middle"] if person.middle in ("Singh", "Kaur") else ""
    if dice.random() < 0.25:
        row["forename"] = slips.plain_letters(row["forename"])
        row["surname"] = slips.plain_letters(row["surname"])
    fate = dice.random()
    if fate < 0.03:
        row["dob"], row["age_text"] = "", slips.said_age(person.born, today, dice)
    elif fate < 0.05:
        row["dob"] = ""
    elif fate < 0.06:
        row["dob"] = "1900-01-01"
    if dice.random() < 0.06:
        row["postcode"] = dice.choice(("", "", "ZZ99 3VZ"))
    if not row["phone"] and dice.random() < 0.05:
        row["phone"] = dice.choice(("07000 000000", "0", "unknown", "none"))
    if dice.random() < 0.03:
        row["sex"] = ""
    return row
