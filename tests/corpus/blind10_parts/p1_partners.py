"""PDF: an adults board's review plan over several pages, and a town's report with two tables."""

from __future__ import annotations

from blind10_parts.shape import Doc, Heading, Para, Table

SAR = "Safeguarding Adults Review 'Walter': partnership action plan"
SALTERSBY = Doc(
    "saltersby-walter-plan.pdf",
    [
        Heading(1, SAR),
        Para("Saltersby and Fenmouth Safeguarding Adults Board. Updated 8 November 2021."),
        Table(
            [
                ("Ref", "ref"),
                ("Learning point", "title"),
                ("Actions agreed", "actions"),
                ("Accountable", "owners"),
                ("Timescale", "due"),
                ("Update and evidence", "progress"),
                ("How it will be monitored", "review"),
            ],
            [
                "Theme 1: Self-neglect and mental capacity",
                (
                    "W1",
                    "Nobody asked why a man who had been house-proud for sixty years let his home "
                    "fill with rubbish. Capacity was taken for granted on the strength of a short "
                    "conversation at the door.",
                    "1. Issue guidance on executive capacity\n2. Add examples to the multi-agency "
                    "course\n3. Ask each agency to sample ten cases",
                    "Principal Social Worker, Adults",
                    "31st January 2022 => d:2022-01-31",
                    "In progress^\n• Guidance drafted with the hospital's legal team and sent to "
                    "members for comment\n• Two examples chosen => in_progress",
                    "Quality subgroup",
                ),
                (
                    "W2",
                    "The fire service found the flat at high risk twice and told only the landlord.",
                    "Fire service to copy high risk visits to the adults hub",
                    "Saltersby Fire & Rescue",
                    "1/10/21 => d:2021-10-01",
                    "Completed^\nThe hub had 41 such copies in October and opened nine "
                    "enquiries. => complete",
                    "Figures to the Board each quarter",
                ),
                (
                    "W3",
                    "Cleaning was arranged without Walter's agreement and broke trust.",
                    "Write a protocol for deep cleans with consent at its centre",
                    "Head of Housing; Environmental Health Manager => Head of Housing; "
                    "Environmental Health Manager",
                    "March 2022 => d:2022-03",
                    "",
                    "",
                ),
                "Theme 2: Working together",
                (
                    "W4",
                    "Four agencies met Walter in his last month and none knew of the others. Each "
                    "kept careful notes, in five systems, and each closed the case when he did not "
                    "answer the telephone.",
                    "1. Set up a multi-agency risk meeting that any agency may call\n"
                    "2. Train chairs",
                    "Board Manager",
                    "Monthly, first meeting 6th December 2021 => s:2021-12-06 r:monthly",
                    "In progress^\nTerms of reference were agreed in September. Six chairs have "
                    "been trained. => in_progress",
                    "Annual report",
                ),
                (
                    "W5",
                    "Closing letters were sent to a man who could not read them.",
                    "Each agency to change its did-not-attend policy",
                    "All Board members",
                    "30 June 2022 => d:2022-06-30",
                    "Not started^ => not_started",
                    "Board Manager to collect policies",
                ),
                (
                    "W6",
                    "The GP was not told of the fall in August.",
                    "Ambulance service to send a letter whenever it does not take somebody to hospital",
                    "Fenmouth Ambulance Service",
                    "In place by Christmas => none",
                    "See W4",
                    "",
                    {"see": ["W4"], "unscored": ["due_date"]},
                ),
                "Theme 3: Family and neighbours",
                (
                    "W7",
                    "A neighbour rang three different numbers.",
                    "Publish one number and use it on all leaflets",
                    "Communications Group",
                    "Completed May 2021 => d:2021-05",
                    "Completed^\nNumber is on bins, buses and in the free newspaper. => complete",
                    "Calls counted monthly",
                    {"unscored": ["due_date"]},
                ),
                (
                    "W8",
                    "His sister learnt of the death from the landlord.",
                    "Agree who tells the family",
                    "Det Supt Nina Farrow / Hospital Bereavement Lead => Det Supt Nina Farrow; "
                    "Hospital Bereavement Lead",
                    "Early 2022 => none",
                    "Delayed^\nMeeting moved twice. => in_progress",
                    "",
                ),
                (
                    "W9",
                    "Carers are seldom offered an assessment in their own right.",
                    "Repeat the carers campaign",
                    "Carers' Centre",
                    "Every June => r:annual",
                    "Ongoing^ => in_progress",
                    "Take-up figures",
                    {"unscored": ["due_start"]},
                ),
                (
                    "W10",
                    "The review itself took nineteen months.",
                    "Hold a timetable for each review and report slippage to the chair",
                    "Board Manager",
                    "From now on, for each review => r:event",
                    "Completed^\nA one page timetable is in use. => complete",
                    "Independent Chair's one to ones",
                    {"unscored": ["due_start"]},
                ),
            ],
            title=SAR,
            widths=[1.2, 5.6, 5.2, 3.4, 2.6, 5.2, 2.8],
            look={"header_fill": "D9D9D9", "band_fill": "F2F2F2"},
        ),
        Para("Read with the Board's review of self-neglect, pages 12 to 19."),
    ],
    look={"landscape": True, "footer": "Saltersby and Fenmouth SAB – Walter plan v7"},
)

BRINDLESEA = Doc(
    "brindlesea-half-year-report.pdf",
    [
        Heading(1, "Brindlesea Town Council: safeguarding, the half year to September 2017"),
        Para(
            "1. The Council runs a swimming pool, a youth club and the summer carnival. This "
            "paper tells members what has been done since April."
        ),
        Heading(2, "2. Findings of the pool audit"),
        Para("The auditors visited on 9 May and made seven points."),
        Table(
            [("POINT", "title"), ("IMPORTANCE", "priority"), ("POSITION", "status")],
            [
                (
                    "Keep a list of keyholders and of those who have left",
                    "High",
                    "Complete => complete",
                ),
                (
                    "Lifeguards to sign the code of conduct each season",
                    "Medium",
                    "Complete => complete",
                ),
                (
                    "Private swimming teachers to show insurance, qualifications and the date of "
                    "their last check before a lane is booked",
                    "High",
                    "In hand => in_progress",
                ),
                ("Put a notice about photographs at the poolside", "Low", "Complete => complete"),
                (
                    "Lock the plant room corridor during school sessions",
                    "Medium",
                    "Complete => complete",
                ),
                (
                    "Train two more members of staff to receive concerns so that one is on duty at "
                    "every session",
                    "Medium",
                    "Not started => not_started",
                ),
                (
                    "Review the lost child procedure after each gala",
                    "Low",
                    "Ongoing => in_progress",
                ),
            ],
            title="Findings of the pool audit",
            widths=[8.0, 3.4, 3.4],
        ),
        Para("One point remains to be begun and will be paid for from next year's budget."),
        Heading(2, "3. Carnival debrief"),
        Para("Stewards, police and St Bride's first aiders met on 29 August."),
        Table(
            [("Lesson", "title"), ("Given to", "owners"), ("By", "due"), ("Notes", "progress")],
            [
                (
                    "Wristbands with a parent's telephone number",
                    "Carnival Committee",
                    "1 June 2018 => d:2018-06-01",
                    "Sponsor found",
                ),
                (
                    "A quiet tent for lost children, away from the beer tent and with two checked "
                    "adults in it throughout",
                    "Deputy Town Clerk",
                    "Before the 2018 carnival => none",
                    "Complete^ => complete",
                ),
                (
                    "Radios for all stewards",
                    "Deputy Town Clerk, Cllr Shaw-Lister => Deputy Town Clerk; Cllr Shaw-Lister",
                    "Spring 2018 => none",
                    "Quotes asked for",
                ),
                (
                    "Brief float drivers on the day",
                    "Carnival Committee",
                    "28/7/18 => d:2018-07-28",
                    "To be done^ => not_started",
                    {"unscored": ["status", "progress_text", "progress_items"]},
                ),
                (
                    "Keep the access road clear",
                    "PC Dale Orchard",
                    "28 July 2018 => d:2018-07-28",
                    "",
                ),
            ],
            title="Carnival debrief",
            widths=[6.0, 3.6, 3.4, 3.6],
            look={"style": "Normal Table"},
        ),
        Heading(2, "4. Figures"),
        Table(
            [("Quarter", "-"), ("Concerns", "-"), ("Passed on", "-")],
            [("April to June", "3", "1"), ("July to September", "5", "2")],
            plan=False,
        ),
    ],
    look={"size": 11},
)

DOCS = [SALTERSBY, BRINDLESEA]
