"""Community safety partnership plan, Excel, a sheet for each priority, status as numbers."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from . import sheets
from .notation import table

NAME = "ashenford-community-safety-plan.xlsx"
LAYOUT = "Excel; one sheet a priority; number status with its key on another sheet; start and end"

COLUMNS = (
    "ref:Action no. | title:Action | who:Owner | start:Start date | due:End date "
    "| st:Status (1-5) | oth:Measure | pg:Latest update"
)
ABUSE = table(
    "Priority A: Domestic abuse and violence against women and girls",
    COLUMNS,
    """
%% Give the number of the key sheet in the status column. One line of update only.

## Prevention

A1 | Deliver healthy relationships lessons in all nine secondary schools | Youth Engagement
Officer (Police) | #2024-04-01 | #2025-03-31 | 2 => i | Schools reached | Six schools so far

A2 | Train hairdressers and barbers to spot signs of abuse | Community Safety Officer |
#2024-06-01 | #2024-12-20 | 1 => n | 40 people trained |

A3 | White Ribbon accreditation to be renewed | Cllr Denise Oyelaran | #2024-05-01 | #2024-11-25
| 4 => c | Accreditation | Renewed in September

## Support

A4 | Keep the sanctuary scheme running | Housing Options | #2024-04-01 | #2025-03-31 | 2 => i |
Number of homes made safe | 23 homes in the first half year

A5 | Support group for children who have lived with abuse | Haven Ashenford // Family Hub =>
Haven Ashenford; Family Hub | #2024-09-02 | #2025-07-18 | 3 => i | Places taken up | Late start
because of venue

A6 | Bid for a second IDVA post | CSP Manager | #2024-04-01 | #2024-06-28 | 5 => r | Bid sent |
The fund did not open
""",
)
YOUTH = table(
    "Priority B: Serious violence and exploitation",
    COLUMNS,
    """
B1 | Violence needs assessment to be refreshed | Strategic Analyst | #2024-07-01 | #2024-10-31 |
4 => c | Published | Agreed by the board

B2 | Street outreach on Friday and Saturday evenings | Detached Youth Team / St Brannock's Trust
=> Detached Youth Team; St Brannock's Trust | #2024-05-03 | #2025-05-02 | 2 => i | Contacts made
| 412 contacts

B3 | Knife bins at three sites | Environmental Services Manager | #2024-08-01 | #2024-09-30 | 3
=> i | Bins in place | Two in place. Waiting for permission from the railway

B4 | Cuckooing visits with housing officers each month | PS Neville Thrupp & Tenancy Sustainment
Lead => PS Neville Thrupp; Tenancy Sustainment Lead | #2024-04-01 | #2025-03-31 | 2 => i |
Visits | See A4 for the making safe of homes | @see=A4

B5 | Hotel Watch scheme | Licensing | #2024-10-01 | #2025-01-31 | 1 => n | Hotels signed up |
Links with B2 | @see=B2

B6 | Test purchase of knives twice in the year | Trading Standards (County) | #2024-06-01 |
#2025-02-28 | 2 => i | Fail rate | First round: 2 of 15 shops sold
""",
)
PLANS = [ABUSE, YOUTH]
UNSCORED = ["due_text"]


def write(path: Path) -> None:
    """Make the workbook."""
    book = Workbook()
    for n, (name, part) in enumerate((("A Domestic abuse", ABUSE), ("B Violence", YOUTH))):
        sheet = book.active if n == 0 else book.create_sheet()
        sheet.title = name
        sheets.words(sheet, 1, ["Ashenford Community Safety Partnership Plan 2024/25"], bold=True)
        sheet.merge_cells("A1:H1")
        sheets.words(sheet, 2, [part.title], bold=True)
        sheets.plan(sheet, 4, part, [10, 46, 30, 12, 12, 10, 22, 40], head="FFD966")
    key = book.create_sheet("Key and figures")
    for n, row in enumerate(
        [
            ["Status", "Meaning"],
            ["1", "Not started"],
            ["2", "On track"],
            ["3", "Under way but delayed"],
            ["4", "Completed"],
            ["5", "Withdrawn"],
            ["", ""],
            ["Crime type", "2022/23", "2023/24"],
            ["Violence with injury", "611", "588"],
            ["Stalking and harassment", "402", "431"],
        ],
        start=1,
    ):
        sheets.words(key, n, row, bold=n in (1, 8))
    book.save(path)
