"""After how long without a word an action is said to be quiet: rule `limit.no_update`."""

from __future__ import annotations

import datetime as dt

from joinedup.rulebook import Amount, Entry
from joinedup.rulebook.working_days import add_amount

__all__ = ["LIMIT", "quiet_since", "quiet_words"]

LIMIT = "limit.no_update"


def quiet_since(rule: Entry, today: dt.date) -> dt.date:
    """The day before which an action counts as without update. `rule` is that of `LIMIT`."""
    amount = rule.amount("value")
    return add_amount(today, Amount(-amount.number, amount.unit))


def quiet_words(rule: Entry) -> str:
    """What lists call such actions: "No update in 60 days"."""
    return f"No update in {rule.amount('value').words()}"
