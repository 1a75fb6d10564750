"""Invented workbooks."""

from __future__ import annotations

import datetime as dt

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from .common import FOLDER, due, row, write_truth


def partnership_workbook() -> None:
    """Title rows, real dates, merged priorities, per cent as numbers, a key and a figures sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Delivery plan"
    sheet["A1"] = "Penwick Community Safety Partnership delivery plan 2023/24"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "Updated for the June meeting"
    sheet.append([])
    sheet.append(
        ["Priority", "Ref", "Action", "Lead agency", "Start", "End", "% complete", "Comments"]
    )
    rows = [
        (
            "Priority 1: Serious violence",
            "SV/01",
            "Map hotspots with health data",
            "Public Health",
            dt.date(2023, 4, 3),
            dt.date(2023, 7, 28),
            1,
            "Map shared with partners",
        ),
        (
            None,
            "SV/02",
            "Bleed kits in licensed premises",
            "Licensing; Police",
            dt.date(2023, 5, 1),
            dt.date(2023, 12, 29),
            0.4,
            None,
        ),
        (
            "Priority 2: Domestic abuse",
            "DA/01",
            "Train housing staff",
            "Penwick Homes",
            None,
            dt.date(2024, 3, 29),
            0,
            "Depends on SV/02",
        ),
    ]
    for values in rows:
        sheet.append(values)
    sheet.merge_cells("A5:A6")
    for line in range(5, 8):
        sheet.cell(line, 7).number_format = "0%"
        for col in (5, 6):
            sheet.cell(line, col).number_format = "DD/MM/YYYY"
    figures = book.create_sheet("Figures")
    for values in (["Measure", "2021/22", "2022/23"], ["Knife crime", 41, 38], ["Robbery", 20, 25]):
        figures.append(values)
    book.save(FOLDER / "partnership-workbook.xlsx")
    one, two = "Priority 1: Serious violence", "Priority 2: Domestic abuse"
    write_truth(
        "partnership-workbook.xlsx",
        (
            "Penwick Community Safety Partnership",
            [
                row(
                    "Map hotspots with health data",
                    ref="SV/01",
                    section=one,
                    owners=["Public Health"],
                    due=due("28/07/2023", "2023-07-28", "2023-04-03"),
                    status="complete",
                    progress=["Map shared with partners"],
                ),
                row(
                    "Bleed kits in licensed premises",
                    ref="SV/02",
                    section=one,
                    owners=["Licensing", "Police"],
                    due=due("29/12/2023", "2023-12-29", "2023-05-01"),
                    status="in_progress",
                ),
                row(
                    "Train housing staff",
                    ref="DA/01",
                    section=two,
                    owners=["Penwick Homes"],
                    due=due("29/03/2024", "2024-03-29"),
                    status="not_started",
                    progress=["Depends on SV/02"],
                    see=["SV/02"],
                ),
            ],
        ),
        unscored=["due_text"],
    )


def tick_workbook() -> None:
    """Two sheets of one plan each, tick columns under a spanning heading, bold band rows."""
    book = Workbook()
    book.remove(book.active)
    plans = {
        "Governance": [
            ("Leadership", None, None, None, None, None, None),
            (1, "Name a trustee for safeguarding", "Chair", "Apr-22", "x", None, None),
            (
                2,
                "Report to each trustee meeting",
                "Chief Executive",
                "Each meeting",
                None,
                "x",
                None,
            ),
        ],
        "Workforce": [
            ("Recruitment", None, None, None, None, None, None),
            (1, "Check references for all posts", "Kim Vole", "31/05/2022", None, None, "x"),
            ("Training", None, None, None, None, None, None),
            (
                2,
                "Refresher for volunteers",
                "Kim Vole & Asha Reed",
                "Every 6 months from June 2022",
                None,
                "x",
                None,
            ),
        ],
    }
    for name, rows in plans.items():
        sheet = book.create_sheet(name)
        sheet.append([f"{name} action plan – Corvale Youth Trust"])
        sheet.append(["No", "What needs to be done", "Who", "When", "Progress", None, None])
        sheet.append([None, None, None, None, "Done", "Under way", "Not started"])
        sheet.merge_cells("E2:G2")
        for values in rows:
            sheet.append(values)
            if values[1] is None:
                for cell in sheet[sheet.max_row]:
                    cell.font = Font(bold=True)
                    cell.fill = PatternFill("solid", fgColor="DDEBF7")
    book.save(FOLDER / "tick-workbook.xlsx")
    write_truth(
        "tick-workbook.xlsx",
        (
            "Governance action plan – Corvale Youth Trust",
            [
                row(
                    "Name a trustee for safeguarding",
                    ref="1",
                    section="Leadership",
                    owners=["Chair"],
                    due=due("Apr-22", "2022-04"),
                    status="complete",
                ),
                row(
                    "Report to each trustee meeting",
                    ref="2",
                    section="Leadership",
                    owners=["Chief Executive"],
                    due=due("Each meeting", None, None, "each_meeting"),
                    status="in_progress",
                ),
            ],
        ),
        (
            "Workforce action plan – Corvale Youth Trust",
            [
                row(
                    "Check references for all posts",
                    ref="1",
                    section="Recruitment",
                    owners=["Kim Vole"],
                    due=due("31/05/2022", "2022-05-31"),
                    status="not_started",
                ),
                row(
                    "Refresher for volunteers",
                    ref="2",
                    section="Training",
                    owners=["Kim Vole", "Asha Reed"],
                    due=due("Every 6 months from June 2022", None, "2022-06", "six_monthly"),
                    status="in_progress",
                ),
            ],
        ),
    )


def number_key() -> None:
    """Status as a number explained by a key beside the table; the recommendation printed again."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Recs"
    lines = [
        ["Internal audit follow-up, Saltmarsh District Council", None, None, None, None, None],
        [
            "Key: 1 = Implemented, 2 = Partly implemented, 3 = Not implemented, 4 = No longer required"
        ],
        ["Rec no", "Recommendation", "Agreed action", "Responsible officer", "Target", "Status"],
        ["R1", "Keep a record of keys", "Buy a key safe", "Facilities Manager", "31 Jan 2021", 1],
        ["R1", "Keep a record of keys", "Check it monthly", "Facilities Manager", "28 Feb 2021", 3],
        ["R2", "Review access to case files", "Remove leavers", "ICT & HR", "Q1 2021/22", 2],
        [
            "R3",
            "Test the out-of-hours line",
            "Make four test calls",
            "Duty Manager",
            "Quarterly",
            4,
        ],
    ]
    for values in lines:
        sheet.append(values)
    book.save(FOLDER / "number-key.xlsx")
    write_truth(
        "number-key.xlsx",
        (
            "Internal audit follow-up, Saltmarsh District Council",
            [
                row(
                    "Keep a record of keys",
                    ref="R1",
                    actions=["Buy a key safe", "Check it monthly"],
                    owners=["Facilities Manager"],
                    due=due("31 Jan 2021; 28 Feb 2021", "2021-02-28"),
                    status="partial",
                ),
                row(
                    "Review access to case files",
                    ref="R2",
                    actions=["Remove leavers"],
                    owners=["ICT", "HR"],
                    due=due("Q1 2021/22", "2021-06-30"),
                    status="partial",
                ),
                row(
                    "Test the out-of-hours line",
                    ref="R3",
                    actions=["Make four test calls"],
                    owners=["Duty Manager"],
                    due=due("Quarterly", None, None, "quarterly"),
                    status="rejected",
                ),
            ],
        ),
    )


ALL = (partnership_workbook, tick_workbook, number_key)
