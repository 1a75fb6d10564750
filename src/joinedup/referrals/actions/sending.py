"""Drafting, sending, and deciding not to share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils import timezone

from joinedup.access.choices import AgencyKind, May
from joinedup.access.models import Agency, Guard
from joinedup.access.permission import check
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind
from joinedup.files.actions import keep
from joinedup.files.models import StoredFile
from joinedup.referrals.actions.links import ask_receiver
from joinedup.referrals.choices import CHILDREN, UNDER_18, UNSENT, AgeGroup, State
from joinedup.referrals.models import Referral, ShareDecision
from joinedup.referrals.queries.rules import RuleSet, rules_on
from joinedup.referrals.rules.receivers import Receiver
from joinedup.referrals.rules.routes import why_not_receive
from joinedup.referrals.rules.sharing import (
    KEEP,
    SHARE,
    Sending,
    missing_to_keep_back,
    missing_to_send,
    proof_words,
)
from joinedup.referrals.writing import held, needs_offer, start_clock, user_of

__all__ = [
    "NewReferral",
    "amend",
    "decide_not_to_share",
    "keep_back",
    "keep_proof",
    "refer",
    "send",
]

LONGEST_PART = 20_000
FIRST = {
    "portal": "It came to you through your own form.",
    "secure_mail": "It came to you by secure mail.",
    "telephone": "We told you of it by telephone.",
}
"""What the first mail to a receiver says about how the referral came to them."""


@dataclass(frozen=True, slots=True)
class NewReferral:
    """A referral to draft. `receiver` is a code of the rule book, `age` a value of AgeGroup,
    `parts` the drafted words by the keys of "referral.words"; `signs` says that there are clear
    signs of exploitation; `copy_of` is the reference of the referral that this one copies."""

    receiver: str
    age: str
    parts: Mapping[str, str] = field(default_factory=dict)
    agency_id: int | None = None
    receiver_name: str = ""
    signs: bool = False
    copy_of: str = ""


@action
def refer(
    by: By,
    guard: Guard,
    about: str,
    new: NewReferral,
    may: May = May.WORK_CASES,
    *,
    today: dt.date | None = None,
) -> Referral:
    """Draft a referral about a concern or case (`about`) behind its `guard`. Not sent yet.

    Raises Problem for a receiver that may not get it: the exploitation team gets copies only, and no
    project is children's social care (Jay 6.4: signposted in place of routed).
    """
    check(by, may, guard.pk, about)
    rules = rules_on(today or timezone.localdate())
    receiver = _receiver(rules, new.receiver)
    if new.age not in AgeGroup.values:
        raise Problem("Say whether this is about somebody under 18.", "age")
    first = _first(new, guard)
    why = why_not_receive(
        receiver, new.age, first.receiver if first is not None else None, signs=new.signs
    )
    if why:
        raise Problem(why, "receiver")
    _is_theirs(receiver, new.agency_id)
    row = Referral.objects.create(
        guard=guard,
        about=about,
        receiver=receiver.code,
        receiver_hash=receiver.content_hash,
        agency_id=new.agency_id,
        receiver_name=new.receiver_name.strip()[:200],
        age=new.age,
        has_indicators=new.signs,
        copy_of=first,
        primary_receiver=first.receiver if first is not None else "",
        parts=_parts(new.parts, rules),
        channel=receiver.channel,
        made_by=user_of(by),
    )
    record(by, "referrals.refer", row.reference, about=about, receiver=receiver.code)
    return row


KINDS: dict[str, str] = {AgencyKind.COUNCIL: "a council", AgencyKind.POLICE: "the police"}


def _is_theirs(receiver: Receiver, agency_id: int | None) -> None:
    agency = Agency.objects.filter(pk=agency_id).first() if agency_id and receiver.kinds else None
    if agency is not None and agency.kind not in receiver.kinds:
        kinds = " or ".join(KINDS.get(one, "another organisation") for one in receiver.kinds)
        raise Problem(
            f"{agency.name} cannot take this: {receiver.title} is with {kinds}. Choose which one, "
            "or leave this empty and write its name.",
            "agency",
        )


def _receiver(rules: RuleSet, code: str) -> Receiver:
    found = rules.receiver(code)
    if found is None:
        raise Problem("Choose who it goes to.", "receiver")
    return found


def _first(new: NewReferral, guard: Guard) -> Referral | None:
    """The referral that is copied: behind the same guard, and not a copy itself."""
    if not new.copy_of:
        return None
    rows = Referral.objects.filter(reference=new.copy_of, guard=guard, copy_of__isnull=True)
    found = rows.first()
    if found is None:
        raise Problem("Choose the referral that is to be copied.", "copy_of")
    return found


def _parts(parts: Mapping[str, str], rules: RuleSet) -> dict[str, str]:
    known = rules.words()
    return {key: str(said)[:LONGEST_PART] for key, said in parts.items() if key in known}


@action
def amend(
    by: By, reference: str, parts: Mapping[str, str], version: int, may: May = May.WORK_CASES
) -> Referral:
    """Change the drafted words. Raises Problem once it is sent, Stale where somebody saved first."""
    row = held(by, may, reference)
    needs_offer(row, "amend")
    rules = rules_on(timezone.localdate())
    if row.version != version:
        words = rules.words()
        now = {words.get(key, key): said for key, said in row.parts.items()}
        raise Stale(now, row.version)
    row.parts = {**row.parts, **_parts(parts, rules)}
    row.version += 1
    row.save(update_fields=["parts", "version"])
    record(by, "referrals.amend", row.reference, parts=sorted(parts))
    return row


@action
def send(
    by: By,
    reference: str,
    said: Sending,
    may: May = May.WORK_CASES,
    *,
    today: dt.date,
    site: str = "",
) -> Referral:
    """Note that it was sent: how, on which basis, what the people know. Its clocks start; they stop
    the concern or case from closing. A copy goes out after its first, and starts no clock. Where
    `site`, the address of this Joined Up, is given, the receiver gets a mail with our reference and
    a link to answer, and no name.

    Raises Problem for the first thing that is left to say.
    """
    row = held(by, may, reference)
    needs_offer(row, "send")
    rules = rules_on(today)
    receiver = _receiver(rules, row.receiver)
    if row.copy_of is not None and row.copy_of.state in UNSENT:
        raise Problem("Send the referral itself first; then the copy.")
    allowed = rules.bases(row.age, SHARE)
    missing = missing_to_send(receiver, row.age, said, {one.code for one in allowed})
    if missing:
        raise Problem(missing[0].words, missing[0].field)
    row.channel, row.proof, row.basis = said.channel, proof_words(said)[:300], said.basis
    row.told, row.agreed = said.told, said.agreed
    row.why_not_told, row.ground = said.why_not_told.strip(), said.ground.strip()
    if said.mailed_on is not None and said.mailed_on > today:
        raise Problem("This day is still to come. Send it first.", "mailed_on")
    row.their_reference = said.their_reference.strip()[:100]
    row.state, row.sent_on, row.sent_at = State.SENT, today, timezone.now()
    row.sent_by = user_of(by)
    row.version += 1
    row.save()
    _note_share(by, row, rules, is_shared=True, basis=said.basis, reason=said.ground.strip())
    if row.copy_of_id is None:
        start_clock(
            by, row, ClockKind.ACKNOWLEDGE, receiver.acknowledge, today, rules, may, blocks=False
        )
        start_clock(by, row, ClockKind.DECISION, receiver.answer, today, rules, may, blocks=True)
        if site:
            key = f"referral:{row.reference}:sent"
            ask_receiver(by, row.reference, site, FIRST[row.channel], key, today=today)
    if said.proof_file is not None:
        keep_proof(by, row.reference, said.proof_file.name, said.proof_file.data, may)
    record(by, "referrals.send", row.reference, channel=row.channel, basis=row.basis)
    return row


@action
def keep_proof(
    by: By, reference: str, name: str, data: bytes, may: May = May.WORK_CASES
) -> StoredFile:
    """Keep a file as proof that a referral went out or was answered: the receipt of their form, a
    letter. Raises Problem before it is sent."""
    row = held(by, may, reference)
    if row.state in UNSENT:
        raise Problem("It is not sent yet. Note first that it was sent.", "proof_file")
    check(by, may, row.guard_id, row.about)
    kept = keep(by, name, data, row.guard, row.reference, may)
    record(by, "referrals.keep_proof", reference, file=kept.reference)
    return kept


@action
def keep_back(
    by: By, reference: str, basis: str, reason: str, may: May = May.WORK_CASES, *, today: dt.date
) -> Referral:
    """Decide not to send a draft; the decision is kept with its basis and reason."""
    row = held(by, may, reference)
    needs_offer(row, "keep_back")
    if row.has_indicators and row.copy_of_id:
        raise Problem("The exploitation team gets its copy wherever there are signs.", "basis")
    if _has_to_be_told(row):
        raise Problem(
            "There are signs of exploitation, and children’s social care has to be told: no ground "
            "stands against that.", "basis",
        )  # fmt: skip
    rules = rules_on(today)
    _may_keep_back(rules, row.age, basis, reason)
    row.state, row.basis, row.reason = State.KEPT_BACK, basis, reason.strip()
    row.version += 1
    row.save(update_fields=["state", "basis", "reason", "version"])
    _note_share(by, row, rules, is_shared=False, basis=basis, reason=reason.strip())
    record(by, "referrals.keep_back", row.reference, basis=basis)
    return row


def _has_to_be_told(row: Referral) -> bool:
    """Whether no ground stands against sending this: it tells children's social care of signs of
    exploitation, and no other referral has told them of the same."""
    if not (row.has_indicators and row.receiver == CHILDREN and row.age in UNDER_18):
        return False
    others = Referral.objects.filter(
        about=row.about, receiver=CHILDREN, has_indicators=True, copy_of=None
    )
    return not others.exclude(pk=row.pk).exclude(state__in=UNSENT).exists()


def _may_keep_back(rules: RuleSet, age: str, basis: str, reason: str) -> None:
    allowed = {one.code for one in rules.bases(age, KEEP)}
    missing = missing_to_keep_back(age, basis, reason, allowed)
    if missing:
        raise Problem(missing[0].words, missing[0].field)


@action
def decide_not_to_share(
    by: By,
    guard: Guard,
    about: str,
    receiver: str,
    age: str,
    basis: str,
    reason: str,
    may: May = May.WORK_CASES,
    *,
    today: dt.date,
) -> ShareDecision:
    """Record that something about a concern or case is not shared with a receiver, and why."""
    check(by, may, guard.pk, about)
    rules = rules_on(today)
    _receiver(rules, receiver)
    _may_keep_back(rules, age, basis, reason)
    made = ShareDecision.objects.create(
        guard=guard, about=about, is_shared=False, receiver=receiver, age=age, basis=basis,
        basis_hash=_hash(rules, age, basis), reason=reason.strip(), by_ref=by.ref,
        at=timezone.now(),
    )  # fmt: skip
    record(by, "referrals.not_shared", about, receiver=receiver, basis=basis)
    return made


def _note_share(
    by: By, row: Referral, rules: RuleSet, *, is_shared: bool, basis: str, reason: str
) -> None:
    ShareDecision.objects.create(
        guard=row.guard, about=row.about, referral=row, is_shared=is_shared,
        receiver=row.receiver, age=row.age, basis=basis,
        basis_hash=_hash(rules, row.age, basis), reason=reason, by_ref=by.ref, at=timezone.now(),
    )  # fmt: skip


def _hash(rules: RuleSet, age: str, basis: str) -> str:
    every = (*rules.bases(age, SHARE), *rules.bases(age, KEEP))
    return next((one.content_hash for one in every if one.code == basis), "")
