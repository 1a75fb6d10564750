"""A serious case review's plan and a domestic homicide review's plan."""

from blind8_parts.document import Doc
from blind8_parts.notation import Text, table

REVIEW = """
* 1
| The Partnership should make sure that practitioners understand how neglect builds up over time.
| Launch the revised neglect toolkit at three events
| Partnership Business Manager
| 28 February 2022 => 2022-02-28
| Events held for 164 people in all
| Completed => complete
* ^
| ^
| Audit twelve cases in which the toolkit was used
| Quality Assurance Sub-group
| July 2022 => 2022-07
| Audit tool drafted
| In progress => in_progress
* ^
| ^
| Put the toolkit into level 3 training
| Learning Sub-group
| September 2022 => 2022-09
|
| Not started => not_started
* 2
| The Partnership should review the arrangements for pre-birth assessment.
| Rewrite the pre-birth protocol with midwifery and health visiting
| Ashenwick Hospitals NHS Trust
| 30 April 2022 => 2022-04-30
| - Working group met four times
- Protocol signed off in April
| Completed => complete
* ^
| ^
| Brief all community midwives
| ^
| 31 May 2022 => 2022-05-31
| Briefings given at each base
| Completed => complete
* 3
| The Partnership should satisfy itself that the voice of the child is recorded at every visit.
| Each agency to report on a dip sample of twenty records
| All agencies
| Every six months until June 2023 => 2023-06 ; ; six_monthly
| First returns show the child was seen alone in 13 of 20 visits.
| On track => in_progress
* 4
| Children's Social Care should strengthen management oversight of long-running child in need plans.
| Panel to look at plans open for more than nine months
| Children's Social Care
| 31 March 2022 => 2022-03-31
| Panel has met monthly since February
| Completed => complete
* ^
| ^
| Weekly report on plans past their review date
| ^
| 30 June 2022 => 2022-06-30
| Report is delayed by the change of case system
| Overdue => overdue
* 5
| GP practices should code family members so that risks in one record are seen in the others.
| Agree a coding standard
| Named GP
| 30 September 2022 => 2022-09-30
|
| Not started => not_started
* ^
| ^
| Send the standard to all practices and offer support
| Named GP
/ Safeguarding Lead Nurse => Named GP | Safeguarding Lead Nurse
| 31 October 2022 => 2022-10-31
|
| Not started => not_started
* 6
| Schools should know what to do when a child who is home educated was known to services.
| Write a one-minute guide
| Education Safeguarding Lead
| Mid-May 2022 => 2022-05
| Guide sent to all schools on 11 May
| Completed => complete
* 7
| The Partnership should publish a learning summary for front-line staff.
| Write the summary and a short film
| Learning Sub-group
| 6 weeks after publication =>
| See recommendation 1
|
! see = 1
"""

HOMICIDE = """
## Community Safety Partnership
* 1
| Raise awareness of coercive control among family, friends and employers.
| Local
| Run a campaign with the five largest employers in the borough.
| Merebank Borough Council
| - Budget agreed
- Employers approached
| 25 November 2021 => 2021-11-25
| 10 December 2021
* 2
| Make sure that learning from this review is shared with the neighbouring partnerships.
| Regional
| Hold a joint learning event.
| Community Safety Manager / Police and Crime Commissioner's Office
  => Community Safety Manager | Police and Crime Commissioner's Office
| Venue found
| March 2022 => 2022-03
|
## Tillingford Constabulary
* 3
| Officers should complete a risk assessment at every domestic incident, including verbal arguments.
| Local
| - Remind all response officers
- Check fifty incidents a quarter
- Feed back to sergeants
| Tillingford Constabulary
| Reminder issued in July 2021
| Quarterly, commencing October 2021 => ; 2021-10 ; quarterly
|
* 4
| Information about withdrawn prosecutions should be seen by the risk conference.
| Local
| Change the referral form.
| Detective Inspector, Public Protection
| New form agreed by the steering group
| 31 August 2021 => 2021-08-31
| 6 September 2021
## Housing
* 5
| Housing staff should ask about domestic abuse when a tenant reports repeated damage to doors.
| Local
| a) Add a question to the repairs script
/ b) Train the repairs call handlers
| Merebank Homes
| Script changed
| 30/11/2021 => 2021-11-30
| 29/11/2021
* 6
| The allocations policy should allow moves within 28 days for victims at high risk.
| Local
| Take a revised policy to Cabinet.
| Head of Housing
|
| Early 2022 =>
|
! unscored = due_date
## Health
* 7
| GPs should be able to refer to a domestic abuse adviser in the practice.
| Regional
| Bid for a two-year pilot in eight practices.
| Clinical Commissioning Group
| Bid written
| By 1 April 2022 => 2022-04-01
|
* 8
| Mental health staff should record who else lives in the home.
| Local
| Make the field compulsory in the assessment form.
| Associate Director of Nursing
|
| June/July 2022 => 2022-07
|
* 9
| Ambulance crews should know how to raise a concern about coercion.
| Regional
| Include in the yearly training day.
| Ambulance Service
| Material written by the specialist adviser
| September 2021 and annually thereafter => ; 2021-09 ; annual
|
"""

DOCS = [
    Doc(
        "ashenwick-child-k-review.docx",
        [
            Text("title", "Serious Case Review: Child K"),
            Text("h1", "Multi-agency action plan, updated May 2022"),
            Text("p", "The plan is watched over by the Learning and Review Sub-group."),
            table(
                "Multi-agency action plan",
                [
                    "No. > ref > 6",
                    "Recommendation > title > 30",
                    "Key actions > actions > 28",
                    "Agency lead > owners > 18",
                    "Timescale > due > 15",
                    "Evidence > progress > 26",
                    "Status > status > 12",
                ],
                REVIEW,
            ),
        ],
        landscape=True,
        running="Ashenwick Safeguarding Children Partnership",
        layout="recommendation merged over its action rows",
    ),
    Doc(
        "merebank-homicide-review.docx",
        [
            Text("title", "Merebank Community Safety Partnership"),
            Text("h1", "Domestic Homicide Review into the death of Helen: Appendix 2"),
            Text("page"),
            table(
                "Domestic Homicide Review into the death of Helen: Appendix 2",
                [
                    "No > ref > 6",
                    "Recommendation > title > 30",
                    "Scope of recommendation, i.e. local or regional > other > 10",
                    "Action to take > actions > 28",
                    "Lead agency > owners > 18",
                    "Key milestones achieved in enacting recommendation > other > 20",
                    "Target date > due > 14",
                    "Date of completion > done > 14",
                ],
                HOMICIDE,
                banner="ACTION PLAN 2021/22",
            ),
        ],
        landscape=True,
        running="RESTRICTED until publication",
        layout="Home Office columns; heading rows by agency; title row in the table",
    ),
]
