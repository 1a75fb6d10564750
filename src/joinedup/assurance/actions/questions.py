"""Questions on a row, their answers, and asking for evidence."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.limits import rule_here
from joinedup.access.models import Person
from joinedup.access.permission import Refused
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Challenge, Update
from joinedup.assurance.queries.one import may_to_answer
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.sides import whom_to_ask
from joinedup.assurance.writing.thread import Behalf, Note, append, held, state_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action
from joinedup.clocks.actions import NewClock, keep, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for

__all__ = ["answer", "ask_for_evidence", "challenge"]

NOBODY = Behalf()
ANSWER_BY = "clock.challenge_answer"


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
    """Ask a question of a row. Whoever is named answers, else the first owner in person, else the
    holder of the post that owns it, else a safeguarding lead; a clock runs to the day.

    Raises Problem without words, with a date that has passed, or where nobody could be asked.
    """
    row = held(by, May.CHALLENGE, reference)
    if by.user is None or not question.strip():
        raise Problem("Write the question.", "question")
    if answer_due_on < today:
        raise Problem("Choose a day from today on.", "answer_due_on")
    person_id = answer_by.pk if answer_by else whom_to_ask([row.pk], today).get(row.pk)
    if person_id is None:
        raise Problem("Nobody owns this action yet, so choose who should answer.", "person")
    asked = Challenge.objects.create(
        action=row,
        asked_by=by.user,
        answer_by_person_id=person_id,
        answer_due_on=answer_due_on,
    )
    note = Note(words=question, challenge=asked)
    append(by, row, UpdateKind.CHALLENGE, {}, today, note)
    rule = rule_here(ANSWER_BY, today)
    clock = NewClock(
        kind=ClockKind.ANSWER,
        about=row.reference,
        started_on=today,
        due_on=answer_due_on,
        rule_code=ANSWER_BY,
        rule_hash=rule.content_hash if rule else "",
        person_id=person_id,
    )
    start(by, row.guard, clock, May.CHALLENGE)
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
    may = may_to_answer(by.user, asked)
    row = held(by, may, asked.action.reference)
    if asked.answered_on is not None:
        raise Problem("This question has already been answered.")
    if not words.strip():
        raise Problem("Write the answer.", "words")
    note = Note(words=words, behalf=behalf, challenge=asked)
    update = append(by, row, UpdateKind.ANSWER, {}, today, note)
    asked.answered_on = today
    asked.save(update_fields=["answered_on"])
    _stop_clock(by, may, row, asked, today)
    return update


def _stop_clock(by: By, may: May, row: Action, asked: Challenge, today: dt.date) -> None:
    """The answer is there; another question of the action to the same day keeps its clock."""
    others = Challenge.objects.filter(
        action=row, answered_on__isnull=True, answer_due_on=asked.answer_due_on
    )
    if others.exists():
        return
    running = open_for([row.reference])
    for clock in running.filter(kind=ClockKind.ANSWER, due_on=asked.answer_due_on):
        keep(by, clock.reference, today, may)


@action
def ask_for_evidence(by: By, reference: str, words: str = "", *, today: dt.date) -> Action:
    """Ask for the evidence of something that was only declared: from now on it is chased."""
    row = held(by, May.EDIT_PLANS, reference)
    if state_of(row).is_asked:
        raise Problem("Evidence has already been asked for.")
    append(by, row, UpdateKind.CHALLENGE, {"is_asked": True}, today, Note(words=words))
    return row
