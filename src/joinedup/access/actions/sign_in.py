"""Signing in and failing to: both are recorded, neither with a name."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

from joinedup.access.models import User
from joinedup.access.permission import check_own
from joinedup.audit.actor import By, public
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import action, mark_checked, record

__all__ = ["note_failed_sign_in", "note_sign_in"]


@action
def note_sign_in(by: By, user: User, way: str) -> None:
    """Record that a person signed in, and how ("password", "passkey", "provider", "demo")."""
    check_own(by, user)
    record(by, "account.sign_in", user.reference, way=way)


@action
def note_failed_sign_in(address: str) -> None:
    """Record that a sign-in failed, under a salted hash of the address that was tried."""
    mark_checked()
    digest = salted_hmac("joinedup.failed_sign_in", address.strip().lower()).hexdigest()[:16]
    record(public(), "account.sign_in_failed", f"sign-in:{digest}", Kind.REFUSED)
