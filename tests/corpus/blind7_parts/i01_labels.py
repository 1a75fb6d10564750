"""A workbook with a column of labels: action, progress and impact under each other."""

from pathlib import Path
from typing import Any

from blind3_parts.files import book, put, save
from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    (
        "R1",
        "Schools should tell the virtual school about each suspension within a day.",
        "Add a box to the form",
        "Form in use since June",
        "None yet",
        "Virtual School Head",
        "30/09/2023",
        "2023-09-30",
        "Complete",
        "complete",
    ),
    (
        "R2",
        "Carers should know whom to call at night.",
        "Card for each carer",
        "Cards at the printer",
        "Fewer calls to police",
        "Fostering Duty Manager",
        "Nov 2023",
        "2023-11",
        "In progress",
        "in_progress",
    ),
    (
        "R3",
        "Health checks should be on time.",
        "Extra clinic each month",
        None,
        None,
        "Designated Nurse / Business Support",
        "31/12/2023",
        "2023-12-31",
        "Not started",
        "not_started",
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    made = book()
    sheet = made.create_sheet("Plan")
    title = "Kingsmoor corporate parenting: action plan 2023"
    put(sheet, 1, [title], bold=True)
    put(sheet, 3, ["Rec", "Recommendation", "", "Detail", "Lead", "Deadline", "Status"], bold=True)
    rows = []
    for n, r in enumerate(ROWS):
        top = 4 + 3 * n
        ref, what, todo, news, impact, who, when, day, state, value = r
        put(sheet, top, [ref, what, "Action", todo, who, when, state])
        put(sheet, top + 1, [None, None, "Progress", news])
        put(sheet, top + 2, [None, None, "Impact", impact])
        for letter in "ABEFG":
            sheet.merge_cells(f"{letter}{top}:{letter}{top + 2}")
        rows.append(
            row(
                what,
                ref=ref,
                do=[todo],
                by=who.replace(" / ", " | "),
                due=due(when, day),
                st=value,
                st_text=state,
                pg=[news] if news else [],
                other={"impact": impact},
            )
        )
    save(made, path)
    return [plan(title, rows)]


DOCUMENT = ("kingsmoor-label-column.xlsx", "a column of labels inside the table", build)
