"""Where a receiver rings us back: the duty post, as the directory has it today."""

from __future__ import annotations

import datetime as dt
import textwrap

from django.utils import timezone

from joinedup.directory.choices import HelpFor
from joinedup.directory.queries import help_numbers
from joinedup.rulebook import Amount, Unit
from joinedup.rulebook.working_days import LONDON, add_amount

__all__ = ["ring_back", "ring_us"]

WIDTH = 98
"""Letters in a line of a mail."""


def ring_back() -> str:
    """Our duty post with its telephone and hours, what is answered by day first, as nobody knows when
    it is read: "Duty desk, 01632 960111 (Monday to Friday, 9 am to 5 pm)". Empty where the
    directory has none. One statement."""
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    day = add_amount(yesterday, Amount(1, Unit.WORKING_DAYS))
    noon = dt.datetime.combine(day, dt.time(12), tzinfo=LONDON)
    rows = [one for one in help_numbers("", noon) if one.about == HelpFor.ANYBODY]
    return "; else ".join(f"{one.title}, {one.number} ({one.hours})" for one in rows)


def ring_us(reference: str) -> str:
    """A sentence for the end of a mail, in lines: whom to ring and what to quote."""
    told = ring_back()
    to = f"ring {told}" if told else "ring whoever sent it"
    return textwrap.fill(f"If you can’t find it, {to}. Quote our reference {reference}.", WIDTH)
