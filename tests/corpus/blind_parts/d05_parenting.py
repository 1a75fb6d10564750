"""Corporate parenting plan, Word, checkbox characters, plan blocks by pledge, initials key."""

from __future__ import annotations

from pathlib import Path

from . import word
from .notation import table

NAME = "marlbeck-corporate-parenting.docx"
LAYOUT = "Word; checkboxes give the status; key to initials; title row in table; empty cells"

NOT = "☒ Not started ☐ In progress ☐ Done"
GOING = "☐ Not started ☒ In progress ☐ Done"
DONE = "☐ Not started ☐ In progress ☒ Done"
PLAN = table(
    "Marlbeck Corporate Parenting Plan 2024–2026: action log",
    "title:Our promise | do:What we will do | who:Lead officer | oth:Support from "
    "| start:Start | due:End | pri:Priority | st:Status | rev:Monitoring",
    f"""
## A home that is right for you

Children live close to family and school wherever possible | Recruit 20 foster families // Open
the two bed home in Quarry Lane | PT => Petra Tunde | Finance, Legal | 01/04/2024 => 2024-04-01
| 31/03/2026 => d:2026-03-31 | High | {GOING} => i | Sufficiency Board, quarterly

You know why if you have to move | Moves letter written with children in care council | PT, LK
=> Petra Tunde; Lewis Kavanagh |  | May 2024 => 2024-05 | July 2024 => d:2024-07 | Medium |
{DONE} => c | Panel

Brothers and sisters stay together or see each other often | Review of all sibling plans | LK =>
Lewis Kavanagh | IRO service | 02/09/2024 => 2024-09-02 | 20/12/2024 => d:2024-12-20 | High |
{GOING} => i | IRO annual report

## Your health and happiness

Health assessments are on time | Weekly tracker shared with health // Escalate those over 20
days | Designated Nurse | Health | April 2024 => 2024-04 | 30/09/2024 => d:2024-09-30 | High |
{GOING} => i | Monthly performance clinic

You can see a dentist | Agreement with the ICB for a reserved weekly slot | Designated Nurse |
ICB | 01/10/2024 => 2024-10-01 | TBC | M | {NOT} => n |

Someone helps you with worries | Emotional health worker based with the team | SAO => Siobhan
Ade-Owens | CAMHS | 06/01/2025 => 2025-01-06 | 31/03/2025 => d:2025-03-31 | M | {NOT} => n |
Contract meeting

## School, college and work

Personal education plans are good | Training for designated teachers // Sample 10% each term |
VB (Virtual School Head) => Valerie Brandt (Virtual School Head) | Schools | Sept 2024 =>
2024-09 | July 2025 => d:2025-07 | High | {GOING} => i | Governing body | @un=owners

The council family offers jobs and work experience | Ring-fenced apprenticeships // Guaranteed
interview | Director of Resources | All directors | 01/04/2024 => 2024-04-01 | 31/03/2025 =>
d:2025-03-31 | Low | {DONE} => c | Panel

## Growing up

Care leavers do not pay council tax | Policy to be changed by full council | Cllr Hugo Stannard
| Revenues | Jan 2024 => 2024-01 | 01/04/2024 => d:2024-04-01 | High | {DONE} => c | None

Every care leaver has a say about where they live | Joint housing protocol with the five housing
associations | LK and Housing Options Manager => Lewis Kavanagh; Housing Options Manager |
Housing associations | 01/06/2024 => 2024-06-01 | 30/11/2024 => d:2024-11-30 | High | {GOING} =>
i | Housing board
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(size=9)
    made.add_paragraph("Marlbeck County Council – Corporate Parenting Panel, 12 September 2024")
    widths = [4.3, 4.8, 3, 2.5, 2, 2.1, 1.6, 3.2, 2.7]
    over = [("", 2), ("Who", 2), ("When", 2), ("How it is going", 3)]
    word.plan(made, PLAN, widths, title_row=True, head="FFF2CC", over=over)
    made.add_paragraph("Initials used in the plan:")
    word.plain(
        made,
        [
            ["Initials", "Name"],
            ["PT", "Petra Tunde"],
            ["LK", "Lewis Kavanagh"],
            ["SAO", "Siobhan Ade-Owens"],
            ["VB", "Valerie Brandt"],
        ],
        [3, 6],
    )
    made.save(path)
