"""Annual governance statement actions, Word, portrait: owner and date share one cell."""

from __future__ import annotations

from pathlib import Path

from blind_parts import word
from blind_parts.notation import Cell, table

NAME = "ulverwick-governance-statement-actions.docx"
LAYOUT = "Word, portrait; officer and date on two lines of one cell; status begins the position"

PLAN = table(
    "Annual Governance Statement 2024/25: action plan",
    "title:Governance issue | do:Planned improvement | who:Officer | due:Date "
    "| pg:Position at 31 March 2025",
    """
## Part A: carried forward from the statement of 2023/24

A1. Contract standing orders are not followed for care placements. | Training for commissioners.
// Exception report to the Audit Committee. | Head of Procurement | 30 September 2024 =>
d:2024-09-30 | Complete: training held in July and exceptions reported twice. => [c|Complete] |
@ref=A1

A2. The register of interests is out of date for a third of senior staff. | Reminder with the pay
slip each April. | Monitoring Officer | 30 April 2025 => d:2025-04-30 | In progress – reminder has
been written. => [i|In progress] | @ref=A2

A3. Safeguarding alerts from the corporate contact centre are not counted. | Add a code to the
telephone system. | Customer Service Manager | 31 December 2024 => d:2024-12-31 | Overdue –
supplier cannot add codes before the upgrade. // Alerts are counted by hand for the moment. =>
[o|Overdue] | @ref=A3

A4. Business continuity plans of care services have not been tested. | Desk exercise with
providers. | Emergency Planning Officer and Head of Adult Commissioning => Emergency Planning
Officer; Head of Adult Commissioning | March 2025 => d:2025-03 | Complete: exercise Larkspur was
held on 6 March. => [c|Complete] | @ref=A4

A5. The scheme of delegation does not name the new directorates. | Redraft for Full Council. |
Monitoring Officer | 15 May 2025 => d:2025-05-15 | In progress – draft with group leaders. =>
[i|In progress] | @ref=A5

A6. Fraud awareness training is voluntary. | Make it part of induction. | Section 151 Officer |
1 October 2024 => d:2024-10-01 | Superseded: now in the mandatory bundle agreed by Corporate
Board. => [r|Superseded] | @ref=A6

## Part B: new for 2025/26

B1. Members' safeguarding duties are not in the code of conduct. | Report to the Standards
Committee. // Session after the election. | Deputy Monitoring Officer | 30 June 2025 =>
d:2025-06-30 | Not started => [n|Not started] | @ref=B1

B2. Shared services report to two scrutiny committees in two ways. | One report format. |
Democratic Services Manager / Shared Service Director => Democratic Services Manager; Shared
Service Director | Quarterly from July 2025 => s:2025-07 r:quarterly | Not started => [n|Not
started] | @ref=B2

B3. The data breach log shows repeated errors in letters about children. | Second pair of eyes
before posting. | Data Protection Officer | Ongoing => r:ongoing | In progress – check began in
two teams; see A3 for the contact centre. => [i|In progress] | @ref=B3; see=A3

B4. Whistleblowing cases are few and staff do not know the route. | Campaign in the staff
magazine. | Head of Internal Audit | By end of 2025/26 => d:2026-03-31 | Not started => [n|Not
started] | @ref=B4

B5. Reserves policy and risk appetite have not been brought together. | Workshop with Cabinet. |
Section 151 Officer | Autumn | Not started => [n|Not started] | @ref=B5
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(landscape=False, font="Times New Roman", size=10.5)
    made.add_heading("Appendix 2", 3)
    made.add_heading(PLAN.title, 2)
    heads = [PLAN.heads[0], PLAN.heads[1], "Responsible officer and target date", PLAN.heads[4]]
    grid = made.add_table(rows=1, cols=4, style="Table Grid")
    for box, head in zip(grid.rows[0].cells, heads, strict=True):
        word.write(box, Cell(head, fill="DDEBF7"), bold=True)
    for line in PLAN.lines:
        if line.band is not None:
            word.across(grid, line.band, "EEEEEE")
            continue
        issue, step, who, due, now = line.cells
        both = Cell(f"{who.words} // {due.words}")
        word.fill_row(grid, [issue, step, both, now], False)
    made.add_paragraph()
    made.add_paragraph("Signed: Leader of the Council; Chief Executive. Date: 22 May 2025")
    made.save(str(path))
