"""A Word table in which each action has rows of dated updates across the table under it."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    (
        "1",
        "Publish one threshold document",
        "Partnership Manager",
        "30/09/2018",
        "2018-09-30",
        "Complete",
        "complete",
        [
            "Update 12/06/2018: second draft with partners.",
            "Update 04/10/2018: published and sent to 900 staff.",
        ],
    ),
    (
        "2",
        "Train 200 practitioners in the model of practice",
        "Workforce Lead",
        "31/03/2019",
        "2019-03-31",
        "On track",
        "in_progress",
        ["Update 04/10/2018: 84 trained so far."],
    ),
    (
        "3",
        "Family plans written in the words of the family",
        "Early Help Coordinators",
        "Dec 2018",
        "2018-12",
        "Delayed",
        "in_progress",
        [
            "Update 12/06/2018: sample of ten plans read.",
            "Update 04/10/2018: only three of ten met the test.",
        ],
    ),
    (
        "4",
        "Offer fathers a worker of their own",
        "Service Manager, Early Help",
        "June 2019",
        "2019-06",
        "Not started",
        "not_started",
        [],
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word(landscape=True)
    title = "Early help strategy: delivery plan 2018-19"
    doc.add_heading(title, 1)
    body: list[list[str]] = []
    rows = []
    for ref, what, who, when, day, state, value, news in ROWS:
        body.append([ref, what, who, when, state])
        body += [[one] for one in news]
        rows.append(
            row(what, ref=ref, by=who, due=due(when, day), st=value, st_text=state, pg=news)
        )
    grid(doc, [["No", "Action", "Lead", "Target", "Status"], *body])
    save(doc, path)
    return [plan(title, rows)]


DOCUMENT = ("early-help-update-rows.docx", "rows of dated updates under each action", build)
