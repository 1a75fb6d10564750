"""Workbooks: a risk register with further actions; a landlord's plan over two sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from .grid import UP, C, heads, to_sheet
from .rows import R, Row, truth, under
from .x1_trackers import british, day


def risk(ref: str, number: str, danger: str, odds: int, harm: int, control: str, title: str,
         own: str, due: str, st: str, **cells: Any) -> Row:  # fmt: skip
    """One further action of the register with the risk it answers."""
    other = {"risk": danger, "likelihood": str(odds), "impact": str(harm), "score": str(odds * harm),
             "controls": control}  # fmt: skip
    return R(ref, title, own=own, due=due, st=st, other=other, number=number, odds=odds, harm=harm,
             total=odds * harm, unscored="section source_ref", **cells)  # fmt: skip


def register_rows() -> list[Row]:
    """The further actions on safeguarding risks."""
    return [
        risk("A1", "R01", "Unallocated cases rise above safe levels", 4, 5,
             "Duty rota; weekly allocation meeting", "Bring in a project team for twelve weeks",
             "Head of Assessment", "31/08/2025~2025-08-31", "In progress=in_progress"),
        risk("A2", "R01", "Unallocated cases rise above safe levels", 4, 5,
             "Duty rota; weekly allocation meeting", "Agree a trigger for calling in agency staff",
             "Director of People", "May 2025~2025-05", "Complete=complete"),
        risk("A3", "R02", "Case system fails for more than a day", 2, 5, "Paper back-up forms",
             "Test the paper back-up with the out of hours team", "IT Service Manager",
             "Sept 2025~2025-09", "Not started=not_started"),
        risk("A4", "R03", "Care home closes at short notice", 3, 4, "Market oversight group",
             "Write a closure protocol with the neighbouring councils", "Head of Commissioning",
             "Q3 2025/26~2025-12-31", "In progress=in_progress"),
        risk("A5", "R04", "Children placed far from home are not visited", 3, 5, "Visits report",
             "Team managers to check the visits report", "Team managers", "Weekly~~~weekly",
             "Ongoing=in_progress"),
        risk("A6", "R05", "Exploitation is not recognised in young men over 18", 4, 4,
             "Transitions panel", "Train housing and probation staff in transitional safeguarding",
             "Exploitation Lead|Learning Academy", "30 November 2025~2025-11-30",
             "Not started=not_started", owners="Exploitation Lead, Learning Academy"),
        risk("A7", "R06", "Deprivation of liberty assessments are late", 5, 3, "Priority tool",
             "Pay for 120 extra assessments", "Head of Adult Safeguarding", "Mar 26~2026-03",
             "On track=in_progress"),
        risk("A8", "R07", "Loss of data sent to the wrong address", 3, 3, "Training; secure mail",
             "Switch on address checking in e-mail", "Data Protection Officer", "01/06/2025~2025-06-01",
             "Overdue=overdue"),
        risk("A9", "R08", "School exclusions lead to harm", 3, 4, "Fair access panel",
             "Daily list of new exclusions to the MASH", "Head of Inclusion|MASH Manager",
             "From 1 September 2025~~2025-09-01", "Not started=not_started",
             owners="Head of Inclusion & MASH Manager"),
        risk("A10", "R09", "Night shelter closes in spring", 4, 3, "Winter funding",
             "Bid for a further year of funding", "Rough Sleeping Co-ordinator", "31/03/2026~2026-03-31",
             "No longer required=rejected"),
    ]  # fmt: skip


def risk_register(folder: Path) -> dict[str, Any]:
    """A directorate's risk register with further actions."""
    rows = register_rows()
    book = Workbook()
    sheet = book.active
    sheet.title = "People risks"
    sheet["A1"] = "People Directorate risk register: safeguarding risks, June 2025"
    sheet.merge_cells("A1:L1")
    grid = [heads("Risk ID|Risk|Likelihood (1-5)|Impact (1-5)|Score|Existing controls|Action ref|"
                  "Further action required|Action owner|Due|Action status", "FFE699")]  # fmt: skip
    for row in rows:
        red = row.printed["total"] >= 15
        cells = row.cells("number risk odds harm total controls ref title owners due status")
        cells[4] = C(row.printed["total"], fill="FF7C80" if red else "FFD966")
        grid.append(cells)
    to_sheet(sheet, grid, 3)
    scale = book.create_sheet("Scoring guide")
    to_sheet(scale, [heads("Score|Likelihood|Impact"), ["1", "Very unlikely", "Slight"],
                     ["3", "Possible", "Serious"], ["5", "Almost certain", "Very severe"]])  # fmt: skip
    name = "x03_risk_register.xlsx"
    book.save(folder / name)
    title = "People Directorate risk register: safeguarding risks, June 2025"
    return truth(name, [(title, rows)], "risk register, one further action a row")


SEE_IT, FIX_IT, DAMP = "Spotting concerns", "Responding well", "Homes that are safe"
COLOURS = {"complete": "00B050", "in_progress": "FFC000", "overdue": "FF0000",
           "not_started": "D9D9D9", "on_hold": "D9D9D9"}  # fmt: skip


def job(ref: str, title: str, own: str, start: str, end: str, st: str, prog: str = "",
        **cells: Any) -> Row:  # fmt: skip
    """One action with a start and an end of its own."""
    return R(ref, title, own=own, due=f"{british(end)}~{end}~{start}", st=st, prog=prog,
             begin=day(start), end=day(end), **cells)  # fmt: skip


def landlord_rows() -> tuple[list[Row], list[Row]]:
    """The actions on domestic abuse and those on damp and neglect."""
    first = [
        *under(SEE_IT, [
            job("DA1", "Train repairs operatives to notice damage that may point to abuse", "Repairs Manager",
                "2024-04-01", "2024-09-30", "Complete=complete", "84 of 86 trained."),
            job("DA2", "Put a hidden help button on the tenant website", "Digital Team", "2024-05-01",
                "2024-07-31", "Complete=complete", "Live 22 July."),
            job("DA3", "Ask about safety at every tenancy visit", "Neighbourhood officers", "2024-06-03",
                "2025-03-31", "On track=in_progress", "Form changed. First figures due in January."),
        ]),
        *under(FIX_IT, [
            job("DA4", "Rewrite the domestic abuse policy with people who have lived through it",
                "Head of Housing|Survivors' panel", "2024-04-15", "2024-12-31", "Behind=in_progress",
                "Panel has met twice.", owners="Head of Housing / Survivors' panel"),
            job("DA5", "Offer lock changes within 24 hours without asking for proof", "Repairs Manager",
                "2024-07-01", "2024-08-31", "Overdue=overdue", "Contractor cannot cover weekends."),
            job("DA6", "Sign up to the local pan-housing referral pathway", "Head of Housing",
                "2025-01-06", "2025-06-30", "Not started=not_started"),
        ]),
    ]  # fmt: skip
    second = under(DAMP, [
        job("H1", "Share a list of homes with children under two and damp with health visitors",
            "Surveying Manager|Data Officer", "2024-09-02", "2024-11-29", "On track=in_progress",
            "Sharing agreement signed.", owners="Surveying Manager, Data Officer"),
        job("H2", "Call back every tenant who reported mould in 2023", "Customer Services", "2024-04-02",
            "2024-06-28", "Complete=complete", "1,140 calls made."),
        job("H3", "Joint visits with adult social care where a tenant hoards", "Tenancy Support Lead",
            "2024-10-01", "2025-09-30", "Paused=on_hold", "Waiting for the council to name a partner."),
        job("H4", "Panel to look at no-access cases before legal steps are taken", "Head of Housing",
            "2025-02-03", "2025-04-30", "Not started=not_started"),
    ])  # fmt: skip
    return first, second


def landlord(folder: Path) -> dict[str, Any]:
    """A housing association's plan: two sheets, bands, a theme merged down, coloured words."""
    first, second = landlord_rows()
    book = Workbook()
    plans = []
    sheets = (("Domestic abuse", "Domestic abuse action plan 2024/25", first),
              ("Damp and neglect", "Damp, hoarding and neglect action plan 2024/25", second))  # fmt: skip
    for name, title, rows in sheets:
        sheet = book.create_sheet(name)
        sheet["A1"] = "Withernfold Homes"
        sheet["A2"] = title
        grid = [heads("Theme|Ref|Action|Lead|Start|End|Status|Comments", "BDD7EE")]
        last = None
        for row in rows:
            theme = row.label["section"]
            cells = row.cells("section ref title owners begin end status progress")
            cells[0] = UP if theme == last else theme
            cells[6] = C(cells[6], fill=COLOURS[row.label["status"]["value"]])
            grid.append(cells)
            last = theme
        to_sheet(sheet, grid, 4)
        plans.append((title, rows))
    book.remove(book.worksheets[0])
    name = "x04_housing_association.xlsx"
    book.save(folder / name)
    return truth(name, plans, "theme merged down, start and end columns, two sheets", "due_text")
