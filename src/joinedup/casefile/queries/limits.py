"""Time limits of a person's file, by the rule book and the council's own rules."""

from __future__ import annotations

import datetime as dt

from joinedup.access.limits import own_rules
from joinedup.casefile.rules.retention import Keeping, keeping_from
from joinedup.rulebook import Kind, of_kind, rule
from joinedup.rulebook.working_days import add_amount

__all__ = ["ACCESS", "access_limit", "keeping_on"]

ACCESS = "clock.subject_access"


def access_limit(received_on: dt.date) -> tuple[dt.date, str]:
    """By when a request of this day is answered, and the hash of the rule that says so."""
    entry = rule(ACCESS, received_on, overlay=own_rules())
    return add_amount(received_on, entry.amount("limit")), entry.content_hash


def keeping_on(day: dt.date) -> tuple[Keeping, ...]:
    """How long cases are kept, by the rules that hold on a day."""
    return keeping_from(of_kind(Kind.RETENTION, day, own_rules()))
