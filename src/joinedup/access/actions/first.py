"""The first account of all: a system administrator, opened from the command line."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from joinedup.access.choices import AgencyKind, May, Role
from joinedup.access.models import Agency, Grant, Person, User
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.access.queries import person_by_email
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["FIRST_ROLES", "first_address", "open_first_account"]

FIRST_ROLES = (Role.SYSTEM_ADMINISTRATOR,)
UNNAMED = "Our council"


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


@action
def open_first_account(by: By, email: str, name: str, password: str) -> User:
    """Open an account that can sign in at once and open all others. It sees no plan.

    Where the council has not been set up yet, it is called "Our council" until somebody names it.
    Raises Problem where the address has an account or is none.
    """
    check_any(by, May.MANAGE_ACCOUNTS)
    address = first_address(email)
    if User.objects.filter(email__iexact=address).exists():
        raise Problem("This e-mail address already has an account.", "email")
    home, _ = Agency.objects.get_or_create(
        is_home=True, defaults={"name": UNNAMED, "kind": AgencyKind.COUNCIL}
    )
    person = person_by_email(address) or Person.objects.create(
        name=name.strip(), email=address, agency=home
    )
    if User.objects.filter(person=person).exists():
        raise Problem("This person already has an account under another address.", "email")
    user = User(email=address, person=person)
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    for role in FIRST_ROLES:
        Grant.objects.create(user=user, role=role, from_on=timezone.localdate())
    record(by, "account.open_first", user.reference, roles=sorted(FIRST_ROLES))
    return user
