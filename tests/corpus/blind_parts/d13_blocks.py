"""Review of a domestic abuse related death, PDF, a plan in labelled blocks without any table."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .notation import Table, table

NAME = "lowick-dardr-blocks.pdf"
LAYOUT = "PDF, portrait; labelled blocks: recommendation, action, lead, by when, status, progress"

PLAN = table(
    "Action plan: review into the death of Rosalind",
    "ref:Recommendation | title:Recommendation | do:Action | who:Lead | due:By when | st:Status "
    "| pg:Progress",
    """
1 | Lowick Community Safety Partnership to review how information about stalking is passed from
housing to the police. | Map the present routes; agree a single inbox; test it with five cases.
=> Map the present routes // agree a single inbox // test it with five cases. | Community Safety
Manager | 31 May 2024 => d:2024-05-31 | Complete | Inbox in use since 7 May.

2 | Lowick Council to give housing staff training on coercive control. | Commission training for
60 staff. | Head of Housing and HR Business Partner => Head of Housing; HR Business Partner | 30
September 2024 => d:2024-09-30 | In progress | Two of four sessions have been run. Staff have
found them useful and want more on economic abuse.

3 | Lowick Council to put domestic abuse into its lettable standard so that locks are changed on
the day. | Change the contract with the repairs company. | Assets Manager | TBC | Not started |

4 | The police to assure the Partnership that risk assessments are checked by a supervisor. |
Dip sample of 40 assessments a quarter. | Superintendent, Local Policing | Quarterly from April
2024 => s:2024-04 r:quarterly | In progress | First sample: 37 of 40 had been checked.

5 | The hospital trust to have an IDVA in the emergency department. | Write a business case. |
Chief Nurse | By the end of quarter 2 2024/25 => d:2024-09-30 | On hold | Funding round put back
to next year.

6 | GP practices to code domestic abuse in the notes of the victim and not of the person who
harms. | Guidance through the practice managers' forum; template in the clinical system. =>
Guidance through the practice managers' forum // template in the clinical system. | Named GP for
Safeguarding | 28 June 2024 => d:2024-06-28 | Complete | Guidance sent on 3 June.

7 | The employer of Rosalind to have a policy on abuse at home. | Partnership to offer its model
policy to the chamber of trade. | Economic Development Officer | July 2024 => d:2024-07 |
Complete | See recommendation 9 for the wider work with employers. | @see=9

8 | Probation to share the end date of licence conditions with the MARAC. | Add to the monthly
list. | Probation Delivery Unit Head | Monthly => r:monthly | In progress |

9 | The Partnership to run a campaign with employers. | Toolkit; breakfast meeting; pledge. =>
Toolkit // breakfast meeting // pledge. | Communications Officer / Chamber of Trade =>
Communications Officer; Chamber of Trade | November 2024 => d:2024-11 | Not started |

10 | The chair to write to the family one year after publication. | Letter through their
advocate. | Independent Chair of the Review | One year after publication | Not started |
""",
)
PLANS = [PLAN]


def blocks(made: Table) -> str:
    """The plan as labelled blocks."""
    out = []
    for line in made.lines:
        ref, title, *rest = line.cells
        out.append(f"*Recommendation {ref.words}:* {pages.esc(title.words)}")
        for name, c in zip(made.heads[2:], rest, strict=True):
            if c.words:
                out.append(f"{name}: {pages.esc(c.words)}")
    return "\n\n".join(out)


def write(path: Path) -> None:
    """Make the document."""
    source = "\n\n".join(
        [
            "= Lowick Community Safety Partnership",
            "== Action plan: review into the death of Rosalind",
            "Rosalind is not her real name; it was chosen by her sister. The Partnership thanks "
            "the family for the help that they gave. The plan is read at each meeting of the "
            "Partnership until all is done.",
            blocks(PLAN),
            "_Position at 16 July 2024_",
        ]
    )
    pages.pdf(path, source, size="11pt")
