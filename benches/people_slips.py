"""How names, dates and addresses come out wrong when people and clerks write them down."""

from __future__ import annotations

import datetime as dt
import tomllib
import unicodedata
from collections import defaultdict
from pathlib import Path
from random import Random

__all__ = [
    "another_spelling", "called", "day_and_month", "digit_wrong", "mistyped", "names",
    "other_writing", "plain_letters", "said_age",
]  # fmt: skip

NEAR = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa",
    "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
HEARD = (
    ("ph", "f"), ("ck", "k"), ("c", "k"), ("ie", "y"), ("y", "ie"), ("ee", "ea"), ("ea", "ee"),
    ("ll", "l"), ("tt", "t"), ("nn", "n"), ("ss", "s"), ("ow", "ou"), ("ou", "ow"), ("ei", "ie"),
    ("gh", "g"), ("wh", "w"), ("sch", "sh"), ("cz", "ch"), ("sz", "sh"), ("ks", "x"), ("oo", "u"),
    ("au", "or"), ("ey", "y"), ("ai", "ay"), ("kh", "k"), ("dh", "d"), ("v", "w"), ("z", "s"),
)  # fmt: skip
NO_MARKS = str.maketrans("łŁøØđĐ", "lLoOdD")
ROADS = {"Road": "Rd", "Street": "St", "Avenue": "Ave", "Close": "Cl", "Lane": "Ln",
         "Drive": "Dr", "Crescent": "Cres", "Gardens": "Gdns", "Terrace": "Tce"}  # fmt: skip


def names() -> dict[str, dict[str, object]]:
    """The lists of names, by table."""
    here = Path(__file__).with_name("people_other_names.toml")
    return tomllib.loads(here.read_text(encoding="utf-8"))


def _neighbours(groups: list[str], to_first: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        words = group.split()
        for word in words if to_first else words[:1]:
            found[word] += [other for other in words if other != word]
        if not to_first:
            for word in words[1:]:
                found[word].append(words[0])
    return dict(found)


SPELLINGS = _neighbours(names()["spellings"]["groups"], True)  # type: ignore[arg-type]
SHORT = _neighbours(names()["short"]["groups"], False)  # type: ignore[arg-type]


def plain_letters(name: str) -> str:
    """The name on a keyboard without marks: "Łukasz" is "Lukasz"."""
    spread = unicodedata.normalize("NFKD", name.translate(NO_MARKS))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def mistyped(name: str, dice: Random) -> str:
    """One slip of the fingers: a letter dropped, doubled, changed for its neighbour, or two
    swapped. Names of one or two letters stay."""
    if len(name) < 3:
        return name
    at = dice.randrange(1, len(name))
    kind = dice.randrange(4)
    letter = name[at]
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + letter + name[at:]
    if kind == 2 and letter.lower() in NEAR:
        return name[:at] + dice.choice(NEAR[letter.lower()]) + name[at + 1 :]
    if at + 1 < len(name):
        return name[:at] + name[at + 1] + letter + name[at + 2 :]
    return name[:-2] + name[-1] + name[-2]


def another_spelling(name: str, dice: Random) -> str:
    """As another clerk spells what was heard; a slip where the name is always spelt alike."""
    if name in SPELLINGS:
        return dice.choice(SPELLINGS[name])
    low = name.lower()
    fits = [(old, new) for old, new in HEARD if old in low[1:]]
    if not fits:
        return mistyped(name, dice)
    old, new = dice.choice(fits)
    at = low.index(old, 1)
    return name[:at] + new + name[at + len(old) :]


def called(name: str, dice: Random) -> str:
    """What a person of this name is called; empty where no short name is known."""
    return dice.choice(SHORT[name]) if name in SHORT else ""


def day_and_month(day: dt.date) -> dt.date | None:
    """Day and month swapped; None where that is no date or the same one."""
    if day.day > 12 or day.day == day.month:
        return None
    return day.replace(day=day.month, month=day.day)


def digit_wrong(day: dt.date, dice: Random) -> dt.date:
    """One part of the date a little wrong, as when it is typed or remembered badly."""
    kind = dice.randrange(4)
    if kind == 0:
        return day.replace(year=day.year + dice.choice((-1, 1)), day=min(day.day, 28))
    if kind == 1:
        return day.replace(month=(day.month + dice.choice((0, 10))) % 12 + 1, day=min(day.day, 28))
    if kind == 2:
        return day.replace(day=(day.day + dice.choice((9, 18))) % 28 + 1)
    return day.replace(year=day.year + dice.choice((-10, 10)), day=min(day.day, 28))


def said_age(day: dt.date, today: dt.date, dice: Random) -> str:
    """An age as people say it, up to a year off when they say "about"."""
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    if dice.random() < 0.5:
        return str(age)
    near = max(0, age + dice.choice((-1, 0, 0, 1)))
    return dice.choice(
        (f"about {near}", f"approx {near}", f"{near}ish", f"around {near} years old")
    )


def other_writing(query: dict[str, str], dice: Random) -> None:
    """Capitals, short words for roads, spaces in numbers: the same thing in other writing."""
    if dice.random() < 0.3:
        query["surname"] = query["surname"].upper()
    if dice.random() < 0.15:
        query["forename"] = query["forename"].lower()
    if dice.random() < 0.5:
        for word, short in ROADS.items():
            query["street"] = query["street"].replace(f" {word}", f" {short}")
    if dice.random() < 0.3:
        query["postcode"] = query["postcode"].replace(" ", "").lower()
    phone = query["phone"]
    if phone and dice.random() < 0.5:
        query["phone"] = dice.choice(
            ("+44" + phone[1:], f"{phone[:5]} {phone[5:8]} {phone[8:]}", f"0044 {phone[1:]}")
        )
