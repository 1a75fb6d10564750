"""Scrutiny review of children missing from care, plain text in labelled blocks."""

from __future__ import annotations

import textwrap
from pathlib import Path

from .notation import Table, table

NAME = "marsh-end-recommendations.txt"
LAYOUT = "plain text, wrapped lines; blocks: recommendation, response, lead, timescale, status"

PLAN = table(
    "Response to the review of children in care who go missing",
    "ref:Recommendation | title:Recommendation | pg:Response | who:Lead | due:Timescale "
    "| st:Status",
    """
1 | The Council should tell foster carers what to do in the first hour. | A one page guide has
been written with carers and is in the handbook. | Fostering Team Manager | By 31 March 2019 =>
d:2019-03-31 | Complete

2 | Return interviews should be offered by someone who does not work for the home. | The
contract has been let to a charity for two years. | Commissioning Officer and Missing Lead =>
Commissioning Officer; Missing Lead | From 1 April 2019 => s:2019-04-01 | Complete

3 | Police and social care should share the risk level given to each report. | A weekly list is
shared. A live link depends on the new system. | Superintendent Ines Garrow / Head of
Safeguarding => Superintendent Ines Garrow; Head of Safeguarding | December 2019 => d:2019-12 |
Partially complete

4 | Children placed outside of the county should have the same offer as those at home. | Agreed.
The charity will travel up to 60 miles; beyond that a local service is bought. | Missing Lead |
Ongoing => r:ongoing | In progress

5 | Homes should use trigger plans, with a photograph, for each child. | See recommendation 3
for the link with police systems. Plans are in use in the three council homes. | Residential
Services Manager | Within three months | In progress | @see=3

6 | Members of the panel should visit the homes. | Rota agreed for two visits to each home. |
Cllr Fitzalan Moody | Termly, starting September 2019 => s:2019-09 r:termly | Not started

7 | The language used in records should not blame children. | Guide published, records are
sampled. | Principal Social Worker | 28/06/2019 => d:2019-06-28 | Complete

8 | Schools should be told on the same day when a pupil is missing. |  | Virtual School Head |
End of June 2019 => d:2019-06-30 | Overdue

9 | A profile of places where children are found should be made every quarter. | The analyst
post is vacant. | TBC | Quarterly => r:quarterly | On hold

10 | Progress should be reported to the panel. | Agreed. | Missing Lead | 6 months after this
report |
""",
)
PLANS = [PLAN]


def blocks(made: Table) -> str:
    """Labelled blocks, wrapped as mail programmes do."""
    out = []
    for line in made.lines:
        ref, title, *rest = line.cells
        out.append(textwrap.fill(f"Recommendation {ref.words}: {title.words}", 78))
        for name, c in zip(made.heads[2:], rest, strict=True):
            if c.words:
                out.append(textwrap.fill(f"{name}: {c.words}", 78))
        out.append("")
    return "\n".join(out)


def write(path: Path) -> None:
    """Make the file."""
    top = (
        "MARSH END COUNTY COUNCIL\n\n"
        f"{PLAN.title}\n\n"
        "The panel made ten recommendations in January 2019. The response of the Cabinet to\n"
        "each of them, with the position in July 2019, is set out here.\n\n"
    )
    end = "\nBackground papers: none\nContact: Democratic Services, 01000 555 288\n"
    path.write_text(top + blocks(PLAN) + end, encoding="utf-8")
