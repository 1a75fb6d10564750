"""PDF: a health board's safeguarding plan and a district's Prevent plan."""

from blind8_parts.document import Doc
from blind8_parts.notation import Plain, Text, table

BOARD = """
## A. Accountability
* A1
| Confirm the safeguarding executive lead and the line of accountability in the constitution.
| Chief Nursing Officer
| 01/07/2023 => 2023-07-01
| 4 => complete
| Constitution approved by the board.
| Governance statement
* A2
| Agree the memorandum of understanding with the three safeguarding partnerships.
| Director of Safeguarding
| 30/09/2023 => 2023-09-30
| 3 => in_progress
| - Signed by two partnerships
- Third to be signed in the autumn
| Board minutes
* A3
| Fill the vacant post of designated doctor for looked after children.
| Medical Director
| ASAP =>
| 2 => overdue
| Interviews produced no appointment.
| Workforce report
## B. Assurance from providers
* B1
| Put the safeguarding schedule into all contracts.
| Head of Contracts
| April 2023 and annually thereafter => ; 2023-04 ; annual
| 4 => complete
| 100% of main contracts.
| Contract register
* B2
| Visit each small provider of care beds at least once.
| Safeguarding Nurses (Quality)
| 31/03/2024 => 2024-03-31
| 3 => in_progress
| 27 of 52 visited.
| Visit reports
* B3
| Collect training figures from general practice.
| Named GPs
| Quarterly => ; ; quarterly
| 3 => in_progress
| Return rate 68 per cent.
| Primary care committee
* B4
| Commission an audit of health assessments for children in care.
| Designated Nurse, Children in Care
| 30/11/2023 => 2023-11-30
| 1 => not_started
|
| Audit report
## C. Learning
* C1
| Share learning from reviews in a one-page bulletin.
| Safeguarding Administrator
| Monthly, starting September 2023 => ; 2023-09 ; monthly
| 3 => in_progress
| First bulletin sent.
| Reader survey
* C2
| Hold a conference with the police and the county councils.
| Director of Safeguarding and Designated Nurse (Adults)
  => Director of Safeguarding | Designated Nurse (Adults)
| 17 November 2023 => 2023-11-17
| 3 => in_progress
| Speakers booked.
| Evaluation forms
* C3
| Test a single training passport for health staff.
| Learning Lead
| Q4 2023/24 => 2024-03-31
| 1 => not_started
| See B3
| Pilot evaluation
! see = B3
* C4
| Write guidance on children who are not brought to appointments.
| Named Nurse, Community
| 31/08/2023 => 2023-08-31
| 4 => complete
| Guidance issued in July.
| Audit in the new year
"""

PREVENT = """
* Risk assessment
| Hold the yearly local risk assessment meeting with the police.
| Prevent Lead
| January 2024 => 2024-01
| High => high
| Complete => complete
| Meeting held on 23 January.
* Risk assessment
| Bring the action plan to the Community Safety Partnership.
| Prevent Lead
| 7 March 2024 => 2024-03-07
| High => high
| Complete => complete
|
* Channel
| Find a deputy for the panel.
| Head of Communities
| 30 April 2024 => 2024-04-30
| Medium => medium
| In progress => in_progress
| Two officers are interested.
* Channel
| Attend the county panel.
| Prevent Lead
| Monthly => ; ; monthly
| High => high
| In progress => in_progress
| Attended three of three.
* Training
| E-learning for all front-line staff.
| Learning and Development
| End of June 2024 => 2024-06-30
| High => high
| In progress => in_progress
| 54% have finished.
* Training
| Face to face session for grounds staff and street cleaners.
| Depot Manager
| w/c 15 July 2024 => 2024-07-15
| Low => low
| Not started => not_started
|
* Training
| Briefing for councillors.
| Democratic Services / Prevent Lead => Democratic Services | Prevent Lead
| Autumn 2024 =>
| Medium => medium
| Not started => not_started
|
* Venue hire
| Put checks on speakers into the hire conditions.
| Estates Manager
| 31 May 2024 => 2024-05-31
| Medium => medium
| Overdue => overdue
| Waiting for Legal.
* Partnership
| Share the monthly bulletin with faith groups.
| Priya Nath, Community Engagement Officer
| Monthly until December 2024 => 2024-12 ; ; monthly
| Low => low
| In progress => in_progress
| Sent to 23 groups.
* Partnership
| Brief leisure centre managers on signs of concern.
| Sgt Owen Blyth (Police) / Leisure Client Manager
  => Sgt Owen Blyth (Police) | Leisure Client Manager
| 20 May 2024 => 2024-05-20
| Medium => medium
| In progress => in_progress
| One of three centres done.
* Online safety
| Filter extremist sites on public computers.
| ICT
| 29 February 2024 => 2024-02-29
| High => high
| Complete => complete
| Tested by the library service.
* Online safety
| Parents' evening with the secondary schools.
| Communications
| October/November 2024 => 2024-11
| Low => low
| Cancelled => rejected
|
! unscored = status
"""

DOCS = [
    Doc(
        "greywater-health-board-plan.pdf",
        [
            Text("title", "NHS Greywater Integrated Care Board"),
            Text("h1", "Safeguarding work plan 2023/24"),
            table(
                "Safeguarding work plan 2023/24",
                [
                    "Ref > ref > 5",
                    "Objective > title > 28",
                    "Responsible > owners > 20",
                    "Deadline > due > 15",
                    "Score > status > 6",
                    "Work to date > progress > 24",
                    "How it is monitored > review > 18",
                ],
                BOARD,
            ),
            Text("h2", "Key to scores"),
            Plain(
                [
                    ["1", "Not started"],
                    ["2", "Overdue"],
                    ["3", "Under way"],
                    ["4", "Complete"],
                ]
            ),
            Text("small", "Figures are those held on 18 August 2023."),
        ],
        landscape=True,
        running="NHS Greywater",
        size=11,
        layout="ruled with heading rows, numbers with a key after the table",
    ),
    Doc(
        "larchford-prevent-plan.pdf",
        [
            Text("title", "Larchford District Council"),
            Text("h1", "Prevent action plan 2024"),
            Text("p", "Lead officer: Head of Communities. Reviewed in March and in September."),
            table(
                "Prevent action plan 2024",
                [
                    "Theme > section > 12",
                    "Action > title > 28",
                    "Lead > owners > 18",
                    "Deadline > due > 16",
                    "Priority > priority > 9",
                    "Status > status > 11",
                    "Comments > progress > 22",
                ],
                PREVENT,
            ),
        ],
        landscape=True,
        stroke="lines",
        size=12,
        gap=6,
        layout="lines under the rows only, theme filled down, no references",
    ),
]
