"""The council's own rules: added with dates and approval, ended, withdrawn with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from joinedup.access.choices import May
from joinedup.access.limits import forget_limits
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.council.choices import RuleState
from joinedup.council.models import LocalRule
from joinedup.council.queries import as_entry, overlay
from joinedup.rulebook import RuleBookError, history, local_entries

__all__ = ["LocalRuleDetails", "add_local_rule", "end_local_rule", "withdraw_local_rule"]


@dataclass(frozen=True, slots=True)
class LocalRuleDetails:
    """A rule of the council's own, for the code of a shipped one."""

    code: str
    from_on: dt.date
    to_on: dt.date | None
    values: Mapping[str, object]
    source: str
    approved_by: str
    approved_on: dt.date
    note: str = ""


def _forget() -> None:
    """For the rest of this transaction, and again for all who read between it and its end."""
    forget_limits()
    transaction.on_commit(forget_limits)


@action
def add_local_rule(by: By, details: LocalRuleDetails) -> LocalRule:
    """Add a local rule. It wins over the rule book from its first day to its last.

    Raises Problem for an unknown code, values the rule can't be read with, or days on which
    another local rule of that code holds.
    """
    check_any(by, May.MANAGE_COUNCIL)
    if not history(details.code):
        raise Problem("The rule book has no rule of this code.", "code")
    rule = LocalRule(
        code=details.code,
        from_on=details.from_on,
        to_on=details.to_on,
        values=dict(details.values),
        source=details.source,
        approved_by=details.approved_by,
        approved_on=details.approved_on,
        note=details.note,
        by_ref=by.ref,
    )
    if details.to_on is not None and details.to_on < details.from_on:
        raise Problem("The last day comes before the first. Change one of them.", "to_on")
    entry = as_entry(rule)
    if entry is None:
        raise Problem("These values can't be read as this rule. Write them as it does.", "values")
    try:
        local_entries((*overlay(), entry))
    except RuleBookError as fault:
        raise Problem(str(fault), "from_on") from None
    rule.save()
    record(by, "rule.add_local", rule.reference, code=rule.code, hash=entry.content_hash)
    _forget()
    return rule


@action
def end_local_rule(by: By, rule: LocalRule, to_on: dt.date) -> None:
    """Give a local rule its last day. Raises Problem where that is before its first."""
    check_any(by, May.MANAGE_COUNCIL)
    if to_on < rule.from_on:
        raise Problem("The last day comes before the first. Withdraw the rule instead.", "to_on")
    rule.to_on = to_on
    rule.save(update_fields=["to_on"])
    record(by, "rule.end_local", rule.reference, code=rule.code, to_on=to_on)
    _forget()


@action
def withdraw_local_rule(by: By, rule: LocalRule, reason: str) -> None:
    """Take a local rule out of use for all its days, with a reason. It stays to be read."""
    check_any(by, May.MANAGE_COUNCIL)
    if not reason.strip():
        raise Problem("Say why the rule is withdrawn.", "reason")
    rule.state, rule.withdrawn_reason = RuleState.WITHDRAWN, reason.strip()
    rule.save(update_fields=["state", "withdrawn_reason"])
    record(by, "rule.withdraw_local", rule.reference, code=rule.code)
    _forget()
