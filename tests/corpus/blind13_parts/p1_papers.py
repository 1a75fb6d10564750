"""PDF: learning from a thematic review; a housing association's accreditation plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind12_parts.grid import C, band, heads, to_typst
from blind12_parts.p1_reviews import press
from blind12_parts.rows import R, Row, truth, under


def thematic_rows() -> list[Row]:
    """What the partners answer to each learning point."""

    def row(ref: str, title: str, act: str, own: str, due: str, st: str, **more: Any) -> Row:
        return R(ref, title, act=act, own=own, due=due, st=st, **more)

    return [
        row("LP1", "Babies under one were seen as healthy because they were well dressed.",
            "Add a 'day in the life' prompt to visits|Share the prompt with family hubs",
            "Health Visiting Service", "July 2022~2022-07", "Done=complete"),
        row("LP2", "Grandparents held important information and nobody asked them.",
            "Offer a family meeting before every pre-birth conference", "Family Group Meeting Service",
            "1 Sept 2022~2022-09-01", "Done=complete"),
        row("LP3", "Safe sleep advice was given once and not again.",
            "Repeat at six weeks, four months and nine months", "Health Visiting Service|Midwifery",
            "30/11/22~2022-11-30", "Started=in_progress",
            owners="Health Visiting Service and Midwifery"),
        row("LP4", "Workers did not see where the baby slept.",
            "See the bedroom at each visit and say so in the note",
            "Children's Social Care", "Immediately", "Done=complete"),
        row("LP5", "Alcohol was written about as a worry for the adult and not for the baby.",
            "Joint visits with the recovery service", "Recovery Service|Children's Social Care",
            "March 2023~2023-03", "Started=in_progress",
            owners="Recovery Service; Children's Social Care"),
        row("LP6", "Housing moves meant that three health visitors held one case.",
            "Transfer meeting, by telephone if need be", "Health Visiting Service",
            "Each time a family moves~~~event", "Started=in_progress"),
        row("LP7", "The out of hours team could not see the pre-birth plan.",
            "Pre-birth plans to be on the front page of the record", "Emergency Duty Team",
            "Wednesday 12 October 2022~2022-10-12", "Missed=overdue"),
        row("LP8", "Practice in the north differed from the south.",
            "Dip sample in both districts, and compare", "Quality Assurance Manager",
            "Every six months from January 2023~~2023-01~six_monthly", "Not started=not_started"),
        row("LP9", "Fathers' own childhoods were unknown.",
            "As for LP2, with a letter to the father himself", "Family Group Meeting Service",
            "31 Jan 2023~2023-01-31", "Not started=not_started", see="LP2"),
    ]  # fmt: skip


def thematic(folder: Path) -> dict[str, Any]:
    """A thematic review of harm to babies: an upright page, the plan after an introduction."""
    rows = thematic_rows()
    grid = [heads("Ref|What we learnt|What we have agreed to do|Agency|Deadline|State", "D0E0E3")]
    for row in rows:
        cells = row.cells("ref title actions owners due status")
        cells[2] = C(cells[2], bullets=len(cells[2]) > 1)
        grid.append(cells)
    source = ("#heading[Millrace and Averley Safeguarding Children Partnership]\n"
              "#heading(level: 2)[Thematic review of harm to babies: response plan]\n"
              "The partnership read four cases from 2020 and 2021. None of the families is named here. "
              "The plan below was agreed on 26 May 2022 and last looked at on 1 November 2022.\n\n"
              + to_typst(grid, "0.6fr, 2fr, 2.2fr, 1.4fr, 1.2fr, 1fr"))  # fmt: skip
    name = "p01_babies_thematic.pdf"
    press(folder / name, source, upright=True, size="11pt")
    title = "Thematic review of harm to babies: response plan"
    return truth(
        name, [(title, rows)], "learning points and agreed actions, upright page", "section"
    )


ASK, HOMES, STAFF = "Asking and listening", "Making homes safer", "Our own colleagues"


def landlord_rows() -> list[Row]:
    """The housing association's actions."""
    return [
        *under(ASK, [
            R("1", "Repairs operatives to report what worries them through the app",
              own="Repairs Director", due="End Q1 2024/25~2024-06-30", st="Complete=complete",
              prog="97 reports in the first ten weeks.|Eleven led to a referral.", pri="H=high"),
            R("2", "Interview every tenant who has asked to move because of fear",
              own="Lettings Manager|Domestic Abuse Lead", owners=["Lettings Manager",
              "Domestic Abuse Lead"],
              due="31 Aug 24~2024-08-31", st="In hand=in_progress", prog="16 of 23 interviewed.",
              pri="H=high"),
            R("3", "Survivors' group to read all our letters", own="Tenant Voice Officer",
              due="quarterly, starting 10 September 2024~~2024-09-10~quarterly",
              st="In hand=in_progress",
              pri="M=medium"),
        ]),
        *under(HOMES, [
            R("4", "Fit sanctuary measures within three working days", own="Repairs Director",
              due="01/10/2024~2024-10-01", st="Behind=in_progress",
              prog="Average is five days.|Locksmith contract too small.",
              pri="H=high", unscored="status"),
            R("5", "No recharge for doors broken by someone who causes harm", own="Income Manager",
              due="immediate", st="Complete=complete", prog="Policy 14 changed on 3 May.", pri="H=high"),
            R("6", "Agree reciprocal moves with three other landlords", own="Lettings Manager",
              due="March '25~2025-03", st="Not started=not_started", pri="M=medium"),
            R("7", "Keep two furnished flats ready", own="Head of Supported Housing|Asset Manager",
              owners="Head of Supported Housing / Asset Manager", due="15th November 2024~2024-11-15",
              st="In hand=in_progress", prog="First flat ready. For furniture see action 6.", see="6",
              pri="M=medium"),
        ]),
        *under(STAFF, [
            R("8", "Paid leave for colleagues who are leaving an abusive partner", own="People Director",
              due="April 2024~2024-04", st="Complete=complete", prog="In the handbook.", pri="L=low"),
            R("9", "Champions in each office", own="Domestic Abuse Lead", due="TBA",
              st="Not started=not_started",
              pri="L=low"),
            R("10", "Training for Board members", own="Company Secretary",
              due="at next away day, 7 November 2024~2024-11-07", st="In hand=in_progress",
              prog="Trainer booked.", pri="L=low", unscored="due_date due_start"),
        ]),
    ]  # fmt: skip


def landlord(folder: Path) -> dict[str, Any]:
    """A housing association's plan towards an accreditation, bands and bulleted updates."""
    rows = landlord_rows()
    grid = [heads("#|Commitment|Pri.|Who will do it|Target|State of play|Latest news", "EAD1DC")]
    for section in (ASK, HOMES, STAFF):
        grid.append(band(section, 7, "F3F3F3"))
        for row in rows:
            if row.label["section"] == section:
                cells = row.cells("ref title priority owners due status progress")
                cells[6] = C(cells[6], bullets=len(cells[6]) > 1)
                grid.append(cells)
    source = ("#heading[Tidewell Homes]\n#heading(level: 2)[Domestic abuse accreditation: action plan, "
              "September 2024]\n"
              + to_typst(grid, "0.4fr, 2.4fr, 0.6fr, 1.6fr, 1.5fr, 1.1fr, 2fr"))  # fmt: skip
    name = "p02_housing_accreditation.pdf"
    press(folder / name, source, upright=False, size="11pt")
    title = "Domestic abuse accreditation: action plan, September 2024"
    return truth(name, [(title, rows)], "bands, bulleted news, H M L")
