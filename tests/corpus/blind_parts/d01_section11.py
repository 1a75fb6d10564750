"""Section 11 improvement plan of a district council, Word, coloured BRAG cells with a key."""

from __future__ import annotations

from pathlib import Path

from . import word
from .notation import table

NAME = "harrowmere-section-11-improvement.docx"
LAYOUT = "Word, landscape; version table; key; bands; fill colours carry the status; bullets"

PLAN = table(
    "Section 11 Improvement Plan 2025",
    "ref:No. | title:Standard | oth:Grade | do:What will we do? | who:Who | due:By when "
    "| pg:Progress to date | st:BRAG",
    """
## Standard 1: Leadership and accountability

1.1 | There is a named senior lead for safeguarding who is known to staff | Met | • Put the name
and photograph of the lead on the intranet | Head of Communities | 30 May 2025 => d:2025-05-30 |
Page went live on 12 May. | {fill:4472C4} => c

1.2 | Elected members receive a yearly report on safeguarding activity | Partly met | • Draft
the annual report // • Take it to Overview and Scrutiny // • Publish on the website | Policy
Officer / Democratic Services => Policy Officer; Democratic Services | End of September 2025 =>
d:2025-09-30 | First draft with the portfolio holder. | {fill:00B050} => i

1.3 | Safeguarding features in the corporate risk register | Met | None required | – |  |  |
{fill:4472C4} => c | @un=actions

## Standard 2: Safer recruitment

2.1 | References are taken up before a start date is offered | Partly met | • Amend the offer
letter // • Sample ten files each quarter and report to the safeguarding group | HR Business
Partner | Quarterly from 1 July 2025 => s:2025-07-01 r:quarterly | Offer letter amended in
April. // First sample of files found two gaps, both put right. | {fill:FFC000} => i

2.2 | DBS checks match the role | Not met | • List all posts working with children or adults at
risk // • Agree the level with HR for each post | Dinah Pocock & Sunil Rao => Dinah Pocock;
Sunil Rao | ~~30 April 2025~~ 31 July 2025 => d:2025-07-31 | 41 of 63 posts have been looked at.
| {fill:FFC000} => i

2.3 | Volunteers are recruited to the same standard | Not met | • Write a short volunteer
recruitment guide | Volunteer Co-ordinator (Leisure Trust) | TBC | Waiting for the Trust to
appoint. | {fill:FF0000} => n

## Standard 3: Training

3.1 | All staff complete basic safeguarding awareness | Partly met | • Chase managers of teams
under 90% // • Offer two classroom sessions at the depot | Dinah Pocock | Sept-25 => d:2025-09 |
Currently 84%. // Depot sessions held 3 and 17 June. | {fill:00B050} => i

3.2 | Front line officers have the deeper two day course | Met | • Rebook when three years are
up | All service managers | Ongoing => r:ongoing |  | {fill:4472C4} => c

3.3 | Members have had training since the last election | Not met | • Run a session before full
council // • Record it for those who cannot come | Democratic Services | w/c 13 October 2025 =>
d:2025-10-13 | See 3.1, the same trainer will be used. | {fill:FF0000} => n | @see=3.1

## Standard 4: Information sharing and commissioning

4.1 | Staff know when information can be shared without consent | Partly met | • Two page guide
// • Team talk by the Data Protection Officer | Data Protection Officer | June/July 2025 =>
d:2025-07 | Guide agreed by management team. | {fill:00B050} => i

4.2 | Contracts and grants carry safeguarding clauses | Not met | • Add the clause to the
standard terms // • Check the ten largest contracts | Procurement Manager; Legal Services =>
Procurement Manager; Legal Services | 31 March 2026 => d:2026-03-31 | Clause drafted but not yet
agreed. Links with 2.2 | {fill:FFC000} => i | @see=2.2

4.3 | Complaints that raise a safeguarding matter are passed on | Met |  | Customer Services
Team Leader | As they arise => r:event | Twelve complaints checked, none missed. | {fill:4472C4}
=> c
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new()
    made.add_heading("Harrowmere District Council", 1)
    made.add_paragraph("Safeguarding children: response to the Section 11 audit of February 2025")
    made.add_heading("Document control", 3)
    word.plain(
        made,
        [
            ["Version", "Date", "Author", "Change"],
            ["0.1", "3 March 2025", "D Pocock", "First draft after the audit visit"],
            ["0.2", "28 March 2025", "D Pocock", "Comments of management team"],
            ["1.0", "8 April 2025", "Head of Communities", "Approved. Review due April 2026"],
        ],
        [2, 4, 6, 12],
    )
    made.add_heading("Section 11 Improvement Plan 2025", 2)
    word.plain(
        made,
        [
            ["BRAG key", ""],
            ["{fill:4472C4} Blue", "Done and evidenced"],
            ["{fill:00B050} Green", "Under way and on time"],
            ["{fill:FFC000} Amber", "Under way, but at risk of running late"],
            ["{fill:FF0000} Red", "Not yet begun"],
        ],
        [3, 9],
    )
    word.plan(made, PLAN, [1.2, 4.6, 1.8, 5.6, 3.2, 2.8, 5.2, 1.6])
    made.add_paragraph("This plan is monitored by the Corporate Safeguarding Group.")
    made.save(path)
