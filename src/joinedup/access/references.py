"""References that people see: kind, year, six characters and a check character.

Random, because running numbers leak how much there is and collide when councils merge.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Collection, Iterable

__all__ = ["fresh_references", "is_reference", "new_reference"]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MODULUS = 37
CHECK = ALPHABET + "*~$=U"


def check_character(body: str) -> str:
    """Crockford's check character over the six characters (value modulo 37)."""
    value = 0
    for character in body:
        value = value * 32 + ALPHABET.index(character)
    return CHECK[value % MODULUS]


def new_reference(kind: str, year: int | None = None) -> str:
    """A new reference such as "AC-2026-7K2M9QX". `year` defaults to this year (UTC)."""
    while True:
        drawn = secrets.randbits(30)
        check = drawn % MODULUS
        if check < len(ALPHABET):
            body = "".join([ALPHABET[drawn >> place & 31] for place in (25, 20, 15, 10, 5, 0)])
            return f"{kind}-{year or dt.datetime.now(dt.UTC).year}-{body}{ALPHABET[check]}"


def fresh_references(
    kind: str,
    count: int,
    taken: Callable[[Collection[str]], Iterable[str]],
    year: int | None = None,
) -> list[str]:
    """`count` new references, none of them in use. `taken` says which of some are in use already.

    Six random characters meet each other now and then in a large register, so what makes many
    rows asks here.
    """
    found: set[str] = set()
    while len(found) < count:
        tried = {new_reference(kind, year) for _ in range(count - len(found))} - found
        found |= tried - set(taken(tried))
    return list(found)


def is_reference(text: str) -> bool:
    """Whether a text has the shape of a reference and its check character is right."""
    parts = text.split("-")
    if len(parts) != 3 or len(parts[2]) != 7:
        return False
    body, check = parts[2][:6], parts[2][6]
    return all(character in ALPHABET for character in body) and check_character(body) == check
