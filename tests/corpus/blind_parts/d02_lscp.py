"""Business plan of a safeguarding children partnership, Word, two tables, merged objectives."""

from __future__ import annotations

from pathlib import Path

from . import word
from .notation import table

NAME = "wexmoor-lscp-business-plan.docx"
LAYOUT = "Word; attendance table; two plans under headings; objectives merged over action rows"

COLUMNS = (
    "ref:Ref | title:Objective | do:Actions | who:Lead | due:Timescale "
    "| oth:How will we know it has worked? | st:RAG status"
)
NEGLECT = table(
    "Priority 1 – Neglect",
    COLUMNS,
    """
N1 | Neglect is recognised early by every agency | Relaunch the neglect toolkit with a short
film for practitioners | Neglect Sub-Group Chair | 31/01/2025 => d:2025-01-31 | More assessments
use the toolkit (audit) | Complete

^ | ^ | Toolkit champions named in each agency | All partners => All partners | 28/02/2025 =>
d:2025-02-28 | ^ | Complete

^ | ^ | Run six lunchtime learning sessions across the county | LSCP Training Officer |
30/06/2025 => d:2025-06-30 | ^ | On track => i

N2 | The voice of the child is heard in neglect cases | Produce a day in my life prompt card //
Ask the Youth Council to review the card | Participation Lead; Youth Council => Participation
Lead; Youth Council | Q1 2025/26 => d:2025-06-30 | Audit of 20 cases shows direct work | Not
started

N3 | Partners understand the scale of neglect in Wexmoor | Build a neglect dashboard with six
measures | Performance Analyst | 30/04/2025 => d:2025-04-30 | Dashboard goes to each Executive
meeting | On track => i

^ | ^ | Compare with statistical neighbours | Performance Analyst | 30/09/2025 => d:2025-09-30 |
^ | Not started

N4 | School attendance and dental health are seen as signs of neglect | Write to all designated
safeguarding leads and dental practices | Head of Virtual School & Public Health Consultant =>
Head of Virtual School; Public Health Consultant | Autumn Term 2024 | Referrals from dental
practices rise | Slipped => o

N5 | Fathers and male carers are included | Seven minute briefing issued | LSCP Business Manager
| 14 March 2025 => d:2025-03-14 | Audit | Closed

N6 | Housing officers can raise a concern about home conditions | Joint visit protocol between
housing and early help | Assistant Director, Housing and Communities | By end of 2024/25 =>
d:2025-03-31 | Number of joint visits | Paused => h
""",
)
HOME = table(
    "Priority 2 – Harm outside the home",
    COLUMNS,
    """
H1 | Children at risk outside the home have one plan | Agree the single plan template | MACE
Chair (Det Supt Orla Finch) | 31/03/2025 => d:2025-03-31 | Dip sample | Complete

^ | ^ | Move all open plans to the template | Service Manager, Adolescents | 31/07/2025 =>
d:2025-07-31 | ^ | On track => i

H2 | Places and spaces of concern are made safer | Hold a location meeting whenever three
incidents are reported in one place | Community Safety Manager | Whenever triggered => r:event |
Fewer repeat incidents at the ten hot spots | On track => i

H3 | Parents are partners in safety planning | Commission a parent support group // Evaluate
after two cohorts | Commissioning Manager | May 2025 – February 2026 => s:2025-05 d:2026-02 |
Parent feedback | Not started

H4 | Return interviews lead to action | Dip sample ten interviews | Missing Co-ordinator / QA
Manager => Missing Co-ordinator; QA Manager | Every two months from April 2025 => s:2025-04
r:two_monthly | 80% of interviews offered in time lead to a named action | On track => i

H5 | Professionals know the language guide | Publish the guide // Add to all training | LSCP
Training Officer | 30/05/2025 => d:2025-05-30 | Audit of language in minutes | Complete

H6 | Night time economy staff can spot exploitation | Offer training to hotels, takeaways and
taxi firms | Licensing Managers (all four districts) | Monthly until March 2026 => r:monthly
d:2026-03 | 120 staff trained | On track => i
""",
)
PLANS = [NEGLECT, HOME]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(font="Calibri", size=10.5)
    made.add_heading("Wexmoor Safeguarding Children Partnership", 0)
    made.add_heading("Business Plan 2025", 1)
    made.add_paragraph(
        "This plan was agreed by the Executive on 9 January 2025 and is updated for each meeting."
    )
    word.plain(
        made,
        [
            ["Attendance at Executive", "Jul 24", "Oct 24", "Jan 25"],
            ["Council", "✓", "✓", "✓"],
            ["Police", "✓", "✗", "✓"],
            ["Integrated Care Board", "✓", "✓", "✓"],
            ["Education", "✗", "✓", "✓"],
        ],
        [7, 2.5, 2.5, 2.5],
    )
    made.add_page_break()
    widths = [1.3, 5, 6.2, 4.2, 3.2, 4.4, 2.2]
    made.add_heading(NEGLECT.title, 2)
    word.plan(made, NEGLECT, widths, head="E7E6E6")
    made.add_heading(HOME.title, 2)
    word.plan(made, HOME, widths, head="E7E6E6")
    made.add_paragraph(
        "RAG: Complete / On track / Slipped (missed its date) / Not started / Paused (by Executive)"
    )
    made.save(path)
