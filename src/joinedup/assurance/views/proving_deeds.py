"""Two more things that can be done to an action: a new date put forward, an assurance noted."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.access.choices import May
from joinedup.assurance.actions import note_assurance, propose_date
from joinedup.assurance.forms.acting import ActingForm
from joinedup.assurance.forms.proving import ProposeDateForm, ToldForm
from joinedup.assurance.queries.choosing import agencies_to_choose, agency_called
from joinedup.assurance.queries.proving import evidence_to_choose
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import Deed, deed_page
from joinedup.assurance.writing.thread import Behalf
from joinedup.audit.actor import By
from joinedup.pages.dates import long_date

__all__ = ["DEEDS", "PAGES"]


def _propose_form(
    data: Any, files: Any, initial: Any, row: Any, user: Any, today: dt.date
) -> ActingForm:
    return ProposeDateForm(data, initial=initial, today=today)


def _propose(by: By, row: Any, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    behalf = Behalf(by=said["said_by"], on=said["said_on"], how=said["said_how"])
    propose_date(by, row.reference, said["due_on"], said["reason"], today=today, behalf=behalf)
    return f"{long_date(said['due_on'])} is put forward. The date stays until it is decided."


def _told_form(
    data: Any, files: Any, initial: Any, row: Any, user: Any, today: dt.date
) -> ActingForm:
    return ToldForm(
        data,
        initial=initial,
        today=today,
        agencies=agencies_to_choose(),
        evidence=evidence_to_choose(row),
    )


def _told(by: By, row: Any, form: ActingForm, today: dt.date) -> str:
    said = form.cleaned_data
    agency = agency_called(said["agency"])
    if agency is None:
        raise Problem("Choose an organisation from the list.", "agency")
    note_assurance(
        by,
        row.reference,
        agency,
        said["said_by"],
        said["said_on"],
        said["words"],
        today=today,
        evidence=said["evidence"],
    )
    return "Written down. It stands with the day from which it is stale."


DEEDS: tuple[Deed, ...] = (
    Deed(
        "propose",
        May.UPDATE_ACTIONS,
        "Put a new date forward",
        "Put it forward",
        _propose_form,
        _propose,
        "The date stays as it is until the decision is recorded, with its minute.",
    ),
    Deed(
        "told",
        May.UPDATE_ACTIONS,
        "Write down an assurance",
        "Write it down",
        _told_form,
        _told,
        "What an organisation tells us is so. Words alone are stale: evidence makes them worth "
        "something, for a time.",
    ),
)

PAGES = {deed.name: deed_page(deed) for deed in DEEDS}
