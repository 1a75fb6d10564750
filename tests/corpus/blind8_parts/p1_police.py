"""PDF: a police plan over several landscape pages and a local child safeguarding review."""

from blind8_parts.document import Doc
from blind8_parts.notation import Plain, Text, table

POLICE = """
## Building trust and confidence
* 1.1
| Speak to women and girls in each district about where they feel unsafe and publish what they said.
| Supt Halloran
| Summer 2022 =>
| C => complete
| - Street surveys in eleven towns
- On-line survey had 2,340 replies
- Report published in August
* 1.2
| Give every victim of a sexual offence a named contact within one working day.
| Det Supt Quill
| 31 October 2022 => 2022-10-31
| P => in_progress
| Named contact given in 81 per cent of cases in September. The main reason for delay is rest
  days, and
  a duty contact is being tested in the western division.
* 1.3
| Set up an independent scrutiny panel for cases that were closed without a charge.
| Head of Criminal Justice
| September 2022 => 2022-09
| C => complete
| Panel met for the first time on 14 September and looked at twelve cases.
* 1.4
| Publish figures on complaints about the conduct of officers towards women.
| Professional Standards
| Quarterly from October 2022 => ; 2022-10 ; quarterly
| P => in_progress
| First figures go to the Commissioner's meeting.
## Pursuing perpetrators
* 2.1
| Use protective orders more often, and record the reason where one is not sought.
| Det Supt Quill
| 31 December 2022 => 2022-12-31
| P => in_progress
| - Guidance for sergeants issued
- Legal adviser in post for three days a week
- Number of orders up from 9 to 21 in the half year
* 2.2
| Review all domestic abuse suspects who have been wanted for longer than a month.
| Ch Insp Varley & Force Intelligence Bureau => Ch Insp Varley | Force Intelligence Bureau
| Weekly => ; ; weekly
| P => in_progress
| List is read at the Monday meeting.
* 2.3
| Train first responders to preserve evidence from phones.
| Digital Forensics Manager
| 2022/23 => 2023-03-31
| N => not_started
|
! unscored = due_date
* 2.4
| Agree a protocol with the prosecutors on early advice.
| Head of Criminal Justice
| 30 June 2022 => 2022-06-30
| M => overdue
| Draft with the prosecutors since May. A meeting has been asked for at chief officer level.
* 2.5
| Check that every registered offender who moves into the area is visited within five days.
| Offender Manager Unit
| Ongoing => ; ; ongoing
| P => in_progress
|
## Safer spaces
* 3.1
| Patrol the places named in the surveys on Friday and Saturday nights.
| District Commanders
| From July 2022 => ; 2022-07
| P => in_progress
| See 1.1 for the surveys. Patrol plans are in place in nine towns.
! see = 1.1
* 3.2
| Work with licensed premises on a scheme for people who feel unsafe on a night out.
| Licensing Sergeant
| By Christmas 2022 => 2022-12-25
| P => in_progress
| 48 premises have signed up, and door staff were trained at two evening events in the autumn.
! unscored = due_date
* 3.3
| Bid for lighting and cameras on the riverside path.
| Ch Insp Varley / Merebank Borough Council => Ch Insp Varley | Merebank Borough Council
| 8 August 2022 => 2022-08-08
| C => complete
| Bid sent. Result expected in November.
* 3.4
| Offer self-referral to the domestic abuse perpetrator programme.
| Commissioner's Office
| January 2023 => 2023-01
| W => rejected
| Funding was not renewed.
"""

CASE = """
* 1
| Partners should agree what they mean by professional curiosity.
| Short-life group to write a shared definition with examples.
| Learning and Improvement Manager
| 31 May 2023 => 2023-05-31
| Complete
  =>
! status = complete
* 2
| The Partnership should ask how fathers and partners are included in assessments.
| - Themed audit of 24 assessments
- Workshop with team managers
| Quality Assurance Officer; Principal Social Worker => Quality Assurance Officer | Principal
  Social Worker
| July 2023 => 2023-07
| In progress: 16 assessments read so far
  => 16 assessments read so far
! status = in_progress
* 3
| Health visitors should be told at once when a child is seen in an emergency department with a
  bruise.
| Change the alert in the hospital record.
| Named Doctor
| 30 September 2023 => 2023-09-30
| Not started
  =>
! status = not_started
* 4
| Bruising in babies who are not mobile should lead to a strategy discussion in all cases.
| - Relaunch the bruising protocol
- Count referrals each quarter
| Designated Nurse
| 30 June 2023 => 2023-06-30
| In progress: protocol relaunched on 9 May
  => protocol relaunched on 9 May
! status = in_progress
* 5
| Nurseries should be part of the team around the family.
| Letter to all settings with the names of early help workers.
| Early Years Adviser
| April 2023 => 2023-04
| Complete
  =>
! status = complete
* 6
| The Partnership should check whether the out of hours service can see early help records.
| Paper to the executive group.
| Head of Service, Early Help
| 14 July 2023 => 2023-07-14
| In progress: access is being tested
  => access is being tested
! status = in_progress
* 7
| The family should be told what has changed because of the review.
| Meet the grandparents with their advocate.
| Independent Scrutineer
| Within a year of publication =>
| Not started
  =>
! status = not_started
* 8
| Minutes of core groups should reach every agency that works with the family.
| - Send minutes within five days
- Report on time taken each quarter
| Conference Chairs
| Ongoing => ; ; ongoing
| In progress: 70 per cent are sent in time
  => 70 per cent are sent in time
! status = in_progress
* 9
| Agencies should think about older brothers and sisters when a baby is born into a family.
| Ask about siblings in the assessment before birth.
| Service Manager, Assessment
| 30 November 2023 => 2023-11-30
| Not started
  =>
! status = not_started
"""

DOCS = [
    Doc(
        "tillingford-police-plan.pdf",
        [
            Text("title", "Violence against women and girls: delivery plan 2022"),
            Text("p", "Tillingford Constabulary. Progress at the end of October 2022."),
            Plain(
                [
                    ["C", "Complete"],
                    ["P", "In progress"],
                    ["N", "Not started"],
                    ["M", "Missed its date"],
                    ["W", "Withdrawn"],
                ]
            ),
            table(
                "Violence against women and girls: delivery plan 2022",
                [
                    "Ref > ref > 5",
                    "What we will do > title > 30",
                    "Owner > owners > 17",
                    "Target > due > 14",
                    "State > status > 6",
                    "Update > progress > 34",
                ],
                POLICE,
            ),
            Text("small", "Next update: January 2023"),
        ],
        landscape=True,
        running="Tillingford Constabulary – OFFICIAL",
        size=12,
        layout="ruled, landscape, header repeated, rows cut by pages, letters with a key",
    ),
    Doc(
        "stoneholt-case-review.pdf",
        [
            Text("title", "Local child safeguarding practice review: Baby Finn"),
            Text("h1", "Stoneholt Safeguarding Children Partnership"),
            Text("p", "Action plan agreed on 3 March 2023"),
            table(
                "Local child safeguarding practice review: Baby Finn",
                [
                    "Rec > ref > 5",
                    "Learning point > title > 24",
                    "Action > actions > 22",
                    "Lead > owners > 16",
                    "By when > due > 14",
                    "Progress > progress > 18",
                ],
                CASE,
            ),
        ],
        stroke="none",
        size=11,
        gap=8,
        running="Stoneholt Safeguarding Children Partnership",
        layout="columns without lines on upright pages",
    ),
]
