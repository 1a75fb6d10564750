"""A care home's plan for the regulator and a cabinet's answer to scrutiny."""

from blind8_parts.document import Doc
from blind8_parts.notation import Plain, Text, table

HOME = """
## Regulation 12: Safe care and treatment
* 1
| Medicine records had gaps on the first floor.
| - Daily count of medicines by the senior on shift
- Weekly audit by the deputy manager
| Lead: Deputy Manager
/ Support: Senior Carers => Deputy Manager | Senior Carers
| ~~28 February 2025~~ 14 March 2025 => 2025-03-14
| In progress
/ Count sheets in use since 3 February.
  => Count sheets in use since 3 February.
! status = in_progress
* 2
| Risk assessments for falls were out of date for four people.
| Rewrite the assessments with the physiotherapist
| Lead: Registered Manager => Registered Manager
| 31 January 2025 => 2025-01-31
| Completed.
/ - Four assessments rewritten
- Families told
  => Four assessments rewritten | Families told
! status = complete
* 3
| Bed rails were not checked.
| Add bed rails to the maintenance checklist
| Lead: Maintenance Officer => Maintenance Officer
| Monthly, first check 10 February 2025 => ; 2025-02-10 ; monthly
|
## Regulation 13: Safeguarding people from abuse
* 4
| Two concerns had not been sent to the local authority.
| Send both concerns and tell the people affected
| Lead: Registered Manager => Registered Manager
| Immediately =>
| Complete – both sent on 9 January.
  => both sent on 9 January.
! status = complete
* 5
| Some staff were unsure how to raise a concern outside the company.
| - Refresher training for all staff
- Whistleblowing card for each locker
| Lead: Training Co-ordinator
/ Support: Regional Manager => Training Co-ordinator | Regional Manager
| 30 April 2025 => 2025-04-30
| Completed training sheets are kept in the office.
* 6
| Money held for residents was not checked by two people.
| Two signatures for each withdrawal
| Lead: Administrator => Administrator
| Weekly until 30 May 2025 => 2025-05-30 ; ; weekly
| Delayed: second signatory is on leave.
  => second signatory is on leave.
! status = in_progress
## Regulation 18: Staffing
* 7
| There were not enough staff at weekends.
| Use a dependency tool to set the rota
| Lead: Registered Manager => Registered Manager
| w/c 24 March 2025 => 2025-03-24
| Not started
  =>
! status = not_started
* 8
| Supervision was not regular.
| Plan supervision dates for the year
| Lead: Deputy Manager => Deputy Manager
| Every two months from April 2025 => ; 2025-04 ; two_monthly
|
* 9
| Agency staff had no induction to the home.
| Write a one-page induction and keep signed copies
| Lead: TBC =>
| 31 April 2025 =>
| Draft shown to the agency.
"""

ANSWER = """
* <1|Recommendation 1>
/ That the Council writes to all sports clubs to remind them of their duties.
| Accepted
| Letter sent with the autumn newsletter.
| Cllr Imelda Frost
| Head of Leisure
| 30 November 2022 => 2022-11-30
* <2|Recommendation 2>
/ That a single telephone number is advertised for concerns about adults.
| Accepted
| The number is on the web site and on posters in libraries and surgeries.
| Cllr Imelda Frost
| Customer Contact Manager / Communications Manager
  => Customer Contact Manager | Communications Manager
| 31 January 2023 => 2023-01-31
* <3|Recommendation 3>
/ That taxi licences require safeguarding training every two years.
| Accepted in part
| The committee will consult on training every three years.
| Cllr Rhodri Pask
| Licensing Manager
| Consultation January to March 2023 => 2023-03 ; 2023-01
* <4|Recommendation 4>
/ That the Council appoints two further safeguarding officers.
| Rejected
| There is no budget for the posts.
| Cllr Rhodri Pask
| –  =>
| N/A =>
! status = rejected
* <5|Recommendation 5>
/ That housing officers receive training on hoarding and self-neglect.
| Accepted
| Course bought from the Adults Board.
| Cllr Imelda Frost
| Head of Housing
| By the end of quarter 4 2022/23 => 2023-03-31
* <6|Recommendation 6>
/ That an annual report on modern slavery is published.
| Accepted
| First report in preparation.
| Cllr Yusuf Barr
| Policy and Partnerships Officer
| Annually from March 2023 => ; 2023-03 ; annual
* <7|Recommendation 7>
/ That members carry out visits to temporary accommodation.
| Accepted
| Visits are being arranged with the landlords.
| Cllr Yusuf Barr
| Head of Housing
| Spring 2023 =>
* <8|Recommendation 8>
/ That the Panel receives a progress report.
| Accepted
| Agreed.
| Cllr Rhodri Pask
| Scrutiny Officer
| 6 months after Cabinet's decision =>
"""

DOCS = [
    Doc(
        "kestrel-house-action-plan.docx",
        [
            Text("title", "Kestrel House: action plan following inspection"),
            Text("p", "Provider: Kestrel House Care Limited. Date of inspection: 7 January 2025."),
            Plain([["Registered Manager", "Agnes Tolland"], ["Beds", "34"]]),
            table(
                "Kestrel House: action plan following inspection",
                [
                    "No > ref > 5",
                    "What was found > title > 26",
                    "What we are doing about it > actions > 28",
                    "Who is responsible > owners > 18",
                    "Date to be completed > due > 16",
                    "Update > progress > 26",
                ],
                HOME,
            ),
            Text("p", "Signed: ____________________    Date: ____________"),
        ],
        landscape=True,
        layout="regulations as heading rows, labels and struck-out dates in cells",
    ),
    Doc(
        "calderfold-scrutiny-response.docx",
        [
            Text("title", "Calderfold Borough Council"),
            Text("h1", "Cabinet, 12 October 2022"),
            Text("h1", "Response to the Community Panel's review of safeguarding"),
            Plain(
                [
                    ["Report of", "Director of Communities"],
                    ["Wards affected", "All"],
                    ["Key decision", "No"],
                ]
            ),
            Text("h2", "1. Purpose of the report"),
            Text("p", "1.1 To consider the Panel's eight recommendations."),
            Text("h2", "2. Background"),
            Text("p", "2.1 The Panel met five times and heard from eleven witnesses."),
            Text("p", "2.2 Referrals in the last three years were as follows."),
            Plain(
                [
                    ["Year", "Children", "Adults"],
                    ["2019/20", "212", "148"],
                    ["2020/21", "187", "163"],
                    ["2021/22", "241", "190"],
                ]
            ),
            Text("h2", "3. Financial implications"),
            Text("p", "3.1 The cost of training is met from current budgets."),
            Text("page"),
            Text("h1", "Appendix A: Proposed response"),
            table(
                "Appendix A: Proposed response",
                [
                    "Recommendation > reftitle > 32",
                    "Decision > other > 12",
                    "Cabinet response > progress > 32",
                    "Cabinet member > other > 14",
                    "Lead officer > owners > 16",
                    "Timescale > due > 16",
                ],
                ANSWER,
            ),
            Text("h1", "Appendix B: Witnesses"),
            Plain(
                [
                    ["Name", "Organisation", "Date"],
                    ["Moira Kettle", "Calderfold Homes", "8 June 2022"],
                    ["Inspector Dale Orme", "Tillingford Constabulary", "22 June 2022"],
                ]
            ),
        ],
        layout="committee paper with figures before and witnesses after the table",
    ),
]
