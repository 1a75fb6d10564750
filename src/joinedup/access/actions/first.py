"""The first account of all: a system administrator, opened from the command line."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.utils import timezone

from joinedup.access.addresses import first_address
from joinedup.access.choices import AgencyKind, May, Role
from joinedup.access.models import Agency, Grant, Person, User
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.access.queries import person_by_email
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["FIRST_ROLES", "open_first_account"]

FIRST_ROLES = (Role.SYSTEM_ADMINISTRATOR,)
UNNAMED = "Our council"


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
