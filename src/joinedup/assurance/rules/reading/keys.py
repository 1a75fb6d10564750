"""All keys of a document gathered: statuses, priorities, initials, and what a text colour means."""

from __future__ import annotations

import re
from functools import partial

from joinedup.assurance.rules.status import Status, parse_priority
from joinedup.documents.grid import Document, Para, Table

from .cells import TableView, clean, kept, view_of
from .keyblocks import keys_among_rows
from .legends import is_key_table, is_legend_text, key_of_table, key_of_text, keys_in_rows
from .meanings import status_meaning
from .model import KeyEntry
from .namedkeys import key_of_names, key_of_shapes
from .parsers import parse_status
from .surroundings import block_text
from .tables import Analysis

__all__ = [
    "colour_sentence",
    "explained_symbols",
    "gather_keys",
    "initials_of",
    "priority_key",
    "status_key",
]

_COLOUR_SAYS = re.compile(
    r"(?:highlighted|shown|marked|shaded|printed|coloured|written|items|actions|text|those|entries)?\s*"
    r"\bin\s+(red|amber|green|blue|yellow|purple|orange|black)\b([^.]{0,80})",
    re.IGNORECASE,
)
_KEY_OPENS = re.compile(
    r"^\W*(?:[\w/]+\s+){0,3}(key|legend|ratings?|codes?)\b[^.]{0,30}:?\s*$", re.I
)
_INITIALS = re.compile(r"(?=..)[A-Z][A-Za-z]{0,2}[A-Z]{0,2}(?:[-/][A-Z]+)?")


def gather_keys(document: Document, tables: list[Analysis]) -> tuple[list[KeyEntry], set[int]]:
    """The entries of every key, and the indices of the blocks (not tables) that they stand in."""
    found, used = _keys_in_text(document)
    for analysis in tables:
        found += _keys_in_table(analysis)
    known = {entry.symbol for entry in found}
    found += [entry for entry in _named(document) if entry.symbol not in known]
    return found, used


def _keys_in_text(document: Document) -> tuple[list[KeyEntry], set[int]]:
    """The keys in headings and paragraphs, and the indices of these."""
    found: list[KeyEntry] = []
    used: set[int] = set()
    under_key = False
    for index, block in enumerate(document.blocks):
        text = block_text(block)
        entries = key_of_text(text, f"b{index}") if text else []
        drawn = key_of_shapes(block, f"b{index}") if isinstance(block, Para) else []
        if drawn or is_legend_text(text) or (under_key and entries):
            found += drawn or entries
            used.add(index)
            under_key = True
        elif _KEY_OPENS.match(text):
            used.add(index)
            under_key = True
        elif text or isinstance(block, Table):
            under_key = False
    return found, used


def _keys_in_table(analysis: Analysis) -> list[KeyEntry]:
    found = (
        key_of_table(analysis.view)
        if analysis.is_key
        else keys_in_rows(analysis.view, analysis.kinds)
    )
    if not analysis.is_key:
        found += keys_among_rows(analysis.view, _rows_beside(analysis))
    for row, kind in enumerate(analysis.kinds):
        if kind.kind == "legend":
            cells = analysis.view.filled(row)
            text = " ".join(analysis.view.text(row, cell.col) for cell in cells)
            found += key_of_text(text, kind.id)
    return found


def _rows_beside(analysis: Analysis) -> list[int]:
    """The rows of a table that are no part of a plan."""
    if not analysis.kinds:
        return list(range(analysis.view.table.n_rows))
    return [
        row
        for row, kind in enumerate(analysis.kinds)
        if kind.kind in ("note", "title", "legend", "heading")
    ]


def _named(document: Document) -> list[KeyEntry]:
    """The initials that stand beside names anywhere, as in a list of those present."""
    found: dict[KeyEntry, None] = {}
    for index, block in enumerate(document.blocks):
        cells = block.cells if isinstance(block, Table) else ()
        for text in [block_text(block), *(cell.text for cell in cells)]:
            found |= dict.fromkeys(key_of_names(text, "" if cells else f"b{index}"))
    return list(found)


def explained_symbols(document: Document) -> frozenset[str]:
    """The signs that keys of the document explain as statuses, in lower case; looked for before
    any table is understood. Empty unless two different statuses are explained."""
    entries: list[KeyEntry] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Table):
            number += 1
            view = view_of(block, number)
            entries += kept(view, "key entries", partial(_entries_of_table, view))
        else:
            entries += key_of_text(block_text(block))
    found: dict[str, str] = {}
    for entry in entries:
        symbol = entry.symbol.strip(" .()[]").casefold()
        status = status_meaning(entry.meaning) if len(symbol) <= 6 else None
        if status is not None:
            found[symbol] = status.value
    return frozenset(found) if len(set(found.values())) >= 2 else frozenset()


def _entries_of_table(view: TableView) -> list[KeyEntry]:
    if is_key_table(view):
        return key_of_table(view)
    found = keys_among_rows(view, list(range(view.table.n_rows)))
    for row in range(view.table.n_rows):
        cells = view.filled(row)
        texts = [view.text(row, cell.col) for cell in cells]
        if len(cells) == 1 or (cells and _KEY_OPENS.match(texts[0] + ":")):
            found += [entry for text in texts for entry in key_of_text(text)]
    return found


def status_key(keys: list[KeyEntry]) -> dict[str, Status]:
    """Symbol → status, for the entries whose meaning is a status."""
    found: dict[str, Status] = {}
    for entry in keys:
        status = status_meaning(entry.meaning)
        if status is not None:
            found[entry.symbol] = status
    return found


def priority_key(keys: list[KeyEntry]) -> dict[str, str]:
    """Symbol → high, medium or low, for the entries whose meaning is a priority."""
    found: dict[str, str] = {}
    for entry in keys:
        priority = parse_priority(re.split(r"[,;(–-]", entry.meaning)[0])
        if priority is not None:
            found[entry.symbol] = priority.value
    return found


def initials_of(keys: list[KeyEntry]) -> dict[str, str]:
    """Initials → name, for the entries whose meaning is a name or post."""
    found: dict[str, str] = {}
    for entry in keys:
        symbol = entry.symbol.strip(" .:")
        meaning = clean(entry.meaning)
        if not _INITIALS.fullmatch(symbol) or parse_status(meaning) is not None:
            continue
        if re.match(r"^(?:[A-Z]|the )", meaning):
            found[symbol] = meaning
    return found


def colour_sentence(document: Document) -> dict[str, str]:
    """Colour → what a sentence of the document says about words in that colour."""
    found: dict[str, str] = {}
    for block in document.blocks:
        text = block_text(block) if not isinstance(block, Table) else ""
        for match in _COLOUR_SAYS.finditer(text):
            found.setdefault(match.group(1).casefold(), clean(match.group(0)))
    return found
