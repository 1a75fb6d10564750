"""Actions about which nobody has said anything for too long, by the council's own limit."""

from __future__ import annotations

import datetime as dt

from joinedup.access.limits import own_rules
from joinedup.assurance.rules import quiet
from joinedup.rulebook import rule

__all__ = ["quiet_since", "quiet_words"]


def quiet_since(today: dt.date) -> dt.date:
    """The day before which an action counts as without update."""
    return quiet.quiet_since(rule(quiet.LIMIT, today, own_rules()), today)


def quiet_words(today: dt.date) -> str:
    """What lists call such actions: "No update in 60 days"."""
    return quiet.quiet_words(rule(quiet.LIMIT, today, own_rules()))
