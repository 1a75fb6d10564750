"""Minutes of a subgroup: who and when in one column; rows without an action."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

ROWS = [
    (
        "1",
        "Welcome and apologies",
        "Apologies from Fire and Rescue. The chair welcomed the new designated doctor.",
        "",
        "",
        None,
    ),
    (
        "2",
        "Matters arising",
        "The leaflet for parents has gone to print.",
        "Circulate the leaflet to all GP practices",
        "KM - 14 June",
        row(
            "Circulate the leaflet to all GP practices",
            ref="2",
            by="Kirsty Malin",
            due=due("14 June", "2016-06-14"),
        ),
    ),
    (
        "3",
        "Data report",
        "Children missing from care rose for the third quarter. Members asked for the reasons.",
        "Bring a breakdown by placement to the next meeting",
        "TP - next meeting",
        row(
            "Bring a breakdown by placement to the next meeting",
            ref="3",
            by="Tunde Parr",
            due=due("next meeting"),
        ),
    ),
    (
        "4",
        "Return interviews",
        "Only half of the interviews were within 72 hours. The provider has a new manager.",
        "Meet the provider and agree a recovery plan",
        "TP / SE - by 30 June",
        row(
            "Meet the provider and agree a recovery plan",
            ref="4",
            by="Tunde Parr | Sioned Eames",
            due=due("by 30 June", "2016-06-30"),
        ),
    ),
    (
        "5",
        "Training",
        "Places on the exploitation course are full until autumn.",
        "Ask agencies for trainers to run two more days",
        "KM - asap",
        row(
            "Ask agencies for trainers to run two more days",
            ref="5",
            by="Kirsty Malin",
            due=due("asap"),
        ),
    ),
    ("6", "Risk register", "No change to the register.", "", "", None),
    (
        "7",
        "Work plan",
        "The plan for the year was agreed with one change.",
        "Amend the work plan and send it to the Board",
        "SE - w/c 4 July",
        row(
            "Amend the work plan and send it to the Board",
            ref="7",
            by="Sioned Eames",
            due=due("w/c 4 July", "2016-07-04"),
        ),
    ),
    (
        "8",
        "Any other business",
        "Taxi firms have asked for briefing sessions.",
        "Arrange evening sessions with Licensing",
        "All - September 2016",
        row(
            "Arrange evening sessions with Licensing",
            ref="8",
            by="All",
            due=due("September 2016", "2016-09"),
        ),
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    doc.add_heading("Missing and Exploited Children Subgroup", 1)
    doc.add_paragraph("Minutes of the meeting held on Tuesday 24 May 2016, Rosebank Centre")
    grid(
        doc,
        [
            ["Present", "<", "<"],
            ["Kirsty Malin (KM)", "Partnership Officer", "Council"],
            ["Tunde Parr (TP)", "Service Manager", "Council"],
            ["Sioned Eames (SE)", "Detective Inspector", "Police"],
        ],
    )
    doc.add_paragraph("")
    body = [[r[0], f"{r[1]}\n{r[2]}", r[3], r[4]] for r in ROWS]
    grid(doc, [["Item", "Discussion", "Action", "Who / when"], *body])
    doc.add_paragraph("Next meeting: Tuesday 19 July 2016, 10am")
    save(doc, path)
    rows = []
    for r in ROWS:
        if r[5]:
            made: dict[str, Any] = r[5]
            made["unscored"] = [*made.get("unscored", []), "source_ref"]
            if r[0] == "8":
                made["unscored"].append("owners")
            rows.append(made)
    return [plan("Missing and Exploited Children Subgroup", rows)]


DOCUMENT = ("caldwick-subgroup-minutes.docx", "minutes with an action column", build)
