"""A cabinet response on a web site, a plan saved from Word as HTML and one in Markdown."""

from blind8_parts.document import Doc
from blind8_parts.notation import Plain, Text, table

NAV = """<div id="nav"><ul><li><a href="#">Home</a></li><li><a href="#">Meetings</a></li>
<li><a href="#">Councillors</a></li></ul></div>"""
FOOT = """<div id="foot"><p>Contact: Democratic Services, Civic Offices, Hollowbrook</p></div>"""

RESPONSE = """
* R1
| That the Executive adopts a single policy for safeguarding children and adults.
| Agreed
| - Draft policy shared with partners
- Final version to the Executive in the summer
| Corporate Director, People
| 31 July 2019 => 2019-07-31
* R2
| That each directorate names a safeguarding champion.
| Agreed
| All directorates have given a name.
| Directors
| Immediate =>
* R3
| That the Council asks its contractors for proof of safeguarding training.
| Agreed
| New contracts will ask for it. Current contracts will be changed when they are renewed.
| Head of Procurement
| As contracts are renewed => ; ; event
* R4
| That the budget for early help is protected for three years.
| Agreed in part
| The budget is set each year. The Executive will protect it in 2019/20.
| Section 151 Officer
| By end of 2019/20 => 2020-03-31
* R5
| That the waiting list for assessments is reported to the Committee.
| Agreed
| A report will come to each meeting.
| Head of Adult Services, Principal Occupational Therapist
  => Head of Adult Services | Principal Occupational Therapist
| Every meeting => ; ; each_meeting
* R6
| That training on modern slavery is given to environmental health officers.
| Agreed
| Places taken on the county course.
| Environmental Health Manager
| May and June 2019 => 2019-06
* R7
| That leaflets are available in the six most spoken languages.
| Agreed
| Translations are being priced.
| Communications Manager
| Quarter 3 =>
* R8
| That a further review takes place.
| Agreed
| The Committee will set the date.
| Scrutiny Manager
| To be confirmed =>
"""

DIOCESE = """
* 1
| Every parish has somebody trained to turn to
| Every parish has an officer in post
| Archdeacons
| 31 December 2020 => 2020-12-31
| 61 of 70 parishes have one.
| Amber
* ^
| ^
| Every officer has met the diocesan team
| Diocesan Safeguarding Adviser
| 30 June 2021 => 2021-06-30
| Meetings held on-line since May.
| Amber
* 2
| Clergy know what is expected of them
| All clergy with permission to officiate complete the leadership module
| Training Officer
| ~~30 September 2020~~ 31 March 2021 => 2021-03-31
| 88 clergy still to book.
| Amber
* 3
| We know about past cases and have acted on them
| Read all personnel files against the national standard
| Independent Reviewer
| From June 2020 to February 2021 => 2021-02 ; 2020-06
| 214 files read.
| Green
* ^
| ^
| Report to the Bishop's Council
| Independent Reviewer
/ Diocesan Secretary => Independent Reviewer | Diocesan Secretary
| April 2021 => 2021-04
|
| Green
! unscored = due_start; note = a span and a later date in one row
* 4
| Survivors help to shape what we do
| Set up a group of survivors to advise on policy
| Bishop's Chaplain
| Easter 2021 =>
| Two people have offered to join.
| Green
* 5
| Records are complete and can be found
| Move paper files to the new case system
| Diocesan Safeguarding Adviser
| 28 February 2021 => 2021-02-28
| Supplier chosen.
| Red
* 6
| Nobody takes up a role before checks are done
| Renew all checks that are older than five years
| Parish Safeguarding Officers
| Annually from January 2021 => ; 2021-01 ; annual
|
| Green
* 7
| Everyone knows whom to tell
| Safeguarding poster in each church porch
| Communications Officer
| w/c 5 October 2020 => 2020-10-05
| Posters sent.
| Blue
"""

YOUTH = """
## 1. Safe places
* 1.1
| Each centre has a named safeguarding lead
| Senior Youth Workers
| 31 March 2023 => 2023-03-31
| Done => complete
| Names are on the notice boards.
* 1.2
| Lone working procedure for detached teams
| Dev Anand / Operations Manager => Dev Anand | Operations Manager
| May 2023 => 2023-05
| In progress => in_progress
| First draft tried out in two areas.
/ Comments by the end of the month.
* 1.3
| Consent forms for trips include contact details of two adults
| Administrator
| Before the summer programme =>
| Not started => not_started
|
## 2. Trained workers
* 2.1
| All part-time workers have level 2 training
| Training Co-ordinator
| 30/09/2023 => 2023-09-30
| 75% => in_progress
| 33 of 44 trained.
* 2.2
| Reflective practice session for teams
| Jess Oduya
| Every two months, first on 20 April 2023 => ; 2023-04-20 ; two_monthly
| In progress => in_progress
| See 1.2
! see = 1.2
## 3. Listening to young people
* 3.1
| Young inspectors visit each centre
| Young Inspectors and Participation Worker => Young Inspectors | Participation Worker
| Q2 2023/24 => 2023-09-30
| Not started => not_started
|
* 3.2
| Young people's version of the complaints leaflet
| Participation Worker
| 30 June 2023 => 2023-06-30
| On hold => on_hold
| Designer has left.
* 3.3
| Exit survey for young people who stop coming
| Dev Anand
| Termly from September 2023 => ; 2023-09 ; termly
| Not started => not_started
|
* 3.4
| Youth forum comments on the safeguarding policy
| Youth Forum & Jess Oduya => Youth Forum | Jess Oduya
| 28 October 2023 => 2023-10-28
| Not started => not_started
|
"""

DOCS = [
    Doc(
        "hollowbrook-executive-response.html",
        [
            Text("raw", NAV),
            Text("title", "Agenda item 7: Response to the Safeguarding Task Group"),
            Text("p", "Meeting of the Executive, Tuesday 9 April 2019 6.30 pm"),
            Plain([["Venue:", "Council Chamber"], ["Contact:", "Democratic Services"]]),
            table(
                "Response to the Safeguarding Task Group",
                [
                    "No. > ref",
                    "Recommendation > title",
                    "Decision > other",
                    "Response > progress",
                    "Officer > owners",
                    "Timescale > due",
                ],
                RESPONSE,
            ),
            Text("raw", FOOT),
        ],
        running="Hollowbrook - Agenda item 7",
        layout="committee web page with menu and foot",
    ),
    Doc(
        "ottermere-diocese.html",
        [
            Text("title", "Diocesan safeguarding action plan"),
            Text("p", "Last updated 2 November 2020"),
            table(
                "Diocesan safeguarding action plan",
                [
                    "No > ref",
                    "Objective > title",
                    "Action > actions",
                    "Lead > owners",
                    "Timescale > due",
                    "Progress > progress",
                    "RAG > none",
                ],
                DIOCESE,
            ),
        ],
        running="Diocesan safeguarding action plan",
        word=True,
        unscored=("status",),
        layout="Word saved as a web page, merged rows, colour words without a key",
    ),
    Doc(
        "fernmoor-youth-service.md",
        [
            Text("title", "Fernmoor youth service: safeguarding action plan 2023"),
            Text("p", "Agreed by the management team in February."),
            table(
                "Fernmoor youth service: safeguarding action plan 2023",
                [
                    "Ref > ref",
                    "What needs to happen > title",
                    "Who > owners",
                    "When > due",
                    "Status > status",
                    "Notes > progress",
                ],
                YOUTH,
            ),
        ],
        layout="table in Markdown with <br> in a cell",
    ),
]
