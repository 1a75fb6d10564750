"""The register as a plain table: the columns of a copy and what stands in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from joinedup.assurance.choices import Priority, Rag, Recurrence, Status

__all__ = ["EDITED", "HEADINGS", "STATUS_WORDS", "copied", "edited"]

HEADINGS = (
    "Reference", "Code", "Action", "Plan", "Section", "Organisation", "Owner", "Priority", "Theme",
    "Due", "First due", "Times moved", "Due as printed", "Comes back", "Days late", "Status",
    "How it stands", "Rating", "Reason for the rating", "Latest update", "Last updated", "Review method",
)  # fmt: skip
EDITED = (
    "Reference", "Version", "Code", "Action", "Owner", "Status", "How it stands now", "Due",
    "Reason for new date", "New date approved by",
)  # fmt: skip
"""The columns of a sheet that is edited and returned; the last five may be changed."""

STATUS_WORDS = {one.label: one.value for one in Status}

Cell = str | int | dt.date | None


def copied(line: Any) -> list[Cell]:
    """One row of a copy, by `HEADINGS`. A due date known only by its month is words, not a day."""
    is_exact = line.recurrence or line.due_precision != "month"
    return [
        line.reference, line.code, line.title, line.plan_title, line.section, line.agency_name,
        line.owners, Priority(line.priority).label if line.priority else "", line.theme,
        line.next_on if line.next_on and is_exact else line.due if line.next_on else None,
        line.first_due_on if line.times_moved else None, line.times_moved or None,
        line.due_text, Recurrence(line.recurrence).label, line.late or None,
        Status(line.status).label, line.standing, Rag(line.colour).label, line.reason, line.latest,
        line.updated_on, line.review_method,
    ]  # fmt: skip


def edited(line: Any) -> Sequence[Cell]:
    """One row of a sheet to be edited, by `EDITED`."""
    return [
        line.reference, line.version, line.code, line.title, line.owners, Status(line.status).label,
        line.latest, line.next_on, "", "",
    ]  # fmt: skip
