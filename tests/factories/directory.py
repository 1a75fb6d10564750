"""Services and help numbers for tests, made by the same actions that people use."""

from __future__ import annotations

import datetime as dt

from joinedup.audit.actor import By
from joinedup.directory.actions.help_numbers import NumberDetails, add_help_number
from joinedup.directory.actions.services import add_service
from joinedup.directory.models import HelpNumber, Service
from joinedup.directory.rules.oruk import Facts
from tests.factories import assurance as make

WORKING_WEEK = (1, 2, 3, 4, 5)


def facts(name: str = "Marram House helpline", **given: object) -> Facts:
    """What is known of a service."""
    start = {
        "topics": ("domestic_abuse",),
        "phone": "01632 960 201",
        "organisation": "Marram House",
        "description": "Listens and helps.",
    }
    return Facts(name=name, **{**start, **given})  # type: ignore[arg-type]


def service(by: By | None = None, name: str = "Marram House helpline", **given: object) -> Service:
    """A service, checked on `today` (default: the tests' day)."""
    today = given.pop("today", make.TODAY)
    return add_service(by or make.lead(), facts(name, **given), today=today)


def number(
    by: By | None = None, title: str = "Children's social care", **given: object
) -> HelpNumber:
    """A help number by day, from long ago."""
    from_on = given.pop("from_on", make.LONG_AGO)
    start = {
        "number": "01632 960 111",
        "about": "child",
        "hours": "day",
        "days": WORKING_WEEK,
        "opens": dt.time(8, 45),
        "closes": dt.time(17, 15),
    }
    details = NumberDetails(title=title, **{**start, **given})  # type: ignore[arg-type]
    return add_help_number(by or make.lead(), details, from_on)  # type: ignore[arg-type]
