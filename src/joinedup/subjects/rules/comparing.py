"""Two descriptions side by side, field by field: how they agree and what that says, in bits.

Each answer is a `Seen`: a code for the reader ("close") and how many bits it speaks for one person
(negative: against). A field that either side lacks gives nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from rapidfuzz.distance import OSA

from joinedup.subjects.rules.dates import Age, Born
from joinedup.subjects.rules.described import Described, Home
from joinedup.subjects.rules.frequency import Frequencies
from joinedup.subjects.rules.names import Alike, Name, alike, root, sound

__all__ = ["Compared", "Seen", "compare"]


@dataclass(frozen=True, slots=True)
class Seen:
    """How one field agrees."""

    code: str
    bits: float


@dataclass(frozen=True, slots=True)
class Compared:
    """How two descriptions agree. `seen` is by field; the rest is what the bands ask for:
    `is_unnamed` where neither has a forename, as of two reports about an unborn child."""

    seen: Mapping[str, Seen]
    bits: float
    is_home_same: bool
    is_number_same: bool
    years_apart: int | None
    is_unnamed: bool = False

    def code(self, field: str) -> str:
        """How a field agrees; empty where it could not be compared."""
        found = self.seen.get(field)
        return found.code if found else ""


FORENAME = {Alike.SAME: -0.25, Alike.FORM: -1.6, Alike.CLOSE: 4.2, Alike.INITIAL: 2.2,
            Alike.DIFFERENT: -5.2}  # fmt: skip
SURNAME = {Alike.SAME: -0.2, Alike.FORM: -1.4, Alike.CLOSE: 4.4, Alike.INITIAL: 1.8,
           Alike.DIFFERENT: -4.4}  # fmt: skip
"""Bits of each way to agree; for SAME and FORM what is taken off the rarity of the name."""
SLIP, HEARD, LEAST_SLIP = 0.003, 0.02, -2.0
"""How often a name is written as a certain other one, by a slip of the pen and by ear."""
MOST_NAME, PART, MIDDLE, SWAPPED, ALONE = 13.0, -3.0, -5.0, -5.0, -3.0
CODES = {Alike.SAME: "same", Alike.FORM: "another form", Alike.CLOSE: "close",
         Alike.INITIAL: "same initial", Alike.DIFFERENT: "different"}  # fmt: skip


def compare(one: Described, other: Described, known: Frequencies) -> Compared:
    """How somebody who was described agrees with a record."""
    seen: dict[str, Seen] = {}
    seen.update(_names(one.names, other.names, known))
    _put(seen, "dob", _with_forename(_born(one, other, known), seen, one, other, known))
    _put(seen, "sex", _sex(one.sex, other.sex, seen.get("forename")))
    home = _homes(one.homes, other.homes, known)
    _put(seen, "address", home)
    number = _shared(one.phones, other.phones, known, 3.0, 15.0, -1.3)
    _put(seen, "phone", number)
    _put(seen, "online", _shared(one.handles, other.handles, known, 1.0, 17.0, -0.7))
    _put(seen, "vehicle", _vehicles(one, other))
    _put(seen, "places", _things(one.things, other.things))
    return Compared(
        seen,
        _bits(seen) + _for_standing_alone(seen),
        home is not None and home.code in SAME_HOME,
        number is not None and number.code == "same",
        abs(one.born.year - other.born.year) if one.born.year and other.born.year else None,
        not any(name.fore for of in (one, other) for name in of.names),
    )


def _for_standing_alone(seen: Mapping[str, Seen]) -> float:
    """Another surname, another home and another number all at once: fields that change together
    when somebody marries and moves, but oftener two people who share a forename and a birthday."""
    other = [field for field in ("surname", "address", "phone", "online", "middle")
             if field in seen and seen[field].code == "different"]  # fmt: skip
    kept = any(
        seen[field].code == "same" for field in ("address", "phone", "online") if field in seen
    )
    return ALONE if "surname" in other and len(other) > 1 and not kept else 0.0


def _put(seen: dict[str, Seen], field: str, found: Seen | None) -> None:
    if found is not None:
        seen[field] = found


def _names(ones: Sequence[Name], others: Sequence[Name], known: Frequencies) -> dict[str, Seen]:
    """The best agreement among all names of both: own names, earlier ones, aliases."""
    best: dict[str, Seen] = {}
    most = -99.0
    for place, one in enumerate(ones):
        for there, other in enumerate(others):
            found = _name(one, other, known)
            bits = sum(seen.bits for seen in found.values()) - 0.4 * (place > 0) - 0.4 * (there > 0)
            if bits > most:
                best, most = found, bits
    return best


def _name(one: Name, other: Name, known: Frequencies) -> dict[str, Seen]:
    straight: dict[str, Seen] = {}
    _put(straight, "forename", _forename(one, other, known))
    _put(straight, "surname", _surname(one.sur, other.sur, known))
    is_through_middle = "forename" in straight and straight["forename"].code == "middle name used"
    if one.middle and other.middle and not is_through_middle:
        level = _level(one.middle[:1], other.middle[:1], False)[0]
        bits = {Alike.SAME: 3.0, Alike.FORM: 2.0, Alike.CLOSE: 2.0, Alike.INITIAL: 1.0}
        straight["middle"] = Seen(CODES[level], bits.get(level, -2.0))
    if not (one.fore and one.sur and other.fore and other.sur):
        return straight
    if _bits(straight) >= 2:
        return straight
    crossed = {
        "forename": _surname(one.fore[:1], other.sur, known),
        "surname": _surname(one.sur, other.fore[:1], known),
    }
    turned = {field: Seen("swapped", s.bits + SWAPPED / 2) for field, s in crossed.items() if s}
    return turned if _bits(turned) > max(_bits(straight), 0) else straight


def _bits(seen: Mapping[str, Seen]) -> float:
    return sum(found.bits for found in seen.values())


def _level(ones: Sequence[str], others: Sequence[str], is_surname: bool) -> tuple[Alike, str]:
    """The best agreement between any word of one and any of the other, and that word."""
    best, word = Alike.DIFFERENT, ""
    for one in ones:
        for other in others:
            found = alike(one, other, is_surname)
            if found > best:
                best, word = found, one
    return best, word


def _forename(one: Name, other: Name, known: Frequencies) -> Seen | None:
    if not one.fore or not other.fore:
        return None
    level, word = _level(one.fore[:1], other.fore[:1], False)
    if level is Alike.DIFFERENT and len(one.fore) + len(other.fore) > 2:
        joined = alike("".join(one.fore), "".join(other.fore))
        level = joined if joined >= Alike.CLOSE else level
        word = one.fore[0]
        if level is Alike.DIFFERENT:
            level, word = _level(one.fore, other.fore, False)
    if level is Alike.CLOSE and known.are_both_in_use(one.fore[0], other.fore[0]):
        level = Alike.DIFFERENT
    if level is Alike.DIFFERENT:
        through, word = max(
            _level(one.fore, other.middle, False), _level(one.middle, other.fore, False)
        )
        if through in {Alike.SAME, Alike.FORM} and len(word) > 1:
            bits = known.bits_of_forename(word)
            return Seen("middle name used", min(bits, MOST_NAME) + MIDDLE)
    return Seen(CODES[level], _worth(level, word, other.fore, known, False))


def _worth(
    level: Alike, word: str, others: Sequence[str], known: Frequencies, is_surname: bool
) -> float:
    table = SURNAME if is_surname else FORENAME
    if level is Alike.SAME:
        bits = known.bits_of_surname(word) if is_surname else known.bits_of_forename(word)
        return min(bits, MOST_NAME) + table[level]
    if level is Alike.FORM:
        if is_surname:
            return min(min(map(known.bits_of_surname, (word, *others))), MOST_NAME) + table[level]
        shared = set(root(word)) & {head for one in others for head in root(one)}
        bits = min((known.bits_of_forename(head) for head in shared), default=5.0)
        return min(bits, MOST_NAME) + table[level]
    if level is Alike.CLOSE:
        return _worth_of_slip(word, others, known, is_surname)
    return table[level]


def _worth_of_slip(word: str, others: Sequence[str], known: Frequencies, is_surname: bool) -> float:
    """A slip makes a name that hardly anybody bears; two that are both borne by many are rather
    two names, unless they sound alike."""
    most = (SURNAME if is_surname else FORENAME)[Alike.CLOSE]
    other = next((one for one in others if alike(word, one, is_surname) is Alike.CLOSE), word)
    share = min(known.share_of_name(one, is_surname) for one in (word, other))
    chance = HEARD if sound(word) == sound(other) else SLIP
    return most if share <= 0 else max(min(most, log2(chance / share)), LEAST_SLIP)


def _surname(ones: Sequence[str], others: Sequence[str], known: Frequencies) -> Seen | None:
    if not ones or not others:
        return None
    if len(ones) > 1 or len(others) > 1:
        one, other = "".join(ones), "".join(others)
        whole = alike(one, other, True)
        if whole >= Alike.CLOSE:
            bits = sum(known.bits_of_surname(word) for word in ones)
            if whole is Alike.CLOSE:
                return Seen("close", SURNAME[Alike.CLOSE] + 2)
            return Seen("same", min(bits, MOST_NAME) + SURNAME[Alike.SAME])
    level, word = _level(ones, others, True)
    bits = _worth(level, word, others, known, True)
    if (len(ones) > 1 or len(others) > 1) and level >= Alike.CLOSE:
        both = len(set(ones) & set(others)) > 1
        return Seen("same" if both else "part of it", bits if both else max(bits + PART, 0.5))
    return Seen(CODES[level], bits)


def _born(one: Described, other: Described, known: Frequencies) -> Seen | None:
    if one.born and other.born:
        return _dates(one.born, other.born, known)
    for born, age in ((one.born, other.age), (other.born, one.age)):
        if born.year and age:
            return _aged(born.year, age, known)
    if one.age and other.age:
        apart = max(one.age.first - other.age.last, other.age.first - one.age.last)
        if apart > 0:
            return Seen("age differs", -1.5 * min(apart, 4))
        first, last = min(one.age.first, other.age.first), max(one.age.last, other.age.last)
        share = known.share_of_years(first, last)
        return Seen("age fits", -log2(max(share, 0.03)) * 0.7)
    return None


def _with_forename(
    born: Seen | None, seen: Mapping[str, Seen], one: Described, other: Described,
    known: Frequencies,
) -> Seen | None:  # fmt: skip
    """A forename that agrees goes with its years: the same year then says less."""
    year = other.born.year or one.born.year
    names = [name.fore[0] for name in other.names if name.fore]
    is_alike = "forename" in seen and seen["forename"].code in {"same", "another form"}
    if born is None or born.code not in WITH_YEAR or not (is_alike and year and names):
        return born
    return Seen(born.code, max(born.bits + known.bits_with_forename(names[0], year), 0.5))


WITH_YEAR = frozenset(
    {"same", "day and month swapped", "digits swapped", "one digit differs", "one part differs",
     "age fits", "same as far as known"}
)  # fmt: skip


def _aged(year: int, age: Age, known: Frequencies) -> Seen:
    apart = max(age.first - year, year - age.last, 0)
    if apart == 0:
        return Seen("age fits", -log2(max(known.share_of_years(age.first, age.last), 0.01)) * 0.9)
    return Seen("age nearly fits", -0.5 * apart) if apart <= 2 else Seen("age differs", -6.0)


def _dates(one: Born, other: Born, known: Frequencies) -> Seen:
    if not (one.is_whole and other.is_whole):
        return _partial_dates(one, other, known)
    of_year, of_day = known.bits_of_year(other.year), 8.5
    ones, others = (one.year, one.month, one.day), (other.year, other.month, other.day)
    if ones == others:
        return Seen("same", of_year + of_day - 0.15)
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return Seen("day and month swapped", of_year + of_day - 5.0)
    slips = OSA.distance(_digits(one), _digits(other))
    parts = sum(a == b for a, b in zip(ones, others, strict=True))
    if slips == 1:
        if sorted(_digits(one)) == sorted(_digits(other)):
            return Seen("digits swapped", of_year + 1.5 if one.year == other.year else 4.5)
        return Seen("one digit differs", of_year - 0.7 if one.year == other.year else 3.0)
    if (one.month, one.day) == (other.month, other.day):
        return Seen("another year", 1.5 if abs(one.year - other.year) <= 10 else -1.5)
    if parts == 2:
        return Seen("one part differs", of_year * 0.4 if one.year == other.year else 0.0)
    if slips == 2 and one.year == other.year:
        return Seen("two digits differ", -1.5)
    if one.year == other.year:
        return Seen("only the year", -4.0)
    return Seen("different", -8.0)


def _digits(born: Born) -> str:
    return f"{born.year:04}{born.month:02}{born.day:02}"


def _partial_dates(one: Born, other: Born, known: Frequencies) -> Seen:
    bits, fits = 0.0, True
    if one.year and other.year:
        fits = one.year == other.year
        bits += known.bits_of_year(other.year) if fits else 0
    if one.month and other.month:
        fits = fits and one.month == other.month
        bits += 3.4
    if one.day and other.day:
        fits = fits and one.day == other.day
        bits += 4.8
    return Seen("same as far as known", bits - 0.3) if fits else Seen("different", -5.0)


def _sex(one: str, other: str, forename: Seen | None) -> Seen | None:
    """Where the forename agrees, the sex says hardly anything more: Karens are women."""
    if not one or not other:
        return None
    if one != other:
        return Seen("different", -4.0)
    is_told = forename is not None and forename.code in {"same", "another form", "close"}
    return Seen("same", 0.1 if is_told else 0.9)


SAME_HOME = frozenset({"same", "nearly the same"})


def _homes(ones: Sequence[Home], others: Sequence[Home], known: Frequencies) -> Seen | None:
    best: Seen | None = None
    for one in ones:
        for other in others:
            found = _home(one, other, known)
            if found is not None and (best is None or found.bits > best.bits):
                best = found
    return best


def _home(one: Home, other: Home, known: Frequencies) -> Seen | None:
    whole = min(max(log2(max(known.records, 300) / 4), 6.0), 13.0)
    has_code, has_street = one.postcode and other.postcode, one.street and other.street
    is_code = bool(has_code) and one.postcode == other.postcode
    is_street = bool(has_street) and _is_near(one.street, other.street)
    has_house = bool(one.house and other.house)
    is_house = has_house and one.house == other.house
    if is_house and (is_code or (is_street and (not has_code or _is_slip(one, other)))):
        return Seen("same", whole - 0.8)
    if is_house and is_street and (one.town == other.town or not (one.town and other.town)):
        return Seen("nearly the same", whole - 3.0)
    if is_code:
        if has_house:
            return Seen("same postcode", min(whole - 6.5, 4.0))
        return Seen("same postcode", min(whole - 4.0, 7.0))
    if is_street and one.town == other.town and one.town:
        return Seen("same street", 3.0 if not has_house else 1.5)
    if has_code or has_street:
        return Seen("different", -1.6)
    if one.town and other.town:
        return Seen("same town", 1.0) if one.town == other.town else Seen("another town", -1.2)
    return None


def _is_near(one: str, other: str) -> bool:
    return one == other or OSA.distance(one, other, score_cutoff=2) <= 2


def _is_slip(one: Home, other: Home) -> bool:
    return OSA.distance(one.postcode, other.postcode, score_cutoff=2) <= 2


def _shared(
    ones: Sequence[str], others: Sequence[str], known: Frequencies, sharers: float,
    most: float, against: float,
) -> Seen | None:  # fmt: skip
    if not ones or not others:
        return None
    if set(ones) & set(others):
        return Seen("same", min(max(log2(max(known.records, 300) / sharers), 6.0), most) - 0.7)
    for one in ones:
        if any(len(one) > 8 and OSA.distance(one, o, score_cutoff=1) <= 1 for o in others):
            return Seen("one sign differs", 4.0)
    return Seen("different", against)


def _vehicles(one: Described, other: Described) -> Seen | None:
    if not one.plates or not other.plates:
        return None
    best = max(_plates(a, b) for a in one.plates for b in other.plates)
    return Seen("same" if best >= 12 else "fits", best) if best > 0 else Seen("different", -0.5)


def _plates(one: str, other: str) -> float:
    """Bits for two plates that fit each other: two for each letter known in both."""
    if len(one) != len(other):
        return 0.0
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if "?" not in (a, b)]
    return 2.0 * len(pairs) if all(a == b for a, b in pairs) else 0.0


def _things(ones: Sequence[str], others: Sequence[str]) -> Seen | None:
    both = set(ones) & set(others)
    return Seen("same", min(2.5 * len(both), 6.0)) if both else None
