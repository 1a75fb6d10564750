"""A district council's safeguarding plan and a borough's Section 11 plan."""

from blind8_parts.document import Doc
from blind8_parts.notation import Plain, Text, table

VERSIONS = [
    ["Version", "Date", "Author", "Changes"],
    ["0.1", "4 December 2023", "Carol Dunmore", "First draft for Heads of Service"],
    ["1.0", "16 January 2024", "Carol Dunmore", "Agreed by Corporate Management Team"],
]
INITIALS = [
    ["Initials", "Name"],
    ["CD", "Carol Dunmore"],
    ["TM", "Tariq Mensah"],
    ["RP", "Ruth Pellow"],
    ["JF", "Jonathan Fisk"],
]
LETTERS = [
    ["B", "Complete"],
    ["G", "On track"],
    ["A", "Delayed but under way"],
    ["R", "Not started"],
]

PLAN = """
? Number | Write what will be different, not what will be discussed | One named lead |
  Give a month at least | Update before each meeting | See key
## 1. Leadership and governance
* 1.1
| Appoint a member champion for safeguarding and agree a role description
| CD => Carol Dunmore
| 31 January => 2024-01-31
| - Role description agreed by group leaders
- Champion named at Full Council
| B => complete
* 1.2
| Report on safeguarding activity to Corporate Management Team
| CD => Carol Dunmore
| Quarterly from April 2024 => ; 2024-04 ; quarterly
| First report taken and the figures on referrals were welcomed.
| G => in_progress
* 1.3
| Review the corporate safeguarding policy and procedures
| CD / TM => Carol Dunmore | Tariq Mensah
| March 2024 (moved to May 2024) => 2024-05
| Consultation with the trade unions closed on 12 April. Comments are being worked through.
| A => in_progress
* 1.4
| Put a safeguarding objective in every service plan
| Heads of Service
| By end of 2023/24 => 2024-03-31
|
| B => complete
## 2. Training and awareness
* 2.1
| All staff with a network account complete the level 1 e-learning*
| RP => Ruth Pellow
| 30 September => 2024-09-30
| Take-up stands at 71 per cent. Reminders go to managers each month.
| A => in_progress
* 2.2
| Safeguarding briefing for taxi and private hire drivers
| Licensing Manager
| For every new licence application => ; ; event
| Links with 2.1
| G => in_progress
! see = 2.1
* 2.3
| Train domestic abuse champions in Housing and in Revenues
| TM, RP => Tariq Mensah | Ruth Pellow
| TBC =>
|
| R => not_started
* 2.4
| Induction session on safeguarding for newly elected members
| CD & Democratic Services Manager => Carol Dunmore | Democratic Services Manager
| w/c 13 May 2024 => 2024-05-13
| Date booked and the trainer confirmed.
| G => in_progress
## 3. Safer recruitment
* 3.1
| Check that every post has the right level of DBS check
| JF => Jonathan Fisk
| June 2024 => 2024-06
| - List of posts drawn up with services
- 14 posts changed from basic to enhanced
- Letters to post holders drafted
| G => in_progress
* 3.2
| Agree a standard for volunteers in the parks and events teams
| JF and Events Officer => Jonathan Fisk | Events Officer
| Summer 2024 =>
|
| R => not_started
* 3.3
| Rewrite the reference request form
| JF => Jonathan Fisk
| ~~30 April~~ 31 July => 2024-07-31
| Waiting for the new HR system.
| R => not_started
## 4. Working with partners
* 4.1
| Attend the district sub-group of the Children Partnership
| CD => Carol Dunmore
| All meetings => ; ; each_meeting
| Attended in January and March.
| G => in_progress
* 4.2
| Return the Section 11 self-assessment to the Partnership
| As above => Carol Dunmore
| 15 November => 2024-11-15
|
| R => not_started
* 4.3
| Hold a debrief with the staff involved and pass on what was learnt
| TM => Tariq Mensah
| After each serious incident => ; ; event
| No incidents so far this year.
| G => in_progress
"""

STANDARDS = """
## 1. Senior management commitment
* <1.1|1.1> A senior officer is accountable for safeguarding children
| - Director of Place holds the role
- Role is in the job description
| Met
|
|
|
* <1.2|1.2> The organisation has a written statement of its responsibilities
| Policy on the intranet, last reviewed in 2021
| Partly met
| - Bring the policy up to date
- Publish a one-page summary for the public
| Policy Manager
| 30 June 2024 => 2024-06-30
* <1.3|1.3> Members are told about safeguarding activity
| Annual report to Overview and Scrutiny
| Met
| Add case examples to the report
| Policy Manager
| Annually, starting September 2024 => ; 2024-09 ; annual
## 2. Listening to children and young people
* <2.1|2.1> Children are asked what they think of services
| Youth council meets six times a year
/ Leisure survey
| Partly met
| 1) Survey users of the holiday scheme
/ 2) Share what they said with the contractor
| Leisure Contracts Officer / Youth Voice Worker
  => Leisure Contracts Officer | Youth Voice Worker
| August 2024 => 2024-08
* <2.2|2.2> Complaints procedures can be used by children
| A form is on the web site but it is not written for children
| Not met
| Write a child-friendly form with the youth council
| Customer Services Manager
| Autumn 2024 =>
## 3. Safe recruitment and allegations
* <3.1|3.1> Recruitment panels include somebody trained in safer recruitment
| 22 managers trained
| Partly met
| Train a further 15 managers; stop panels going ahead without a trained member
  => Train a further 15 managers | stop panels going ahead without a trained member
| HR Business Partner
| End of December 2024 => 2024-12-31
* <3.2|3.2> Allegations against staff are passed to the LADO
| Procedure in place. Two referrals made in 2023.
| Met
| Remind managers of the one-day limit
| HR Business Partner
| Ongoing => ; ; ongoing
* <3.3|3.3> Contractors who work with children follow the same standards
| Clause in new contracts only
| Partly met
| - Write to current contractors
- Ask for a yearly statement
- Sample three contracts
| Procurement Lead
/ Legal Services => Procurement Lead | Legal Services
| April – October 2024 => 2024-10 ; 2024-04
## 4. Training
* <4.1|4.1> Staff know how to recognise and report abuse
| E-learning at 88 per cent
| Partly met
| Set a completion date for the remaining teams
| Learning and Development Adviser
| 31/05/2024 => 2024-05-31
* <4.2|4.2> Staff in contact with families have level 2 training
| Training needs analysis from 2022
| Not met
| Repeat the training needs analysis
| To be agreed =>
| Not yet known =>
## 5. Information sharing
* <5.1|5.1> Staff understand when they can share information
| Guidance note sent to all staff in February
| Met
| Repeat the workshop for new starters
| Information Governance Officer
| Every six months from August 2024 => ; 2024-08 ; six_monthly
* <5.2|5.2> There are agreements with partners for sharing information
| Agreement with the police signed
| Partly met
| Sign the county agreement
| Information Governance Officer
| Q3 2024/25 => 2024-12-31
"""

DOCS = [
    Doc(
        "harrowmere-safeguarding-plan.docx",
        [
            Text("title", "Harrowmere District Council"),
            Text("h1", "Safeguarding Action Plan 2024"),
            Text("p", "This plan says what the Council will do in 2024 to keep people safe."),
            Text("h2", "Document control"),
            Plain(VERSIONS),
            Text("h2", "Who is who"),
            Plain(INITIALS),
            Text("h2", "Key to the BRAG column"),
            Plain(LETTERS),
            Text("h2", "Action plan"),
            table(
                "Safeguarding Action Plan 2024",
                [
                    "Ref > ref > 6",
                    "What will we do? > title > 32",
                    "Lead > owners > 14",
                    "By when > due > 14",
                    "Progress > progress > 34",
                    "BRAG > status > 8",
                ],
                PLAN,
            ),
            Text("p", "* Casual staff at the leisure centre do a shorter course."),
            Text("p", "Actions that are complete stay on the plan until the end of the year."),
        ],
        landscape=True,
        running="OFFICIAL",
        layout="heading rows, guidance row, versions, key to initials, letters with a key",
    ),
    Doc(
        "brackendale-section-11.docx",
        [
            Text("title", "Section 11 self-assessment and action plan 2024"),
            Text("p", "Brackendale Borough Council. Completed by the Policy Manager."),
            Text("li", "Met: evidence shows that the standard is met in full"),
            Text("li", "Partly met: some evidence, more to do"),
            Text("li", "Not met: little or no evidence"),
            table(
                "Section 11 self-assessment and action plan 2024",
                [
                    "Standard > reftitle > 28",
                    "What we have in place (evidence) > progress > 28",
                    "Grade > other > 10",
                    "What we need to do > actions > 30",
                    "By whom > owners > 16",
                    "By when > due > 14",
                ],
                STANDARDS,
            ),
        ],
        landscape=True,
        layout="Section 11 standards with evidence, grade and actions; lists in cells",
    ),
]
