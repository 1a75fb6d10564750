"""What the register writes into a section of a paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from joinedup.access.models import User
from joinedup.assurance.models import Plan
from joinedup.documents.blocks import Block

__all__ = ["written_by_register"]


def written_by_register(
    fill: str, plans: Sequence[Plan], as_at: dt.date, today: dt.date, reader: User, about: str
) -> list[Block]:
    """The blocks of a section that the register fills, as the reader may see them."""
    if find_spec("joinedup.papers.contents") is None:
        return []
    build = import_module("joinedup.papers.contents").build_section
    return list(build(fill, plans, as_at, today, reader, about))
