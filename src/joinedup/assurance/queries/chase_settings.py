"""How one plan is chased, as its settings page shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.assurance.models import Plan, PlanChasing
from joinedup.clocks.rules import Step, steps
from joinedup.council.queries import overlay
from joinedup.rulebook import rule

__all__ = ["ChaseSettings", "chase_settings"]


@dataclass(frozen=True, slots=True)
class ChaseSettings:
    """The rule's steps, and the days that hold for the plan (None: left out)."""

    rule_title: str
    steps: tuple[Step, ...]
    days: dict[str, int | None]
    is_chased: bool
    lead: str
    version: int


def chase_settings(plan: Plan, today: dt.date) -> ChaseSettings:
    """What holds today for a plan that the reader has opened."""
    entry = rule(plan.chase_rule, today, overlay())
    found = PlanChasing.objects.select_related("lead").filter(plan=plan).first()
    shipped = {step.key: step.days for step in steps(entry)}
    own = found.days if found else {}
    return ChaseSettings(
        rule_title=entry.title,
        steps=steps(entry),
        days={key: own.get(key, day) for key, day in shipped.items()},
        is_chased=found is None or found.is_chased,
        lead=found.lead.reference if found and found.lead else "",
        version=found.version if found else 0,
    )
