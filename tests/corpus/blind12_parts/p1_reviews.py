"""PDF: a domestic homicide review in the usual columns; a scrutiny report in an upright page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typst

from .grid import heads, quoted, to_typst
from .rows import R, Row, truth


def press(path: Path, source: str, *, upright: bool, size: str = "9pt") -> None:
    """Set a typst source as a PDF on A4 paper."""
    flip = "" if upright else ", flipped: true"
    top = (f'#set page("a4"{flip}, margin: 2.2cm, numbering: "1 of 1")\n'
           f"#set text(size: {size}, hyphenate: false)\n#set par(justify: false)\n")  # fmt: skip
    path.write_bytes(typst.compile((top + source).encode()))


def homicide_rows() -> list[Row]:
    """The review's recommendations; a date of completion makes a row complete."""

    def row(ref: str, title: str, scope: str, act: str, own: str, miles: str, due: str, done: str,
            came: str = "", *, st: str = "", **more: Any) -> Row:  # fmt: skip
        other = {"scope": scope, "milestones": miles}
        if done[:1].isdigit():
            other["completed"] = done
        if came:
            other["outcome"] = came
        return R(ref, title, act=act, own=own, due=due, st=st, other=other, done=done, scope=scope,
                 miles=miles, **more)  # fmt: skip

    return [
        row("1", "GP practices should have a lead for domestic abuse and know how to refer.", "Local",
            "Offer the practice training programme to all 23 practices", "Integrated Care Board",
            "Twelve practices by March 2021", "September 2021~2021-09", "30/09/2021",
            "All practices trained", st="=complete"),
        row("2", "Officers should check for earlier reports in other forces when they assess risk.",
            "Local", "Add the check to the risk assessment form", "Eskerby Constabulary",
            "Form revised January 2021", "31/03/2021~2021-03-31", "12/04/2021",
            "Dip sample shows the check in 94% of cases", st="=complete"),
        row("3", "Housing options should not ask a person who is fleeing abuse for proof of it.", "Local",
            "Rewrite the procedure|Brief all officers", "Eskerby Housing Options",
            "Briefings in May 2021", "30th June 2021~2021-06-30", "25/06/2021", st="=complete"),
        row("4", "Employers in the town should be offered help to support staff.", "Local",
            "Run an employers' breakfast with the Chamber of Trade", "Community Safety Partnership",
            "Venue booked", "Autumn 2021", ""),
        row("5", "Adult social care should record who else lives in the house at first contact.", "Local",
            "Change the contact screen", "Adult Social Care", "Supplier's quote received",
            "31 December 2021~2021-12-31", ""),
        row("6", "The Home Office should consider guidance on older victims.", "National",
            "Write to the Minister", "Chair of the Community Safety Partnership", "Letter sent",
            "April 2021~2021-04", "19/04/2021", "Reply received in June", st="=complete"),
        row("7", "The specialist service should hear of every standard risk case involving strangulation.",
            "Regional", "Agree an automatic referral", "Eskerby Constabulary|Rowan Tree Refuge",
            "Data agreement drafted", "28/02/2022~2022-02-28", "",
            owners=["Eskerby Constabulary", "Rowan Tree Refuge"]),
        row("8", "Friends and neighbours should know what to do if they are worried.", "Local",
            "Hold a public campaign each year", "Domestic Abuse Coordinator", "Posters designed",
            "Yearly, from November 2021~~2021-11~annual", ""),
        row("9", "Ambulance crews should be able to refer straight to the specialist service.", "Regional",
            "Test referral by app", "Northmoor Ambulance Service", "Trial in two stations",
            "Q4 2021/22~2022-03-31", ""),
    ]  # fmt: skip


def homicide(folder: Path) -> dict[str, Any]:
    """Domestic homicide review in the Home Office's columns, over several landscape pages."""
    rows = homicide_rows()
    grid = [heads("Recommendation|Scope (local or wider)|Action to take|Lead agency|"
                  "Key milestones|Target date|"
                  "Date of completion|Outcome")]  # fmt: skip
    for row in rows:
        cells = row.cells("title scope actions owners miles due done outcome")
        cells[0] = f"{row.label['ref']}. {row.label['title']}"
        grid.append(cells)
    source = ("#heading[Overview report: action plan]\n"
              "#heading(level: 2)[Domestic Homicide Review into the death of 'Carol', July 2019]\n"
              + to_typst(grid, "2.2fr, 1fr, 1.6fr, 1.4fr, 1.4fr, 1.1fr, 1.1fr, 1.3fr"))  # fmt: skip
    name = "p01_dhr_carol.pdf"
    press(folder / name, source, upright=False, size="12pt")
    title = "Domestic Homicide Review into the death of 'Carol', July 2019"
    return truth(name, [(title, rows)], "homicide review template, header repeated on each page",
                 "section")  # fmt: skip


def scrutiny_rows() -> list[Row]:
    """What became of the panel's recommendations."""
    return [
        R("1", "That every secondary school has a named police officer by September 2023.",
          own="Superintendent, Local Policing", due="September 2023~2023-09", st="Complete=complete",
          prog="All eleven schools now have an officer."),
        R("2", "That the youth service extends its hours at weekends.", own="Youth Service Manager",
          due="1 April 2023~2023-04-01", st="Complete=complete",
          prog="Three centres open until 10pm on Fridays and Saturdays."),
        R("3", "That taxi marshals are trained to notice young people who are being exploited.",
          own="Licensing Manager|Business Improvement District",
          owners=["Licensing Manager", "Business Improvement District"],
          due="31 May 2023~2023-05-31", st="Overdue=overdue",
          prog="Trainer fell ill. New date being sought."),
        R("4", "That the Council publishes figures on missing episodes each quarter.",
          own="Head of Safeguarding", due="Quarterly from June 2023~~2023-06~quarterly",
          st="In progress=in_progress", prog="First set published on 30 June."),
        R("5", "That hotels in the district are visited and given the warning signs card.",
          own="Community Safety Officer", due="End of July 2023~2023-07-31", st="In progress=in_progress",
          prog="17 of 26 visited. Links with recommendation 3.", see="3"),
        R("6", "That the Council asks the bus company to fit cameras on night services.",
          own="Cabinet Member for Transport", due="ASAP", st="Rejected=rejected",
          prog="The company has said that it will not do this before new buses arrive."),
        R("7", "That foster carers are offered a course on online grooming.",
          own="Fostering Service Manager", due="Oct/Nov 2023~2023-11", st="Not started=not_started"),
        R("8", "That young people who have been exploited are asked to help to design the new service.",
          own="Participation Officer|Commissioning Manager",
          owners=["Participation Officer", "Commissioning Manager"],
          due="15th December 2023~2023-12-15", st="In progress=in_progress",
          prog="Six young people meet every other Thursday."),
        R("9", "That this panel looks at progress again in six months.",
          own="Scrutiny Officer", due="6 months", st="Not started=not_started"),
    ]  # fmt: skip


def scrutiny(folder: Path) -> dict[str, Any]:
    """A committee report with a table of recommendations in upright pages."""
    rows = scrutiny_rows()
    words = ["Report to: Children and Communities Scrutiny Panel", "Date: 19 July 2023",
             "1. The panel made nine recommendations in its review of child exploitation. This "
             "report sets out what has been done.",
             "2. Members are asked to note progress and to say whether any recommendation can be "
             "signed off."]  # fmt: skip
    grid = [heads("No|Recommendation|Responsible|Due|Status|Position at July 2023", "DDDDDD")]
    grid += [row.cells("ref title owners due status progress") for row in rows]
    source = ("#heading[Review of child exploitation: progress against recommendations]\n"
              + "\n\n".join(quoted(one) for one in words) + "\n\n"
              + to_typst(grid, "0.5fr, 2.6fr, 1.7fr, 1.3fr, 1.2fr, 2.4fr")
              + '\n\n#"Background papers: none"\n')  # fmt: skip
    name = "p02_scrutiny_progress.pdf"
    press(folder / name, source, upright=True, size="12pt")
    title = "Review of child exploitation: progress against recommendations"
    return truth(name, [(title, rows)], "committee report, upright page", "section")
