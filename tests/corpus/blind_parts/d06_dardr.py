"""Domestic abuse related death review, Word, national and local plans in one document."""

from __future__ import annotations

from pathlib import Path

from . import word
from .notation import table

NAME = "skelby-dardr-action-plan.docx"
LAYOUT = "Word; completion date column; scope and milestones; two plans; rows of guidance"

COLUMNS = (
    "title:Recommendation | oth:Scope of recommendation i.e. local, regional | do:Action to take "
    "| who:Lead agency | oth:Key milestones | due:Target date | done:Date of completion "
    "| oth:Outcome"
)
PANEL = table(
    "Recommendations of the panel",
    COLUMNS,
    """
%% What is the over-arching recommendation? Should be SMART. Who leads, and how will you know?

1. Skelby Community Safety Partnership should make sure that family and friends know where to
take a worry about somebody they love. | Local | - Campaign for family and friends, designed with
the survivors' forum. // - Leaflets in 12 community venues. | Skelby Community Safety Partnership
| Design agreed May 2023 // Launch at the summer fair | August 2023 => d:2023-08 | 12/08/2023 |
Over 900 leaflets taken. | @ref=1

2. GP practices should ask about abuse when a patient is a carer for a partner. | Regional |
Prompt in the carers' health check template. | Skelby and Coast ICB | Template changed //
Practices told through the bulletin | 30/11/2023 => d:2023-11-30 | 04/12/2023 | Prompt used in
61% of checks. | @ref=2

3. Adult social care should see the couple separately at a carer's assessment. | Local | -
Change practice guidance. // - Include in the induction of social workers. | Skelby Council,
Adult Social
Care | Guidance signed off by the Principal Social Worker | 31/01/2024 => d:2024-01-31 |  |  |
@ref=3

4. The Partnership should hold a yearly learning event about older victims. | Local | Event with
Age Concern Skelby. | Domestic Abuse Co-ordinator | First event November 2023 | Annual =>
r:annual |  |  | @ref=4

5. The police should flag addresses where an older person has been harmed by a partner or family
member. | Local | Warning marker to be added by the safeguarding hub. | Police (Safeguarding
Hub) | Process written | 29/02/2024 => d:2024-02-29 | 29/02/2024 | Marker in use. | @ref=5

6. The Home Office should consider adding carer stress to the training for chairs. | National |
Letter to the Home Office. | CSP Chair | Letter sent | ASAP | 02/10/2023 | Acknowledged, no
further action asked of us. | @ref=6
""",
)
SINGLE = table(
    "Recommendations for single agencies",
    COLUMNS,
    """
7. Hospital: emergency department staff to use the routine question for patients over 65. |
Local | - Add to triage form. // - Train triage nurses. | Emergency Department Matron; IDVA
(hospital) => Emergency Department Matron; IDVA (hospital) | Form live // 80% trained |
31/03/2024 => d:2024-03-31 |  |  | @ref=7

8. Housing association: tenancy visits to include a question on safety at home. | Local | Visit
checklist changed | Fellgate Homes | – | 30/09/2023 => d:2023-09-30 | September 2023 | Checklist
reviewed with tenants. | @ref=8

9. Pharmacy: Safe Space scheme to be offered by all community pharmacies. | Local | Sign up
drive by the pharmacy committee | Local Pharmaceutical Committee | Half by Christmas |
30/06/2024 => d:2024-06-30 |  |  | @ref=9

10. Ambulance service: safeguarding referrals to name the person said to have caused harm where
it is known. | Regional | Referral form to be changed at the next release | Ambulance Service
Head of Safeguarding | Depends on supplier | TBC |  |  | @ref=10
""",
)
PLANS = [PANEL, SINGLE]


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(size=9)
    made.add_heading("Skelby Community Safety Partnership", 1)
    made.add_heading("Domestic Abuse Related Death Review – ‘Edith’ – Appendix B: Action Plan", 2)
    widths = [5.4, 2.1, 4.4, 3.2, 3.5, 2.2, 2.2, 3.4]
    for part in (PANEL, SINGLE):
        made.add_heading(part.title, 3)
        word.plan(made, part, widths, head="C6D9F1")
    made.add_paragraph("Distribution")
    word.plain(
        made,
        [
            ["Agency", "Copies", "Sent"],
            ["Coroner", "1", "Yes"],
            ["Police and Crime Commissioner", "1", "Yes"],
            ["Domestic Abuse Commissioner", "1", "No"],
        ],
        [8, 3, 3],
    )
    made.save(path)
