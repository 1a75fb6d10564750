"""A council's own rules, adopted as people adopt them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping
from typing import Any

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.council.actions.local_rules import LocalRuleDetails, add_local_rule
from tests.factories import assurance as made

LONG_AGO = dt.date(2015, 1, 1)
_numbers = itertools.count(1)


def local_rule(code: str, values: Mapping[str, Any]) -> None:
    """Let the council's own rule hold since long ago."""
    keeper = made.account(Role.ADMINISTRATOR, name=f"Keeper {next(_numbers)}")
    add_local_rule(
        by_user(keeper),
        LocalRuleDetails(
            code=code,
            from_on=LONG_AGO,
            to_on=None,
            values=dict(values),
            source="Information security board, paper 4",
            approved_by="Head of information",
            approved_on=LONG_AGO,
        ),
    )
