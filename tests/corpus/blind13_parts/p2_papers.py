"""PDF: a diocese's past cases review as labelled blocks; a maternity unit with dots and a key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind12_parts.grid import UP, C, heads, quoted, to_typst
from blind12_parts.p1_reviews import press
from blind12_parts.rows import R, Row, truth, under


def church_rows() -> list[Row]:
    """The recommendations of the past cases review."""
    return [
        R("1", "Every file that mentions a child should be read by somebody outside the diocese.",
          own="Independent Reader|Diocesan Registrar",
          owners="Independent Reader and Diocesan Registrar",
          due="30 September 2022~2022-09-30", st="Complete=complete",
          prog="1,140 files read. Nine passed to the police or the council."),
        R("2", "Survivors should be able to choose whom they speak to, and where.",
          own="Bishop's Chaplain for Survivors", due="From May 2022~~2022-05",
          st="In progress=in_progress",
          prog="Room found away from church property."),
        R("3", "Parish officers should have a day's training before they begin.",
          own="Training Co-ordinator", due="Lent 2023", st="In progress=in_progress",
          prog="102 of 160 parishes have an officer who has been trained."),
        R("4", "Permission to officiate should lapse where checks have lapsed.",
          own="Archdeacons", due="1/6/22~2022-06-01", st="Complete=complete",
          prog="Fourteen permissions lapsed, twelve since restored."),
        R("5", "The choir school and the cathedral should have one policy between them.",
          own="Dean|Head of the Choir School", owners="Dean; Head of the Choir School",
          due="Michaelmas 2022", st="Not started=not_started",
          prog="New head arrives in September. To follow recommendation 3.", see="3"),
        R("6", "The safeguarding committee should have a lay chair.", own="Diocesan Council",
          due="December 2022~2022-12", st="Complete=complete", prog="Ms Ianthe Rookwood appointed."),
        R("7", "A summary of this plan should be read out in every church once a year.",
          own="Incumbents", due="Each year, first on 16 October 2022~~2022-10-16~annual",
          st="Not started=not_started"),
    ]  # fmt: skip


def church(folder: Path) -> dict[str, Any]:
    """A diocese's past cases review: each recommendation a heading with labelled lines."""
    rows = church_rows()
    source = ("#heading[Diocese of Selwick]\n#heading(level: 2)[Past cases review: what we will do]\n"
              "The Bishop's Council received the reviewer's report on 3 March 2022 and accepts all of "
              "it. This paper was last brought up to date on 30 November 2022.\n\n")  # fmt: skip
    for row in rows:
        source += f"#heading(level: 3)[{quoted('Recommendation ' + row.cell('ref'))}]\n\n"
        source += quoted(row.cell("title")) + "\n\n"
        for label, name in (("Responsible", "owners"), ("Timescale", "due"), ("Status", "status"),
                            ("Progress", "progress")):  # fmt: skip
            text = " ".join(row.cell(name)) if name == "progress" else row.cell(name)
            if text:
                source += f"*{label}:* {quoted(text)}\n\n"
    name = "p03_diocese_past_cases.pdf"
    press(folder / name, source, upright=True, size="11pt")
    title = "Past cases review: what we will do"
    return truth(
        name, [(title, rows)], "a heading and labelled lines for each, no table", "section"
    )


DOTS = {"complete": "70AD47", "in_progress": "FFC000", "not_started": "C00000"}
BOOK, WARD, HOME = "Booking", "On the ward", "Going home"


def maternity_rows() -> list[Row]:
    """The maternity unit's actions; a letter in a fill is the state."""
    blue, amber, red = "C=complete", "P=in_progress", "N=not_started"
    return [
        *under(BOOK, [
            R("M1", "See every woman alone at least once before 20 weeks", own="Community Matron",
              due="31 Oct 2023~2023-10-31", st=blue, prog="98% in October", src="CQC 12"),
            R("M2", "Ask the GP for a summary when the woman was in care as a child",
              own="Named Midwife|Booking Clerks", owners="Named Midwife / Booking Clerks",
              due="Nov 2023~2023-11", st=amber, prog="Letter agreed with the GP federation",
              src="CQC 12"),
            R("M3", "Interpreter booked with the first appointment, never after it",
              own="Booking Clerks",
              due="01-12-2023~2023-12-01", st=amber, prog="Telephone line used in the meantime",
              src="SI 2022/7"),
        ]),
        *under(WARD, [
            R("M4", "Safety huddle at 8am and 8pm to name babies with a plan", own="Ward Co-ordinators",
              due="daily", st=blue, prog="Seen on all four night visits", src="CQC 15",
              unscored="recurrence"),
            R("M5", "Infant abduction drill", own="Security Manager|Ward Manager",
              owners="Security Manager & Ward Manager",
              due="Twice yearly; next 14 Feb 2024~~2024-02-14~six_monthly",
              st=red, src="SI 2022/7"),
            R("M6", "Partners who are barred to be shown at the door to staff only", own="Ward Manager",
              due="30.11.2023~2023-11-30", st=red, prog="Advice wanted from the data protection team",
              src="CQC 15"),
            R("M7", "Audit of pre-birth plans found in the notes", own="Audit Midwife",
              due="Quarterly~~~quarterly", st=amber, prog="July: 18 of 20 found. October: 20 of 20",
              src="CQC 16"),
        ]),
        *under(HOME, [
            R("M8", "Nobody with a child protection plan to be discharged at a weekend without a call",
              own="Discharge Midwife|Emergency Duty Team",
              owners="Discharge Midwife, Emergency Duty Team",
              due="15th December 2023~2023-12-15", st=amber, prog="Call sheet on trial, linked to M7",
              src="CQC 16", see="M7"),
            R("M9", "Health visitor told of every stay in the neonatal unit", own="Neonatal Sister",
              due="by the end of January 2024~2024-01-31", st=blue, prog="Automatic since 6 November",
              src="SI 2022/7"),
            R("M10", "Coping with crying leaflet to be talked through, not only handed over",
              own="Postnatal Midwives", due="asap", st=blue, prog="Script by each bed", src="CQC 17"),
        ]),
    ]  # fmt: skip


def maternity(folder: Path) -> dict[str, Any]:
    """A maternity unit's plan: stage merged down, letters in colours with a key above."""
    rows = maternity_rows()
    grid = [heads("Stage of care|No|What will change|Source|Lead(s)|To be done by|State|Evidence so far",
                  "BDD6EE")]  # fmt: skip
    last = None
    for row in rows:
        cells = row.cells("section ref title source_ref owners due status progress")
        cells[6] = C(cells[6], fill=DOTS[row.label["status"]["value"]])
        cells[7] = " ".join(cells[7])
        cells[0], last = (UP if cells[0] == last else cells[0]), cells[0]
        grid.append(cells)
    source = ("#heading[Wharfmoor Maternity: safeguarding improvement plan]\n"
              "Version 5, 20 November 2023. State: C = closed, P = progressing, N = nothing done yet.\n\n"
              + to_typst(grid, "1fr, 0.6fr, 2.4fr, 0.9fr, 1.4fr, 1.3fr, 0.6fr, 1.8fr"))  # fmt: skip
    name = "p04_maternity.pdf"
    press(folder / name, source, upright=False, size="10pt")
    title = "Wharfmoor Maternity: safeguarding improvement plan"
    return truth(name, [(title, rows)], "stage merged down, letters in fills with a key")
