"""Priority action plan after a SEND inspection, PDF, landscape, actions merged under each area."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .notation import table

NAME = "stanmere-send-priority-action-plan.pdf"
LAYOUT = "PDF, landscape; merged cells over pages; two lead columns; completion date column"

PLAN = table(
    "SEND Priority Action Plan",
    "ref:Area | title:Priority area | do:Action | who:Accountable | oth:Support | due:By "
    "| done:Completed | oth:Impact on children and young people",
    """
PA1 | Leaders should put right the delays in education, health and care needs assessments. |
Recruit six case officers and two educational psychologists | Assistant Director, SEND | HR
Recruitment Team | 31/08/2024 => d:2024-08-31 | 19/08/2024 | Plans made within 20 weeks go from
38% to 60% by March

^ | ^ | Weekly panel to look at every case past week 14 | SEND Service Manager | Health and
social care link officers | 03/06/2024 => d:2024-06-03 | 03/06/2024 | ^

^ | ^ | Parents are told the name of their case officer within five days | SEND Service Manager
| – | 30/09/2024 => d:2024-09-30 |  | ^

PA2 | Waiting times for neurodevelopmental assessment should come down and families should have
help while they wait. | Waiting well offer with the parent carer forum | ICB Programme Lead |
Parent Carer Forum | 31/10/2024 => d:2024-10-31 |  | Families say that they had help while
waiting

^ | ^ | Two more clinics each month | Community Paediatrics Manager | ICB Programme Lead |
30/11/2024 => d:2024-11-30 |  | ^

PA3 | Annual reviews should lead to plans that are up to date. | Clear the backlog of reviews
for Years 9 and 11 | SEND Service Manager | Schools | 20/12/2024 => d:2024-12-20 |  | Plans
match need at the time of moving on

PA4 | Preparation for adulthood should start from the age of 14. | Pathway agreed with adult
social care and colleges | Transitions Lead (Joanna Frew) | Adult Social Care; Stanmere College
| 31/01/2025 => d:2025-01-31 |  | More young people in work or training

^ | ^ | Supported internships doubled to 40 | Employment and Skills Manager | Stanmere College |
01/09/2025 => d:2025-09-01 |  | ^

PA5 | Children with SEND who are out of school should be known and safe. | Fortnightly tracking
meeting | Inclusion Manager | Virtual School | 10/06/2024 => d:2024-06-10 | 10/06/2024 | Each
child has a plan and a visit

PA6 | The local area should know itself better. | Dashboard with health, education and care data
| Performance Manager | ICB Analyst | 31/07/2024 => d:2024-07-31 | 16/08/2024 | Board makes
decisions on data

PA7 | Communication with families should be clear and kind. | Letters rewritten with parents |
Communications Manager | Parent Carer Forum | 30/09/2024 => d:2024-09-30 |  | Fewer complaints
about tone

PA8 | Speech and language therapy should be there in early years. | Joint commission with health
| Joint Commissioner | ICB Programme Lead | TBC |  | Needs met earlier

PA9 | Young people in youth justice should have their needs found early. | Screening at the
first meeting | Youth Justice Manager | Speech Therapist | 15/07/2024 => d:2024-07-15 |
12/07/2024 | Fewer breaches

^ | ^ | Training for the team | Youth Justice Manager | Educational Psychologist | 30/09/2024 =>
d:2024-09-30 | 18/09/2024 | ^

PA10 | Short breaks should be offered to those who need them most. | Review of eligibility with
parents | Head of Disabled Children's Service | Parent Carer Forum | End of January 2025 =>
d:2025-01-31 |  |

PA11 | Governance should lead to action. | New terms of reference | Independent Chair |
Partnership Officer | Immediately | 24/05/2024 | Decisions are followed up
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    widths = ["1.2cm", "4.4cm", "1fr", "3.4cm", "3.4cm", "2.1cm", "2.2cm", "4cm"]
    source = "\n".join(
        [
            "= Stanmere Local Area Partnership",
            "== SEND Priority Action Plan",
            "Sent to the inspectorate on 20 May 2024; updated for the Board on 6 September 2024.",
            "#v(4pt)",
            pages.plan(PLAN, widths, head="B4C7E7"),
        ]
    )
    pages.pdf(path, source, landscape=True, size="10pt")
