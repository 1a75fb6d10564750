"""PDF: a force's areas for improvement with bands; a trust's must dos and should dos."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .grid import C, band, heads, to_typst
from .p1_reviews import press
from .rows import R, Row, truth, under

SPOT, LOOK = (
    "How well does the force identify children at risk?",
    "Investigating child exploitation",
)


def police_rows() -> list[Row]:
    """The areas for improvement."""
    return [
        *under(SPOT, [
            R("AFI1", "Officers don't always speak to children at domestic abuse incidents or write down "
              "what they say.",
              act="Body-worn video to be dip sampled|Voice of the child prompt card on every handset",
              own="Det Supt Imogen Rusk", due="31-Oct-23~2023-10-31", st="Closed=complete",
              prog="Sampling shows the child seen in 88% of incidents."),
            R("AFI2", "Grading of missing children is inconsistent.",
              act="Replace 'no apparent risk' grade in the control room guide", own="Ch Insp Wes Tarrant",
              due="30-Nov-23~2023-11-30", st="Closed=complete", prog="Guide changed on 21 November."),
            R("AFI3", "Referrals to social care are too long and don't say what the worry is.",
              act="New referral template|Supervisor to quality check one in ten",
              own="Det Ch Insp Padma Reilly|Central Referral Unit", due="Jan 2024~2024-01",
              st="On track=in_progress", prog="Template tested in one area.",
              owners=["Det Ch Insp Padma Reilly", "Central Referral Unit"]),
            R("AFI4", "Children held in custody overnight too often.",
              act="Monthly scrutiny panel with all four councils", own="Ch Insp Dermot Yale",
              due="Monthly, first meeting 12 October 2023~~2023-10-12~monthly", st="On track=in_progress",
              prog="Panel has met three times."),
        ]),
        *under(LOOK, [
            R("AFI5", "Delays in examining phones.", act="Buy two further kiosks|Triage at the scene",
              own="Head of Digital Forensics", due="31-Mar-24~2024-03-31", st="Delayed=in_progress",
              prog="One kiosk delivered, second awaited."),
            R("AFI6", "Crimes against children placed in the county by other councils are not flagged.",
              act="Weekly list from the placements team to be loaded as markers",
              own="Intelligence Manager", due="Weekly~~~weekly", st="On track=in_progress",
              prog="In place since August. See AFI2 for missing children.", see="AFI2"),
            R("AFI7", "Supervision of investigations is not always recorded.",
              act="Detective sergeants to record a review every 28 days", own="Det Supt Imogen Rusk",
              due="29-Feb-24~2024-02-29", st="Not started=not_started"),
            R("AFI8", "Language in crime reports sometimes blames the child.",
              act="Training day for all public protection staff", own="Learning and Development",
              due="TBC", st="Not started=not_started", prog="Bid for a trainer made."),
        ]),
    ]  # fmt: skip


def police(folder: Path) -> dict[str, Any]:
    """A police force's plan after an inspection of child protection."""
    rows = police_rows()
    grid = [heads("Ref|Area for improvement|Actions|Owner|Target date|Status|Progress", "9DC3E6")]
    for section in (SPOT, LOOK):
        grid.append(band(section, 7))
        for row in rows:
            if row.label["section"] == section:
                cells = row.cells("ref title actions owners due status progress")
                if len(row.label["actions"]) > 1:
                    cells[2] = C(cells[2], bullets=True)
                grid.append(cells)
    source = ("#heading[Quarrenden Police]\n#heading(level: 2)[National child protection inspection: "
              "force action plan, December 2023]\n"
              + to_typst(grid, "0.8fr, 2.4fr, 2.4fr, 1.5fr, 1.3fr, 1.1fr, 2fr"))  # fmt: skip
    name = "p03_police_inspection.pdf"
    press(folder / name, source, upright=False, size="12.5pt")
    title = "National child protection inspection: force action plan, December 2023"
    return truth(name, [(title, rows)], "police plan with bands and bullets in cells")


MUST, SHOULD = "MUST DO", "SHOULD DO"


def trust_rows() -> list[Row]:
    """The trust's must dos and should dos, with a letter explained by a key."""
    return [
        *under(MUST, [
            R("MD1", "Ensure that staff in the emergency department have level 3 safeguarding training.",
              own="Chief Nurse", due="31/01/2025~2025-01-31", st="G=complete",
              prog="Compliance 92% at 31 January.", review="Monthly training report",
              other={"measure": "90% trained"}),
            R("MD2", "Ensure that patients detained under the Mental Health Act are told of their rights.",
              own="Mental Health Act Manager", due="28/02/2025~2025-02-28", st="Y=in_progress",
              prog="New leaflet in eleven languages.", review="Ward audit",
              other={"measure": "100% of records show rights given"}),
            R("MD3", "Ensure that all restraint of children is recorded and reviewed.",
              own="Head of Safeguarding|Lead Consultant, Paediatrics", due="March 2025~2025-03",
              st="Y=in_progress", prog="Form agreed by the clinical forum.", review="Weekly huddle",
              other={"measure": "All incidents reviewed within 72 hours"},
              owners=["Head of Safeguarding", "Lead Consultant, Paediatrics"]),
            R("MD4", "Ensure that discharge letters name any child at home.", own="Medical Director",
              due="30/04/2025~2025-04-30", st="R=not_started", review="Quarterly audit",
              other={"measure": "95% of letters"}),
            R("MD5", "Ensure that the safeguarding team has enough staff.", own="Chief Nurse",
              due="01/09/2024~2024-09-01", st="P=overdue", prog="Two posts still vacant after three rounds.",
              review="Executive team", other={"measure": "No vacancies"}),
        ]),
        *under(SHOULD, [
            R("SD1", "Should display information about domestic abuse in all toilets.",
              own="Estates Manager", due="31/12/2024~2024-12-31", st="G=complete",
              prog="Done on both sites.", review="Walk round", other={"measure": "Posters up"}),
            R("SD2", "Should give safeguarding supervision to midwives.", own="Named Midwife",
              due="Quarterly from Jan 2025~~2025-01~quarterly", st="Y=in_progress",
              prog="First round held in January.", review="Supervision log",
              other={"measure": "All community midwives"}),
            R("SD3", "Should involve carers when planning discharge.", own="Discharge Matron",
              due="Summer 2025", st="R=not_started", review="Patient survey",
              other={"measure": "80% of carers feel involved"}),
            R("SD4", "Should share learning from incidents with the ambulance service.",
              own="Head of Patient Safety", due="Whenever a review is finished~~~event", st="Y=in_progress",
              prog="Two shared so far.", review="Learning group", other={"measure": "All reviews shared"}),
        ]),
    ]  # fmt: skip


def trust(folder: Path) -> dict[str, Any]:
    """A hospital trust's plan after an inspection: letters with a key, a monitoring column."""
    rows = trust_rows()
    grid = [
        heads(
            "Ref|Requirement|Lead|Deadline|Status|Progress|How it is monitored|Measure of success"
        )
    ]
    for section in (MUST, SHOULD):
        grid.append(band(section, 8, "C6E0B4"))
        grid += [row.cells("ref title owners due status progress review measure") for row in rows
                 if row.label["section"] == section]  # fmt: skip
    source = ("#heading[Tillingford Hospitals NHS Trust – inspection action plan]\n"
              '#"Status: G = complete, Y = in progress, R = not started, P = past its date"\n\n'
              + to_typst(grid, "0.7fr, 2.6fr, 1.5fr, 1.3fr, 0.8fr, 2fr, 1.3fr, 1.5fr"))  # fmt: skip
    name = "p04_trust_must_do.pdf"
    press(folder / name, source, upright=False, size="12.5pt")
    title = "Tillingford Hospitals NHS Trust – inspection action plan"
    return truth(name, [(title, rows)], "must do and should do, letters with a key")
