"""An improvement plan after an inspection and a school's safeguarding plan."""

from blind8_parts.document import Doc
from blind8_parts.notation import Plain, Text, table

COLUMNS = [
    "Action > title > 32",
    "Owner > owners > 16",
    "Start > start > 10",
    "End > due > 10",
    "How will we know? > other > 22",
    "Progress to date > progress > 30",
    "RAG > status > 7",
]
NUMBERED = ["No. > ref > 6", *COLUMNS]

FRONT_DOOR = """
* 1.1
| Recruit four permanent social workers to the front door
| Head of Service, Assessment
| 01/05/2023 => 2023-05-01
| 30/09/2023 => 2023-09-30
| No agency staff at the front door
| Three posts filled. Fourth post advertised again in July.
| {amber} => in_progress
* 1.2
| Agree a threshold document with partners
| Director of Children's Services
| 01/04/2023 => 2023-04-01
| 31/07/2023 => 2023-07-31
| Conversion rate from contact to referral is steady
| Document agreed at the July board.
| {blue} => complete
* 1.3
| Hold a weekly meeting with the police to go through domestic abuse notifications
| Detective Inspector, Public Protection
/ Front Door Manager => Detective Inspector, Public Protection | Front Door Manager
| 12/06/2023 => 2023-06-12
|
| Notifications are screened within one working day
| - Meetings began on 12 June
- Backlog down from 140 to 35
| {green} => in_progress
* 1.4
| Give feedback to every professional who makes a referral
| Front Door Manager
| 01/09/2023 => 2023-09-01
| 31/12/2023 => 2023-12-31
| Nine in ten referrers hear within three days
|
| {red} => not_started
"""
PRACTICE = """
* 2.1
| Chronologies are on every child's file
| Principal Social Worker
| 01/06/2023 => 2023-06-01
| 31/10/2023 => 2023-10-31
| Monthly audits
| Guidance written and tested with two teams.
| {green} => in_progress
* 2.2
| Supervision takes place every four weeks and is recorded
| Team Managers
| 01/05/2023 => 2023-05-01
| 31/08/2023 => 2023-08-31
| Supervision report
| Rate was 62 per cent in May and 84 per cent in July.
| {amber} => in_progress
* 2.3
| Strategy discussions include health and education
| Service Manager, Safeguarding
| 01/04/2023 => 2023-04-01
| 30/06/2023 => 2023-06-30
| Attendance figures
| - Rota agreed with the health trust
- Education team has a duty line
| {blue} => complete
* 2.4
| Children are seen alone and this is written down
| Service Manager, Safeguarding
| 03/07/2023 => 2023-07-03
| 29/12/2023 => 2023-12-29
| Audit and what children say
| See 2.1
| {green} => in_progress
! see = 2.1
* 2.5
| Family group conferences are offered before proceedings
| Early Help Manager
| 01/10/2023 => 2023-10-01
| 31/03/2024 => 2024-03-31
| Number offered
|
| {red} => not_started
"""
LEADERS = """
* 3.1
| The improvement board meets under an independent chair
| Chief Executive
| 15/05/2023 => 2023-05-15
|
| Minutes
| Chair appointed.
| {blue} => complete
* 3.2
| Scrutiny members have a yearly programme of visits to teams
| Democratic Services
| 01/09/2023 => 2023-09-01
| 31/07/2024 => 2024-07-31
| Visit reports
|
| {red} => not_started
* 3.3
| One set of performance figures is used by all managers
| Head of Performance & Insight
| 01/04/2023 => 2023-04-01
| 30/11/2023 => 2023-11-30
| Managers say that they trust the figures
| - Data cleansing under way
- Draft dashboard shown to managers
| {amber} => in_progress
* 3.4
| A workforce strategy sets out how we will keep staff
| Assistant Director, HR
| 01/07/2023 => 2023-07-01
| 31/01/2024 => 2024-01-31
| Turnover below 15 per cent
| Staff survey closed with 211 replies.
| {green} => in_progress
"""

SCHOOL = """
* All staff know how to record a concern
| - Refresh training in the first INSET day
- Put a flow chart in every classroom
- Quiz after half term
| DSL
| September 2024 => 2024-09
| INSET time
| Every concern is logged on the day
| Deputy head reads all logs each Friday
* The single central record is accurate
| Check the record against payroll and the list of volunteers
| Business Manager and Headteacher => Business Manager | Headteacher
| Termly => ; ; termly
| Half a day each term
| No gaps at any check
| Safeguarding governor signs the record
* Pupils can name an adult they would talk to
| Assembly by the pupil council; worry boxes in each key stage
  => Assembly by the pupil council | worry boxes in each key stage
| PSHE Lead / Pupil Council => PSHE Lead | Pupil Council
| Autumn term =>
| £60 for boxes
| Pupil survey shows nine in ten can
| Pupil survey in July
* Filtering and monitoring meet the national standards
| Meet the provider and test the system
| DSL and IT technician => DSL | IT technician
| By 18 October 2024 => 2024-10-18
| None
| Test report is clean
| Report to the resources committee
* Attendance concerns are seen as safeguarding concerns
| Weekly meeting of the attendance officer and the DSL
| Attendance Officer
| Weekly from 9 September 2024 => ; 2024-09-09 ; weekly
| 30 minutes a week
| Fewer pupils are missing more than a tenth of sessions
| Figures to governors
* Early help is offered before problems grow
| Train two members of staff as lead professionals
| SENCO
| Spring term 2025 =>
| Cover for two days
| Six early help plans open
| DSL supervision
* Governors have the knowledge to challenge
| - All governors read the national guidance
- Link governor takes the county course
| Chair of Governors
| 30 November 2024 => 2024-11-30
| Course is free to schools
| Minutes show questions being asked
| External review
* Visitors and contractors are checked on arrival
| Renew the visitor leaflet
| Office Manager
| Annually, beginning January 2025 => ; 2025-01 ; annual
| Printing
| Leaflet given to all
| Spot checks by the site manager
"""

DOCS = [
    Doc(
        "thornwyke-improvement-plan.docx",
        [
            Text("title", "Thornwyke Children's Services Improvement Plan"),
            Text("p", "Made after the inspection in February 2023. Updated 4 August 2023."),
            Plain(
                [
                    ["Blue", "Complete"],
                    ["Green", "On track"],
                    ["Amber", "At risk"],
                    ["Red", "Not started"],
                ],
                {"Blue": "blue", "Green": "green", "Amber": "amber", "Red": "red"},
            ),
            Text("h1", "Priority 1: The front door"),
            table("Improvement Plan", NUMBERED, FRONT_DOOR, "Priority 1: The front door"),
            Text("h1", "Priority 2: Practice"),
            table("Improvement Plan", NUMBERED, PRACTICE, "Priority 2: Practice"),
            Text("h1", "Priority 3: Leadership"),
            table("Improvement Plan", NUMBERED, LEADERS, "Priority 3: Leadership"),
            Text("h1", "Appendix: board meetings"),
            Plain([["Date", "Place"], ["14 September 2023", "Council offices"]]),
        ],
        landscape=True,
        unscored=("section",),
        layout="a table for each priority, start and end, coloured cells with a key",
    ),
    Doc(
        "st-alders-school-plan.docx",
        [
            Text("title", "St Alder's Primary School"),
            Text("h1", "Safeguarding action plan, academic year 2024–2025"),
            table(
                "Safeguarding action plan, academic year 2024–2025",
                [
                    "Objective > title > 24",
                    "Actions > actions > 30",
                    "Who > owners > 16",
                    "When > due > 14",
                    "Resources > other > 14",
                    "Success criteria > other > 22",
                    "Monitoring > review > 20",
                ],
                SCHOOL,
            ),
            Text("p", "Agreed by the governing body. Head of the review group: the Chair."),
        ],
        landscape=True,
        layout="school plan without references; terms; monitoring column",
    ),
]
