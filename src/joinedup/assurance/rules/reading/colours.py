"""Colour of words and cells: proposed as a status where the document says what a colour means."""

from __future__ import annotations

import re
from dataclasses import replace

from joinedup.assurance.rules.status import read_key
from joinedup.documents.grid import Cell, Document, Table

from .cells import colour_name
from .model import FieldValue, Question, Row
from .parsers import parse_status

__all__ = ["propose_from_colour"]


def _value_of(sentence: str, colour: str) -> str | None:
    """The status in "highlighted in red actions which I feel are ongoing"."""
    rest = sentence.casefold().split(colour, 1)[-1]
    found = read_key([f"{colour} = {rest.strip(' :=-–')}"])
    if found:
        return next(iter(found.values())).value
    for words in re.findall(r"[a-z]+(?:\s[a-z]+)?", rest):
        for part in (words, *words.split()):
            if len(part) > 4 and (status := parse_status(part)) is not None:
                return status.value
    return None


def _coloured_cells(document: Document) -> dict[str, set[str]]:
    """Cell id → colours of its words and its background."""
    found: dict[str, set[str]] = {}
    number = 0
    for block in document.blocks:
        if isinstance(block, Table):
            number += 1
            for cell in block.cells:
                names = _colours(cell)
                if names:
                    found[f"t{number}r{cell.row}c{cell.col}"] = names
    return found


def _colours(cell: Cell) -> set[str]:
    codes = {cell.fill}
    for para in cell.paras:
        for run in para.runs:
            if run.text.strip():
                codes |= {run.colour, run.highlight}
    return {name for code in codes if (name := colour_name(code))}


def _speaking(row: Row) -> tuple[str, ...]:
    """The cells whose colour tells of a row: its progress, else all of them."""
    told = row.fields.get("progress")
    if told is not None:
        return told.cells
    return tuple(cell for value in row.fields.values() for cell in value.cells)


def propose_from_colour(
    rows: list[Row], document: Document, sentences: dict[str, str]
) -> tuple[list[Row], list[Question]]:
    """Rows whose words have a colour that the document explains get a proposed status, with a
    question. Where the format holds no colours one question says that they are lost."""
    if not sentences or not rows:
        return rows, []
    if not document.has_colour:
        colour, sentence = next(iter(sentences.items()))
        return rows, [
            Question(
                "colour",
                "",
                "status",
                f"The document says “{sentence}”, but this "
                "file holds no colours. Look at the original before you confirm.",
            )
        ]
    cells = _coloured_cells(document)
    done: list[Row] = []
    questions: list[Question] = []
    for row in rows:
        names = {name for spot in _speaking(row) for name in cells.get(spot, ())}
        colour = next((name for name in sentences if name in names), "")
        if not colour and "black" in sentences and "progress" in row.fields:
            colour = "black"
        value = _value_of(sentences[colour], colour) if colour else None
        if value and "status" not in row.fields:
            text = f"{value.replace('_', ' ')} (from {colour})"
            status = FieldValue(
                {"text": text, "value": value},
                "",
                (),
                0.6,
                f"Proposed from {colour} words; to be confirmed",
            )
            row = replace(row, fields={**row.fields, "status": status})
            questions.append(
                Question(
                    "colour",
                    row.id,
                    "status",
                    f"The words are {colour}: proposed status “{text}”. Is that right?",
                )
            )
        done.append(row)
    return done, questions
