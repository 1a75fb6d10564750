"""A task board in Markdown: the heading says the state, the line who and when."""

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

TEXT = """# Safeguarding sprint board - Nettlecombe Academy Trust

_Last moved: 11 March 2025. Cards are moved at the Monday meeting._

## To do

- [ ] **Write to parents about phones at the gate** (Owner: Deputy Head; Due: 28 March 2025)
- [ ] **Find a room where pupils can talk in private** (Owner: Site Manager, DSL; Due: after Easter)

## Doing

- [ ] **Check the single central record** (Owner: HR Officer; Due: 21/03/25)
  - 140 of 212 entries checked
  - Two agency staff have no reference on file
- [ ] **Filtering reports reach the DSL each Friday** (Owner: IT Manager; Due: weekly)

## Blocked

- [ ] **Counsellor for Year 9** (Owner: SENCo & DSL; Due: April 2025)
  - Waiting for the governors to agree the money

## Done

- [x] **Lanyards for visitors** (Owner: Office Manager; Due: 3 March 2025)
- [x] **Staff sign the code of conduct** (Owner: Headteacher; Due: 28 Feb 2025)
  - All 96 have signed
"""


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    path.write_text(TEXT, encoding="utf-8")
    rows = [
        row(
            "Write to parents about phones at the gate",
            by="Deputy Head",
            due=due("28 March 2025", "2025-03-28"),
            st="not_started",
        ),
        row(
            "Find a room where pupils can talk in private",
            by="Site Manager | DSL",
            due=due("after Easter"),
            st="not_started",
        ),
        row(
            "Check the single central record",
            by="HR Officer",
            due=due("21/03/25", "2025-03-21"),
            st="in_progress",
            pg=["140 of 212 entries checked", "Two agency staff have no reference on file"],
        ),
        row(
            "Filtering reports reach the DSL each Friday",
            by="IT Manager",
            due=due("weekly", None, None, "weekly"),
            st="in_progress",
        ),
        row(
            "Counsellor for Year 9",
            by="SENCo | DSL",
            due=due("April 2025", "2025-04"),
            st="on_hold",
            pg=["Waiting for the governors to agree the money"],
        ),
        row(
            "Lanyards for visitors",
            by="Office Manager",
            due=due("3 March 2025", "2025-03-03"),
            st="complete",
        ),
        row(
            "Staff sign the code of conduct",
            by="Headteacher",
            due=due("28 Feb 2025", "2025-02-28"),
            st="complete",
            pg=["All 96 have signed"],
        ),
    ]
    return [plan("Safeguarding sprint board - Nettlecombe Academy Trust", rows)]


DOCUMENT = ("nettlecombe-board.md", "task board, the heading says the state", build)
