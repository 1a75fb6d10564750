"""When a mail that could not be sent is tried again, when we give up and say so, and what a home
page announces."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["News", "next_try"]


@dataclass(frozen=True, slots=True)
class News:
    """Something new to read, announced on a home page: its title, where it goes and when, what is
    new about it ("Version 2"), the day it came out, and its page."""

    reference: str
    title: str
    body: str
    meeting_on: dt.date | None
    words: str
    out_on: dt.date
    address: str


def next_try(tries: int, now: dt.datetime, waits: tuple[int, ...]) -> dt.datetime | None:
    """When to try again after `tries` failures; `waits` are minutes. None: a person must look."""
    if tries > len(waits):
        return None
    return now + dt.timedelta(minutes=waits[tries - 1])
