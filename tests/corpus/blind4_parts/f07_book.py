"""A workbook of a partnership: dashboard, lists, hidden columns, date serials, three plan sheets."""

from pathlib import Path
from typing import Any

from blind3_parts.files import book, day, fill, put, save
from blind3_parts.labels import due, plan, row
from openpyxl.worksheet.datavalidation import DataValidation

HEADS = [
    "ID",
    "Theme",
    "Objective",
    "Tasks",
    "Owner",
    "Start date",
    "End date",
    "BRAG",
    "Commentary",
    "Linked to",
    "Internal note",
]
SHEETS: dict[str, list[tuple[Any, ...]]] = {
    "Neglect": [
        (
            "N01",
            "Tools",
            "One neglect tool used by all agencies",
            "Choose the tool\nTrain 300 staff",
            "Head of Service, Early Help",
            "2022-04-04",
            "2022-12-30",
            "Blue",
            "Tool chosen in June",
            None,
            "budget 12k",
        ),
        (
            "N02",
            "Tools",
            "Chronologies in every long case",
            "Template; guidance",
            "Lorna Fay",
            "2022-05-02",
            "2022-10-31",
            "Red",
            "Template late: supplier changed",
            "N01",
            None,
        ),
        (
            "N03",
            "Voice",
            "Parents say what helped",
            None,
            "Participation Officer",
            "2022-09-01",
            "2023-03-31",
            "White",
            None,
            None,
            None,
        ),
    ],
    "Exploitation": [
        (
            "E01",
            "Disrupt",
            "Use civil orders with hotels and takeaways",
            "Agree protocol",
            "Inspector Rees (Police); Licensing Lead",
            "2022-04-01",
            "2022-07-29",
            "Blue",
            "Protocol signed",
            None,
            "check with legal",
        ),
        (
            "E02",
            "Return home",
            "Interviews within 72 hours",
            None,
            "Barnaby House (charity)",
            "2022-04-01",
            "2022-09-30",
            "Amber",
            "64% in time",
            "E01, N03",
            None,
        ),
    ],
    "Workforce": [
        (
            "W01",
            "Supervision",
            "Reflective supervision for managers",
            "Commission\nEvaluate",
            "Principal Social Worker",
            44652,
            44926,
            "Green",
            "Two groups run",
            None,
            None,
        ),
        (
            "W02",
            "Induction",
            "Partnership induction for new staff",
            None,
            "Training Officer",
            44713,
            44804,
            "Blue",
            "Live since August",
            None,
            None,
        ),
    ],
}
STATE = {"Blue": "complete", "Green": "in_progress", "Amber": "in_progress", "Red": "overdue"}
STATE["White"] = "not_started"
COLOURS = {"Blue": "00B0F0", "Green": "92D050", "Amber": "FFC000", "Red": "FF0000"}
SERIALS = {44652: "2022-04-01", 44926: "2022-12-31", 44713: "2022-06-01", 44804: "2022-08-31"}


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    made = book()
    sheet = made.create_sheet("Dashboard")
    put(sheet, 1, ["Farrowdale Safeguarding Partnership: delivery dashboard"], bold=True)
    put(sheet, 3, ["BRAG", "Number of actions", "Meaning"], bold=True)
    meanings = ["Complete", "On track", "Slipping, plan in place", "Missed its date", "Not started"]
    for n, (name, count) in enumerate(
        (("Blue", 3), ("Green", 1), ("Amber", 1), ("Red", 1), ("White", 1))
    ):
        put(sheet, 4 + n, [name, count, meanings[n]])
    plans = []
    for name, lines in SHEETS.items():
        sheet = made.create_sheet(name)
        title = f"Priority: {name}"
        put(sheet, 1, ["Farrowdale Safeguarding Partnership"], bold=True)
        put(sheet, 2, [title, None, None, "Sponsor:", "Independent Scrutineer"], bold=True)
        put(sheet, 3, ["Updated", day("2022-11-07")])
        put(sheet, 5, HEADS, bold=True)
        rows = []
        for n, line in enumerate(lines, 6):
            values = [
                day(v) if at in (5, 6) and isinstance(v, str) else v for at, v in enumerate(line)
            ]
            put(sheet, n, values)
            if line[7] in COLOURS:
                fill(sheet.cell(n, 8), COLOURS[line[7]])
            start, end = (SERIALS[v] if isinstance(v, int) else v for v in line[5:7])
            tasks = (line[3] or "").replace("; ", "\n").split("\n")
            rows.append(
                row(
                    line[2],
                    ref=line[0],
                    sec=line[1],
                    do=[t for t in tasks if t],
                    by=line[4].replace("; ", " | "),
                    due=due(None, end, start),
                    st=STATE[line[7]],
                    st_text=line[7],
                    pg=[line[8]] if line[8] else [],
                    see=line[9].split(", ") if line[9] else [],
                    un=["due_text", "section", "source_ref"],
                )
            )
        sheet.column_dimensions["K"].hidden = True
        check = DataValidation(type="list", formula1="Lists!$A$1:$A$5")
        sheet.add_data_validation(check)
        check.add("H6:H40")
        sheet.freeze_panes = "A6"
        sheet.auto_filter.ref = f"A5:K{5 + len(lines)}"
        plans.append(plan(title, rows))
    sheet = made.create_sheet("Lists")
    for n, name in enumerate(("Blue", "Green", "Amber", "Red", "White"), 1):
        put(sheet, n, [name])
    sheet.sheet_state = "hidden"
    save(made, path)
    return plans


DOCUMENT = (
    "farrowdale-delivery-book.xlsx",
    "dashboard, three sheets, hidden column, serials",
    build,
)
