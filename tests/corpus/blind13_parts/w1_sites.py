"""Web pages: a select committee's table from a council's site; a team's list from an intranet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind12_parts.grid import heads, to_html
from blind12_parts.rows import R, Row, truth


def page(title: str, body: str) -> str:
    """A whole page."""
    return ('<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>'
            f"{title}</title></head>\n<body>\n<nav><a href='#'>Home</a> | <a href='#'>Meetings</a> | "
            f"<a href='#'>Contact us</a></nav>\n{body}\n<footer>Accessibility | Privacy</footer>\n"
            "</body>\n</html>\n")  # fmt: skip


def committee_rows() -> list[Row]:
    """The select committee's recommendations on children living away from home."""

    def row(ref: str, title: str, answer: str, own: str, due: str, prog: str = "", st: str = "",
            **more: Any) -> Row:  # fmt: skip
        return R(ref, title, other={"answer": answer}, own=own, due=due, prog=prog, st=st, **more)

    yes, part = "Agreed", "Agreed in part"
    return [
        row("1", "A councillor should visit each children's home in the county twice a year.", yes,
            "Lead Member for Children", "From April 2022~~2022-04", "First four visits made.",
            "In progress=in_progress"),
        row("2", "The council should stop using homes that are not registered.", part,
            "Head of Placements", "31 October 2022~2022-10-31",
            "Down from nine children to two. The court has approved both.", "In progress=in_progress"),
        row("3", "Children should be given a suitcase, never a bin bag.", yes, "Fostering Manager",
            "Immediate", "240 bought and given out.", "Complete=complete"),
        row("4", "Each child should meet the new carer before the move.", yes,
            "Head of Placements|Fostering Manager", "Sept 2022~2022-09",
            "Video call used when the carer is far away. See also 3.", "Complete=complete", see="3",
            owners=["Head of Placements", "Fostering Manager"]),
        row("5", "The council should say each year how many children were moved more than twice.", yes,
            "Performance Manager", "Annually in June, first report June 2022~~2022-06~annual",
            "First report published.", "Complete=complete", unscored="status"),
        row("6", "Care leavers should pay no council tax until 25.", yes,
            "Head of Revenues|Cabinet Member for Finance",
            "1st April 2023~2023-04-01", "Budget agreed by full Council.", "In progress=in_progress",
            owners="Head of Revenues and Cabinet Member for Finance"),
        row("7", "There should be a crisis bed in each district.", "Not agreed", "", "n/a", "",
            "Rejected=rejected", owners="-"),
        row("8", "The council should ask neighbouring counties to tell it of children they place here.",
            yes,
            "Director of Children's Services", "w/c 4 July 2022~2022-07-04", "Five of six have replied.",
            "Overdue=overdue"),
        row("9", "Young inspectors should be paid the living wage.", yes, "Participation Manager",
            "End of financial year 2022/23~2023-03-31", "", "Not started=not_started"),
    ]  # fmt: skip


def committee(folder: Path) -> dict[str, Any]:
    """A select committee's recommendations with the executive's answers, from a council's site."""
    rows = committee_rows()
    grid = [heads("No.|Select committee's recommendation|Executive's answer|Responsible officer or member|"
                  "Implementation date|Position in August 2022|State")]  # fmt: skip
    grid += [row.cells("ref title answer owners due progress status") for row in rows]
    body = ("<h1>Agenda item 8</h1>\n<h2>Children living away from home: monitoring of "
            "recommendations</h2>\n<p>Children and Families Select Committee, 8 September 2022.</p>\n"
            + to_html(grid) + "\n<p>The Committee is asked to note the position.</p>")  # fmt: skip
    name = "h01_select_committee.html"
    title = "Children living away from home: monitoring of recommendations"
    (folder / name).write_text(
        page("Agenda item 8 - Millrace County Council", body), encoding="utf-8"
    )
    return truth(name, [(title, rows)], "committee page, the executive's answer", "section")


def intranet_rows() -> list[Row]:
    """The business unit's list of what is to be done."""
    high, normal, low = "High=high", "Medium=medium", "Low=low"
    return [
        R(None, "Book a hall for the annual conference", own="Tamsin Orde", due="28/06/2024~2024-06-28",
          st="Completed=complete", pri=normal, prog="Guildhall, 180 seats"),
        R(None, "Send the neglect strategy out for comment", own="Idris Pemberthy",
          due="12/07/2024~2024-07-12",
          st="Completed=complete", pri=high, prog="Went to 61 people"),
        R(None, "Chase late returns for the section 11 audit", own="Tamsin Orde|Idris Pemberthy",
          owners="Tamsin Orde; Idris Pemberthy", due="19/07/2024~2024-07-19", st="Overdue=overdue",
          pri=high,
          prog="Probation and two academies still to send theirs"),
        R(None, "Update contact list", own="Business Support",
          due="First Monday of each month~~~monthly",
          st="In progress=in_progress", pri=low),
        R(None, "Write the annual report", own="Solveig Marchetti", due="30/09/2024~2024-09-30",
          st="In progress=in_progress", pri=high, prog="Chapters from police and health received"),
        R(None, "Translate the private fostering leaflet into Polish, Dari and Tigrinya",
          own="Business Support",
          due="16 Aug~2024-08-16", st="Not started=not_started", pri=normal, prog="Quote asked for"),
        R(None, "Set up e-learning on safer sleeping", own="Learning Officer", due="Aug 2024~2024-08",
          st="On hold=on_hold", pri=normal, prog="Provider has closed"),
        R(None, "Arrange the rapid review panel", own="Solveig Marchetti",
          due="within 15 working days of a notification~~~event",
          st="In progress=in_progress", pri=high, prog="One held in June", unscored="recurrence"),
        R(None, "Put minutes of the executive on the site", own="Tamsin Orde",
          due="After each meeting~~~each_meeting",
          st="In progress=in_progress", pri=low, prog="Up to date"),
        R(None, "Renew the licence for the survey tool", own="", owners="", due="1 Nov 2024~2024-11-01",
          st="Not started=not_started", pri=low),
    ]  # fmt: skip


def intranet(folder: Path) -> dict[str, Any]:
    """A partnership's business unit: a list as an intranet shows it."""
    rows = intranet_rows()
    grid = [heads("Title|Assigned to|Due date|State|Importance|Comments")]
    grid += [row.cells("title owners due status priority progress") for row in rows]
    body = ("<h1>Business unit: to-do list</h1>\n<p>Last changed on 22 July 2024 by Tamsin Orde</p>\n"
            + to_html(grid))  # fmt: skip
    name = "h02_intranet_list.html"
    (folder / name).write_text(page("Business unit: to-do list", body), encoding="utf-8")
    return truth(name, [("Business unit: to-do list", rows)], "intranet list", "section")
