"""A case taken over by an authority outside: sent to a named person, chased, accepted in writing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import Agency
from joinedup.access.permission import Refused, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import CaseState, TransferState
from joinedup.cases.models import Case, TransferOut
from joinedup.cases.queries.facts import limit_on
from joinedup.cases.queries.sharing import age_of
from joinedup.cases.writing import end_own_clocks, held, in_words, still_open, user_of
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post
from joinedup.pages.dates import long_date
from joinedup.referrals.actions import note_sharing
from joinedup.rulebook.working_days import add_amount

__all__ = ["NewTransferOut", "accept_outside", "chase_outside", "end_outside", "send_outside"]

RULE, CHASE = "case.transfer_out", "chase.transfer_out"
SUBJECT = "Please answer about {reference}"
BODY = """Hello,

on {day} we asked you to take over responsibility under our reference {reference}. We have no written answer
yet. Until you accept in writing, the responsibility stays with us, and we keep the case open.

Please write to us under this reference, or ring us. This message names nobody.
"""


@dataclass(frozen=True, slots=True)
class NewTransferOut:
    """A case to send: the body, the named person there and how to reach them, what they are told,
    the proof that it went (which letter, which secure mail, whom on the telephone), the lawful basis
    for sharing, and whether the adult or a parent was told of it, or why that was unsafe."""

    body: str
    person: str
    contact: str
    words: str
    proof: str
    basis: str
    told: str
    agency: Agency | None = None
    sent_on: dt.date | None = None


@action
def send_outside(
    by: By, reference: str, new: NewTransferOut, *, today: dt.date, may: May = May.WORK_CASES
) -> TransferOut:
    """Note that a case was sent to another authority, to a named person. Until they accept in
    writing it is still ours, stays open, and they are chased. What they are told is a share, kept with
    its lawful basis. Raises Problem for what is left to say."""
    case = held(by, may, reference)
    still_open(case)
    if case.transfers_out.filter(state=TransferState.SENT).exists():
        raise Problem("It was sent already, and waits for an answer. Record that first.")
    day = new.sent_on or today
    if day > today:
        raise Problem("This day is still to come.", "sent_on")
    entry = limit_on(RULE, day)
    made = TransferOut.objects.create(
        case=case, agency=new.agency, sent_on=day, sent_by=user_of(by),
        body=in_words(new.body, "Name the authority.", "body")[:200],
        person=in_words(new.person, "Name the person there who takes it on.", "person")[:200],
        contact=in_words(new.contact, "Say how they are reached.", "contact")[:200],
        words=in_words(new.words, "Write what they are told.", "words"),
        proof=in_words(new.proof, "Say how it went, and what proves it.", "proof")[:300],
        accept_by=add_amount(day, entry.amount("limit")),
    )  # fmt: skip
    clock = NewClock(
        kind=ClockKind.TRANSFER_OUT, about=made.reference, started_on=day,
        due_on=made.accept_by, rule_code=entry.code, rule_hash=entry.content_hash,
        person_id=None if new.agency else (case.worker_id or case.lead_person_id),
        agency_id=new.agency.pk if new.agency else None, blocks_closing=True,
    )  # fmt: skip
    start(by, case.guard, clock, may)
    told = in_words(new.told, "Say whether they were told, or why that was unsafe.", "told")
    note_sharing(
        by, case.guard, reference, made.body, age_of(case, today), new.basis, told, may, today=today
    )
    record(by, "cases.send_outside", reference, transfer=made.reference)
    return made


@action
def accept_outside(
    by: By,
    reference: str,
    transfer: str,
    *,
    answered_by: str,
    letter: str,
    their_reference: str = "",
    today: dt.date,
    on: dt.date | None = None,
    may: May = May.WORK_CASES,
) -> TransferOut:
    """Write down that they accepted responsibility: who, in which letter or message, on which day.
    Closing because a named body accepted responsibility rests on this alone."""
    row = _held(by, reference, transfer, may)
    day = on or today
    if not row.sent_on <= day <= today:
        raise Problem("Give a day since it was sent, and not one to come.", "on")
    row.state, row.answered_on = TransferState.ACCEPTED, day
    row.answered_by = in_words(answered_by, "Name who accepted it.", "answered_by")[:200]
    row.letter = in_words(letter, "Say which letter or message it is, and of what date.", "letter")[
        :300
    ]
    row.their_reference = their_reference.strip()[:100]
    row.save()
    end_own_clocks(by, row.reference, day, may)
    record(by, "cases.accept_outside", reference, transfer=transfer)
    return row


@action
def end_outside(
    by: By,
    reference: str,
    transfer: str,
    state: str,
    words: str,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> TransferOut:
    """They did not accept, or we take it back, with the reason: the case stays ours."""
    row = _held(by, reference, transfer, may)
    if state not in (TransferState.REFUSED, TransferState.WITHDRAWN):
        raise Problem("Say whether they refused, or we take it back.", "state")
    row.state, row.answered_on = state, today
    row.answer = in_words(words, "Write why.", "words")
    row.save()
    end_own_clocks(by, row.reference, today, may, code=str(state))
    record(by, "cases.end_outside", reference, transfer=transfer, state=state)
    return row


def _held(by: By, reference: str, transfer: str, may: May) -> TransferOut:
    case: Case = held(by, may, reference)
    rows = TransferOut.objects.select_for_update(of=("self",))
    row = rows.filter(case=case, reference=transfer).first()
    if row is None:
        raise Refused("No such record.")
    if row.state != TransferState.SENT:
        raise Problem("Their answer is recorded already.")
    return row


@action
def chase_outside(by: By, *, today: dt.date) -> int:
    """Remind authorities that have not answered about a case past its day, and again after each
    interval of the rule book: by mail where there is an address, with our reference and no name.
    How many mails were written. For the daily job; twice a day is once."""
    check_any(by, May.MANAGE_CASES)
    every = limit_on(CHASE, today).amount("limit")
    rows = TransferOut.objects.select_for_update(of=("self",)).select_related("agency")
    rows = rows.exclude(case__state=CaseState.CLOSED)
    count = 0
    for row in rows.filter(state=TransferState.SENT, accept_by__lt=today).order_by("pk"):
        if row.chased_on is not None and add_amount(row.chased_on, every) > today:
            continue
        address = _address(row)
        if not address:
            continue
        post(
            key=f"transfer-out:{row.reference}:{today.isoformat()}",
            purpose=Purpose.CASEWORK,
            recipient=address,
            subject=SUBJECT.format(reference=row.reference),
            body=BODY.format(day=long_date(row.sent_on), reference=row.reference),
            about=row.reference,
        )
        row.chased_on = today
        row.save(update_fields=["chased_on"])
        count += 1
    record(by, "cases.chase_outside", "daily", count=count)
    return count


def _address(row: TransferOut) -> str:
    """The person's own address where one was given, else that of their organisation."""
    given = next((word for word in row.contact.split() if "@" in word), "").strip(".,;()<>")
    if given:
        return given
    return row.agency.contact_email if row.agency is not None else ""
