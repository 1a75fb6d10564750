"""A committee paper as pdftotext leaves it: the columns of the table stand side by side."""

from blind8_parts.document import Doc
from blind8_parts.notation import Text, table

PAPER = """
## Theme 1: Knowing our communities
* 1.1
| Bring together what services know about children who miss school
| Education Welfare Manager
| 30 September 2016 => 2016-09-30
| Data from four services has been matched for the first time.
| Complete => complete
* 1.2
| Map the places where young people gather after dark
| Community Safety Manager
| 31 October 2016 => 2016-10-31
| Youth workers and wardens have sent in their lists.
| In progress => in_progress
* 1.3
| Ask every secondary school to take part in the county survey
| Public Health Consultant
| January 2017 => 2017-01
|
| Not started => not_started
## Theme 2: Training
* 2.1
| Train hotel and guest house staff to spot exploitation
| Licensing Manager
| 30 June 2016 => 2016-06-30
| Sessions held for 38 businesses. A repeat is planned for the new season.
| Complete => complete
* 2.2
| Train refuse crews and housing officers
| Head of Waste Services and Housing Manager => Head of Waste Services | Housing Manager
| 31 December 2016 => 2016-12-31
| Housing officers trained in July.
| In progress => in_progress
* 2.3
| Brief all councillors every year
| Democratic Services Manager
| Annually, next in May 2017 => ; 2017-05 ; annual
| Briefing held in May with 29 councillors present.
| In progress => in_progress
## Theme 3: Support for families
* 3.1
| Publish a guide for parents on keeping children safe on-line
| Communications Officer
| 30 April 2016 => 2016-04-30
| Printer has let us down twice.
| Overdue => overdue
* 3.2
| Offer a parents' group in each locality
| Family Support Manager
| March 2017 => 2017-03
| Groups run in two of five localities.
| In progress => in_progress
* 3.3
| Review the grant to the counselling service
| Head of Commissioning
| TBC =>
|
| Not started => not_started
* 3.4
| Report back to this Committee
| Director of Children's Services
| Quarterly => ; ; quarterly
| This is the second report.
| In progress => in_progress
## Theme 4: Disruption
* 4.1
| Share intelligence on addresses of concern with the police
| Housing Enforcement Manager
| 1 November 2016 => 2016-11-01
| Agreement signed in August. Eleven addresses have been shared and four visits made.
| Complete => complete
* 4.2
| Use closure powers where a takeaway or car wash is a place of harm
| Head of Regulatory Services and Police Inspector => Head of Regulatory Services | Police Inspector
| Spring 2017 =>
|
| Not started => not_started
"""

DOCS = [
    Doc(
        "saltmere-committee-paper.txt",
        [
            Text("title", "SALTMERE COUNTY COUNCIL"),
            Text("h1", "CHILDREN AND FAMILIES COMMITTEE"),
            Text("p", "Date: 14 September 2016"),
            Text("p", "Report of: Director of Children's Services"),
            Text("p", "Subject: Child sexual exploitation – progress on the action plan"),
            Text("h2", "1. Purpose of report"),
            Text("p", "1.1 To tell members what has been done since the report in March."),
            Text("h2", "2. Recommendation"),
            Text("p", "2.1 That the Committee notes the progress set out in Appendix 1."),
            Text("h2", "3. Background"),
            Text(
                "p",
                "3.1 The Committee agreed the action plan on 9 March 2016 after an independent "
                "review of how partners work together. Twelve actions were agreed.",
            ),
            Text("p", "3.2 Four themes run through the plan:"),
            Text("li", "knowing our communities"),
            Text("li", "training"),
            Text("li", "support for families"),
            Text("li", "disruption"),
            Text("h2", "4. Implications"),
            Text("p", "Financial: none. Legal: none. Equality: the plan helps all communities."),
            Text("p", "Contact officer: Harriet Lunn, 01632 960 147"),
            Text("page"),
            Text("h1", "Appendix 1: Child sexual exploitation action plan 2016"),
            table(
                "Appendix 1: Child sexual exploitation action plan 2016",
                [
                    "Ref > ref > 8",
                    "Action > title > 24",
                    "Lead officer > owners > 22",
                    "Target date > due > 18",
                    "Progress > progress > 24",
                    "Status > status > 12",
                ],
                PAPER,
            ),
            Text("small", "Background papers: report to the Committee, 9 March 2016"),
        ],
        size=10,
        gap=7,
        layout="front matter, then the table as pdftotext -layout leaves it",
        running="Children and Families Committee 14 September 2016",
    ),
]
