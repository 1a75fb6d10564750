"""A due phrase told back to a person in a plain sentence."""

import calendar
import datetime as dt

from joinedup.assurance.rules.due.reading import Due

_RHYTHMS = {
    "weekly": "every week",
    "fortnightly": "every two weeks",
    "monthly": "every month",
    "two_monthly": "every two months",
    "quarterly": "every three months",
    "termly": "every school term",
    "six_monthly": "every six months",
    "annual": "every year",
    "each_meeting": "at every meeting",
    "event": "whenever it is called for",
    "ongoing": "all the time",
}


def day_in_words(iso: str) -> str:
    """ "2015-08-31" as "31 August 2015", "2015-08" as "August 2015"."""
    year, month = int(iso[:4]), int(iso[5:7])
    words = f"{calendar.month_name[month]} {year}"
    return f"{int(iso[8:10])} {words}" if len(iso) > 7 else words


def last_day_of(iso: str) -> dt.date:
    """The day itself, or the last day of the month where only that is said."""
    year, month = int(iso[:4]), int(iso[5:7])
    day = int(iso[8:10]) if len(iso) > 7 else calendar.monthrange(year, month)[1]
    return dt.date(year, month, day)


def due_sentence(due: Due, today: dt.date) -> str:
    """What was understood: "Due by 31 August 2015, which has passed." and the like."""
    if due.recurrence:
        words = f"To be done {_RHYTHMS[due.recurrence]}"
        words += f", first on {_on(due.start)}" if due.start else ""
        return words + (f", until {day_in_words(due.date)}." if due.date else ".")
    if due.date:
        words = f"Due by {day_in_words(due.date)}"
        words += f", from {day_in_words(due.start)}" if due.start else ""
        return words + (", which has passed." if last_day_of(due.date) < today else ".")
    if due.start:
        return (
            f"To begin in {day_in_words(due.start)}."
            if len(due.start) == 7
            else (f"To begin on {day_in_words(due.start)}.")
        )
    return "No date can be told from these words." if due.text.strip() else "No date is given."


def _on(iso: str | None) -> str:
    return (
        day_in_words(iso or "")
        if iso and len(iso) > 7
        else f"some day in {day_in_words(iso or '')}"
    )
