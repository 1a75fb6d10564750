"""People for tests, made by the same actions that people use."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.audit.actor import By
from joinedup.cases.actions import tie_person
from joinedup.cases.models import Case
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.subjects import actions
from joinedup.subjects.models import Subject
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName
from tests.factories import cases as hand
from tests.factories import concerns as front

BORN = "2012-03-04"


def person(by: By, forename: str = "Kay", surname: str = "Lowther", **given: object) -> Subject:
    """Somebody by name; a child of 2012 unless said otherwise."""
    said = {"names": (GivenName(forename, "", surname),), "born": BORN, "sex": "f", **given}
    return actions.add_by_hand(by, Given(**said), today=timezone.localdate())


def at_home(by: By, forename: str = "Kay", surname: str = "Lowther", **given: object) -> Subject:
    """Somebody with an address and a telephone."""
    return person(
        by, forename, surname, addresses=(GivenAddress("12", "Mill Lane", "Ostrey", "QB1 2AB"),),
        phones=("07700 900123",), **given,
    )  # fmt: skip


def hidden(by: By, subject: Subject) -> Subject:
    """Somebody whose safe contact and safe address are kept apart."""
    actions.set_safe(
        by, subject.reference, contact="Ring Thursday, say it is the dentist",
        address="Flat 9, Beacon Court, Saltmere", reason="He looks for her",
    )  # fmt: skip
    return subject


def with_case(by: By, subject: Subject, on: dt.date | None = None) -> Case:
    """A case of the reader's team about somebody."""
    case = hand.opened(by, on=on or timezone.localdate() - dt.timedelta(days=200))
    somebody, today = case.subjects.get().pk, timezone.localdate()
    tie_person(by, case.reference, somebody, subject.reference, today=today)
    return case


def with_concern(subject: Subject, **given: object) -> Concern:
    """A concern in which somebody is."""
    concern = front.submitted(front.child(), **given)
    ConcernPerson.objects.filter(concern=concern).update(subject=subject)
    return concern
