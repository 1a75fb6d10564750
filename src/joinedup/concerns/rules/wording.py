"""Sentences that rules and actions say to people, by their codes (`words.toml`)."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path

from joinedup.concerns.choices import TellKind

__all__ = ["fault_words", "problem_words", "told_words"]

WORDS = Path(__file__).with_name("words.toml")


@cache
def _words() -> dict[str, dict[str, str]]:
    with WORDS.open("rb") as file:
        return tomllib.load(file)


def fault_words(code: str) -> str:
    """What is wrong with a report and what to do."""
    return _words()["faults"][code]


def problem_words(code: str) -> str:
    """Why a concern cannot be decided so and what to do."""
    return _words()["problems"][code]


def told_words(kind: TellKind, read_by: dt.date | None = None) -> str:
    """The words proposed for somebody who reported. `read_by` is when the report is read at the
    latest, for the first of them."""
    day = f"{read_by.day} {read_by:%B %Y}" if read_by else ""
    return _words()["told"][kind].format(read_by=day)
