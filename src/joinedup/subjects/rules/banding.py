"""From agreement to an answer: known, possible, relative or new.

The prior falls with the size of the register and names count by their rarity, so the same agreement
says less among a million people. "Known" asks for a high probability, a clear lead over the next
and more than a household's agreement; who shares home, surname or telephone but not the forename is
a relative, never the same person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from joinedup.subjects.rules.comparing import Compared

__all__ = ["Answer", "Limits", "banded", "is_relative"]

SAME_NAME = frozenset({"same", "another form", "close", "swapped", "middle name used"})
WHOLE = frozenset({"same", "another form"})
TOGETHER, LESS, FEW = 30.0, 2.0, 400
"""How much oftener names of one language meet than they would by chance; what an agreement in part
says less, in bits; the register that a small one is thought to be."""
FIRM_DOB = frozenset({"same", "day and month swapped", "digits swapped", "one digit differs"})
SURNAMES = frozenset({"same", "another form", "close", "part of it"})
FAR = frozenset({"different", "age differs", "only the year"})
APART = frozenset({"one digit differs", "another year"})
OTHER_BIRTH = FAR | {"another year"}


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the bands begin: values of the rule `people.matching`."""

    is_here: float = 0.5
    known: float = 0.97
    lead: float = 0.9
    possible: float = 0.5
    generation: int = 13
    most: int = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """One candidate: place in the list given, band, probability, reasons by field."""

    place: int
    band: str
    probability: float
    why: Mapping[str, str]


def is_relative(found: Compared, limits: Limits) -> bool:
    """Whether what agrees is a family's and what differs is a person's: a twin, a brother or
    sister, a parent or child of the same name."""
    fore, sur = found.code("forename"), found.code("surname")
    dob = found.code("dob")
    is_family = sur in SURNAMES or (sur == "" and found.is_home_same)
    if not fore and not found.is_unnamed:
        is_likely = dob in FAR or (dob == "" and not found.is_number_same)
        return found.is_home_same and sur in SURNAMES and is_likely
    if fore in {"different"}:
        if found.code("online") == "same" and not found.is_home_same:
            return False
        if found.is_home_same and not (found.is_number_same and not is_family):
            return True
        return is_family and (found.is_number_same or dob == "same")
    if (
        fore in {"same initial", "close", "middle name used", "another form"}
        and found.is_home_same
        and is_family
        and dob in FAR
    ):
        return True
    apart = found.years_apart
    is_older = apart is not None and apart >= limits.generation and dob in OTHER_BIRTH
    is_far = is_older or (dob == "age differs")
    return is_far and is_family and (found.is_home_same or found.is_number_same)


def banded(
    compared: Sequence[Compared],
    records: int,
    limits: Limits,
    is_partial: bool = False,
    persons: Sequence[int] = (),
    namesakes: int = 0,
) -> list[Answer]:
    """The answers, best first; empty where the person is new.

    `persons` names for each candidate the person its record belongs to, so that records already
    linked do not take the lead from each other. `namesakes` is how many records besides these
    bear the whole name.
    """
    prior = limits.is_here / max(records, 50)
    worth = _worth_of_names(compared, records, namesakes)
    odds = [
        prior * 2 ** min(found.bits - over, 60.0)
        for found, over in zip(compared, worth, strict=True)
    ]
    family = _of_family(compared, limits)
    against = sum(odd * 0.5 for odd, kin in zip(odds, family, strict=True) if kin)
    total = (1 - limits.is_here) + sum(odds) + against
    own = list(persons) or list(range(len(compared)))
    chance: dict[int, float] = {}
    for person, odd, kin in zip(own, odds, family, strict=True):
        if not kin:
            chance[person] = chance.get(person, 0.0) + odd / total
    somebody = sum(chance.values())
    first, runner = [*sorted(chance.values(), reverse=True), 0.0, 0.0][:2]
    answers = []
    for place, found in enumerate(compared):
        share = chance.get(own[place], 0.0)
        second = runner if share == first else first
        band, value = _band(
            found, family[place], odds[place] / total, (share, second, somebody), limits, is_partial
        )
        if band:
            why = {field: seen.code for field, seen in found.seen.items()}
            answers.append(Answer(place, band, round(value, 4), why))
    order = {"known": 0, "possible": 1, "relative": 2}
    answers.sort(key=lambda one: (order[one.band], -one.probability, -compared[one.place].bits))
    return answers[: limits.most]


def _of_family(compared: Sequence[Compared], limits: Limits) -> list[bool]:
    """Who is a relative. Where somebody of the forename answers the telephone, the others who have
    the same one are the family."""
    is_found = any(
        found.is_number_same and found.code("forename") in SAME_NAME - {"middle name used"}
        and not is_relative(found, limits)
        for found in compared
    )  # fmt: skip
    return [
        is_relative(found, limits)
        or (is_found and found.is_number_same and found.code("forename") in {"", "different"})
        for found in compared
    ]


def _worth_of_names(compared: Sequence[Compared], records: int, namesakes: int) -> list[float]:
    """Bits to take off where forename and surname agree.

    Names of one language go together, so counting each by itself makes a rarity of every Aoife
    Murphy. How many others have the whole name is estimated from both: how many there are (`many`)
    and how many there would be if names met by chance, thirty times oftener for one language. A
    name that agrees in part says less than one that agrees.
    """
    names = [_of_name(found) for found in compared]
    many = namesakes + sum(is_whole for _, is_whole in names)
    size = max(records, FEW)
    worth = []
    for bits, is_whole in names:
        alone = size * 2**-bits
        likely = alone * TOGETHER
        others = max(alone, (many + 1) * likely / (2 + likely))
        worth.append(max(0.0, bits - log2(size / others) + (0 if is_whole else LESS)))
    return worth


def _of_name(found: Compared) -> tuple[float, bool]:
    """What forename and surname say together, and whether both agree as they stand."""
    parts = [found.seen[field] for field in ("forename", "surname") if field in found.seen]
    if len(parts) < 2 or any(one.code == "different" for one in parts):
        return 0.0, False
    return sum(one.bits for one in parts), all(one.code in WHOLE for one in parts)


def _band(
    found: Compared, kin: bool, alone: float, shares: tuple[float, float, float], limits: Limits,
    is_partial: bool,
) -> tuple[str, float]:  # fmt: skip
    """Band and probability. `shares`: the chance of this person, of the next, of anybody at all:
    where it is surely one of three, each of them is possible."""
    share, second, somebody = shares
    if kin:
        return "relative", min(alone, limits.possible / 2)
    if share >= limits.known and second <= share * (1 - limits.lead) and _is_firm(found, limits):
        return "known", alone
    is_one_of_few = somebody >= (1 + limits.possible) / 2 and alone >= limits.possible / 4
    if alone >= limits.possible or is_one_of_few:
        return "possible", alone
    if _is_other_name(found):
        return "possible", max(alone, 0.3)
    if is_partial and _bits_of_parts(found):
        return "possible", max(alone, 0.15)
    return "", alone


def _is_firm(found: Compared, limits: Limits) -> bool:
    """Name and something of the person's own agree: date of birth, telephone or online name."""
    fore, dob = found.code("forename"), found.code("dob")
    if fore not in SAME_NAME or found.code("sex") == "different":
        return False
    is_loose = fore in {"close", "middle name used"}
    is_sure = dob == "same" and found.code("surname") in {"same", "another form"}
    if is_loose and not (is_sure or found.is_number_same or found.is_home_same):
        return False
    if fore == "middle name used" and dob != "same" and not found.is_number_same:
        return False
    if dob in FAR or (dob in APART and (found.years_apart or 0) >= limits.generation):
        return False
    own = dob in FIRM_DOB or found.code("online") == "same" or found.is_number_same
    return own and (
        found.code("surname") in SURNAMES | {"swapped"} or found.code("online") == "same"
    )


def _is_other_name(found: Compared) -> bool:
    """A number, online name or plate of one's own under another name."""
    return found.is_number_same or found.code("online") == "same" or found.code("vehicle") == "same"


def _bits_of_parts(found: Compared) -> bool:
    """A vehicle or place and one thing more agree, and nothing stands against it."""
    good = {field for field, seen in found.seen.items() if seen.bits >= 2}
    is_seen = bool(good & {"vehicle", "places"})
    return is_seen and len(good) >= 2 and all(seen.bits > -1 for seen in found.seen.values())
