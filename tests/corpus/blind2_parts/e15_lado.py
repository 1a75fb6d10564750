"""LADO actions, CSV: theme only in its first row, initials with a key at the foot, empty rows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from blind_parts.notation import table

NAME = "mossgate-lado-actions.csv"
LAYOUT = "CSV; first column filled once a theme; date closed; initials with key at the foot"

PLAN = table(
    "",
    "sec:Theme | ref:ID | title:Action | who:Who | due0:Target | due:Changed to | pri:H/M/L "
    "| done:Date closed | pg:Remarks",
    """
Awareness | L/1 | Ask every independent school to name its case manager | HB => Hester Brandreth |
31/10/2025 => d:2025-10-31 |  | H | 27/10/2025 | All 14 have answered

^ | L/2 | Talks for sports clubs and for the church network | HB/TV => Hester Brandreth; Tom
Vasey | 28/11/2025 => d:2025-11-28 | 30/01/2026 => d:2026-01-30 | M |  | Clubs done. Church
network would rather meet after Christmas.

^ | L/3 | Poster on the three harm tests and the suitability test | TV => Tom Vasey | 12/12/2025
=> d:2025-12-12 |  | L | 01/12/2025 |

Recording | L/4 | One spreadsheet of all consultations, whether or not they meet the test | TV =>
Tom Vasey | 01/09/2025 => d:2025-09-01 |  | H | 29/08/2025 | "Advice only" is now a category

^ | L/5 | Count of cases open over three months to the assistant director | HB => Hester Brandreth
| Monthly from Sep-25 => s:2025-09 r:monthly |  | H |  | Four in October, two in November

^ | L/6 | Outcome letters to go in ten working days | HB, JO => Hester Brandreth; Jude Okereke |
end Nov 25 => d:2025-11-30 |  | M |  | Template with legal

Joint work | L/7 | Police to give a named sergeant for position of trust cases | JO => Jude
Okereke | 19/12/2025 => d:2025-12-19 | n/a | H |  |

^ | L/8 | Agree how taxi drivers and passenger assistants are handled | Licensing Mgr & HB =>
Licensing Mgr; Hester Brandreth | Q4 25/26 => d:2026-03-31 |  | M |  | Follows from L/4
| @see=L/4

^ | L/9 | Meet the health trust's lead twice a year | HB => Hester Brandreth | Six-monthly =>
r:six_monthly |  | L |  |

Learning | L/10 | Case review of the tutor who moved between four agencies | Independent reviewer
(tbc) => Independent reviewer | tbc |  | H |  | Terms of reference agreed | @un=owners

^ | L/11 | Annual report to the Partnership | HB => Hester Brandreth | 30/06/2026 =>
d:2026-06-30 |  | M |  | First draft by easter

^ | L/12 | Survey of employers | TV => Tom Vasey | Feb/March 2026 => d:2026-03 |  | L |  |
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    out = io.StringIO()
    pen = csv.writer(out, lineterminator="\r\n")
    pen.writerow([*PLAN.heads, "", ""])
    for line in PLAN.lines:
        if line.cells[0].words and line is not PLAN.lines[0]:
            pen.writerow([""] * 11)
        pen.writerow([*(c.seen for c in line.cells), "", ""])
    pen.writerow([""] * 11)
    for note in (
        "Initials",
        "HB = Hester Brandreth",
        "TV = Tom Vasey",
        "JO = Jude Okereke",
    ):
        pen.writerow(["", note, *[""] * 9])
    path.write_bytes(out.getvalue().encode("utf-8"))
