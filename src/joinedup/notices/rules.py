"""When a mail that could not be sent is tried again, and when we give up and say so."""

from __future__ import annotations

import datetime as dt

__all__ = ["next_try"]


def next_try(tries: int, now: dt.datetime, waits: tuple[int, ...]) -> dt.datetime | None:
    """When to try again after `tries` failures; `waits` are minutes. None: a person must look."""
    if tries > len(waits):
        return None
    return now + dt.timedelta(minutes=waits[tries - 1])
