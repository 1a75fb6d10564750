"""Word: an academy trust's outside review; a fire and rescue service with two header rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind12_parts.d1_children import landscape
from blind12_parts.grid import LEFT, UP, C, heads, to_word
from blind12_parts.rows import R, Row, truth
from docx import Document


def academy_rows() -> list[Row]:
    """The academy trust's recommendations; the place is not an owner."""

    def row(ref: str, title: str, pri: str, place: str, own: str, due: str, st: str, prog: str = "",
            **more: Any) -> Row:  # fmt: skip
        return R(ref, title, pri=pri, other={"school": place}, own=own, due=due, st=st, prog=prog,
                 **more)  # fmt: skip

    high, medium, low = "High=high", "Medium=medium", "Low=low"
    return [
        row("R1", "Give each academy a second person who can open the concerns log out of hours.", high,
            "All", "Trust Safeguarding Director", "Half term October 2024", "Yes=complete",
            "Access tested on 21 October", unscored="due_date"),
        row("R2", "Stop using paper chronologies.", high, "Pennywell Infants", "Headteacher, Pennywell",
            "31st December 2024~2024-12-31", "Yes=complete", "Last box scanned before the holidays"),
        row("R3", "Add filtering reports to the agenda of the fortnightly safeguarding meeting.", high,
            "All", "DSLs|Network Manager", "Fortnightly~~~fortnightly", "Part=partial",
            "Four academies of seven", owners="DSLs and Network Manager"),
        row("R4", "Write a protocol for pupils who are educated off site for part of the week.", high,
            "Secondaries", "Director of Inclusion", "10/01/25~2025-01-10", "Part=partial",
            "With headteachers for comment"),
        row("R5", "Replace the visitor sign-in books with a system that prints a photograph.", medium,
            "Greystone High, Pennywell Infants", "Estates Manager", "Easter 2025", "Not yet=not_started",
            "Two quotes, £4,100 and £5,650", unscored="due_date"),
        row("R6", "Train midday supervisors on children who harm other children.", medium, "Primaries",
            "DSLs", "Feb 2025~2025-02", "Yes=complete", "64 trained, see R9 for those who missed it",
            see="R9"),
        row("R7", "Ask exit questions of every pupil who leaves for home education.", medium, "All",
            "Attendance Lead|Director of Inclusion", "28.02.25~2025-02-28", "Part=partial",
            "Form agreed, not yet in use", owners="Attendance Lead; Director of Inclusion"),
        row("R8", "Check site security at dusk as well as by day.", medium, "Greystone High",
            "Site Manager", "Wed 15 January 2025~2025-01-15", "Yes=complete",
            "Two lamps replaced near the bicycle shed"),
        row("R9", "Run a catch-up session each half term for those who miss training.", low, "All",
            "Trust Safeguarding Director", "from January 2025~~2025-01", "Not yet=not_started",
            unscored="recurrence"),
        row("R10", "Thank pupils by letter for what they told the reviewer.", low, "All",
            "Chief Executive", "ASAP", "Yes=complete", "Read out in assemblies"),
        row("R11", "Trustee with the safeguarding brief to visit each academy once a year.", low, "All",
            "Wilfred Sandiford (trustee)", "Once a year by 31 July~2025-07-31~~annual",
            "Part=partial", "Three visits made", unscored="due_date due_start"),
    ]  # fmt: skip


def academy(folder: Path) -> dict[str, Any]:
    """An academy trust's plan after an outside review."""
    rows = academy_rows()
    document = landscape()
    document.add_heading(
        "Fernlea Learning Trust – response to the independent safeguarding review", 1
    )
    document.add_paragraph("Reviewer on site 23 to 26 September 2024. This version: 3 February 2025, "
                           "for the Standards Committee.")  # fmt: skip
    grid = [heads("Rec|What the reviewer recommends|Importance|Academies|Named lead|Finish by|"
                  "Finished?|Where we are", "FFE699")]  # fmt: skip
    grid += [row.cells("ref title priority school owners due status progress") for row in rows]
    to_word(document, grid)
    name = "d03_academy_trust.docx"
    document.save(str(folder / name))
    title = "Fernlea Learning Trust – response to the independent safeguarding review"
    return truth(name, [(title, rows)], "importance column, Yes / Part / Not yet", "section")


def fire_rows() -> list[Row]:
    """The fire service's activities with a start and a finish each."""

    def row(ref: str, title: str, own: str, start: str, due: str, st: str, prog: str,
            **more: Any) -> Row:  # fmt: skip
        first, _, second = own.partition("|")
        return R(ref, title, own=own, due=due, st=st, prog=prog, began=start, first=first,
                 second=second, **more)  # fmt: skip

    return [
        row("SG/1", "Put a safeguarding question into every home fire safety visit",
            "Area Manager Prevention|Home Safety Team Leader", "Apr 2023", "Jul 2023~2023-07~2023-04",
            "Completed=complete", "Question 14 on the tablet since June"),
        row("SG/2", "Level 2 training for all watch managers",
            "Area Manager Training|Safeguarding Officer", "May 2023", "Mar 2024~2024-03~2023-05",
            "Under way=in_progress", "58 of 96 trained"),
        row("SG/3", "Case conference after any fire death of a person known to social care",
            "Deputy Chief Fire Officer|Fire Investigation Manager", "01/06/2023",
            "30/06/2023~2023-06-30~2023-06-01", "Completed=complete", "Held for both deaths this year"),
        row("SG/4", "Sharing agreement with the four councils on hoarding",
            "Area Manager Prevention|Information Governance Manager", "June 2023",
            "December 2023~2023-12~2023-06", "Slipped=overdue", "Three signed, Averley still to sign"),
        row("SG/5", "DBS checks on fire cadet instructors", "Head of People|Cadet Co-ordinator",
            "Apr 2023",
            "Aug 2023~2023-08~2023-04", "Completed=complete", "All 31 back and clear"),
        row("SG/6", "Control room prompt for callers who sound controlled by somebody else",
            "Control Commander|Safeguarding Officer", "Sept 2023", "Feb 2024~2024-02~2023-09",
            "Not begun=not_started", "Needs the new mobilising system"),
        row("SG/7", "Fire-setter scheme to take referrals from schools as well as police",
            "Area Manager Prevention|Youth Engagement Officer", "04/09/2023",
            "22/12/2023~2023-12-22~2023-09-04", "Under way=in_progress",
            "Leaflet sent to every headteacher. Training as in SG/2.", see="SG/2"),
        row("SG/8", "Welfare checks on staff after distressing incidents with children",
            "Head of People|Occupational Health Nurse", "Apr 2023", "Ongoing~~2023-04~ongoing",
            "Under way=in_progress", "Eleven checks made"),
        row("SG/9", "Buy an app for reporting from the fireground",
            "Head of Digital|Safeguarding Officer", "Oct 2023", "Mar 2024~2024-03~2023-10",
            "Withdrawn=rejected", "Phone line works well enough"),
    ]  # fmt: skip


def fire(folder: Path) -> dict[str, Any]:
    """A fire service's plan, whose header has two rows."""
    rows = fire_rows()

    def top(text: str) -> C:
        return C(text, fill="F8CBAD", bold=True)

    grid: list[list[Any]] = [
        [top("Ref"), top("Activity"), top("Ownership"), LEFT, top("Timing"), LEFT, top("State"),
         top("Remarks")],
        [UP, UP, top("Accountable"), top("Responsible"), top("Start"), top("Finish"), UP, UP],
    ]  # fmt: skip
    grid += [row.cells("ref title first second began due status progress") for row in rows]
    document = Document()
    document.add_paragraph("Northmere Fire and Rescue Service")
    document.add_heading("Safeguarding delivery plan 2023/24", 1)
    document.add_paragraph("Reviewed at Prevention Committee on 12 January 2024.")
    to_word(document, grid, 2)
    name = "d04_fire_service.docx"
    document.save(str(folder / name))
    return truth(name, [("Safeguarding delivery plan 2023/24", rows)],
                 "two header rows, accountable and responsible, start and finish", "section")  # fmt: skip
