"""A committee paper as a text copy, a table pasted with tabs, and an e-mail."""

from __future__ import annotations

from blind10_parts.shape import Doc, Para, Raw, Table

ANNEX = "Safeguarding Work Plan January 2014"
POSITION = "Appendix 2 - Where Arkenby stands on the Brightwater inquiry"
PLAN = [
    ("Task", "reftitle"),
    ("Detail", "actions"),
    ("Date", "due"),
    ("Officer", "owners"),
    ("Remarks", "progress"),
]
ARKENBY = Doc(
    "arkenby-committee-paper.txt",
    [
        Para("CS.31 13/14"),
        Para("Community Services Committee"),
        Para("Date: 22nd January 2014"),
        Para("Subject: Safeguarding – Update"),
        Para("Contact Officer:\n\nRuth Dellow\nHousing and Wellbeing Manager"),
        Para(
            "1. Introduction\n\nThe Council adopted its policy in May '13. This report tells "
            "members what has been done since and what is planned."
        ),
        Para("2. Peer Review\n\nThe peer review in October '13 asked for the following:"),
        Table(
            [("RECOMMENDED ACTION", "title"), ("PRIORITY", "priority"), ("STATUS", "status")],
            [
                ("Give one director the lead for safeguarding", "High", "Complete => complete"),
                ("Put safeguarding into all service plans", "Medium", "Complete => complete"),
                ("Agree who covers for the lead officer", "High", "Complete => complete"),
                (
                    "Replace the paper referral form with an online one that works on tablets",
                    "Low",
                    "In progress => in_progress",
                ),
                ("Tell parish councils how to report", "Medium", "Complete => complete"),
            ],
            title="Peer Review",
        ),
        Para("All but one of these are finished."),
        Para(
            "3. Cases\n\nBetween June and December '13 there were 44 referrals, 17 of them about "
            "children. The work plan is at **Annexe 1** and the Brightwater position at "
            "**Appendix 2**."
        ),
        Para(ANNEX),
        Para("Part A - All Services"),
        Table(
            PLAN,
            [
                (
                    "A1. Training",
                    "• Basic course for all\n• Refresher for managers\n• Taxi drivers",
                    "To begin in February '14 => s:2014-02",
                    "Ruth & Imran => Ruth; Imran",
                    "Trainer found through the county and 12 dates offered",
                ),
                (
                    "A2. Policy refresh",
                    "-",
                    "31 st March '14 => d:2014-03-31",
                    "Ruth",
                    "",
                ),
                (
                    "A3. Leaflets and posters",
                    "New set for¶leisure centres, markets and the crematorium",
                    "April '14 => d:2014-04",
                    "Imran",
                    "Artwork chosen. Printers have asked for¶a longer lead time than planned",
                ),
                (
                    "A4. Partnership meetings",
                    "Vulnerable Victims\nTroubled Families\nRural Isolation",
                    "All meetings to be attended => r:each_meeting",
                    "Ruth Imran Sal Penhale => Ruth; Imran; Sal Penhale",
                    "",
                ),
                (
                    "A5 Volunteers' checks",
                    "-",
                    "End of February '14 => d:2014-02-28",
                    "Sal Penhale",
                    "Partially complete^ => partial",
                ),
            ],
            title=ANNEX,
            section="Part A - All Services",
        ),
        Para("Part B - Homes and Families"),
        Table(
            PLAN,
            [
                (
                    "B1. Case conferences",
                    "-",
                    "Fortnightly => r:fortnightly",
                    "Ruth",
                    "Complete^ => complete",
                ),
                (
                    "B2. Hostel visits",
                    "-",
                    "Carry out six monthly visit starting 3 rd March => s:2014-03-03 r:six_monthly",
                    "Sal & Duty Officer => Sal; Duty Officer",
                    "Links with A5",
                    {"see": ["A5"]},
                ),
                (
                    "B3. Home fire checks for families at risk",
                    "-",
                    "As referrals arise => r:event",
                    "Imran, Cal => Imran; Cal",
                    "",
                ),
                (
                    "B4. Report to this Committee",
                    "-",
                    "Next report 16 th July. Twice a year => s:2014-07-16 r:six_monthly",
                    "Ruth",
                    "Links with A1",
                    {"see": ["A1"]},
                ),
            ],
            title=ANNEX,
            section="Part B - Homes and Families",
        ),
        Para(POSITION),
        Table(
            [
                ("Page", "source"),
                ("What the inquiry said", "title"),
                ("Arkenby position", "progress"),
            ],
            [
                "Taxis and Takeaways",
                (
                    "Brightwater p12",
                    "• Drivers were licensed without references being read.",
                    "References are read by two officers. The policy goes to the Licensing "
                    "Committee in March 2014.",
                ),
                (
                    "Brightwater p13 para 2.9",
                    "• Complaints about drivers were filed by vehicle and not by driver.\n"
                    "• Nobody looked for¶patterns across the years.",
                    "Complaints have been filed by driver since 2011.\n"
                    "An officer reads the whole file when a new¶complaint is made.",
                ),
                (
                    "Brightwater p15",
                    "• Takeaways were not thought of as places where harm happens.",
                    "See above",
                    {"see": ["Brightwater p13 para 2.9"]},
                ),
                "Housing",
                (
                    "Brightwater Rec 5",
                    "• Housing officers should be told when a tenant is a risk to children.",
                    "The police send a list each month to a single named officer.",
                ),
                (
                    "Brightwater p20, p22",
                    "• Young people in bed and breakfast were not visited.",
                    "No young person has been placed in bed and breakfast since 2012.",
                ),
                "Members",
                (
                    "Brightwater Rec 9",
                    "Members should see figures that they can understand.",
                    "",
                ),
            ],
            title=POSITION,
            above=["A. Whitlow – Report of the Brightwater Inquiry, November 2013"],
        ),
    ],
    look={"copy": True},
)

SCHOOL = "Sedgewold Primary School – governors' safeguarding action plan 2024"
SEDGEWOLD = Doc(
    "sedgewold-pasted.txt",
    [
        Para(SCHOOL),
        Table(
            [
                ("No", "ref"),
                ("Target", "title"),
                ("Tasks", "actions"),
                ("Who", "owners"),
                ("Deadline", "due"),
                ("RAG", "status"),
                ("Notes for governors", "progress"),
            ],
            [
                "Site",
                (
                    "1",
                    "Visitors cannot walk past reception",
                    "Fit a second door; issue coloured lanyards",
                    "Premises Manager",
                    "9 February 2024 => d:2024-02-09",
                    "Green => complete",
                    "Door fitted in half term",
                ),
                (
                    "2",
                    "Gates are watched at both ends of the day",
                    "New duty rota",
                    "Deputy Head & Midday Supervisors => Deputy Head; Midday Supervisors",
                    "From 8 January 2024 => s:2024-01-08",
                    "Green => complete",
                    "",
                ),
                "Staff",
                (
                    "3",
                    "Governors know what low-level concerns are",
                    "Session before the spring meeting",
                    "Mrs A. Dunmore (DSL)",
                    "Spring term => none",
                    "Amber => in_progress",
                    "Slides written",
                ),
                (
                    "4",
                    "Supply staff have a briefing card",
                    "Print and laminate",
                    "School Office",
                    "ASAP => none",
                    "Red => not_started",
                    "See 3",
                    {"see": ["3"]},
                ),
                (
                    "5",
                    "Recruitment panels have one trained member",
                    "Book two governors on the course",
                    "Clerk",
                    "22/3/24 => d:2024-03-22",
                    "Amber => in_progress",
                    "One booked",
                ),
                "Pupils",
                (
                    "6",
                    "Pupils can name five trusted adults",
                    "Assembly; worry boxes; pupil survey",
                    "School Council",
                    "Survey each half term, first one 16 February 2024 => s:2024-02-16",
                    "Amber => in_progress",
                    "Boxes are in all classrooms",
                    {"unscored": ["recurrence"]},
                ),
                (
                    "7",
                    "Families understand the telephone rules",
                    "Letter in two languages",
                    "Head",
                    "End of Feb 2024 => d:2024-02-29",
                    "Green => complete",
                    "",
                ),
            ],
            title=SCHOOL,
        ),
        Para("Green = done, Amber = some way to go, Red = not started"),
    ],
)


def item(**labels: object) -> dict[str, object]:
    """A row of the e-mail; it has no table and so no section."""
    return {"unscored": ["section", "due_text"], **labels}


def day(text: str, date: str | None = None, start: str | None = None) -> dict[str, object]:
    """A due label without recurrence."""
    return {"text": text, "date": date, "start": start, "recurrence": None}


EMAIL = Doc(
    "strategy-meeting-email.txt",
    [
        Raw(
            """From: Mina Castellane
To: Core group
Sent: 05 June 2023 16:40
Subject: RE: Actions from this morning

Hi all,

Thanks for coming at such short notice. Here are the actions as I noted them, shout if I have got any wrong.

1. Hostel to send the incident log for May - Joel Ashdown - by 9 June 2023
2. GP surgery to be asked for a summary - Named GP - by 16 June 2023
3. Check whether the uncle has been interviewed - DC Wren Talbot - by 7 June 2023
4. Arrange an advocate - Mina Castellane - done
5. Find out who holds the tenancy - Housing Options - by 30 June 2023
6. Write to the family - Mina Castellane and Named GP - after the next meeting
7. Share the safety plan with college - Pastoral Lead, Fenwold College - by 12 June 2023

We meet again on 3 July at 10.

Kind regards
Mina

Mina Castellane
Senior Social Worker, Adult Safeguarding Hub
This e-mail and any files with it are confidential.
""",
            [
                item(
                    ref="1",
                    title="Hostel to send the incident log for May",
                    owners=["Joel Ashdown"],
                    due=day("by 9 June 2023", "2023-06-09"),
                ),
                item(
                    ref="2",
                    title="GP surgery to be asked for a summary",
                    owners=["Named GP"],
                    due=day("by 16 June 2023", "2023-06-16"),
                ),
                item(
                    ref="3",
                    title="Check whether the uncle has been interviewed",
                    owners=["DC Wren Talbot"],
                    due=day("by 7 June 2023", "2023-06-07"),
                ),
                item(
                    ref="4",
                    title="Arrange an advocate",
                    owners=["Mina Castellane"],
                    status={"text": "done", "value": "complete"},
                ),
                item(
                    ref="5",
                    title="Find out who holds the tenancy",
                    owners=["Housing Options"],
                    due=day("by 30 June 2023", "2023-06-30"),
                ),
                item(
                    ref="6",
                    title="Write to the family",
                    owners=["Mina Castellane", "Named GP"],
                    due=day("after the next meeting"),
                ),
                item(
                    ref="7",
                    title="Share the safety plan with college",
                    owners=["Pastoral Lead, Fenwold College"],
                    due=day("by 12 June 2023", "2023-06-12"),
                ),
            ],
            title="Actions from this morning",
        )
    ],
    unscored=["section"],
)

DOCS = [ARKENBY, SEDGEWOLD, EMAIL]
