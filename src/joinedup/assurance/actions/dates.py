"""New dates that are put forward first and decided afterwards, by a person or by a body."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.assurance.choices import DatesBy, ProposalState, UpdateKind
from joinedup.assurance.models import Action, ProposedDate
from joinedup.assurance.rules.changes import date_changes
from joinedup.assurance.rules.deciding import refuse_day
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.dates import move_date
from joinedup.assurance.writing.deciding import needs_body
from joinedup.assurance.writing.owning import owns
from joinedup.assurance.writing.thread import Behalf, Note, append, held, state_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action
from joinedup.pages.dates import long_date

__all__ = ["Decision", "approve_date", "propose_date", "refuse_date", "take_back_date"]

NOBODY = Behalf()


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a date: by which person or body, on which day, in which minute."""

    body: str
    on: dt.date
    minute: str = ""
    words: str = ""


@action
def propose_date(
    by: By,
    reference: str,
    due_on: dt.date,
    reason: str,
    *,
    today: dt.date,
    behalf: Behalf = NOBODY,
) -> ProposedDate:
    """Put a new due date forward; the old one holds until it is decided. Raises Problem for a day
    that has passed, without a reason, on a closed action, or where another date waits already."""
    row = held(by, May.UPDATE_ACTIONS, reference)
    if due_on < today:
        raise Problem("This day has already passed. Give a day to come.", "due_on")
    state = state_of(row)
    date_changes(state, due_on, reason, "whoever decides", "", "day")
    if ProposedDate.objects.filter(action=row, state=ProposalState.WAITING).exists():
        raise Problem("Another date waits for a decision. Take it back before you put a new one.")
    proposal = ProposedDate.objects.create(
        action=row,
        due_before=state.next_on,
        due_on=due_on,
        reason=reason.strip(),
        proposed_by=by.user,
        said_by=behalf.by[:200],
        proposed_on=today,
    )
    words = f"{long_date(due_on)} is put forward as the new date."
    note = Note(words=words, reason=reason, behalf=behalf, proposed=proposal)
    append(by, row, UpdateKind.DATE_ASKED, {}, today, note)
    return proposal


def _waiting(by: By, may: May, reference: str) -> tuple[ProposedDate, Action]:
    found = ProposedDate.objects.select_for_update(of=("self",)).select_related("action")
    proposal = found.filter(reference=reference).first()
    if proposal is None:
        raise Refused("No such record.")
    row = held(by, may, proposal.action.reference)
    if proposal.state != ProposalState.WAITING:
        raise Problem("This date has already been decided on.")
    return proposal, row


def _end(by: By, proposal: ProposedDate, state: ProposalState, said: Decision) -> ProposedDate:
    proposal.state, proposal.decided_by = state, by.user
    proposal.body, proposal.minute = said.body.strip()[:200], said.minute.strip()[:300]
    proposal.decided_on, proposal.words = said.on, said.words.strip()
    proposal.save()
    return proposal


def _refuse_unfit(
    by: By, proposal: ProposedDate, row: Action, said: Decision, day: dt.date
) -> None:
    """A decision names who took it and when; a meeting's names the body and has its minute; nobody
    approves their own."""
    if not said.body.strip():
        raise Problem("Say who decided: a person, or the body that met.", "body")
    refuse_day(said.on, proposal.proposed_on, day, "The new date was put forward", "on")
    if said.minute.strip() or row.plan.dates_by == DatesBy.BODY:
        needs_body(said.body, "body")
    if said.minute.strip():
        return
    if row.plan.dates_by == DatesBy.BODY:
        raise Problem("In this plan a meeting decides on new dates. Give its minute.", "minute")
    is_own = by.user is not None and proposal.proposed_by_id == by.user.pk
    if is_own or (by.user is not None and owns(by.user, row)):
        raise Problem("Somebody other than the owner decides, or a meeting: then give its minute.")


@action
def approve_date(by: By, reference: str, said: Decision, *, today: dt.date) -> ProposedDate:
    """Approve a date that was put forward: from now on it holds, and the earlier one is kept.

    Raises Problem without who approved it and, where a body decides in this plan, without its
    minute; for an owner, or whoever put it forward, without a minute; for a person's name beside a
    minute; for a day before the date was put forward, or one to come.
    """
    proposal, row = _waiting(by, May.EDIT_PLANS, reference)
    _refuse_unfit(by, proposal, row, said, today)
    note = Note(
        reason=proposal.reason,
        approved_by=said.body,
        minute=said.minute,
        behalf=Behalf(by=proposal.said_by),
        proposed=proposal,
    )
    move_date(by, row, proposal.due_on, note, today)
    return _end(by, proposal, ProposalState.APPROVED, said)


@action
def refuse_date(by: By, reference: str, said: Decision, *, today: dt.date) -> ProposedDate:
    """Keep the date as it is, with the reason. Raises Problem without one."""
    proposal, row = _waiting(by, May.EDIT_PLANS, reference)
    if not said.words.strip():
        raise Problem("Say why the date stays as it is.", "words")
    _refuse_unfit(by, proposal, row, said, today)
    note = Note(
        words=f"{long_date(proposal.due_on)} is not approved; the date stays.",
        reason=said.words,
        approved_by=said.body,
        minute=said.minute,
        proposed=proposal,
    )
    append(by, row, UpdateKind.DATE_KEPT, {}, today, note)
    return _end(by, proposal, ProposalState.REFUSED, said)


@action
def take_back_date(by: By, reference: str, *, today: dt.date) -> ProposedDate:
    """Take back a date that waits for its decision."""
    proposal, row = _waiting(by, May.UPDATE_ACTIONS, reference)
    note = Note(words=f"{long_date(proposal.due_on)} is no longer put forward.", proposed=proposal)
    append(by, row, UpdateKind.DATE_KEPT, {}, today, note)
    who = by.user.person.name if by.user else "Joined Up"
    return _end(by, proposal, ProposalState.TAKEN_BACK, Decision(who, today))
