"""An e-mail that was answered and sent on: actions as lines, quoted text under it."""

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

TEXT = """From: Dawn Pellow
Sent: 29 April 2015 16:42
To: Imran Vance; Gwen Sallis
Cc: Safeguarding inbox
Subject: RE: Actions from Monday's strategy group

Thanks all. These are the actions as I have them, please shout if I have got any wrong.

ACTION 1: Write to all head teachers about the new referral form.
Who: Dawn
When: w/c 4 May

ACTION 2: Invite the ambulance service and the fire service to the group.
Who: Imran & Gwen
When: before the next meeting on 8 June
Update: fire have said yes

ACTION 3: Collect numbers on children who go missing from placements outside the county, and
bring them with a short note on what they tell us.
Who: Gwen
When: 31 July 2015

ACTION 4: Book training on private fostering.
Who: Dawn
When: tbc
Update: done, 17 June in the town hall

Kind regards
Dawn
Dawn Pellow | Safeguarding Coordinator | Ormsdale Council
Working days: Monday to Thursday

> From: Imran Vance
> Sent: 28 April 2015 09:10
> To: Dawn Pellow
>
> Dawn, could you send the list round before I go on leave?
> Imran
"""


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    path.write_text(TEXT, encoding="utf-8")
    rows = [
        row(
            "Write to all head teachers about the new referral form.",
            ref="1",
            by="Dawn",
            due=due("w/c 4 May", "2015-05-04"),
        ),
        row(
            "Invite the ambulance service and the fire service to the group.",
            ref="2",
            by="Imran | Gwen",
            due=due("before the next meeting on 8 June", "2015-06-08"),
            pg=["fire have said yes"],
            un=["due_date"],
        ),
        row(
            "Collect numbers on children who go missing from placements outside the county, and "
            "bring them with a short note on what they tell us.",
            ref="3",
            by="Gwen",
            due=due("31 July 2015", "2015-07-31"),
        ),
        row(
            "Book training on private fostering.",
            ref="4",
            by="Dawn",
            due=due("tbc"),
            st="complete",
            pg=["17 June in the town hall"],
            un=["status", "progress_text", "progress_items"],
        ),
    ]
    return [plan("Actions from Monday's strategy group", rows)]


DOCUMENT = ("ormsdale-strategy-mail.txt", "e-mail with who and when on lines, quoted text", build)
