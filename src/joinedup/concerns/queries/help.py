"""What every door shows first: whom to ring, by day and by night, and when this is read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.directory.queries import (
    HelpShown,
    NextReading,
    emergency_numbers,
    help_numbers,
    next_reading,
)
from joinedup.rulebook.working_days import london_date

__all__ = ["FirstHelp", "first_help"]


@dataclass(frozen=True, slots=True)
class FirstHelp:
    """Numbers at a moment, those answered now first, and when somebody reads what is sent now."""

    emergency: tuple[HelpShown, ...]
    numbers: tuple[HelpShown, ...]
    reading: NextReading


def first_help(now: dt.datetime, area: str = "") -> FirstHelp:
    """What stands at the top of every door. `area` is "" for the council's own."""
    return FirstHelp(
        emergency=tuple(emergency_numbers(london_date(now))),
        numbers=tuple(help_numbers(area, now)),
        reading=next_reading(now),
    )
