"""Prevent self-assessment, HTML as pasted from Word."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .notation import table

NAME = "cressing-prevent-self-assessment.html"
LAYOUT = "HTML from the Word clipboard; ratings are grades; evidence and action columns; bands"
UNSCORED = ["status"]

PLAN = table(
    "Prevent duty self-assessment and action plan 2024-25",
    "ref:Ref | title:Expectation | oth:Rating | pg:Evidence | do:Action needed | who:Lead officer "
    "| due:Timescale",
    """
## 1. Risk assessment

1.1 | The council has a local risk assessment which is reviewed against the counter-terrorism
local profile. | Met | • Signed off by the partnership board in March // • Shared with all
service heads | Refresh after the next profile | Prevent Co-ordinator | Annual, from March 2025
=> s:2025-03 r:annual

1.2 | The risk assessment looks at all ideologies and at mixed and unclear views. | Mostly met |
Chapter 3 of the risk assessment | Add online harms and incel communities | Prevent Co-ordinator
| 31 January 2025 => d:2025-01-31

## 2. Governance

2.1 | There is a multi-agency Prevent board. | Met | Terms of reference; minutes => Terms of
reference; minutes |  | Chief Executive | Each meeting => r:each_meeting | @un=progress_items

2.2 | Elected members with a lead role have had a briefing. | Not met | None held since the
election in May 2023 | • Briefing for cabinet // • E-learning for all members | Cllr Ruth
Aberline / Democratic Services Manager => Cllr Ruth Aberline; Democratic Services Manager | By
the end of Q3 2024/25 => d:2024-12-31

## 3. Referral and Channel

3.1 | Staff know how to make a referral with the national form. | Mostly met | • Intranet page
// • 14 referrals in the year, nine of them from schools | Short film; reminder at team meetings
=> Short film // reminder at team meetings | Communications Team | w/c 4 November 2024 =>
d:2024-11-04

3.2 | Channel panel is chaired by the council and sits as often as needed. | Met | Panel sits
monthly, attendance by health has been good | Deputy chair to be trained | Head of Safeguarding
& Inclusion | TBC

3.3 | People who come out of Channel are reviewed after six and twelve months. | Mostly met |
Tracker kept by the panel administrator. See 3.2 | Tracker to show missed reviews in red | Panel
Administrator | December 2024 => d:2024-12 | @see=3.2

## 4. Venues, IT and grants

4.1 | Venues are not used by those who spread hate. | Not met | Hire agreement has no check on
the speaker | New hire agreement // Guidance for caretakers | Facilities Manager; Legal Services
=> Facilities Manager; Legal Services | 1st April 2025 => d:2025-04-01

4.2 | Filtering on public computers is in place. | Met | Library and Wi-Fi filters tested twice
in the year | Test again when the contract changes | ICT Security Lead | When the contract
changes => r:event | @un=recurrence

4.3 | Grants to outside bodies come with a Prevent clause. | Mostly met | As above | Add the
clause to small grants too | Grants Officer | Feb 25 => d:2025-02 | @see=4.2

## 5. Training

5.1 | Training needs are known for each group of staff. | Mostly met | Matrix agreed with HR;
71% of front line staff are trained | Offer sessions to depot and school meals staff each term |
HR Adviser | Termly from January 2025 => s:2025-01 r:termly

5.2 | Training is checked for quality. | Not met |  | Ask for feedback after three months |
Learning Lead | – | @un=due_text
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    head = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\n'
        '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">\n'
        '<meta name=Generator content="Microsoft Word 15"><style><!--\n'
        "p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:Calibri}\n--></style></head>\n"
        "<body lang=EN-GB><!--StartFragment-->\n"
    )
    text = (
        "<p class=MsoNormal><b><span style='font-size:14.0pt'>Cressing City Council"
        "<o:p></o:p></span></b></p>\n"
        f"<p class=MsoNormal><b>{PLAN.title}<o:p></o:p></b></p>\n"
        "<p class=MsoNormal>Ratings: Met, Mostly met, Not met.<o:p></o:p></p>\n"
    )
    end = "\n<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>\n"
    path.write_text(head + text + pages.html_plan(PLAN, word=True) + end, encoding="utf-8")
