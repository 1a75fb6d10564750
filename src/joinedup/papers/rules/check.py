"""The check before anything is made public: what points at a person, and counts small enough to do
so. It only finds; an officer says of each that it is fine and why, or has it taken out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from joinedup.documents.blocks import Annexe, Block, Chart, Heading, Report, Table
from joinedup.papers.rules.check_counts import (
    label_of,
    small_cells,
    suppressed,
    totals_that_tell,
)
from joinedup.papers.rules.check_words import (
    contacts_and_births,
    exact_names,
    names_in,
    sought_for,
)
from joinedup.papers.rules.frozen import each_word

__all__ = ["BIRTH", "BY_TAKING", "CONTACT", "COUNT", "NAME", "Finding", "findings", "without"]

NAME, CONTACT, BIRTH, COUNT, BY_TAKING = "name", "contact", "birth", "count", "by-taking"
ORDER = {kind: place for place, kind in enumerate((NAME, CONTACT, BIRTH, COUNT, BY_TAKING))}
WITHHELD = {NAME: "[name withheld]", CONTACT: "[withheld]", BIRTH: "[date of birth withheld]"}
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Finding:
    """A name, a number or the like, once for each wording, with the places it stands at."""

    kind: str
    found: str
    places: tuple[str, ...]
    shown: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    place: str
    words: str
    table: Table | None = None


def findings(
    report: Report,
    names: Iterable[str],
    least: int,
    nouns: Sequence[str],
    spelled: Sequence[str],
    others: Sequence[str] = (),
    *,
    titles: Collection[str] = (),
    common: Collection[str] = (),
    public: str = "",
) -> list[Finding]:
    """Everything that could point at a person, names first.

    `names` are those of people that the register or the accounts know, `titles` stand before a
    surname, `common` are surnames that are no finding when they stand alone. `public` is what the
    paper names as its contact. Counts are those from 1 to one below `least`: `nouns` are words that
    make a number before them a count of people, `spelled` the numbers from one on in words,
    `others` the beginnings of headings of columns that count no people.
    """
    pieces = list(_pieces(report.blocks, "The front"))
    texts = list(_texts(pieces, report))
    whole = " ".join(" ".join(words for _, words in texts).split())
    known = {one.strip() for one in names if _surname(one) in whole}
    sought = sought_for(known, titles, frozenset(map(str.casefold, common)))
    counts = _counts(least, nouns, spelled)
    places: dict[tuple[str, str], list[str]] = {}

    def note(kind: str, found: str, place: str) -> None:
        places.setdefault((kind, found[:LONGEST]), []).append(place)

    for place, words in texts:
        for found in names_in(words, sought):
            note(NAME, found, place)
        for is_birth, found in contacts_and_births(words):
            if found not in public:
                note(BIRTH if is_birth else CONTACT, found, place)
    for piece in pieces:
        for found in counts.findall(piece.words):
            note(COUNT, " ".join(found.split()), piece.place)
        for kind, label in _in_table(piece.table, least, others):
            note(kind, label, piece.place)
    order = sorted(places, key=lambda one: (ORDER[one[0]], one[1].casefold()))
    return [
        Finding(kind, found, tuple(dict.fromkeys(places[kind, found]))) for kind, found in order
    ]


def _in_table(table: Table | None, least: int, others: Sequence[str]) -> Iterator[tuple[str, str]]:
    if table is None:
        return
    for label in small_cells(table, least, others):
        yield COUNT, label
    for row, column in totals_that_tell(table, least, others):
        yield BY_TAKING, label_of(table, row, column)


def _surname(name: str) -> str:
    parts = name.split()
    return parts[-1] if parts else "\0"


def without(report: Report, taken: Iterable[tuple[str, str]], least: int) -> Report:
    """The report with what was taken out: a name stands as withheld, a count as "fewer than" the
    limit, a total from which one could be worked out as withheld."""
    said = list(taken)
    counts = {found for kind, found in said if kind == COUNT}
    totals = {found for kind, found in said if kind == BY_TAKING}
    fewer = f"fewer than {least}"
    if counts or totals:
        report = replace(report, blocks=tuple(suppressed(report.blocks, counts, totals, fewer)))
    patterns = [
        (pattern, words)
        for kind, words in WITHHELD.items()
        if (pattern := exact_names(found for one, found in said if one == kind)) is not None
    ]

    def changed(words: str) -> str:
        for pattern, instead in patterns:
            words = pattern.sub(instead, words)
        for count in counts:
            number, _, rest = count.partition(" ")
            if rest and "›" not in count:
                looked = rf"\b{re.escape(number)}\s+{re.escape(rest)}\b"
                words = re.sub(looked, f"{fewer} {rest}", words)
        return words

    return each_word(report, changed) if said else report


def _counts(least: int, nouns: Sequence[str], spelled: Sequence[str]) -> re.Pattern[str]:
    small = [str(number) for number in range(1, least)] + list(spelled[: max(0, least - 1)])
    numbers, things = "|".join(map(re.escape, small)), "|".join(map(re.escape, nouns))
    if not small or not nouns:
        return re.compile(r"(?!)")
    return re.compile(
        rf"(?<![\w.,/-])(?:{numbers})\s+(?:[a-z-]+\s+){{0,2}}?(?:{things})\b", re.IGNORECASE
    )


def _pieces(blocks: Iterable[Block], place: str) -> Iterator[_Piece]:
    for block in blocks:
        if isinstance(block, Heading):
            place = block.words
        if isinstance(block, Annexe):
            yield _Piece(block.title, block.title)
            yield from _pieces(block.blocks, block.title)
            continue
        table = block.table if isinstance(block, Chart) else block
        if isinstance(table, Table):
            yield _Piece(place, "", table)
        for words in block.pieces():
            yield _Piece(place, words)


def _texts(pieces: Iterable[_Piece], report: Report) -> Iterator[tuple[str, str]]:
    yield from (("The title", words) for words in (report.title, report.subtitle, report.author))
    yield from ((one.place, one.words) for one in pieces if one.words)
