"""One measured figure, and how figures are printed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

__all__ = ["Figure", "as_json", "as_table"]


@dataclass(frozen=True)
class Figure:
    """`bar` says what was promised in words; `is_met` whether it holds, None where there is no bar."""

    part: str
    name: str
    value: float | int | str
    unit: str = ""
    bar: str = ""
    is_met: bool | None = None


def at_most(part: str, name: str, value: float, bar: float, unit: str) -> Figure:
    """A figure that must not pass its bar."""
    return Figure(part, name, round(value, 3), unit, f"≤ {bar} {unit}".strip(), value <= bar)


def at_least(part: str, name: str, value: float, bar: float, unit: str = "") -> Figure:
    """A figure that must reach its bar."""
    return Figure(part, name, round(value, 4), unit, f"≥ {bar} {unit}".strip(), value >= bar)


def as_table(figures: Iterable[Figure]) -> str:
    """Lines for a person, missed bars marked."""
    lines = []
    for figure in figures:
        mark = {True: "ok", False: "MISSED", None: ""}[figure.is_met]
        value = f"{figure.value} {figure.unit}".strip()
        lines.append(f"{figure.part:10} {figure.name:58} {value:>16}  {figure.bar:16} {mark}")
    return "\n".join(lines)


def as_json(figures: Iterable[Figure]) -> str:
    """The same for a machine."""
    return json.dumps([asdict(figure) for figure in figures], indent=1, ensure_ascii=False)
