"""Workbooks: a trust's log over several reviews; a partnership's plan with three quarters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind12_parts.grid import UP, heads, to_sheet
from blind12_parts.rows import R, Row, truth, under
from openpyxl import Workbook

from .x1_logs import day, widths

PEARL, OTTER, HAZEL = ("Safeguarding Adults Review 'Pearl' (2021)",
"Child practice review 'Otter' (2022)",
                       "Domestic homicide review 'Hazel' (2022)")  # fmt: skip


def trust_rows() -> list[Row]:
    """The trust's part of three reviews."""

    def row(ref: str, title: str, own: str, due: str, share: float, prog: str = "",
            **more: Any) -> Row:  # fmt: skip
        value = "complete" if share == 1 else "in_progress" if share else "not_started"
        return R(
            ref, title, own=own, due=due, st=f"{share:.0%}={value}", prog=prog, share=share, **more
        )

    return [
        *under(PEARL, [
            row("P1", "Discharge letters to say who will check that the person is eating",
                "Discharge Matron", "31-Mar-22~2022-03-31", 1.0, "Template changed in both hospitals"),
            row("P2", "Falls team to ask about neglect", "Falls Lead|Named Nurse Adults",
                "30-Jun-22~2022-06-30",
                1.0, "Question 6 on the form", owners="Falls Lead; Named Nurse Adults"),
            row("P3", "Audit of forty discharges", "Clinical Audit", "Oct 22~2022-10", 0.5,
                "20 read so far, looks at P1",
                see="P1"),
            row("P4", "Carers' passport on every ward", "Patient Experience", "tbc", 0.0),
        ]),
        *under(OTTER, [
            row("O1", "Bruises in babies who can't crawl to be seen by a consultant the same day",
                "Clinical Director, Paediatrics", "1 Nov 2022~2022-11-01", 1.0, "Pathway signed off"),
            row("O2", "Emergency department to see the child protection flag without a second log-in",
                "Chief Clinical Information Officer", "Jan/Feb 2023~2023-02", 0.75,
                "Works on eleven of fifteen screens"),
            row("O3", "Was-not-brought letters to go to the social worker too",
                "Outpatients Manager|Named Nurse Children", "31-Dec-22~2022-12-31", 0.4,
                "Switched on for two clinics", owners="Outpatients Manager\nNamed Nurse Children"),
        ]),
        *under(HAZEL, [
            row("H1", "Ask about home when a patient attends with the same injury twice",
                "Consultant, Emergency Medicine", "28-Feb-23~2023-02-28", 0.2, "Drafted"),
            row("H2", "Independent adviser on site five days a week", "Head of Safeguarding",
                "April 2023~2023-04", 0.0, "Funding bid sent to the Board of Charity Trustees"),
            row("H3", "Supervision for sexual health nurses", "Named Nurse Adults",
                "every 3 months from Jan 2023~~2023-01~quarterly", 0.1, "First date in diary"),
        ]),
    ]  # fmt: skip


def trust_log(folder: Path) -> dict[str, Any]:
    """A hospital trust's log: a review merged down over its actions, share done as a per cent."""
    rows = trust_rows()
    book = Workbook()
    sheet = book.active
    sheet.title = "Actions"
    sheet["B1"] = "Wharfmoor Hospitals NHS Foundation Trust"
    sheet["B2"] = "Learning from reviews: trust actions"
    sheet["B3"] = "Printed for Safeguarding Committee 14 December 2022"
    grid = [
        heads(
            "Which review|Our ref|Action for the Trust|Owner|Needed by|How much is done|Notes",
            "C9C9FF",
        )
    ]
    last = None
    for row in rows:
        cells = row.cells("section ref title owners due share progress")
        cells[0], last = (UP if cells[0] == last else cells[0]), cells[0]
        grid.append(cells)
    to_sheet(sheet, grid, 5)
    widths(sheet, (26, 8, 48, 30, 18, 12, 36))
    name = "x04_trust_reviews.xlsx"
    book.save(folder / name)
    return truth(name, [("Learning from reviews: trust actions", rows)],
                 "review merged down over its actions, per cent", "section source_ref")  # fmt: skip


def violence_rows() -> list[Row]:
    """The partnership's actions with what each quarter brought."""

    def row(ref: str, title: str, own: str, first: str, later: str, st: str, quarters: str,
            **more: Any) -> Row:  # fmt: skip
        q = [one.strip() for one in f"{quarters}||".split("|")][:3]
        due = later if later not in ("", "n/a", "-") else first
        other = {"original": "/".join(reversed(first.split("-")))} if due != first else {}
        return R(ref, title, own=own, due=f"{due}~{due}", st=st, prog="|".join(one for one in q if one),
                 other=other, first=day(first), later=day(later) if later[:1] == "2" else later,
                 q1=q[0], q2=q[1], q3=q[2], **more)  # fmt: skip

    return [
        row("SV01", "Share ambulance and emergency department data on assaults with a weapon",
            "Public Health Analyst", "2023-06-30", "", "Complete=complete",
            "Agreement signed|Two data sets received|Dashboard live"),
        row("SV02", "Mentors for young people who are arrested with a knife for the first time",
            "Youth Justice Manager|Riverside Boxing Club", "2023-09-30", "2024-01-31",
            "In progress=in_progress",
            "Club chosen|Mentors being vetted|Six mentors, nine young people",
            owners="Youth Justice Manager & Riverside Boxing Club"),
        row("SV03", "Bleed control kits in licensed premises", "Licensing Sergeant", "2023-12-31", "-",
            "Complete=complete", "|Thirty bought|All thirty out, staff shown how to use them"),
        row("SV04", "Lessons on healthy friendships for Year 8", "PSHE Adviser", "2023-07-21", "n/a",
            "Complete=complete", "Nine schools taking part|Summer evaluation printed"),
        row("SV05", "Street pastors to work Thursday nights in term time", "Town Centre Chaplain",
            "2023-10-31",
            "2024-04-30", "Delayed=in_progress",
            "|Not enough volunteers|Recruitment evening 6 February"),
        row("SV06", "Review lighting on the canal path", "Highways Engineer|Canal Charity",
            "2024-03-31", "", "Not started=not_started", "", owners="Highways Engineer, Canal Charity"),
        row("SV07", "Training for bar staff on drink spiking", "Licensing Sergeant", "2023-11-30", "",
            "Overdue=overdue",
            "Trainer found|Course cancelled twice|New venue wanted, perhaps with SV03",
            see="SV03"),
        row("SV08", "Needs assessment to be refreshed", "Public Health Analyst", "2024-01-31", "",
            "In progress=in_progress", "||Chapters one and two in draft, uses SV01", see="SV01"),
        row("SV09", "Knife amnesty bin at the fire station", "Station Manager", "2023-05-31", "",
            "Superseded=rejected", "Bin moved to the police station by the force"),
    ]  # fmt: skip


def violence(folder: Path) -> dict[str, Any]:
    """A community safety partnership's plan with three columns of progress and a budget sheet."""
    rows = violence_rows()
    for row in rows:
        row.label["unscored"] = ["section"]
    book = Workbook()
    sheet = book.active
    sheet.title = "Delivery plan"
    sheet["A1"] = "Serious violence duty: delivery plan 2023-24"
    grid = [heads("Action ID|Action|Owner(s)|Original deadline|New deadline|Q1 Apr-Jun|Q2 Jul-Sep|"
                  "Q3 Oct-Dec|Overall", "FFD7D7")]  # fmt: skip
    grid += [row.cells("ref title owners first later q1 q2 q3 status") for row in rows]
    to_sheet(sheet, grid, 3)
    widths(sheet, (10, 44, 28, 13, 13, 26, 26, 30, 14))
    money = book.create_sheet("Budget")
    to_sheet(money, [heads("Budget line|2023-24|Spent to December"), ["Mentoring", 18000, 9200],
                     ["Bleed control kits", 2700, 2655], ["Schools programme", 11000, 11000]])  # fmt: skip
    name = "x05_serious_violence.xlsx"
    book.save(folder / name)
    return truth(name, [("Serious violence duty: delivery plan 2023-24", rows)],
                 "original and new deadline, a column for each quarter, a budget", "due_text")  # fmt: skip
