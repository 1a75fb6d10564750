"""A report as data and back: what a publication keeps, so that it can be made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from joinedup.documents import blocks
from joinedup.documents.blocks import Report

__all__ = ["each_word", "frozen", "hash_of", "thawed"]

CLASSES: Mapping[str, type] = {
    one.__name__: one
    for one in (
        blocks.Annexe, blocks.Bullets, blocks.Cell, blocks.Chart, blocks.Choice, blocks.Column,
        blocks.Field, blocks.Fields, blocks.Heading, blocks.Note, blocks.Numbered,
        blocks.PageBreak, blocks.Paragraph, blocks.Report, blocks.Run, blocks.Table,
    )
}  # fmt: skip
ENUMS: Mapping[str, type[Enum]] = {one.__name__: one for one in (blocks.Kind, blocks.Tone)}
IS = "is"
NOT_WORDS = frozenset({"svg", "colour", "language"})


def frozen(report: Report) -> dict[str, Any]:
    """The report as JSON can keep it; `thawed` gives the same report back."""
    kept: dict[str, Any] = _frozen(report)
    return kept


def thawed(data: Mapping[str, Any]) -> Report:
    """The report that was frozen. Raises ValueError for data that is none."""
    report = _thawed(data)
    if not isinstance(report, Report):
        raise ValueError("These data are no report.")
    return report


def hash_of(data: Mapping[str, Any]) -> str:
    """SHA-256 over the data, the same whatever the order of its keys."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def each_word(report: Report, change: Callable[[str], str]) -> Report:
    """The report with every text passed through `change`; pictures and colours are left."""
    return thawed(_changed(frozen(report), change))


def _frozen(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kept = {one.name: _frozen(getattr(value, one.name)) for one in fields(value)}
        return {IS: type(value).__name__, **kept}
    if isinstance(value, Enum):
        return {IS: type(value).__name__, "value": value.value}
    if isinstance(value, frozenset):
        return {IS: "set", "items": sorted(value)}
    if isinstance(value, tuple | list):
        return [_frozen(one) for one in value]
    return value


def _thawed(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_thawed(one) for one in value)
    if not isinstance(value, Mapping):
        return value
    name = str(value.get(IS))
    if name == "set":
        return frozenset(value["items"])
    if name in ENUMS:
        return ENUMS[name](value["value"])
    if name not in CLASSES:
        raise ValueError(f"“{name}” is nothing that a report is made of.")
    return CLASSES[name](**{key: _thawed(one) for key, one in value.items() if key != IS})


def _changed(value: Any, change: Callable[[str], str], name: str = "") -> Any:
    if isinstance(value, str):
        return value if name in NOT_WORDS else change(value)
    if isinstance(value, list):
        return [_changed(one, change) for one in value]
    if isinstance(value, Mapping):
        if value.get(IS) in ENUMS:
            return value
        return {key: one if key == IS else _changed(one, change, key) for key, one in value.items()}
    return value
