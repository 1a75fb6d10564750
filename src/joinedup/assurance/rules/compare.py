"""A newer version of a plan beside the register: same, changed, new, gone. Nothing is overwritten
that nobody chose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

__all__ = ["Change", "Match", "Side", "compare", "compare_parts"]

SAME_CODE_TITLE, TITLE_ALONE, PART_ALONE = 45.0, 86.0, 65.0
"""How alike titles must be, of 100: beside the same reference, by themselves, and as parts of one
row, where few others could be meant."""


@dataclass(frozen=True, slots=True)
class Side:
    """One row on one side: its key (row id or reference), code, title and fields as text."""

    key: str
    code: str
    title: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a row. `kind` is same, changed, new or gone; `why` says how it was matched;
    `whole` is the row of the register that it is a part of."""

    kind: str
    new: Side | None
    old: Side | None
    changes: tuple[Change, ...] = ()
    why: str = ""
    whole: Side | None = None


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _pairs(
    new: Sequence[Side], old: Sequence[Side], alike: float
) -> list[tuple[float, int, int, str]]:
    found = []
    for i, one in enumerate(new):
        for j, other in enumerate(old):
            likeness = fuzz.token_sort_ratio(_plain(one.title), _plain(other.title))
            same_code = bool(one.code) and _plain(one.code) == _plain(other.code)
            if same_code and likeness >= SAME_CODE_TITLE:
                found.append((200 + likeness, i, j, "the same reference"))
            elif likeness >= alike:
                found.append((likeness, i, j, "the same words"))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _changes(new: Side, old: Side) -> tuple[Change, ...]:
    """Fields that say something else now. What the newer version leaves empty takes nothing away."""
    pairs = [("title", old.title, new.title)]
    pairs += [(name, old.values.get(name, ""), words) for name, words in new.values.items()]
    return tuple(Change(name, a, b) for name, a, b in pairs if _plain(b) and _plain(a) != _plain(b))


def compare(new: Iterable[Side], old: Iterable[Side], alike: float = TITLE_ALONE) -> list[Match]:
    """Match rows of a newer version to the register, each at most once: by reference where the words
    are near, else by the words, `alike` of 100. In the order of the newer version; what is gone comes last.
    """
    new, old = list(new), list(old)
    taken_new: dict[int, tuple[int, str]] = {}
    taken_old: set[int] = set()
    for _, i, j, why in _pairs(new, old, alike):
        if i not in taken_new and j not in taken_old:
            taken_new[i] = (j, why)
            taken_old.add(j)
    found = []
    for i, one in enumerate(new):
        if i not in taken_new:
            found.append(Match("new", one, None))
            continue
        j, why = taken_new[i]
        changes = _changes(one, old[j])
        found.append(Match("changed" if changes else "same", one, old[j], changes, why))
    found += [Match("gone", None, one) for j, one in enumerate(old) if j not in taken_old]
    return found


def compare_parts(
    rows: Iterable[Match],
    new: Mapping[str, Sequence[Side]],
    old: Mapping[str, Sequence[Side]],
) -> list[Match]:
    """The parts of each row that both versions have, matched as rows are. `new` and `old` give the
    parts of a row by its key. A row that names no parts in the newer version takes none away; the
    parts of a row that is new or gone come or go with it."""
    found: list[Match] = []
    for row in rows:
        if row.new is None or row.old is None or not new.get(row.new.key):
            continue
        pairs = compare(new[row.new.key], old.get(row.old.key, ()), PART_ALONE)
        found += [replace(pair, whole=row.old) for pair in pairs]
    return found
