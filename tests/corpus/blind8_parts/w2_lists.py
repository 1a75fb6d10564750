"""Comma-separated lists: a housing association's tracker and a leisure trust's export."""

from blind8_parts.document import Doc
from blind8_parts.notation import Text, table

HOUSING = """
* SG-101
| Tenancy
| Ask about children in the home at the start of each tenancy
| Medium => medium
| Lettings Manager
| 01/04/2023 => 2023-04-01
| 30/06/2023 => 2023-06-30
| Closed => complete
| 28/06/2023
| Form changed
* SG-102
| Tenancy
| Visit tenants who have not been seen for a year
| High => high
| Neighbourhood Team; Repairs Team => Neighbourhood Team | Repairs Team
| 01/04/2023 => 2023-04-01
| 31/03/2024 => 2024-03-31
| In progress => in_progress
|
| 340 of 912 seen
* SG-103
| Tenancy
| Agree with the council how concerns about hoarding are shared
| High => high
| Head of Housing
| 01/05/2023 => 2023-05-01
| 31/08/2023 => 2023-08-31
| Overdue => overdue
|
| Draft has been with the council since July
* SG-104
| Contractors
| Give each operative a card that says whom to call
| Low => low
| Contracts Manager
|
| 30-Sep-23 => 2023-09-30
| Closed => complete
| 12/09/2023
| 260 cards given out
* SG-105
| Contractors
| Check identity badges at random
| Low => low
| Contracts Manager
| 01/10/2023 => 2023-10-01
|
| Not started => not_started
|
|
* SG-106
| Contractors
| Report on concerns raised by contractors
| Medium => medium
| Contracts Manager
|
| Six monthly => ; ; six_monthly
| In progress => in_progress
|
| First report in October, "a good start" said the board
* SG-107
| Staff
| Safeguarding to be part of each one-to-one
| Medium => medium
| All managers
|
| Ongoing => ; ; ongoing
| In progress => in_progress
|
|
* SG-108
| Staff
| Name a deputy safeguarding lead
| High => high
| Director of Operations
| 01/04/2023 => 2023-04-01
| 30/04/2023 => 2023-04-30
| Closed => complete
| 24/04/2023
|
* SG-109
| Staff
| Counselling offered after a distressing visit
| Medium => medium
| HR
| 01/09/2023 => 2023-09-01
| Dec 2023 => 2023-12
| Not started => not_started
|
| Supplier to be chosen, see SG-107
! see = SG-107
* SG-110
| Staff
| Replace the paper concern form with an on-line form
| Low => low
| Digital Manager
| 01/06/2023 => 2023-06-01
| 30/11/2023 => 2023-11-30
| Withdrawn => rejected
|
| Too dear
"""

LEISURE = """
* Swimming lessons: check ratios at peak times
| Duty Managers
| 30 April 2018 => 2018-04-30
| COMPLETE
/ Ratios checked at three sites
/ One lesson moved to Sunday
  => Ratios checked at three sites | One lesson moved to Sunday
! status = complete
* Changing village: signs about cameras and phones
| Facilities Manager
| 31 May 2018 => 2018-05-31
| ONGOING
/ Signs ordered
  => Signs ordered
! status = in_progress
* Clubs that hire the hall show their child protection policy
| Bookings Officer
| At each new booking => ; ; event
| ONGOING
/ 22 of 31 clubs have sent one
  => 22 of 31 clubs have sent one
! status = in_progress
* Lifeguards trained in recognising abuse
| Training Officer, Duty Managers => Training Officer | Duty Managers
| Every six months from June 2018 => ; 2018-06 ; six_monthly
|
* Holiday camp: sign-out sheet with named adults
| Children's Activities Lead
| 20 July => 2018-07-20
| NOT STARTED
  =>
! status = not_started
* Lone working by coaches to stop
| Operations Director
| ASAP =>
| COMPLETE
  =>
! status = complete
* Trust to attend the district safeguarding forum
| Operations Director
| All meetings => ; ; each_meeting
| Attended in February
* Volunteers with the walking group have references
| Volunteer Co-ordinator
| August/September 2018 => 2018-09
| NOT STARTED
/ Two volunteers have offered theirs
  => Two volunteers have offered theirs
! status = not_started
"""

DOCS = [
    Doc(
        "northmarsh-homes-tracker.csv",
        [
            table(
                "",
                [
                    "Action ID > ref",
                    "Theme > section",
                    "Action > title",
                    "Priority > priority",
                    "Action owner > owners",
                    "Start date > start",
                    "Target date > due",
                    "Status > status",
                    "Date closed > done",
                    "Update > progress",
                ],
                HOUSING,
            ),
        ],
        layout="export with start, target and closed dates; empty cells; quotation marks",
    ),
    Doc(
        "poolside-leisure-plan.csv",
        [
            Text("p", "Poolside Leisure Trust - safeguarding action plan 2018"),
            Text("p", ""),
            table(
                "Poolside Leisure Trust - safeguarding action plan 2018",
                [
                    "Action required > title",
                    "Person responsible > owners",
                    "To be done by > due",
                    "Progress > progress",
                ],
                LEISURE,
            ),
        ],
        layout="title lines above the header, cells of several lines, status on the first line",
    ),
]
