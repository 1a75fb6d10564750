"""What the holder of a link has seen, for the record."""

from __future__ import annotations

from django.db import transaction

from joinedup.access.permission import Refused
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind, Kind
from joinedup.audit.recorder import record

__all__ = ["seen_by_link"]


def seen_by_link(by: By, reference: str) -> None:
    """Record that the holder of a link was shown one record. Raises Refused for anybody else."""
    if by.kind != ByKind.LINK:
        raise Refused("No such page.")
    with transaction.atomic():
        record(by, "link.open", reference, Kind.SAW)
