"""Text copy of a committee paper: tabs, scraps of HTML, rows cut by page breaks."""

from __future__ import annotations

from pathlib import Path

from . import plain
from .notation import table

NAME = "addlestone-vale-committee-paper.txt"
LAYOUT = "text copy of a paper; tabs; HTML lists in cells; rows cut by pages; head repeated"

PLAN = table(
    "Safeguarding Action Plan 2016/17",
    "title:Action | do:Sub Actions | who:Responsible | due:Target Date | pg:Progress",
    """
## Section 1 – Policy and governance

1a. Review the safeguarding policy | • Compare with the Care Act guidance // • Consult with
staff // • Approval by Policy Committee | Gwen Pallister | 30th September '16 => d:2016-09-30 |
COMPLETE // Approved on 14 September. => [c|COMPLETE] | @ref=1a

1b. Quarterly report to management team | - => | Gwen & Tariq => Gwen; Tariq | Quarterly
commencing 1st July 2016 => s:2016-07-01 r:quarterly | First report went in July, the second
will ¦ go in October with the figures for training. | @ref=1b

1c. Champions in every service | • Role description // • First meeting of champions | Gwen Tariq
Moira Stubb => Gwen; Tariq; Moira Stubb | To begin in October '16 => s:2016-10 |  | @ref=1c

1d. Whistleblowing policy names safeguarding |  | Monitoring Officer | End of December '16 =>
d:2016-12-31 | ONGOING // Draft with unions. => [i|ONGOING] | @ref=1d

## Section 2 – Training

2a. Induction for new starters | Half hour with the safeguarding officer in the first month |
Tariq | Whenever someone starts => r:event | Complete => [c|Complete] | @ref=2a

2b. Domestic abuse training for customer services and for the officers ¦ who visit homes | •
Book the trainer // • Two sessions | Tariq, Moira and Gwen => Tariq; Moira; Gwen | Feb 2017 =>
d:2017-02 | Trainer booked. ¦ Room to be found. | @ref=2b

2c. Training for Members | See 2a – same slides with a longer part on licensing | Democratic
Services | May '16 => d:2016-05 | Complete. => [c|Complete.] | @ref=2c; see=2a

2d. PREVENT workshop | Workshop for community centre staff | Moira Stubb | TBC | Links with 3b |
@ref=2d; see=3b

## Section 3 – Partnership

3a. Attend the district officers' group | Feed back to champions | Gwen | Next meeting 6th
October. Held every two months => s:2016-10-06 r:two_monthly |  | @ref=3a

3b. Take part in Channel | Deputy to be named | Moira Stubb | Monthly => r:monthly | Complete =>
[c|Complete] | @ref=3b

3c. Learn from local and national reviews | Short note to champions on each review | Gwen, Tariq
=> Gwen; Tariq | For all reviews as published => r:event | Note on two reviews sent | @ref=3c

3d. Target hardening scheme for victims | • New supplier // • Leaflet for partners | Housing
Team Manager & ASB Officer => Housing Team Manager; ASB Officer | 31/3/17 => d:2017-03-31 |
<p>Supplier chosen.</p> <p>Seven homes made safe since April.</p> => Supplier chosen. // Seven
homes made safe since April. | @ref=3d
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the file."""
    top = """


COMMUNITIES COMMITTEE

Date: 20th September 2016

Subject: Safeguarding half yearly update

Report by: Head of Communities

1. Introduction

1.1 The Council must have arrangements to keep children and adults at risk safe when it carries
out its duties. The action plan at **Annex 1** has been looked at by the management team.

2. Cases from April to August 2016

TYPE\tREFERRALS\tTO SOCIAL CARE
Children\t31\t12
Adults\t22\t9
Domestic abuse\t40\t7

3. Recommendation

3.1 Members note the progress made.



Annex 1

"""
    lines = plain.tab_lines(PLAN)
    lines.insert(0, PLAN.title)
    end = "\n\nContact: Gwen Pallister, Safeguarding Officer\n"
    path.write_text(top + "\n".join(lines) + end, encoding="utf-8")
