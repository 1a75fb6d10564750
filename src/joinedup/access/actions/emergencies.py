"""Emergency access to sealed records: reasoned, short, told to those concerned, reviewed by another."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.limits import limit
from joinedup.access.models import BreakGlass, Guard
from joinedup.access.permission import Refused, check, check_any
from joinedup.access.problems import Problem
from joinedup.access.queries.emergencies import (
    closed_along,
    open_emergencies,
    sealed_within_reach,
    whole_of,
)
from joinedup.access.queries.governance import addresses_to_tell
from joinedup.access.references import is_reference
from joinedup.access.telling import tell_of_emergency
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import action, record
from joinedup.rulebook import rule
from joinedup.rulebook.entry import Unit

__all__ = ["break_glass", "end_emergency", "note_refused_emergency", "review_emergency"]

SHORTEST_REASON = 10
HOURS = {Unit.HOURS: 3_600, Unit.MINUTES: 60}


def _open_until(now: dt.datetime) -> dt.datetime:
    """When emergency access ends: the council's own limit, never beyond the rule book's most."""
    most = rule("access.emergency", timezone.localdate()).amount("most")
    seconds = min(limit("access.emergency"), most.number * HOURS[most.unit])
    return now + dt.timedelta(seconds=seconds)


@action
def break_glass(by: By, reference: str, reason: str, site: str) -> list[BreakGlass]:
    """Open a sealed record for a few hours, and with it what nobody can act without: the people whom
    a case is about and its concerns, as far as they are closed. `reference` is the record's own,
    `site` the address of this Joined Up, for the mails. The first of those returned is the record
    that was asked for; its review is the review of all.

    Raises Problem without a real reason, where no sealed record of this reference is within
    reach (whether there is one is not said), where it is open already, and where nobody could be
    told.
    """
    check_any(by, May.BREAK_GLASS)
    why = reason.strip()
    if len(why) < SHORTEST_REASON:
        raise Problem("Say in a sentence why you must see this record now.", "reason")
    guards = sealed_within_reach(by.user, reference)
    if not guards:
        raise Problem(
            "No sealed record with this reference can be opened by you. Check the reference.",
            "reference",
        )
    now, told = timezone.now(), set[str]()
    along = closed_along(by.user, guards)
    opened: list[BreakGlass] = []
    for guard in guards:
        check(by, May.BREAK_GLASS, guard.pk)
        if not open_emergencies(by.user, guard, now).exists():
            opened.append(_open(by, guard, why, now, site, opened, told))
    if not opened:
        raise Problem("You have this record open already.", "reference")
    for guard in along:
        check(by, May.BREAK_GLASS, guard.pk)
        opened.append(_open(by, guard, why, now, site, opened, told))
    return opened


def _open(
    by: By,
    guard: Guard,
    why: str,
    now: dt.datetime,
    site: str,
    before: list[BreakGlass],
    told: set[str],
) -> BreakGlass:
    """One guard opened; those of `told` know of the first already, and are added to."""
    first = before[0] if before else None
    concerned = addresses_to_tell(guard, by.user, timezone.localdate())
    if not concerned and not told:
        raise Problem("There is nobody who could be told, so this record stays closed.")
    made = BreakGlass.objects.create(
        guard=guard, user=by.user, reason=why, opened_at=now, opened_with=first,
        expires_at=first.expires_at if first else _open_until(now),
    )  # fmt: skip
    tell_of_emergency(made.reference, [one for one in concerned if one not in told], site)
    told.update(concerned)
    record(
        by,
        "emergency.begin",
        guard.about or guard.reference,
        emergency=made.reference,
        guard=guard.reference,
        until=made.expires_at,
        told=len(concerned),
    )
    return made


@action
def note_refused_emergency(by: By, reference: str) -> None:
    """Record that somebody asked for a record that an emergency does not open for them."""
    check_any(by, May.BREAK_GLASS)
    asked = reference.strip().upper()
    asked = asked if is_reference(asked) else "not a reference"
    record(by, "emergency.refused", f"emergency:{by.ref}", Kind.REFUSED, asked=asked)


@action
def end_emergency(by: By, reference: str) -> BreakGlass:
    """Close a record, and what opened along, again before its time. Raises Problem where it is
    closed."""
    made, now = _held(by, reference), timezone.now()
    if made.expires_at <= now:
        raise Problem("This emergency access has ended already.")
    made.expires_at = now
    whole_of(made).filter(expires_at__gt=now).update(expires_at=now)
    record(by, "emergency.end", made.reference, guard=made.guard.reference)
    return made


@action
def review_emergency(by: By, reference: str, words: str) -> BreakGlass:
    """Say whether emergency access was right, to the record and all that opened along. Raises Problem
    for one's own, for one that was reviewed, and without words."""
    made = _held(by, reference)
    if by.user.pk == made.user_id or by.user.person_id == made.user.person_id:
        raise Problem("Somebody else must review what you opened.")
    if made.reviewed_by_id is not None:
        raise Problem("This has been reviewed already.")
    if not words.strip():
        raise Problem("Say whether it was right to open the record.", "review")
    made.reviewed_by, made.reviewed_at, made.review = by.user, timezone.now(), words.strip()
    whole_of(made).update(
        reviewed_by=made.reviewed_by, reviewed_at=made.reviewed_at, review=made.review
    )
    record(by, "emergency.review", made.reference, guard=made.guard.reference)
    return made


def _held(by: By, reference: str) -> BreakGlass:
    rows = BreakGlass.objects.select_for_update(of=("self",)).select_related("guard", "user")
    made = rows.filter(reference=reference).first()
    if made is None:
        raise Refused("No such record.")
    if made.opened_with_id is not None:
        raise Refused("It opened along with another record and goes with that.")
    for guard in whole_of(made).values_list("guard", flat=True):
        check(by, May.SET_ACCESS, guard)
    return made
