"""The council's brand, as the pages ask for it: looked up at most every few seconds."""

from __future__ import annotations

import time

from joinedup.council.queries import profile
from joinedup.pages.brand import Brand

__all__ = ["council_brand", "forget_brand"]

KEPT_SECONDS = 20
_kept: list[tuple[float, Brand]] = []


def council_brand() -> Brand:
    """Name and colour of the council; the product's own before it is set up."""
    now = time.monotonic()
    if _kept and now - _kept[0][0] < KEPT_SECONDS:
        return _kept[0][1]
    found = profile()
    made = Brand() if found is None else Brand(name=found.name, colour=found.colour)
    _kept[:] = [(now, made)]
    return made


def forget_brand() -> None:
    """Look the brand up afresh (after it was set)."""
    _kept.clear()
