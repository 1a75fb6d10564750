"""Which actions of a plan a second person has to agree, when the plan's own answer changes."""

from __future__ import annotations

from django.db.models import Max
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import visible
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Plan, Update
from joinedup.assurance.rules.new_row import wants_agreement
from joinedup.audit.actor import By

__all__ = ["ask_agreement_of_rows"]

AT_ONCE = 500


def ask_agreement_of_rows(by: By, plan: Plan) -> list[str]:
    """Bring every action of the plan that they may edit to what the plan now asks, each with an
    update of its own; the references of those that changed, to be recorded. Parts follow the action
    they belong to and are left out, and so is an action that they have a conflict of interest with."""
    rows = visible(by.user, May.EDIT_PLANS, plan.actions.filter(parent__isnull=True))
    wanted = {
        row: wants_agreement(plan.agreement, row.priority, is_marked=row.needs_agreement)
        for row in rows.select_for_update(of=("self",))
    }
    changed = [row for row, is_wanted in wanted.items() if row.needs_agreement != is_wanted]
    told = Update.objects.filter(action__in=changed).values_list("action")
    last = dict(told.annotate(last=Max("number")))
    now, today = timezone.now(), timezone.localdate()
    Update.objects.bulk_create(
        [
            Update(
                action=row,
                number=last.get(row.pk, 0) + 1,
                kind=UpdateKind.CORRECTION,
                changes={"needs_agreement": [row.needs_agreement, wanted[row]]},
                reason="The settings of the plan were changed.",
                effective_on=today,
                made_at=now,
                by_kind=by.kind,
                by_ref=by.ref,
                by_user=by.user,
            )
            for row in changed
        ],
        batch_size=AT_ONCE,
    )
    for row in changed:
        row.needs_agreement = wanted[row]
        row.version += 1
    Action.objects.bulk_update(changed, ["needs_agreement", "version"], batch_size=AT_ONCE)
    return [row.reference for row in changed]
