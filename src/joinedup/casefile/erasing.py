"""Which rows belong to a case or to a person's record, and how they are erased. Guards, time limits,
the audit record and the register of erasures stay: they hold references and codes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from joinedup.access.models import Draft, User
from joinedup.access.permission import Refused
from joinedup.audit.erased import keep_outside
from joinedup.audit.triggers import erasing
from joinedup.casefile.choices import ErasedKind
from joinedup.casefile.models import AccessRequest, NamedKey, PackCut, Tie, TieDecision, TieEnd
from joinedup.cases import models as cases
from joinedup.concerns import models as concerns
from joinedup.files import storage
from joinedup.files.models import StoredFile
from joinedup.files.queries import line_of
from joinedup.referrals import models as referrals
from joinedup.subjects import models as subjects

__all__ = ["Hands", "erase_case", "erase_concern", "erase_person", "erased_rows", "held_row"]

Rows = Iterable[QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Hands:
    """Whose doing an erasure is: who asked, who agreed, and when. `replayed_at` is set where an older
    backup had brought the record back; accounts made after it are absent."""

    asked_by: User | None
    agreed_by: User | None
    at: dt.datetime
    replayed_at: dt.datetime | None = None


def erase_case(case: cases.Case, hands: Hands) -> dict[str, int]:
    """Erase a case with everything in it, the referrals about it, its files and drafts. How many
    rows of each table went."""
    about = case.reference
    of = {"case": case}
    sent = referrals.Referral.objects.filter(about=about)
    abouts = [about, *sent.order_by("pk").values_list("reference", flat=True)]
    locked = (cases.Note, cases.Advocacy, referrals.ShareDecision, referrals.ReferralChase)
    with erasing(*locked, TieDecision):
        counts = _delete([
            *_ties_of(about),
            *_sent_on(about),
            cases.Closing.objects.filter(**of),
            cases.PanelListing.objects.filter(**of),
            cases.FlagShare.objects.filter(flag__case=case),
            cases.Attendance.objects.filter(meeting__case=case),
            cases.CaseMeeting.objects.filter(**of),
            *(table.objects.filter(**of) for table in (
                cases.Flag, cases.Context, cases.Enquiry, cases.Advocacy, cases.Note, cases.Session,
                cases.Transfer, cases.TransferOut, cases.FollowUp,
                cases.PlanItem, cases.CaseMember, cases.CaseConcern, cases.CaseSubject)),
            cases.Case.objects.filter(pk=case.pk),
        ])  # fmt: skip
    for one in abouts:
        for label, went in _loose(one, hands).items():
            counts[label] = counts.get(label, 0) + went
    return counts


def erase_concern(concern: concerns.Concern, hands: Hands) -> dict[str, int]:
    """Erase a concern with its reports, the people in it, what was decided and told, the referrals
    about it, its files and drafts. How many rows of each table went."""
    about, of = concern.reference, {"concern": concern}
    sent = referrals.Referral.objects.filter(about=about)
    abouts = [about, *sent.order_by("pk").values_list("reference", flat=True)]
    abouts += concerns.Report.objects.filter(**of).values_list("reference", flat=True)
    locked = (concerns.Telling, concerns.KeptWords, concerns.Decision, concerns.EarlierName)
    with erasing(*locked, TieDecision, referrals.ShareDecision, referrals.ReferralChase):
        counts = _delete([
            *_ties_of(about),
            *_sent_on(about),
            concerns.Telling.objects.filter(report__concern=concern),
            concerns.EarlierName.objects.filter(person__concern=concern),
            *(table.objects.filter(**of) for table in (
                concerns.KeptWords, concerns.Decision, concerns.Report, concerns.ConcernPerson)),
            concerns.Concern.objects.filter(pk=concern.pk),
        ])  # fmt: skip
    for one in abouts:
        for label, went in _loose(one, hands).items():
            counts[label] = counts.get(label, 0) + went
    return counts


def _ties_of(about: str) -> list[QuerySet[Any]]:
    """What the record names and what of it another one names too, with what was decided of that."""
    of = {"tie__in": list(TieEnd.objects.filter(about=about).values_list("tie", flat=True))}
    return [
        NamedKey.objects.filter(about=about),
        TieDecision.objects.filter(**of),
        TieEnd.objects.filter(**of),
        Tie.objects.filter(pk__in=of["tie__in"]),
    ]


def _sent_on(about: str) -> list[QuerySet[Any]]:
    """The referrals about a record with everything that hangs on them, what hangs first."""
    sent = referrals.Referral.objects.filter(about=about)
    return [
        referrals.ReferralChase.objects.filter(referral__in=sent),
        referrals.ChallengeStage.objects.filter(challenge__referral__in=sent),
        referrals.Challenge.objects.filter(referral__in=sent),
        referrals.SeniorAlert.objects.filter(about=about),
        referrals.ShareDecision.objects.filter(Q(about=about) | Q(referral__in=sent)),
        sent.filter(copy_of__isnull=False),
        sent,
    ]


def erase_person(subject: subjects.Subject, hands: Hands) -> dict[str, int]:
    """Erase a person's record with everything known of them. How many rows of each table went."""
    own = {"subject": subject}
    pairs = Q(first=subject) | Q(second=subject)
    links = subjects.Link.objects.filter(pairs)
    locked = (subjects.KnownChange, subjects.SafeLook, subjects.Ended, subjects.Link)
    with erasing(*locked):
        counts = _delete([
            subjects.SafeLook.objects.filter(safe__subject=subject),
            subjects.SafeAddress.objects.filter(**own),
            subjects.KnownChange.objects.filter(**own),
            subjects.Relationship.objects.filter(Q(subject=subject) | Q(other=subject)),
            subjects.HouseholdMember.objects.filter(**own),
            subjects.Proposal.objects.filter(pairs),
            subjects.Ended.objects.filter(link__in=links),
            links,
            *(table.objects.filter(**own) for table in (
                subjects.SubjectName, subjects.Address, subjects.Phone, subjects.OnlineName,
                subjects.Vehicle, subjects.Place, subjects.Key, subjects.Sketch)),
            subjects.Subject.objects.filter(pk=subject.pk),
        ])  # fmt: skip
    return counts | _loose(subject.reference, hands)


def _delete(rows: Rows) -> dict[str, int]:
    counts: dict[str, int] = {}
    for some in rows:
        label = some.model._meta.label
        went = some.count()
        some._raw_delete(some.db)
        if went:
            counts[label] = counts.get(label, 0) + went
    return counts


def _loose(about: str, hands: Hands) -> dict[str, int]:
    """Files and drafts of a record: bytes and words go, that a file was there stays."""
    counts: dict[str, int] = {}
    files: list[StoredFile] = []
    for kept in StoredFile.objects.filter(about=about, purged_at__isnull=True):
        kept.purge_reason = "Erased with the record it belonged to"
        kept.purge_asked_by, kept.purge_agreed_by = hands.asked_by, hands.agreed_by
        kept.purge_asked_at = kept.purged_at = hands.at
        kept.purge_replayed_at = hands.replayed_at
        kept.original_name = "Erased"
        kept.save()
        files.append(kept)
    drafts = Draft.objects.filter(form__contains=about)
    for label, went in (("files.StoredFile", len(files)), ("access.Draft", drafts.count())):
        if went:
            counts[label] = went
    drafts.delete()
    transaction.on_commit(lambda: _erase_files(one.stored_name for one in files))
    keep_outside(line_of(one) for one in files)
    return counts


def _erase_files(names: Iterable[str]) -> None:
    for one in names:
        storage.erase(one)


ERASE = {
    ErasedKind.CASE: erase_case,
    ErasedKind.CONCERN: erase_concern,
    ErasedKind.PERSON: erase_person,
}


def erased_rows(kind: ErasedKind, row: Any, hands: Hands) -> dict[str, int]:
    """Erase a locked record and whatever of it stands elsewhere; how many rows of each table went."""
    if kind == ErasedKind.PERSON:
        concerns.ConcernPerson.objects.filter(subject=row).update(subject=None)
        AccessRequest.objects.filter(about=row.reference).update(left_out=[])
        given = AccessRequest.objects.filter(about=row.reference, given_on__isnull=False)
        given.update(given_to="Erased with the record")
        PackCut.objects.filter(request__about=row.reference).delete()
    erase: Any = ERASE[kind]
    counts: dict[str, int] = erase(row, hands)
    return counts


def held_row(about: str) -> tuple[ErasedKind, Any]:
    """The case, the concern or the record of a person that a reference names, locked."""
    wanted = about.strip().upper()
    case = cases.Case.objects.select_for_update(of=("self",)).filter(reference=wanted).first()
    if case is not None:
        return ErasedKind.CASE, case
    concern = (
        concerns.Concern.objects.select_for_update(of=("self",)).filter(reference=wanted).first()
    )
    if concern is not None:
        return ErasedKind.CONCERN, concern
    rows = subjects.Subject.objects.select_for_update(of=("self",))
    subject = rows.filter(reference=wanted).first()
    if subject is None:
        raise Refused("No such record.")
    return ErasedKind.PERSON, subject
