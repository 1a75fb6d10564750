"""Workbooks: an audit tracker, a joint inspection plan and a partnership's review tracker."""

from blind8_parts.document import Doc
from blind8_parts.notation import Plain, Text, table

AUDIT = """
* 23/01
| Contract management: children's homes
| Keep a register of the checks made before a child is placed
| High => high
| Commissioning Manager
| 30/06/2023 => 2023-06-30
|
| 100% => complete
| Register seen by audit.
* 23/02
| Contract management: children's homes
| Visit each home at least twice a year
| High => high
| Commissioning Manager
| 31/07/2023 => 2023-07-31
| 31/12/2023 => 2023-12-31
| 60% => in_progress
| Nine of fifteen homes visited.
* 23/03
| Contract management: children's homes
| Record the reason when the cheapest home is not used
| Low => low
| Placements Officer
| 30/09/2023 => 2023-09-30
| - =>
| 0% => not_started
|
* 23/07
| Direct payments
| Check bank statements for each person every year
| Medium => medium
| Direct Payments Team Leader
| 31/08/2023 => 2023-08-31
| 30/11/2023 => 2023-11-30
| 40% => in_progress
| Two staff vacancies. Checks follow risk.
* 23/08
| Direct payments
| Train assessors to spot financial abuse
| High => high
| Principal Social Worker / Learning Manager => Principal Social Worker | Learning Manager
| 31/10/2023 => 2023-10-31
|
| 100% => complete
| Five sessions held with 86 people.
* 23/09
| Direct payments
| Write a procedure for recovering unspent money
| Medium => medium
| Head of Finance, Adults
| 31/10/2023 => 2023-10-31
| N/A =>
| 25% => in_progress
| First draft with Legal.
* 23/15
| Recruitment checks
| Confirm identity in person before a start date is given
| High => high
| HR Operations Manager
| 31/05/2023 => 2023-05-31
|
| 100% => complete
|
* 23/16
| Recruitment checks
| Ask for an explanation of each gap in employment
| High => high
| HR Operations Manager
| 31/05/2023 => 2023-05-31
| 30/09/2023 => 2023-09-30
| 80% => in_progress
| New form in use in two directorates.
* 23/17
| Recruitment checks
| Renew disclosures for drivers on school transport
| Medium => medium
| Transport Manager
| 31/01/2024 => 2024-01-31
|
| 10% => in_progress
| List of drivers received from the contractors.
* 23/18
| Recruitment checks
| Report the number of outstanding checks each month
| Low => low
| HR Operations Manager
| 30/06/2023 => 2023-06-30
| 31/03/2024 => 2024-03-31
| 0% => not_started
| Waits for the new system.
* 23/19
| Recruitment checks
| Keep a log of decisions to employ people with a conviction
| High => high
| HR Operations Manager / Legal Services => HR Operations Manager | Legal Services
| 30/09/2023 => 2023-09-30
|
| 75% => in_progress
| Log in use. Older decisions are to be added.
* 23/22
| Appointeeships
| Reconcile client accounts
| High => high
| Client Finance Officer
| 30/09/2023 => 2023-09-30
|
| 100% => complete
| Done for all 74 accounts.
* 23/23
| Appointeeships
| Second officer to approve payments above £250
| Medium => medium
| Client Finance Officer
| 30/11/2023 => 2023-11-30
| 31/01/2024 => 2024-01-31
| 50% => in_progress
| Limits are set in the banking system, not yet in the procedure.
"""

JOINT = """
* Identifying exploitation
| 1
| Use one screening tool in all agencies
| Police, Health and Children's Social Care => Police | Health | Children's Social Care
| Feb 2024 => 2024-02
| Jul 2024 => 2024-07
| Tool tested in two schools and the custody suite.
| {green} => in_progress
* ^
| 2
| Train custody staff to look for signs of exploitation
| Custody Inspector
| Mar 2024 => 2024-03
| May 2024 => 2024-05
| Training given to all five shifts.
| {blue} => complete
* ^
| 3
| Flag children at risk of exploitation on the hospital system
| Named Nurse, Fenmarch General
| Apr 2024 => 2024-04
| Sep 2024 => 2024-09
|
| {red} => not_started
* Responding to risk
| 4
| Hold strategy meetings within three working days
| Service Manager, Exploitation
| Jan 2024 => 2024-01
| Mar 2024 => 2024-03
| - Nine in ten were in time
- Health attend by video
| {blue} => complete
* ^
| 5
| Return interviews are offered by somebody independent
| Commissioning Officer
| Jan 2024 => 2024-01
| Jun 2024 => 2024-06
| Contract let to a charity. First interviews in May.
| {green} => in_progress
* ^
| 6
| Mapping meetings bring together what is known about a place
| Community Safety Analyst
| Feb 2024 => 2024-02
| Apr 2024 => 2024-04
| Date has passed. Analyst post is vacant.
| {amber} => overdue
* ^
| 7
| Offer support to parents from the first meeting
| Parent Support Worker
| May 2024 => 2024-05
| Nov 2024 => 2024-11
| See 5
| {green} => in_progress
! see = 5
* Leadership
| 8
| Report on exploitation to the executive group
| Partnership Manager
| Mar 2024 => 2024-03
|
| Report in March was the first.
| {green} => in_progress
* ^
| 9
| Agree funding for the exploitation hub beyond one year
| Directors' Group
| Apr 2024 => 2024-04
| Dec 2024 => 2024-12
|
| {red} => not_started
* ^
| 10
| Learn from children about what helped
| Youth Participation Officer
| Jun 2024 => 2024-06
| Oct 2024 => 2024-10
| Six young people have agreed to help.
| {green} => in_progress
"""

TRACKER = """
* DHR Maple
| 2
| Send the training offer to every dental practice
| Public Health
| 31 March 2023 => 2023-03-31
| 27/03/2023
| 41 practices
* DHR Maple
| 4
| Set up a panel for cases with repeat counter-allegations
| Police
| 30 June 2023 => 2023-06-30
| 12/07/2023
| Meets monthly
* DHR Maple
| 5
| Put a named housing officer in the safe accommodation team
| Housing Options
| 30 September 2023 => 2023-09-30
|
| Post advertised twice
* DHR Maple
| 6
| Change the duty script so that callers are asked whether it is safe to talk
| Customer Services & Housing Options => Customer Services | Housing Options
| 1 May 2023 => 2023-05-01
| 28/04/2023
|
* DHR Cedar
| 1
| Review how firearms licensing hears about domestic abuse
| Police
| December 2023 => 2023-12
|
| Terms of reference agreed
* DHR Cedar
| 2
| Offer a support group for older victims
| Voluntary Action Wexholme
| Winter 2023/24 =>
|
|
* DHR Cedar
| 3
| Carers' assessments ask about abuse by the person cared for
| Adult Social Care
| 31 October 2023 => 2023-10-31
| 19/10/2023
| New question live
* DHR Cedar
| 4
| Share the learning brief with care agencies
| Adult Social Care
| As soon as the report is published =>
|
|
* DHR Aspen
| 1
| Probation to check for children in the home before a curfew address is agreed
| Probation Service
| 29 February 2024 => 2024-02-29
|
| Checklist drafted
* DHR Aspen
| 2
| Substance misuse service to copy letters to the GP
| Turning Tides
| 31 January 2024 => 2024-01-31
|
|
* DHR Aspen
| 3
| Quarterly dip sample of cases closed after one contact
| Police
| Quarterly to December 2024 => 2024-12 ; ; quarterly
|
| First sample in April
"""

DOCS = [
    Doc(
        "wexholme-audit-tracker.xlsx",
        [
            Text("sheet", "Tracker"),
            Text("title", "Wexholme County Council: internal audit recommendations"),
            Text("p", "Position at 15 November 2023"),
            Text("gap"),
            table(
                "Internal audit recommendations",
                [
                    "Ref > ref > 8",
                    "Audit > source_ref > 24",
                    "Recommendation > title > 40",
                    "Priority > priority > 10",
                    "Responsible officer > owners > 24",
                    "Original due date > due > 12",
                    "Revised due date > revised > 12",
                    "% complete > status > 10",
                    "Comments > progress > 36",
                ],
                AUDIT,
                real_dates=("Original due date", "Revised due date"),
            ),
            Text("sheet", "Summary"),
            Plain(
                [
                    ["Priority", "Number", "Complete"],
                    ["High", "7", "4"],
                    ["Medium", "4", "0"],
                    ["Low", "2", "0"],
                ]
            ),
        ],
        layout="real dates, original and revised date, per cent complete, second sheet of figures",
    ),
    Doc(
        "fenmarch-joint-inspection.xlsx",
        [
            Text("sheet", "How to use"),
            Text("title", "Fenmarch joint targeted area inspection: action plan"),
            Text("p", "Leads update their own lines by the tenth of the month."),
            Text("p", "Do not change the wording of an action without the agreement of the group."),
            Text("gap"),
            Plain(
                [
                    ["Colour", "Meaning"],
                    ["Blue", "Finished"],
                    ["Green", "On track"],
                    ["Amber", "Past its date"],
                    ["Red", "Not started"],
                ],
                {"Blue": "blue", "Green": "green", "Amber": "amber", "Red": "red"},
            ),
            Text("sheet", "Plan"),
            table(
                "Joint targeted area inspection: action plan",
                [
                    "Area > section > 22",
                    "No > ref > 6",
                    "Action > title > 40",
                    "Lead > owners > 26",
                    "Start > start > 11",
                    "Finish > due > 11",
                    "Update June 2024 > progress > 36",
                    "RAG > status > 8",
                ],
                JOINT,
                banner="Joint targeted area inspection: action plan 2024",
            ),
        ],
        layout="sheet of guidance with a key, merged areas, painted cells, months from and to",
    ),
    Doc(
        "wexholme-review-tracker.xlsx",
        [
            Text("sheet", "DHR actions"),
            table(
                "",
                [
                    "Review > source_ref > 14",
                    "Rec no > ref > 8",
                    "Action > title > 44",
                    "Agency > owners > 24",
                    "Due > due > 18",
                    "Date completed > done > 14",
                    "Notes > progress > 28",
                ],
                TRACKER,
            ),
            Text("gap"),
            Text("p", "Actions that were completed before 2023 are on the archive sheet."),
        ],
        layout="review name filled down, references that begin again, completion date",
    ),
]
