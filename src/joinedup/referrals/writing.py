"""What several actions on referrals need: the row held, its clocks started and ended."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.clocks.actions import NewClock, cancel, keep, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import open_for
from joinedup.referrals.models import Referral
from joinedup.referrals.queries.refusals import is_refused
from joinedup.referrals.queries.rules import RuleSet
from joinedup.referrals.rules.flow import due_after, offers

__all__ = ["end_clocks", "held", "needs_offer", "right_of", "start_clock", "user_of"]

STATES = {
    "amend": "It was sent, so its words can’t be changed. Send a new referral.",
    "send": "It has been sent already.",
    "keep_back": "It has been sent already.",
    "acknowledge": "It has not been sent, or they have answered already.",
    "accept": "It can’t be accepted as it stands.",
    "decline": "It can’t be declined as it stands.",
    "record_result": "There is no outcome to record as it stands.",
    "let_stand": "Only a refusal can be let stand.",
}


def user_of(by: By) -> User | None:
    """The user who acts, where there is one."""
    return by.user if by.kind == ByKind.USER else None


def right_of(by: By, may: May) -> May:
    """What is asked for a step: `may`, or for the holder of a link the right that a link gives to
    the one record it opens."""
    return May.UPDATE_ACTIONS if by.kind == ByKind.LINK else may


def held(by: By, may: May, reference: str) -> Referral:
    """A referral to be changed, locked and checked. Raises Refused where it is not theirs."""
    rows = Referral.objects.select_for_update(of=("self",)).select_related("guard", "agency")
    row = rows.filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    item = row.reference if by.kind == ByKind.LINK else row.about
    check(by, right_of(by, may), row.guard_id, item)
    return row


def needs_offer(row: Referral, deed: str) -> None:
    """Raise Problem where this can't be done with a referral as it stands."""
    is_copy = row.copy_of_id is not None
    if deed not in offers(row.state, is_copy=is_copy, is_refused=is_refused(row)):
        raise Problem(STATES[deed])


def start_clock(
    by: By,
    row: Referral,
    kind: ClockKind,
    code: str,
    on: dt.date,
    rules: RuleSet,
    may: May,
    *,
    blocks: bool,
    is_ours: bool = False,
) -> Clock | None:
    """Start a clock of a referral under the rule `code`; none where the receiver has no such
    limit. Owed by the receiving agency, or by whoever sent it (`is_ours`)."""
    if not code:
        return None
    entry = rules.limit(code)
    person = row.sent_by.person_id if is_ours and row.sent_by is not None else None
    new = NewClock(
        kind=kind,
        about=row.reference,
        started_on=on,
        due_on=due_after(entry, on),
        rule_code=entry.code,
        rule_hash=entry.content_hash,
        person_id=person,
        agency_id=None if is_ours else row.agency_id,
        blocks_closing=blocks,
    )
    return start(by, row.guard, new, right_of(by, may))


def end_clocks(
    by: By, about: str, kinds: tuple[ClockKind, ...], on: dt.date, may: May, code: str = ""
) -> None:
    """End the running clocks of these kinds: kept, or cancelled where `code` says why."""
    for clock in open_for([about]).filter(kind__in=kinds):
        if code:
            cancel(by, clock.reference, on, code, right_of(by, may))
        else:
            keep(by, clock.reference, on, right_of(by, may))
