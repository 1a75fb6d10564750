"""A paper that says nothing, to look at a layout with."""

from __future__ import annotations

from joinedup.documents.blocks import (
    Annexe,
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
    Tone,
    cell,
    text,
)

__all__ = ["sample_paper"]


def sample_paper(organisation: str, colour: str) -> Report:
    """One of everything that papers print."""
    front = (
        Field("Committee", (text("A committee"),)), Field("Date", (text("1 May 2030"),)),
        Field("Report by", (text("The officer who reports"),)),
        Field("Contact officer", (text("The officer who answers"),)),
    )  # fmt: skip
    columns = (Column("Action", width=3), Column("Owner"), Column("Status", Kind.STATUS))
    rows = tuple(
        (cell(f"{n}. What will be done"), cell("A post"), cell("Amber: In progress", Tone.AMBER))
        for n in range(1, 4)
    )
    return Report(
        title="A sample paper",
        subtitle="A committee, 1 May 2030",
        organisation=organisation,
        reference="SAMPLE 1",
        footer=("Sample of the layout", "Audit seal 0: none"),
        colour=colour,
        author="The officer who reports",
        blocks=(
            Fields(front),
            Heading(1, "Introduction"),
            Paragraph(text("A paragraph under its number."), 2),
            Paragraph(text("Another paragraph."), 2),
            Bullets((text("A point"), text("Another point"))),
            Table("A table", columns, rows),
            Note((text("Words set apart."),)),
            Annexe("Annexe A: a plan", (Table("The plan", columns, rows),)),
        ),
    )
