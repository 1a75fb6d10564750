"""Invented plans as plain text, CSV, Markdown and HTML."""

# ruff: noqa: E501 (documents are written as they stand, one line a row)

from __future__ import annotations

from .common import due, row, write_text, write_truth


def labelled_text() -> None:
    """Labelled blocks in plain text under themes, an owner line with a label inside."""
    write_text(
        "labelled-text.txt",
        """Lea Valley Women's Forum
Action plan following the thematic review, January 2022

Theme: Housing

Action 1: Ask every tenant about safety at the annual visit
Responsible: Lead: Noor Haddad; Support: Housing Options Team
By when: end of March 2022
Progress: On track - 300 of 500 visits made

Action 2: Keep two flats free for families who must move at once
Responsible: Head of Lettings
By when: Ongoing
Progress: Completed. Flats set aside since May.

Theme: Health

Action 3: Give midwives time alone with each woman
Responsible: Director of Midwifery / Safeguarding Midwife
By when: Review in July 2022
Progress: See action 1
""",
    )
    one, two = "Theme: Housing", "Theme: Health"
    write_truth(
        "labelled-text.txt",
        (
            "Action plan following the thematic review, January 2022",
            [
                row(
                    "Ask every tenant about safety at the annual visit",
                    ref="1",
                    section=one,
                    owners=["Noor Haddad", "Housing Options Team"],
                    due=due("end of March 2022", "2022-03-31"),
                    status="in_progress",
                    progress=["300 of 500 visits made"],
                ),
                row(
                    "Keep two flats free for families who must move at once",
                    ref="2",
                    section=one,
                    owners=["Head of Lettings"],
                    due=due("Ongoing", None, None, "ongoing"),
                    status="complete",
                    progress=["Flats set aside since May."],
                ),
                row(
                    "Give midwives time alone with each woman",
                    ref="3",
                    section=two,
                    owners=["Director of Midwifery", "Safeguarding Midwife"],
                    due=due("Review in July 2022", "2022-07"),
                    progress=["See action 1"],
                    see=["1"],
                    unscored=["due_date", "due_start"],
                ),
            ],
        ),
    )


def audit_csv() -> None:
    """An export: original and revised dates, date closed, a revised column mostly empty."""
    write_text(
        "audit-export.csv",
        """Report title,Rec ref,Recommendation,Risk rating,Owner,Original due date,Revised due date,Date closed,Latest update
Direct payments 2020,DP-1,"Reconcile accounts each quarter, and report gaps",High,"Finance Manager, Adults",30/09/2020,N/A,28/09/2020,Closed - evidence seen
Direct payments 2020,DP-2,Visit one in ten holders,Medium,Asha Reed,31/12/2020,31/03/2021,,In progress: 40 visits made
Deputyship 2021,DE-1,Move money held for people who died,High,"Asha Reed, Tom Lisle",01/02/2021,,,Overdue
Deputyship 2021,DE-2,Write a gifts policy,Low,Monitoring Officer,TBC,-,,Not yet started
""",
    )
    write_truth(
        "audit-export.csv",
        (
            "",
            [
                row(
                    "Reconcile accounts each quarter, and report gaps",
                    ref="DP-1",
                    source_ref="Direct payments 2020",
                    owners=["Finance Manager, Adults"],
                    due=due("30/09/2020", "2020-09-30"),
                    status="complete",
                    progress=["evidence seen"],
                    other={"risk": "High", "closed": "28/09/2020"},
                ),
                row(
                    "Visit one in ten holders",
                    ref="DP-2",
                    source_ref="Direct payments 2020",
                    owners=["Asha Reed"],
                    due=due("31/03/2021", "2021-03-31"),
                    status="in_progress",
                    progress=["40 visits made"],
                    other={"risk": "Medium", "original": "31/12/2020"},
                ),
                row(
                    "Move money held for people who died",
                    ref="DE-1",
                    source_ref="Deputyship 2021",
                    owners=["Asha Reed", "Tom Lisle"],
                    due=due("01/02/2021", "2021-02-01"),
                    status="overdue",
                    other={"risk": "High"},
                ),
                row(
                    "Write a gifts policy",
                    ref="DE-2",
                    source_ref="Deputyship 2021",
                    owners=["Monitoring Officer"],
                    due=due("TBC"),
                    status="not_started",
                    other={"risk": "Low"},
                ),
            ],
        ),
    )


def scrutiny_page() -> None:
    """A web page: decision and response, rowspan over a theme, a table of witnesses before it."""

    def line(*cells: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    write_text(
        "scrutiny-response.html",
        "<html><body><h1>Executive response: scrutiny review of "
        "exclusions (October 2021)</h1><table>"
        + line("Witness", "Role")
        + line("Ben Orr", "Headteacher")
        + line("Sal Dean", "Parent")
        + "</table><h2>Response</h2>"
        "<table><tr><th>Theme</th><th>Rec</th><th>Recommendation</th><th>Agreed?</th>"
        "<th>Executive response</th><th>Lead officer</th><th>Implementation date</th></tr>"
        "<tr><td rowspan=2>Prevention</td><td>1</td><td>That a youth worker is linked to each "
        "secondary school.</td><td>Yes</td><td><p>Agreed.</p><ul><li>Four posts funded</li><li>"
        "Start in term 2</li></ul></td><td>Service Manager &ndash; Youth</td><td>January 2022</td></tr>"
        "<tr><td>2</td><td>That governors see exclusion data.</td><td>In part</td><td>Data will be "
        "sent with Rec 1 reports.</td><td>Dr Ona Fell / Data Team</td><td>Termly</td></tr>"
        "<tr><td>Voice</td><td>3</td><td>That pupils sit on the panel.</td><td>No</td><td>The law "
        "does not allow it.</td><td>-</td><td>-</td></tr></table></body></html>",
    )
    write_truth(
        "scrutiny-response.html",
        (
            "Response",
            [
                row(
                    "That a youth worker is linked to each secondary school.",
                    ref="1",
                    section="Prevention",
                    owners=["Service Manager – Youth"],
                    due=due("January 2022", "2022-01"),
                    other={"agreed": "Yes"},
                    progress=["Agreed.", "Four posts funded", "Start in term 2"],
                ),
                row(
                    "That governors see exclusion data.",
                    ref="2",
                    section="Prevention",
                    owners=["Dr Ona Fell", "Data Team"],
                    due=due("Termly", None, None, "termly"),
                    progress=["Data will be sent with Rec 1 reports."],
                    see=["1"],
                    other={"agreed": "In part"},
                ),
                row(
                    "That pupils sit on the panel.",
                    ref="3",
                    section="Voice",
                    progress=["The law does not allow it."],
                    other={"agreed": "No"},
                    unscored=["status"],
                ),
            ],
        ),
    )


def section_11() -> None:
    """A Section 11 audit in Markdown: headings over tables of one layout, grades, no dates in some."""
    head = "| Standard | How do we meet it now? | Self grade | What more do we need to do? | Lead | Timescale |\n|---|---|---|---|---|---|\n"
    write_text(
        "section-eleven.md",
        "# Section 11 audit of Elm Grove Leisure Trust 2020\n\n"
        "## 1 Leadership\n\n"
        + head
        + "| 1a A trustee leads on safeguarding | Role description agreed | Green | | | |\n"
        "| 1b Staff know who to tell | Posters in each centre | Amber | Add the poster to the staff app; "
        "remind casual staff | Gwen Oakes | By September |\n\n## 2 Safe staff\n\n"
        + head
        + "| 2a Checks are renewed | None | Red | Renew all checks (see 1b) | HR Adviser | 1 Dec 2020 |\n",
    )
    write_truth(
        "section-eleven.md",
        (
            "Section 11 audit of Elm Grove Leisure Trust 2020",
            [
                row(
                    "A trustee leads on safeguarding",
                    ref="1a",
                    section="1 Leadership",
                    progress=["Role description agreed"],
                    other={"grade": "Green"},
                ),
                row(
                    "Staff know who to tell",
                    ref="1b",
                    section="1 Leadership",
                    progress=["Posters in each centre"],
                    other={"grade": "Amber"},
                    actions=["Add the poster to the staff app", "remind casual staff"],
                    owners=["Gwen Oakes"],
                    due=due("By September", "2020-09"),
                ),
                row(
                    "Checks are renewed",
                    ref="2a",
                    section="2 Safe staff",
                    progress=["None"],
                    other={"grade": "Red"},
                    actions=["Renew all checks (see 1b)"],
                    owners=["HR Adviser"],
                    due=due("1 Dec 2020", "2020-12-01"),
                    see=["1b"],
                ),
            ],
        ),
        unscored=["status"],
    )


def tab_text() -> None:
    """Tab text copied from a paper: repeated header, a row cut by the page, a note under the table."""
    head = "Issue\tAction required\tOwner\tDeadline\tCurrent position\n"
    write_text(
        "tab-copy.txt",
        "Brackenhill Safeguarding Adults Board\n\nAction log as at 4 July 2019\n\n"
        + head
        + "Risk assessments are out of date\tReview all risk assessments of people in\tAmy Cole\t"
        "31 July\tOngoing\n" + head + "\tsupported living\t\t\tHalf are done\n"
        "Pressure care\tTrain care staff\tQuality Team and Amy Cole\tEnd of year\tComplete\n"
        "Feedback is not asked for\tAsk people after each enquiry\tAll partners\tFrom 1 September\t"
        "To begin when the form is ready\n\n* End of year means the financial year\n",
    )
    write_truth(
        "tab-copy.txt",
        (
            "Action log as at 4 July 2019",
            [
                row(
                    "Risk assessments are out of date",
                    actions=["Review all risk assessments of people in supported living"],
                    owners=["Amy Cole"],
                    due=due("31 July", "2019-07-31"),
                    status="in_progress",
                    progress=["Half are done"],
                ),
                row(
                    "Pressure care",
                    actions=["Train care staff"],
                    owners=["Quality Team", "Amy Cole"],
                    due=due("End of year"),
                    status="complete",
                    unscored=["due_date"],
                ),
                row(
                    "Feedback is not asked for",
                    actions=["Ask people after each enquiry"],
                    owners=["All partners"],
                    due=due("From 1 September", None, "2019-09-01"),
                    progress=["To begin when the form is ready"],
                    unscored=["status", "owners"],
                ),
            ],
        ),
    )


ALL = (labelled_text, audit_csv, scrutiny_page, section_11, tab_text)
