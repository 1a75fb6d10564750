"""A peer challenge: two columns, the right one with the state and labels inside the cell."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    (
        "Make the strategy for violence against women one page long.",
        "Complete",
        "New strategy agreed by Cabinet in July 2024.",
        "",
        "Policy Officer",
        "July 2024",
        "2024-07",
    ),
    (
        "Give frontline managers data that they can use.",
        "In progress",
        "Dashboard shown to forty managers.",
        "Add repeat victims",
        "Performance Manager",
        "31 January 2025",
        "2025-01-31",
    ),
    (
        "Bring housing and health to the same table.",
        "In progress",
        "Public health now chairs the group.",
        "Invite the three largest landlords",
        "Director of Public Health, Head of Housing Options",
        "by Christmas 2024",
        None,
    ),
    (
        "Pay survivors for their time.",
        "Not started",
        "Finance has asked for a business case.",
        "Write the business case",
        "Commissioner for Domestic Abuse",
        "28/02/2025",
        "2025-02-28",
    ),
]
STATE = {"Complete": "complete", "In progress": "in_progress", "Not started": "not_started"}


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    title = "Peer challenge: where we are six months on"
    doc.add_heading(title, 1)
    doc.add_paragraph("Thistlewick Borough Council, November 2024")
    body = []
    rows = []
    for n, (what, state, news, todo, who, when, day) in enumerate(ROWS, 1):
        cell = [f"{state}.", news]
        if todo:
            cell.append(f"Next step: {todo}")
        cell += [f"Lead: {who}", f"By: {when}"]
        body.append([f"{n}. {what}", "\n".join(cell)])
        owners = who.replace("Health, Head", "Health | Head")
        rows.append(
            row(
                what,
                ref=str(n),
                do=[todo] if todo else [],
                by=owners,
                due=due(when, day),
                st=STATE[state],
                st_text=state,
                pg=[news],
            )
        )
    grid(doc, [["What the peer team said", "What has happened since"], *body])
    save(doc, path)
    return [plan(title, rows)]


DOCUMENT = ("thistlewick-since-then.docx", "two columns, labels inside the right cell", build)
