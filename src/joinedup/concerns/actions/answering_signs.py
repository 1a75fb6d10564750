"""Signs of exploitation that the words show: answered, not passed by."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.signs import signs_in
from joinedup.concerns.rules.standing import is_in_triage
from joinedup.concerns.writing import held

__all__ = ["answer_sign"]


@action
def answer_sign(by: By, reference: str, kind: str, because: str) -> Concern:
    """Say that a kind of exploitation that the words may point to is not what this is, and why. The
    answer holds for what points to it today; what joins the thread later is asked about again.

    Raises Problem without a reason or once the concern is decided, Refused for a kind that nothing
    points to.
    """
    concern = held(by, reference)
    today = timezone.localdate()
    if not is_in_triage(concern.state):
        raise Problem("This concern has been decided already.")
    shown = {one.kind: one for one in signs_in(concern, concern.reports.order_by("pk"), today)}
    if kind not in shown:
        raise Refused("No such record.")
    if not because.strip():
        raise Problem("Say why it is not that.", "because")
    concern.signs_answered = {
        **concern.signs_answered,
        kind: {
            "because": because.strip()[:500],
            "words": list(shown[kind].words),
            "kinds": list(shown[kind].kind_codes),
        },
    }
    concern.version += 1
    concern.save(update_fields=["signs_answered", "version"])
    record(by, "concerns.answer_sign", reference, kind=kind)
    return concern
