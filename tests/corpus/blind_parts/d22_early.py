"""Early help and neglect plan in Markdown: headings and labelled lists, no table."""

from __future__ import annotations

from pathlib import Path

from .notation import Table, table

NAME = "sandover-early-help-plan.md"
LAYOUT = "Markdown; headings as sections; each action a heading with labelled lines; no table"

PLAN = table(
    "Early Help Partnership Plan 2022",
    "ref:Ref | title:Title | do:What we will do | who:Lead | due:Timescale | st:Status "
    "| pg:Progress",
    """
## Theme 1: Families find help

1.1 | One directory of services that families use | Merge the three directories // Ask parents
to test it | Family Information Officer | 31 March 2022 => d:2022-03-31 | Complete | Live since
February.

1.2 | Drop-ins at family hubs | Health visitor, housing and money advice on the same morning |
Hub Managers | Weekly, from 10 January 2022 => s:2022-01-10 r:weekly | Ongoing | 160 families
came in the first quarter.

1.3 | Dads are welcome | Saturday group // Dads on the parents' panel | Hub Managers and
Sandover Dads => Hub Managers; Sandover Dads | June 2022 => d:2022-06 | Not started |

## Theme 2: Professionals act early

2.1 | Lead practitioners are confident | Training each half term // Helpdesk | Early Help
Co-ordinator | Ongoing => r:ongoing | Ongoing | Helpdesk answers 20 calls a week. // Training is
full until Easter.

2.2 | Schools start more assessments | Named link worker for each school | Early Help
Co-ordinator; Primary Heads' Group => Early Help Co-ordinator; Primary Heads' Group | 30
September 2022 => d:2022-09-30 | Ongoing |

2.3 | Step down from social care is smooth | Joint meeting before closing | Service Manager,
Assessment | 29 April 2022 => d:2022-04-29 | Overdue | Draft is waiting for comments. Depends on
2.1 | @see=2.1

## Theme 3: We know that it works

3.1 | Outcomes are measured in the same way | Choose one scale | Performance Officer | TBC | On
hold | Waiting for the national framework.

3.2 | Families tell us | Survey at closing // Two family stories in each report | Participation
Officer | At closing of each case => r:event | Ongoing | 31 answers so far.

3.3 | Audit of early help files | 12 files each quarter | QA Lead (Wilf Tranter) | Quarterly
until December 2022 => r:quarterly d:2022-12 | Ongoing | See 3.2 for families' views on the same
cases. | @see=3.2

3.4 | Annual survey of partners | Ten questions // Report to the board | Partnership Officer |
Each October, first in 2022 => r:annual s:2022-10 | Not started |

3.5 | Costs are known | Unit cost for each family helped | Finance Partner / Performance Officer
=> Finance Partner; Performance Officer | End of June 2022 => d:2022-06-30 | Complete | £1,140
for each family. The figure will be checked by internal audit in the autumn.
""",
)
PLANS = [PLAN]


def blocks(made: Table) -> list[str]:
    """Headings and labelled lines."""
    out: list[str] = []
    for line in made.lines:
        if line.band is not None:
            out += [f"## {line.band}", ""]
            continue
        ref, title, do, who, due, state, progress = line.cells
        out += [f"### {ref.words} {title.words}", ""]
        out += ["**What we will do:**", "", *(f"- {i}" for i in do.items), ""]
        out += [f"**Lead:** {who.words}  ", f"**Timescale:** {due.words}  "]
        out += [f"**Status:** {state.words}", ""]
        if progress.words:
            out += ["**Progress:**", "", *(f"- {i}" for i in progress.items), ""]
    return out


def write(path: Path) -> None:
    """Make the file."""
    top = [f"# {PLAN.title}", "", "Sandover Borough Council and partners. Updated 5 July 2022.", ""]
    path.write_text("\n".join([*top, *blocks(PLAN)]), encoding="utf-8")
