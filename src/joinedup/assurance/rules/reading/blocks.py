"""Plans without tables (placeholder until the labelled blocks are read)."""

from __future__ import annotations

from joinedup.documents.grid import Document

from .context import Known
from .corrections import Corrections
from .model import Plan

__all__ = ["read_blocks"]


def read_blocks(
    document: Document, known: Known, year: int | None, corrections: Corrections, has_tables: bool
) -> tuple[list[Plan], dict[int, tuple[str, str, str]]]:
    """No plan yet."""
    return [], {}
