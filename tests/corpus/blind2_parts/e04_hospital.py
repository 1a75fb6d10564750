"""Hospital trust safeguarding work plan, Word: the colour of the number cell is the status."""

from __future__ import annotations

from pathlib import Path

from blind_parts import word
from blind_parts.notation import table

NAME = "marram-hospitals-safeguarding-workplan.docx"
LAYOUT = "Word; the number cell is coloured, key above; two columns of position; assurance column"
DONE, MOVING, LATE, NOT = "CDB5E6", "BFE3F5", "F7B27A", "E5E5E5"

PLAN = table(
    "Safeguarding work plan 2025-26",
    "ref:No | title:Objective | who:Trust lead | do:How | due:Complete by | rev:Monitored through "
    "| pg:Position at end of June | pg:Position at end of September",
    f"""
## Children

{{fill:{DONE}}} 1 | Think family: every adult in the emergency department is asked about children
at home | Named Nurse for Children | • Mandatory field // • Posters in the rapid assessment area |
30 June 2025 => d:2025-06-30 | Safeguarding Operational Group | Field live on 2 June | 88% asked
in September | @status=c

{{fill:{MOVING}}} 2 | Babies with an injury are seen by a consultant before they go home | Named
Doctor, Head of Midwifery and Gynaecology => Named Doctor; Head of Midwifery and Gynaecology | •
Rota // • Discharge stop in the system | 31 October 2025 => d:2025-10-31 | Paediatric governance
meeting |  | Rota agreed, discharge stop is being tested | @status=i

{{fill:{MOVING}}} 3 | Was not brought is used in place of did not attend | Outpatients General
Manager | • Letters changed // • Audit of 50 clinics | Q3 2025/26 => d:2025-12-31 | Safeguarding
Operational Group | Letters changed in five specialties | Letters changed in eleven specialties.
Audit booked for November. | @status=i

{{fill:{NOT}}} 4 | Young people of 16 and 17 on adult wards are known to the team | Matron for
Young People | • Daily list | January 2026 => d:2026-01 | Matrons' meeting |  |  | @status=n

## Adults

{{fill:{LATE}}} 5 | Deprivation of liberty applications are made in time | MCA Practitioner | •
Ward rounds each Tuesday // • Prompt at 48 hours | 31 July 2025 => d:2025-07-31 | Weekly list to
the Chief Nurse | Prompt written, waiting for the digital team | Date missed. New date to be
given in October | @status=o

{{fill:{DONE}}} 6 | Pressure damage of grade 3 and above is screened with the joint protocol |
Tissue Viability Lead | • Protocol adopted // • Training for link nurses | 29 August 2025 =>
d:2025-08-29 | Harm Free Care Panel | Adopted in May | All link nurses trained | @status=c

{{fill:{MOVING}}} 7 | People who go missing from a ward are found quickly | Head of Security |
• Joint walk-through with police // • Grab pack | w/c 6 October 2025 => d:2025-10-06 | Emergency
planning group |  | Walk-through dates agreed with Sgt Lowther | @status=i

{{fill:{NOT}}} 8 | Self-discharge of people at risk leads to a call next day | Vacant | • Script
for the call | After the recruitment round | Safeguarding Operational Group |  | See 7 for work
on the list | @status=n; see=7

## Both

{{fill:{MOVING}}} 9 | Level 3 training is at 90% | Divisional Directors of Nursing | • Monthly
letter to those who are out of date | Monthly until March 2026 => r:monthly d:2026-03 | People
Committee | 79% | 84% | @status=i

{{fill:{MOVING}}} 10 | Staff who are themselves victims of abuse know where to turn | HR Business
Partner & Domestic Abuse Adviser => HR Business Partner; Domestic Abuse Adviser | • Policy // •
Managers' session each half year | Every six months from October 2025 => s:2025-10 r:six_monthly |
People Committee | Policy went to the staff side | Policy agreed | @status=i

{{fill:{DONE}}} 11 | Supervision for the team by somebody from outside | Chief Nurse (Oonagh
Sparrow) | • Contract | 1 July 2025 => d:2025-07-01 | One to one | Contract signed |  | @status=c

{{fill:{NOT}}} 12 | Annual report goes to the Board in public | Head of Safeguarding | • Draft to
the committee in May | 30.6.26 => d:2026-06-30 | Trust Board |  |  | @status=n
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(font="Arial", size=8.5)
    made.add_heading("Marram Hospitals NHS Foundation Trust", 1)
    made.add_heading(PLAN.title, 2)
    word.plain(
        made,
        [
            ["The colour of the number shows where we are"],
            [f"{{fill:{DONE}}} Complete"],
            [f"{{fill:{MOVING}}} In progress"],
            [f"{{fill:{LATE}}} Overdue"],
            [f"{{fill:{NOT}}} Not yet started"],
        ],
        [8],
        head="",
    )
    word.plan(made, PLAN, [1, 4.6, 3.4, 4.2, 2.7, 3, 3.8, 3.8], head="005EB8", band="EDF3F9")
    made.add_paragraph("Circulation: Safeguarding Committee, ICB, both safeguarding boards.")
    made.save(str(path))
