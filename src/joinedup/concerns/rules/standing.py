"""How a concern stands: when triage is over, and when "waiting for their decision" may end.

"Premature closure" (Jay 6.20): a concern that was sent stays open until the service that got it
has said what it will do, and a refusal is not an end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.concerns.choices import ConcernState, Ending

__all__ = ["AnswerOf", "is_in_triage", "may_end", "opens_escalation", "state_after", "waits_for"]

IN_TRIAGE = frozenset({ConcernState.RECEIVED, ConcernState.TAKEN})


@dataclass(frozen=True, slots=True)
class AnswerOf:
    """What one service that was sent the concern has said: a strategy discussion, a section 47 or
    42 enquiry, an assessment … (`result`, a code), or a refusal. `is_settled` is about a refusal:
    the escalation that it opened has come to its end and any dissent is recorded."""

    result: str = ""
    is_refusal: bool = False
    is_copy: bool = False
    is_settled: bool = False


def is_in_triage(state: str) -> bool:
    """Whether nobody has decided yet: the queue and its clock."""
    return state in IN_TRIAGE


def state_after(ending: Ending, is_sent: bool) -> ConcernState:
    """Where a decision takes a concern. Triage ends when the referral is sent, not before.

    Raises ValueError for "sent on" without anything sent.
    """
    if ending is Ending.ONWARD and not is_sent:
        raise ValueError("A concern is sent on by sending it.")
    if ending is Ending.CASE:
        return ConcernState.CASE
    return ConcernState.AWAITING if is_sent else ConcernState.ENDED


def opens_escalation(answer: AnswerOf) -> bool:
    """A refusal that is not settled, and nothing else, opens an escalation. A copy decides nothing."""
    return answer.is_refusal and not answer.is_copy and not answer.is_settled


def waits_for(answers: Sequence[AnswerOf]) -> tuple[AnswerOf, ...]:
    """The answers that still keep the concern open: none given, or refused and not settled."""
    return tuple(one for one in answers if not one.is_copy and _is_open(one))


def _is_open(answer: AnswerOf) -> bool:
    return not answer.is_settled if answer.is_refusal else not answer.result


def may_end(answers: Sequence[AnswerOf]) -> bool:
    """Whether "waiting for their decision" is over: everybody who was sent it has decided."""
    return any(not one.is_copy for one in answers) and not waits_for(answers)
