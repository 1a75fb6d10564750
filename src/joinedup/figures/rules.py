"""What a figure must say, how it is written, which figures sound alike and which are too small to
print."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Protocol

from joinedup.pages.dates import long_date

__all__ = [
    "NewFigure",
    "Printable",
    "Unit",
    "alike",
    "code_for",
    "codes_in",
    "correction_words",
    "counted",
    "filled",
    "missing_of",
    "number_words",
    "period_words",
    "withheld",
]

CODE = re.compile(r"\[([a-z0-9_]{1,60})\]")
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts. `is_people` units are withheld where the count is small."""

    key: str
    one: str
    many: str
    is_people: bool = False


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A figure as somebody declares it. Without dates it is of the period of its set."""

    name: str
    value: Decimal
    unit: str
    definition: str
    source: str
    definition_version: str = "1"
    code: str = ""
    cohort: str = ""
    part_of: str = ""
    from_on: dt.date | None = None
    to_on: dt.date | None = None


class Printable(Protocol):
    """What these rules ask of a figure."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def value(self) -> Decimal: ...
    @property
    def unit(self) -> str: ...
    @property
    def definition(self) -> str: ...
    @property
    def part_of(self) -> str: ...


def code_for(name: str) -> str:
    """The code of a figure from its name: "High level cases" → "high_level_cases"."""
    return "_".join(WORD.findall(name.casefold()))[:60].strip("_")


def missing_of(figure: NewFigure, units: Mapping[str, Unit]) -> tuple[str, str] | None:
    """(field, sentence) of the first thing that a figure lacks, else None. A number without
    definition, unit and source cannot be compared with anything (Jay 6.2 on uncounted cases)."""
    if not code_for(figure.name):
        return "name", "Write what is counted, in words."
    if figure.value < 0:
        return "value", "A figure cannot be less than nothing."
    if figure.unit not in units:
        return "unit", "Choose what the figure counts."
    if not figure.definition.strip():
        return "definition", "Write what exactly is counted."
    if not figure.source.strip():
        return "source", "Write where the figure comes from."
    if figure.from_on and figure.to_on and figure.to_on < figure.from_on:
        return "to_on", "The last day comes before the first. Change one of them."
    return None


def number_words(value: Decimal) -> str:
    """A number as people write it: "1,204", "3.5"."""
    whole = value == value.to_integral_value()
    return f"{int(value):,}" if whole else f"{value.normalize():,f}"


def counted(value: Decimal, unit: Unit | None) -> str:
    """A number with its unit: "1 referral", "52 referrals"."""
    if unit is None:
        return number_words(value)
    return f"{number_words(value)} {unit.one if value == 1 else unit.many}"


def period_words(from_on: dt.date, to_on: dt.date) -> str:
    """ "1 November 2014 to 31 May 2015", one day where both are the same."""
    if from_on == to_on:
        return long_date(from_on)
    return f"{long_date(from_on)} to {long_date(to_on)}"


def correction_words(old: Decimal, new: Decimal, on: dt.date, note: str) -> str:
    """ "Corrected on 3 June 2026 from 52 to 54: two were counted twice"."""
    values = "" if old == new else f" from {number_words(old)} to {number_words(new)}"
    return f"Corrected on {long_date(on)}{values}: {note}"


def codes_in(words: str) -> list[str]:
    """The codes of figures that words stand for: "[referrals]" → "referrals"."""
    return CODE.findall(words)


def filled(words: str, shown: Mapping[str, str]) -> str:
    """Words with each "[code]" replaced by the figure as it is printed; one that is not known
    stays as it was written."""
    return CODE.sub(lambda found: shown.get(found[1], found[0]), words)


def alike(
    figures: Sequence[Printable], units: Mapping[str, Unit], weighty: Collection[str]
) -> list[tuple[str, str, str]]:
    """(code, code, sentence) of figures whose names sound alike while they measure different
    things: both hold one of the `weighty` words ("high"), or the same words in another order. So
    "52 high level" referrals and "14 high risk" assessments are never read as one count."""
    found = []
    for one, other in combinations(figures, 2):
        names = [set(WORD.findall(figure.name.casefold())) for figure in (one, other)]
        sounds = names[0] == names[1] or bool(names[0] & names[1] & set(weighty))
        differs = one.unit != other.unit or not _same(one.definition, other.definition)
        if sounds and differs:
            found.append((one.code, other.code, _difference(one, other, units)))
    return found


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _difference(one: Printable, other: Printable, units: Mapping[str, Unit]) -> str:
    def said(figure: Printable) -> str:
        return f"“{figure.name}” ({counted(figure.value, units.get(figure.unit))})"

    return (
        f"{said(one)} and {said(other)} sound alike but are different measures. "
        "They must not be compared or added up."
    )


def withheld(figures: Iterable[Printable], units: Mapping[str, Unit], limit: int) -> dict[str, str]:
    """Code → what is printed instead, for figures that may not be made public: counts of people
    or cases from 1 to one below the limit, and, where one part of a whole is withheld alone, the
    next smallest part, so that nobody can work it out."""
    told = list(figures)
    counts = [one for one in told if one.unit in units and units[one.unit].is_people]
    hidden = {one.code: f"fewer than {limit}" for one in counts if 0 < one.value < limit}
    for whole in {one.part_of for one in counts if one.part_of}:
        parts = [one for one in counts if one.part_of == whole]
        small = [one for one in parts if one.code in hidden]
        rest = sorted((one for one in parts if one.code not in hidden and one.value > 0),
                      key=lambda one: one.value)  # fmt: skip
        if len(small) == 1 and rest:
            hidden[rest[0].code] = "not shown"
    return hidden
