"""MASH improvement plan, Word, an issue merged over several actions, per cent, two-line header."""

from __future__ import annotations

from pathlib import Path

from blind_parts import word
from blind_parts.notation import table

NAME = "kettlemoor-mash-improvement.docx"
LAYOUT = "Word; header in two lines with spans; issue merged over actions; per cent; H/M/L"

PLAN = table(
    "Kettlemoor MASH Improvement Plan (version 7, 3 March 2025)",
    "pri:Pri. | ref:No. | title:What is the issue? | do:Step | who:Owner(s) | due:Finish "
    "| st:% | pg:Notes from the fortnightly meeting",
    """
H | M1 | Contacts from the public wait longer than contacts from professionals | Second telephone
line with its own rota | Delphine Marsh | 17 March 2025 => d:2025-03-17 | 100 => c | Live since
10 March.

^ | ^ | ^ | Voicemail to be emptied every hour | Contact Officers | 17 March 2025 => d:2025-03-17
| 50 => i | Working on weekdays only.

H | M2 | Police notifications arrive in bulk after each weekend | Agree a Saturday triage shift |
Det Insp Farrukh Ames / Delphine Marsh => Det Insp Farrukh Ames; Delphine Marsh | 30 April 2025 =>
d:2025-04-30 | 75 => i | Overtime agreed until summer.

M | M3 | Health information comes after the decision has been made | Health navigator to sit in
the hub | Designated Nurse Safeguarding Children | 2 June 2025 => d:2025-06-02 | 0 => n |

^ | ^ | ^ | Agree which checks need an answer in four hours | MASH Operational Group | 31 March
2025 => d:2025-03-31 | 0 => n | On the agenda for the next meeting.

M | M4 | Consent is not written down | Drop-down list in the system | Systems Officer (Children) |
28/02/25 => d:2025-02-28 | 100 => c | Went in with the February release.

^ | ^ | ^ | Short guide: when we need it and when we do not | Information Governance / Legal
=> Information Governance; Legal | 28/03/25 => d:2025-03-28 | 100 => c | Guide is on every desk.

^ | ^ | ^ | Sample 20 contacts | Quality Assurance Officer | 30/05/25 => d:2025-05-30 | 100 => c |
18 of 20 had it.

L | M5 | Referrers are not told the outcome | Automatic e-mail within three working days | Systems
Officer (Children) | 30/06/25 => d:2025-06-30 | 20 => i | Supplier has quoted. Depends on M4.
| @see=M4

H | M6 | Domestic abuse notifications are closed without a look at the history | Chronology of the
last twelve months at triage | Asst Team Managers | Immediate and ongoing => r:ongoing | 60 => i |
Dip sample: in 7 of 12.

L | M7 | Partners do not know the thresholds | Threshold roadshow in each locality | LSCP
Development Officer | May - July 2025 => s:2025-05 d:2025-07 | 0 => n |

^ | ^ | ^ | Named worker for each secondary school | Practice Lead | From 1 September 2025 =>
s:2025-09-01 | 0 => n | List of schools drawn up. |
@un=due_start

M | M8 | The hub has no picture of repeat contacts | Report of children with three contacts in a
year | Insight Team | First of each month => r:monthly | 90 => i | March report had 41 children.

M | M9 | Staff turnover is high | Two permanent team managers | Head of Service – Front Door and
Assessment | ASAP | 50 => i | One has been appointed and starts at Easter.
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(font="Arial", size=9)
    made.add_heading(PLAN.title, 1)
    made.add_paragraph("Owner of this plan: Assistant Director. Percentages are the owner's own.")
    word.plan(
        made,
        PLAN,
        [1.2, 1.3, 5.0, 5.0, 4.0, 3.0, 1.3, 5.4],
        head="E4D7EC",
        over=[("Problem", 3), ("What we are doing about it", 3), ("How far have we come?", 2)],
    )
    word.plain(
        made,
        [
            ["Present at the last meeting", "Agency"],
            ["Delphine Marsh", "Children's social care"],
            ["Det Insp Farrukh Ames", "Police"],
        ],
        [6, 6],
    )
    made.save(str(path))
