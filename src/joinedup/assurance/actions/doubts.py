"""Asking about what does not fit together, and answering."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.limits import own_rules
from joinedup.access.permission import Refused, check_any
from joinedup.access.references import fresh_references
from joinedup.assurance.choices import DoubtState, UpdateKind
from joinedup.assurance.models import Action, Doubt
from joinedup.assurance.queries.doubting import may_answer_doubt
from joinedup.assurance.rules.doubt_words import question
from joinedup.assurance.rules.doubts import Finding, Limits, facts_hash, findings
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.sides import all_sides, whom_to_ask
from joinedup.assurance.writing.thread import Note, append, held
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.rulebook import rule

__all__ = ["answer_doubt", "look_for_doubts"]

AT_ONCE = 500
Key = tuple[int, str, str]


def _taken(references: list[str]) -> list[str]:
    found = Doubt.objects.filter(reference__in=references)
    return list(found.values_list("reference", flat=True))


@action
def look_for_doubts(by: By, *, today: dt.date) -> int:
    """Look through every live plan for what does not fit; ask about what is new, take back what is
    no longer so. What was asked or answered with the same facts is not asked again. A fixed number
    of statements for any number of actions beside the writing of new questions, in parts of 500.
    How many were asked.
    """
    check_any(by, May.EDIT_PLANS)
    limits = Limits(
        rule("limit.overdue_unsaid", today, own_rules()).amount("value").number,
        rule("limit.same_duty", today, own_rules()).number("value"),
    )
    found = {_key(one): one for one in findings(all_sides(), limits, today)}
    known: dict[Key, tuple[int, str]] = {
        (one, kind, said): (pk, state)
        for pk, one, kind, said, state in Doubt.objects.values_list(
            "pk", "action", "kind", "facts_hash", "state"
        )
    }
    gone = [pk for key, (pk, state) in known.items() if state == "open" and key not in found]
    back = [pk for key, (pk, state) in known.items() if state == "gone" and key in found]
    new = [one for key, one in found.items() if key not in known]
    for start in range(0, len(gone), AT_ONCE):
        part = Doubt.objects.filter(pk__in=gone[start : start + AT_ONCE])
        part.update(state=DoubtState.GONE, gone_on=today)
    for start in range(0, len(back), AT_ONCE):
        part = Doubt.objects.filter(pk__in=back[start : start + AT_ONCE])
        part.update(state=DoubtState.OPEN, gone_on=None, asked_on=today)
    _ask(new, today)
    record(
        by,
        "assurance.look_for_doubts",
        "daily",
        asked=len(new) + len(back),
        gone=len(gone),
        on=today,
    )
    return len(new) + len(back)


def _key(one: Finding) -> Key:
    return one.action, one.kind.value, facts_hash(one)


def _ask(new: list[Finding], today: dt.date) -> None:
    """Keep new questions, each with the person who is asked."""
    if not new:
        return
    asked = whom_to_ask({one.action for one in new}, today)
    names = fresh_references("DO", len(new), lambda wanted: _taken(list(wanted)))
    Doubt.objects.bulk_create(
        (
            Doubt(
                reference=name,
                action_id=one.action,
                other_id=one.other,
                kind=one.kind,
                facts=dict(one.facts),
                facts_hash=facts_hash(one),
                asked_of_id=asked.get(one.action),
                asked_on=today,
            )
            for name, one in zip(names, new, strict=True)
        ),
        batch_size=AT_ONCE,
    )


@action
def answer_doubt(by: By, reference: str, words: str, *, today: dt.date) -> Doubt:
    """Answer: "it is right because …", or what will be mended. The answer joins the thread, and the
    question is not asked again unless the facts change. Raises Problem without words, or where it
    has been answered or is no longer so."""
    found = Doubt.objects.select_for_update(of=("self",)).select_related("action")
    doubt = found.filter(reference=reference).first()
    if doubt is None:
        raise Refused("No such record.")
    row: Action = held(by, may_answer_doubt(by.user, doubt), doubt.action.reference)
    if doubt.state != DoubtState.OPEN:
        raise Problem("This has been answered already, or is no longer so.")
    if by.user is None or not words.strip():
        raise Problem("Write why it is right, or what you will mend.", "words")
    doubt.state, doubt.answer = DoubtState.ANSWERED, words.strip()
    doubt.answered_by, doubt.answered_on = by.user, today
    doubt.save(update_fields=["state", "answer", "answered_by", "answered_on"])
    note = Note(words=words, reason=question(doubt.kind, doubt.facts))
    append(by, row, UpdateKind.ANSWER, {}, today, note)
    record(by, "assurance.answer_doubt", row.reference, doubt=doubt.reference, on=today)
    return doubt
