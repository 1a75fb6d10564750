"""Evidence: added, judged by somebody else, withdrawn with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from joinedup.access.choices import May
from joinedup.access.limits import rule_here
from joinedup.access.permission import Refused
from joinedup.access.references import fresh_references
from joinedup.assurance.choices import Claim, EvidenceKind, UpdateKind, Verdict
from joinedup.assurance.models import Action, Evidence
from joinedup.assurance.rules.impact import judged_marks
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import EvidenceMark
from joinedup.assurance.writing.owning import owns
from joinedup.assurance.writing.thread import Behalf, Note, append, held, state_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.files.actions import keep
from joinedup.files.models import StoredFile
from joinedup.rulebook.working_days import add_amount

NOBODY = Behalf()

__all__ = [
    "NewEvidence",
    "add_evidence",
    "add_evidence_file",
    "judge_evidence",
    "withdraw_evidence",
]


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """Evidence to add: the day it relates to, what it claims, until when it is good."""

    kind: EvidenceKind
    relates_on: dt.date
    words: str = ""
    link: str = ""
    claim: Claim = Claim.DONE
    expires_on: dt.date | None = None
    behalf: Behalf = NOBODY


def _taken(references: Collection[str]) -> list[str]:
    found = Evidence.objects.filter(reference__in=references)
    return list(found.values_list("reference", flat=True))


def _refuse_unfit(new: NewEvidence, today: dt.date) -> None:
    if new.kind == EvidenceKind.LINK and not new.link.startswith(("https://", "http://")):
        raise Problem("Give the whole address, starting with https://.", "link")
    if new.kind in (EvidenceKind.NOTE, EvidenceKind.MINUTE) and not new.words.strip():
        raise Problem("Write what the evidence is.", "words")
    if new.relates_on > today:
        raise Problem(
            "The day that the evidence relates to cannot lie in the future.", "relates_on"
        )
    if new.expires_on is not None and new.expires_on < new.relates_on:
        raise Problem("Evidence cannot run out before the day it relates to.", "expires_on")


def _expiry(new: NewEvidence, row: Action) -> dt.date | None:
    """Evidence of a continuing duty is good for as long as the rule book says, unless it says."""
    if new.expires_on is not None or not row.recurrence:
        return new.expires_on
    rule = rule_here("evidence.expiry", new.relates_on)
    return add_amount(new.relates_on, rule.amount("limit")) if rule else None


def _add(
    by: By, row: Action, new: NewEvidence, file: StoredFile | None, today: dt.date
) -> Evidence:
    evidence = Evidence.objects.create(
        reference=fresh_references("EV", 1, _taken)[0],
        action=row,
        kind=new.kind,
        claim=new.claim,
        words=new.words.strip(),
        link=new.link,
        file=file,
        relates_on=new.relates_on,
        expires_on=_expiry(new, row),
        added_by=by.user,
    )
    mark = EvidenceMark(
        evidence.reference, new.claim.value, evidence.expires_on, evidence.relates_on
    )
    state = state_of(row)
    still_asked = state.is_asked and new.claim != Claim.DONE
    wanted = {"evidence": (*state.evidence, mark), "is_asked": still_asked}
    note = Note(words=new.words, behalf=new.behalf, evidence=evidence)
    append(by, row, UpdateKind.EVIDENCE, wanted, today, note)
    return evidence


@action
def add_evidence(by: By, reference: str, new: NewEvidence, *, today: dt.date) -> Evidence:
    """Add a link, a note or a minute as evidence. Raises Problem where something is missing."""
    row = held(by, May.UPDATE_ACTIONS, reference)
    if new.kind == EvidenceKind.FILE:
        raise Problem("Choose the file.", "file")
    _refuse_unfit(new, today)
    return _add(by, row, new, None, today)


@action
def add_evidence_file(
    by: By, reference: str, name: str, data: bytes, new: NewEvidence, *, today: dt.date
) -> Evidence:
    """Add a file as evidence; its hash is kept with it. Raises Problem for an empty file."""
    row = held(by, May.UPDATE_ACTIONS, reference)
    if not data:
        raise Problem("This file is empty. Choose another.", "file")
    new = replace(new, kind=EvidenceKind.FILE)
    _refuse_unfit(new, today)
    return _add(by, row, new, keep(by, name, data, row.guard, row.reference), today)


def _found(reference: str) -> Evidence:
    """Locked before its action is: whoever comes second reads what the first one did."""
    found = Evidence.objects.select_for_update(of=("self",)).select_related("action")
    evidence = found.filter(reference=reference).first()
    if evidence is None:
        raise Refused("No such record.")
    return evidence


@action
def withdraw_evidence(by: By, reference: str, reason: str, *, today: dt.date) -> Evidence:
    """Take evidence back, with the reason. What rested on it is declared only, again."""
    evidence = _found(reference)
    row = held(by, May.UPDATE_ACTIONS, evidence.action.reference)
    if evidence.withdrawn_on is not None:
        raise Problem("This evidence has already been withdrawn.")
    if not reason.strip():
        raise Problem("Say why this evidence is withdrawn.", "reason")
    evidence.withdrawn_on, evidence.withdrawn_reason = today, reason.strip()[:300]
    evidence.save(update_fields=["withdrawn_on", "withdrawn_reason"])
    left = tuple(one for one in state_of(row).evidence if one.ref != evidence.reference)
    append(
        by,
        row,
        UpdateKind.EVIDENCE,
        {"evidence": left},
        today,
        Note(reason=reason, evidence=evidence),
    )
    return evidence


@action
def judge_evidence(
    by: By, reference: str, judgement: str, *, today: dt.date, verdict: str = Verdict.NONE
) -> Evidence:
    """Say what evidence is worth. Where it shows that something finished made a difference, and is
    about a day late enough after it (rule `evidence.impact_review`), the action is embedded.

    Raises Problem for whoever added it, and for an owner of the action, be it in person or by a
    post they hold, who cannot judge.
    """
    evidence = _found(reference)
    row = held(by, May.CHALLENGE, evidence.action.reference)
    if evidence.withdrawn_on is not None:
        raise Problem("This evidence has been withdrawn.")
    if by.user is None or not judgement.strip():
        raise Problem("Write what the evidence shows.", "judgement")
    if verdict not in Verdict.values:
        raise Problem("Choose whether it shows what it claims.", "verdict")
    if owns(by.user, row) or evidence.added_by_id == by.user.pk:
        raise Problem("Somebody other than the owner has to judge this.", "judgement")
    evidence.judged_by, evidence.judged_on = by.user, today
    evidence.judgement, evidence.verdict = judgement.strip(), verdict
    evidence.save(update_fields=["judged_by", "judged_on", "judgement", "verdict"])
    state = state_of(row)
    rule = rule_here("evidence.impact_review", today)
    marks = judged_marks(state, evidence.reference, verdict, evidence.relates_on, rule, today)
    said = f"{Verdict(verdict).label}. {judgement}" if verdict else judgement
    note = Note(words=said, evidence=evidence)
    append(by, row, UpdateKind.JUDGED, {"evidence": marks}, today, note)
    record(by, "assurance.judge_evidence", row.reference, evidence=evidence.reference, on=today)
    return evidence
