"""Between the row of an assurance and the rules about it."""

from __future__ import annotations

from joinedup.assurance.models import Assurance
from joinedup.assurance.rules.told import Told

__all__ = ["told_of"]


def told_of(row: Assurance) -> Told:
    """An assurance as the rules see it; its evidence has been read with it."""
    piece = row.evidence
    stands = piece is not None and piece.withdrawn_on is None
    return Told(
        said_on=row.said_on,
        good_until=row.good_until,
        has_evidence=stands,
        evidence_until=piece.expires_on if piece and stands else None,
        ended_on=row.ended_on,
    )
