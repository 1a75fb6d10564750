"""Seals: one digest over all new entries, chained to the seal before, kept outside too."""

from __future__ import annotations

from pathlib import Path

from django.db import connection, transaction
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone

from joinedup.audit.models import Entry, Seal, SealedEntry
from joinedup.audit.recorder import moment_text
from joinedup.audit.rules import FIRST, seal_digest

__all__ = ["export_seals", "last_seal", "read_exported", "seal_now"]

LATE_COMMITS = 10_000
LOCK = 7_205_759_403


def last_seal() -> Seal | None:
    """The newest seal, printed on what is published."""
    return Seal.objects.order_by("-number").first()


def seal_now() -> Seal | None:
    """Seal what is not sealed yet; None where there is nothing new.

    Entries can commit out of order of their ids, so the search begins some way before the last
    sealed id, and membership is stored.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        newest = SealedEntry.objects.aggregate(newest=Max("entry_id"))["newest"] or 0
        sealed = SealedEntry.objects.filter(entry_id=OuterRef("pk"))
        members = list(
            Entry.objects.filter(pk__gt=newest - LATE_COMMITS)
            .exclude(Exists(sealed))
            .order_by("pk")
            .values_list("pk", "digest")
        )
        if not members:
            return None
        before = last_seal()
        number, previous = (before.number + 1, before.digest) if before else (1, FIRST)
        now = timezone.now()
        SealedEntry.objects.bulk_create(
            [
                SealedEntry(entry_id=entry, seal_number=number, digest=digest)
                for entry, digest in members
            ],
            batch_size=2_000,
        )
        return Seal.objects.create(
            number=number,
            at=now,
            count=len(members),
            previous=previous,
            digest=seal_digest(number, moment_text(now), members, previous),
        )


def export_seals(path: Path) -> int:
    """Add the seals that the file does not hold yet, one line each; how many were added."""
    known = max(read_exported(path), default=0)
    rows = Seal.objects.filter(number__gt=known).order_by("number")
    lines = [f"{seal.number} {moment_text(seal.at)} {seal.digest}\n" for seal in rows]
    if lines:
        with path.open("a", encoding="ascii") as file:
            file.writelines(lines)
    return len(lines)


def read_exported(path: Path) -> dict[int, str]:
    """Number → digest of the seals in an exported file; empty where there is no file."""
    if not path.exists():
        return {}
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {int(row[0]): row[2] for row in rows if len(row) == 3}
