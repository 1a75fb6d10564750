"""Safeguarding training plan, Excel, two tables on one sheet, one of them figures."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from . import sheets
from .notation import table

NAME = "penrosa-training-plan.xlsx"
LAYOUT = "Excel; two plans and a table of figures on one sheet; w/c; costs; words as dates"

STAFF = table(
    "Staff and members",
    "ref:No | title:Course or activity | oth:Audience | who:Who | due:When "
    "| oth:Cost | st:Progress %",
    """
1 | Basic awareness e-learning refreshed for 2025 | Everyone | Learning and Development Adviser
| 31 January 2025 => d:2025-01-31 | Nil | 100% => c

2 | Face to face course for refuse and parks crews | Operations | Marguerite Dell / Unity
Training => Marguerite Dell; Unity Training | w/c 3 March 2025 => d:2025-03-03 | £1,450 | 50% =>
i

3 | Domestic abuse: asking the question | Housing, revenues, customer services | IDVA Service |
Monthly from February 2025 => s:2025-02 r:monthly | £600 | 30% => i

4 | Mental Capacity Act briefing | Housing options | Marguerite Dell | Late May 2025 =>
d:2025-05 | Nil | 0% => n

5 | Member briefing on child exploitation | 36 councillors | Monitoring Officer & Head of
Communities => Monitoring Officer; Head of Communities | Before each annual council | £300 | 0%
=> n | @un=recurrence

6 | Safer recruitment for managers | Recruiting managers | HR | Twice a year | £900 | 50% => i |
@un=recurrence,due_date

7 | Designated officers' network | Twelve designated officers | Marguerite Dell | Every six
weeks | Nil | 40% => i | @un=recurrence

8 | Trauma informed practice | Managers of front line teams | TBC | Autumn 2025 | £2,200 | 0% => n
""",
)
PARTNERS = table(
    "Contractors and volunteers",
    "ref:No | title:Activity | who:Who | due:By when | st:Done? | pg:Notes",
    """
9 | Toolbox talk for repairs contractors | Contract Manager | 14/02/2025 => d:2025-02-14 | Y =>
c | Done at both depots

10 | Briefing for leisure trust lifeguards | Duty Managers, Penrosa Pools | 28/02/2025 =>
d:2025-02-28 | Y => c |

11 | Pocket card for taxi drivers | Licensing Officer | 30/04/2025 => d:2025-04-30 | N => ? | At
the printers

12 | Volunteers at the food hub to have an induction | Food Hub Co-ordinator | As new volunteers
join => r:event | Y => c | Same slides as 9 | @see=9

13 | Holiday club providers to send policies | Sports Development | 11/07/2025 => d:2025-07-11 |
N => ? |
""",
)
PLANS = [STAFF, PARTNERS]


def write(path: Path) -> None:
    """Make the workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Training 2025"
    sheets.words(sheet, 1, ["Penrosa District Council: safeguarding training plan 2025"], bold=True)
    sheets.words(sheet, 3, [STAFF.title], bold=True)
    free = sheets.plan(sheet, 4, STAFF, [6, 44, 30, 36, 26, 14, 14])
    sheets.words(sheet, free + 1, [PARTNERS.title], bold=True)
    free = sheets.plan(sheet, free + 2, PARTNERS, [6, 44, 30, 36, 26, 14])
    sheets.words(sheet, free + 1, ["Figures at 31 December 2024"], bold=True)
    figures = [
        ["Service", "Staff", "Trained", "%"],
        ["Housing", "48", "45", "94%"],
        ["Operations", "102", "61", "60%"],
        ["Corporate", "77", "70", "91%"],
    ]
    for n, row in enumerate(figures, start=free + 2):
        sheets.words(sheet, n, row, bold=n == free + 2)
    book.save(path)
