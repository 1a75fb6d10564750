"""Exports as CSV: a project system's list; a diocese's checklist under a title line."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from .rows import R, Row, truth


def write(path: Path, lines: list[list[Any]]) -> None:
    """Write the lines as CSV as a spreadsheet would."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(lines)


def task(ref: str, stream: str, title: str, own: str, start: str, end: str, due: str, st: str,
         pri: str, prog: str = "", **more: Any) -> Row:  # fmt: skip
    """One task of the export; the label's dates stand in `due`."""
    return R(ref, title, sec=stream, own=own, due=f"{end}~{due}", st=st, pri=f"{pri}={pri.lower()}",
             prog=prog, begin=start, stream=stream, **more)  # fmt: skip


def task_rows() -> list[Row]:
    """The tasks of the programme."""
    one, two, three = "Family Help", "Child Protection", "Data and systems"
    return [
        task("FH-001", one, "Map every family hub and what it offers", "Sunniva Dale", "03/02/2025",
             "30/04/2025", "2025-04-30~2025-02-03", "Completed=complete", "Medium", "Map published."),
        task("FH-002", one, "Agree one family plan form with schools and health",
             "Sunniva Dale|Brother Okello",
             "03/03/2025", "31/07/2025", "2025-07-31~2025-03-03", "In Progress=in_progress", "High",
             "Fourth draft with partners.", owners="Sunniva Dale; Brother Okello"),
        task("FH-003", one, "Consult on merging the early help and assessment teams", "Tamsin Hurrell",
             "01/05/2025", "12/09/2025", "2025-09-12~2025-05-01", "In Progress=in_progress", "High",
             "Consultation opened 6 May. 41 replies so far."),
        task("FH-004", one, "Recruit twelve family help workers", "Tamsin Hurrell", "01/10/2025",
             "31/01/2026", "2026-01-31~2025-10-01", "Not Started=not_started", "High"),
        task("FH-005", one, "Parents' panel to meet each month", "Brother Okello", "14/02/2025", "Monthly",
             "~2025-02-14~monthly", "In Progress=in_progress", "Medium", "Four meetings held."),
        task("CP-001", two, "Write a job description for the lead child protection practitioner",
             "Anselm Pike", "03/02/2025", "31/03/2025", "2025-03-31~2025-02-03", "Completed=complete",
             "High", "Graded and agreed by the unions."),
        task("CP-002", two, "Set up the multi-agency child protection team in the north of the county",
             "Anselm Pike|Det Insp Marion Crewe", "01/04/2025", "30/11/2025", "2025-11-30~2025-04-01",
             "Delayed=in_progress", "High", "Police posts not filled. Depends on CP-001.",
             owners="Anselm Pike; Det Insp Marion Crewe", see="CP-001"),
        task("CP-003", two, "Train conference chairs in the new way of working", "Nerys Fallon",
             "01/09/2025", "19/12/2025", "2025-12-19~2025-09-01", "Not Started=not_started", "Medium"),
        task("CP-004", two, "Agree how health will share information on unborn babies",
             "Brackwell Integrated Care Board", "01/04/2025", "30/06/2025", "2025-06-30~2025-04-01",
             "Overdue=overdue", "High", "Lawyers for the hospital have further questions."),
        task("DS-001", three, "Match NHS numbers to the case system", "Yusra Belk", "10/03/2025",
             "29/08/2025", "2025-08-29~2025-03-10", "In Progress=in_progress", "Medium",
             "62% matched."),
        task("DS-002", three, "Build a dashboard for the programme board", "Yusra Belk", "10/03/2025",
             "30/05/2025", "2025-05-30~2025-03-10", "Completed=complete", "Low", "In use since 27 May."),
        task("DS-003", three, "Replace the paper consent form", "Yusra Belk|Tamsin Hurrell", "02/06/2025",
             "31/10/2025", "2025-10-31~2025-06-02", "On Hold=on_hold", "Low",
             "Waiting for the new portal.", owners="Yusra Belk; Tamsin Hurrell"),
    ]  # fmt: skip


def export(folder: Path) -> dict[str, Any]:
    """A project system's export."""
    rows = task_rows()
    lines: list[list[Any]] = [["Task ID", "Workstream", "Task name", "Assigned to", "Start date",
                               "Due date", "Status", "Priority", "Latest update"]]  # fmt: skip
    for row in rows:
        cells = row.cells("ref stream title owners begin due status priority")
        lines.append([*cells, " ".join(row.label["progress"])])
    name = "c01_reform_export.csv"
    write(folder / name, lines)
    return truth(name, [("", rows)], "export of a project system", "section")


def diocese_rows() -> list[Row]:
    """The diocese's actions after an audit from outside."""
    return [
        R("1", "Every parish to have a named safeguarding officer", own="Archdeacons", src="Audit 3.2",
          due="30 Sept 2021~2021-09-30", st="Green=complete", prog="All 164 parishes have one"),
        R("2", "Write down when the Bishop will step back from a decision", own="Diocesan Registrar",
          src="Audit 3.5", due="Dec 2021~2021-12", st="Amber=in_progress",
          prog="Draft with the Bishop's staff"),
        R("3", "Case files to have a chronology at the front", own="Safeguarding Adviser|Caseworkers",
          owners="Safeguarding Adviser & Caseworkers", src="Audit 4.1", due="31/03/22~2022-03-31",
          st="Amber=in_progress", prog="Half of open files done"),
        R("4", "Ask survivors how they would like to be kept in touch", own="Survivor Advocate",
          src="Audit 4.4", due="Ongoing from October 2021~~2021-10~ongoing", st="Green=complete",
          prog="Six people have been asked", unscored="status"),
        R("5", "Renew the agreement with the two cathedrals", own="Dean|Diocesan Secretary",
          owners="Dean / Diocesan Secretary", src="Audit 5.1", due="Feb-22~2022-02", st="Red=not_started"),
        R("6", "Check that choir trips have a risk assessment", own="Director of Music", src="Audit 5.3",
          due="Before each trip~~~event", st="Amber=in_progress", prog="Form agreed; first used in July",
          unscored="progress_items"),
        R("7", "Report to the Synod each year", own="Chair of the Safeguarding Panel", src="Audit 6.2",
          due="Annually~~~annual", st="Green=complete", prog="Report made in June 2021"),
        R("8", "Put the helpline number in every newsletter", own="Communications Officer",
          src="Audit 6.4", due="asap", st="Red=not_started", prog="See action 7", see="7"),
    ]  # fmt: skip


def diocese(folder: Path) -> dict[str, Any]:
    """A diocese's checklist, saved as CSV from a workbook with lines above the header."""
    rows = diocese_rows()
    width = 7
    lines: list[list[Any]] = [
        ["Diocese of Hazelwick - safeguarding audit action plan", *[""] * (width - 1)],
        ["Green = done; Amber = begun; Red = not begun", *[""] * (width - 1)],
        [""] * width,
        ["No", "Action", "Audit para", "Lead", "By when", "RAG", "Update"],
    ]
    for row in rows:
        lines.append([*row.cells("ref title source_ref owners due status"),
                      " ".join(row.label["progress"])])  # fmt: skip
    name = "c02_diocese_audit.csv"
    write(folder / name, lines)
    title = "Diocese of Hazelwick - safeguarding audit action plan"
    return truth(name, [(title, rows)], "title and key above the header", "section")
