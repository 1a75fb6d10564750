"""Missing children plan, Excel, colour letters with an unusual key, vertical merges."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from . import sheets
from .notation import table

NAME = "calderhope-missing-children-plan.xlsx"
LAYOUT = "Excel; objective merged over actions; letters whose key is unusual; hidden notes row"

PLAN = table(
    "Children missing from home, care and education: delivery plan",
    "ref:Obj | title:Objective | do:Action | who:Lead | due:Due | st:RAG | pg:Comments",
    """
1 | Every child who goes missing has a timely return interview | Widen the team of interviewers
to include youth workers | Missing Children Manager | 30 Jun 2023 => d:2023-06-30 | G => c |
Four youth workers trained

^ | ^ | Offer interviews at weekends | Missing Children Manager | 29 Sep 2023 => d:2023-09-29 |
A => i | Pilot in the south

2 | Children in care who go missing have a plan that is shared with carers | Philomena protocol
used in all homes | Head of Fostering & Residential => Head of Fostering & Residential | End Oct
2023 => d:2023-10-31 | A => i | Nine of eleven homes

^ | ^ | Carers' handbook rewritten | Fostering Panel Adviser | End Nov 2023 => d:2023-11-30 | B
=> n |

3 | Children missing education are found quickly | Daily exchange of pupils taken off roll |
Inclusion Officer; Admissions => Inclusion Officer; Admissions | 1 Sept 2023 => d:2023-09-01 | G
=> c | Running since the first day of term

4 | Information from interviews is used to disrupt | Analyst to read all interviews each week |
Police Analyst | Weekly => r:weekly | A => i | Started in May

5 | Children placed here by other councils are known | Letter to all placing councils //
Register kept by the brokerage team | Brokerage | 31 May 2023 => d:2023-05-31 | R => o | Letter
sent late, half have answered

6 | Parents know what to do | Leaflet in six languages | Comms; Parents' Forum => Comms;
Parents' Forum | Dec 2023 => d:2023-12 | B => n | See objective 1 | @see=1

7 | Partners look at repeat episodes together | Panel for those missing three times in 90 days |
DI Rhona Mewse | Fortnightly from 5 June 2023 => s:2023-06-05 r:fortnightly | A => i | 14
children discussed

8 | Governance is clear | Strategy signed by all chief officers | Director of Children's
Services | May 2023 => d:2023-05 | G => c |

9 | Front line staff use one name for each kind of episode | Glossary in the procedures // Slide
in all training | Safeguarding Partnership Trainer | 15 December 2023 => d:2023-12-15 | A => i |

10 | Health staff in the emergency department are told when a child is reported missing | Daily
list to the duty matron, with the agreement of the hospital's Caldicott Guardian | Named Nurse,
Calder General Hospital | As each report comes in => r:event | B => n | Waiting for the
agreement to be signed

11 | Children over 16 in supported accommodation have the same offer | Contract changes with
four providers | Commissioning Manager (Placements) | Q1 2023/24 => d:2023-06-30 | R => o | Two
have signed. See 2 for the protocol
| @see=2; un=due_date,due_start,recurrence

^ | ^ | Unannounced visits | Commissioning Manager (Placements) | Monthly from July 2023 =>
s:2023-07 r:monthly | A => i |

12 | Feedback from children shapes the service | Text survey after each interview | Youth Voice
Worker | TBC | B => n |

13 | Data is trusted | Reconcile council and police figures | Performance Team // Police Analyst
=> Performance Team; Police Analyst | Quarterly => r:quarterly | G => c | Figures agree to
within 2%
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Plan"
    sheets.words(sheet, 1, ["Calderhope City Council"], bold=True)
    sheets.words(sheet, 2, [PLAN.title], bold=True)
    key = ["RAG:", "B = not started", "A = in progress", "G = completed", "R = date missed"]
    sheets.words(sheet, 3, key)
    free = sheets.plan(sheet, 5, PLAN, [6, 40, 44, 32, 20, 8, 36], head="C9C9C9", left=2)
    sheets.words(sheet, free + 1, ["Next review by the Missing Strategic Group: November 2023"])
    sheets.words(sheet, free + 2, ["filter helper", "x", "x"])
    sheet.row_dimensions[free + 2].hidden = True
    about = book.create_sheet("Notes for leads")
    sheets.words(about, 1, ["Keep comments short. Do not put names of children in the plan."])
    book.save(path)
