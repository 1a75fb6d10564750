"""What the register of erasures outside the database says of records that were erased."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from joinedup.audit.erased import Erased
from joinedup.casefile.choices import ErasedKind
from joinedup.casefile.models import Erasure
from joinedup.cases.models import Case
from joinedup.concerns.models import Concern
from joinedup.subjects.models import Subject

__all__ = ["are_back", "line_of_record", "lines"]

TABLES: dict[str, type[Any]] = {
    ErasedKind.CASE: Case,
    ErasedKind.CONCERN: Concern,
    ErasedKind.PERSON: Subject,
}
AT_ONCE = 500


def lines() -> list[Erased]:
    """Every erasure that the database knows of, oldest first."""
    rows = Erasure.objects.filter(erased_at__isnull=False, asked_by__isnull=False)
    rows = rows.select_related("asked_by", "answered_by").order_by("erased_at", "pk")
    return [line_of_record(one) for one in rows if one.answered_by is not None]


def line_of_record(row: Erasure) -> Erased:
    """An erased record as the register outside the database has it."""
    at = row.answered_at or row.asked_at
    return Erased(
        row.reference, row.kind, row.about, row.ground, row.reason,
        asked_by=row.asked_by.reference if row.asked_by else "",
        agreed_by=row.answered_by.reference if row.answered_by else "",
        asked_at=row.asked_at.isoformat(), at=at.isoformat(),
    )  # fmt: skip


def are_back(wanted: Iterable[Erased]) -> list[Erased]:
    """Which of these erased records are in the database, in their order."""
    named = list(wanted)
    there: set[str] = set()
    for kind, table in TABLES.items():
        about = sorted({one.about for one in named if one.kind == kind})
        for at in range(0, len(about), AT_ONCE):
            rows = table.objects.filter(reference__in=about[at : at + AT_ONCE])
            there.update(rows.values_list("reference", flat=True))
    return [one for one in named if one.about in there and one.kind in TABLES]
