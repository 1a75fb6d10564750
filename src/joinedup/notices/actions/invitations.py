"""Inviting somebody to the account that was opened for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from joinedup.access.actions.accounts import accept_invitation, open_account
from joinedup.access.choices import May, Role
from joinedup.access.limits import limit
from joinedup.access.models import Agency, User
from joinedup.access.permission import Refused, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.notices.actions.links import make_link, revoke_links, use_link
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.outbox import post
from joinedup.notices.writing import holder_of

__all__ = ["accept", "invite", "open_and_invite"]

SUBJECT = "Your account in Joined Up"
BODY = """Hello,

an account in Joined Up was opened for this address. Open this link to choose a password:

{address}

You can choose a password by it once, until {until}. If you did not expect it, you need do nothing.
"""


@action
def open_and_invite(
    by: By,
    site: str,
    *,
    name: str,
    email: str,
    agency: Agency,
    roles: Iterable[Role],
    from_on: dt.date,
) -> User:
    """Open an account and send its owner the invitation, both or neither.

    `site` is the address of this Joined Up ("https://…"). Raises Problem as `open_account` does.
    """
    check_any(by, May.MANAGE_ACCOUNTS)
    user = open_account(by, name=name, email=email, agency=agency, roles=roles, from_on=from_on)
    invite(by, user, site)
    record(by, "account.open_and_invite", user.reference)
    return user


@action
def invite(by: By, user: User, site: str) -> Link:
    """Send an invitation; those sent before stop working. Raises Problem where it is accepted."""
    check_any(by, May.MANAGE_ACCOUNTS)
    if not user.is_active or user.has_usable_password():
        raise Problem("This account is closed, or its owner has already accepted.")
    revoke_links(by, May.MANAGE_ACCOUNTS, purpose=Purpose.INVITATION, about=user.reference)
    until = timezone.now() + dt.timedelta(seconds=limit("link.invitation"))
    link, token = make_link(
        by,
        May.MANAGE_ACCOUNTS,
        purpose=Purpose.INVITATION,
        about=user.reference,
        expires_at=until,
        recipient=user.email,
    )
    last = timezone.localtime(until)
    post(
        key=f"invitation:{link.reference}",
        purpose=Purpose.INVITATION,
        recipient=user.email,
        subject=SUBJECT,
        body=BODY.format(
            address=site.rstrip("/") + reverse("welcome", args=[token]),
            until=f"{last.day} {last:%B %Y}",
        ),
        about=user.reference,
    )
    record(by, "account.invite", user.reference, link=link.reference)
    return link


@action
def accept(link: Link, password: str) -> User:
    """The holder of an invitation sets the password; the link is spent. Gives the account.

    Raises Refused where the account is gone and Problem where it was accepted before.
    """
    by = holder_of(link, Purpose.INVITATION)
    use_link(by, link)
    user = User.objects.select_related("person").filter(reference=link.about).first()
    if user is None:
        raise Refused("No such page.")
    accept_invitation(by, user, password)
    record(by, "account.invitation_accepted", user.reference)
    return user
