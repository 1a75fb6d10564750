"""Where a receiver rings us back: the duty post, as the directory has it today."""

from __future__ import annotations

from joinedup.directory.duty import duty_posts

__all__ = ["ring_back", "ring_us"]


def ring_back() -> str:
    """Our duty post with its telephone and hours, what is answered now first: "Duty desk, 01632
    960111 (Monday to Friday, 9 am to 5 pm)". Empty where the directory has none."""
    found = [f"{one.title}, {one.number} ({one.hours})" for one in duty_posts()]
    return "; else ".join(found)


def ring_us(reference: str) -> str:
    """A sentence for the end of a mail: whom to ring and what to quote."""
    told = ring_back()
    to = f"ring {told}" if told else "ring whoever sent it"
    return f"If you can’t find it, {to}, and quote our reference {reference}."
