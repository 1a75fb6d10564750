"""Help numbers are dated: a change ends one row and begins another, so that what was shown on any
day can be told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.directory.choices import HelpHours
from joinedup.directory.models import HelpNumber

__all__ = ["NumberDetails", "add_help_number", "change_help_number", "end_help_number"]

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NumberDetails:
    """A number to ring: about whom, where, and when it is answered. `days`: 1 is Monday."""

    title: str
    number: str
    about: str
    hours: str
    days: tuple[int, ...] = ()
    opens: dt.time | None = None
    closes: dt.time | None = None
    is_open_on_bank_holidays: bool = False
    area: str = ""
    note: str = ""
    source: str = ""


def _refuse_what_cannot_be(details: NumberDetails) -> None:
    if not any(one.isdigit() for one in details.number):
        raise Problem("Write the number with its digits.", "number")
    if details.hours == HelpHours.ALWAYS:
        return
    if not details.days:
        raise Problem("Choose the days of the week.", "days")
    if details.opens is None or details.closes is None:
        raise Problem("Give both hours, for example 8:45 and 17:15.", "opens")
    if details.closes <= details.opens:
        raise Problem("The hours end before they begin. Change one of them.", "closes")


def _row(details: NumberDetails, from_on: dt.date) -> HelpNumber:
    always = details.hours == HelpHours.ALWAYS
    return HelpNumber.objects.create(
        title=details.title.strip(),
        number=details.number.strip(),
        note=details.note.strip(),
        area=details.area.strip(),
        about=details.about,
        hours=details.hours,
        days=[] if always else sorted(set(details.days)),
        opens=None if always else details.opens,
        closes=None if always else details.closes,
        is_open_on_bank_holidays=details.is_open_on_bank_holidays,
        source=details.source.strip(),
        from_on=from_on,
    )


@action
def add_help_number(by: By, details: NumberDetails, from_on: dt.date) -> HelpNumber:
    """Show a number from a day on. Raises Problem for one that can't be rung."""
    check_any(by, May.KEEP_DIRECTORY)
    _refuse_what_cannot_be(details)
    made = _row(details, from_on)
    record(by, "directory.add_number", made.reference, from_on=from_on)
    return made


def _held(by: By, reference: str) -> HelpNumber:
    check_any(by, May.KEEP_DIRECTORY)
    row = HelpNumber.objects.select_for_update().filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    if row.to_on is not None:
        raise Problem("This number has a last day already. Add the new one by itself.")
    return row


@action
def change_help_number(
    by: By, reference: str, details: NumberDetails, from_on: dt.date
) -> HelpNumber:
    """From this day the number is as given; the day before is the last of what it was.

    Raises Problem where it has ended already or would end before it began."""
    row = _held(by, reference)
    _refuse_what_cannot_be(details)
    if from_on <= row.from_on:
        raise Problem("Choose a day after the one from which it holds now.", "from_on")
    row.to_on = from_on - ONE_DAY
    row.save(update_fields=["to_on"])
    made = _row(details, from_on)
    record(by, "directory.change_number", row.reference, now=made.reference, from_on=from_on)
    return made


@action
def end_help_number(by: By, reference: str, to_on: dt.date) -> HelpNumber:
    """The number is shown up to this day. Raises Problem where that lies before its first."""
    row = _held(by, reference)
    if to_on < row.from_on:
        raise Problem("The last day comes before the first. Choose a later one.", "to_on")
    row.to_on = to_on
    row.save(update_fields=["to_on"])
    record(by, "directory.end_number", row.reference, to_on=to_on)
    return row
