"""A safeguarding adults board's delivery plan, with a second plan after it."""

from blind8_parts.document import Doc
from blind8_parts.notation import Plain, Text, table

DELIVERY = """
* SP1
| Publish guidance on self-neglect
| Policy Sub-group
| Q1 2024/25 => 2024-06-30
|
|
| ✓
| Published on the Board's web site in June.
* SP2
| Run a week of events on financial abuse
| Engagement Sub-group
| November 2024 => 2024-11
|
| ✓
|
| Trading Standards and two banks have offered speakers.
* SP3
| Ask people who have been through an enquiry what it was like
| Board Manager / Healthy Voices => Board Manager | Healthy Voices
| Q3 2024/25 => 2024-12-31
| ✓
|
|
|
* SP4
| Agree a data set with health and the police
| Performance Sub-group
| End of September 2024 => 2024-09-30
|
| ✓
|
| Health figures received. Police figures to follow.
* SP5
| Review membership of the Board
| Independent Chair
| Q2 =>
| ✓
|
|
| Paper is on the agenda for October.
* SP6
| Refresh the safeguarding adults policy for the county
| Policy Sub-group
| 31 March 2025 => 2025-03-31
|
| ✓
|
| As above
! see = SP5
"""

LEARNING = """
## SAR Edith
* E1
| Care agencies should escalate when a person refuses care more than three times.
| Write a refusal of care pathway and test it with two agencies
| Commissioning Manager
| High => high
| 30 June 2024 => 2024-06-30
| Actioned. Pathway in use from May.
  => Pathway in use from May.
! status = complete
* E2
| District nurses should be told when home care ends.
| Add the nursing team to the closure form
| Community Health Trust
| High => high
| 31 July 2024 => 2024-07-31
| Underway – form is with the system supplier.
  => form is with the system supplier.
! status = in_progress
* E3
| Mental capacity should be thought about at each review.
| - Prompt cards for reviewing officers
- Audit of thirty reviews
| Head of Adult Social Care
| Medium => medium
| 30/11/24 => 2024-11-30
| - Cards printed
- Audit to begin in October
* E4
| Fire risk should be part of every home visit where a person smokes in bed.
| Joint visit protocol with the fire service
| Fire and Rescue Service
| Medium => medium
| Late October 2024 => 2024-10
| Linked to E1
! see = E1
## SAR Norman
* N1
| Housing providers should share what they know about cuckooing.
| Set up a monthly meeting with the four largest landlords
| Community Safety Manager
| High => high
| Monthly from 4 September 2024 => ; 2024-09-04 ; monthly
|
* N2
| Hospital discharge should include a check that the home is safe.
| Trial a home safety checklist on two wards
| Discharge Team
| High => high
| 3 months after funding is agreed =>
| On hold: funding bid was turned down.
  => funding bid was turned down.
! status = on_hold
* N3
| The Board should test whether learning from earlier reviews has lasted.
| Survey of front-line staff
| Ditto => Discharge Team
| Low => low
| Ongoing => ; ; ongoing
| Superseded: now part of the quality assurance plan.
  => now part of the quality assurance plan.
! status = rejected
"""

DOCS = [
    Doc(
        "fenmarch-adults-board-plan.docx",
        [
            Text("title", "Fenmarch Safeguarding Adults Board"),
            Text("h1", "Delivery plan 2024/25 and learning from reviews"),
            Text("h2", "Contents"),
            Plain(
                [
                    ["Part", "Page"],
                    ["1. Foreword by the Independent Chair", "2"],
                    ["2. Delivery plan", "3"],
                    ["3. Actions from safeguarding adults reviews", "5"],
                ]
            ),
            Text("h2", "1. Foreword by the Independent Chair"),
            Text("p", "I am pleased to share our plan for the year. Thank you to all partners."),
            Text("page"),
            Text("h2", "2. Delivery plan"),
            table(
                "Delivery plan 2024/25",
                [
                    "Ref > ref > 6",
                    "Key action > title > 32",
                    "Led by > owners > 18",
                    "Timescale > due > 14",
                    "Not started > tick-not_started > 8",
                    "In progress > tick-in_progress > 8",
                    "Complete > tick-complete > 8",
                    "Comments > progress > 28",
                ],
                DELIVERY,
            ),
            Text("h2", "3. Actions from safeguarding adults reviews"),
            table(
                "Actions from safeguarding adults reviews",
                [
                    "Ref > ref > 6",
                    "Recommendation > title > 30",
                    "Action > actions > 28",
                    "Responsible > owners > 18",
                    "Priority > priority > 9",
                    "Target date > due > 15",
                    "Position at September 2024 > progress > 28",
                ],
                LEARNING,
            ),
        ],
        landscape=True,
        running="Fenmarch Safeguarding Adults Board",
        layout="contents table, two plans, tick columns, status words at the start of cells",
    ),
]
