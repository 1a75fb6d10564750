"""One referral with everything its page shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, holds, may_touch, open_record, visible
from joinedup.access.prepared import rows
from joinedup.audit.actor import By
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import open_for
from joinedup.files.models import StoredFile
from joinedup.files.queries import Sendable, sendable
from joinedup.referrals.choices import ChallengeState
from joinedup.referrals.models import Challenge, Referral, SeniorAlert, ShareDecision
from joinedup.referrals.queries.refusals import is_refused
from joinedup.referrals.queries.rules import RuleSet
from joinedup.referrals.rules.flow import is_late, offers
from joinedup.referrals.rules.receivers import Receiver, in_their_order
from joinedup.referrals.rules.routes import may_be_challenged
from joinedup.rulebook import Entry
from joinedup.subjects.queries.safe import kept_apart_in

__all__ = [
    "ReferralView",
    "challenge_to",
    "may_sign",
    "open_referrals",
    "proof_to",
    "receiver_of",
    "referral_to",
    "referral_view",
    "referrals_about",
    "shares_about",
]


@dataclass(frozen=True, slots=True)
class ReferralView:
    """What the page of a referral shows."""

    row: Referral
    receiver: Receiver
    parts: list[tuple[str, str, str]]
    clocks: list[Clock]
    challenges: list[Challenge]
    copies: list[Referral]
    alerts: list[SeniorAlert]
    proofs: list[StoredFile]
    basis: Entry | None
    offers: tuple[str, ...]
    may_work: bool
    may_challenge: bool
    may_sign: bool

    @property
    def open_challenge(self) -> Challenge | None:
        """The challenge that is under way."""
        return next((one for one in self.challenges if one.state == ChallengeState.OPEN), None)


def referral_to(by: By, reference: str, may: May = May.READ_CASES) -> Referral:
    """One referral, recorded as opened. Raises Refused where it is not this reader's."""
    rows = Referral.objects.select_related(
        "agency", "sent_by__person__manager", "copy_of", "made_by__person"
    ).annotate(is_kept_apart=kept_apart_in("referrals_referral.about"))
    return open_record(by, may, rows, {"reference": reference}, item="about")


def proof_to(by: By, reference: str) -> Sendable:
    """A file of a referral for somebody who may read it, recorded as seen. Raises Refused."""
    kept = StoredFile.objects.filter(reference=reference, purged_at__isnull=True).first()
    about = kept.about if kept is not None else ""
    referral_to(by, about)
    rows = StoredFile.objects.filter(about=about, purged_at__isnull=True)
    found = rows.filter(reference=reference).first()
    if found is None:
        raise Refused("No such file.")
    return sendable(found)


def challenge_to(by: By, reference: str) -> Challenge:
    """One challenge with its referral, recorded as opened."""
    rows = Challenge.objects.select_related(
        "referral__agency", "referral__sent_by__person__manager"
    )
    return open_record(by, May.WORK_CASES, rows, {"reference": reference}, item="about")


def receiver_of(row: Referral, rules: RuleSet) -> Receiver:
    """The receiver of a referral; its code stands for one that the rule book lost."""
    found = rules.receiver(row.receiver)
    if found is not None:
        return found
    code = row.receiver
    return Receiver(code, code, "", code, "portal", "", "", "", (), (), (), False, False, "")


def referral_view(user: User, row: Referral, rules: RuleSet, today: dt.date) -> ReferralView:
    """The referral's page for somebody who has opened it."""
    receiver = receiver_of(row, rules)
    clocks = list(open_for([row.reference]))
    rows = Challenge.objects.filter(referral=row).order_by("-pk").prefetch_related("stages")
    challenges = list(rows)
    due = clocks[0].due_on if clocks else None
    may_work = holds(user, May.WORK_CASES) and may_touch(
        user, May.WORK_CASES, row.guard_id, row.about
    )
    is_open = any(one.state == ChallengeState.OPEN for one in challenges)
    return ReferralView(
        row=row,
        receiver=receiver,
        parts=in_their_order(receiver, row.parts, rules.words()),
        clocks=clocks,
        challenges=challenges,
        copies=list(row.copies.order_by("pk")),
        alerts=list(
            SeniorAlert.objects.filter(subject=row.reference).select_related("read_by__person")
        ),
        proofs=list(
            StoredFile.objects.filter(about=row.reference, purged_at=None).order_by(
                "added_at", "pk"
            )
        ),
        basis=rules.basis(row.basis),
        offers=offers(row.state, is_copy=row.copy_of_id is not None, is_refused=is_refused(row))
        if may_work
        else (),
        may_sign=may_sign(user, row),
        may_work=may_work,
        may_challenge=may_work
        and row.copy_of_id is None
        and not is_open
        and may_be_challenged(row.state, is_late(due, today)),
    )


def may_sign(user: User, row: Referral) -> bool:
    """Whether this reader may sign, as the second person, that a refusal stands."""
    waits = row.stand_asked_by_id not in (None, user.pk) and not row.stands_because
    return (
        waits
        and holds(user, May.MANAGE_CASES)
        and may_touch(user, May.MANAGE_CASES, row.guard_id, row.about)
    )


def referrals_about(user: User, *references: str) -> list[Referral]:
    """Every referral about these concerns or cases that this reader may see, newest first; in one
    statement."""
    return rows(_referrals_about, user, references)


def _referrals_about(user: User, *references: str) -> QuerySet[Referral]:
    found = Referral.objects.filter(about__in=references).select_related("agency").order_by("-pk")
    return visible(user, May.READ_CASES, found, item="about")


def open_referrals(user: User, reference: str) -> list[Referral]:
    """Those of them that still wait for somebody."""
    waits = ("drafted", "sent", "acknowledged", "accepted")
    return [one for one in referrals_about(user, reference) if one.state in waits]


def shares_about(user: User, reference: str) -> list[ShareDecision]:
    """What was shared or kept back about one record, newest first."""
    rows = ShareDecision.objects.filter(about=reference).order_by("-pk")
    return list(visible(user, May.READ_CASES, rows, item="about"))
