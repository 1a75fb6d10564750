"""How ties are drawn: records on the left, what they name on the right, lines between them. Plain
reckoning of places on a sheet; the page draws it and lists the same beneath in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["MOST_NODES", "Box", "Line", "NetLine", "Picture", "drawn", "things_of"]

MOST_NODES = 40
WIDTH, BOX_WIDTH, BOX_HEIGHT, STEP, MARGIN = 880, 340, 74, 88, 10
LONGEST = 34


@dataclass(frozen=True, slots=True)
class NetLine:
    """One tie: two places (record, part of it), what is alike, and how it stands. A record that the
    reader may not open has an empty part, and how it stands there is not told."""

    one: tuple[str, str]
    other: tuple[str, str]
    why: str
    is_decided: bool
    is_other: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A record or a thing, drawn: lines of words and where it stands."""

    key: str
    words: str
    more: str
    x: int
    y: int
    is_here: bool = False
    third: str = ""
    width: int = BOX_WIDTH
    height: int = BOX_HEIGHT


@dataclass(frozen=True, slots=True)
class Line:
    """From a record to what it names; whole where a person decided, broken where nobody has, thin
    where the record is restricted and nothing is told of it."""

    x1: int
    y1: int
    x2: int
    y2: int
    is_decided: bool
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole sheet. `left_out` is how many records and things found no place on it."""

    width: int
    height: int
    records: tuple[Box, ...]
    things: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Thing:
    """What several records name: why they are taken for the same, and each record with whether it
    was decided."""

    why: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    records: dict[str, bool]
    hidden: frozenset[str] = frozenset()

    @property
    def standing(self) -> str:
        """How far it is decided, in words."""
        known = [said for one, said in self.records.items() if one not in self.hidden]
        if self.hidden and not any(known):
            return "Restricted"
        if all(known):
            return "Decided: the same"
        return "Partly decided" if any(known) else "To be decided"


def things_of(lines: Iterable[NetLine]) -> list[Thing]:
    """What is named, each once: places that ties lead to from one another are one thing, those that
    were decided to be the same first. Two of which somebody decided that they are not the same never
    stand in one thing, whatever leads from one to the other."""
    head: dict[tuple[str, str], tuple[str, str]] = {}

    def top(place: tuple[str, str]) -> tuple[str, str]:
        while head.setdefault(place, place) != place:
            place = head[place]
        return place

    all_of_them = list(lines)
    others = [(line.one, line.other) for line in all_of_them if line.is_other]
    drawn_lines = [line for line in all_of_them if not line.is_other]
    groups: dict[tuple[str, str], list[NetLine]] = {}
    parted: list[NetLine] = []
    for line in sorted(drawn_lines, key=lambda one: not one.is_decided):
        ends = {top(line.one), top(line.other)}
        if len(ends) > 1 and any({top(one), top(two)} == ends for one, two in others):
            parted.append(line)
            continue
        first, *second = sorted(ends)
        for one in second:
            head[one] = first
    for line in drawn_lines:
        if line not in parted:
            groups.setdefault(top(line.one), []).append(line)
    return [_thing(group) for group in (*groups.values(), *([line] for line in parted))]


def _thing(lines: Sequence[NetLine]) -> Thing:
    records: dict[str, bool] = {}
    hidden = set()
    for line in lines:
        for record, _ in (line.one, line.other):
            records[record] = records.get(record, False) or line.is_decided
        if line.is_hidden:
            hidden.add(line.other[0])
    why = tuple(dict.fromkeys(line.why for line in lines))
    places = tuple(dict.fromkeys(end for line in lines for end in (line.one, line.other)))
    return Thing(why, places, records, frozenset(hidden))


def drawn(
    here: str, things: Sequence[Thing], labels: dict[str, str], words: dict[tuple[str, str], str]
) -> Picture:
    """The picture from the record that is looked at. What several records name stands first; no more
    than `MOST_NODES` boxes are drawn."""
    ordered = sorted(things, key=lambda one: (here not in one.records, -len(one.records), one.why))
    chosen: list[Thing] = []
    records = [here]
    for thing in ordered:
        new = [one for one in sorted(thing.records) if one not in records]
        if len(chosen) + 1 + len(records) + len(new) <= MOST_NODES:
            chosen.append(thing)
            records += new
    everybody = {record for thing in things for record in thing.records} | {here}
    left_out = len(things) - len(chosen) + len(everybody) - len(records)
    rows = max(len(records), len(chosen), 1)
    left = {
        record: Box(
            record, _cut(labels.get(record, record)), _second(record, here),
            MARGIN, _down(place, len(records), rows), record == here,
        )
        for place, record in enumerate(records)
    }  # fmt: skip
    right, lines = [], []
    for place, thing in enumerate(chosen):
        x, y = WIDTH - MARGIN - BOX_WIDTH, _down(place, len(chosen), rows)
        said = next((words[one] for one in thing.places if words.get(one)), ", ".join(thing.why))
        right.append(Box(str(place), _cut(said), thing.why[0][:40], x, y, third=thing.standing))
        for record, is_decided in sorted(thing.records.items()):
            box = left[record]
            middle = BOX_HEIGHT // 2
            start = (box.x + BOX_WIDTH, box.y + middle)
            lines.append(Line(*start, x, y + middle, is_decided, record in thing.hidden))
    height = 2 * MARGIN + rows * STEP - (STEP - BOX_HEIGHT)
    return Picture(WIDTH, height, tuple(left.values()), tuple(right), tuple(lines), left_out)


def _down(place: int, count: int, rows: int) -> int:
    """How far down a box stands: a shorter column is spread over the height of the longer."""
    spread = (rows - 1) * STEP
    return MARGIN + (round(place * spread / (count - 1)) if count > 1 else spread // 2)


def _second(record: str, here: str) -> str:
    if record == here:
        return f"{record}, this record"
    return record if "-" in record else ""


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
