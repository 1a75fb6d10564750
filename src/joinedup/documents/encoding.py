"""A grid as JSON and back: how the boxed reader hands it over, and how it is stored."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from joinedup.documents.grid import Block, Cell, Document, Heading, Para, Place, Run, Table, Value

__all__ = ["from_json", "to_json"]

Json = Any
PLACE_FIELDS = ("page", "sheet", "table", "row", "col", "line", "part")
RUN_FLAGS = ("bold", "italic", "strike")


def to_json(document: Document) -> str:
    """The whole document as compact JSON text."""
    return json.dumps(
        {
            "grid": 1,
            "name": document.name,
            "kind": document.kind,
            "has_colour": document.has_colour,
            "notes": list(document.notes),
            "blocks": [_block(block) for block in document.blocks],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).replace("\x00", "")


def from_json(text: str) -> Document:
    """The document that `to_json` wrote. Raises ValueError on anything else."""
    try:
        raw = json.loads(text)
        if raw["grid"] != 1:
            raise ValueError("a grid of another version")
        return Document(
            _text(raw["name"]),
            _text(raw["kind"]),
            tuple(_read_block(block) for block in raw["blocks"]),
            bool(raw["has_colour"]),
            tuple(_text(note) for note in raw["notes"]),
        )
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("not a grid") from error


def _block(block: Block) -> Json:
    if isinstance(block, Para):
        return {"p": _para(block)}
    if isinstance(block, Heading):
        para = _para(block.para) if block.para else None
        return {"h": [block.text, block.level, _place(block.place), para]}
    return {
        "t": [
            block.n_rows,
            block.n_cols,
            _place(block.place),
            block.title,
            block.header_rows,
            [_cell(cell) for cell in block.cells],
        ]
    }


def _place(place: Place) -> Json:
    found = {name: getattr(place, name) for name in PLACE_FIELDS}
    return {name: value for name, value in found.items() if value is not None}


def _para(para: Para) -> Json:
    return [[_run(run) for run in para.runs], _place(para.place), para.level, para.marker]


def _run(run: Run) -> Json:
    flags = sum(1 << bit for bit, name in enumerate(RUN_FLAGS) if getattr(run, name))
    if not flags and run.colour is None and run.highlight is None:
        return run.text
    return [run.text, flags, run.colour, run.highlight]


def _cell(cell: Cell) -> Json:
    return [
        cell.row,
        cell.col,
        [_para(para) for para in cell.paras],
        _place(cell.place),
        cell.rowspan,
        cell.colspan,
        cell.fill,
        _value(cell.value),
        cell.is_hidden,
    ]


def _value(value: Value) -> Json:
    if isinstance(value, dt.datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    return value


def _read_block(raw: Json) -> Block:
    if "p" in raw:
        return _read_para(raw["p"])
    if "h" in raw:
        text, level, place, para = raw["h"]
        read = _read_para(para) if para is not None else None
        return Heading(_text(text), int(level), _read_place(place), read)
    n_rows, n_cols, place, title, header_rows, cells = raw["t"]
    return Table(
        tuple(_read_cell(cell) for cell in cells),
        int(n_rows),
        int(n_cols),
        _read_place(place),
        _text(title),
        int(header_rows),
    )


def _read_place(raw: Json) -> Place:
    found: dict[str, Any] = {}
    for name in PLACE_FIELDS:
        if name in raw:
            found[name] = _text(raw[name]) if name in ("sheet", "part") else int(raw[name])
    return Place(**found)


def _read_para(raw: Json) -> Para:
    runs, place, level, marker = raw
    return Para(
        tuple(_read_run(run) for run in runs),
        _read_place(place),
        None if level is None else int(level),
        _maybe(marker),
    )


def _read_run(raw: Json) -> Run:
    if isinstance(raw, str):
        return Run(raw)
    text, flags, colour, highlight = raw
    bold, italic, strike = (bool(int(flags) & 1 << bit) for bit in range(3))
    return Run(_text(text), bold, italic, strike, _maybe(colour), _maybe(highlight))


def _read_cell(raw: Json) -> Cell:
    row, col, paras, place, rowspan, colspan, fill, value, is_hidden = raw
    return Cell(
        int(row),
        int(col),
        tuple(_read_para(para) for para in paras),
        _read_place(place),
        int(rowspan),
        int(colspan),
        _maybe(fill),
        _read_value(value),
        bool(is_hidden),
    )


def _read_value(raw: Json) -> Value:
    if isinstance(raw, dict):
        if "moment" in raw:
            return dt.datetime.fromisoformat(raw["moment"])
        return dt.date.fromisoformat(raw["date"])
    if raw is None or isinstance(raw, str | int | float | bool):
        return raw
    raise ValueError("not a value of a cell")


def _text(raw: Json) -> str:
    if not isinstance(raw, str):
        raise ValueError("not text")
    return raw


def _maybe(raw: Json) -> str | None:
    return None if raw is None else _text(raw)
