"""E-mail addresses as they are typed and kept."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from joinedup.access.problems import Problem

__all__ = ["first_address"]


def first_address(email: str) -> str:
    """The address as it is kept. Raises Problem for what is no e-mail address: nobody could sign
    in with it, and no invitation would arrive."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Problem(
            f"“{email.strip()}” is not an e-mail address. Write it as name@council.example.",
            "email",
        ) from None
    return address
