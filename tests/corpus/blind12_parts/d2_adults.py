"""Word: a block for each recommendation of an adult review; a school's plan with ticks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document

from .grid import C, heads, to_word
from .rows import R, Row, truth


def adult_rows() -> list[Row]:
    """The recommendations of the adult review."""
    return [
        R("1",
          "Agencies should use the self-neglect toolkit when a person declines care twice in a month.",
          act="Relaunch the toolkit with a short film|"
              "Add a link to the toolkit to the adult social care record",
          own="Tillingford Safeguarding Adults Board|Adult Social Care",
          due="31 March 2022~2022-03-31", st="Complete=complete",
          prog="Film seen by 600 staff.|Link added on 2 March."),
        R("2", "District nurses should be able to call a multi-agency meeting themselves.",
          act="Change the multi-agency risk management procedure",
          own="Board Manager", due="June 2022~2022-06", st="Complete=complete",
          prog="Procedure approved by the Board in May."),
        R("3",
          "The mental capacity of a person who declines treatment must be assessed and recorded each time.",
          act="Bespoke training on executive function|Audit of 25 case records|Share findings with providers",
          own="Learning and Development Manager|Principal Social Worker|Tillingford Hospitals NHS Trust",
          due="By the end of September 2022~2022-09-30", st="Partially complete=partial",
          prog="Training delivered to 140 staff.|Audit has begun, see recommendation 7.", see="7"),
        R("4",
          "Fire risk should be considered whenever a person smokes and has limited mobility.",
          act="Joint protocol for home fire safety visits",
          own="Tillingford Fire and Rescue Service", due="30.11.2022~2022-11-30",
          st="In progress=in_progress", prog="Draft protocol out for comment until 14 October."),
        R("5", "GPs should be told about every safeguarding enquiry that concerns their patient.",
          act="Amend the standard letter|Test with three practices",
          own="Adult Social Care|Integrated Care Board", due="Dec 22~2022-12",
          st="Not started=not_started"),
        R("6", "Housing providers should have a named lead for adults at risk.",
          act="Write to all registered providers in the district",
          own="Head of Housing Strategy", due="ASAP", st="In progress=in_progress",
          prog="Nine of fourteen have named someone."),
        R("7", "The Board should have regular assurance that capacity assessments are of good quality.",
          act="Add to the audit programme", own="Quality Assurance Sub-Group",
          due="Annually from April 2023~~2023-04~annual", st="Not started=not_started",
          prog="Depends on the training in recommendation 3.", see="3"),
        R("8", "The family of Mrs Vane should be told what has changed.",
          act="Meet the family|Write to them when the plan is closed",
          own="Independent Chair", due="After each Board meeting~~~each_meeting", st="Ongoing=in_progress",
          prog="Met on 12 July. They asked for a copy of the film."),
    ]  # fmt: skip


def adult_review(folder: Path) -> dict[str, Any]:
    """Safeguarding adults review: a small standing table for each recommendation."""
    rows = adult_rows()
    document = Document()
    document.add_heading("Safeguarding Adults Review – Mrs Vane", 0)
    document.add_heading("Action plan", 1)
    document.add_paragraph("This plan was agreed by the Tillingford Safeguarding Adults Board on "
                           "9 February 2022. Progress is as at 30 September 2022.")  # fmt: skip
    for row in rows:
        listed = [C(row.cell(name), bullets=True) if len(row.cell(name)) > 1 else row.cell(name) or ""
                  for name in ("actions", "progress")]  # fmt: skip
        grid = [
            [C(f"Recommendation {row.cell('ref')}", bold=True), row.cell("title")],
            [C("Actions", bold=True), listed[0]],
            [C("Lead", bold=True), row.cell("owners")],
            [C("Timescale", bold=True), row.cell("due")],
            [C("Status", bold=True), row.cell("status")],
            [C("Progress", bold=True), listed[1]],
        ]
        to_word(document, grid, 0)
        document.add_paragraph("")
    name = "d03_sar_blocks.docx"
    document.save(folder / name)
    title = "Safeguarding Adults Review – Mrs Vane"
    return truth(name, [(title, rows)], "a two-column table for each recommendation", "section")


def school_rows() -> list[Row]:
    """The school's actions; an empty tick box settles no status."""
    return [
        R(None, "Update the child protection policy to match the new statutory guidance",
          own="Mrs Adeyemi|Chair of Governors", owners="Mrs Adeyemi / Chair of Governors",
          due="20/9/24~2024-09-20", st="✓=complete", prog="Approved by governors 18/9/24"),
        R(None, "All staff to read Part One and sign to say so", own="Mrs Adeyemi",
          due="Fri 27th Sept 2024~2024-09-27", st="✓=complete",
          prog="Two on long-term absence will sign on return"),
        R(None, "Buy in a second day of counselling", own="Mr Lockett|School Business Manager",
          owners="Mr Lockett and School Business Manager", due="Spring term 2025",
          prog="Quote received", unscored="status"),
        R(None, "Check that the single central record has an entry for every volunteer",
          own="School Business Manager", due="Termly~~~termly", st="✓=complete",
          prog="Autumn check done 4 November, no gaps"),
        R(None, "Teach online safety lessons on sharing pictures in Years 5 and 6",
          own="Miss Farrow", due="14 Feb 2025~2025-02-14", prog="Lessons planned",
          unscored="status"),
        R(None, "Ask pupils where in school they don't feel safe and act on what they say",
          own="School Council|Mr Lockett", owners="School Council, Mr Lockett",
          due="October 2024~2024-10", st="✓=complete",
          prog="Toilets by the hall. Doors changed over half term."),
        R(None, "Log every child who is late more than three times in a fortnight",
          own="Attendance Officer", due="Weekly~~~weekly", unscored="status",
          prog="Started in October"),
        R(None, "Train a second deputy safeguarding lead", own="", owners="TBC",
          due="By Summer 2025", unscored="status"),
        R(None, "Invite the police schools officer to talk to Year 6 about county lines",
          own="Miss Farrow", due="w/c 10/03/2025~2025-03-10", prog="Booked", unscored="status"),
        R(None, "Report to governors on bullying, racist incidents and exclusions",
          own="Headteacher", due="Every governors' meeting~~~each_meeting", st="✓=complete",
          prog="First report went to the October meeting"),
    ]  # fmt: skip


def school(folder: Path) -> dict[str, Any]:
    """A primary school's safeguarding plan with ticks for what is done."""
    rows = school_rows()
    document = Document()
    document.add_heading("St Wystan's Primary School", 1)
    document.add_paragraph(
        "Safeguarding action plan 2024–25 (from the local authority audit, July 2024)"
    )
    grid = [heads("What needs to be done|Who|By when|Done ✓|Notes")]
    grid += [row.cells("title owners due status progress") for row in rows]
    to_word(document, grid)
    document.add_paragraph("Written by T Adeyemi, designated safeguarding lead")
    name = "d04_primary_school.docx"
    document.save(folder / name)
    title = "Safeguarding action plan 2024–25"
    return truth(name, [(title, rows)], "school plan with a tick column", "section")
