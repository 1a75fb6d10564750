"""What has changed since the last paper: folded from the updates at both days, never written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from joinedup.assurance.choices import Status
from joinedup.assurance.rules.rag import improves
from joinedup.documents.blocks import Block, Bullets, Cell, Heading, Kind, cell
from joinedup.documents.blocks import text as run
from joinedup.pages.dates import dated, long_date, plural
from joinedup.papers.contents.snapshot import Row, Snapshot
from joinedup.papers.contents.wording import owners_cell, paragraph, row_cell, standing_cell, table

__all__ = ["what_changed"]

Pair = tuple[Row, Row]


def what_changed(snap: Snapshot, before: Snapshot | None) -> list[Block]:
    """New, done, dates moved (old to new), worse, better and gone between two days. What was already
    said to be done and is shown only now is better; what is open again is worse."""
    if before is None:
        return [
            paragraph("This is the first paper on these plans, so there is nothing to compare.")
        ]
    then = {one.pk: one for one in before.rows}
    pairs = [(then[one.pk], one) for one in snap.rows if one.pk in then]
    new = [one for one in snap.rows if one.pk not in then]
    done = [now for was, now in pairs if _became(was, now, Status.COMPLETE)]
    gone = [now for was, now in pairs if _became(was, now, Status.REJECTED)]
    moved = [(was, now) for was, now in pairs if was.state.next_on != now.state.next_on
             and not now.state.recurrence and now.is_open]  # fmt: skip
    told = {now.pk for now in [*done, *gone]}
    others = [(was, now) for was, now in pairs if now.pk not in told]
    worse = [one for one in others if improves(one[1].colour, one[0].colour)]
    better = [one for one in others if improves(one[0].colour, one[1].colour)]
    since = long_date(before.on)
    counts = {
        "new": len(new),
        "done": len(done),
        "with another date": len(moved),
        "worse": len(worse),
        "better": len(better),
        "not going ahead": len(gone),
    }
    lines = [f"{plural(number, 'action')} {words}" for words, number in counts.items() if number]
    same = len(pairs) - len(told | {now.pk for _, now in [*moved, *worse, *better]})
    return [
        paragraph(f"Since {since}, as known on {long_date(snap.on)}:"),
        Bullets(tuple(run(one) for one in [*lines, f"{plural(same, 'action')} as before"])),
        *_rows("New", snap, new),
        *_rows("Done", snap, done),
        *_moved(snap, moved),
        *_colours("Worse", snap, worse),
        *_colours("Better", snap, better),
        *_rows("Not going ahead", snap, gone),
    ]


def _became(was: Row, now: Row, status: str) -> bool:
    return now.state.status == status and was.state.status != status


def _titled(title: str, rows: Sequence[Sequence[Cell]], headings: Sequence[object]) -> list[Block]:
    if not rows:
        return []
    heading = Heading(2, f"{title}: {len(rows)}", is_numbered=False)
    return [heading, *table(headings, rows, "")]  # type: ignore[arg-type]


def _rows(title: str, snap: Snapshot, rows: Sequence[Row]) -> list[Block]:
    cells = [(row_cell(snap, one), owners_cell(one), standing_cell(one)) for one in rows]
    headings = (("Action", 3.0), ("Owner", 1.4), ("How it stands", 2.0, Kind.STATUS))
    return _titled(title, cells, headings)


def _day(row: Row) -> str:
    day: dt.date | None = row.state.next_on
    return dated(day, row.state.due_precision or "day") if day else "No date"


def _moved(snap: Snapshot, pairs: Sequence[Pair]) -> list[Block]:
    cells = []
    for was, now in pairs:
        fresh = [one for one in now.moves if one not in was.moves]
        why = fresh[-1] if fresh else None
        reason = why.reason if why else "Edited without a reason"
        approved = why.approved_by if why else ""
        cells.append((row_cell(snap, now), cell(_day(was)), cell(_day(now)), cell(reason),
                      cell(approved)))  # fmt: skip
    headings = (("Action", 2.6), ("From", 1.2, Kind.DATE), ("To", 1.2, Kind.DATE), ("Why", 2.0),
                ("Approved by", 1.3))  # fmt: skip
    return _titled("Dates moved", cells, headings)


def _colours(title: str, snap: Snapshot, pairs: Sequence[Pair]) -> list[Block]:
    cells = [
        (row_cell(snap, now), standing_cell(was), standing_cell(now), cell(now.reason))
        for was, now in pairs
    ]
    headings = (("Action", 2.6), ("Then", 1.6, Kind.STATUS), ("Now", 1.6, Kind.STATUS),
                ("Why", 2.0))  # fmt: skip
    return _titled(title, cells, headings)
