"""What is proposed on the confirm page: titles and dates of the plans in a document."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.rules.due import parse_due

__all__ = ["date_in"]


def date_in(text: str, year: int | None) -> dt.date | None:
    """The day that a title speaks of ("Action Plan June 2015" → 1 June 2015); None without one."""
    due = parse_due(text, year)
    found = due.date or due.start
    if not found:
        return None
    return dt.date.fromisoformat(found if len(found) == len("2015-06-01") else f"{found}-01")
