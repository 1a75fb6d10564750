"""What the whole document tells each cell: its year, its keys, the people and posts known here."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from joinedup.assurance.rules.status import Status

from .model import KeyEntry

__all__ = ["Known"]


@dataclass(frozen=True)
class Known:
    """Handed to every field. `status_key` holds what the document's key says of its symbols."""

    year: int | None = None
    year_is_sure: bool = False
    spans_two_years: bool = False
    as_at: tuple[int, int] | None = None
    """Year and month in which the document tells how things stand, where no title says the year."""
    keys: tuple[KeyEntry, ...] = ()
    status_key: Mapping[str, Status] = field(default_factory=dict)
    priority_key: Mapping[str, str] = field(default_factory=dict)
    initials: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    marks_lost: bool = False
    """True for formats whose lists may have lost their marks (text copies)."""

    @cached_property
    def token(self) -> Hashable:
        """All of it, to keep what was read with it by."""
        values = (getattr(self, one.name) for one in fields(self))
        return tuple(tuple(v.items()) if isinstance(v, Mapping) else v for v in values)
