"""Learning disability mortality review actions, Word, themes merged downwards, letters with a key."""

from __future__ import annotations

from pathlib import Path

from blind_parts import word
from blind_parts.notation import table

NAME = "ouselby-learning-disability-mortality.docx"
LAYOUT = "Word; theme column merged downwards is the section; BGAR letters with key; dated updates"

PLAN = table(
    "Learning from lives and deaths of people with a learning disability: actions 2024",
    "sec:Theme | ref:ID | title:What reviewers told us | do:Agreed improvement | who:System lead "
    "| due:Deadline | pg:Updates | st:B/G/A/R | src:From reviews",
    """
Bowel care | LD1 | Constipation was put down to behaviour in four of the lives reviewed. | a)
Bowel chart in every supported living folder // b) Short film for support staff | Community
Learning Disability Team Manager | 28.6.24 => d:2024-06-28 | May: charts printed and handed out //
August: film has been seen 640 times | B => c | OB/22/07, OB/23/02

^ | LD2 | Long term laxatives were not looked at again. | Medicines review at the annual health
check | ICB Chief Pharmacist | Sept 2024 => d:2024-09 | August: template in all but three
practices | G => i | OB/23/02

Deterioration | LD3 | Family carers said that something was wrong and were not heard. | Soft signs
tool with a space for the carer's words | Director of Nursing, Ouselby Hospitals | Originally
31.5.24; now 30.11.24 => d:2024-11-30 | May: tool chosen // August: two wards testing it, matrons
have asked for a pocket version | A => i | OB/22/11

^ | LD4 | Out of hours services did not know about reasonable adjustments. | Digital flag to be
seen by 111 and ambulance crews | ICB Digital Lead / Ambulance Service => ICB Digital Lead;
Ambulance Service | Q4 2024/25 => d:2025-03-31 |  | R => n | OB/23/05

^ | LD5 | Pain was missed in people who do not use words. | Distress passport // Training with
experts by experience | Acute Liaison Nurses | Rolling, first course 10 June 2024 => s:2024-06-10
| August: 37 staff trained | G => i | OB/23/09 | @un=recurrence

Mental capacity | LD6 | Decisions about resuscitation gave the learning disability as the reason.
| Audit every such decision each quarter | Medical Director | Quarterly => r:quarterly | May: two
forms withdrawn after audit // August: none found | G => i | OB/21/14

^ | LD7 | Best interests meetings had no advocate. | Reminder to ward managers; referral form on
the intranet => Reminder to ward managers // referral form on the intranet | MCA Lead (Council) +
Named Nurse Adults => MCA Lead (Council); Named Nurse Adults | 31.7.24 => d:2024-07-31 | Finished
in July, see LD3 for the matrons' meeting where it was told | B => c | OB/22/11 | @see=LD3

Screening | LD8 | Few people came to cancer screening. | Easy read invitations | Screening and
Immunisation Lead, NHS England | Dec 24 / Jan 25 => d:2025-01 | August: draft invitations with
the self-advocacy group | A => i | Annual report

^ | LD9 | Annual health checks ended without an action plan. | Practice visits to the ten with the
lowest figures | Primary Care Liaison Nurse | Monthly visits from May 2024 =>
s:2024-05 r:monthly | May: visits
began // August: six visited | G => i | Annual report

Reviews themselves | LD10 | Reviews took longer than six months. | Second reviewer to be appointed
| LeDeR Local Area Contact | Within 3 months of funding | August: no funding | R => n |

^ | LD11 | Families did not hear what had changed. | Letter to each family one year on | LeDeR
Local Area Contact | Ongoing => r:ongoing | May: first six letters sent | G => i |
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(font="Verdana", size=8)
    made.add_heading("Ouselby Integrated Care Partnership", 2)
    made.add_paragraph("Prepared for the Learning Disability Mortality Review Steering Group.")
    word.plan(
        made,
        PLAN,
        [2.2, 1.2, 4.6, 4.2, 3.0, 2.6, 4.4, 1.3, 2.2],
        head="E2EFDA",
        title_row=True,
        again=(5,),
    )
    word.plain(
        made,
        [
            ["Letter", "What it means"],
            ["B", "Complete and signed off by the steering group"],
            ["G", "Under way, on course"],
            ["A", "Under way, behind its date but can be recovered"],
            ["R", "Not started"],
        ],
        [2, 9],
    )
    made.save(str(path))
