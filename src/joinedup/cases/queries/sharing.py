"""On which lawful basis something about a case may be shared or kept back."""

from __future__ import annotations

import datetime as dt

from joinedup.cases.models import Case
from joinedup.cases.queries.routing import groups_of
from joinedup.cases.rules.routing import strictest
from joinedup.referrals.queries.rules import rules_on

__all__ = ["age_of", "bases_of", "receivers_on"]

Pairs = list[tuple[str, str]]


def age_of(case: Case, today: dt.date) -> str:
    """The age that rules of sharing go by: under 18 as soon as anybody here is or may be."""
    return strictest(groups_of(case, today))


def bases_of(case: Case, group: str, today: dt.date) -> Pairs:
    """(code, title) of the grounds for sharing ("share") or keeping back ("keep")."""
    return [(one.code, one.title) for one in rules_on(today).bases(age_of(case, today), group)]


def receivers_on(today: dt.date) -> Pairs:
    """(code, title) of everybody who may be told."""
    return [(one.code, one.title) for one in rules_on(today).receivers()]
