"""What those who were sent a concern have answered."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Subquery

from joinedup.concerns.choices import ConcernState
from joinedup.concerns.models import Concern
from joinedup.concerns.rules.standing import AnswerOf, may_end
from joinedup.referrals.choices import UNSENT, State
from joinedup.referrals.models import Challenge, Referral
from joinedup.referrals.queries.refusals import is_refused, settled_among

__all__ = ["answers_of", "may_end_now", "sent_referrals", "waits_for_copy"]


def sent_referrals(concern: Concern) -> list[Any]:
    """The referrals of a concern that went out, oldest first, copies among them; `challenged` is the
    state of the latest challenge of their last refusal. The caller has been let to the concern; its
    guard is theirs."""
    challenges = Challenge.objects.filter(referral=OuterRef("pk"), refusal=OuterRef("refusals"))
    challenges = challenges.order_by("-pk")
    rows = Referral.objects.filter(about=concern.reference).exclude(state__in=UNSENT)
    rows = rows.annotate(challenged=Subquery(challenges.values("state")[:1]))
    return list(rows.select_related("agency", "copy_of").order_by("sent_at", "pk"))


def answers_of(concern: Concern) -> list[AnswerOf]:
    """Each answer. A refusal in all but name, as "no further action" about somebody with clear signs
    of exploitation, is one; it is settled by a challenge of just this refusal that has come to its
    end, or where it stands with its reason."""
    rows = sent_referrals(concern)
    settled = settled_among(rows)
    return [
        AnswerOf(
            result=row.result,
            is_refusal=is_refused(row),
            is_copy=row.copy_of_id is not None,
            is_settled=row.pk in settled,
        )
        for row in rows
    ]


def waits_for_copy(concern: Concern) -> bool:
    """Whether the exploitation team's copy is drafted and was not sent."""
    copies = Referral.objects.filter(about=concern.reference, copy_of__isnull=False)
    return copies.filter(state=State.DRAFTED).exists()


def may_end_now(concern: Concern) -> bool:
    """Whether a concern that was sent on may end: everybody who got it has decided."""
    return (
        concern.state == ConcernState.AWAITING
        and may_end(answers_of(concern))
        and not waits_for_copy(concern)
    )
