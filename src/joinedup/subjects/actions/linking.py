"""Which records are about one person: put forward, decided by a person, ended. Nothing is merged
by itself, and no record is rewritten."""

from __future__ import annotations

from joinedup.access.choices import May
from joinedup.access.models import Guard
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.subjects.choices import Origin, ProposalState, Verdict
from joinedup.subjects.models import Ended, Link, Proposal, Subject
from joinedup.subjects.queries.linked import decided

__all__ = ["decide", "end_link", "propose"]

LONGEST = 500


@action
def propose(by: By, one: str, other: str) -> Proposal:
    """Put two records forward as perhaps one person, by their references. A proposal that waits
    already is kept as it is. Raises Problem for one record twice and for a pair already decided."""
    first, second = _pair(by, one, other)
    there = decided(first.pk, second.pk)
    if there is not None and there.verdict != Verdict.UNSURE:
        raise Problem("Somebody has decided on these two records. End that decision first.")
    made, _ = Proposal.objects.exclude(state=ProposalState.DECIDED).get_or_create(
        first=first, second=second, defaults={"origin": Origin.PERSON}
    )
    record(by, "subjects.propose", made.reference)
    return made


@action
def decide(by: By, reference: str, verdict: Verdict, reason: str) -> Proposal:
    """Decide about two records. Where either is sealed, "the same person" waits for a second
    person, who decides the same way. Raises Problem without a reason, and where the second person
    is the first or decides otherwise."""
    proposal = Proposal.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if proposal is None:
        raise Refused("No such record.")
    _pair(by, proposal.first.reference, proposal.second.reference)
    words = _words(reason)
    if proposal.state == ProposalState.DECIDED:
        raise Problem("This was decided already.")
    if proposal.state == ProposalState.SECOND:
        return _second(by, proposal, verdict, words)
    proposal.verdict, proposal.reason, proposal.by_ref = verdict, words, by.ref
    if verdict == Verdict.SAME and _is_sealed(proposal):
        proposal.state = ProposalState.SECOND
        proposal.save(update_fields=["verdict", "reason", "by_ref", "state"])
        record(by, "subjects.ask_second", proposal.reference, verdict=verdict)
        return proposal
    return _decided(by, proposal, "")


@action
def end_link(by: By, reference: str, reason: str) -> Link:
    """End a decision: the records stand again as before it. Raises Problem without a reason and
    where it has ended."""
    link = Link.objects.filter(reference=reference).select_related("first", "second").first()
    if link is None:
        raise Refused("No such record.")
    _pair(by, link.first.reference, link.second.reference)
    if Ended.objects.filter(link=link).exists():
        raise Problem("This decision has ended already.")
    Ended.objects.create(link=link, reason=_words(reason), by_ref=by.ref)
    record(by, "subjects.end_link", link.reference, verdict=link.verdict)
    return link


def _second(by: By, proposal: Proposal, verdict: Verdict, words: str) -> Proposal:
    if by.ref == proposal.by_ref:
        raise Problem("One of these records is sealed, so another person must agree.")
    if verdict != proposal.verdict:
        proposal.state, proposal.verdict = ProposalState.WAITING, ""
        proposal.reason = proposal.by_ref = ""
        proposal.save(update_fields=["state", "verdict", "reason", "by_ref"])
        record(by, "subjects.refuse_second", proposal.reference, verdict=verdict)
        return proposal
    proposal.reason = f"{proposal.reason} / {words}"[:LONGEST]
    return _decided(by, proposal, by.ref)


def _decided(by: By, proposal: Proposal, second: str) -> Proposal:
    before = decided(proposal.first_id, proposal.second_id)
    if before is not None:
        Ended.objects.create(link=before, reason="Decided anew.", by_ref=by.ref)
    proposal.link = Link.objects.create(
        first_id=proposal.first_id, second_id=proposal.second_id, verdict=proposal.verdict,
        reason=proposal.reason, by_ref=proposal.by_ref, second_by_ref=second,
    )  # fmt: skip
    proposal.state = ProposalState.DECIDED
    proposal.save(update_fields=["verdict", "reason", "by_ref", "state", "link"])
    record(by, "subjects.decide", proposal.reference, verdict=proposal.verdict,
           link=proposal.link.reference)  # fmt: skip
    return proposal


def _pair(by: By, one: str, other: str) -> tuple[Subject, Subject]:
    """Two records in their order, for somebody who may decide about both."""
    if one == other:
        raise Problem("Choose two records.")
    rows = Subject.objects.filter(reference__in=[one, other]).order_by("pk")
    found = list(rows)
    if len(found) != 2:
        raise Refused("No such record.")
    for subject in found:
        check(by, May.LINK_PEOPLE, subject.guard_id, subject.reference)
    return found[0], found[1]


def _is_sealed(proposal: Proposal) -> bool:
    guards = [proposal.first.guard_id, proposal.second.guard_id]
    return Guard.objects.filter(pk__in=guards, is_sealed=True).exists()


def _words(reason: str) -> str:
    if not reason.strip():
        raise Problem("Say why. Whoever reads this later needs it.", "reason")
    return reason.strip()[:LONGEST]
