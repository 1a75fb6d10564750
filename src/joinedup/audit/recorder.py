"""`@action` and the one writer of the audit record.

An action is one thing a person does. It runs in one transaction and must both check that it is
allowed and record that it happened; one that has not done both is rolled back. Nested actions
check and record for themselves.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction
from django.utils import timezone

from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.rules import FIRST, canonical, entry_digest

__all__ = [
    "ActionIncomplete",
    "action",
    "is_action",
    "mark_checked",
    "moment_text",
    "record",
    "record_new",
]

Params = ParamSpec("Params")
Result = TypeVar("Result")


class ActionIncomplete(RuntimeError):
    """An action ended without having checked or recorded: a fault in the code, rolled back."""


@dataclass(slots=True)
class Frame:
    """What a running action has done so far."""

    name: str
    is_checked: bool = False
    is_recorded: bool = False


LAST = "SELECT seq, digest FROM audit_entry WHERE chain = %s ORDER BY seq DESC LIMIT 1"
ADD = """INSERT INTO audit_entry
(at, chain, seq, kind, verb, by_kind, by_ref, detail, previous, digest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""
"""Written by hand: every page that shows something runs these two."""

_frame: ContextVar[Frame | None] = ContextVar("joinedup_action", default=None)


def action(function: Callable[Params, Result]) -> Callable[Params, Result]:
    """Make a function an action: one transaction, checked and recorded or rolled back."""

    @wraps(function)
    def run(*args: Params.args, **kwargs: Params.kwargs) -> Result:
        frame = Frame(function.__qualname__)
        token = _frame.set(frame)
        try:
            with transaction.atomic():
                result = function(*args, **kwargs)
                if not frame.is_checked:
                    raise ActionIncomplete(f"{frame.name} did not check permission")
                if not frame.is_recorded:
                    raise ActionIncomplete(f"{frame.name} did not record what it did")
                return result
        finally:
            _frame.reset(token)

    run.is_action = True  # type: ignore[attr-defined]
    return run


def is_action(function: object) -> bool:
    """Whether a function is an action (the house test asks)."""
    return getattr(function, "is_action", False) is True


def mark_checked() -> None:
    """Tell the running action that permission was checked. Only `access` calls this."""
    frame = _frame.get()
    if frame is not None:
        frame.is_checked = True


def moment_text(moment: dt.datetime) -> str:
    """A moment as it stands in digests: UTC to the microsecond."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _entry(
    by: By,
    verb: str,
    chain: str,
    how: Kind,
    detail: Mapping[str, object],
    seq: int,
    previous: str,
) -> tuple[Any, ...]:
    """The values of one entry as `ADD` takes them; the last is its digest."""
    now, text = timezone.now(), canonical(detail)
    digest = entry_digest(
        at=moment_text(now),
        chain=chain,
        seq=seq,
        kind=str(how),
        verb=verb,
        by=(str(by.kind), by.ref),
        detail=text,
        previous=previous,
    )
    at = connection.ops.adapt_datetimefield_value(now)
    return (at, chain, seq, str(how), verb, str(by.kind), by.ref, text, previous, digest)


def record_new(by: By, entries: Sequence[tuple[str, str, Mapping[str, object]]]) -> None:
    """Write the first entries of records that were made in this transaction, in one statement.

    Each entry is (verb, chain, detail), in the order in which it happened; a chain may come several
    times. Nobody else can write on these chains yet, so none is looked up or locked; one that has
    entries already breaks the rule that numbers are used once, and all is rolled back.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("record_new() belongs inside a transaction")
    last: dict[str, tuple[int, str]] = {}
    rows = []
    for verb, chain, detail in entries:
        seq, previous = last.get(chain, (0, FIRST))
        row = _entry(by, verb, chain, Kind.DID, detail, seq + 1, previous)
        last[chain] = (seq + 1, str(row[-1]))
        rows.append(row)
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(ADD, rows)
    frame = _frame.get()
    if frame is not None:
        frame.is_recorded = True


def record(by: By, verb: str, chain: str, how: Kind = Kind.DID, /, **detail: object) -> None:
    """Write one entry about the record `chain`, inside the caller's transaction.

    `detail` holds codes, references and numbers only: no names, no words about a person. The first
    four go by place, so that a detail may be called "kind".
    Raises TransactionManagementError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("record() belongs inside a transaction")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [chain])
        cursor.execute(LAST, [chain])
        seq, previous = cursor.fetchone() or (0, FIRST)
        cursor.execute(ADD, _entry(by, verb, chain, how, detail, seq + 1, previous))
    frame = _frame.get()
    if frame is not None:
        frame.is_recorded = True
