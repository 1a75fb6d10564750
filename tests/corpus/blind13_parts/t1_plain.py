"""Plain files: a peer challenge as CSV, a network's list in Markdown, an officer's e-mail as text."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from blind12_parts.rows import R, Row, truth, under


def challenge_rows() -> list[Row]:
    """What agencies agreed to do when they were questioned by each other."""

    def row(agency: str, title: str, act: str, own: str, due: str, st: str, prog: str = "",
            **more: Any) -> Row:  # fmt: skip
        return R(
            None,
            title,
            act=act,
            own=own,
            due=due,
            st=st,
            prog=prog,
            other={"agency": agency},
            **more,
        )

    housing, probation, college = "Thornwick Housing", "Probation (North)", "Kestonbury College"
    police, library = "Averley Police", "Library Service"
    return [
        row(housing, "Voids teams find signs of harm and don't know whom to ring",
            "Print number on job sheets",
            "Voids Supervisor", "30 April 2026~2026-04-30", "Open, on track=in_progress",
            "Artwork done"),
        row(housing, "No record of who has been trained", "Start a register", "HR Partner",
            "31/03/26~2026-03-31", "Closed=complete", "Register shown to the challenge panel"),
        row(housing, "Anti-social behaviour letters go to children",
            "Stop letters to anyone under 16; write to the adult",
            "Neighbourhoods Manager", "Feb 2026~2026-02", "Closed=complete"),
        row(probation, "Checks with children's services are made late",
            "Checks within one working day of allocation",
            "Head of Delivery Unit", "1st May 2026~2026-05-01", "Open, behind=in_progress",
            "48% in time. Agency staff have no log-in"),
        row(probation, "Home visits do not ask where the children are",
            "Add a question to the visit form",
            "Quality Development Officer|Head of Delivery Unit", "29-05-2026~2026-05-29",
            "Not begun=not_started", owners="Quality Development Officer; Head of Delivery Unit"),
        row(college, "Part-time tutors miss training", "Pay them for two hours", "Vice Principal",
            "ASAP",
            "Closed=complete", "Paid from January"),
        row(college, "Students on placement have no one to ring after five", "Duty phone",
            "Safeguarding Lead",
            "Sept 2026~2026-09", "Not begun=not_started"),
        row(police, "Notifications reach schools after the child", "Send by 8.15am on each school day",
            "Encompass Sergeant", "school days from 13/4/26~~2026-04-13", "Open, on track=in_progress",
            "93% before 8.15 in the first week", unscored="recurrence"),
        row(police, "Officers write that the victim did not wish to help",
            "Supervisors to read ten a month",
            "DI Domestic Abuse", "Monthly till Dec 2026~2026-12~~monthly", "Open, on track=in_progress"),
        row(police, "Body-worn video is not looked at by the prosecutor",
            "Raise with the prosecution service",
            "DI Domestic Abuse", "June/July 2026~2026-07", "Withdrawn=rejected",
            "Already being done nationally"),
        row(library, "Staff find it hard to know when a lonely regular has become unwell",
            "Lunch-time talk by the wellbeing team", "Library Manager|Wellbeing Team",
            "Tues 9 June 2026~2026-06-09",
            "Open, on track=in_progress", "Room booked", owners="Library Manager / Wellbeing Team"),
        row(library, "Public computers can be used to look for children", "Filter test each term",
            "ICT Officer",
            "Every term~~~termly", "Closed=complete", "Spring test passed"),
    ]  # fmt: skip


def challenge(folder: Path) -> dict[str, Any]:
    """A peer challenge of agencies, saved from a spreadsheet."""
    rows = challenge_rows()
    for row in rows:
        row.label["actions"] = [
            one.strip() for act in row.label["actions"] for one in act.split(";")
        ]
        row.printed["actions"] = "; ".join(row.label["actions"])
        row.label["progress"] = [one.strip() for p in row.label["progress"] for one in p.split(";")]
        row.printed["progress"] = "; ".join(row.label["progress"])
    name = "c01_peer_challenge.csv"
    with (folder / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["Agency", "Challenge put by the panel", "What was agreed", "Named lead",
                         "Deadline", "Open or closed", "Note"])  # fmt: skip
        for row in rows:
            writer.writerow(row.cells("agency title actions owners due status progress"))
    return truth(name, [("", rows)], "saved from a spreadsheet, agency first", "section")


SAFE, KNOWN = "Safer groups", "Better known"


def network_rows() -> list[Row]:
    """What the network of small charities will do."""
    return [
        *under(SAFE, [
            R("1", "Offer a policy health check to every member with no paid staff",
              own="Network Co-ordinator",
              due="31 October 2025~2025-10-31", st="in progress=in_progress",
              prog="37 of 90 checked so far"),
            R("2", "Pay for DBS checks through one umbrella account",
              own="Treasurer|Network Co-ordinator",
              owners="Treasurer and Network Co-ordinator", due="July 2025~2025-07", st="done=complete",
              prog="Account opened on 2 July"),
            R("3", "Run a trustees' evening on what to do when the worry is about the founder",
              own="Delphine Achterberg", due="Thursday 18 September 2025~2025-09-18", st="done=complete",
              prog="26 trustees came and nine asked for a second evening"),
            R("4", "Buy a phone for lone volunteers in each valley", own="Valley Reps", due="TBC",
              st="not started=not_started"),
            R("5", "Hold a surgery for safeguarding leads", own="Delphine Achterberg",
              due="every two months from 3/6/25~~2025-06-03~two_monthly", st="in progress=in_progress",
              prog="Three surgeries held"),
        ]),
        *under(KNOWN, [
            R("6", "Get a seat on the adults board", own="Chair", due="by 31st March 2026~2026-03-31",
              st="in progress=in_progress", prog="Letter sent to the Independent Chair"),
            R("7", "Tell members when a review is published", own="Newsletter Editor",
              due="as and when~~~event", st="in progress=in_progress", prog="One so far",
              unscored="recurrence"),
            R("8", "Make a poster that faith groups can put their own name on",
              own="Interfaith Forum", due="Nov 2025~2025-11", st="overdue=overdue",
              prog="Printer has let us down twice"),
            R("9", "Count how many referrals come from small charities", own="MASH Data Officer",
              due="end of March 2026~2026-03-31", st="not started=not_started",
              prog="Would help with action 6", see="6"),
        ]),
    ]  # fmt: skip


def network(folder: Path) -> dict[str, Any]:
    """A network of small charities: a numbered list with labelled lines under each item."""
    rows = network_rows()
    lines = ["# Three Valleys Voluntary Network", "", "## Safeguarding action list 2025/26", "",
             "Last edited 1 December 2025. Please send changes to Delphine.", ""]  # fmt: skip
    for section in (SAFE, KNOWN):
        lines += [f"### {section}", ""]
        for row in rows:
            if row.label["section"] != section:
                continue
            lines.append(f"{row.cell('ref')}. **{row.cell('title')}**")
            lines.append(f"   - Lead: {row.cell('owners')}")
            lines.append(f"   - By: {row.cell('due')}")
            lines.append(f"   - Status: {row.cell('status')}")
            lines += [f"   - Update: {one}" for one in row.label["progress"]]
        lines.append("")
    name = "m01_voluntary_network.md"
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    title = "Safeguarding action list 2025/26"
    return truth(name, [(title, rows)], "numbered list with labelled lines")


def email_rows() -> list[Row]:
    """What the officer's e-mail asks of people after the audit."""
    return [
        R("1", "Close the shared mailbox that nobody reads and point it at the front door",
          own="Digital Team", due="Fri 6 March 2026~2026-03-06", st="Done=complete",
          prog="Closed on 4 March."),
        R("2", "Agree who covers the allegations officer when she is away", own="Head of Safeguarding",
          due="13/03/2026~2026-03-13", st="In progress=in_progress",
          prog="Rota drafted, waiting for HR."),
        R("3", "Check the 23 cases with no chronology", own="Team Managers (Locality East and West)",
          due="27 March~2026-03-27", st="In progress=in_progress", prog="14 done."),
        R("4", "Arrange a reflective session for the two teams who knew the family",
          own="Principal Social Worker|Named Nurse", owners="Principal Social Worker and Named Nurse",
          due="April 2026~2026-04", st="Not started=not_started"),
        R("5", "Put the audit findings on one page for the Chief Executive",
          own="Quality Assurance Officer",
          due="ASAP", st="Done=complete", prog="Sent 2 March, see action 3 for the figures.", see="3"),
        R("6", "Re-audit the same sample", own="Quality Assurance Officer",
          due="30 September 2026~2026-09-30",
          st="Not started=not_started"),
        R("7", "Look at waiting times for family support", own="Family Hub Manager",
          due="weekly until end of May 2026~2026-05-31~~weekly", st="In progress=in_progress",
          prog="Eleven families waiting, down from nineteen."),
        R("8", "Ask the adult mental health team to send somebody to core groups",
          own="Head of Safeguarding",
          due="20.03.26~2026-03-20", st="On hold=on_hold", prog="Their manager is on leave."),
        R("9", "Find out why three letters went to an old address",
          own="Business Support Manager|Data Protection Officer",
          owners="Business Support Manager / Data Protection Officer", due="10 April 2026~2026-04-10",
          st="Not started=not_started"),
    ]  # fmt: skip


def email(folder: Path) -> dict[str, Any]:
    """An officer's e-mail with a numbered list, each with its labels on the lines below."""
    rows = email_rows()
    lines = ["From: Verity Osgathorpe", "To: Children's Leadership Team", "Sent: 5 March 2026 16:42",
             "Subject: Neglect audit - where we are with the actions", "", "Dear all,", "",
             "Thank you for a useful meeting. The actions are below with what I know today.", "",
             "ACTIONS FROM THE NEGLECT AUDIT", ""]  # fmt: skip
    for row in rows:
        lines.append(f"{row.cell('ref')}. {row.cell('title')}")
        lines.append(f"   Owner: {row.cell('owners')}")
        lines.append(f"   Due: {row.cell('due')}")
        note = " ".join(row.label["progress"])
        lines.append(f"   {row.cell('status')}" + (f" - {note}" if note else ""))
        lines.append("")
    lines += ["Shout if I have got anything wrong.", "", "Verity", "Service Manager, Quality", ""]
    name = "t01_audit_email.txt"
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    title = "ACTIONS FROM THE NEGLECT AUDIT"
    return truth(name, [(title, rows)], "e-mail, numbered list with labelled lines", "section")
