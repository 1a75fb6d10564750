"""Accounts: opened by a system administrator, closed, signed out, given a new second step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils import timezone

from joinedup.access.choices import May, Role
from joinedup.access.models import Agency, Grant, Person, User
from joinedup.access.permission import check_any, check_link, check_own
from joinedup.access.problems import Problem
from joinedup.access.queries import active_administrators, person_by_email
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record

__all__ = [
    "accept_invitation",
    "close_account",
    "close_accounts_of_leavers",
    "open_account",
    "reopen_account",
    "reset_second_step",
    "sign_out_account",
    "sign_out_everywhere",
]


@action
def open_account(
    by: By, *, name: str, email: str, agency: Agency, roles: Iterable[Role], from_on: dt.date
) -> User:
    """Open an account without a password; the owner chooses one from the invitation.

    The person on the list with this e-mail address gets it; where there is none, one is added.
    Raises Problem where the address already has an account or no role is given.
    """
    check_any(by, May.MANAGE_ACCOUNTS)
    address = email.strip().lower()
    chosen = list(roles)
    if not chosen:
        raise Problem("Choose at least one role.", "roles")
    if User.objects.filter(email__iexact=address).exists():
        raise Problem("This e-mail address already has an account.", "email")
    person = person_by_email(address)
    if person is None:
        person = Person.objects.create(name=name.strip(), email=address, agency=agency)
        record(by, "person.add", person.reference, agency=agency.reference)
    elif User.objects.filter(person=person).exists():
        raise Problem("This person already has an account under another address.", "email")
    user = User(email=address, person=person)
    user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    for role in chosen:
        Grant.objects.create(user=user, role=role, from_on=from_on)
    record(by, "account.open", user.reference, person=person.reference, roles=sorted(chosen))
    return user


@action
def close_account(by: By, user: User) -> None:
    """Close an account: its sessions end with their next request; its history stays.

    Raises Problem for one's own account and for the last system administrator.
    """
    check_any(by, May.MANAGE_ACCOUNTS)
    _not_oneself(by, user, "You can't close your own account. Ask another administrator.")
    others = active_administrators(timezone.localdate()).exclude(pk=user.pk)
    if not others.exists():
        raise Problem("This is the last system administrator. Give somebody else the role first.")
    user.is_active = False
    user.session_round += 1
    user.save(update_fields=["is_active", "session_round"])
    record(by, "account.close", user.reference)


@action
def close_accounts_of_leavers(by: By, *, today: dt.date) -> int:
    """Close every open account of somebody whose last day has passed; how many were closed."""
    check_any(by, May.MANAGE_PEOPLE)
    left = User.objects.select_for_update(of=("self",)).filter(
        is_active=True, person__left_on__lt=today
    )
    closed = 0
    for user in left.order_by("pk"):
        user.is_active = False
        user.session_round += 1
        user.save(update_fields=["is_active", "session_round"])
        record(by, "account.close", user.reference, left=True)
        closed += 1
    record(by, "account.close_leavers", "accounts", count=closed, on=today)
    return closed


@action
def reopen_account(by: By, user: User) -> None:
    """Open a closed account again. Roles that have ended stay ended."""
    check_any(by, May.MANAGE_ACCOUNTS)
    user.is_active = True
    user.save(update_fields=["is_active"])
    record(by, "account.reopen", user.reference)


@action
def sign_out_account(by: By, user: User) -> None:
    """End every session of an account, whoever's computer it is open on."""
    check_any(by, May.MANAGE_ACCOUNTS)
    _new_round(user)
    record(by, "account.sign_out", user.reference)


@action
def sign_out_everywhere(by: By, user: User) -> None:
    """A person ends all sessions of their own, for example after losing a telephone."""
    check_own(by, user)
    _new_round(user)
    record(by, "account.sign_out_own", user.reference)


@action
def reset_second_step(by: By, user: User) -> None:
    """Take away authenticator app, passkeys and recovery codes; sessions end.

    At the next sign-in the person sets up a new second step. Raises Problem for oneself.
    """
    check_any(by, May.MANAGE_ACCOUNTS)
    _not_oneself(by, user, "Ask another administrator to reset your own second step.")
    removed, _ = Authenticator.objects.filter(user=user).delete()
    _new_round(user)
    record(by, "account.reset_second_step", user.reference, removed=removed)


@action
def accept_invitation(by: By, user: User, password: str) -> None:
    """The invited person sets the first password. `by` holds the invitation link.

    Raises Problem where the account is closed or already has a password.
    """
    check_link(by)
    if not user.is_active or user.has_usable_password():
        raise Problem("This invitation has been used. Sign in, or ask for a new password.")
    user.set_password(password)
    user.save(update_fields=["password"])
    record(by, "account.accept", user.reference)


def _new_round(user: User) -> None:
    user.session_round += 1
    user.save(update_fields=["session_round"])


def _not_oneself(by: By, user: User, words: str) -> None:
    if by.kind == ByKind.USER and by.user.pk == user.pk:
        raise Problem(words)
