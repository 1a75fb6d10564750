"""A sheet of a youth justice service: ticks under the quarter in which an action falls due."""

from pathlib import Path
from typing import Any

from blind3_parts.files import book, put, save
from blind3_parts.labels import due, plan, row

TICK = "\u2713"
ENDS = ["2019-06-30", "2019-09-30", "2019-12-31", "2020-03-31"]
ROWS = [
    (
        "Out of court",
        "A1",
        "Joint decision panel meets each fortnight",
        "YOT Manager",
        0,
        "4",
        "complete",
    ),
    (
        "Out of court",
        "A2",
        "Assess before the panel, not after",
        "Senior Practitioner",
        1,
        "3",
        "in_progress",
    ),
    (
        "Out of court",
        "A3",
        "Victims are asked what would help",
        "Victim Worker",
        3,
        "1",
        "not_started",
    ),
    (
        "Custody",
        "B1",
        "Visit within ten days of sentence",
        "YOT Manager / Case Managers",
        2,
        "3",
        "in_progress",
    ),
    (
        "Custody",
        "B2",
        "Accommodation known six weeks before release",
        "Housing Lead",
        2,
        "2",
        "overdue",
    ),
    (
        "Health",
        "C1",
        "Speech and language screening for all",
        "CCG Commissioner",
        3,
        "3",
        "in_progress",
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    made = book()
    sheet = made.create_sheet("Action plan")
    title = "Glenmarsh Youth Justice Plan: actions 2019/20"
    put(sheet, 1, [title], bold=True)
    sheet.merge_cells("A1:I1")
    put(
        sheet,
        3,
        ["Area", "No", "Action", "Responsible person", "Due in 2019/20", None, None, None, "Score"],
        bold=True,
    )
    put(sheet, 4, [None, None, None, None, "Q1", "Q2", "Q3", "Q4", None], bold=True)
    sheet.merge_cells("E3:H3")
    for letter in "ABCDI":
        sheet.merge_cells(f"{letter}3:{letter}4")
    rows, last = [], ""
    for n, (area, ref, what, who, quarter, score, state) in enumerate(ROWS, 5):
        ticks = [TICK if at == quarter else None for at in range(4)]
        put(sheet, n, [area if area != last else None, ref, what, who, *ticks, int(score)])
        last = area
        rows.append(
            row(
                what,
                ref=ref,
                sec=area,
                by=who.replace(" / ", " | "),
                due=due(None, ENDS[quarter]),
                st=state,
                st_text=score,
                un=["due_text"],
            )
        )
    for start, end in ((5, 7), (8, 9)):
        sheet.merge_cells(f"A{start}:A{end}")
    put(sheet, 12, ["Score: 1 = not started; 2 = late; 3 = in progress; 4 = complete"])
    save(made, path)
    return [plan(title, rows)]


DOCUMENT = (
    "glenmarsh-quarter-ticks.xlsx",
    "ticks under quarters, areas merged down, score key",
    build,
)
