"""Cases for tests, made by the same actions that people use."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import Role
from joinedup.access.models import User
from joinedup.access.permission import by_user
from joinedup.audit.actor import By
from joinedup.cases import actions
from joinedup.cases.actions import NewCase, NewPerson
from joinedup.cases.models import Case, Closing, TransferOut
from joinedup.cases.rules.closing import Asked
from tests.factories import assurance as make
from tests.factories.referrals import TODAY, in_team

OPENED = TODAY - dt.timedelta(days=200)
SAFE = Asked("safe", "She lives with her aunt and is back at school")


def manager(name: str = "Mag Manager") -> By:
    """A team manager of casework, in the team of the cases below."""
    by = by_user(make.account(Role.CASE_MANAGER, name=name))
    in_team(by, "Vulnerability")
    return by


def worker(name: str = "Cas Worker") -> User:
    """A caseworker."""
    return make.account(Role.CASEWORKER, name=name)


def opened(by: By, who: User | None = None, **given: object) -> Case:
    """A case of the team, held in supervision, opened long enough ago to close."""
    on = given.pop("on", OPENED)
    person = (who or by.user).person
    people = given.pop("people", [NewPerson("Kay Lowther", "child", dt.date(2012, 3, 4))])
    new = {
        "route": "child_in_need", "lead_agency_id": make.agency().pk,
        "lead_person_id": person.pk, "why": "Older men wait for her after school",
        "people": people, "worker_id": person.pk, "team_id": in_team(manager_of(by), "Vulnerability").pk,
        **given,
    }  # fmt: skip
    case = actions.open_case(by, NewCase(**new), today=on)
    return Case.objects.get(pk=case.pk)


def manager_of(by: By) -> By:
    """Whoever's team the case belongs to."""
    return by


def supervised(by: By, case: Case, on: dt.date = TODAY) -> Case:
    """The case with a supervision on a day, recorded by whoever supervises its worker."""
    if by.user.person_id == (case.worker_id or case.lead_person_id):
        by = by_user(make.account(Role.SAFEGUARDING_LEAD, name="Sue Supervises"))
    actions.hold_session(by, case.reference, "supervision", "Plan agreed", "Both", today=on)
    return again(case)


def ready(by: By, **given: object) -> Case:
    """A case that nothing keeps open."""
    return supervised(by, opened(by, **given))


def asked(by: By, case: Case, said: Asked = SAFE, today: dt.date = TODAY) -> Closing:
    """Closing asked for."""
    return actions.ask_to_close(by, case.reference, said, today=today)


def closed(by: By, second: By, case: Case | None = None, today: dt.date = TODAY) -> Case:
    """A case closed by two people."""
    case = case or ready(by)
    waits = asked(by, case, today=today)
    actions.countersign(second, case.reference, waits.pk, "Right", today=today)
    return again(case)


def sent_outside(by: By, case: Case, on: dt.date = TODAY, **given: object) -> TransferOut:
    """A case sent to another authority, not accepted yet."""
    said = {
        "body": "Saltby County Council", "person": "Ola Verey", "contact": "ola@saltby.example",
        "words": "Risks and plan", "proof": "Secure mail of 9.14",
        "basis": "basis.legal_duty", "told": "They agree", **given,
    }  # fmt: skip
    new = actions.NewTransferOut(**said)
    return actions.send_outside(by, case.reference, new, today=on)


def accepted_outside(by: By, case: Case, on: dt.date = TODAY) -> TransferOut:
    """A case that another authority accepted in writing."""
    made = sent_outside(by, case, on)
    return actions.accept_outside(
        by, case.reference, made.reference, answered_by="Ola Verey", letter="Letter of 3 June",
        today=on,
    )  # fmt: skip


def again(case: Case) -> Case:
    """The case as it stands in the database."""
    return Case.objects.get(pk=case.pk)
