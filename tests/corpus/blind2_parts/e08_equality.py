"""Equality plan, Excel: two sheets of plans, own status words, start and end, figures beneath."""

from __future__ import annotations

from pathlib import Path

from blind_parts import sheets
from blind_parts.notation import table
from openpyxl import Workbook

NAME = "ebberstow-equality-action-plan.xlsx"
LAYOUT = "Excel; two plan sheets; start and end as real dates or words; a count beneath each table"

COLUMNS = (
    "pg:Tell us more | title:We will... | oth:Who benefits | ref:ID | start:Begin | due:End "
    "| st:Where are we? | who:Named lead"
)
SERVICES = table(
    "Fair services",
    COLUMNS,
    """
Easy read and large print are ready | publish the safeguarding leaflet in six languages and in
easy read | Race; disability | S1 | #2022-09-01 | #2023-01-31 | Done => c | Wen Addy

 | ask the ethnic group of everybody who makes a complaint | All | S2 | #2022-10-03 | #2022-12-23 |
Started => i | Complaints Manager (Joel Pask)

Two forums met // Third was called off for snow | meet Deaf residents twice before the budget is
set | Disability | S3 | #2022-11-01 | #2023-02-17 | Started => i | Wen Addy // Corporate Director
of Resources => Wen Addy; Corporate Director of Resources

Waiting for the grant | make the refuge's office step-free | Disability; sex | S4 |  | Summer 2023
| Paused => h | Property Officer

Not in this year's budget after all | translate the whole web site | Race | S5 | #2022-09-01 |
#2023-03-31 | Dropped => r | Web Manager

 | train reception staff in trans awareness | Gender reassignment | S6 | Jan 2023 => 2023-01 | Mar
2023 => d:2023-03 | Not yet started => n | Wen Addy and Learning Hub => Wen Addy; Learning Hub

Figures went to the panel in October | report on who uses early help by age, sex and ethnic group
| All | S7 | #2022-07-01 | Every quarter => r:quarterly | Started => i | Insight Officer
""",
)
EMPLOYER = table(
    "Fair employer",
    COLUMNS,
    """
Shortlists checked since May | take names off application forms | Race; sex | E1 | #2022-04-04 |
#2022-09-30 | Done => c | Head of People

Depends on S6 for the training | review the toilets and changing rooms policy | Gender reassignment
| E2 |  | #2023-04-28 | Not yet started => n | Head of People // Trade union branch => Head of
People; Trade union branch | @see=S6

 | hold exit interviews with each disabled leaver | Disability | E3 | #2022-06-01 | Whenever someone
leaves => r:event | Started => i | HR advisers

Slot in the timetable found | set up mentoring for Black and Asian managers | Race | E4 |
#2022-09-12 | #2023-07-14 | Started => i | Chief Executive

 | publish the pay gaps by 30 March each year | Sex; race; disability | E5 |  | #2023-03-30 |
Not yet started => n | Reward Analyst | @un=recurrence

12 signed up | let staff who are carers work from home on two days | Age; sex | E6 | #2022-05-02 |
#2022-05-31 | Done => c | Line managers // Head of People => Line managers; Head of People
""",
)
PLANS = [SERVICES, EMPLOYER]
UNSCORED = ["section"]


def write(path: Path) -> None:
    """Make the workbook."""
    book = Workbook()
    about = book.active
    about.title = "Read me"
    sheets.words(about, 1, ["Ebberstow Borough Council: equality action plan 2022/23"], bold=True)
    sheets.words(about, 3, ["Fill in a line for each action. Use the words in the list."])
    sheets.words(about, 4, ["Dropped means that the action is no longer required."])
    for plan in PLANS:
        sheet = book.create_sheet(plan.title)
        sheets.words(sheet, 1, [plan.title], bold=True)
        free = sheets.plan(sheet, 3, plan, [34, 48, 20, 6, 13, 18, 16, 30], head="D9D2E9")
        done = sum(line.cells[6].words == "Done" for line in plan.lines)
        sheets.words(sheet, free + 1, ["", f"Total actions: {len(plan.lines)}"])
        sheets.words(sheet, free + 2, ["", f"Of which done: {done}"])
    lists = book.create_sheet("Words")
    for n, text in enumerate(["Done", "Started", "Paused", "Dropped", "Not yet started"], start=1):
        sheets.words(lists, n, [text])
    lists.sheet_state = "hidden"
    book.save(path)
