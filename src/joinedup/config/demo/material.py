"""The invented material, as it stands in the data folder."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["PLANS", "material", "words"]

FOLDER = Path(__file__).parent / "data"
PLANS = ("plan_own", "plan_audit", "plan_section11", "plan_scrutiny", "plan_domestic")


@cache
def material(name: str) -> dict[str, Any]:
    """One file of the data folder."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def words(name: str) -> list[Any]:
    """Sentences of one kind."""
    return list(material("words")[name])
