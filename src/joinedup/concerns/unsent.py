"""Unsent answers of the public door: kept under a random key that only the visitor's browser has,
and sealed with it, so that neither the database nor a copy of it can be read.

Nothing here is recorded: whoever leaves without sending leaves nothing behind.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken
from django.utils import timezone

from joinedup.access.limits import limit
from joinedup.concerns.models.public import Unsent

__all__ = ["Kept", "begin", "erase", "erase_old", "keep", "kept"]

RULE = "door.unsent"
Words = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """The answers so far, and when the first page was opened."""

    answers: dict[str, str | list[str]]
    started_at: dt.datetime


def _hash(key: str) -> str:
    return hashlib.sha256(f"find|{key}".encode()).hexdigest()


def _seal(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"seal|{key}".encode()).digest()))


def begin(answers: Words | None = None) -> str:
    """A new key with these answers behind it. What others left too long ago is erased."""
    erase_old()
    key, now = secrets.token_urlsafe(32), timezone.now()
    Unsent.objects.create(
        key_hash=_hash(key), sealed=_sealed(key, answers or {}), started_at=now, seen_at=now
    )
    return key


def _sealed(key: str, answers: Words) -> bytes:
    return _seal(key).encrypt(json.dumps(dict(answers)).encode())


def kept(key: str) -> Kept | None:
    """The answers behind a key; None where there are none, or no longer."""
    if not key:
        return None
    row = Unsent.objects.filter(key_hash=_hash(key), seen_at__gte=_oldest()).first()
    if row is None:
        return None
    try:
        answers = json.loads(_seal(key).decrypt(bytes(row.sealed)))
    except (InvalidToken, ValueError):
        return None
    return Kept(answers, row.started_at)


def keep(key: str, answers: Words) -> bool:
    """Keep these answers in place of those before. False where the key is no longer known."""
    rows = Unsent.objects.filter(key_hash=_hash(key), seen_at__gte=_oldest())
    return bool(rows.update(sealed=_sealed(key, answers), seen_at=timezone.now()))


def erase(key: str) -> None:
    """Erase what stands behind a key: it was sent, or the person left."""
    if key:
        Unsent.objects.filter(key_hash=_hash(key)).delete()


def erase_old() -> int:
    """Erase what nobody went on with; how many there were."""
    return Unsent.objects.filter(seen_at__lt=_oldest()).delete()[0]


def _oldest() -> dt.datetime:
    return timezone.now() - dt.timedelta(seconds=limit(RULE))
