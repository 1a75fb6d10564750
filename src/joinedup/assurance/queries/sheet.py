"""The register's side of a returned sheet, for what its reader may change."""

from __future__ import annotations

from collections.abc import Iterable

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.assurance.models import Action
from joinedup.assurance.rules.sheet import Difference, Held, Returned, difference

__all__ = ["differences"]


def differences(user: User, rows: Iterable[Returned]) -> tuple[list[Difference], list[Returned]]:
    """(rows that differ, rows that are not in the register or not this reader's to change)."""
    rows = list(rows)
    wanted = visible(user, May.UPDATE_ACTIONS, Action.objects.all()).filter(
        reference__in=[row.reference for row in rows]
    )
    held = {
        found[0]: Held(*found)
        for found in wanted.values_list(
            "reference", "version", "code", "title", "status", "latest", "due_on"
        )
    }
    found = [difference(row, held[row.reference]) for row in rows if row.reference in held]
    unknown = [row for row in rows if row.reference not in held]
    return [one for one in found if one.changes], unknown
