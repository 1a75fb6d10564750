"""Modern slavery statement: actions for the year, CSV with title lines over the header."""

from __future__ import annotations

from pathlib import Path

from . import plain
from .notation import table

NAME = "eastmoor-modern-slavery-actions.csv"
LAYOUT = "CSV; title lines above the header; band rows; lines inside quotes; empty last column"

PLAN = table(
    "Modern Slavery and Human Trafficking Statement 2023-24: actions for the year",
    "ref:# | title:Commitment | do:Steps | who:Owner | due:Deadline | pri:Priority | st:State "
    "| pg:Update (January 2024) | oth:Cost",
    """
## Supply chains

1 | Know the risk in our supply chains | Map the top 50 suppliers // Ask those at high risk for
their own statement | Category Managers; Procurement Partner => Category Managers; Procurement
Partner | 30/09/2023 => d:2023-09-30 | High | Completed | 50 mapped, eight at high risk. | Staff
time

2 | Labour standards in tenders | Add questions to the selection pack | Procurement Partner |
Dec-23 => d:2023-12 | High | Completed |  |

3 | Check wages on care contracts | Spot checks of payslips at six providers | Contract
Monitoring, Adult Social Care | 31/03/2024 => d:2024-03-31 | Medium | In progress | Four done,
one referred to the labour inspectors. | £4,000

4 | Electronics for the new laptops come from a member of a monitoring scheme | Clause in the
contract | ICT Manager | At next tender | Low | Not started |  |  | @un=recurrence

## People

5 | All recruitment agencies are checked | Yearly declaration | HR Manager | Annually, next due
01/04/2024 => s:2024-04-01 r:annual | Medium | In progress | Nine declarations in, two awaited |

6 | Staff know the signs | E-learning for all // Deeper course for inspectors and housing
officers | Learning and Development | Throughout the year => r:ongoing | High | In progress |
78% have done the e-learning | £2,500 | @un=recurrence

7 | First responder duties are clear | Name three trained first responders // Out of hours cover
| Head of Safeguarding (Yolanda Prior) | 31 October 2023 => d:2023-10-31 | High | Overdue | Two
of three trained. Cover as in 8 | Nil | @see=8

8 | Victims get help at once | Hotel and food for the first nights, agreed with the county |
Housing Options and Red Lantern charity => Housing Options; Red Lantern charity | 30/11/2023 =>
d:2023-11-30 | High | Completed | Used twice | £3,000

## Places

9 | Car washes and nail bars are visited with partners | Joint days of action | Environmental
Health Manager | Quarterly from Q1 2023-24 => s:2023-04 r:quarterly | Medium | In progress |
Three days held | | @un=due_start

10 | Empty shops are checked for signs of people living there | List shared with the police |
Town Centre Manager / PC Wyatt Bloom => Town Centre Manager; PC Wyatt Bloom | TBA | Low |
Cancelled => r | The owner of the arcade does this already |

11 | Our statement is on the national registry | Upload | Policy Team | 31/10/2023 =>
d:2023-10-31 | Low | Completed | 12 October |
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the file."""
    top = f'Eastmoor Council,,,,,,,,\r\n"{PLAN.title}",,,,,,,,\r\n,,,,,,,,\r\n'
    path.write_text(top + plain.csv_plan(PLAN), encoding="utf-8", newline="")
