"""All reviews in one list: open and closed sheets of the same columns, real dates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import book, day, put, save
from blind3_parts.labels import due, plan, row


def tracker(path: Path) -> list[dict[str, Any]]:
    """All reviews in one list: open and closed sheets of the same columns, real dates."""
    made = book()
    head = [
        "Review",
        "Rec",
        "Recommendation",
        "Action agreed",
        "Agency",
        "Named lead",
        "Due",
        "Revised due",
        "% done",
        "Status",
        "Last update",
        "Priority",
    ]
    opened = [
        (
            "LCSPR 'Oscar' (2024)",
            "3",
            "Dads and partners are part of every assessment.",
            "Add a fathers' section to the assessment form",
            "Children's Social Care",
            "Leila Marsh",
            "2025-06-30",
            "2025-10-31",
            70,
            "Amber",
            "Form is live. Guidance is being written.",
            "High",
        ),
        (
            "^",
            "5",
            "Health visitors know about new partners in the home.",
            "a) Question at the 9-12 month review\nb) Flag in the record",
            "Lythe Community Health NHS Trust",
            "Ann-Marie Dodd; Raj Sethi",
            "2025-09-30",
            None,
            40,
            "Green",
            "",
            "High",
        ),
        (
            "SAR 'Vera' (2025)",
            "1",
            "Care home staff weigh residents each month.",
            "Audit in six homes",
            "ICB",
            "Care Home Lead Nurse",
            "2025-12-19",
            None,
            0,
            "Red",
            "Waiting for an auditor.",
            "Medium",
        ),
        (
            "^",
            "2",
            "Pressure damage is reported to the council when it meets the threshold.",
            "Threshold on one page",
            "ASC",
            "MASH Manager",
            "TBC",
            None,
            0,
            "Red",
            None,
            "Medium",
        ),
        (
            "DHR 7",
            "4",
            "The housing transfer policy helps victims to move at once.",
            "Policy to Housing Board",
            "Lythe Homes",
            "Jo Penhallow, Allocations Manager",
            "w/c 5 January 2026",
            None,
            85,
            "Amber",
            "Housing Board took it out of its October agenda.",
            "Low",
        ),
    ]
    closed = [
        (
            "LCSPR 'Oscar' (2024)",
            "1",
            "Missed appointments are followed up as 'was not brought'.",
            "Change the letters",
            "Lythe Hospitals",
            "Outpatients Manager",
            "2025-01-31",
            None,
            100,
            "Complete",
            "New letters since February.",
            "High",
        ),
        (
            "DHR 7",
            "2",
            "GP surgeries have a domestic abuse lead.",
            "Leads named in 27 surgeries",
            "ICB",
            "Named GP",
            "2025-03-31",
            "2025-05-30",
            100,
            "Complete",
            "All 27 named.",
            "Medium",
        ),
        (
            "DHR 7",
            "3",
            "The hospital opens an advocate's post.",
            "Business case",
            "Lythe Hospitals",
            "Chief Nurse",
            "2024-11-29",
            None,
            0,
            "Withdrawn",
            "No funds. Partnership accepted this in May.",
            "Medium",
        ),
    ]
    owners = {"Ann-Marie Dodd; Raj Sethi": "Ann-Marie Dodd | Raj Sethi"}
    states = {
        "Amber": "in_progress",
        "Green": "in_progress",
        "Red": "not_started",
        "Complete": "complete",
        "Withdrawn": "rejected",
    }
    plans = []
    for name, lines in (("Open", opened), ("Closed", closed)):
        s = made.create_sheet(name)
        put(
            s,
            1,
            [f"Lythe Safeguarding Partnerships: combined review tracker ({name.lower()} actions)"],
            bold=True,
        )
        put(s, 2, ["As at:", day("2025-10-20")])
        put(s, 4, head, bold=True)
        truth = []
        review = ""
        start = 5
        for at, line in enumerate(lines, 5):
            review = review if line[0] == "^" else line[0]
            if line[0] == "^":
                s.merge_cells(start_row=start, start_column=1, end_row=at, end_column=1)
            else:
                start = at
            cells: list[Any] = [None if line[0] == "^" else line[0], *line[1:]]
            for c in (6, 7):
                if cells[c] and cells[c][0] == "2":
                    cells[c] = day(cells[c])
            cells[8] = cells[8] / 100
            put(s, at, cells)
            s.cell(at, 9).number_format = "0%"
            last = line[7] or line[6]
            when = {
                "TBC": due("TBC"),
                "w/c 5 January 2026": due("w/c 5 January 2026", "2026-01-05"),
            }.get(last, due(None, last))
            skip = ["due_text", "owners"] if last[0] == "2" else ["owners"]
            do = (
                ["Question at the 9-12 month review", "Flag in the record"]
                if line[3].startswith("a)")
                else [line[3]]
            )
            truth.append(
                row(
                    line[2],
                    ref=line[1],
                    src=review,
                    do=do,
                    by=owners.get(line[5], line[5]),
                    due=when,
                    st=states[line[9]],
                    st_text=line[9],
                    pg=[line[10]] if line[10] else [],
                    pr=line[11],
                    un=skip,
                    other={"agency": line[4]},
                )
            )
        if name == "Open":
            put(s, 11, ["Amber: behind or at risk. Green: on course. Red: not begun."])
        s.auto_filter.ref = f"A4:L{4 + len(lines)}"
        plans.append(
            plan(
                f"Lythe Safeguarding Partnerships: combined review tracker ({name.lower()} actions)",
                truth,
            )
        )
    save(made, path)
    return plans


DOCUMENT = (
    "lythe-combined-tracker.xlsx",
    "Excel; open and closed sheets; merged review column; real and revised dates; per cent",
    tracker,
)
