"""How digests are made. Plain functions, so that anybody can check a chain outside the product."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

__all__ = ["FIRST", "canonical", "entry_digest", "seal_digest"]

FIRST = "0" * 64


def canonical(detail: Mapping[str, object]) -> str:
    """The one way to write a detail as JSON: sorted keys, no spaces, ASCII."""
    return json.dumps(detail, sort_keys=True, separators=(",", ":"), default=str)


def entry_digest(
    *,
    at: str,
    chain: str,
    seq: int,
    kind: str,
    verb: str,
    by: tuple[str, str],
    detail: str,
    previous: str,
) -> str:
    """SHA-256 over an entry and the digest before it in its chain, as 64 hex digits."""
    words = "\x1f".join([at, chain, str(seq), kind, verb, *by, detail, previous])
    return hashlib.sha256(words.encode()).hexdigest()


def seal_digest(number: int, at: str, members: Iterable[tuple[int, str]], previous: str) -> str:
    """SHA-256 over a seal: its number and time, each (entry id, digest) in order, the seal before."""
    body = "\x1f".join(f"{entry}:{digest}" for entry, digest in members)
    return hashlib.sha256(f"{number}\x1f{at}\x1f{body}\x1f{previous}".encode()).hexdigest()
