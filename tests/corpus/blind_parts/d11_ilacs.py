"""ILACS improvement plan, PDF, landscape, ruled, rows broken over pages, coloured status cells."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .notation import table

NAME = "fenmarsh-ilacs-improvement-plan.pdf"
LAYOUT = (
    "PDF, landscape, ruled; long rows break over pages; repeated header; status words in colour"
)

PLAN = table(
    "Children's Services Improvement Plan 2024/25",
    "ref:Ref | title:Area for improvement | do:Milestones and actions | who:Accountable lead "
    "| due:Timescale | st:BRAG | pg:Progress and evidence",
    """
## Area 1: The timeliness of help and protection

1.1 | Decisions at the front door are made within one working day | • Extra manager in the hub
from April // • Daily huddle to look at contacts older than six hours // • Weekly figures to the
Director | Head of Service, Front Door | 30 June 2024 => d:2024-06-30 | {fill:9DC3E6} Embedded
=> c | • 96% of decisions in one day for eight weeks in a row // • Dip sample of 30 contacts in
July found 28 with the right threshold. The two others were put right on the day and the
learning was shared at the team meeting // • Partner survey shows better feedback on referrals

1.2 | Strategy discussions involve health, police and education | • Revised meeting template //
• Joint training for those who chair // • Escalate where a partner does not attend | Head of
Service, Front Door / DCI Public Protection => Head of Service, Front Door; DCI Public
Protection | 30 September 2024 => d:2024-09-30 | {fill:A9D18E} On track => i | • Health now
attend 91%, education 58% in term time // • Meeting with primary heads arranged for October.
Holiday cover is still to be settled and will be discussed with the education safeguarding lead

1.3 | Children subject to a plan are visited as often as their plan says | • Visits report on
each manager's desk every Monday // • Agency staff to be replaced | Head of Service,
Safeguarding | Ongoing – review monthly => r:monthly | {fill:FFD966} Some concern => i | • 83%
in timescale against 90% target | @un=recurrence

## Area 2: The quality of assessment and planning

2.1 | Assessments say what life is like for the child | • Practice standards rewritten with
staff // • Case holders to record direct work within five days // • Monthly themed audit |
Principal Social Worker | 31 December 2024 => d:2024-12-31 | {fill:A9D18E} On track => i | •
Standards launched at the June conference with 210 staff // • Audit in July: 44% good or better,
from 31%. The auditors noted that fathers were missing from a third of the assessments and that
culture and identity were too often reduced to one line. A workshop for each team has been
booked through the autumn and the theme will be audited again in January

2.2 | Plans have clear steps and dates | • New plan template // • Child's version for those over
eight | Head of Service, Safeguarding | October 2024 => d:2024-10 | {fill:FF7C80} Off track => i
| • Template is ready, the system release has moved to December

2.3 | Management oversight is regular and recorded | • Supervision every month // • Quality
check by heads of service | All Heads of Service | Monthly, from 1 May 2024 => s:2024-05-01
r:monthly | {fill:A9D18E} On track => i | • Supervision in timescale: 88%

2.4 | Children who go missing are offered a return interview by someone they trust | See action
1.1 for the manager post. // • Procurement of an independent service | Commissioning Lead | Q4
2024/25 => d:2025-03-31 | {fill:D9D9D9} Not begun => n |  | @see=1.1

## Area 3: Children in care and care leavers

3.1 | There are enough homes near to Fenmarsh | • Sufficiency strategy // • Fostering campaign
// • Two small homes | Assistant Director, Children in Care and Commissioning | April 2024 –
March 2026 => s:2024-04 d:2026-03 | {fill:FFD966} Some concern => i | • Strategy agreed by
Cabinet // • Eleven new households approved, nine have left // • Planning permission was refused
for the second home and an appeal has been lodged; neighbours have been invited to meet the
registered manager

3.2 | Pathway plans are made with the young person | • Co-designed plan // • Training by care
leavers | Leaving Care Manager | Spring 2025 | {fill:D9D9D9} Not begun => n |

3.3 | Care leavers know their rights | • Local offer app // • Health passport | Leaving Care
Manager & Designated Nurse => Leaving Care Manager; Designated Nurse | 31 October 2024 =>
d:2024-10-31 | {fill:A9D18E} On track => i | • App tested by the care leavers' forum in August

3.4 | Independent reviewing officers challenge drift | • Footprint on every file // • Dispute
process with three stages | IRO Manager | w/c 9 September 2024 => d:2024-09-09 | {fill:9DC3E6}
Embedded => c | • 17 disputes raised since April, all solved at the first stage

## Area 4: Workforce

4.1 | Social workers have caseloads that they can manage | • Recruit 22 permanent staff // •
Academy for those newly qualified | Director of Children's Services | Quarterly review until
March 2025 => r:quarterly d:2025-03 | {fill:FFD966} Some concern => i | • Average caseload 19.2,
the aim is 16
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    key = (
        "#table(columns: 5, stroke: 0.5pt, "
        + ", ".join(
            f'table.cell(fill: rgb("{colour}"))[{text}]'
            for colour, text in (
                ("9DC3E6", "Embedded: complete, with evidence"),
                ("A9D18E", "On track"),
                ("FFD966", "Some concern: under way, at risk"),
                ("FF7C80", "Off track: under way, delayed"),
                ("D9D9D9", "Not begun"),
            )
        )
        + ")"
    )
    source = "\n".join(
        [
            '#text(size: 16pt, weight: "bold")[Fenmarsh Council]',
            "",
            "= Children's Services Improvement Plan 2024\\/25",
            "Version for the Improvement Board, 12 September 2024. Reporting key:",
            key,
            "#v(6pt)",
            pages.plan(PLAN, ["0.9cm", "3.6cm", "6.2cm", "3.2cm", "2.6cm", "2.3cm", "1fr"]),
        ]
    )
    pages.pdf(path, source, landscape=True, size="10.5pt")
