"""What needs somebody: overdue, due soon, silent; the tracker; who is to be asked for what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from joinedup.assurance.choices import Status
from joinedup.assurance.queries.quiet import quiet_since
from joinedup.documents.blocks import Block, Cell, Heading, Kind, cell
from joinedup.pages.dates import long_date, times
from joinedup.papers.contents.snapshot import Move, Row, Snapshot
from joinedup.papers.contents.wording import (
    days_of,
    due_cell,
    owners_cell,
    paragraph,
    row_cell,
    standing_cell,
    table,
)

__all__ = ["chase_list", "due_soon", "exceptions", "moved_since", "overdue", "silent", "tracker"]

HEADINGS = (("Action", 3.0), ("Owner", 1.4), ("Due", 1.5, Kind.DATE),
            ("How it stands", 1.8, Kind.STATUS), ("Last said", 1.2, Kind.DATE))  # fmt: skip


def by_due(rows: Iterable[Row]) -> list[Row]:
    """The rows, the earliest due first, those without a date last."""
    return sorted(rows, key=lambda one: (one.state.next_on or dt.date.max, one.pk))


def overdue(snap: Snapshot) -> list[Row]:
    """Open, and the date has passed."""
    return by_due(one for one in snap.rows if one.late)


def due_soon(snap: Snapshot) -> list[Row]:
    """Open and due within the days of the rule `limit.due_soon`, the day itself included."""
    last = snap.on + days_of("limit.due_soon", snap.on)
    return by_due(
        one for one in snap.rows
        if one.is_open and one.state.next_on and snap.on <= one.state.next_on <= last
    )  # fmt: skip


def silent(snap: Snapshot) -> list[Row]:
    """Open, and nobody has said how it stands within the days of the rule `limit.no_update`."""
    since = quiet_since(snap.on)
    rows = [one for one in snap.rows if one.is_open]
    quiet = [one for one in rows if one.state.updated_on is None or one.state.updated_on < since]
    return sorted(quiet, key=lambda one: (one.state.updated_on or dt.date.min, one.pk))


def _cells(snap: Snapshot, rows: Iterable[Row]) -> list[Sequence[Cell]]:
    return [
        (row_cell(snap, one), owners_cell(one), due_cell(one), standing_cell(one),
         cell(long_date(one.state.updated_on) or "Never"))
        for one in rows
    ]  # fmt: skip


def _list(title: str, nothing: str, snap: Snapshot, rows: Sequence[Row]) -> list[Block]:
    heading = Heading(2, f"{title}: {len(rows)}", is_numbered=False)
    return [heading, *table(HEADINGS, _cells(snap, rows), nothing)]


def exceptions(snap: Snapshot) -> list[Block]:
    """Overdue, due soon, and without a word for too long."""
    ahead = days_of("limit.due_soon", snap.on).days
    back = days_of("limit.no_update", snap.on).days
    return [
        *_list("Overdue", "Nothing is overdue.", snap, overdue(snap)),
        *_list(f"Due in the next {ahead} days", "Nothing falls due.", snap, due_soon(snap)),
        *_list(
            f"No update for {back} days or more", "Somebody has spoken of every action.", snap,
            silent(snap),
        ),
    ]  # fmt: skip


def moved_since(row: Row, since: dt.date | None) -> list[Move]:
    """The times that its date was moved after a day; ever, without one."""
    return [one for one in row.moves if since is None or one.on > since]


def tracker(snap: Snapshot, since: dt.date | None) -> list[Block]:
    """Live, done since the last paper, dates moved since, overdue."""
    live = by_due(one for one in snap.rows if one.is_open)
    done = [
        one for one in snap.rows
        if one.state.status == Status.COMPLETE
        and (since is None or (one.state.declared_on or dt.date.min) > since)
    ]  # fmt: skip
    when = f"since {long_date(since)}" if since else "so far"
    return [
        *_list("Live", "Nothing is open.", snap, live),
        *_list(f"Done {when}", f"Nothing was completed {when}.", snap, done),
        *_extensions(snap, since, when),
        *_list("Overdue", "Nothing is overdue.", snap, overdue(snap)),
    ]


def _extensions(snap: Snapshot, since: dt.date | None, when: str) -> list[Block]:
    rows = [
        (row_cell(snap, row), cell(long_date(one.old) or "None"), cell(long_date(one.new)),
         cell(one.reason), cell(one.approved_by), cell(times(len(row.moves)).capitalize()))
        for row in snap.rows
        for one in moved_since(row, since)
    ]  # fmt: skip
    headings = (("Action", 2.6), ("From", 1.2, Kind.DATE), ("To", 1.2, Kind.DATE), ("Why", 2.0),
                ("Approved by", 1.3), ("Moved", 0.8))  # fmt: skip
    title = f"Dates moved {when}"
    return [
        Heading(2, f"{title}: {len(rows)}", is_numbered=False),
        *table(headings, rows, f"No date was moved {when}."),
    ]


def chase_list(snap: Snapshot) -> list[Block]:
    """Who is to be asked for what: everything overdue, due soon or silent, by its owner."""
    late, soon, quiet = ({one.pk for one in rows(snap)} for rows in (overdue, due_soon, silent))
    asked: dict[str, list[Row]] = {}
    for row in by_due(one for one in snap.rows if one.pk in late | soon | quiet):
        for owner in row.owners or ("Nobody yet",):
            asked.setdefault(owner, []).append(row)
    if not asked:
        return [paragraph("Nobody has to be asked for anything.")]
    blocks: list[Block] = []
    headings = (("Action", 3.0), ("Due", 1.5, Kind.DATE), ("How it stands", 1.8, Kind.STATUS),
                ("Ask for", 2.0))  # fmt: skip
    for owner in sorted(asked, key=str.casefold):
        rows = [
            (row_cell(snap, one), due_cell(one), standing_cell(one),
             cell(_ask(one.pk in late, one.pk in soon, one.pk in quiet)))
            for one in asked[owner]
        ]  # fmt: skip
        blocks.append(Heading(2, f"{owner}: {len(rows)}", is_numbered=False))
        blocks += table(headings, rows, "")
    return blocks


def _ask(is_late: bool, is_soon: bool, is_quiet: bool) -> str:
    asked = []
    if is_late:
        asked.append("What stands in the way, and a date that will hold.")
    if is_soon:
        asked.append("Whether it will be done in time.")
    if is_quiet:
        asked.append("A word on how it stands.")
    return " ".join(asked)
