"""A chronology as a report of blocks, for Word and PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from joinedup.casefile.rules.copies import Entry
from joinedup.documents.blocks import (
    Block,
    Bullets,
    Column,
    Field,
    Fields,
    Heading,
    Kind,
    Note,
    Paragraph,
    Report,
    Table,
    cell,
    text,
)
from joinedup.pages.dates import long_date

__all__ = ["report_of"]

CARE = (
    "Confidential. Read it before it leaves: names that stand in no record can’t be masked by the "
    "system."
)


def report_of(
    name: str,
    reference: str,
    entries: Sequence[Entry],
    left_out: Sequence[str],
    front: Sequence[tuple[str, str]],
    today: dt.date,
    *,
    title: str = "Chronology",
    council: str = "",
) -> Report:
    """The report of a chronology: what it is, its events in a table year by year, and what was left
    out and why."""
    fields = [("About", name), *front, ("Made on", long_date(today))]
    blocks: list[Block] = [
        Note((text(CARE),)),
        Fields(tuple(Field(label, (text(said),)) for label, said in fields if said)),
    ]
    years = dict.fromkeys(one.event.on.year for one in entries)
    for year in years:
        inside = [one for one in entries if one.event.on.year == year]
        blocks.append(Heading(2, str(year), is_numbered=False))
        blocks.append(_table(str(year), inside))
    if not entries:
        blocks.append(Paragraph(text("Nothing of what was chosen stands in the records.")))
    blocks.append(Heading(2, "What was left out, and why", is_numbered=False))
    blocks.append(Bullets(tuple(text(one) for one in left_out)))
    return Report(
        title=f"{title}: {name}",
        blocks=tuple(blocks),
        organisation=council,
        reference=reference,
        marking="Confidential",
    )


def _table(year: str, entries: Sequence[Entry]) -> Table:
    has_by, has_where = any(one.by for one in entries), any(one.where for one in entries)
    columns = [
        Column("When", Kind.DATE, 1.2),
        Column("What", Kind.WORDS, 1.7),
        Column("In words", Kind.WORDS, 4.0),
    ]
    columns += [Column("Who", Kind.WORDS, 1.4)] if has_by else []
    columns += [Column("Where it stands", Kind.WORDS, 1.4)] if has_where else []
    rows = []
    for one in entries:
        row = [cell(long_date(one.event.on)), cell(one.event.title), cell("\n\n".join(one.lines))]
        row += [cell(one.by)] if has_by else []
        row += [cell(one.where)] if has_where else []
        rows.append(tuple(row))
    return Table(f"Events of {year}", tuple(columns), tuple(rows))
