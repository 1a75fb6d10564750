"""Sending a concern on: a referral drafted from it and sent, in one step, by the hard rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.concerns.choices import ConcernState, Place, Receiver
from joinedup.concerns.drafting import age_for, parts_of
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.answers import answers_of, waits_for_copy
from joinedup.concerns.queries.rulebook import types_on
from joinedup.concerns.rules.routing import Sent, wrong_sending
from joinedup.concerns.rules.standing import is_in_triage, may_end
from joinedup.concerns.rules.wording import problem_words
from joinedup.concerns.writing import held, note_sent, settle_facts
from joinedup.referrals.actions import NewReferral, refer, send
from joinedup.referrals.choices import AgeGroup
from joinedup.referrals.models import Referral
from joinedup.referrals.rules.sharing import Sending

__all__ = ["NewSending", "end_answered", "send_on"]


@dataclass(frozen=True, slots=True)
class NewSending:
    """Whom a concern goes to and how. `place` says, for children's social care, which place made
    that area responsible; `copy_proof` says to which address or
    to whom the exploitation team's copy went, empty where it is only drafted; `site` is the address
    of this Joined Up, for the first mail to the receiver."""

    receiver: str
    sending: Sending
    place: str = ""
    agency_id: int | None = None
    receiver_name: str = ""
    copy_proof: str = ""
    site: str = ""


@action
def send_on(by: By, reference: str, new: NewSending) -> Referral:
    """Send a concern to another service: the referral is drafted from it, sent, and noted on the
    concern, where the constraints see it, in one transaction. May be done several times, before and
    after the decision.

    Raises Problem for a receiver that may not get it and for whatever is left to say.
    """
    concern = held(by, reference)
    now = timezone.now()
    today = timezone.localdate(now)
    if by.kind == ByKind.USER and is_in_triage(concern.state) and concern.decider_id != by.user.pk:
        raise Problem("Take the concern first: then everybody sees that you are deciding.")
    if concern.state == ConcernState.ENDED:
        raise Problem(
            "This concern has ended. Add what was told later, and put it back to be decided."
        )
    sent = Sent(new.receiver, place=new.place)
    wrong = wrong_sending(sent)
    if wrong:
        raise Problem(problem_words(wrong), "place" if wrong == "place_of_child" else "receiver")
    _place_is_told(concern, new)
    settle_facts(concern, today)
    drafted = _draft(by, concern, new, today)
    made = send(by, drafted.reference, new.sending, May.TRIAGE, today=today, site=new.site)
    note_sent(concern, sent, now)
    concern.version += 1
    concern.save()
    if _is_copy_due(concern, new):
        _copy(by, concern, new, today, made)
    record(
        by, "concerns.send_on", reference,
        referral=made.reference, receiver=new.receiver, place=new.place,
    )  # fmt: skip
    return made


def _place_is_told(concern: Concern, new: NewSending) -> None:
    """The area of a child is that of a place that somebody told; where nobody told one, whoever
    sends has to say which council's it is."""
    if new.receiver != Receiver.CHILDREN:
        return
    told = set()
    for one in concern.people.all():
        told |= {Place.LIVES} if one.lives or one.subject_id else set()
        told |= {Place.FOUND} if one.found or concern.where else set()
    if new.place in told:
        return
    if told:
        raise Problem(problem_words(f"not_told_{new.place}"), "place")
    if not (new.agency_id or new.receiver_name.strip()):
        raise Problem(problem_words("no_place_told"), "receiver_name")


def _is_copy_due(concern: Concern, new: NewSending) -> bool:
    """Whether a sending goes with a copy for the exploitation team: always where clear signs go to
    children's social care, and with a referral of an adult where one was sent. Once for a concern."""
    if not concern.has_exploitation_indicator:
        return False
    if new.receiver != Receiver.CHILDREN:
        is_adults = age_for(concern, new.receiver) == AgeGroup.ADULT
        if new.receiver not in (Receiver.ADULTS, Receiver.POLICE) or not is_adults:
            return False
        if not new.copy_proof.strip():
            return False
    copies = Referral.objects.filter(about=concern.reference, receiver=Receiver.EXPLOITATION)
    return not copies.exists()


def _copy(by: By, concern: Concern, new: NewSending, today: dt.date, first: Referral) -> None:
    """Draft the copy; it counts as sent only where somebody says to where it went."""
    row = _draft(by, concern, NewSending(Receiver.EXPLOITATION, new.sending), today, first)
    if new.copy_proof.strip():
        said = replace(
            new.sending, channel="secure_mail", proof=new.copy_proof, proof_file=None,
            their_reference="",
        )  # fmt: skip
        send(by, row.reference, said, May.TRIAGE, today=today)


def _draft(
    by: By, concern: Concern, new: NewSending, today: dt.date, first: Referral | None = None
) -> Referral:
    titles = {one.code: one.title for one in types_on(today)}
    sender = f"{by.user.person.name}, {by.user.person.agency}" if by.user else "Joined Up"
    age = age_for(concern, first.receiver if first else new.receiver)
    drafted = NewReferral(
        receiver=new.receiver,
        age=age,
        parts=parts_of(concern, sender, [titles.get(one, one) for one in concern.types]),
        agency_id=new.agency_id,
        receiver_name=new.receiver_name,
        signs=concern.has_exploitation_indicator,
        copy_of=first.reference if first else "",
    )
    return refer(by, concern.guard, concern.reference, drafted, May.TRIAGE, today=today)


@action
def end_answered(by: By, reference: str) -> Concern:
    """End a concern that was sent on, once everybody who got it has decided. Raises Problem while
    an answer is out, a refusal is neither challenged to its end nor let stand with a reason, or what
    was told later has no answer."""
    concern = held(by, reference)
    if concern.state != ConcernState.AWAITING:
        raise Problem("This concern does not wait for a decision of others.")
    if not may_end(answers_of(concern)):
        raise Problem(
            "Somebody has not decided yet, or a refusal is not settled. It stays open until a "
            "strategy discussion, an enquiry, an assessment or a settled refusal is recorded."
        )
    if concern.has_news:
        raise Problem("Something was told later. Say first what it changes.")
    if waits_for_copy(concern):
        raise Problem(
            "The exploitation team’s copy is drafted and not sent. Send it, and say to which address."
        )
    now = timezone.now()
    concern.state, concern.all_answered_at, concern.ended_at = ConcernState.ENDED, now, now
    concern.version += 1
    concern.save()
    record(by, "concerns.end_answered", reference)
    return concern
