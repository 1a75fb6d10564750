"""Somebody who may be meant by a printed owner."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Candidate"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who may be meant: `kind` is person, post or agency, `confidence` from 0 to 1."""

    key: str
    name: str
    kind: str
    confidence: float
    why: str
