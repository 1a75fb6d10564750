"""Roles given and withdrawn, with dates. Nobody gives a role to themselves."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from joinedup.access.choices import May, Role
from joinedup.access.models import Grant, User
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.access.queries import active_administrators
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record

__all__ = ["give_role", "withdraw_role"]


@action
def give_role(
    by: By, user: User, role: Role, from_on: dt.date, to_on: dt.date | None = None
) -> Grant:
    """Give a role from a day on, to a last day if there is one.

    Raises Problem for oneself, for dates that run backwards and for a role already held then.
    """
    check_any(by, May.MANAGE_ACCOUNTS)
    if by.kind == ByKind.USER and by.user.pk == user.pk:
        raise Problem("Ask another administrator to change your own roles.")
    if to_on is not None and to_on < from_on:
        raise Problem("The last day comes before the first. Change one of them.", "to_on")
    after_start = Q(to_on__isnull=True) | Q(to_on__gte=from_on)
    same = Grant.objects.filter(after_start, user=user, role=role)
    if to_on is not None:
        same = same.filter(from_on__lte=to_on)
    if same.exists():
        raise Problem("The person already has this role on some of these days.", "role")
    grant = Grant.objects.create(user=user, role=role, from_on=from_on, to_on=to_on)
    record(by, "role.give", user.reference, role=str(role), from_on=from_on, to_on=to_on)
    return grant


@action
def withdraw_role(by: By, grant: Grant) -> None:
    """Withdraw a role at once: the next request is refused. A role not begun is taken out.

    Raises Problem where nobody would be left to manage accounts.
    """
    check_any(by, May.MANAGE_ACCOUNTS)
    today = timezone.localdate()
    if grant.role == Role.SYSTEM_ADMINISTRATOR:
        others = active_administrators(today).exclude(pk=grant.user_id)
        if not others.exists():
            raise Problem("This is the last system administrator. Give another the role first.")
    yesterday = today - dt.timedelta(days=1)
    if grant.from_on > yesterday:
        grant.delete()
    else:
        grant.to_on = yesterday
        grant.save(update_fields=["to_on"])
    record(by, "role.withdraw", grant.user.reference, role=grant.role)
