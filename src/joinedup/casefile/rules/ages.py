"""How old somebody is, in words, from before birth to after death."""

from __future__ import annotations

import datetime as dt

__all__ = ["age_on", "age_words"]

BABY = 2


def age_on(born_on: dt.date, day: dt.date) -> int:
    """Whole years on a day. Somebody born on 29 February turns a year older on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def age_words(
    born_on: dt.date | None, died_on: dt.date | None, expected_on: dt.date | None, today: dt.date
) -> str:
    """ "14 years old", "7 months old", "Not born yet", "Died at 81"; empty where nobody knows."""
    if born_on is None:
        return "Not born yet" if expected_on is not None else "Has died" if died_on else ""
    if died_on is not None:
        return f"Died at {age_on(born_on, died_on)}"
    years = age_on(born_on, today)
    if years >= BABY:
        return f"{years} years old"
    months = (today.year - born_on.year) * 12 + today.month - born_on.month
    months -= today.day < born_on.day
    if months <= 0:
        return "Less than a month old"
    return f"{months} month{'' if months == 1 else 's'} old"
