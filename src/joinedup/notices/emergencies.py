"""The mails that tell people that a sealed record of theirs was opened in an emergency, or that
its seal was taken off."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post

__all__ = ["tell", "tell_of_unsealing"]

SUBJECT = "A sealed record was opened in an emergency"
BODY = """Hello,

a sealed record that you work on or answer for was opened in an emergency ({reference}).

Sign in to Joined Up to see who opened it, why and until when:

{address}

If you did not expect this, tell your safeguarding lead or information-governance officer today.
"""
UNSEALED = "The seal of a record was taken off"
UNSEALED_BODY = """Hello,

the seal of a record that you work on or answer for was taken off ({reference}). Everybody whose
role reaches it can see it again.

Sign in to Joined Up to see the record{address}.

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


def tell_of_unsealing(about: str, addresses: Sequence[str], key: str, site: str) -> None:
    """One mail for each address, with no name and no word of the record. Raises outside a
    transaction."""
    address = f": {site}" if site else ""
    for number, recipient in enumerate(addresses):
        post(
            key=f"unsealed:{key}:{number}",
            purpose=Purpose.OTHER,
            recipient=recipient,
            subject=UNSEALED,
            body=UNSEALED_BODY.format(reference=about, address=address),
            about=about,
        )
