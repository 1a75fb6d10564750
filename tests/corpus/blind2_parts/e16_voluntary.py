"""Section 11 return of a voluntary body, Markdown: a small table under each standard."""

from __future__ import annotations

from pathlib import Path

from blind_parts import plain
from blind_parts.notation import table

NAME = "saltern-youth-trust-section-11.md"
LAYOUT = "Markdown; a small table under each heading, same columns; grades; ticks for done"

COLUMNS = (
    "title:What we must show | oth:Our score (1–4) | pg:Evidence | do:Next step | who:Person "
    "| due:Date | tc:Done?"
)
PEOPLE = table(
    "Standard A: people",
    COLUMNS,
    """
A.1 A trustee leads on safeguarding | 4 | Minutes of January | Deputy to be chosen | Chair of
trustees | 24 April 2024 => d:2024-04-24 | ✔ | @ref=A.1

A.2 Volunteers are checked before they begin | 3 | File check of 30 volunteers // Two had one
reference only | Chase the two references | Fern (volunteers) | 15 March 2024 => d:2024-03-15 | ✔ |
@ref=A.2

A.3 Sessional staff have supervision | 2 | Diary | Group supervision | Fern & Leo => Fern; Leo |
Every six weeks from 11 March 2024 => s:2024-03-11 |  | @ref=A.3; un=recurrence
""",
)
PLACES = table(
    "Standard B: places and trips",
    COLUMNS,
    """
B.1 The boat shed is safe for young people | 3 | Insurer's visit | Handrail; light on the slipway
=> Handrail // light on the slipway | Leo | May '24 => d:2024-05 |  | @ref=B.1

B.2 Trips have a plan and a named first aider | 4 | Trip folder | – | – |  |  | @ref=B.2

B.3 Photographs are only used with consent | 1 | We could not find the forms | New form for
September | Comms volunteer | 1/9/24 => d:2024-09-01 |  | @ref=B.3
""",
)
VOICE = table(
    "Standard C: voice and information",
    COLUMNS,
    """
C.1 Young people help to choose staff | 2 | One panel last year | Train six young people | Youth
forum / Leo => Youth forum; Leo | Summer term |  | @ref=C.1

C.2 Children know who to tell | 3 | Asked 41 children, 33 knew | Poster drawn by the juniors | Fern
(volunteers) | 28 June 2024 => d:2024-06-28 |  | @ref=C.2

C.3 We share information well | 2 | See A.2 for the file check | Course by the Partnership | All
staff => All staff | When dates are out |  | @ref=C.3; see=A.2
""",
)
PLANS = [PEOPLE, PLACES, VOICE]


def write(path: Path) -> None:
    """Make the document."""
    out = [
        "# Saltern Youth Trust",
        "",
        "Section 11 return for **2024**. Scores: 4 = fully, 3 = mostly, 2 = partly, 1 = not yet.",
        "The scores are for the standard, not for the next step.",
        "",
    ]
    for plan in PLANS:
        out += [f"## {plan.title}", "", plain.md_plan(plan), ""]
    out += ["---", "", "*Sent to the Partnership on 9 February 2024 by the Chair of trustees.*", ""]
    path.write_text("\n".join(out), encoding="utf-8")
