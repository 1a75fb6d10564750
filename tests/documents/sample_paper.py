"""An invented committee paper with every kind of block, for the tests of the writers."""

from __future__ import annotations

from joinedup.documents import blocks as b

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40">'
    '<rect width="200" height="40" fill="#ffffff"/><rect x="40" width="90" height="20"'
    ' fill="#12803f"/><text x="0" y="15" font-family="Liberation Sans" font-size="12">Kept</text>'
    "</svg>"
)
STATES = [
    ("On track", b.Tone.GREEN),
    ("At risk of being late", b.Tone.AMBER),
    ("Overdue by 12 days", b.Tone.RED),
    ("Declared complete, not evidenced", b.Tone.BLUE),
    ("Not started", b.Tone.GREY),
]


def plan(rows: int) -> b.Table:
    """An action plan of so many rows."""
    columns = (
        b.Column("Ref", width=0.5),
        b.Column("Action", width=2.2),
        b.Column("Sub-action", width=2),
        b.Column("When", b.Kind.DATE, 0.9),
        b.Column("Who"),
        b.Column("Status", b.Kind.STATUS),
        b.Column("Comments", width=2.4),
    )
    return b.Table("Section A: Actions of all", columns, tuple(map(_row, range(rows))))


def _row(number: int) -> tuple[b.Cell, ...]:
    words, tone = STATES[number % len(STATES)]
    points = b.Bullets((b.text("Collate the training"), b.text("Promote it at team meetings")))
    return (
        b.cell(f"A{number + 1}"),
        b.cell("Training for reception staff & members of <all> housing teams"),
        b.Cell((points,)) if number % 3 else b.cell("Ensure the policy is fit for purpose"),
        b.cell("31 August 2026"),
        b.cell("Ada Brook"),
        b.cell(words, tone),
        b.cell("Compared with the new duties.\n\nA sheet holds all dates." if number % 2 else ""),
    )


def paper(rows: int = 12, *, marking: str = "", charts: bool = True) -> b.Report:
    """A paper with every kind of block and a plan of `rows` rows in a landscape annexe."""
    columns = (b.Column("State", width=3), b.Column("Actions", b.Kind.NUMBER))
    counts = b.Table("In numbers", columns, ((b.cell("Kept"), b.cell("45")),))
    chart = b.Chart("How it stands", "Bar chart: 45 actions kept.", SVG, counts)
    position = b.Table(
        "",
        (b.Column("Page"), b.Column("Issue", width=2), b.Column("Our position", width=2)),
        (
            (b.cell("Escalation"), b.cell(), b.cell()),
            (b.cell("p 46"), b.cell("Sent elsewhere"), b.cell("All go through the front door")),
        ),
        frozenset({0}),
    )
    front = (
        b.Field("Committee", (b.text("Communities Committee"),)),
        b.Field("Report by", (b.text("Chief Operating Officer"),)),
        b.Field("Contact", (b.text("Ada Brook\nHousing manager"), b.text("01555 010203"))),
        b.Field("Equality and diversity including human rights", (b.text("None."),)),
    )
    return b.Report(
        "Safeguarding: six-monthly review",
        (
            b.Fields(front),
            b.Choice("Key decision?", ("Yes", "No"), ticked=1),
            b.Heading(1, "Introduction"),
            b.Paragraph(
                (b.Run("Adopted in "), b.Run("March", is_bold=True), b.Run(".", False, True))
            ),
            b.Numbered((b.text("Children"), b.text("Adults"))),
            b.Heading(1, "Audit"),
            b.Paragraph(b.text("It was positive."), number_level=2),
            b.Paragraph(b.text("A level deeper."), number_level=3),
            b.Bullets((b.text("A point"), b.text("Another"))),
            b.Heading(2, "What should worry you"),
            b.Note((b.text("Six actions are late."), b.text("Counted on 22 July."))),
            *((chart,) if charts else ()),
            b.PageBreak(),
            b.Paragraph(b.text("After the break.")),
            b.Annexe("Annexe A: Action plan", (plan(rows),)),
            b.Annexe(
                "Annexe B: Position",
                (b.Heading(1, "Escalation"), position, b.Paragraph(b.text("It ends here."))),
                is_landscape=False,
            ),
        ),
        subtitle="Report to the Communities Committee",
        organisation="Marlow Vale District Council",
        reference="CC.26/07",
        marking=marking,
        footer=("Sealed in the record: 9f3a 51c2 77d0",),
        colour="#ffd700",
    )
