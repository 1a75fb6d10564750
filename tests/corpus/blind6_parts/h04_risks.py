"""A Prevent risk assessment in Excel: scores of risk, mitigation to come, owner, date, progress."""

from pathlib import Path
from typing import Any

from blind3_parts.files import book, day, fill, put, save
from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    (
        "PR1",
        "Speakers are booked in council halls without checks",
        3,
        4,
        12,
        "Halls manager keeps a diary",
        "Adopt a venue hire policy",
        "Head of Property",
        "2022-05-31",
        "Policy drafted",
        6,
    ),
    (
        "PR2",
        "Home educated children are not known to us",
        2,
        5,
        10,
        "Register since 2019",
        "Offer each family a visit",
        "Elective Home Education Adviser",
        "2022-07-22",
        "Half of the families have been visited",
        5,
    ),
    (
        "PR3",
        "Referrals from colleges fall",
        3,
        3,
        9,
        "Termly forum",
        "Train forty tutors",
        "Prevent Coordinator; FE Regional Lead",
        "2022-06-30",
        "Two sessions held, 31 tutors",
        4,
    ),
    (
        "PR4",
        "Councillors have not been briefed since the election",
        4,
        2,
        8,
        "None",
        "Briefing before the summer recess",
        "Democratic Services Manager",
        "2022-07-15",
        None,
        2,
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    made = book()
    sheet = made.create_sheet("Risk register and actions")
    title = "Hawkstone Prevent partnership: risks and actions 2022"
    put(sheet, 1, [title], bold=True)
    put(
        sheet,
        3,
        [
            "Risk ID",
            "Risk description",
            "Gross risk",
            None,
            None,
            "Existing controls",
            "Further mitigation",
            "Risk owner",
            "Implementation date",
            "Progress",
            "Target score",
        ],
        bold=True,
    )
    put(sheet, 4, [None, None, "L", "I", "Score"], bold=True)
    sheet.merge_cells("C3:E3")
    for letter in "ABFGHIJK":
        sheet.merge_cells(f"{letter}3:{letter}4")
    rows = []
    for n, r in enumerate(ROWS, 5):
        put(sheet, n, [day(v) if at == 8 else v for at, v in enumerate(r)])
        fill(sheet.cell(n, 5), "FFC000" if r[4] < 12 else "FF0000")
        ref, risk, _, _, _, _, what, who, when, news, _ = r
        rows.append(
            row(
                what,
                ref=ref,
                by=who.replace("; ", " | "),
                due=due(None, when),
                pg=[news] if news else [],
                un=["due_text"],
                other={"risk": risk, "controls": r[5]},
            )
        )
    save(made, path)
    return [plan(title, rows)]


DOCUMENT = ("hawkstone-prevent-risks.xlsx", "risk scores, controls and further mitigation", build)
