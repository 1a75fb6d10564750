"""Return codes: how somebody without an account finds their report again. Never kept, only hashed."""

from __future__ import annotations

import hashlib
import secrets

__all__ = ["code_hash", "new_code", "plain_code"]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 15
GROUP = 5
"""15 characters of 32 are 75 random bits."""
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """A new code in groups, to be read out and written down: "7K2M9-QX4TD-0HVNB"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(letters[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def plain_code(typed: str) -> str:
    """A code as typed by a person: capitals, no gaps, O read as 0 and I and L as 1."""
    letters = "".join(one for one in typed.upper() if one.isalnum())
    return letters.translate(MISREAD)


def code_hash(code: str) -> str:
    """What is kept of a code. It has 75 random bits, so no salt; empty for what is no code."""
    plain = plain_code(code)
    return hashlib.sha256(plain.encode()).hexdigest() if len(plain) == LENGTH else ""
