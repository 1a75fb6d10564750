"""Workbooks: a health trust's plan for the regulator and a charity's plan."""

from blind8_parts.document import Doc
from blind8_parts.notation import Text, table

COLUMNS = [
    "ID > ref > 7",
    "Requirement > title > 38",
    "Action to be taken > actions > 38",
    "Exec lead > owners > 22",
    "Deadline > due > 16",
    "Status > status > 14",
    "Progress update > progress > 36",
    "Monitoring > review > 26",
]

MUST = """
* MD1
| The trust must ensure that safeguarding training for doctors meets the target.
| - Weekly list of doctors who are out of date
- Protected time on the second Wednesday
| Medical Director
| 31/03/2024 => 2024-03-31
| In progress => in_progress
| Compliance was 78% in January.
| Workforce Committee
* MD2
| The trust must ensure that capacity assessments are recorded.
| Move the form to the electronic record
| Chief Nurse & Chief Information Officer => Chief Nurse | Chief Information Officer
| 30/04/2024 => 2024-04-30
| Completed => complete
| Form went live on 2 April.
| Monthly audit by ward
* MD3
| The trust must ensure that patients under 18 on adult wards are known to the safeguarding team.
| Daily report from the bed system
| As above => Chief Nurse | Chief Information Officer
| 28/02/2024 => 2024-02-28
| Completed => complete
|
| Safeguarding Committee
* MD4
| The trust must ensure that restraint is used lawfully and is recorded.
| 1. Approve the restraint policy
/ 2. Train security staff
/ 3. Review each use within 72 hours
| Chief Operating Officer
| May 2024 => 2024-05
| Partially complete => partial
| Policy approved. Two of six security teams trained.
| Restrictive Practice Group
* MD5
| The trust must ensure that allegations against staff are managed with the local authority.
| Agree a flow chart with the designated officers
| Director of People
| 15 March 2024 => 2024-03-15
| Overdue => overdue
| Officers of one council have yet to reply.
| Safeguarding Committee
* MD6
| The trust must ensure that discharge letters name the social worker.
| Add a field to the letter
| Chief Information Officer
| TBC =>
| Paused => on_hold
| Supplier has no capacity until the upgrade.
| Digital Board
* MD7
| The trust must ensure that the maternity service asks about domestic abuse when a woman is alone.
| Second room for booking appointments
| Director of Midwifery
| June 2024 => 2024-06
| Not started => not_started
|
| Quarterly audit
* ^_
| ^_
| Ask again at 28 weeks
| Community Midwifery Matron
| July 2024 => 2024-07
| Not started => not_started
|
|
"""

SHOULD = """
* SD1
| The trust should consider how staff in satellite clinics reach the safeguarding team.
| Advertise the advice line
| Head of Safeguarding
| 31/01/2024 => 2024-01-31
| Completed => complete
| Posters sent to nine clinics.
| Calls each month
* SD2
| The trust should consider safeguarding supervision for emergency department staff.
| - Group supervision each month
- Drop-in for night staff
| Head of Safeguarding
| Monthly from March 2024 => ; 2024-03 ; monthly
| In progress => in_progress
| First two groups had 11 and 14 people.
| Supervision log
* SD3
| The trust should consider involving families in learning after incidents.
| Write to families with an offer to meet
| Ditto => Head of Safeguarding
| For each incident => ; ; event
| In progress => in_progress
|
| Patient Experience Group
* SD4
| The trust should consider a specialist nurse for learning disability on each site.
| Business case to the investment group
| Chief Nurse
| Q2 2024/25 => 2024-09-30
| Not started => not_started
|
| Investment Group
* SD5
| The trust should consider putting the child's wishes on the front page of the record.
| Ask the records group for a change
| Named Doctor
| End of 2024/25 => 2025-03-31
| No longer required => rejected
| The new record has the field.
| Records Group
"""

CHARITY = """
* Trustee with responsibility for safeguarding to be named
| Board of Trustees
| March 2021 => 2021-03
| H => high
| Done => complete
| Chair has taken on the role
* Safeguarding policy to cover online groups
| Safeguarding Lead
| 30 April 2021 => 2021-04-30
| H => high
| Done => complete
| Approved on 26 April
* All volunteers to complete the induction
| Volunteer Manager
| Ongoing => ; ; ongoing
| H => high
| Ongoing => in_progress
| 63 of 80 have finished
* Code of conduct signed by staff and volunteers
| Volunteer Manager, HR Adviser => Volunteer Manager | HR Adviser
| 31st May 2021 => 2021-05-31
| M => medium
| Ongoing => in_progress
| Staff all signed
* Serious incident reporting to the regulator
| Chief Executive
| 30 June => 2021-06-30
| M => medium
| Not started => not_started
|
* Risk assessments for the summer residential
| Programme Manager
| Before the residential =>
| H => high
| Not started => not_started
|
* Safeguarding to be on each agenda of the board
| Clerk
| Every board meeting => ; ; each_meeting
| L => low
| Done => complete
|
* Partner organisations to confirm their own policies
| Grants Officer
| 30 September => 2021-09-30
| M => medium
| Not started => not_started
| Letter drafted
* Training for trustees
| Chair / Safeguarding Lead => Chair | Safeguarding Lead
| w/c 6 September 2021 => 2021-09-06
| M => medium
| Not started => not_started
| Date agreed with the trainer
* Independent review of the past ten years
|  =>
| 2022 =>
| L => low
| Not started => not_started
| Cost to be found
! unscored = due_date
"""

DOCS = [
    Doc(
        "oldmere-trust-must-do.xlsx",
        [
            Text("sheet", "Must do"),
            table("Must do", COLUMNS, MUST, banner="Oldmere NHS Trust: must do actions"),
            Text("sheet", "Should do"),
            table("Should do", COLUMNS, SHOULD, banner="Oldmere NHS Trust: should do actions"),
        ],
        layout="two sheets with a title row, As above and Ditto, monitoring column",
    ),
    Doc(
        "lantern-charity-plan.xlsx",
        [
            Text("sheet", "Sheet1"),
            Text("title", "The Lantern Project"),
            Text("p", "Safeguarding action plan 2021"),
            Text("gap"),
            table(
                "Safeguarding action plan 2021",
                [
                    "What > title > 44",
                    "Who > owners > 26",
                    "By when > due > 18",
                    "Priority > priority > 9",
                    "Where are we? > status > 14",
                    "Notes > progress > 30",
                ],
                CHARITY,
            ),
            Text("gap"),
            Text("p", "H = before anything else, M = this year, L = when there is time"),
            Text("p", "Next look at this plan: July board"),
        ],
        layout="no references, title rows above, notes below",
    ),
]
