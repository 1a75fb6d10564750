"""The mail that tells people that a sealed record of theirs was opened in an emergency."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post

__all__ = ["tell"]

SUBJECT = "A sealed record was opened in an emergency"
BODY = """Hello,

a sealed record that you work on or answer for was opened in an emergency ({reference}).

Sign in to Joined Up to see who opened it, why and until when:

{address}

If you did not expect this, tell your safeguarding lead or information-governance officer today.
"""


def tell(emergency: str, addresses: Sequence[str], site: str) -> None:
    """One mail for each address, with a link and no name. Raises outside a transaction."""
    address = site.rstrip("/") + reverse("emergency", args=[emergency])
    for number, recipient in enumerate(addresses):
        post(
            key=f"emergency:{emergency}:{number}",
            purpose=Purpose.OTHER,
            recipient=recipient,
            subject=SUBJECT,
            body=BODY.format(reference=emergency, address=address),
            about=emergency,
        )
