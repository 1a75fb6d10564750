"""On which lawful basis something about a case may be shared or kept back."""

from __future__ import annotations

import datetime as dt

from joinedup.cases.models import Case
from joinedup.referrals.choices import UNDER_18, AgeGroup
from joinedup.referrals.queries.rules import rules_on

__all__ = ["age_of", "bases_of", "receivers_on"]

Pairs = list[tuple[str, str]]


def age_of(case: Case) -> str:
    """The age that rules of sharing go by: under 18 as soon as anybody here is or may be."""
    ages = list(case.subjects.order_by("pk").values_list("age", flat=True))
    young = [one for one in ages if one in UNDER_18]
    if young or not ages:
        return AgeGroup.CHILD if AgeGroup.CHILD in young else AgeGroup.UNKNOWN
    return AgeGroup.ADULT


def bases_of(case: Case, group: str, today: dt.date) -> Pairs:
    """(code, title) of the grounds for sharing ("share") or keeping back ("keep")."""
    return [(one.code, one.title) for one in rules_on(today).bases(age_of(case), group)]


def receivers_on(today: dt.date) -> Pairs:
    """(code, title) of everybody who may be told."""
    return [(one.code, one.title) for one in rules_on(today).receivers()]
