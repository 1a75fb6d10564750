"""A scrutiny response on a committee web site and a partnership's progress page."""

from __future__ import annotations

from blind10_parts.shape import UP, Doc, Heading, Para, Table

RESPONSE = "Executive response: scrutiny review of safeguarding in supported accommodation"
CORDWELL = Doc(
    "cordwell-scrutiny-response.html",
    [
        Heading(1, RESPONSE),
        Para("Meeting of the Executive, Tuesday 12 November 2024, item 7"),
        Table(
            [
                ("No.", "ref"),
                ("Recommendation", "title"),
                ("Accept?", "other:accept"),
                ("Response of the Executive", "progress"),
                ("Responsible", "owners"),
                ("Timeframe", "due"),
            ],
            [
                (
                    "Rec 1 => 1",
                    "That unregulated homes are visited unannounced twice a year.",
                    "Yes",
                    "Two officers have been appointed.",
                    "Commissioning & Quality Manager",
                    "Twice a year from January 2025 => s:2025-01 r:six_monthly",
                ),
                (
                    "Rec 2 => 2",
                    "That a charter is written with residents aged 16 and 17.",
                    "Yes",
                    "The participation team has begun.",
                    "Participation Lead; Cllr D. Achterberg => Participation Lead; "
                    "Cllr D. Achterberg",
                    "By 28 February 2025 => d:2025-02-28",
                ),
                (
                    "Rec 3 => 3",
                    "That providers pay for training.",
                    "In part",
                    "Providers will be charged for places that are booked and not used.",
                    "Workforce Development",
                    "w/c 6 January 2025 => d:2025-01-06",
                ),
                (
                    "Rec 4 => 4",
                    "That the Council builds its own home.",
                    "No",
                    "There is no capital for it before 2028.",
                    "-",
                    "-  => none",
                    {"unscored": ["status", "due_text"]},
                ),
                (
                    "Rec 5 => 5",
                    "That police call-outs to each address are shared weekly.",
                    "Yes",
                    "An agreement was signed on 1 October.\nThe first list came on 14 October.",
                    "Inspector for Neighbourhoods / Data Protection Officer => Inspector for "
                    "Neighbourhoods; Data Protection Officer",
                    "Weekly => r:weekly",
                ),
                (
                    "Rec 6 => 6",
                    "That moves at weekends are agreed by a head of service.",
                    "Yes",
                    "Already the rule, see recommendation 1 for how it will be checked.",
                    "Head of Placements",
                    "With immediate effect => none",
                    {"see": ["1"]},
                ),
                (
                    "Rec 7 => 7",
                    "That the panel is told what happened.",
                    "Yes",
                    "A note will be sent.",
                    "Scrutiny Officer",
                    "12 months from this meeting => none",
                ),
            ],
            title=RESPONSE,
        ),
        Para("Published 4 November 2024. Contact: Democratic Services."),
    ],
    look={"title": "Agenda item 7"},
)

PAGE = "Joint targeted inspection: what we said we would do"
FENMOUTH = Doc(
    "fenmouth-progress-page.html",
    [
        Heading(1, PAGE),
        Para("Fenmouth Children's Partnership. Last updated: 22 May 2023."),
        Para(
            "Each line shows whether work is **complete**, **on target**, **behind** or **to start**."
        ),
        Heading(2, "Priority A: criminal exploitation"),
        Table(
            [
                ("Ref", "ref"),
                ("We said", "title"),
                ("By", "due"),
                ("Who", "owners"),
                ("How far we have got", "progress"),
            ],
            [
                (
                    "A.1",
                    "A screening tool for every agency",
                    "31 March 2023 => d:2023-03-31",
                    "Exploitation Co-ordinator",
                    "Complete: ^the tool was launched on 9 March => complete",
                ),
                (
                    "A.2",
                    "A daily meeting on children at risk",
                    "Daily since 3 April => s:2023-04-03",
                    "Police, Social care, Health and Education => Police; Social care; Health; "
                    "Education",
                    "On target:^\n• 64 children discussed\n• Review booked for July => in_progress",
                    {"unscored": ["recurrence"]},
                ),
                (
                    "A.3",
                    "Return home conversations within 72 hours",
                    "Quarter 1 2023/24 => d:2023-06-30",
                    "Missing Team",
                    "Behind: ^61% in April => in_progress",
                ),
                (
                    "A.4",
                    "Taxi and hotel training",
                    "Mid-July 2023 => d:2023-07",
                    "Licensing",
                    "To start^ => not_started",
                ),
            ],
            title=PAGE,
            section="Priority A: criminal exploitation",
        ),
        Heading(2, "Priority B: children with disabilities"),
        Table(
            [
                ("Ref", "ref"),
                ("We said", "title"),
                ("By", "due"),
                ("Who", "owners"),
                ("How far we have got", "progress"),
            ],
            [
                (
                    "B.1",
                    "Each child in a residential school is visited",
                    "Every six weeks => none",
                    "Disabled Children's Service",
                    "On target: ^all 17 seen since February => in_progress",
                    {"unscored": ["recurrence"]},
                ),
                (
                    "B.2",
                    "Advocates who can sign",
                    "30 Sept 2023 => d:2023-09-30",
                    UP,
                    "Behind: ^one of three posts filled => in_progress",
                ),
                (
                    "B.3",
                    "Health and care plans name the social worker",
                    "1st June 2023 => d:2023-06-01",
                    "SEND Manager (Bashir Holm)",
                    "Complete^ => complete",
                ),
                (
                    "B.4",
                    "Parents help to train staff",
                    "Termly from September 2023 => s:2023-09 r:termly",
                    "Parent Carer Forum",
                    "To start^ => not_started",
                ),
            ],
            title=PAGE,
            section="Priority B: children with disabilities",
        ),
    ],
    look={"title": PAGE},
)

CLIP = "Action plan arising from the safeguarding peer challenge, May 2016"
PASTED = Doc(
    "aldermere-pasted-from-word.html",
    [
        Heading(1, CLIP),
        Table(
            [
                ("Area and finding", "title"),
                ("What will be done", "actions"),
                ("By whom", "owners"),
                ("When", "due"),
                ("Where we are", "progress"),
            ],
            [
                "1. Vision and leadership",
                (
                    "Members were not sure who chaired the adults board.",
                    "• Publish a chart of boards\n• Joint meeting of the two chairs",
                    "Corporate Director, People",
                    "29 th July '16 => d:2016-07-29",
                    "COMPLETE^\n• Chart on the intranet\n• Chairs met on 14 June => complete",
                ),
                (
                    "The strategy had no measures.",
                    "Add six measures",
                    "Policy & Performance Manager",
                    "August '16 => d:2016-08",
                    "ONGOING^\nThree agreed so far => in_progress",
                ),
                "2. Commissioning",
                (
                    "Contracts for home care were silent about whistleblowing.",
                    "• New clause\n• Letter to current providers",
                    "Commissioning Team and Legal => Commissioning Team; Legal",
                    "Next tender round => none",
                    "ONGOING^\n• Clause drafted\n• Letter to go with the August invoices "
                    "=> in_progress",
                ),
                (
                    "Spot placements were not visited.",
                    "Visit within six weeks of placement",
                    UP,
                    "For all new placements => r:event",
                    "",
                ),
                "3. Working together",
                (
                    "Mental health staff sat in another building.",
                    "Two social workers to move in with the trust",
                    "AD Adults => AD Adults",
                    "To begin in October '16 => s:2016-10",
                    "NOT STARTED^ => not_started",
                ),
                (
                    "The hospital did not send anybody to strategy meetings.",
                    "@@Escalate to the Chief Nurse@@",
                    "Chair of Board",
                    "ASAP => none",
                    "COMPLETE^\nThe trust now sends its matron. => complete",
                ),
                (
                    "Referrers seldom heard what happened.",
                    "Send a standard letter",
                    "Customer First Manager",
                    "30 th Sept '16 => d:2016-09-30",
                    "See above",
                    {"see_unscored": True},
                ),
            ],
            title=CLIP,
        ),
    ],
    look={"word": True},
)

DOCS = [CORDWELL, FENMOUTH, PASTED]
