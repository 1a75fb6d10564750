"""Neglect strategy plan, Word: the date comes first; only the first of three tables has a header."""

from __future__ import annotations

from pathlib import Path

from blind_parts import word
from blind_parts.notation import Table, table

NAME = "wolderby-neglect-strategy-actions.docx"
LAYOUT = "Word; date column first; headings between tables, header only over the first; no status"

COLUMNS = (
    "due:By | who:Who | title:What we said we would do | pg:What has happened so far "
    "| oth:What will a child notice?"
)
SEE = table(
    "Aim 1 – See neglect sooner",
    COLUMNS,
    """
14/02/25 => d:2025-02-14 | Rhona Castleford | 1.1 Put the home conditions scale on the front page
of the early help form | Done. The new form went out with the January bulletin. => [c|Done] |
Somebody sees how my house is | @ref=1.1

March 2025 => d:2025-03 | Dental Public Health Lead; School Nursing => Dental Public Health Lead;
School Nursing | 1.2 Agree one route for dentists and school nurses to raise missed treatment |
Two meetings held. // Draft route is with the dental committee. | My teeth stop hurting |
@ref=1.2

Every other month from 7 April 2025 => s:2025-04-07 r:two_monthly | Neglect Reference Group | 1.3
Read ten cases together across agencies |  | My story is read | @ref=1.3

Spring 2025 | Attendance Service | 1.4 Add neglect to the questions that attendance officers ask
at the door | Not started – waiting for the new manager. => [n|Not started] | Someone asks why I
was late | @ref=1.4
""",
)
ACT = table(
    "Aim 2 – Act before it becomes a habit",
    COLUMNS,
    """
30/05/25 => d:2025-05-30 | Rhona Castleford and Idris Penhale => Rhona Castleford; Idris Penhale |
2.1 Write the neglect pathway on two pages, with what happens at six weeks and at twelve |
Ongoing: second draft out for comment until Easter. => [i|Ongoing] | Things change within weeks |
@ref=2.1

End of Sept 2025 => d:2025-09-30 | Service Manager, Family Support and Early Years | 2.2 Family
support workers to go with parents to first appointments | Complete => [c|Complete] | Mum is not
on her own | @ref=2.2

TBC | – | 2.3 Cleaning and skip hire fund for families | No money found yet. Links with 3.2 |
There is room to play | @ref=2.3; see=3.2

As each plan reaches nine months => r:event | Child Protection Chairs | 2.4 Independent look at
plans for neglect that last | First three looked at in February. | Nobody forgets my plan |
@ref=2.4
""",
)
KNOW = table(
    "Aim 3 – Know what works",
    COLUMNS,
    """
30 June 2025 => d:2025-06-30 | Business Analyst (Police) / Performance Team => Business Analyst
(Police); Performance Team | 3.1 Bring the figures of four agencies on one page | On hold. The
sharing agreement has to be signed by the trust. => [h|On hold] |  | @ref=3.1

~~30/04/25~~ 31/07/25 => d:2025-07-31 | Idris Penhale | 3.2 Ask twenty families what helped |
Eleven conversations held by April. // Parents have asked for a summary in pictures. | I was
asked | @ref=3.2

Each term => r:termly | Principal Social Worker & Designated Doctor => Principal Social Worker;
Designated Doctor | 3.3 Learning circle on neglect for managers | See 1.3 for the cases that will
be used. | Workers know more | @ref=3.3; see=1.3

December '25 => d:2025-12 | Strategy Group | 3.4 Report to the Executive on the whole strategy
|  |  | @ref=3.4
""",
)
PLANS = [SEE, ACT, KNOW]


def grid_of(document, made: Table, with_header: bool) -> None:
    """A table whose header was typed only once in the whole document."""
    grid = document.add_table(rows=0, cols=len(made.kinds), style="Light Grid Accent 3")
    if with_header:
        word.header(grid, made, "")
    for line in made.lines:
        word.fill_row(grid, line.cells, True)
    document.add_paragraph()


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(landscape=False, font="Calibri", size=10)
    made.add_heading("Wolderby Safeguarding Children Partnership", 1)
    made.add_paragraph("Neglect strategy 2024–2027: what we promised for 2025")
    made.add_paragraph(
        "The plan has three aims. It belongs to the Neglect Reference Group, which meets every "
        "other month. Comments to the partnership office, please, and not to individual leads."
    )
    for n, plan in enumerate(PLANS):
        made.add_heading(plan.title, 2)
        grid_of(made, plan, with_header=n == 0)
    made.add_paragraph("Agreed by the Executive on 11 December 2024. Next full review: winter.")
    made.save(str(path))
