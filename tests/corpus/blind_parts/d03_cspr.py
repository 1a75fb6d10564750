"""Action plan of a child safeguarding practice review, Word, tick columns, numbered lists."""

from __future__ import annotations

from pathlib import Path

from . import word
from .notation import table

NAME = "tollbridge-practice-review-child-m.docx"
LAYOUT = "Word; tick columns for status; numbered lists; header typed again; struck dates"

PLAN = table(
    "Local Child Safeguarding Practice Review: Child M – Multi-agency action plan",
    "ref:Recommendation | title:Recommendation of the reviewer | do:Agreed action "
    "| who:Accountable | due:Target date | tn:Not started | ti:Under way | tc:Complete "
    "| pg:Update (October 2024)",
    """
Recommendation 1 => 1 | The Partnership should assure itself that pre-birth procedures are
followed when the mother has moved between areas. | # Audit 15 pre-birth cases where there was a
move // # Revise the pre-birth procedure // # Report to the Partnership | Head of Safeguarding,
Tollbridge Council | 31st October 2024 => d:2024-10-31 |  | ✓ |  | Audit finished in August, 15
cases. // Procedure is being revised by the Policy Group.

Recommendation 2 => 2 | Health visitors and midwives should use one handover form. | Single form
to be designed and tested | Designated Nurse (ICB) / Head of Midwifery => Designated Nurse
(ICB); Head of Midwifery | ~~30th June 2024~~ 30th November 2024 => d:2024-11-30 |  | ✓ |  |
Form tested at Weir Street clinic. Feedback was good but it was thought too long.

Recommendation 3 => 3 | All agencies should be reminded that bruising in babies who are not
mobile is always referred. | # Reissue the bruising protocol // # One page poster for GP
practices | Named GP; Designated Doctor => Named GP; Designated Doctor | 31st May 2024 =>
d:2024-05-31 |  |  | ✓ | Reissued 20th May. // Posters sent to all 34 practices.

Recommendation 4 => 4 | Strategy discussions should always include a paediatrician. | Rota to be
agreed with the hospital trust | Medical Director, Tollbridge Hospitals NHS Trust | Immediate |
|  | ✔ | Rota in place since July.

Recommendation 5 => 5 | The Partnership should seek assurance about the use of escalation. |
Quarterly count of escalations by agency and stage | LSCP Business Manager | Quarterly, first
report July 2024 => s:2024-07 r:quarterly |  | ✓ |  | Two reports so far. Numbers remain low for
health.

Recommendation 6 => 6 | Supervision should give time for reflecting on the lived experience of
the child. | # Supervision template to have a prompt // # Dip sample of 20 records | Principal
Social Worker | January 2025 => d:2025-01 | ✓ |  |  |

Recommendation 7 => 7 | Father's history should be sought from police and probation at the first
assessment. | # Flow chart for the front door // # Checks to be a required field | MASH Manager
& Probation Head of Service => MASH Manager; Probation Head of Service | 28th February 2025 =>
d:2025-02-28 |  | ✓ |  | Flow chart done. The field needs a system change which is with the
supplier.

Recommendation 8 => 8 | Housing providers should know how to report worries about babies in
temporary accommodation. | Briefing for all registered providers and B&B owners | Strategic
Housing Lead (Jas Gill) | Before Christmas 2024 | ✓ |  |  | To be linked with recommendation 3
so that one mailing is sent. | @see=3

Recommendation 9 => 9 | Learning from this review should be shared with frontline staff in all
agencies. | # Learning briefing // # Three webinars // # Slot at staff conference | LSCP
Training Sub-group | 31st March 2025 => d:2025-03-31 |  | ✓ |  | Briefing published on the day
of publication. // First webinar had 112 people.

Recommendation 10 => 10 | The impact of the action plan should be tested after one year. |
Multi-agency audit of cases of babies under one | LSCP Quality Assurance Sub-group | 12 months
after publication | ✓ |  |  |
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(size=9)
    made.add_heading(PLAN.title, 1)
    made.add_paragraph("OFFICIAL – SENSITIVE until publication")
    made.add_paragraph(
        "The review was commissioned in September 2023. The independent reviewer was Mrs T "
        "Askwith. The plan is owned by the Practice Review Sub-group, "
        "which meets every other month in 2024."
    )
    widths = [2.6, 5, 5, 3.4, 2.6, 1.3, 1.3, 1.4, 4.2]
    word.plan(made, PLAN, widths, head="", again=(4, 8))
    made.add_paragraph("✓ shows the position at the date of the update.")
    made.save(path)
