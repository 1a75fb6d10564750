"""Workbooks: a force's recommendations log; a council's plan in fills; schools' audit actions."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from blind12_parts.grid import UP, C, heads, to_sheet
from blind12_parts.rows import R, Row, truth, under
from openpyxl import Workbook


def day(text: str) -> datetime.date | str:
    """A real date from its ISO form; an empty cell stays empty."""
    return datetime.date.fromisoformat(text) if text else ""


def british(text: str) -> str:
    """An ISO date as the sheet prints it."""
    return "/".join(reversed(text.split("-")))


def widths(sheet: Any, sizes: tuple[int, ...]) -> None:
    """Set the widths of the first columns."""
    for letter, size in zip("ABCDEFGHIJ", sizes, strict=False):
        sheet.column_dimensions[letter].width = size


def force_rows() -> list[Row]:
    """The force's open and closed recommendations."""
    custody, missing, stalking = ("Custody visit 2024", "Missing people thematic 2023",
                                  "Stalking super-complaint 2024")  # fmt: skip

    def row(ref: str, src: str, title: str, grade: str, own: str, due: str, st: str, prog: str = "",
            **more: Any) -> Row:  # fmt: skip
        return R(ref, title, own=own, src=src, due=f"{british(due)}~{due}" if due else "", st=st,
                 prog=prog, other={"type": grade}, date=day(due), **more)  # fmt: skip

    return [
        row("F-101", custody, "Girls in custody should always have a named woman officer.",
            "Cause of concern",
            "Ch Insp Custody", "2025-01-31", "Closed=complete",
            "Log shows a name in every case since December."),
        row("F-102", custody, "Appropriate adults should arrive within two hours.", "AFI",
            "Ch Insp Custody",
            "2025-06-30", "Open - on target=in_progress", "Average now two hours ten minutes."),
        row("F-103", custody,
            "Strip searches of children should be reviewed by an inspector the next day.",
            "Recommendation", "Ch Insp Custody|Professional Standards", "2024-12-01", "Closed=complete",
            "Nine reviewed.", owners="Ch Insp Custody / Professional Standards"),
        row("F-104", missing, "Prevention interviews should be offered within 72 hours.", "AFI",
            "Missing From Home Co-ordinator", "2024-09-30", "Open - overdue=overdue",
            "Offered in 61 per cent of cases. Two posts empty."),
        row("F-105", missing, "The phrase 'no apparent risk' should not be used for a child.",
            "Recommendation",
            "Supt Contact Management", "2024-04-30", "Closed=complete",
            "Taken off the list in the system."),
        row("F-106", missing,
            "Care homes should agree a trigger plan for each resident who goes missing.",
            "Recommendation", "Missing From Home Co-ordinator|Kestonbury Council",
            "2025-03-31", "Open - on target=in_progress", "28 of 40 homes.",
            owners="Missing From Home Co-ordinator & Kestonbury Council"),
        row("F-107", missing, "Problem profiles should be refreshed.", "AFI", "Intelligence Manager", "",
            "Open - not started=not_started"),
        row("F-108", stalking, "Officers should consider a protection order at the first report.",
            "Recommendation", "DCI Vulnerability", "2025-04-30", "Open - on target=in_progress",
            "Thirteen orders sought in the quarter."),
        row("F-109", stalking, "Victims should have a single point of contact.", "Recommendation",
            "DCI Vulnerability", "2025-05-31", "Open - not started=not_started", "Depends on F-110.",
            see="F-110"),
        row("F-110", stalking, "The force should fund a stalking co-ordinator.", "Recommendation",
            "ACC Crime|Chief Finance Officer", "2025-02-28", "Open - on hold=on_hold",
            "Bid goes to the precept meeting.", owners="ACC Crime; Chief Finance Officer"),
        row("F-111", stalking, "A national form for screening should be adopted.", "Recommendation",
            "DCI Vulnerability", "2025-01-01", "Not accepted=rejected",
            "The force's own form asks the same questions."),
    ]  # fmt: skip


def force(folder: Path) -> dict[str, Any]:
    """A police force's log of recommendations with real dates."""
    rows = force_rows()
    book = Workbook()
    sheet = book.active
    sheet.title = "Live log"
    grid = [
        heads(
            "Unique ref|Where from|Wording|Type|Business lead|Deadline|Position|Narrative", "9BC2E6"
        )
    ]
    grid += [row.cells("ref source_ref title type owners date status progress") for row in rows]
    to_sheet(sheet, grid)
    sheet.auto_filter.ref = f"A1:H{len(grid)}"
    widths(sheet, (11, 24, 50, 18, 30, 13, 20, 44))
    lists = book.create_sheet("Lists")
    to_sheet(lists, [["Position"], ["Closed"], ["Open - on target"], ["Open - overdue"],
                     ["Open - on hold"], ["Open - not started"], ["Not accepted"]])  # fmt: skip
    name = "x01_force_log.xlsx"
    book.save(folder / name)
    return truth(
        name, [("", rows)], "log that begins with its header, a sheet of lists", "due_text section"
    )


DONE, WELL, BEHIND, WAIT = "00B050", "A9D08E", "FFD966", "FFFFFF"
TELL, HIRE, BUY = (
    "Staff know what to look for",
    "We recruit safely",
    "Those we pay keep people safe",
)


def council_rows() -> list[Row]:
    """The district council's tasks; the fill of a cell is the state."""
    done, well, late, wait = "=complete", "=in_progress", "=in_progress", "=not_started"
    return [
        *under(TELL, [
            R("1", "Pocket card for refuse crews and street cleaners", own="Waste Services Manager",
              due="31/05/2025~2025-05-31", st=done, fill=DONE, prog="420 cards printed"),
            R("2", "Short film for the staff app on hoarding and cuckooing",
              own="Communications|Housing",
              owners="Communications + Housing", due="Jul-25~2025-07", st=late, fill=BEHIND,
              prog="Script written, no date for filming"),
            R("3", "Councillors' briefing after the May elections", own="Democratic Services",
              due="June 2025~2025-06", st=done, fill=DONE, prog="29 of 36 councillors came"),
            R("4", "Safeguarding as a standing item at depot toolbox talks", own="Depot Supervisor",
              due="each month~~~monthly", st=well, fill=WELL),
        ]),
        *under(HIRE, [
            R("5", "List every post with its level of check", own="HR Adviser",
              due="30 April 2025~2025-04-30", st=done, fill=DONE),
            R("6", "Safer recruitment course for anyone who sits on a panel", own="HR Adviser",
              due="Q2 2025/26~2025-09-30", st=well, fill=WELL, prog="Uses the list from task 5",
              see="5"),
            R("7", "Check agency staff in the same way as our own", own="Procurement Manager|HR Adviser",
              owners="Procurement Manager, HR Adviser", due="December 2025~2025-12", st=wait, fill=WAIT),
        ]),
        *under(BUY, [
            R("8", "Safeguarding clause in leisure and grounds contracts", own="Legal Services",
              due="1/9/2025~2025-09-01", st=late, fill=BEHIND,
              prog="Leisure done, grounds still being argued"),
            R("9", "Ask every group we fund for its policy", own="Grants Officer",
              due="before the next round of grants (1 October 2025)~2025-10-01", st=well, fill=WELL,
              prog="51 of 70 received"),
            R("10", "Visit the three largest providers", own="Safeguarding Champion",
              due="Spring 2026", st=wait, fill=WAIT),
            R("11", "Report to Cabinet", own="Director of Place", due="every year in March~~~annual",
              st=wait, fill=WAIT, unscored="due_start due_date"),
        ]),
    ]  # fmt: skip


def council(folder: Path) -> dict[str, Any]:
    """A district council's plan: aim merged down, a painted cell, a key under the table."""
    rows = council_rows()
    book = Workbook()
    sheet = book.active
    sheet.title = "2025-26"
    sheet["A1"] = "Thornwick District Council: corporate safeguarding work plan 2025/26"
    sheet["A2"] = "Updated for Overview and Scrutiny, 4 August 2025"
    grid = [heads("Aim|#|Task|Contact|Target|How is it going?|Comment", "DDEBF7")]
    last = None
    for row in rows:
        cells = row.cells("section ref title owners due fill progress")
        cells[5] = C("", fill=cells[5])
        cells[1] = int(cells[1])
        cells[0], last = (UP if cells[0] == last else cells[0]), cells[0]
        grid.append(cells)
    end = to_sheet(sheet, grid, 4)
    sheet.cell(row=end + 1, column=1, value="Key")
    for n, (fill, text) in enumerate(((DONE, "Finished"), (WELL, "Going well"),
                                      (BEHIND, "Under way but behind"), (WAIT, "Yet to start"))):  # fmt: skip
        to_sheet(sheet, [[C("", fill=fill), text]], end + 2 + n)
    widths(sheet, (24, 5, 46, 28, 26, 14, 36))
    name = "x02_district_council.xlsx"
    book.save(folder / name)
    title = "Thornwick District Council: corporate safeguarding work plan 2025/26"
    return truth(name, [(title, rows)], "aim merged down, painted cells without words, key below")


def school_rows() -> list[Row]:
    """Actions from the schools' own audits."""

    def row(school: str, ref: str, title: str, act: str, own: str, due: str, done: str = "",
            yes: str = "", also: str = "", **more: Any) -> Row:  # fmt: skip
        other = {"school": school}
        if done:
            other["closed"] = british(done)
        return R(ref, title, act=act, own=own, due=due, st="Y=complete" if yes == "Y" else "",
                 other=other, ended=day(done), yes=yes,
                 unscored=f"section {also} {'' if yes == 'Y' else 'status'}", **more)  # fmt: skip

    mill, abbey, dene = "Millbeck Primary", "Abbeyfield School", "Dene Valley College"
    return [
        row(mill, "2.4", "Are records moved within five days when a child changes school?",
            "Get a receipt every time", "S Quillan", "1 Dec 2023~2023-12-01", "2023-11-20", "Y"),
        row(mill, "3.1", "Has the governing body been trained in the last year?",
            "Book the evening course",
            "Clerk to Governors", "Jan 2024~2024-01", "2024-01-17", "Y"),
        row(mill, "5.2", "Do children know what to do if they are worried about something online?",
            "Worry box in each class|assembly in Safer Internet Week", "R Bellweather|S Quillan",
            "w/b 5 Feb 2024~2024-02-05", "", "N", owners="R Bellweather & S Quillan",
            actions="Worry box in each class; assembly in Safer Internet Week"),
        row(mill, "6.6", "Are contractors supervised?", "Badges in two colours", "Site Manager",
            "29/02/2024~2024-02-29", "", "N"),
        row(abbey, "1.3", "Is there a deputy lead on every site?", "Train the head of sixth form",
            "Principal",
            "20.12.23~2023-12-20", "2023-12-12", "Y"),
        row(abbey, "4.5", "Is attendance of children with a social worker looked at every week?",
            "Add to Monday briefing", "Attendance Officer", "weekly~~~weekly", "2023-11-13", "Y"),
        row(abbey, "5.7", "Are reports of harassment between pupils counted?", "New category in the log",
            "T Osgathorpe", "half-termly", "", "N", also="recurrence"),
        row(abbey, "7.1", "Is there a risk assessment for each work placement?",
            "Careers team to use county form", "Careers Lead", "15-Mar-24~2024-03-15", "", "N"),
        row(dene, "1.8", "Is safeguarding in the staff handbook?", "Rewrite section 4", "HR Officer",
            "31 Jan 2024~2024-01-31", "2024-02-02", "Y"),
        row(dene, "2.9", "Can the lead see the record during holidays?", "Buy second laptop",
            "Business Manager",
            "Feb half term", "", "N"),
        row(dene, "5.5", "Has the curriculum been checked against the new guidance?",
            "Map topics for Years 12 and 13", "Tutorial Manager|Students' Union",
            "end July 2024~2024-07-31",
            "", "N", owners="Tutorial Manager; Students' Union"),
        row(dene, "8.2", "Are hosts of overseas students checked?",
            "Apply for checks on nine households",
            "International Office", "30th November 2023~2023-11-30", "2023-11-29", "Y"),
    ]  # fmt: skip


def schools(folder: Path) -> dict[str, Any]:
    """An education authority's sheet of schools' audit actions, Y or N and the date closed."""
    rows = school_rows()
    book = Workbook()
    sheet = book.active
    sheet.title = "s175 actions"
    sheet["A1"] = "Section 175 audit, autumn 2023: actions that schools have set themselves"
    grid = [heads("School|Question no.|Audit question|What the school will do|Named person|Target|"
                  "Done? (Y/N)|Date closed", "E2EFDA")]  # fmt: skip
    grid += [row.cells("school ref title actions owners due yes ended") for row in rows]
    to_sheet(sheet, grid, 2)
    widths(sheet, (20, 10, 44, 38, 26, 20, 9, 13))
    name = "x03_schools_audit.xlsx"
    book.save(folder / name)
    title = "Section 175 audit, autumn 2023: actions that schools have set themselves"
    return truth(name, [(title, rows)], "school and question, Y or N, date closed")
