"""Questions about the third invented register: what a worker has in hand, with what went wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benches.people_third import Home, Maker, Person

__all__ = ["DETAILS", "KINDS", "Asked", "Row", "asked_of"]

DETAILS = ("forename", "middle", "surname", "alias", "dob", "age_text", "sex", "house", "street",
           "town", "postcode", "phone", "online")  # fmt: skip
PLACE = ("house", "street", "town", "postcode")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CALLED = {
    "Maureen": "Mo", "Pamela": "Pam", "Valerie": "Val", "Norma": "Norm", "Tina": "Christina",
    "Mandy": "Amanda", "Joanna": "Jo", "Vanessa": "Nessa", "Gemma": "Gem", "Teresa": "Terri",
    "Penelope": "Penny", "Maddison": "Maddie", "Beatrix": "Trixie", "Harold": "Harry",
    "Walter": "Wally", "Reginald": "Reg", "Stanley": "Stan", "Gareth": "Gaz", "Duncan": "Dunc",
    "Curtis": "Curt", "Albie": "Albert", "Reggie": "Reginald", "Douglas": "Doug", "Nancy": "Nan",
    "Catarina": "Kate", "Filipe": "Phil", "Jozef": "Joe", "Mehmet": "Mehmed", "Marek": "Mark",
}  # fmt: skip
BY_EAR = (("ph", "f"), ("y", "i"), ("ck", "k"), ("ea", "ee"), ("ll", "l"), ("tt", "t"), ("ie", "y"),
          ("th", "t"), ("gh", "g"), ("mm", "m"), ("nn", "n"), ("rr", "r"), ("qu", "kw"))  # fmt: skip
Row = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """A question: its group (known, kin, stranger, placeholder), its kind, who is right, and the
    records that would be wrong to offer."""

    row: Row
    group: str
    kind: str
    right: str = ""
    kin: frozenset[str] = frozenset()


def _row(person: Person, where: Row, dice: Random, kept: float = 0.6) -> Row:
    row = {
        "forename": person.forename, "middle": person.middle, "surname": person.surname,
        "alias": "", "dob": person.born.isoformat(), "age_text": "", "sex": person.sex, **where,
        "phone": person.phone, "online": person.online,
    }  # fmt: skip
    for field in ("middle", "phone", "online", "sex"):
        if dice.random() > kept:
            row[field] = ""
    return row


def _edited(word: str, dice: Random) -> str:
    if len(word) < 3:
        return word
    at = dice.randrange(len(word) - 1)
    how = dice.randrange(4)
    if how == 0:
        return word[:at] + word[at + 1 :]
    if how == 1:
        return word[:at] + dice.choice(LETTERS) + word[at:]
    if how == 2:
        return word[:at] + dice.choice(LETTERS) + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _heard(word: str, dice: Random) -> str:
    fits = [(old, new) for old, new in BY_EAR if old in word[1:]]
    if not fits:
        return _edited(word, dice)
    old, new = dice.choice(fits)
    return word[0] + word[1:].replace(old, new, 1)


Change = Callable[["Person", Row, "Maker"], Row | None]


def _slip(person: Person, row: Row, maker: Maker) -> Row:
    field = maker.dice.choice(("forename", "surname"))
    return {**row, field: _edited(row[field], maker.dice)}


def _two_slips(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, **{f: _edited(row[f], maker.dice) for f in ("forename", "surname")}}


def _by_ear(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, "surname": _heard(row["surname"], maker.dice), "phone": ""}


def _nickname(person: Person, row: Row, maker: Maker) -> Row | None:
    return {**row, "forename": CALLED[person.forename]} if person.forename in CALLED else None


def _turned_day(person: Person, row: Row, maker: Maker) -> Row | None:
    born = person.born
    if born.day > 12 or born.day == born.month:
        return None
    return {**row, "dob": f"{born.year}-{born.day:02}-{born.month:02}"}


def _turned_digits(person: Person, row: Row, maker: Maker) -> Row | None:
    digits = person.born.strftime("%d%m%Y")
    at = maker.dice.choice((0, 2, 6))
    turned = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    try:
        day = dt.datetime.strptime(turned, "%d%m%Y").date()  # noqa: DTZ007
    except ValueError:
        return None
    return {**row, "dob": day.isoformat()} if day <= maker.today and day != person.born else None


def _one_digit(person: Person, row: Row, maker: Maker) -> Row:
    shift = maker.dice.choice((-10, -3, -2, -1, 1, 2, 3, 10))
    return {**row, "dob": (person.born + dt.timedelta(days=shift)).isoformat()}


def _in_words(person: Person, row: Row, maker: Maker) -> Row:
    form = maker.dice.choice(("%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%d-%b-%Y"))
    return {**row, "dob": person.born.strftime(form), "postcode": row["postcode"].lower()}


def _year(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, "dob": str(person.born.year)}


def _age(person: Person, row: Row, maker: Maker) -> Row:
    years = (maker.today - person.born).days // 365
    said = maker.dice.choice(
        (str(years), f"about {years}", f"{years} or {years + 1}", f"c. {years}")
    )
    return {**row, "dob": "", "age_text": said}


def _moved(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, **maker.address()}


def _moved_new_number(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, **maker.address(), "phone": maker.phone(), "online": ""}


def _other_surname(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, "surname": maker.family_name("")}


def _married_and_moved(person: Person, row: Row, maker: Maker) -> Row | None:
    if person.sex != "F" or not person.phone or (maker.today - person.born).days < 6600:
        return None
    return {**row, **maker.address(), "surname": maker.family_name(""), "phone": person.phone}


def _half(person: Person, row: Row, maker: Maker) -> Row | None:
    halves = person.surname.split("-")
    return {**row, "surname": maker.dice.choice(halves)} if len(halves) > 1 else None


def _names_turned(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, "forename": row["surname"], "surname": row["forename"]}


def _by_middle(person: Person, row: Row, maker: Maker) -> Row | None:
    return {**row, "forename": person.middle, "middle": ""} if person.middle else None


def _by_alias(person: Person, row: Row, maker: Maker) -> Row | None:
    return {**row, "forename": person.alias, "phone": ""} if person.alias else None


def _bare(person: Person, maker: Maker, **given: str) -> Row:
    return {**dict.fromkeys(DETAILS, ""), **given}


def _first_and_phone(person: Person, row: Row, maker: Maker) -> Row | None:
    if not person.phone:
        return None
    name = maker.dice.choice((person.forename, person.forename[0]))
    return _bare(person, maker, forename=name, phone=person.phone, sex=row["sex"])


def _unnamed(person: Person, row: Row, maker: Maker) -> Row | None:
    if not person.online:
        return None
    return _bare(person, maker, online=f"@{person.online}", town=row["town"])


def _false_name(person: Person, row: Row, maker: Maker) -> Row | None:
    if not person.online:
        return None
    other = maker.person("", maker.family_name(""), person.born, person.sex)
    return _bare(
        person, maker, forename=other.forename, surname=other.surname, online=person.online
    )


def _no_date(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, "dob": ""}


def _name_and_date(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, **dict.fromkeys((*PLACE, "phone", "online"), "")}


def _postcode_slip(person: Person, row: Row, maker: Maker) -> Row:
    return {**row, "postcode": _edited(row["postcode"], maker.dice), "dob": "", "phone": ""}


CHANGES: dict[str, Change] = {
    "as it stands": lambda person, row, maker: row, "slip": _slip, "two slips": _two_slips,
    "by ear": _by_ear, "nickname": _nickname, "day and month": _turned_day,
    "digits turned": _turned_digits, "day wrong": _one_digit, "written out": _in_words,
    "year only": _year, "age": _age, "moved": _moved, "moved, new number": _moved_new_number,
    "other surname": _other_surname, "married and moved": _married_and_moved, "half": _half,
    "names turned": _names_turned, "middle name": _by_middle, "alias": _by_alias,
    "first name and phone": _first_and_phone, "unnamed": _unnamed, "false name": _false_name,
    "no date": _no_date, "name and date": _name_and_date, "postcode slip": _postcode_slip,
}  # fmt: skip
KIN = ("twin", "brother or sister", "parent's namesake")
STRANGERS = ("stranger", "stranger, name and date", "stranger, name and age", "new tenant",
             "namesake elsewhere", "stranger, same street")  # fmt: skip
KINDS = (*CHANGES, *KIN, *STRANGERS, "placeholder")
OWN_DATE = ("moved, new number", "name and date", "other surname", "married and moved")


def asked_of(
    home: Home, numbers: list[str], kinds: list[str], is_due: bool, maker: Maker
) -> tuple[list[Row], list[Asked]]:
    """What the register says of a household, and a question about it where one is due."""
    people = [_with_alias(one, maker) for one in home.people]
    rows = [_recorded(one, home.where, maker) for one in people]
    if not is_due:
        return rows, []
    for kind in kinds[:30]:
        found = _question(kind, replace(home, people=tuple(people)), rows, numbers, maker)
        if found is not None:
            kinds.remove(kind)
            return rows, [found]
    return rows, []


def _with_alias(person: Person, maker: Maker) -> Person:
    if maker.dice.random() > 0.05:
        return person
    return replace(
        person, alias=maker.dice.choice(("Ziggy", "Blue", "Mouse", "Tigger", "Fitz", "Dot"))
    )


def _recorded(person: Person, where: Row, maker: Maker) -> Row:
    """What the register says: not always everything, not always right."""
    d = maker.dice
    row = {**_row(person, where, d, 0.85), "alias": person.alias, "online": person.online,
           "phone": person.phone}  # fmt: skip
    if d.random() < 0.03:
        row = _slip(person, row, maker)
    if d.random() < 0.04:
        row = _age(person, row, maker) if d.random() < 0.5 else {**row, "dob": ""}
    if d.random() < 0.08:
        row["postcode"] = ""
    return row


def _question(
    kind: str, home: Home, rows: list[Row], numbers: list[str], maker: Maker
) -> Asked | None:
    d, today = maker.dice, maker.today
    at = d.randrange(len(numbers))
    person, there = home.people[at], frozenset(numbers)
    if kind in CHANGES:
        is_dated = rows[at]["dob"] == person.born.isoformat()
        if kind in OWN_DATE and not is_dated:
            return None
        shown = replace(person, middle=rows[at]["middle"])
        row = CHANGES[kind](shown, _row(shown, home.where, d), maker)
        return Asked(row, "known", kind, numbers[at]) if row else None
    if kind in KIN:
        absent = _absent(kind, person, home, maker)
        if absent is None or absent.born > today:
            return None
        return Asked(_row(absent, home.where, d), "kin", kind, "", there)
    if kind == "placeholder":
        row = _bare(person, maker, forename=d.choice(("Unknown", "Not Known", "Test", "NK", "")),
                    surname=d.choice(("Unknown", "Not known", "UNKNOWN", "Anon")),
                    dob=d.choice(("01/01/1900", "1900-01-01", "")), postcode="ZZ99 3VZ",
                    phone=d.choice(("07000 000000", "00000 000000", "")))  # fmt: skip
        return Asked(row, "placeholder", kind)
    return Asked(_stranger(kind, person, home, maker), "stranger", kind)


def _absent(kind: str, near: Person, home: Home, maker: Maker) -> Person | None:
    """A relative who is not on the register."""
    d = maker.dice
    is_child = (maker.today - near.born).days < 18 * 365
    if kind == "parent's namesake":
        if is_child:
            return None
        born = near.born + dt.timedelta(days=d.randrange(17 * 365, 40 * 365))
        return replace(near, born=born, phone="", online="", middle="", alias="")
    if not is_child:
        return None
    own = maker.home().people[-1].forename
    if any(own[:2] == one.forename[:2] for one in home.people):
        return None
    shift = 0 if kind == "twin" else d.choice((-1, 1)) * d.randrange(300, 2500)
    sex = near.sex if kind == "twin" else d.choice("FM")
    forename = maker.forename("", sex, near.born.year)
    if any(forename[:2] == one.forename[:2] for one in home.people):
        return None
    born = near.born + dt.timedelta(days=shift)
    return replace(near, forename=forename, sex=sex, born=born, middle="", online="", alias="")


def _stranger(kind: str, near: Person, home: Home, maker: Maker) -> Row:
    d = maker.dice
    other = d.choice(maker.home().people)
    row = _row(other, maker.address(), d)
    if kind == "stranger, name and date":
        return _name_and_date(other, row, maker)
    if kind == "stranger, name and age":
        return _age(other, {**row, "phone": ""}, maker)
    if kind == "new tenant":
        return {**row, **home.where}
    if kind == "namesake elsewhere":
        born = maker.day(1, 70)
        return {**row, "forename": near.forename, "surname": near.surname, "middle": "",
                "dob": born.isoformat(), "sex": near.sex}  # fmt: skip
    if kind == "stranger, same street":
        return {**row, **home.where, "house": str(d.randrange(100, 140))}
    return row
