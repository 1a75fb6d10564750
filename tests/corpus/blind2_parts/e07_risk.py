"""Corporate risk mitigation actions, Excel: risks filled down, real dates beside dates in words."""

from __future__ import annotations

from pathlib import Path

from blind_parts import sheets
from blind_parts.notation import table
from openpyxl import Workbook

NAME = "gorsemere-corporate-risk-mitigations.xlsx"
LAYOUT = "Excel; score columns; risk filled down; target and revised dates; per cent; hidden column"

FLIGHT = "Children are placed far from home because there are too few carers"
PROVIDER = "A large care provider fails"
DATA = "Personal data about people at risk is lost"
LEGAL = "Legal duties to people without a home are not met"

PLAN = table(
    "Corporate risk register: mitigating actions, Quarter 3 2023/24",
    "oth:Risk no | oth:Risk | oth:Score | ref:Action ref | title:Mitigating action "
    "| who:Action owner | due0:Target date | due:Revised | st:% done | pg:Commentary",
    f"""
## People Directorate

CR2 | {FLIGHT} | 20 | CR2.1 | Fostering payments to be raised to the regional level | Director of
People | #2023-10-01 |  | 100% => c | Cabinet agreed on 12 September

CR2 | {FLIGHT} | 20 | CR2.2 | Option appraisal for a council run home | Head of Commissioning &
Market Development | #2023-12-15 | #2024-03-29 | 45% => i | Two sites visited

CR2 | {FLIGHT} | 20 | CR2.3 | Monthly look at every placement over 20 miles away | Placements
Manager | Monthly => r:monthly |  | 80% => i | Held every month but August

CR5 | {PROVIDER} | 15 | CR5.1 | Early warning signs to be gathered from inspectors, health and
families | Quality Assurance Officer (Adults) | #2023-09-29 | - | 100% => c |

CR5 | {PROVIDER} | 15 | CR5.2 | Failure plan to be tested with the three largest providers | Head
of Adult Safeguarding / Civil Contingencies Unit => Head of Adult Safeguarding; Civil
Contingencies Unit | #2024-01-31 |  | 0% => n | Exercise booked for 24 January

CR5 | {PROVIDER} | 15 | CR5.3 | Fair cost of care rates to be agreed | Finance Partner, People |
Apr-24 => d:2024-04 |  | 30% => i | Provider survey is out

## Resources Directorate

CR9 | {DATA} | 12 | CR9.1 | Encrypted e-mail for all teams that write to families | Head of
Digital | #2023-11-30 | #2024-02-28 | 70% => i | 14 of 20 teams, those left are small

CR9 | {DATA} | 12 | CR9.2 | Lost paper files to be reported within a day | Information Governance
Manager | Ongoing => r:ongoing |  | 50% => i | Three reports this quarter

CR9 | {DATA} | 12 | CR9.3 | Old tablets to be collected and wiped | ditto => Information
Governance Manager | #2023-12-29 |  | 100% => c | 212 wiped

CR9 | {DATA} | 12 | CR9.4 | Access rights of agency workers to end with the contract | HR; Head of
Digital => HR; Head of Digital | End Q4 23/24 => d:2024-03-31 |  | 10% => i | Waits for CR9.1 |
@see=CR9.1

## Place Directorate

CR11 | {LEGAL} | 16 | CR11.1 | Duty to refer training for hospital discharge teams | Housing
Solutions Lead | #2024-02-16 |  | 0% => n |

CR11 | {LEGAL} | 16 | CR11.2 | Families to be out of bed and breakfast within six weeks | Housing
Solutions Lead and Temporary Accommodation Manager => Housing Solutions Lead; Temporary
Accommodation Manager | #2023-08-31 | #2023-12-22 | 90% => i | One family left

CR11 | {LEGAL} | 16 | CR11.3 | Safeguarding checks of nightly paid hotels | Environmental Health |
TBC |  | 0% => n |

CR11 | {LEGAL} | 16 | CR11.4 | Member working party on temporary accommodation | Cllr Beatrix
Hollow | #2023-10-20 |  | 100% => c | Reported to Council in October
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the workbook."""
    book = Workbook()
    live = book.active
    live.title = "Mitigations Q3"
    sheets.words(live, 1, ["Gorsemere Council"], bold=True)
    sheets.words(live, 2, [PLAN.title])
    free = sheets.plan(live, 4, PLAN, [8, 30, 7, 9, 46, 30, 14, 14, 9, 36], head="FFE699", left=2)
    sheets.words(live, free + 1, ["", "Owners: please update by the tenth working day."])
    for at in range(5, free):
        live.cell(at, 12, at * 7).number_format = "0"
    live.column_dimensions["L"].hidden = True
    live.column_dimensions["A"].width = 2
    live.freeze_panes = "B5"
    old = book.create_sheet("Scores")
    for n, row in enumerate(
        (["Risk", "April", "July", "October"], ["CR2", 20, 20, 20], ["CR5", 12, 15, 15]), start=1
    ):
        for at, value in enumerate(row, start=1):
            old.cell(n, at, value)
    book.save(path)
