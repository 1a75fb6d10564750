"""Taking a returned sheet: every chosen row, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from joinedup.access.choices import May
from joinedup.access.permission import check_any
from joinedup.assurance.actions.progress import add_update, declare_complete, set_new_date
from joinedup.assurance.choices import Status
from joinedup.assurance.rules.copies import STATUS_WORDS
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.sheet import Difference
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["take_sheet"]


@action
def take_sheet(by: By, chosen: Sequence[Difference], *, today: dt.date) -> int:
    """Write the chosen rows of a returned sheet as updates; how many rows were written.

    Raises Problem, naming the row, where one of them cannot be written: then none is.
    """
    check_any(by, May.UPDATE_ACTIONS)
    for one in chosen:
        try:
            _take(by, one, today)
        except Problem as problem:
            name = one.held.code or one.held.reference
            raise Problem(f"{name}, {one.returned.place}: {problem}", problem.field) from problem
    record(by, "assurance.take_sheet", f"list:{by.ref}", rows=len(chosen))
    return len(chosen)


def _take(by: By, one: Difference, today: dt.date) -> None:
    row, reference = one.returned, one.held.reference
    if one.problems:
        raise Problem(one.problems[0])
    status = STATUS_WORDS.get(row.status.strip(), "") if "Status" in one.changes else ""
    words = row.words if "How it stands now" in one.changes else ""
    if one.due_on is not None:
        set_new_date(
            by,
            reference,
            one.due_on,
            today=today,
            reason=row.reason,
            approved_by=row.approved_by,
        )
    if status == Status.COMPLETE:
        declare_complete(by, reference, words, today=today)
    elif status or words:
        add_update(by, reference, words, today=today, status=status)
