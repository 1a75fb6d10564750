"""What people do with services: add, change, check, withdraw, bring in and hand on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check_any
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import action, record
from joinedup.directory.choices import ServiceState
from joinedup.directory.models import Service
from joinedup.directory.queries import by_oruk_id, facts_of, services, topics
from joinedup.directory.rules.oruk import Facts, as_json

__all__ = [
    "Brought",
    "add_service",
    "bring_in_services",
    "check_service",
    "edit_service",
    "hand_on_services",
    "reopen_service",
    "withdraw_service",
]

NOT_COLUMNS = ("is_closed", "extra", "oruk_id", "checked_on")
CLOSED_ELSEWHERE = "Marked as closed in the file that was brought in"


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file did: how many services were new, changed, and as they were."""

    new: int
    changed: int
    same: int


def _columns(facts: Facts) -> dict[str, object]:
    """The columns of a service that a person or a file may set."""
    said = {name: value for name, value in asdict(facts).items() if name not in NOT_COLUMNS}
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in said.items()
    }


def _refuse_what_cannot_be(facts: Facts, known: dict[str, str]) -> None:
    if not facts.name.strip():
        raise Problem("Give the service a name.", "name")
    strange = [key for key in facts.topics if key not in known]
    if strange:
        raise Problem(f"There is no topic “{strange[0]}”. Choose from the list.", "topics")
    ages = (facts.from_age, facts.to_age)
    if None not in ages and ages[1] < ages[0]:  # type: ignore[operator]
        raise Problem("The highest age is under the lowest. Change one of them.", "to_age")
    ways = (facts.phone, facts.text_number, facts.email, facts.url, facts.place)
    if not any(ways):
        raise Problem("Give at least one way to reach the service.", "phone")


def _held(by: By, reference: str) -> Service:
    check_any(by, May.KEEP_DIRECTORY)
    row = Service.objects.select_for_update().filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    return row


@action
def add_service(by: By, facts: Facts, *, today: dt.date) -> Service:
    """Add a service; it counts as checked today. Raises Problem for facts that can't be."""
    check_any(by, May.KEEP_DIRECTORY)
    _refuse_what_cannot_be(facts, topics(today))
    made = Service.objects.create(**_columns(facts), checked_on=facts.checked_on or today)
    record(by, "directory.add", made.reference)
    return made


@action
def edit_service(by: By, reference: str, facts: Facts, version: int, *, today: dt.date) -> Service:
    """Change what is said of a service; that counts as having checked it. Raises Stale where
    somebody else saved first, Problem for facts that can't be."""
    row = _held(by, reference)
    _refuse_what_cannot_be(facts, topics(today))
    if row.version != version:
        raise Stale({"Name": row.name, "Telephone": row.phone, "Web": row.url}, row.version)
    for name, value in _columns(facts).items():
        setattr(row, name, value)
    row.checked_on, row.version = today, row.version + 1
    row.save()
    record(by, "directory.edit", row.reference, version=row.version)
    return row


@action
def check_service(by: By, reference: str, *, today: dt.date) -> Service:
    """Somebody made sure today that what is said of a service is right."""
    row = _held(by, reference)
    row.checked_on = today
    row.save(update_fields=["checked_on"])
    record(by, "directory.check", row.reference, on=today)
    return row


@action
def withdraw_service(by: By, reference: str, reason: str) -> Service:
    """Nobody is sent to the service from now on. Raises Problem without a reason."""
    row = _held(by, reference)
    if not reason.strip():
        raise Problem("Say why nobody is sent there any more.", "reason")
    row.state, row.withdrawn_reason = ServiceState.WITHDRAWN, reason.strip()[:300]
    row.version += 1
    row.save(update_fields=["state", "withdrawn_reason", "version"])
    record(by, "directory.withdraw", row.reference)
    return row


@action
def reopen_service(by: By, reference: str, *, today: dt.date) -> Service:
    """People are sent to a withdrawn service again; it counts as checked today."""
    row = _held(by, reference)
    row.state, row.withdrawn_reason, row.checked_on = ServiceState.OPEN, "", today
    row.version += 1
    row.save(update_fields=["state", "withdrawn_reason", "checked_on", "version"])
    record(by, "directory.reopen", row.reference)
    return row


@action
def bring_in_services(by: By, found: Sequence[Facts]) -> Brought:
    """Add the services of a file, or change those that have the same identifier, all or none. The
    day of checking is the file's own. Raises Problem where there are none."""
    check_any(by, May.KEEP_DIRECTORY)
    if not found:
        raise Problem("There are no services in this file.", "file")
    known = by_oruk_id([one.oruk_id for one in found if one.oruk_id])
    fresh: list[Service] = []
    changed = same = 0
    for one in found:
        row = known.get(one.oruk_id)
        if row is None:
            fresh.append(_new(one))
        elif facts_of(row) == one:
            same += 1
        else:
            _save_over(row, one)
            changed += 1
    Service.objects.bulk_create(fresh, batch_size=200)
    record(by, "directory.bring_in", f"list:{by.ref}", new=len(fresh), changed=changed, same=same)
    return Brought(len(fresh), changed, same)


def _new(one: Facts) -> Service:
    given = {"oruk_id": one.oruk_id} if one.oruk_id else {}
    row = Service(**_columns(one), **given, extra=dict(one.extra), checked_on=one.checked_on)
    _set_state(row, one)
    return row


def _save_over(row: Service, one: Facts) -> None:
    for name, value in _columns(one).items():
        setattr(row, name, value)
    row.extra, row.checked_on = dict(one.extra), one.checked_on
    row.version += 1
    _set_state(row, one)
    row.save()


def _set_state(row: Service, one: Facts) -> None:
    row.state = ServiceState.WITHDRAWN if one.is_closed else ServiceState.OPEN
    row.withdrawn_reason = (row.withdrawn_reason or CLOSED_ELSEWHERE) if one.is_closed else ""


@action
def hand_on_services(by: By, *, today: dt.date) -> str:
    """Every service as an Open Referral UK file, recorded as a copy that was taken."""
    check_any(by, May.KEEP_DIRECTORY)
    rows = [(facts_of(row), timezone.now()) for row in services()]
    record(by, "directory.hand_on", f"list:{by.ref}", Kind.EXPORTED, count=len(rows))
    return as_json(rows, topics(today))
