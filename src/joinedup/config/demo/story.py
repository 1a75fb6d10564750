"""A story: things that happen on days counted from today, told in the order of the days."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

from django.utils import timezone

from joinedup.config.demo.moment import at, moment_of

__all__ = ["Deed", "Story"]

Deed = Callable[[dt.date], object]


class Story:
    """Deeds gathered first and done afterwards, each at a moment of its own day."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self._deeds: list[tuple[int, int, Deed]] = []

    def day(self, offset: int) -> dt.date:
        """The day so many days from today."""
        return self.today + dt.timedelta(days=offset)

    def add(self, offset: int, deed: Deed) -> None:
        """Something to do on a day; things of one day keep their order. Never after today."""
        self._deeds.append((min(offset, 0), len(self._deeds), deed))

    def tell(self) -> None:
        """Do everything that has been gathered, day by day."""
        done: Counter[int] = Counter()
        for offset, _, deed in sorted(self._deeds, key=lambda one: one[:2]):
            day = self.day(offset)
            with at(min(moment_of(day, done[offset]), timezone.now())):
                deed(day)
            done[offset] += 1
        self._deeds.clear()
