"""Internal audit tracker, Excel, real dates, revised dates, per cent, hidden sheet and rows."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from . import sheets
from .notation import table

NAME = "thornley-internal-audit-tracker.xlsx"
LAYOUT = "Excel; title rows; guidance sheet; hidden sheet; hidden guidance row; real dates"

PLAN = table(
    "Internal Audit recommendations – live tracker",
    "ref:Ref | src:Audit | title:Recommendation | pri:Priority | who:Responsible officer "
    "| due0:Original target date | due:Revised target date | st:% complete | pg:Manager's comments",
    """
SG24/01 | Safeguarding 2024 | The safeguarding policy should be reviewed every two years and the
review date shown on the cover. | Medium | Kofi Lindqvist | #2024-09-30 |  | 100% => c | Policy
approved at Cabinet on 10 September.

SG24/02 | Safeguarding 2024 | A single log of concerns should be kept with the outcome of each
referral. | High | Kofi Lindqvist | #2024-07-31 | #2024-12-31 | 60% => i | Log built. Leisure
and revenues still to move over.

SG24/03 | Safeguarding 2024 | Training compliance should be reported to management team every
quarter. | High | HR Manager | #2024-06-30 |  | 100% => c |

SG24/04 | Safeguarding 2024 | Lone workers visiting homes should have a note of known risks. |
Medium | Health & Safety Adviser | #2024-10-31 | #2025-03-31 | 25% => i | Delayed because of the
new system.

TX24/01 | Taxi licensing 2024 | Drivers' DBS certificates should be checked through the update
service every six months. | High | Licensing Team Leader | #2024-05-31 |  | 100% => c |
Automatic checks started on 1 May.

TX24/02 | Taxi licensing 2024 | The register of refusals and revocations should be searched
before each grant. | High | Licensing Team Leader | #2024-04-30 |  | 100% => c | Evidence seen
by audit.

TX24/03 | Taxi licensing 2024 | Complaints about drivers should be looked at for patterns. | Low
| Licensing Team Leader and Data Analyst => Licensing Team Leader; Data Analyst | #2024-11-30 |
| 0% => n |

HS23/06 | Homelessness 2023 | Checks on temporary accommodation should include questions about
children living there. | High | Housing Options Manager | #2024-01-31 | #2024-08-31 | 90% => i |
Checklist in use in five of six places.

HS23/07 | Homelessness 2023 | The joint protocol for homeless 16 and 17 year olds should be
signed by both councils. | Medium | Assistant Director, Housing & Wellbeing | #2024-03-31 |
#2024-11-30 | 50% => i | With county legal team since June.

HS23/09 | Homelessness 2023 | Placements out of the district should be notified within two
working days. | High | Housing Options Manager | #2023-12-31 |  | 100% => c | Closed by Audit
Committee.

PR24/02 | Procurement 2024 | The modern slavery statement should be refreshed each year. | Low |
Procurement Partner | #2025-03-31 |  | 0% => n | Not due yet.

GR24/05 | Grants 2024 | Voluntary bodies should show a safeguarding policy before any grant is
paid. | Medium | Communities Officer / Finance => Communities Officer; Finance | #2024-09-01 |
| 75% => i | 18 of 24 policies received.

GR24/06 | Grants 2024 | Grant agreements should name who to tell about a concern. | Low |
Communities Officer | #2024-08-30 |  | 100% => c | Done

IT24/11 | Systems access 2024 | Access to the case system should end on the day that somebody
leaves. | High | ICT Manager; HR Manager => ICT Manager; HR Manager | #2024-06-28 | #2024-10-31
| 40% => i | Leavers' form now goes to both teams. See SG24/02 for the log itself. |
@see=SG24/02

IT24/12 | Systems access 2024 | Access rights should be looked at every quarter. | Medium |
System Owner (Corporate Systems) | #2024-09-30 |  | 80% => i | Three of four reviews done in the
year

LS24/01 | Leisure 2024 | Pool hire agreements should ask for a safeguarding lead. | Medium |
Leisure Client Officer | #2024-12-20 |  | 0% => n |

LS24/02 | Leisure 2024 | The contractor's training figures should be seen each month. | Medium |
Leisure Client Officer | #2024-05-31 |  | 100% => c | Figures in the monthly contract pack

EL24/03 | Elections 2024 | Polling station staff should have a short safeguarding note. | Low |
Electoral Services Manager | #2024-04-26 |  | 100% => c | Note used on 2 May
""",
)
PLANS = [PLAN]
UNSCORED = ["due_text"]


def write(path: Path) -> None:
    """Make the workbook."""
    book = Workbook()
    guide = book.active
    guide.title = "Guidance"
    sheets.words(guide, 1, ["How to fill in the tracker"], bold=True)
    notes = [
        "Update the tracker by the 5th of each month.",
        "Priority is set by audit and may not be changed.",
        "A revised date needs the agreement of the director.",
        "Per cent complete: 100 only where evidence has been given to audit.",
    ]
    for n, note in enumerate(notes, start=3):
        sheets.words(guide, n, [str(n - 2), note])
    live = book.create_sheet("Live items")
    sheets.words(live, 1, ["Thornley Vale Borough Council"], bold=True)
    sheets.words(live, 2, [PLAN.title], bold=True)
    sheets.words(live, 3, ["Position at 30 September 2024"])
    sheets.words(live, 5, ["audit use", "audit use", "do not type here"])
    live.row_dimensions[5].hidden = True
    sheets.plan(live, 6, PLAN, [11, 22, 60, 10, 28, 14, 14, 11, 50])
    live.freeze_panes = "A7"
    lists = book.create_sheet("Lists")
    for n, text in enumerate(["High", "Medium", "Low"], start=1):
        sheets.words(lists, n, [text])
    lists.sheet_state = "hidden"
    book.active = 1
    book.save(path)
