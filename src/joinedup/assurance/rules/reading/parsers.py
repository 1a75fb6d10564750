"""The parsers of dates, statuses and owners, remembered: a corrected plan is read again at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from joinedup.assurance.rules import owners as owner_rules
from joinedup.assurance.rules import references, status
from joinedup.assurance.rules.due import Due
from joinedup.assurance.rules.due import parse_due as _parse_due
from joinedup.assurance.rules.owners import Owner
from joinedup.assurance.rules.status import Status

__all__ = [
    "find_references",
    "lone_names",
    "open_status",
    "parse_due",
    "parse_status",
    "split_owners",
]

_Key = tuple[tuple[str, Status], ...]
_SIZE = 8192


@lru_cache(maxsize=_SIZE)
def parse_due(text: str, year: int | None) -> Due:
    """See `due.parse_due`."""
    return _parse_due(text, year)


@lru_cache(maxsize=_SIZE)
def _status(text: str, key: _Key) -> Status | None:
    return status.parse_status(text, dict(key) or None)


def parse_status(text: str, key: Mapping[str, Status] | None = None) -> Status | None:
    """See `status.parse_status`."""
    return _status(text, tuple((key or {}).items()))


@lru_cache(maxsize=_SIZE)
def _open_status(lines: tuple[str, ...]) -> tuple[Status | None, tuple[str, ...]]:
    found, rest = status.split_status_from_progress(lines)
    return found, tuple(rest)


def open_status(lines: list[str]) -> tuple[Status | None, list[str]]:
    """See `status.split_status_from_progress`."""
    found, rest = _open_status(tuple(lines))
    return found, list(rest)


@lru_cache(maxsize=_SIZE)
def _owners(
    lines: tuple[str, ...], known: frozenset[str], key: tuple[tuple[str, str], ...]
) -> tuple[Owner, ...]:
    return tuple(owner_rules.split_owners(lines, known=known, key=dict(key)))


def split_owners(
    lines: list[str], known: frozenset[str], key: Mapping[str, str]
) -> tuple[Owner, ...]:
    """See `owners.split_owners`."""
    return _owners(tuple(lines), known, tuple(key.items()))


@lru_cache(maxsize=64)
def lone_names(cells: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """See `owners.standing_alone`."""
    return owner_rules.standing_alone(cells)


@lru_cache(maxsize=_SIZE)
def find_references(text: str, refs: tuple[str, ...]) -> tuple[str, ...]:
    """See `references.find_references`; only references whose last number or word is in the text
    are tried."""
    plain = text.casefold()
    near = [ref for ref in refs if _tail(ref) in plain]
    return tuple(references.find_references(text, near)) if near else ()


@lru_cache(maxsize=_SIZE)
def _tail(ref: str) -> str:
    parts: list[str] = re.findall(r"\d+|[^\W\d_]+", ref.casefold())
    digits = [part for part in parts if part.isdigit()]
    return (digits or parts or [ref.casefold()])[-1]
