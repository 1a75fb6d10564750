"""Web pages: a cabinet's answer to scrutiny; a board's minutes with its action log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .grid import heads, to_html
from .rows import R, Row, truth


def page(path: Path, title: str, body: str) -> None:
    """Write a web page."""
    path.write_text("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                    f"<title>{title}</title></head>\n<body>\n{body}\n</body></html>\n",
                    encoding="utf-8")  # fmt: skip


def answer_rows() -> list[Row]:
    """The cabinet's answers."""
    return [
        R("R1", "That the Council adopts a whole-council approach to modern slavery.",
          own="Head of Community Safety", due="By 30 June 2025~2025-06-30", other={"decision": "Agreed"},
          prog="A cross-directorate group will meet from April."),
        R("R2", "That bin crews, parking officers and library staff know how to report a concern.",
          own="Waste Services Manager|Parking Manager|Libraries Manager", other={"decision": "Agreed"},
          owners="Waste Services Manager, Parking Manager and Libraries Manager",
          due="September 2025~2025-09", prog="Toolbox talks are being written."),
        R("R3", "That every contract over £100,000 has a modern slavery clause.",
          own="Head of Procurement", due="With immediate effect", other={"decision": "Agreed"},
          prog="Clause already used for care contracts."),
        R("R4", "That a full-time co-ordinator is appointed.", own="Director of Place",
          due="Budget 2026/27", other={"decision": "Agreed in part"}, unscored="due_date",
          prog="A half-time post can be met from existing budgets."),
        R("R5", "That the Council publishes the number of potential victims it has referred.",
          own="Head of Community Safety", due="Annually in October~~~annual", other={"decision": "Agreed"},
          prog="Figures under five will not be shown.", unscored="due_start"),
        R("R6", "That hand car washes are licensed.", own="", owners="–", due="n/a",
          st="Rejected=rejected", other={"decision": "Rejected"},
          prog="The Council has no power to do so. The Leader will write to the Minister."),
        R("R7", "That a safe place is available for adults who leave exploitation at short notice.",
          own="Housing Options Manager", due="31 October 2025~2025-10-31", other={"decision": "Agreed"},
          prog="Talks with two charities have begun."),
        R("R8", "That the panel receives an update every six months.", own="Scrutiny Manager",
          due="Six-monthly from November 2025~~2025-11~six_monthly", other={"decision": "Agreed"},
          prog="Added to the work programme."),
        R("R9", "That all councillors are offered training.", own="Member Development Officer",
          due="after the May 2026 elections", other={"decision": "Agreed"},
          prog="To be part of induction.", unscored="due_date due_start"),
    ]  # fmt: skip


def answer(folder: Path) -> dict[str, Any]:
    """Cabinet's response to a scrutiny review as a page of the committee system."""
    rows = answer_rows()
    grid = [
        heads(
            "Scrutiny recommendation|Cabinet decision|Cabinet's response|Responsible officer|Timescale"
        )
    ]
    for row in rows:
        cells = row.cells("title decision progress owners due")
        cells[0] = f"{row.label['ref']}: {row.label['title']}"
        grid.append(cells)
    body = ("<p><a href=\"#\">Home</a> &gt; Committees &gt; Cabinet</p>\n"
            "<h1>Cabinet response to the scrutiny review of modern slavery</h1>\n"
            "<p>Cabinet considered the report on 4 March 2025 and responds as follows.</p>\n"
            + to_html(grid) + "\n<p>Page last changed 11 March 2025</p>")  # fmt: skip
    name = "h01_cabinet_response.html"
    title = "Cabinet response to the scrutiny review of modern slavery"
    page(folder / name, title, body)
    return truth(name, [(title, rows)], "committee page, decision column", "section")


def log_rows() -> list[Row]:
    """The board's action log."""

    def row(ref: str, met: str, title: str, own: str, due: str, st: str, prog: str = "",
            **more: Any) -> Row:  # fmt: skip
        return R(ref, title, own=own, due=due, st=st, prog=prog, other={"meeting": met}, **more)

    june, sept = "11 June 2024", "17 September 2024"
    return [
        row("24/11", june, "Send the private fostering leaflet to all GP surgeries",
            "Hester Quayle (Public Health)", "31 July 2024~2024-07-31", "Closed=complete",
            "Sent 29 July."),
        row("24/12", june, "Bring the neglect data set to the next meeting", "Obi Nwosu (Police)|Data Group",
            "17 September 2024~2024-09-17", "Closed=complete", "On today's agenda, item 5.",
            owners="Obi Nwosu (Police) and Data Group"),
        row("24/13", june, "Check whether the hospital sends discharge letters to school nurses",
            "Dr Lena Frayne", "Aug 2024~2024-08", "Open=in_progress",
            "Letters go for children under five only.", unscored="status"),
        row("24/14", sept, "Find out how many children are educated at home and have a social worker",
            "Corin Bask (Education)", "3 December 2024~2024-12-03", "Open=in_progress", unscored="status"),
        row("24/15", sept, "Write to the magistrates about late notice of bail conditions",
            "Independent Chair", "11 October 2024~2024-10-11",
            "Open=in_progress", "Draft with legal.", unscored="status"),
        row("24/16", sept, "Set up a task group on children who go missing from care",
            "Corin Bask (Education)|Obi Nwosu (Police)", "ASAP", "Open=in_progress",
            owners="Corin Bask (Education), Obi Nwosu (Police)", unscored="status"),
        row("24/17", sept, "Partners to send case studies for the annual report", "All",
            "25/10/24~2024-10-25",
            "Open=in_progress", "Three received.", unscored="status"),
        row("24/18", sept, "Circulate dates for next year", "Business Manager", "Next meeting",
            "Open=in_progress", unscored="status due_date due_start recurrence"),
    ]  # fmt: skip


def minutes(folder: Path) -> dict[str, Any]:
    """A board's minutes: who came, what was said, and the action log at the end."""
    rows = log_rows()
    grid = [heads("Ref|Meeting|Action|Owner|Due|Status|Comments")]
    grid += [row.cells("ref meeting title owners due status progress") for row in rows]
    came = [heads("Present|Organisation"), ["Ottilie Marchbank", "Independent Chair"],
            ["Corin Bask", "Education"],
            ["Obi Nwosu", "Police"], ["Hester Quayle", "Public Health"]]  # fmt: skip
    body = ("<h1>Penwick Safeguarding Children Partnership</h1>\n"
            "<h2>Minutes of the meeting of 17 September 2024</h2>\n" + to_html(came)
            + "\n<p>1. Welcome. The Chair welcomed everyone. Apologies came from Dr Frayne.</p>\n"
            "<p>2. Neglect. Members heard that referrals had risen by a tenth over the summer and "
            "talked about what lies behind it.</p>\n<h2>Action log</h2>\n" + to_html(grid)
            + "\n<p>Next meeting: 3 December 2024</p>")  # fmt: skip
    name = "h02_partnership_minutes.html"
    page(folder / name, "Minutes 17 September 2024", body)
    return truth(name, [("Action log", rows)], "minutes with an action log", "section")
