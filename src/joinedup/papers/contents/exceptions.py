"""What needs somebody: overdue, due soon, silent; who is to be asked for what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from joinedup.assurance.queries.names import agencies_of
from joinedup.assurance.queries.quiet import quiet_since
from joinedup.documents.blocks import Block, Cell, Heading, Kind, cell
from joinedup.pages.dates import long_date
from joinedup.papers.contents.snapshot import Row, Snapshot
from joinedup.papers.contents.wording import (
    days_of,
    due_cell,
    owners_cell,
    paragraph,
    row_cell,
    standing_cell,
    table,
)

__all__ = ["by_due", "chase_list", "due_soon", "exceptions", "listed", "overdue", "silent"]

NO_HOME = "No organisation named"

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


def listed(title: str, nothing: str, snap: Snapshot, rows: Sequence[Row]) -> list[Block]:
    """Rows under a heading that counts them, or the words that there are none."""
    heading = Heading(2, f"{title}: {len(rows)}", is_numbered=False)
    return [heading, *table(HEADINGS, _cells(snap, rows), nothing)]


def exceptions(snap: Snapshot) -> list[Block]:
    """Overdue, due soon, and without a word for too long."""
    ahead = days_of("limit.due_soon", snap.on).days
    back = days_of("limit.no_update", snap.on).days
    return [
        *listed("Overdue", "Nothing is overdue.", snap, overdue(snap)),
        *listed(f"Due in the next {ahead} days", "Nothing falls due.", snap, due_soon(snap)),
        *listed(
            f"No update for {back} days or more", "Somebody has spoken of every action.", snap,
            silent(snap),
        ),
    ]  # fmt: skip


def chase_list(snap: Snapshot) -> list[Block]:
    """Who is to be asked for what: everything overdue, due soon or silent, by the organisation of
    its owner and by owner."""
    late, soon, quiet = ({one.pk for one in rows(snap)} for rows in (overdue, due_soon, silent))
    wanted = by_due(one for one in snap.rows if one.pk in late | soon | quiet)
    if not wanted:
        return [paragraph("Nobody has to be asked for anything.")]
    homes = agencies_of(mark.who for row in wanted for mark in row.state.owners)
    asked: dict[str, dict[str, list[Row]]] = {}
    for row in wanted:
        marks = [(homes.get(mark.who, NO_HOME), name)
                 for mark, name in zip(row.state.owners, row.owners, strict=True)]  # fmt: skip
        for home, owner in marks or [(NO_HOME, "Nobody yet")]:
            asked.setdefault(home, {}).setdefault(owner, []).append(row)
    blocks: list[Block] = []
    headings = (("Action", 3.0), ("Due", 1.5, Kind.DATE), ("How it stands", 1.8, Kind.STATUS),
                ("Ask for", 2.0))  # fmt: skip
    for home in sorted(asked, key=lambda one: (one == NO_HOME, one.casefold())):
        blocks.append(Heading(2, home, is_numbered=False))
        for owner in sorted(asked[home], key=str.casefold):
            rows = [
                (row_cell(snap, one), due_cell(one), standing_cell(one),
                 cell(_ask(one.pk in late, one.pk in soon, one.pk in quiet)))
                for one in asked[home][owner]
            ]  # fmt: skip
            blocks.append(Heading(3, f"{owner}: {len(rows)}", is_numbered=False))
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
