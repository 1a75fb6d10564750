"""Export of a performance system: youth justice inspection actions, CSV with byte order mark."""

from __future__ import annotations

from pathlib import Path

from . import plain
from .notation import table

NAME = "kelderby-youth-justice-export.csv"
LAYOUT = "CSV export with BOM; per cent beside a worded status; original and revised dates; ditto"

PLAN = table(
    "",
    "ref:Action Code | title:Action Title | who:Assigned To | due0:Original Due Date "
    "| due:Revised Due Date | x:Progress Bar | st:Status | pg:Latest Note",
    """
YJ-01 | Assessments to cover safety of others as well as safety of the child | Tamsin Holroyd |
31/01/2024 => d:2024-01-31 |  | 100% | Completed | Quality check in February: 17 of 20 were
good.

YJ-02 | Out of court decisions to be taken by a joint panel | Tamsin Holroyd; Insp. Dev
Chowdhury => Tamsin Holroyd; Insp. Dev Chowdhury | 29/02/2024 => d:2024-02-29 | 30/04/2024 =>
d:2024-04-30 | 80% | Overdue | Panel terms agreed. First date fell through.

YJ-03 | Ethnic disproportionality to be reported to the board | Data and Insight Team |
31/03/2024 => d:2024-03-31 | N/A | 100% | Completed |

YJ-04 | Speech and language screening for all children | ditto => Data and Insight Team |
30/06/2024 => d:2024-06-30 |  | 35% | In Progress | Therapist starts in May

YJ-05 | Victims to be offered contact within ten days | Restorative Justice Worker | 31/05/2024
=> d:2024-05-31 |  | 60% | In Progress | "Victim first" script written, training to follow

YJ-06 | Health checks in custody to be shared with the team | Health Practitioner (YJS) |
30/04/2024 => d:2024-04-30 | 31/07/2024 => d:2024-07-31 | 10% | In Progress | Information
agreement is with the trust.

YJ-07 | Exit plans for every child at the end of an order | Case Managers | 31/05/2024 =>
d:2024-05-31 | - | 0% | Not Started | Linked to YJ-01 | @see=YJ-01

YJ-08 | Volunteers on panels to be trained in exploitation | Volunteer Co-ordinator, Early Help
Hub Manager => Volunteer Co-ordinator; Early Help Hub Manager | 30/09/2024 => d:2024-09-30 |  |
0% | On Hold | No trainer this term

YJ-09 | Board members to observe practice twice a year | Chair of the Management Board |
31/12/2024 => d:2024-12-31 |  | 50% | In Progress | Five of ten have visited

YJ-10 | Bail support package to be offered at the first hearing | Court Officer |  |  | 100% |
Completed | In place before the inspection report

YJ-11 | Education hours of each child to be checked monthly | Education Officer | 30/04/2024 =>
d:2024-04-30 | 28/06/2024 => d:2024-06-28 | 45% | In Progress | Schools return forms late
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the file."""
    path.write_text(plain.csv_plan(PLAN), encoding="utf-8-sig", newline="")
