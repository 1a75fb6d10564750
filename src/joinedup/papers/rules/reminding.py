"""The words of reminders of a paper's last days: references, days and links, nobody's name and no
word of what the paper is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.pages.dates import long_date, plural

__all__ = ["ReminderLine", "body_of", "subject_of"]

OWN = "These papers wait for you:"
OTHERS = "These papers wait for somebody who has not answered, and you are their manager or lead:"


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One paper in a mail: what is to be done, by when, on which page; `is_own` where the reader
    does it."""

    reference: str
    deed: str
    due_on: dt.date | None
    address: str
    is_own: bool


def subject_of(lines: Sequence[ReminderLine]) -> str:
    """ "1 paper waits for you", "2 papers wait for people you manage"."""
    own = {one.reference for one in lines if one.is_own}
    count = len(own or {one.reference for one in lines})
    waits = "waits" if count == 1 else "wait"
    return f"{plural(count, 'paper')} {waits} for {'you' if own else 'people you manage or lead'}"


def body_of(lines: Sequence[ReminderLine], today: dt.date) -> str:
    """The whole mail."""
    said = ["Hello,", ""]
    for is_own, heading in ((True, OWN), (False, OTHERS)):
        rows = [one for one in lines if one.is_own == is_own]
        if rows:
            said += [heading, ""]
        for row in rows:
            said += [f"{row.reference}: {_when(row, today)}"]
            said += [row.address, ""] if is_own else [""]
    return "\n".join(said)


def _when(row: ReminderLine, today: dt.date) -> str:
    deed = row.deed[0].lower() + row.deed[1:]
    if row.due_on is None:
        return deed
    late = (today - row.due_on).days
    if late > 0:
        return f"{deed}, wanted by {long_date(row.due_on)}, {plural(late, 'day')} late"
    return f"{deed} by {'today, ' if late == 0 else ''}{long_date(row.due_on)}"
