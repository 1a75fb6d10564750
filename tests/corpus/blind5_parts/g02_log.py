"""A workbook with open and closed sheets; dated updates in one cell, numbered states."""

from pathlib import Path
from typing import Any

from blind3_parts.files import book, day, put, save
from blind3_parts.labels import due, plan, row

OPEN: list[tuple[Any, ...]] = [
    (
        "SAB-041",
        "2020-01-14",
        "Write a joint protocol for self-neglect",
        "Asst Director Adults",
        "2020-06-30",
        None,
        "2 - In progress",
        "14/02/2020: first draft\n20/03/2020: paused, staff moved to shielding work",
    ),
    (
        "SAB-042",
        "2020-01-14",
        "Fire service to share data on home visits",
        "Station Mgr Ruddle",
        "2020-03-31",
        "2020-10-30",
        "3 - Delayed",
        "10/03/2020: agreement with lawyers",
    ),
    (
        "SAB-045",
        "2020-07-09",
        "Ask care homes about visits by relatives",
        "Quality Team",
        "2020-08-28",
        None,
        "1 - Not started",
        None,
    ),
    (
        "SAB-046",
        "2020-07-09",
        "Easy read version of the annual report",
        "Speak Up group / Board Support",
        "2020-12-18",
        None,
        "2 - In progress",
        "03/09/2020: group chose the pictures",
    ),
]
CLOSED: list[tuple[Any, ...]] = [
    (
        "SAB-038",
        "2019-10-08",
        "Train chairs of meetings",
        "Training Lead",
        "2020-02-28",
        "2020-02-11",
        "Eleven chairs trained",
    ),
    (
        "SAB-040",
        "2019-10-08",
        "Send seven minute briefing on modern slavery",
        "Board Support",
        "2019-12-20",
        "2019-12-18",
        "Sent to 31 agencies",
    ),
]
STATE = {"1": "not_started", "2": "in_progress", "3": "in_progress"}


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    made = book()
    sheet = made.create_sheet("Open actions")
    put(sheet, 1, ["Yarrowdale Safeguarding Adults Board - action log"], bold=True)
    put(
        sheet,
        3,
        [
            "Ref",
            "Raised",
            "Action",
            "Assigned to",
            "Original due",
            "Revised due",
            "Status",
            "Updates",
        ],
        bold=True,
    )
    rows = []
    for n, r in enumerate(OPEN, 4):
        put(sheet, n, [day(v) if at in (1, 4, 5) and v else v for at, v in enumerate(r)])
        ref, _, what, who, first, second, state, news = r
        rows.append(
            row(
                what,
                ref=ref,
                by=who.replace(" / ", " | "),
                due=due(None, second or first),
                st=STATE[state[0]],
                st_text=state,
                pg=news.split("\n") if news else [],
                un=["due_text", "source_ref"],
            )
        )
    closed = []
    sheet = made.create_sheet("Closed actions")
    put(
        sheet,
        1,
        ["Ref", "Raised", "Action", "Assigned to", "Due", "Closed on", "Outcome"],
        bold=True,
    )
    for n, r in enumerate(CLOSED, 2):
        put(sheet, n, [day(v) if at in (1, 4, 5) and v else v for at, v in enumerate(r)])
        ref, _, what, who, first, _, result = r
        closed.append(
            row(
                what,
                ref=ref,
                by=who,
                due=due(None, first),
                st="complete",
                other={"outcome": result},
                un=["due_text"],
            )
        )
    save(made, path)
    return [plan("Open actions", rows), plan("Closed actions", closed)]


DOCUMENT = ("yarrowdale-action-log.xlsx", "open and closed sheets, dated updates in a cell", build)
