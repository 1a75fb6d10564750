"""The register's side of a returned sheet, for what its reader may change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.assurance.models import Action
from joinedup.assurance.queries.lines import owner_names
from joinedup.assurance.rules.sheet import Difference, Held, Returned, difference

__all__ = ["differences"]


def differences(user: User, rows: Iterable[Returned]) -> tuple[list[Difference], list[Returned]]:
    """(rows that differ, rows that are not in the register or not this reader's to change)."""
    rows = list(rows)
    wanted = visible(user, May.UPDATE_ACTIONS, Action.objects.all()).filter(
        reference__in=[row.reference for row in rows]
    )
    columns = ("reference", "version", "code", "title", "status", "latest", "next_on")
    there: dict[int, list[Any]] = {pk: one for pk, *one in wanted.values_list("pk", *columns)}
    owners = owner_names(there)
    held = {
        values[0]: replace(Held(*values), owners=", ".join(owners.get(pk, ())))
        for pk, values in there.items()
    }
    found = [difference(row, held[row.reference]) for row in rows if row.reference in held]
    unknown = [row for row in rows if row.reference not in held]
    return [one for one in found if one.is_any], unknown
