"""Checks the whole audit record and says in plain sentences what does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from joinedup.audit.models import Entry, Seal, SealedEntry
from joinedup.audit.recorder import moment_text
from joinedup.audit.rules import FIRST, entry_digest, seal_digest
from joinedup.audit.triggers import missing

__all__ = ["problems"]


def problems(outside: Mapping[int, str] | None = None) -> list[str]:
    """Everything that is wrong; empty where the record holds.

    `outside` is number → digest of seals kept elsewhere: it shows records cut short or put back
    from an old copy, which nothing inside the database can show.
    """
    return [*_chains(), *_seals(), *_outside(outside or {}), *_triggers()]


def _chains() -> Iterator[str]:
    chain, seq, previous = "", 0, FIRST
    for entry in Entry.objects.order_by("chain", "seq").iterator(chunk_size=2_000):
        if entry.chain != chain:
            chain, seq, previous = entry.chain, 0, FIRST
        if entry.seq != seq + 1:
            yield f"Record {chain}: entry {seq + 1} is missing."
        elif entry.previous != previous:
            yield f"Record {chain}: entry {entry.seq} does not follow the one before it."
        made = entry_digest(
            at=moment_text(entry.at),
            chain=entry.chain,
            seq=entry.seq,
            kind=entry.kind,
            verb=entry.verb,
            by=(entry.by_kind, entry.by_ref),
            detail=entry.detail,
            previous=entry.previous,
        )
        if made != entry.digest:
            yield f"Record {chain}: entry {entry.seq} was changed."
        seq, previous = entry.seq, entry.digest


def _seals() -> Iterator[str]:
    number, previous = 0, FIRST
    entries = dict(Entry.objects.values_list("pk", "digest"))
    members: dict[int, list[tuple[int, str]]] = {}
    rows = SealedEntry.objects.order_by("entry_id").values_list("seal_number", "entry_id", "digest")
    for seal_number, entry, digest in rows.iterator(chunk_size=5_000):
        members.setdefault(seal_number, []).append((entry, digest))
        if entry not in entries:
            yield f"Seal {seal_number}: an entry that it covers is gone."
        elif entries[entry] != digest:
            yield f"Seal {seal_number}: an entry that it covers was replaced."
    for seal in Seal.objects.order_by("number"):
        if seal.number != number + 1:
            yield f"Seal {number + 1} is missing."
        elif seal.previous != previous:
            yield f"Seal {seal.number} does not follow the one before it."
        inside = members.pop(seal.number, [])
        made = seal_digest(seal.number, moment_text(seal.at), inside, seal.previous)
        if made != seal.digest or len(inside) != seal.count:
            yield f"Seal {seal.number} does not match what it covers."
        number, previous = seal.number, seal.digest
    if members:
        yield "Entries are marked as sealed by a seal that is not there."


def _outside(outside: Mapping[int, str]) -> Iterator[str]:
    inside = dict(Seal.objects.values_list("number", "digest"))
    for number, digest in sorted(outside.items()):
        if number not in inside:
            yield f"Seal {number} was exported and is not in the record: something was cut off."
        elif inside[number] != digest:
            yield f"Seal {number} differs from the exported one: the record was rewritten."


def _triggers() -> Iterator[str]:
    for name in missing():
        yield f"The database no longer refuses changes: {name} is not there."
