"""A decision not to share a concern with somebody: recorded like one to share, and never against the
hard rules."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.concerns.choices import ConcernState
from joinedup.concerns.rules.routing import has_to_be_told, is_last_of_several, needs
from joinedup.concerns.writing import facts_of, held, sent_of
from joinedup.referrals.actions import decide_not_to_share
from joinedup.referrals.models import ShareDecision

__all__ = ["keep_back"]


@action
def keep_back(
    by: By, reference: str, receiver: str, basis: str, reason: str, *, today: dt.date
) -> ShareDecision:
    """Record that a concern is not shared with a receiver, on which ground and why. Raises Problem
    for a receiver that has to get it, for one of several while none of the others has it, for a
    ground that does not hold at this age, and once the concern has ended."""
    concern = held(by, reference)
    if concern.state == ConcernState.ENDED:
        raise Problem("This concern has ended. Add later information: it then comes back.")
    people = tuple(concern.people.select_related("subject").order_by("position", "pk"))
    wanted = needs(facts_of(concern, today, people))
    if has_to_be_told(wanted, receiver):
        raise Problem(
            "They have to be told of this concern: no ground stands against that.", "receiver"
        )
    if is_last_of_several(wanted, sent_of(concern), receiver):
        raise Problem(
            "One of several services has to be told of this concern, and none of the others has been "
            "yet. Send it to one of them first.", "receiver",
        )  # fmt: skip
    made = decide_not_to_share(
        by, concern.guard, reference, receiver, concern.age_group, basis, reason, May.TRIAGE,
        today=today,
    )  # fmt: skip
    record(by, "concerns.keep_back", reference, receiver=receiver, basis=basis)
    return made
