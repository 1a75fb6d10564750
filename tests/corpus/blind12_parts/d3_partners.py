"""Word: a conference's self-assessment by principles; a charity's plan with a key to initials."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document

from .d1_children import landscape
from .grid import UP, band, heads, to_word
from .rows import R, Row, truth, under

HEAR, RUN = "Hearing from victims", "Running the meeting"


def conference_rows() -> list[Row]:
    """Principles with what happens now, a grade, and what will be done."""
    return [
        *under(HEAR, [
            R("1a", "The victim's wishes are known before the meeting and guide the plan.",
              prog="IDVA speaks to nine in ten victims before the day.", other={"grade": "Good"},
              act="Record in the minutes why any victim was not spoken to",
              own="IDVA Service Manager", due="1st July 2023~2023-07-01"),
            R("1b", "Victims are told what was decided.", other={"grade": "Requires improvement"},
              prog="Letters stopped in 2021 because of safety worries.",
              act="Agree a safe call-back within 24 hours|Write a script for the call",
              own="IDVA Service Manager|MARAC Co-ordinator", due="September 2023~2023-09"),
            R("1c", "Children in the household are seen as victims themselves.",
              prog="Children's names and schools are on the referral form.", other={"grade": "Good"}),
            R("1d", "Men, older people and LGBT+ victims are referred in line with what is known of need.",
              prog="Four referrals of men out of 310 in the year.", other={"grade": "Inadequate"},
              act="Targeted briefings to older people's teams and to the sexual health clinic",
              own="Domestic Abuse Partnership Lead", due="Throughout 2023~~~ongoing",
              unscored="due_date due_start recurrence"),
        ]),
        *under(RUN, [
            R("2a", "All core agencies attend every meeting.", other={"grade": "Requires improvement"},
              prog="Probation came to 14 of 24, mental health to 11.",
              act="Chair to write to the heads of both services",
              own="MARAC Chair", due="31-05-2023~2023-05-31"),
            R("2b", "Actions are closed before the next meeting.",
              other={"grade": "Requires improvement"},
              prog="68% closed on time.", act="Send a list of open actions to each agency every Friday",
              own="MARAC Co-ordinator", due="Weekly from 5 May 2023~~2023-05-05~weekly"),
            R("2c", "Repeat cases come back within twelve months.", other={"grade": "Good"},
              prog="Repeats stand at 31%.", act="Flag repeats on the agenda",
              own="MARAC Co-ordinator", due="Every meeting~~~each_meeting"),
            R("2d", "Information is shared lawfully and kept safe.", other={"grade": "Good"},
              prog="Agreement signed by 16 partners.", act="Review the information sharing agreement",
              own="Information Governance Officer|Police Legal Services",
              due="Annually – next due 01/04/2024~~2024-04-01~annual"),
            R("2e", "New representatives have an induction.", other={"grade": "Inadequate"},
              prog="Nothing in place.", act="Make a half-day induction with the training provider",
              own="Domestic Abuse Partnership Lead", due="Autumn 2023"),
            R("2f", "The perpetrator's risk is managed in the plan.",
              other={"grade": "Requires improvement"},
              prog="Few actions are about the person who causes harm.",
              act="Link the meeting to the perpetrator panel",
              own="Detective Inspector, Public Protection", due="30 Nov '23~2023-11-30"),
        ]),
    ]  # fmt: skip


def conference(folder: Path) -> dict[str, Any]:
    """Self-assessment of a domestic abuse conference, in Word, by principle."""
    rows = conference_rows()
    document = landscape()
    document.add_heading("Dunholt MARAC: self-assessment and improvement plan 2023", 1)
    document.add_paragraph("Completed by the steering group on 18 April 2023.")
    grid = [heads("|Principle|Where we are now|Our grade|What we will do|Who|When")]
    for section in (HEAR, RUN):
        grid.append(band(section, 7, "FCE4D6"))
        for row in rows:
            if row.label["section"] == section:
                grid.append(row.cells("ref title progress grade actions owners due"))
    to_word(document, grid)
    name = "d05_marac_self_assessment.docx"
    document.save(folder / name)
    title = "Dunholt MARAC: self-assessment and improvement plan 2023"
    return truth(name, [(title, rows)], "principles, present position, grade, action", "status")


SAY = {"Marek Olszewski": "MO", "Dilys Penhale": "DP", "Trustees": "Trustees",
       "Farida Noor": "FN", "All staff": "All staff"}  # fmt: skip
POLICY, PEOPLE, REACH = "Policies", "People", "Reaching young people"


def charity_rows() -> list[Row]:
    """The charity's actions; owners are initials that the key explains."""
    return [
        *under(POLICY, [
            R(None, "Rewrite the safeguarding policy so that it covers adults as well as children",
              own="Marek Olszewski", due="28/02/25~2025-02-28", st="Done=complete",
              prog="Agreed at the February board meeting."),
            R(None, "Add a low-level concerns section to the code of conduct",
              own="Marek Olszewski|Dilys Penhale", due="May 2025~2025-05", st="In progress=in_progress",
              prog="Draft shared with volunteers."),
            R(None, "Put the complaints leaflet into easy words", own="Farida Noor",
              due="30 June 2025~2025-06-30", st="Not started=not_started"),
        ]),
        *under(PEOPLE, [
            R(None, "Renew DBS checks older than three years", own="Dilys Penhale",
              due="31 March 2025~2025-03-31", st="Overdue=overdue",
              prog="Six of 40 still to come back."),
            R(None, "Safeguarding to be talked about in every supervision", own="All staff",
              due="Monthly~~~monthly", st="Ongoing=in_progress", prog="Form changed in January."),
            R(None, "Find a trustee with a background in social work", own="Trustees",
              due="By AGM", st="On hold=on_hold", prog="No one came forward."),
        ]),
        *under(REACH, [
            R(None, "Set up a young people's panel to look at our plans", own="Farida Noor",
              due="1 September 2025~2025-09-01", st="In progress=in_progress",
              prog="Eight young people have put their names down."),
            R(None, "Put up posters about who to talk to at all three clubs", own="Farida Noor|Dilys Penhale",
              due="Jan 2025~2025-01", st="Done=complete"),
            R(None, "Check lone working arrangements for the detached youth work team",
              own="Marek Olszewski", due="Every six months from 1/4/25~~2025-04-01~six_monthly",
              st="In progress=in_progress", prog="First check done on 3 April."),
        ]),
    ]  # fmt: skip


def charity(folder: Path) -> dict[str, Any]:
    """A youth charity's plan: an area merged over its actions, and a key to initials."""
    rows = charity_rows()
    document = Document()
    document.add_heading("Copperidge Youth Link", 1)
    document.add_paragraph("Dear trustees,")
    document.add_paragraph("Here is our safeguarding action plan for 2025, as asked for by the "
                           "funder's visit last autumn. I will bring an update to each meeting.")  # fmt: skip
    document.add_paragraph("Marek")
    document.add_heading("Safeguarding action plan 2025", 2)
    grid = [heads("Area|Action|Lead|Deadline|Status|Notes", "E2EFD9")]
    last = None
    for row in rows:
        area = row.label["section"]
        cells = row.cells("section title owners due status progress")
        cells[0] = UP if area == last else area
        cells[2] = " & ".join(SAY[one] for one in row.label["owners"])
        grid.append(cells)
        last = area
    to_word(document, grid)
    document.add_paragraph("")
    document.add_paragraph("Initials: MO = Marek Olszewski; DP = Dilys Penhale; FN = Farida Noor")
    name = "d06_charity_letter.docx"
    document.save(folder / name)
    return truth(
        name, [("Safeguarding action plan 2025", rows)], "letter, area column, initials key"
    )
