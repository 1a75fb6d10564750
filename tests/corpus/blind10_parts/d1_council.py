"""A district council's delivery plan and a borough's cabinet paper, in Word."""

from __future__ import annotations

from blind10_parts.shape import Doc, Heading, Para, Table

PLAN = "Safeguarding Delivery Plan – September 2022"
COLUMNS = [
    ("Objective", "reftitle"),
    ("Steps", "actions"),
    ("Timescale", "due"),
    ("Who", "owners"),
    ("Latest position", "progress"),
]
WIDE = [6.0, 6.5, 4.0, 3.6, 6.0]


def part(section: str, rows: list[tuple[str, ...]]) -> list[object]:
    """A heading and the table under it."""
    return [
        Heading(2, section),
        Table(COLUMNS, list(rows), title=PLAN, section=section, widths=WIDE),
    ]


NORBECK = Doc(
    "norbeck-delivery-plan.docx",
    [
        Heading(1, PLAN),
        Para("Norbeck District Council. Agreed by Management Team on 6th September 2022."),
        Table(
            [("Version", "-"), ("Date", "-"), ("Amended by", "-")],
            [("0.1 draft", "14/07/22", "Priya"), ("1.0", "06/09/22", "Priya")],
            plan=False,
        ),
        *part(
            "Part 1 – Corporate arrangements",
            [
                (
                    "N1. Keep one register of safeguarding training",
                    "• Collect attendance sheets from every service\n• Add review dates\n"
                    "• Send managers a list of gaps",
                    "To start in October '22 => s:2022-10",
                    "Priya & Gareth => Priya; Gareth",
                    "Template agreed with Organisational Development; two services still to "
                    "send theirs",
                ),
                (
                    "N2. Refresh the joint policy",
                    "Check names, telephone numbers and links",
                    "30 th November '22 => d:2022-11-30",
                    "Priya",
                    "Draft^ => ?",
                    {"unscored": ["progress_text", "progress_items"]},
                ),
                (
                    "N3. Councillor briefings after the May elections",
                    "-",
                    "October '22 => d:2022-10",
                    "Priya, Gareth & Lorna Fitch => Priya; Gareth; Lorna Fitch",
                    "Complete.^ => complete",
                ),
                (
                    "N4. Attendance at county groups",
                    "Modern Slavery Partnership\nAnti-Social Behaviour Forum\n"
                    "Hidden Harm Group\nHoarding Panel",
                    "Every meeting to be attended => r:each_meeting",
                    "Priya Gareth Lorna Fitch => Priya; Gareth; Lorna Fitch",
                    "",
                ),
                (
                    "N5. New starter induction",
                    "-",
                    "To begin November '22 => s:2022-11",
                    "Gareth and HR => Gareth; HR",
                    "Asked HR for a monthly list of starters. Links with N1",
                    {"see": ["N1"]},
                ),
                (
                    "N6. Review any domestic homicide or serious incident for local lessons",
                    "-",
                    "For each review as published => r:event",
                    "",
                    "Summary of one case taken to team leaders in June",
                ),
                (
                    "N7. Report performance to Management Team",
                    "-",
                    "Half-yearly => r:six_monthly",
                    "Lorna Fitch",
                    "Under review^ => in_progress",
                ),
            ],
        ),
        *part(
            "Part 2 – Children and families",
            [
                (
                    "N8. Deliver the Section 11 improvements",
                    "-",
                    "31 st December 2022 => d:2022-12-31",
                    "Priya, Gareth & Lorna => Priya; Gareth; Lorna",
                    "Partly complete^ => partial",
                ),
                (
                    "N9. District leads meeting",
                    "-",
                    "Monthly => r:monthly",
                    "Priya",
                    "Complete^ => complete",
                ),
                (
                    "N10. Leisure centres have an up to date lone child procedure",
                    "Walk round with both centre managers; reprint poolside notices",
                    "End of November '22 => d:2022-11-30",
                    "Leisure Contract Manager",
                    "First visit made 12 September",
                ),
                (
                    "N11. Check the escalation route with the county council",
                    "-",
                    "Carry out a quarterly check commencing 3 rd October => s:2022-10-03 "
                    "r:quarterly",
                    "Priya & Duty Manager => Priya; Duty Manager",
                    "",
                ),
            ],
        ),
        *part(
            "Part 3 – Adults at risk",
            [
                (
                    "N12. Hold the Vulnerable Residents Panel",
                    "-",
                    "Next panel 5 th October. Held monthly => s:2022-10-05 r:monthly",
                    "Gareth & Anita Rowe => Gareth; Anita Rowe",
                    "Report to follow on numbers seen, length of discussion and outcomes",
                ),
                (
                    "N13. Write a self-neglect procedure with the fire service",
                    "-",
                    "December '22 => d:2022-12",
                    "Anita Rowe",
                    "Not started^ => not_started",
                ),
                (
                    "N14. Attend the safeguarding adults sub-group",
                    "-",
                    "Attended 15/9/22 and every quarter thereafter => s:2022-09-15 r:quarterly",
                    "Gareth",
                    "See N12",
                    {"see": ["N12"]},
                ),
            ],
        ),
        *part(
            "Part 4 – Domestic abuse",
            [
                (
                    "N15. Keep White Ribbon accreditation",
                    "Staff pledge week\nUpdate web page\nChoose two ambassadors",
                    "25/11/22 => d:2022-11-25",
                    "Lorna, Kit => Lorna; Kit",
                    "Links with N3",
                    {"see": ["N3"]},
                ),
                (
                    "N16. Offer target hardening within five days of referral",
                    "-",
                    "Ongoing => r:ongoing",
                    "Home Safety Officer",
                    "In progress – ^14 homes done since April => in_progress",
                ),
                (
                    "N17. Safe accommodation needs assessment",
                    "-",
                    "TBC => none",
                    "TBC",
                    "Awaiting county guidance",
                ),
            ],
        ),
        Para("Next report to Management Team: 6 December 2022."),
    ],
    look={"landscape": True, "footer": "Norbeck District Council – not protectively marked"},
)

KELDERWICK = Doc(
    "kelderwick-cabinet-paper.docx",
    [
        Para("**KELDERWICK BOROUGH COUNCIL**"),
        Para("**CABINET – 14 MARCH 2019**"),
        Heading(1, "Response to the Children's Scrutiny Panel on missing children"),
        Heading(2, "1. Purpose"),
        Para("1.1 To ask Cabinet to agree the action plan at Annex 1."),
        Heading(2, "2. Background"),
        Para("2.1 The Panel met five times in autumn 2018 and heard from eleven witnesses."),
        Para("2.2 Its report made nine recommendations. Eight are agreed and one is not."),
        Para("• The police have changed the way that absences are graded"),
        Para("• Return interviews are now offered within three working days"),
        Heading(2, "3. Financial implications"),
        Para("3.1 The cost of £38,000 will be met from existing budgets."),
        Table(
            [("Year", "-"), ("Staffing", "-"), ("Training", "-"), ("Total", "-")],
            [
                ("2019/20", "£22,000", "£6,000", "£28,000"),
                ("2020/21", "£8,000", "£2,000", "£10,000"),
            ],
            plan=False,
        ),
        Heading(2, "4. Recommendation"),
        Para("4.1 That Cabinet approves the response. Points added since the draft are in red."),
        Para("Report author: Service Manager, Early Help. Date: 28/02/2019"),
        Heading(1, "Annex 1 – Action plan"),
        Para(
            "Key: C = completed; G = on course; A = some slippage but work continues; "
            "R = date missed; W = not begun"
        ),
        Table(
            [
                ("Panel recommendation", "reftitle"),
                ("Cabinet decision", "other:decision"),
                ("Work to deliver it", "actions"),
                ("Lead officer", "owners"),
                ("To be done by", "due"),
                ("RAG", "status"),
                ("Commentary", "progress"),
            ],
            [
                "A) Return interviews",
                (
                    "1. That every child is offered an interview by somebody independent",
                    "Agreed",
                    "1. Let a new contract\n2. Publish the offer to children in care",
                    "Head of Commissioning",
                    "30 June 2019 => d:2019-06-30",
                    "G => in_progress",
                    "Three bids received and scored. @@Contract award is due in April.@@",
                ),
                (
                    "2. That the reasons for refusing are recorded",
                    "Agreed",
                    "Add a field to the case record",
                    "Systems Manager, Children's Services",
                    "Feb 2019 => d:2019-02",
                    "C => complete",
                    "Field went live on 18 February.",
                ),
                (
                    "3. That interviewers see the police record",
                    "Agreed in part",
                    "Draw up an information sharing agreement",
                    "Head of Commissioning / Detective Inspector, Missing Persons => "
                    "Head of Commissioning; Detective Inspector, Missing Persons",
                    "31 January 2019 => d:2019-01-31",
                    "R => overdue",
                    "• Draft with both legal teams\n• @@Meeting asked for with the force solicitor@@",
                ),
                "B) Children placed from elsewhere",
                (
                    "4. That placing authorities tell the Council within two days",
                    "Agreed",
                    "Write to all placing authorities; follow up silence by telephone",
                    "Service Manager, Children in Care",
                    "From April 2019 => s:2019-04",
                    "W => not_started",
                    "",
                ),
                (
                    "5. That homes share their missing protocol each year",
                    "Agreed",
                    "Put it into the annual visit",
                    "As above => Service Manager, Children in Care",
                    "Annually, first return by 30 September 2019 => s:2019-09-30 r:annual",
                    "A => in_progress",
                    "Two homes have declined so far.",
                ),
                (
                    "6. That the Council asks ministers for a national register",
                    "Not agreed",
                    "",
                    "–",
                    "N/A => none",
                    "",
                    "The Association of Directors is already doing this.",
                    {"status": {"text": "Not agreed", "value": "rejected"}, "unscored": ["status"]},
                ),
                "C) Prevention",
                (
                    "7. That schools tell the hub on the first morning of an absence",
                    "Agreed",
                    "Revise the attendance guidance",
                    "Assistant Director, Education & Inclusion",
                    "Start of the autumn term => none",
                    "A => in_progress",
                    "Heads' forum asked for a longer trial. See recommendation 4",
                    {"see": ["4"]},
                ),
                (
                    "8. That foster carers are trained",
                    "Agreed",
                    "Two courses a year",
                    "Fostering Team Manager; Workforce Lead => Fostering Team Manager; "
                    "Workforce Lead",
                    "Twice yearly from May 2019 => s:2019-05 r:six_monthly",
                    "G => in_progress",
                    "Dates booked.",
                ),
                (
                    "9. That the Panel sees a report",
                    "Agreed",
                    "Report on numbers, reasons and outcomes",
                    "Cllr Joan Petrie (Portfolio Holder)",
                    "Six months after Cabinet => none",
                    "W => not_started",
                    "",
                ),
            ],
            title="Annex 1 – Action plan",
            widths=[5.0, 2.4, 4.6, 3.6, 3.0, 1.4, 5.5],
            look={"header_fill": "D9E2F3", "band_fill": "F2F2F2"},
        ),
    ],
    look={"landscape": True},
)

DOCS = [NORBECK, KELDERWICK]
