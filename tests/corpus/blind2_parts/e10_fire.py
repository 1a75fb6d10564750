"""Fire service safe and well plan, PDF: lines only between the rows, support column, bands."""

from __future__ import annotations

from pathlib import Path

from blind_parts import pages
from blind_parts.notation import table

NAME = "hexby-fire-safe-and-well-plan.pdf"
LAYOUT = "PDF, landscape; only horizontal lines; start and finish columns; support is other"

PLAN = table(
    "Safe and Well delivery plan 2024",
    "ref:Ref | title:Deliverable | who:Lead | oth:Supported by | start:Start | due:Finish "
    "| st:State | pg:Position, 1 October 2024",
    """
## Strand A: reaching the right homes

SW-A1 | Use the practice lists of patients over 65 to choose streets to visit | Prevention Manager |
ICB analysts | Jan 2024 => 2024-01 | 29 Mar 2024 => d:2024-03-29 | Complete | List received and
shared with eleven stations

SW-A2 | Take referrals from oxygen suppliers within two working days | Referral Desk | Oxygen
suppliers | 1 Apr 2024 => 2024-04-01 | 31 Dec 2024 => d:2024-12-31 | In progress | 61% in time in
the second quarter

SW-A3 | Visit every home where somebody has been discharged after a burn | Station Commanders |
Burns unit |  | Whenever a discharge is notified => r:event | In progress | 14 visits so far

SW-A4 | Agree with housing associations which tenants smoke in bed | Watch Manager O. Teague |
Registered providers | Jun 2024 => 2024-06 | 30 Sep 2024 => d:2024-09-30 | Overdue | Four of six
associations have signed

## Strand B: seeing more than fire

SW-B1 | All visiting crews to be trained in adult and child safeguarding at level 2 | Head of
Learning | Council trainers | 8 Jan 2024 => 2024-01-08 | 28 Jun 2024 => d:2024-06-28 | Complete |
418 firefighters trained, new starters covered on the recruits' course

SW-B2 | Use the clutter image rating at each visit and refer from five upwards | Group Manager
Prevention and Protection | Hoarding panel |  | Ongoing => r:ongoing | In progress | 52 referrals
made

SW-B3 | Falls check to be part of the visit | Community Risk Officers / Falls Service => Community
Risk Officers; Falls Service | – | Sep 2024 => 2024-09 | Feb 2025 => d:2025-02 | Not started |
Form is drafted

SW-B4 | Carbon monoxide alarms for homes with a gas appliance | Stores Officer | Gas network |
1 May 2024 => 2024-05-01 | 30 Apr 2025 => d:2025-04-30 | On hold | Delivery stopped by a recall

## Strand C: learning

SW-C1 | Fatal fire reviews to be shared with both safeguarding boards | Area Manager | Coroner's
officer |  | Every fatal fire => r:event | In progress | Two reviews shared, see SW-B2 for the
change that came of them | @see=SW-B2

SW-C2 | Feedback to the person who referred | Referral Desk | – | Jul 2024 => 2024-07 | Weekly =>
r:weekly | In progress |

SW-C3 | Evaluation by the university | Prevention Manager | Public health | Oct 2024 => 2024-10 |
Twelve months later | Not started |

SW-C4 | Crews to hear what became of their referrals at station drills | Station Commanders |
Referral Desk | Nov 2024 => 2024-11 | Quarterly => r:quarterly | Not started |

## Strand D: partners

SW-D1 | One agreement for sharing addresses with police, ambulance and council | Data Protection
Officer / Head of Prevention => Data Protection Officer; Head of Prevention | Legal |
12 Feb 2024 => 2024-02-12 | 17 May 2024 => d:2024-05-17 | Complete | Signed by four bodies on
9 May

SW-D2 | Paramedics to fit alarms when they find none | Partnership Officer, West Hexby | Ambulance
service | Oct 2024 => 2024-10 | TBC | On hold | Ambulance service has asked for time until the
winter pressures are over

SW-D3 | Home oxygen and airflow mattress warning to be put on the despatch system within one day |
Control Room Manager & Prevention Manager => Control Room Manager; Prevention Manager |
Equipment store | 3 Jun 2024 => 2024-06-03 | 31 Mar 2025 => d:2025-03-31 | In progress | 212
homes carry the warning, a check of 40 found three that were out of date

SW-D4 | Landlords' forum to be given the electrical safety talk | Protection Team Leader | Housing
Standards |  | Twice in 2024 | In progress | First talk in June | @un=due_date,recurrence

SW-D5 | Take part in the hoarding panel | Prevention Manager | – |  | Each panel meeting =>
r:each_meeting | In progress | All six meetings attended, see SW-B2 for numbers | @see=SW-B2

SW-D6 | Retire the paper visit form | Head of Digital and Data | Stores | 1 Jul 2024 => 2024-07-01 |
End Nov 2024 => d:2024-11-30 | In progress | Six stations still have stocks
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    source = "\n".join(
        [
            "= Hexby Fire and Rescue Service",
            "== Safe and Well delivery plan 2024",
            "Safe and Well visits are free. This plan is read by the Prevention Board each month.",
            "#v(4pt)",
            pages.plan(
                PLAN,
                ["1.5cm", "5.2cm", "3.4cm", "2.8cm", "2cm", "2.8cm", "2.1cm", "1fr"],
                head="FBE3D6",
                band="F5F5F5",
                stroke="(x: none, y: 0.4pt + gray)",
            ),
            "",
            "Crews: to refer, ring the desk or use the form on the station tablets.",
        ]
    )
    pages.pdf(path, source, landscape=True, size="9pt")
