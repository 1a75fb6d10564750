"""Response to a joint targeted area inspection, PDF: findings are bands, rows run over pages."""

from __future__ import annotations

from pathlib import Path

from blind_parts import pages
from blind_parts.notation import table

NAME = "fallowdene-jtai-response.pdf"
LAYOUT = "PDF, landscape, ruled; findings are bands; agency and officer together; long rows broken"

PLAN = table(
    "Written statement of action: joint targeted area inspection",
    "ref: | title:Action | who:Lead agency and officer | due:Timescale | oth:Impact we expect "
    "| pri:Priority | pg:Commentary | st:Rating",
    """
## Finding 1. Children who live with domestic abuse are not always seen on their own

1a | Police officers to speak with every child at the scene and to write down what was said |
Fallowdene Police (Ch Insp Rosa Wynne) => Fallowdene Police (Ch Insp Rosa Wynne) | 30 November
2023 => d:2023-11-30 | The child's words are in nine out of ten notices | High | – New notice form
went live on 2 November. // – Sergeants check five notices in each shift. // – In January the
words of the child were found in 82 of 100 notices; those without were mostly children under two
who had been asleep and the guidance has been changed so that officers say how the child looked |
Green => i

1b | Social workers to see children at school before the visit to the home | Fallowdene
Council (Service Manager, Assessment) => Fallowdene Council (Service Manager, Assessment) | 12 January
2024 => d:2024-01-12 | Children speak freely | High | – Letter to all heads. // – Practice note. | Blue => c

1c | A worker for children in the refuge | Haven House | By 31.03.24 => d:2024-03-31 | Children
have somebody of their own | Medium | – Funding found for one year only, which the trustees will
look at again | Green => i

## Finding 2. Agencies do not share risk in time

2a | Daily call between police, health, probation and social care | Police (DI Karim Stowe);
Probation (Senior Probation Officer) => Police (DI Karim Stowe); Probation (Senior Probation
Officer) | Starting 8 January 2024 => s:2024-01-08 | Decisions on the same day | High | – Call
runs at 9.30. // – Health have missed four out of twenty calls and the designated nurse is seeking
cover for annual leave and for sickness from the neighbouring trust, which has offered two days |
Green => i

2b | Minutes of the high risk conference to reach all agencies in two days | MARAC Co-ordinator |
1 December 2023 => d:2023-12-01 | No action is lost | Medium | – Done since the November meeting. |
Blue => c

2c | GPs to be asked for information about both adults | Integrated Care Board (Named GP) =>
Integrated Care Board (Named GP) | Q4 2023-24 => d:2024-03-31 | History is known | Medium | – See
action 2a for cover. | White => n | @see=2a

2d | Probation to tell schools of release dates | Probation (Senior Probation Officer) => Probation
(Senior Probation Officer) | February 2024 => d:2024-02 | No surprise | Low | – Not agreed by
the national service. The action has been taken out. | Grey => r

## Finding 3. Those who cause harm are not held to account

3a | Perpetrator programme to be commissioned for three years | Office of the Police and Crime
Commissioner; Fallowdene Council (Public Health) => Office of the Police and Crime Commissioner;
Fallowdene Council (Public Health) | April 2024 – March 2027 => s:2024-04 d:2027-03 | Fewer repeat
incidents | High | – Tender closed with two bids, of which one is above the limit. // – Panel meets
in March. | Green => i

3b | Protection notices to be used where the test is met | Fallowdene Police (Ch Insp Rosa Wynne)
=> Fallowdene Police (Ch Insp Rosa Wynne) | Review each month => r:monthly | Victims stay at home |
High | – 19 notices in December, 23 in January. | Green => i

## Finding 4. Leaders do not know enough about practice

4a | Joint audit by leaders of all agencies | Safeguarding Partnership Executive | Every half year,
first in May 2024 => s:2024-05 r:six_monthly | Leaders know what practice is like | Medium | |
White => n

4b | Report to each meeting of the Health and Wellbeing Board | Director of Children's Services |
Every Board meeting => r:each_meeting | Members can challenge | Low | – First report on 17
January. | Green => i
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    key = "#table(columns: 4, stroke: 0.5pt, " + ", ".join(
        f'table.cell(fill: rgb("{colour}"))[{text}]'
        for colour, text in (
            ("9CC2E5", "Blue: complete"),
            ("C5E0B3", "Green: under way"),
            ("FFFFFF", "White: not started"),
            ("BFBFBF", "Grey: withdrawn"),
        )
    )
    source = "\n".join(
        [
            "= Fallowdene Safeguarding Children Partnership",
            f"== {PLAN.title}",
            "The inspectors' letter was published in October 2023. It found much to praise and four "
            "matters to put right. The Executive has agreed the actions below and reads them at "
            "each meeting; the three statutory partners answer for their own.",
            "",
            "Position at 31 January 2024. The rating is given by the officer and checked by the "
            "business manager, who may ask to see the papers behind it.",
            "#v(58pt)",
            "#v(3pt)",
            key + ")",
            "#v(3pt)",
            pages.plan(
                PLAN,
                ["1cm", "4.9cm", "4cm", "2.6cm", "3.2cm", "1.8cm", "1fr", "1.6cm"],
                head="BDD7EE",
                band="DEEAF6",
            ),
        ]
    )
    pages.pdf(path, source, landscape=True, size="10pt")
