"""Position statement against an inquiry, Word, bands, red text with a meaning, See above."""

from __future__ import annotations

from pathlib import Path

from . import word
from .notation import table

NAME = "brackwater-position-statement.docx"
LAYOUT = "Word, portrait; finding / position; red words are outstanding, black are in place"

PLAN = table(
    "Position of Brackwater partners against the findings of the Ellerdale Inquiry",
    "src:Source | title:Finding or recommendation | pg:Brackwater position",
    """
## Leadership

Ellerdale p14 | Senior officers did not ask to see information about children who were being
exploited. | The Chief Officers' Group has had an exploitation report at each meeting since May
2022. | @status=c

Ellerdale p17 and Rec 2 | Members were told that the problem had been dealt with. Scrutiny did
not test this. | {red}The scrutiny work programme for 2023 has one session on exploitation. //
Members have asked for case file visits, dates are still to be set. | @status=i

## Identification

Ellerdale p22 | Agencies used different tools, and thresholds were argued over. | One screening
tool is used by all agencies. It was last reviewed in January 2023. | @status=c

Ellerdale p23 | Boys were rarely identified as victims. | See above | @status=c; see=Ellerdale p22

Ellerdale p25, p26 | Ethnicity of victims and suspects was not recorded in a third of the files
read. | {red}Recording has risen from 61% to 78%. Police are to make the field mandatory in the
new system. | @status=i

Grange review para 4.3 | Schools were not told about concerns over children on their roll. |
Schools receive a notice on the next working day. | @status=c

## Disruption

Ellerdale p31 and Rec 5 | Powers held by licensing, housing and trading standards were hardly
used. | A tasking meeting is held each fortnight with all three services. // Eleven closure
notices and four licence reviews came out of it in 2022. | @status=c

Ellerdale p33 | Intelligence was held in notebooks and not entered. | {red}Officers have been
reminded. An audit by the force is awaited. | @status=i

Grange review para 5.1 | Abduction warning notices were not followed up when they were ignored.
| A register of notices is kept by the exploitation team and read at every tasking meeting. |
@status=c

Grange review para 5.4 | There was no plan for places where children were known to gather. | See
above | @status=c; see=Grange review para 5.1

## Support

Ellerdale p40 | Support came to an end when the trial was over. | {red}Funding for the recovery
service ends in March 2024, a bid has been made. | @status=i

Ellerdale p41 | Families were treated as part of the problem. | A parent worker has been in post
since 2021 and runs two groups. | @status=c

Ellerdale Rec 9 | Adults who were harmed as children should be able to get counselling without a
long wait. | {red}Waits are now 14 weeks. // The ICB has agreed to look at this in the next
round of commissioning. | @status=i
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(landscape=False, font="Times New Roman", size=11)
    made.add_heading("Appendix 2", 2)
    made.add_heading(PLAN.title, 1)
    made.add_paragraph(
        "Words in black describe arrangements that are complete and in place. Words in red are "
        "still in progress and need further work by the partners."
    )
    word.plan(made, PLAN, [3.4, 6.6, 7.6], head="BFBFBF", band="F2F2F2")
    made.save(path)
