"""The mark in the database that everybody in it is invented, so that one-click sign-in may open."""

from __future__ import annotations

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.access.queries.demo import CHAIN
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["mark_as_demo"]


@action
def mark_as_demo(by: By) -> None:
    """Say, before anybody is brought in, that this database holds an invented partnership.

    Raises Problem where accounts stand in it already.
    """
    check_any(by, May.MANAGE_ACCOUNTS)
    if User.objects.exists():
        raise Problem("There are accounts in this database, so it cannot become a demo.")
    record(by, "demo.mark", CHAIN)
