"""An audit tracker and a partnership's action log, in Excel."""

from __future__ import annotations

from datetime import date

from blind10_parts.shape import Blank, Doc, Heading, Para, Sheet, Table

TRACKER = "Internal audit recommendations: follow-up at 30 September 2023"


def audit(*cells: object) -> tuple[object, ...]:
    """A row of the tracker."""
    return cells


DUNSMERE = Doc(
    "dunsmere-audit-tracker.xlsx",
    [
        Sheet(
            "Tracker",
            [
                Heading(1, TRACKER),
                Heading(2, "Dunsmere District Council – Audit & Governance Committee"),
                Blank(),
                Table(
                    [
                        ("Audit ref", "ref"),
                        ("Audit", "source"),
                        ("Agreed action", "title"),
                        ("Risk rating", "other:risk rating"),
                        ("Officer", "owners"),
                        ("Agreed date", "due"),
                        ("Revised date", "due"),
                        ("% done", "status"),
                        ("Officer comment", "progress"),
                    ],
                    [
                        audit(
                            "SG22/1",
                            "Safeguarding arrangements 2022",
                            "Publish the name of the designated officer on the website.",
                            "Medium",
                            "Communications Lead",
                            date(2023, 3, 31),
                            "",
                            1.0,
                            "Implemented – ^page went live 20 March => complete",
                        ),
                        audit(
                            "SG22/2",
                            "Safeguarding arrangements 2022",
                            "Check that every contract over £25,000 carries the safeguarding "
                            "clause.",
                            "High",
                            "Procurement Manager",
                            date(2023, 4, 30),
                            date(2023, 10, 31),
                            0.6,
                            "31 of 52 contracts read so far",
                        ),
                        audit(
                            "SG22/3",
                            "Safeguarding arrangements 2022",
                            "Reconcile the training register to the payroll each quarter.",
                            "High",
                            "Oluwa Bright; Payroll Manager => Oluwa Bright; Payroll Manager",
                            date(2023, 6, 30),
                            "",
                            0.4,
                            "Overdue^ => overdue",
                        ),
                        audit(
                            "SG22/4",
                            "Safeguarding arrangements 2022",
                            "Hold concerns in one restricted folder.",
                            "High",
                            "Oluwa Bright",
                            date(2023, 5, 31),
                            "",
                            1.0,
                            "Folder set up, access tested by internal audit",
                        ),
                        audit(
                            "SG22/5",
                            "Safeguarding arrangements 2022",
                            "Ask contractors who visit homes for proof of checks.",
                            "Medium",
                            "Repairs Manager",
                            date(2023, 7, 31),
                            date(2023, 12, 15),
                            0.25,
                            "Letter sent to nine contractors",
                        ),
                        audit(
                            "LT21/7",
                            "Lettings 2021",
                            "Record the reasons where a vulnerable applicant is refused.",
                            "Low",
                            "Lettings Team Leader",
                            date(2023, 1, 31),
                            "",
                            1.0,
                            "",
                        ),
                        audit(
                            "LT21/8",
                            "Lettings 2021",
                            "Train lettings staff in trauma informed conversations.",
                            "Medium",
                            "Lettings Team Leader",
                            date(2022, 12, 31),
                            date(2023, 11, 30),
                            0.0,
                            "Trainer left, tender to be run again",
                        ),
                        audit(
                            "TX22/2",
                            "Taxi licensing 2022",
                            "Use the national register of refusals and revocations.",
                            "High",
                            "Licensing Manager",
                            date(2023, 4, 1),
                            "",
                            1.0,
                            "Closed^ => complete",
                        ),
                        audit(
                            "TX22/3",
                            "Taxi licensing 2022",
                            "Visit each operator once a year to look at booking records.",
                            "Medium",
                            "Licensing Manager / Enforcement Officer => Licensing Manager; "
                            "Enforcement Officer",
                            "Annual from April 2023 => s:2023-04 r:annual",
                            "",
                            0.5,
                            "Eleven of 22 visited",
                        ),
                        audit(
                            "TX22/4",
                            "Taxi licensing 2022",
                            "Bring a policy on CCTV in vehicles to members.",
                            "Low",
                            "Licensing Manager",
                            date(2023, 9, 12),
                            "",
                            "",
                            "No longer required: ^members took the matter out of the work "
                            "programme => rejected",
                        ),
                        audit(
                            "CS23/1",
                            "Customer services 2023",
                            "Put the domestic abuse script on every desk.",
                            "Low",
                            "Customer Services Manager",
                            date(2023, 10, 20),
                            "",
                            0.9,
                            "One desk to do",
                        ),
                        audit(
                            "CS23/2",
                            "Customer services 2023",
                            "Test out of hours calls twice a year.",
                            "Medium",
                            "As above => Customer Services Manager",
                            date(2023, 12, 31),
                            "",
                            0.0,
                            "First test planned for October, see CS23/1",
                            {"see": ["CS23/1"]},
                        ),
                    ],
                    title=TRACKER,
                    widths=[10, 22, 44, 10, 22, 13, 13, 8, 40],
                    look={"filter": True, "header_fill": "DDEBF7"},
                ),
                Blank(),
                Para(
                    "12 recommendations: 4 done, 4 under way, 2 not begun, 1 overdue, 1 withdrawn."
                ),
            ],
        ),
        Sheet(
            "Lists",
            [
                Table(
                    [("Risk rating", "-"), ("Officer", "-")],
                    [("High", "Oluwa Bright"), ("Medium", "Licensing Manager"), ("Low", "")],
                    plan=False,
                )
            ],
            state="hidden",
        ),
    ],
)

LOG = "Lythegate Safer Streets and Safeguarding Group – action log"
LOG_COLUMNS = [
    ("Ref", "ref"),
    ("Meeting", "other:meeting"),
    ("Action agreed", "title"),
    ("Who", "owners"),
    ("Deadline", "due"),
    ("Status", "status"),
    ("Update", "progress"),
]
LYTHEGATE = Doc(
    "lythegate-action-log.xlsx",
    [
        Sheet(
            "Open actions",
            [
                Heading(1, LOG + " (open)"),
                Table(
                    LOG_COLUMNS,
                    [
                        (
                            "24/01",
                            "11 January 2024",
                            "Map every place where young people gather after dark",
                            "Sgt Maya Holt, Youth Service => Sgt Maya Holt; Youth Service",
                            date(2024, 3, 29),
                            "In progress => in_progress",
                            "City centre done, estates to follow",
                        ),
                        (
                            "24/02",
                            "11 January 2024",
                            "Share the list of hotspots with licensed premises",
                            "Licensing (T Amery)",
                            date(2024, 4, 30),
                            "Not started => not_started",
                            "Waits for 24/01",
                            {"see": ["24/01"]},
                        ),
                        (
                            "24/05",
                            "8 February 2024",
                            "Invite the bus company to join the group",
                            "Group secretary",
                            "ASAP => none",
                            "In progress => in_progress",
                            "Two letters, no answer",
                        ),
                        (
                            "24/06",
                            "8 February 2024",
                            "Bring street lighting faults to each meeting",
                            "Highways",
                            "Standing item, each meeting => r:each_meeting",
                            "Ongoing => in_progress",
                            "",
                        ),
                        (
                            "24/09",
                            "14 March 2024",
                            "Offer first aid training to door staff",
                            "Ambulance Service & Pubwatch => Ambulance Service; Pubwatch",
                            date(2024, 6, 14),
                            "On hold => on_hold",
                            "Trainer is off until May",
                        ),
                        (
                            "24/10",
                            "14 March 2024",
                            "Ask the university for its incident figures",
                            "Sgt Maya Holt",
                            date(2024, 4, 11),
                            "Overdue => overdue",
                            "Chased 19 April",
                        ),
                        (
                            "24/11",
                            "11 April 2024",
                            "Refresh the safe place posters",
                            "BID Manager",
                            date(2024, 5, 31),
                            "In progress => in_progress",
                            "Printer has the artwork\n600 copies ordered",
                        ),
                        (
                            "24/12",
                            "11 April 2024",
                            "Agree the summer deployment plan",
                            "Insp. Rowan Teale",
                            date(2024, 6, 28),
                            "Not started => not_started",
                            "",
                        ),
                    ],
                    title=LOG + " (open)",
                    widths=[9, 16, 44, 28, 14, 14, 34],
                    look={"filter": True},
                ),
            ],
        ),
        Sheet(
            "Closed actions",
            [
                Heading(1, LOG + " (closed)"),
                Table(
                    [*LOG_COLUMNS[:5], ("Date completed", "done"), LOG_COLUMNS[6]],
                    [
                        (
                            "23/31",
                            "12 October 2023",
                            "Publish the walk home map",
                            "Communications Officer",
                            date(2023, 11, 30),
                            date(2023, 11, 27),
                            "On the website and at the railway station",
                        ),
                        (
                            "23/33",
                            "9 November 2023",
                            "Set up a reporting inbox for taxi marshals",
                            "Licensing (T Amery)",
                            date(2023, 12, 15),
                            date(2024, 1, 8),
                            "Late because of the move to new mail",
                        ),
                        (
                            "24/03",
                            "11 January 2024",
                            "Brief the night shelter on county lines",
                            "Youth Service",
                            date(2024, 2, 29),
                            date(2024, 2, 20),
                            "",
                        ),
                        (
                            "24/04",
                            "11 January 2024",
                            "Lend two radios to the street pastors",
                            "BID Manager",
                            date(2024, 2, 1),
                            date(2024, 1, 31),
                            "Returned after Easter",
                        ),
                    ],
                    title=LOG + " (closed)",
                    widths=[9, 16, 44, 28, 14, 16, 34],
                ),
            ],
        ),
    ],
    unscored=["source_ref"],
    look={"dates": "d mmm yyyy"},
)

DOCS = [DUNSMERE, LYTHEGATE]
