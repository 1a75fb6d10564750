"""Section 11 self-assessment of a leisure trust, Markdown, grades are no status."""

from __future__ import annotations

from pathlib import Path

from . import plain
from .notation import table

NAME = "tidewell-leisure-section-11.md"
LAYOUT = "Markdown pipe table; grades; bands in bold; due and owner gaps; separate RAG for actions"

PLAN = table(
    "Section 11 self-assessment and actions 2026",
    "ref:No | title:Standard | oth:Grade | pg:Evidence | do:Action | who:Lead "
    "| due:By when | st:Action RAG",
    """
## A. People

A1 | Every centre has a trained safeguarding lead on shift | Good | Rotas for March and April |
Train four more duty managers | Area Managers | 30 June 2026 => d:2026-06-30 | In progress

A2 | Coaches from clubs have checks before they start | Requires improvement | Sample of 25
hirers // Three had no evidence | Change the hire form; turn away clubs who do not answer =>
Change the hire form // turn away clubs who do not answer | Bookings Manager / Club Liaison
Officer => Bookings Manager; Club Liaison Officer | 1 May 2026 => d:2026-05-01 | Overdue

A3 | Staff under 18 are kept safe at work | Good | Young workers' risk assessment | – | – |  |

A4 | Agency lifeguards have had our induction | Inadequate | None | Induction film with a short
test | Aquatics Lead | ASAP | Not started

## B. Places

B1 | Changing villages are laid out safely | Good | Walk round with the police
designing-out-crime officer, 9 February | Fit two mirrors at Tidewell Baths | Property Surveyor
| w/c 6 April 2026 => d:2026-04-06 | Complete

B2 | Photography rules are known by customers | Requires improvement | Signs at two of five
centres | New signs | Marketing | May '26 => d:2026-05 | In progress

B3 | Lost and found children are dealt with in the same way | Good | Procedure 14, tested in
August | Test again at the summer fun day | Duty Managers | Yearly => r:annual | Complete

B4 | Pool parties have enough staff | Outstanding | Ratios above the guidance | None | n/a | n/a
|  | @un=actions

## C. Records

C1 | Low level concerns are written down | Requires improvement | Log began in January, six
entries | Talk to all teams. See A1 | Safeguarding Lead (Bea Thurlow) | Every two months, first
on 4 March 2026 => s:2026-03-04 r:two_monthly | In progress | @see=A1

C2 | Concerns about staff go to the LADO | Good | Two referrals in the year | Add the number to
the card on the lanyard | HR | 31/3/26 => d:2026-03-31 | Complete

C3 | Members of the board see figures | Requires improvement | Last paper was in 2024 |
Six-monthly paper | Chief Executive & Safeguarding Lead => Chief Executive; Safeguarding Lead |
From September 2026 and then every six months => s:2026-09 r:six_monthly | Not started
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the file."""
    text = [
        "# Tidewell Leisure Trust",
        "",
        f"## {PLAN.title}",
        "",
        "Graded with the partnership's scale: Outstanding, Good, Requires improvement, Inadequate.",
        "",
        plain.md_plan(PLAN),
        "",
        "*Agreed by the trustees on 12 February 2026.*",
        "",
    ]
    path.write_text("\n".join(text), encoding="utf-8")
