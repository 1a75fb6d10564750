"""The check before anything is made public: personal names, and counts small enough to point at
somebody. It only finds; an officer says of each that it is fine, or has it taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from joinedup.documents.blocks import (
    Annexe,
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Kind,
    Report,
    Table,
    cell,
)
from joinedup.papers.rules.frozen import each_word

__all__ = ["COUNT", "NAME", "Finding", "findings", "without"]

NAME, COUNT = "name", "count"
WITHHELD_NAME = "[name withheld]"
LONGEST = 300
LEAST_LETTERS = 3
TOTAL = re.compile(r"(?:all|total)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """A name or a small count, once for each wording, with the places it stands at."""

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
) -> list[Finding]:
    """Every personal name and every count from 1 to one below `least`, names first.

    `names` are those of people that the register or the accounts know; `nouns` are words that make
    a number before them a count of people, `spelled` the numbers from one on in words, `others`
    the beginnings of headings of columns that count no people.
    """
    pieces = list(_pieces(report.blocks, "The front"))
    whole = " ".join(" ".join(words for _, words in _texts(pieces, report)).split())
    places: dict[tuple[str, str], list[str]] = {}
    pattern = _names(one for one in names if one.strip() in whole)
    if pattern is not None:
        for where, words in _texts(pieces, report):
            for found in pattern.findall(words):
                places.setdefault((NAME, " ".join(found.split())), []).append(where)
    counts = _counts(least, nouns, spelled)
    for piece in pieces:
        for found in counts.findall(piece.words):
            words = " ".join(found.split())
            places.setdefault((COUNT, words[:LONGEST]), []).append(piece.place)
        if piece.table is not None:
            for label in _small_cells(piece.table, least, others):
                places.setdefault((COUNT, label), []).append(piece.place)
    order = sorted(places, key=lambda one: (one[0] == COUNT, one[1].casefold()))
    return [
        Finding(kind, found, tuple(dict.fromkeys(places[kind, found]))) for kind, found in order
    ]


def without(report: Report, taken: Iterable[tuple[str, str]], least: int) -> Report:
    """The report with what was taken out: a name stands as withheld, a count as "fewer than" the
    limit. A chart over a table with a withheld count is left out; its table stays."""
    names = [found for kind, found in taken if kind == NAME]
    counts = {found for kind, found in taken if kind == COUNT}
    fewer = f"fewer than {least}"
    if counts:
        report = replace(report, blocks=tuple(_suppressed(report.blocks, counts, fewer)))
    pattern = _names(names)

    def changed(words: str) -> str:
        if pattern is not None:
            words = pattern.sub(WITHHELD_NAME, words)
        for count in counts:
            number, _, rest = count.partition(" ")
            if rest and "›" not in count:
                looked = rf"\b{re.escape(number)}\s+{re.escape(rest)}\b"
                words = re.sub(looked, f"{fewer} {rest}", words)
        return words

    return each_word(report, changed) if names or counts else report


def _names(names: Iterable[str]) -> re.Pattern[str] | None:
    wanted = {one.strip() for one in names if len(one.strip()) >= LEAST_LETTERS}
    if not wanted:
        return None
    parts = [r"\s+".join(map(re.escape, one.split())) for one in wanted]
    longest_first = "|".join(sorted(parts, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")


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


def _is_small(held: Cell, least: int) -> bool:
    words = " ".join(held.pieces()).strip().replace(",", "")
    return words.isascii() and words.isdigit() and 1 <= int(words) < least


def _label(table: Table, row: tuple[Cell, ...], column: Column, held: Cell) -> str:
    parts = (table.caption, _words(row[0]), column.words, _words(held))
    return " › ".join(parts)[:LONGEST]


def _words(held: Cell) -> str:
    return " ".join(held.pieces()).strip()


def _small_cells(table: Table, least: int, others: Sequence[str]) -> Iterator[str]:
    """Small numbers in columns of numbers, each named by its row, its column and itself."""
    for number, row in enumerate(table.rows):
        if number in table.group_rows:
            continue
        for column, held in zip(table.columns, row, strict=True):
            counts_people = not column.words.casefold().startswith(tuple(others) or ("\0",))
            if column.holds is Kind.NUMBER and counts_people and _is_small(held, least):
                yield _label(table, row, column, held)


def _suppressed(blocks: Iterable[Block], counts: set[str], fewer: str) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Annexe):
            yield replace(block, blocks=tuple(_suppressed(block.blocks, counts, fewer)))
        elif isinstance(block, Table):
            yield _fewer(block, counts, fewer)
        elif isinstance(block, Chart):
            table = _fewer(block.table, counts, fewer)
            yield block if table == block.table else table
        else:
            yield block


def _fewer(table: Table, counts: set[str], fewer: str) -> Table:
    """The table without the counts that were taken out; a total that would give a single one of
    them away goes too."""
    rows = [list(row) for row in table.rows]
    for place, column in enumerate(table.columns):
        if column.holds is not Kind.NUMBER:
            continue
        taken = [
            number
            for number, row in enumerate(table.rows)
            if _label(table, row, column, row[place]) in counts
        ]
        for number in taken:
            rows[number][place] = cell(fewer)
        if len(taken) == 1:
            for number, row in enumerate(table.rows):
                if TOTAL.match(_words(row[0])) and number not in taken:
                    rows[number][place] = cell("withheld")
    return replace(table, rows=tuple(tuple(row) for row in rows))
