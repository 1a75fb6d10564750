"""Plain writing: a delivery plan in Markdown; a joint inspection's answer as labelled lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .grid import to_markdown
from .rows import R, Row, truth, under

KNOW, GUARD, CHASE = "Understand", "Protect", "Pursue"


def strategy_rows() -> list[Row]:
    """The strategy's delivery plan for its second year."""
    return [
        *under(KNOW, [
            R("1", "Refresh the exploitation problem profile", own="Police Analyst",
              due="30 June 2024~2024-06-30", st="Complete=complete", prog="Presented to the group in July.",
              other={"success": "Profile used to set patrols"}),
            R("2", "Share anonymised data from return interviews", own="Missing Team|Data Analyst",
              owners="Missing Team / Data Analyst", due="Quarterly from April 2024~~2024-04~quarterly",
              st="In progress=in_progress", prog="Two of four shared.",
              other={"success": "Hot spots known"}),
            R("3", "Ask young people which places feel unsafe", own="Youth Council",
              due="Oct 2024~2024-10", st="Complete=complete",
              prog="118 replies. Skate park and bus station named most often.",
              other={"success": "Walk-round with young people"}),
        ]),
        *under(GUARD, [
            R("4", "Screening tool to be used by all schools", own="Head of Inclusion",
              due="Sep 2024~2024-09", st="In progress=in_progress", prog="19 of 31 schools use it.",
              other={"success": "Earlier referrals"}),
            R("5", "Parents' evenings on money laundering through young people's bank accounts",
              own="Trading Standards|Community Safety Team",
              owners="Trading Standards, Community Safety Team",
              due="two a term", st="In progress=in_progress", unscored="recurrence",
              prog="Three held.", other={"success": "150 parents"}),
            R("6", "Safe taxi scheme for young people leaving late shifts", own="Licensing",
              due="TBC", st="On hold=on_hold", prog="No money found.",
              other={"success": "Scheme running"}),
            R("7", "Specialist worker in the sexual health clinic", own="Osmerley Public Health",
              due="1st December 2024~2024-12-01", st="Not started=not_started",
              other={"success": "Worker in post"}),
        ]),
        *under(CHASE, [
            R("8", "Use civil orders against adults who target children", own="Police Legal Team",
              due="Ongoing~~~ongoing", st="In progress=in_progress", prog="Five orders since April.",
              other={"success": "Ten orders a year"}),
            R("9", "Visit hotels and short lets with the profile", own="Licensing|Neighbourhood Policing",
              owners="Licensing and Neighbourhood Policing", due="Monthly until March 2025~2025-03~~monthly",
              st="In progress=in_progress", prog="See action 1. Twelve visits made.", see="1",
              other={"success": "Every venue visited"}),
            R("10", "Review cases where no further action was taken", own="Detective Inspector, CID",
              due="31.1.25~2025-01-31", st="Not started=not_started",
              other={"success": "Lessons shared"}),
        ]),
    ]  # fmt: skip


def strategy(folder: Path) -> dict[str, Any]:
    """A delivery plan in Markdown: a heading and a table for each strand."""
    rows = strategy_rows()
    text = ("# Osmerley exploitation strategy 2023–26: delivery plan, year two\n\n"
            "Owned by the Exploitation Group. Updated November 2024.\n")  # fmt: skip
    for strand in (KNOW, GUARD, CHASE):
        lines = [["#", "Action", "Owner", "By when", "Status", "Update", "What success looks like"]]
        lines += [
            [*row.cells("ref title owners due status"), " ".join(row.label["progress"]),
             row.cell("success")]
            for row in rows if row.label["section"] == strand
        ]  # fmt: skip
        text += f"\n## {strand}\n\n{to_markdown(lines)}\n"
    name = "m01_exploitation_strategy.md"
    (folder / name).write_text(text, encoding="utf-8")
    title = "Osmerley exploitation strategy 2023–26: delivery plan, year two"
    return truth(name, [(title, rows)], "a heading and a table for each strand")


def joint_rows() -> list[Row]:
    """The partnership's answer to a joint targeted inspection."""
    return [
        R("1", "Strategy meetings do not always include health.",
          act="Health navigator to dial in to every meeting",
          own="Designated Nurse", due="30 April 2024~2024-04-30", st="Complete=complete",
          prog="Health took part in 91% of meetings in May."),
        R("2", "Children wait too long for help with their mental health.",
          act="Fund two more practitioners in schools|Publish waiting times each month",
          own="Integrated Care Board|Head of Early Help",
          owners="Integrated Care Board and Head of Early Help",
          due="September 2024~2024-09", st="In progress=in_progress",
          prog="One of two practitioners is in post."),
        R("3", "Police do not share intelligence about adults who pose a risk quickly enough.",
          act="Daily briefing for the MASH manager", own="Detective Chief Inspector Orla Wynn",
          due="Daily from 1 May 2024~~2024-05-01", st="Complete=complete", unscored="recurrence",
          prog="Briefing held each day since 1 May."),
        R("4", "Schools are not told the outcome of their referrals.",
          act="Automatic e-mail within three working days", own="MASH Manager|Systems Team",
          owners="MASH Manager, Systems Team", due="by the end of July 2024~2024-07-31",
          st="In progress=in_progress", prog="Supplier's quote accepted."),
        R("5", "Probation officers are not confident in raising worries about children.",
          act="Briefings at all three offices", own="Head of Probation Delivery Unit",
          due="14/06/24~2024-06-14", st="Overdue=overdue", prog="Two of three held."),
        R("6", "Partners do not check whether training changes practice.",
          act="Follow-up survey twelve weeks after each course", own="Learning and Development Sub-Group",
          due="After every course~~~event", st="Not started=not_started"),
        R("7", "The voice of children under five is weak in records.",
          act="Case file audit of thirty children", own="Quality Assurance Lead",
          due="Six-monthly, next in October 2024~~2024-10~six_monthly", st="In progress=in_progress",
          prog="April audit found the child's day described in 14 of 30 files."),
        R("8", "Some plans do not say what will happen if things do not get better.",
          act="Add a contingency box to the plan", own="Principal Social Worker", due="TBC",
          st="Not started=not_started", prog="To be done with recommendation 4.", see="4"),
    ]  # fmt: skip


def joint(folder: Path) -> dict[str, Any]:
    """Labelled lines under each recommendation, as pasted into an e-mail."""
    rows = joint_rows()
    lines = ["WYTHAM VALE SAFEGUARDING CHILDREN PARTNERSHIP",
             "Joint targeted area inspection - our plan (June 2024)", "",
             "Sent for information to all members. Please reply to the Business Unit.", ""]  # fmt: skip
    for row in rows:
        lines.append(f"Recommendation {row.cell('ref')}: {row.cell('title')}")
        acts = row.label["actions"]
        lines += (
            [f"Action: {acts[0]}"] if len(acts) == 1 else ["Actions:", *[f"- {a}" for a in acts]]
        )
        lines += [f"Lead: {row.cell('owners')}", f"By when: {row.cell('due')}",
                  f"Status: {row.cell('status')}"]  # fmt: skip
        if row.label["progress"]:
            lines.append(f"Progress: {' '.join(row.label['progress'])}")
        lines.append("")
    name = "t01_joint_inspection.txt"
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    title = "Joint targeted area inspection - our plan (June 2024)"
    return truth(name, [(title, rows)], "labelled lines, no table", "section")
