"""Records of the register that may be about one person: suggested at night, decided by people."""

from __future__ import annotations

import fcntl
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from joinedup.intelligence.linkage import Pair, laid_out, pairs
from joinedup.subjects.queries.counting import frequencies
from joinedup.subjects.queries.finding import limits_on
from joinedup.subjects.queries.register import lines, names_of, refused_pairs, sketches_of
from joinedup.subjects.rules.banding import is_relative
from joinedup.subjects.rules.comparing import Compared, compare
from joinedup.subjects.rules.described import from_text, outline
from joinedup.subjects.rules.joining import groups
from joinedup.subjects.rules.names import root

__all__ = ["LooksAlready", "Suggested", "clear_left_over", "named", "suggest", "table_row"]

LEAST, SURE = 0.5, 0.5
LARGEST_GROUP, TOLD_EVERY = 12, 20_000
FOLDER, LOCK = "linkage-", "linkage.lock"
WEAK = 3.0
"""Bits that a pair may lack to what would single somebody out of the register: two records of a
forename and nothing else are no pair, whatever the model says."""
DOUBTED = 0.9
"""Where hardly any families stand in the register, a pair is left out only if the model doubts it
and the fields speak against it."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Two records, how probable one person is, whether they rather seem relatives, and why."""

    one: int
    other: int
    probability: float
    band: str
    why: dict[str, str]


def table_row(number: int, born_text: str, sketch: str) -> tuple[object, ...]:
    """A record as a row for the model. A date of birth that can't be keeps its eight digits: two
    records with the same wrong date still agree."""
    one = outline(sketch)
    digits = re.sub(r"\D", "", born_text)
    year, month, day = one.born
    born = f"{year:04}{month:02}{day:02}" if year and month and day else ""
    return (
        number,
        one.forenames or None,
        one.surname.replace(" ", "") or None,
        root(one.forenames.split(" ", 1)[0])[0] if one.forenames else None,
        born or (digits if len(digits) == 8 else None),
        *(part or None for part in (*one.home, one.phone, one.handle)),
    )


def suggest(
    least: float = LEAST, tell: Callable[[str], object] = lambda words: None
) -> list[Suggested]:
    """All pairs of the register, surest first. Pairs that somebody decided about are left out.

    Two that share what a family shares and differ in what is a person's own are shown as relatives,
    unless the register holds hardly any families, as lists of adults do. What three records have in
    common through one of them is filled in.

    Nothing is written before the end, so that it may be stopped at any time and begun again; `tell`
    is told in words how far it is. What does not fit in memory stands meanwhile in a folder within
    the data folder, open to this account alone, which goes when the look ends, however it ends short
    of being killed. Raises LooksAlready while another look of this data folder goes on.
    """
    with (
        _alone(),
        TemporaryDirectory(prefix=FOLDER, dir=settings.HOME) as folder,
        laid_out(_rows(tell), Path(folder)) as table,
    ):
        tell(f"{table.count:,} records are compared with each other")
        is_mixed, found = table.has_families, pairs(table, least)
    known, limits, refused = frequencies(), limits_on(_today()), refused_pairs()
    least_bits = log2(known.records + 1) - WEAK if is_mixed else 0.0
    made = []
    for start in range(0, len(found), TOLD_EVERY):
        tell(f"{start:,} of {len(found):,} pairs looked at")
        part = [
            one for one in found[start : start + TOLD_EVERY] if (one.one, one.other) not in refused
        ]
        kept = sketches_of({number for pair in part for number in (pair.one, pair.other)})
        for pair in part:
            if pair.one not in kept or pair.other not in kept:
                continue
            seen = compare(from_text(kept[pair.one]), from_text(kept[pair.other]), known)
            if seen.bits < least_bits and (is_mixed or pair.probability < DOUBTED):
                continue
            made.append(_suggested(pair, seen, is_mixed and is_relative(seen, limits)))
    return sorted([*made, *_filled(made, refused)], key=lambda one: (one.band, -one.probability))


def _rows(tell: Callable[[str], object]) -> Iterator[tuple[object, ...]]:
    """Every record as the model takes it."""
    for count, line in enumerate(lines(), 1):
        yield table_row(line.number, line.born_text, line.sketch)
        if count % TOLD_EVERY == 0:
            tell(f"{count:,} records read")


class LooksAlready(Exception):
    """Another look for duplicates goes on in the same data folder."""


@contextmanager
def _alone() -> Iterator[None]:
    """Only one look at a time, so that none clears the folder of another; what a killed one left is
    cleared first. The lock goes with its process, however that ends."""
    with (Path(settings.HOME) / LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise LooksAlready(
                "Another look for duplicates is going on in this data folder. Wait until it ends, "
                "then look again."
            ) from None
        clear_left_over()
        yield


def clear_left_over() -> None:
    """Remove what a look left in the data folder that was killed on its way."""
    for one in Path(settings.HOME).glob(f"{FOLDER}*"):
        shutil.rmtree(one, ignore_errors=True)


def _suggested(pair: Pair, seen: Compared, kin: bool) -> Suggested:
    why = {field: one.code for field, one in seen.seen.items()}
    band = "relative" if kin else "possible"
    return Suggested(pair.one, pair.other, round(pair.probability, 4), band, why)


def _filled(made: list[Suggested], refused: set[tuple[int, int]]) -> list[Suggested]:
    """Pairs within a group that were not found themselves: if A is B and B is C, A is C."""
    same = [one for one in made if one.band != "relative" and one.probability >= SURE]
    apart = {(one.one, one.other) for one in made if one.band == "relative"} | refused
    there = {(one.one, one.other) for one in made}
    members: dict[int, list[int]] = defaultdict(list)
    for number, head in groups((one.one, one.other) for one in same).items():
        members[head].append(number)
    found = []
    for group in members.values():
        if not 2 < len(group) <= LARGEST_GROUP:
            continue
        group.sort()
        inside = [(a, b) for place, a in enumerate(group) for b in group[place + 1 :]]
        if not any(pair in apart for pair in inside):
            why = {"others": "through another record"}
            found += [
                Suggested(*pair, 0.9, "possible", why) for pair in inside if pair not in there
            ]
    return found


def _today() -> Any:
    from django.utils import timezone

    return timezone.localdate()


def named(found: list[Suggested]) -> Iterator[dict[str, Any]]:
    """The suggestions under the references of the records' own list (else ours), for printing."""
    names = names_of({number for one in found for number in (one.one, one.other)})
    for one in found:
        yield {
            "record_id": names[one.one],
            "other_id": names[one.other],
            "band": one.band,
            "probability": one.probability,
            "why": one.why,
        }
