"""What the owner does with a link from a reminder: say how one action stands, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import Person
from joinedup.access.permission import Refused
from joinedup.assurance.actions.chasing import post_letter
from joinedup.assurance.actions.dates import propose_date
from joinedup.assurance.actions.evidence import NewEvidence, add_evidence, add_evidence_file
from joinedup.assurance.actions.progress import add_update, declare_complete, meet_occurrence
from joinedup.assurance.actions.questions import answer
from joinedup.assurance.choices import ChasedAs, EvidenceKind
from joinedup.assurance.models import Action
from joinedup.assurance.queries.answering import holder_of_link
from joinedup.assurance.queries.chase_due import due_by_hand
from joinedup.assurance.queries.chase_letters import Letter, LetterItem
from joinedup.assurance.rules.chasing import Told
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.thread import Behalf, held
from joinedup.audit.actor import By, system
from joinedup.audit.recorder import action, record
from joinedup.notices.actions.links import use_link
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.writing import holder_of

__all__ = ["Answered", "answer_by_link", "send_link_again"]

DONE, MET = "done", "met"


@dataclass(frozen=True, slots=True)
class Answered:
    """What the holder of a link says: words, the answer to a question, that it is done or was met,
    a new date with its reason, and a piece of evidence. All may be left out but one."""

    words: str = ""
    answer: str = ""
    how: str = ""
    met_on: dt.date | None = None
    new_on: dt.date | None = None
    reason: str = ""
    file_name: str = ""
    file: bytes = b""
    link: str = ""
    about_on: dt.date | None = None


@action
def answer_by_link(link: Link, said: Answered, *, today: dt.date) -> Action:
    """Record what the holder of a link says of its action, all or nothing; the link is spent.

    It goes the way of every update: a completion is declared only, a new date waits until it is
    approved. Raises Refused where the link is spent or its holder no longer answers for the action,
    Problem where something cannot be, with the link still good.
    """
    by = holder_of(link, Purpose.ANSWER)
    row = held(by, May.UPDATE_ACTIONS, link.about)
    holder = holder_of_link(link, row, today)
    if holder is None:
        raise Refused("No such page.")
    use_link(by, link)
    behalf = _behalf(holder.told)
    if holder.question is not None and said.answer.strip():
        answer(by, holder.question.reference, said.answer, today=today, behalf=behalf)
    _say(by, row, said, behalf, today)
    _attach(by, row, said, behalf, today)
    if said.new_on is not None:
        propose_date(by, row.reference, said.new_on, said.reason, today=today, behalf=behalf)
    record(by, "assurance.answer_by_link", row.reference, link=link.reference, said=_parts(said))
    return row


def _behalf(told: Told) -> Behalf:
    person = Person.objects.filter(pk=told.who.person_id).first() if told.who.person_id else None
    return Behalf(by=told.who.name, person=person)


def _parts(said: Answered) -> list[str]:
    """Which parts were filled in, for the record."""
    parts = {
        "words": said.words,
        "answer": said.answer,
        "how": said.how,
        "date": said.new_on,
        "evidence": said.file_name or said.link,
    }
    return [name for name, value in parts.items() if value]


def _say(by: By, row: Action, said: Answered, behalf: Behalf, today: dt.date) -> None:
    if said.how == DONE:
        declare_complete(by, row.reference, said.words, today=today, behalf=behalf)
    elif said.how == MET:
        on = said.met_on or today
        meet_occurrence(by, row.reference, on, said.words, today=today, behalf=behalf)
    elif said.words.strip():
        add_update(by, row.reference, said.words, today=today, behalf=behalf)
    elif not (said.file_name or said.link or said.new_on or said.answer.strip()):
        raise Problem("Write how it stands, propose a new date, or attach evidence.", "words")


def _attach(by: By, row: Action, said: Answered, behalf: Behalf, today: dt.date) -> None:
    kind = EvidenceKind.FILE if said.file_name else EvidenceKind.LINK
    new = NewEvidence(kind, said.about_on or today, link=said.link, behalf=behalf)
    if said.file_name:
        add_evidence_file(by, row.reference, said.file_name, said.file, new, today=today)
    if said.link:
        linked = NewEvidence(EvidenceKind.LINK, new.relates_on, link=said.link, behalf=behalf)
        add_evidence(by, row.reference, linked, today=today)


@action
def send_link_again(link: Link, site: str, *, today: dt.date) -> bool:
    """Send a new link for the same action to the address that the old one went to, once a day.
    Whether it was sent; raises Refused where its holder no longer answers for the action."""
    by = holder_of(link, Purpose.ANSWER)
    row = held(by, May.UPDATE_ACTIONS, link.about)
    holder = holder_of_link(link, row, today)
    book, dues = due_by_hand(Action.objects.filter(pk=row.pk).select_related(*RELATED), today)
    told = holder.told if holder else None
    items = [LetterItem(one, told) for one in dues if told and _is_of(told, book.told(one))]
    if told is None or not items:
        raise Refused("No such page.")
    letter = Letter(told.who, (items[0],), 0, has_account=False)
    key = f"again:{row.reference}:{told.who.ref}:{today.isoformat()}"
    posted = post_letter(system("link"), letter, key, site, today=today)
    record(by, "assurance.send_link_again", row.reference, link=link.reference)
    return posted is not None


def _is_of(told: Told, asked: Iterable[Told]) -> bool:
    """Whether this is owed by the holder: asked of them, or of their people."""
    is_contact = told.chased_as == ChasedAs.CONTACT
    return is_contact or any(one.who.ref == told.who.ref for one in asked)


RELATED = ("plan__guard", "guard", "agency", "parent")
