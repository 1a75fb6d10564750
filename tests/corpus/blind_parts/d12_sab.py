"""Business plan of a safeguarding adults board, PDF, aligned columns without any rules."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .notation import table

NAME = "withernbridge-sab-delivery-plan.pdf"
LAYOUT = "PDF, portrait; columns aligned without lines; headings between; owners as bodies"

PLAN = table(
    "Safeguarding Adults Board delivery plan 2023-24",
    "ref:No | title:We will | who:Led by | due:When | st:Status",
    """
## Prevention and early help

P1 | Publish a self-neglect and hoarding pathway with the fire service | Self-Neglect Task Group
| July 2023 => d:2023-07 | Complete

P2 | Hold a safeguarding week with events in every town | Communications Group | 20 – 24
November 2023 => s:2023-11-20 d:2023-11-24 | Complete

P3 | Give carers a short guide on keeping safe and keeping well | Carers Withernbridge |
31/01/2024 => d:2024-01-31 | Ongoing

P4 | Test the risk register for people who fall outside of safeguarding duties | Adult Social
Care; Police => Adult Social Care; Police | Six monthly, first test June 2023 => s:2023-06
r:six_monthly | Ongoing

P5 | Talk to faith groups about abuse linked to belief | Vacant | TBC | Not started

## Learning and quality

L1 | Publish the review about Mr Q and finish its action plan | SAR Sub-Group | 30/09/2023 =>
d:2023-09-30 | Overdue

L2 | Carry out four multi-agency audits, one in each quarter | Quality Sub-Group | Quarterly =>
r:quarterly | Ongoing

L3 | Ask twenty people who have been through an enquiry how it felt | Healthwatch Withernbridge
| 29/02/2024 => d:2024-02-29 | Ongoing

L4 | Build a shared picture of data on falls, pressure ulcers and medication errors |
Performance Sub-Group, ICB Analyst => Performance Sub-Group; ICB Analyst | End of March 2024 =>
d:2024-03-31 | On hold

L5 | Make sure that the learning from national reviews is considered | SAR Sub-Group | Each
meeting => r:each_meeting | Ongoing

## Working together

W1 | Sign a memorandum with the children's partnership and the community safety partnership
about transition | Board Manager | 31/10/2023 => d:2023-10-31 | Complete

W2 | Agree a joint training offer | Training Sub-Group | 01/09/2023 => d:2023-09-01 | Complete

W3 | Seek assurance from care homes on staffing at night | Contracts Team | Mid October 2023 =>
d:2023-10 | Ongoing

W4 | Check how providers use the guidance on pressure ulcers (see L4) | Quality Sub-Group |
After L4 | Not started | @see=L4

W5 | Annual report to the Health and Wellbeing Board | Independent Chair | Annually => r:annual
| Complete

## Voice of adults

V1 | Start an experts by experience panel | Advocacy Alliance | From May 2023 => s:2023-05 |
Complete

V2 | Write all public pages in easy read | Communications Group; People First Withernbridge =>
Communications Group; People First Withernbridge | Spring 2024 | Ongoing

V3 | Make sure that adults are asked what outcome they want, and record it | Adult Social Care |
Ongoing => r:ongoing | Ongoing

V4 | Use stories from panels in each training course (links with W2) | Training Sub-Group |
December 2023 => d:2023-12 | Complete | @see=W2

V5 | Independent Chair to meet the experts twice in the year | Independent Chair | 30th June and
15th December 2023 => d:2023-12-15 | Complete

V6 | Advocacy offer to be looked at again | Commissioning Lead |  | No longer required => r
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    source = "\n".join(
        [
            "= Withernbridge Safeguarding Adults Board",
            "== Safeguarding Adults Board delivery plan 2023\\-24",
            "The Board has four priorities. The table is looked at by the Executive in every "
            "cycle; the position given is that of December 2023.",
            "#v(4pt)",
            pages.plan(
                PLAN, ["1.2cm", "1fr", "3.6cm", "3.4cm", "2.2cm"], "", "", "none", header=True
            ).replace('fill: rgb("")', ""),
            "#v(8pt)",
            "Independent Chair: Professor Ama Delacourt. Board office: 01000 555 013.",
        ]
    )
    pages.pdf(path, source, size="11.5pt")
