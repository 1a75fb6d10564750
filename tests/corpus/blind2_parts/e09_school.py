"""School safeguarding audit action plan, Excel: headings in two lines, numbers with a key."""

from __future__ import annotations

from pathlib import Path

from blind_parts import sheets
from blind_parts.notation import Cell, table
from openpyxl import Workbook

NAME = "brinsey-school-safeguarding-audit.xlsx"
LAYOUT = "Excel; a line of headings over the headings; area merged; numbers 0 to 3, key beneath"

PLAN = table(
    "Safeguarding audit 2025: what we need to put right",
    "sec:Area | title:What the auditor found | do:Steps | who:By whom | start:From | due:To "
    "| oth:Cost | rev:Governors' check | st:How far?",
    """
Site | The car park gate stands open at lunch time | Lock at 9.15 // Rota for lunch | Mr Abara
(Site Manager) | 06/01/25 => 2025-01-06 | 17/01/25 => d:2025-01-17 | £80 | Walk round, February |
3 => c

^ | Visitors' lanyards all have one colour | Buy red ones for those without checks | School
Business Manager |  | 31/01/25 => d:2025-01-31 | £45 | Walk round, February | 3 => c

^ | Pupils say that the far toilets do not feel safe | Ask the school council for ideas // New
doors | Ms Quill and school council => Ms Quill; school council | 24/02/25 => 2025-02-24 |
25/07/25 => d:2025-07-25 | £2,600 | Pupil survey in June | 1 => i

Single central record | Section 128 check is missing for two managers | Do the checks | Ms Tran –
HR Officer |  | At once | nil | SCR sampled each half term | 3 => c

^ | Supply agencies' letters have no dates | Write to the four agencies | Ms Tran – HR Officer |
13/01/25 => 2025-01-13 | 14/02/25 => d:2025-02-14 | nil | SCR sampled each half term | 2 => i

Records | Files of pupils who leave are sent late | Send within five days // Keep a receipt | Mrs
Eddowes, DSL => Mrs Eddowes, DSL |  | Each time a pupil leaves => r:event | Post | Termly report |
2 => i

^ | Body maps are on paper | Move to the electronic system | DSL; Network Manager => DSL; Network
Manager | 01/03/25 => 2025-03-01 | 30/04/25 => d:2025-04-30 | £300 | Termly report | 0 => n

^ | Concerns about staff are kept in the head's e-mail | Locked folder and a log of low-level
concerns | Headteacher | 06/01/25 => 2025-01-06 | End of Feb 25 => d:2025-02-28 | nil | Chair of
governors sees the log | 1 => i

Curriculum | Year 9 have not had lessons about sharing images | Two lessons by PSHE tutors | PSHE
Lead |  | before half term | nil | Scheme of work | 1 => i

^ | Parents would like an evening about phones | Evening with the police | Mrs Eddowes, DSL; PCSO
Ward => Mrs Eddowes, DSL; PCSO Ward |  | 20 March 25 => d:2025-03-20 | £60 | Feedback forms | 0 =>
n

^ | Staff did not know the signs of abuse by another child | Twilight session | Headteacher |
03/02/25 => 2025-02-03 | 03/02/25 => d:2025-02-03 | nil | Quiz for staff | 3 => c
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Audit actions"
    sheets.words(sheet, 1, ["", "Brinsey Church of England Academy"], bold=True)
    sheets.words(sheet, 2, ["", PLAN.title], bold=True)
    over = [("", 1), ("Finding", 1), ("Our plan", 2), ("When", 2), ("", 1), ("Checking", 2)]
    at = 2
    for text, wide in over:
        sheets.put(sheet, 4, at, Cell(text, fill="FFF2CC"), bold=True)
        if wide > 1:
            sheet.merge_cells(start_row=4, end_row=4, start_column=at, end_column=at + wide - 1)
        at += wide
    free = sheets.plan(sheet, 5, PLAN, [16, 40, 38, 24, 11, 18, 9, 24, 9], head="FFF2CC", left=2)
    key = ["0 = not started", "1 = started", "2 = nearly there", "3 = finished"]
    sheets.words(sheet, free + 1, ["", "Key to How far?"], bold=True)
    for n, text in enumerate(key, start=free + 2):
        sheets.words(sheet, n, ["", text])
    book.save(path)
