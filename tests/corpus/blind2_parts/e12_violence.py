"""Violence reduction plan, PDF, portrait: circles for the status, two tables, refs in the action."""

from __future__ import annotations

from pathlib import Path

from blind_parts import pages
from blind_parts.notation import table

NAME = "scarthwick-violence-reduction-plan.pdf"
LAYOUT = "PDF, portrait; circles with a key in the first column; two plans; due beside recurrence"

COLUMNS = "st: | ref:No | title:We will | who:Who leads | due:When by | oth:Measure"
HARM = table(
    "Preventing harm",
    COLUMNS,
    """
● => c | 1 | Place a youth worker in the hospital at weekends | Violence Reduction Unit | 30 June
2023 => d:2023-06-30 | Young people seen

◐ => i | 2 | Offer mentoring to every child who is found with a blade at school | Youth Justice
Service and Education Inclusion => Youth Justice Service; Education Inclusion | From September
2023 => s:2023-09 | Mentoring offers

◐ => i | 3 | Bring together pupils, police and teachers about searches | Safer Schools Sergeant |
Every half-term | Pupils who feel heard | @un=recurrence

○ => n | 4 | Test knife bins at two supermarkets | Scarthwick Council Waste Services | w/b 9
October 2023 => d:2023-10-09 | Blades handed in

● => c | 5 | Publish the needs assessment | Public Health Principal (Dr Uma Lisle) | 31st January
2024 => d:2024-01-31 | Published

◐ => i | 6 | Keep the bereaved families' fund going | Police and Crime Commissioner's Office |
Ongoing => r:ongoing | Families helped

– => h | 7 | Night buses with a steward | Transport Officer | To follow item 4 | Journeys |
@un=see
""",
)
CHASE = table(
    "Pursuing those who exploit",
    COLUMNS,
    """
◐ => i | 8 | Map the lines that run through the town | Force Intelligence | Fortnightly =>
r:fortnightly | Lines closed

● => c | 9 | Agree which agency refers to the national mechanism when a child is found in a
cuckooed flat | Exploitation Manager / Housing Enforcement => Exploitation Manager; Housing
Enforcement | 15.09.23 => d:2023-09-15 | Referrals

○ => n | 10 | Seek civil orders against the five who do most harm | Legal Services and
Regional Crime Unit => Legal Services; Regional Crime Unit | By 31 September 2023 | Orders made

◐ => i | 11 | Give landlords a direct line to the neighbourhood team | Insp. Bel Corrie | October
2023 => d:2023-10 | Calls

○ => n | 12 | Ask victims how they were treated | Victim Services | Annual survey, next in
February 2024 => s:2024-02 r:annual | Satisfaction
""",
)
PLANS = [HARM, CHASE]


def write(path: Path) -> None:
    """Make the document."""
    widths = ["0.8cm", "1cm", "1fr", "4.2cm", "3.2cm", "2.8cm"]
    out = [
        "= Scarthwick Serious Violence Partnership",
        "Response strategy action plan, 2023\\/24",
        "",
        "#box(stroke: 0.5pt, inset: 5pt)[● complete   ◐ under way   ○ not started   – on hold]",
    ]
    for plan in PLANS:
        out += [f"== {plan.title}", pages.plan(plan, widths, head="E8E8E8", stroke="0.4pt"), ""]
    out.append("Contact: the duty inbox of the partnership team.")
    pages.pdf(path, "\n".join(out), size="9.5pt")
