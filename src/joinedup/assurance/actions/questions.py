"""Questions on a row, their answers, and asking for evidence."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import Person
from joinedup.access.permission import Refused
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Challenge, Owner, Update
from joinedup.assurance.queries.one import may_to_answer
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.thread import Behalf, Note, append, held, state_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action

__all__ = ["answer", "ask_for_evidence", "challenge"]

NOBODY = Behalf()


@action
def challenge(
    by: By,
    reference: str,
    question: str,
    answer_due_on: dt.date,
    *,
    today: dt.date,
    answer_by: Person | None = None,
) -> Challenge:
    """Ask a question of a row. The first owner answers unless somebody else is named.

    Raises Problem without words or with a date that has passed.
    """
    row = held(by, May.CHALLENGE, reference)
    if by.user is None or not question.strip():
        raise Problem("Write the question.", "question")
    if answer_due_on < today:
        raise Problem("Choose a day from today on.", "answer_due_on")
    first = (
        Owner.objects.filter(action=row, to_on__isnull=True, person__isnull=False)
        .order_by("position")
        .first()
    )
    asked = Challenge.objects.create(
        action=row,
        asked_by=by.user,
        answer_by_person=answer_by or (first.person if first else None),
        answer_due_on=answer_due_on,
    )
    note = Note(words=question, challenge=asked)
    append(by, row, UpdateKind.CHALLENGE, {}, today, note)
    return asked


@action
def answer(
    by: By, challenge_reference: str, words: str, *, today: dt.date, behalf: Behalf = NOBODY
) -> Update:
    """Answer a question: who may update the action, or the person asked by name, who need only be
    able to read it. Raises Problem where it has been answered or nothing is said."""
    questions = Challenge.objects.select_for_update(of=("self",)).select_related("action")
    asked = questions.filter(reference=challenge_reference).first()
    if asked is None:
        raise Refused("No such record.")
    row = held(by, may_to_answer(by.user, asked), asked.action.reference)
    if asked.answered_on is not None:
        raise Problem("This question has already been answered.")
    if not words.strip():
        raise Problem("Write the answer.", "words")
    note = Note(words=words, behalf=behalf, challenge=asked)
    update = append(by, row, UpdateKind.ANSWER, {}, today, note)
    asked.answered_on = today
    asked.save(update_fields=["answered_on"])
    return update


@action
def ask_for_evidence(by: By, reference: str, words: str = "", *, today: dt.date) -> Action:
    """Ask for the evidence of something that was only declared: from now on it is chased."""
    row = held(by, May.EDIT_PLANS, reference)
    if state_of(row).is_asked:
        raise Problem("Evidence has already been asked for.")
    append(by, row, UpdateKind.CHALLENGE, {"is_asked": True}, today, Note(words=words))
    return row
