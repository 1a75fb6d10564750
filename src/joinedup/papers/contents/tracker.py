"""The tracker: what is live, what was done, which dates moved or are asked to, what is overdue."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from joinedup.assurance.choices import ProposalState, Status
from joinedup.assurance.models import ProposedDate
from joinedup.documents.blocks import Block, Heading, Kind, cell
from joinedup.pages.dates import long_date, times
from joinedup.papers.contents.exceptions import by_due, listed, overdue
from joinedup.papers.contents.snapshot import Move, Row, Snapshot
from joinedup.papers.contents.wording import row_cell, table

__all__ = ["tracker"]


def _moved_since(row: Row, since: dt.date | None) -> list[Move]:
    """The times that its date was moved after a day; ever, without one."""
    return [one for one in row.moves if since is None or one.on > since]


def tracker(snap: Snapshot, since: dt.date | None) -> list[Block]:
    """Live, done since the last paper, dates moved since, dates asked for, overdue."""
    live = by_due(one for one in snap.rows if one.is_open)
    done = [
        one for one in snap.rows
        if one.state.status == Status.COMPLETE
        and (since is None or (one.state.declared_on or dt.date.min) > since)
    ]  # fmt: skip
    when = f"since {long_date(since)}" if since else "so far"
    return [
        *listed("Live", "Nothing is open.", snap, live),
        *listed(f"Done {when}", f"Nothing was completed {when}.", snap, done),
        *_extensions(snap, since, when),
        *_asked_for(snap),
        *listed("Overdue", "Nothing is overdue.", snap, overdue(snap)),
    ]


def _extensions(snap: Snapshot, since: dt.date | None, when: str) -> list[Block]:
    rows = [
        (row_cell(snap, row), cell(long_date(one.old) or "None"), cell(long_date(one.new)),
         cell(one.reason), cell(one.approved_by), cell(times(len(row.moves)).capitalize()))
        for row in snap.rows
        for one in _moved_since(row, since)
    ]  # fmt: skip
    headings = (("Action", 2.5), ("From", 1.2, Kind.DATE), ("To", 1.2, Kind.DATE), ("Why", 1.9),
                ("Approved by", 1.3), ("Moved", 1.0))  # fmt: skip
    title = f"Dates moved {when}"
    return [
        Heading(2, f"{title}: {len(rows)}", is_numbered=False),
        *table(headings, rows, f"No date was moved {when}."),
    ]


def _asked_for(snap: Snapshot) -> list[Block]:
    """The new dates that waited for a decision at the end of the day, the longest wait first."""
    shown = {one.pk: one for row in snap.rows for one in (row, *row.parts)}
    undecided = Q(state=ProposalState.WAITING) | Q(decided_on__gt=snap.on)
    rows = ProposedDate.objects.filter(undecided, action__in=shown, proposed_on__lte=snap.on)
    asked = [
        (row_cell(snap, shown[one.action_id]), cell(long_date(one.due_before) or "None"),
         cell(long_date(one.due_on)), cell(one.reason), cell(long_date(one.proposed_on)))
        for one in rows.order_by("proposed_on", "pk")
    ]  # fmt: skip
    headings = (("Action", 2.6), ("From", 1.2, Kind.DATE), ("To", 1.2, Kind.DATE), ("Why", 2.0),
                ("Asked on", 1.2, Kind.DATE))  # fmt: skip
    return [
        Heading(2, f"Dates asked for, not decided yet: {len(asked)}", is_numbered=False),
        *table(headings, asked, "No other date is asked for."),
    ]
