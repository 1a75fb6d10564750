"""After how long without a word an action is said to be quiet: rule `limit.no_update`."""

from __future__ import annotations

import datetime as dt

from joinedup.rulebook import Amount, rule
from joinedup.rulebook.working_days import add_amount

__all__ = ["quiet_since", "quiet_words"]


def _limit(today: dt.date) -> Amount:
    return rule("limit.no_update", today).amount("value")


def quiet_since(today: dt.date) -> dt.date:
    """The day before which an action counts as without update."""
    amount = _limit(today)
    return add_amount(today, Amount(-amount.number, amount.unit))


def quiet_words(today: dt.date) -> str:
    """What lists call such actions: "No update in 60 days"."""
    return f"No update in {_limit(today).words()}"
