"""Bringing in a document as an officer does: every plan accepted, every question answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db import transaction

from joinedup.assurance.actions.confirm_import import Taking, confirm_import
from joinedup.assurance.actions.imports import add_steps, open_import
from joinedup.assurance.models import Plan
from joinedup.assurance.queries.imports import check_of
from joinedup.assurance.rules.checking import make_step
from joinedup.audit.actor import By
from joinedup.documents import read_document

__all__ = ["bring_in", "rebuild_and_take_back"]

Made = TypeVar("Made")


def bring_in(
    by: By, name: str, data: bytes, takings: Sequence[Taking], today: dt.date
) -> list[Plan]:
    """Import through the check page's own actions; owners are kept as the words printed."""
    found = open_import(by, name, data, read_document(name, data))
    version = found.version

    def step(**given: str) -> int:
        return add_steps(by, found.reference, [make_step(given.pop("do"), **given)]).version

    for number in range(len(check_of(found).reading.plans)):
        version = step(do="accept_plan", at=str(number))
    found.refresh_from_db()
    progress = check_of(found).progress
    for asked in progress.questions:
        version = step(do="answer", at=asked.key, to="as_read")
    for owner in progress.owners:
        version = step(do="owner", at=owner.text, to="words")
    found.refresh_from_db()
    return confirm_import(by, found.reference, takings, version, today=today)


def rebuild_and_take_back(blocker: Any, rebuild: Callable[[], Made]) -> Made:
    """What was made, as plain data; everything in the database is taken back, so that one
    rebuilding serves every test of a file."""
    with blocker.unblock(), transaction.atomic():
        made = rebuild()
        transaction.set_rollback(True)
    return made
