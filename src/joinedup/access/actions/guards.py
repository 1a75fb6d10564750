"""Seals, conflicts of interest and who works behind a guard: set with a reason, ended with one.

A plan has a guard for each organisation that has a share of it. A seal and a conflict of interest
are about the whole record: they are set and ended on every guard of it.

Nobody lets themselves in, and nobody ends a conflict of interest of their own.
"""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Conflict, Guard, Involvement, Person, Sealing
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.access.queries.governance import able, addresses_to_tell, involved
from joinedup.access.queries.lists import in_force
from joinedup.access.shares import bring_along, close_beyond
from joinedup.access.telling import tell_of_lost_leads, tell_of_unsealing
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record

__all__ = ["end_conflict", "let_in", "let_out", "note_conflict", "seal", "unseal"]

LONGEST = 300
ONE_DAY = dt.timedelta(days=1)


@action
def seal(by: By, reference: str, reason: str) -> Guard:
    """Seal what is behind a guard and the other guards of the same record: from now on only those
    who work on it see it. Guards behind which nobody works get those of the record's first.

    Raises Problem without a reason, where it is sealed already, and where nobody works on the
    whole of it, because then nobody could open it.
    """
    guard = _held(by, reference)
    why = _reason(reason, "Say why this record is sealed.")
    whole = _whole(by, guard)
    wanted = [one for one in whole if not one.is_sealed]
    if not wanted:
        raise Problem("This record is sealed already.")
    today = timezone.localdate()
    works = list(involved(whole[0], today))
    for one in wanted:
        if not able(one, today).exists():
            if not able(whole[0], today).exists():
                raise Problem(
                    "Nobody works on the whole of this record yet, so nobody could open it once "
                    "it is sealed. Say first who works on it."
                )
            bring_along(works, one)
        _set_seal(by, one, True, why)
        record(by, "access.seal", one.reference, about=one.about)
    guard.is_sealed = True
    return guard


@action
def unseal(by: By, reference: str, reason: str, site: str = "") -> Guard:
    """Take a seal off the whole record, and tell those who work on it, the agency, safeguarding
    leads and information-governance officers by mail. `site` is the address of this Joined Up.

    Raises Problem without a reason and where there is no seal.
    """
    guard = _held(by, reference)
    why = _reason(reason, "Say why the seal is taken off.")
    wanted = [one for one in _whole(by, guard) if one.is_sealed]
    if not wanted:
        raise Problem("This record is not sealed.")
    today, told = timezone.localdate(), set[str]()
    for one in wanted:
        told |= set(addresses_to_tell(one, by.user, today))
        _set_seal(by, one, False, why)
        record(by, "access.unseal", one.reference, about=one.about)
    key = str(
        Sealing.objects.filter(guard=wanted[0]).order_by("-pk").values_list("pk", flat=True)[0]
    )
    tell_of_unsealing(guard.about or guard.reference, sorted(told), key, site)
    guard.is_sealed = False
    return guard


@action
def note_conflict(by: By, reference: str, person: Person, reason: str, site: str = "") -> Conflict:
    """Note that somebody may never see a record, whatever their roles: it holds for every guard
    of the record, for the people whom a case is about, and for the cases and concerns about them.

    A person may note a conflict of their own. Whoever manages a case that so loses its lead is told;
    `site` is the address of this Joined Up for that. Raises Problem without a reason and where one is
    noted already.
    """
    guard = _held(by, reference)
    why = _reason(reason, "Say what the conflict of interest is.")
    whole = _whole(by, guard)
    there = Conflict.objects.filter(guard__in=whole, person=person, ended_at__isnull=True)
    noted_on = set(there.values_list("guard", flat=True))
    if len(noted_on) == len(whole):
        raise Problem("A conflict of interest of this person is noted already.", "person")
    for one in whole:
        if one.pk not in noted_on:
            Conflict.objects.create(guard=one, person=person, reason=why)
            record(by, "access.note_conflict", one.reference, person=person.reference)
    close_beyond(by, {one.pk for one in whole}, [person.pk])
    tell_of_lost_leads(site)
    return Conflict.objects.get(guard=guard, person=person, ended_at__isnull=True)


@action
def end_conflict(by: By, reference: str, conflict: int, reason: str) -> Conflict:
    """End a conflict of interest for the whole record; other records that it reached stay closed
    until it is ended there. Raises Problem without a reason, where it
    has ended and for one's own."""
    guard = _held(by, reference)
    why = _reason(reason, "Say why there is no conflict of interest any more.")
    noted = Conflict.objects.select_for_update().filter(guard=guard, pk=conflict).first()
    if noted is None:
        raise Refused("No such record.")
    if noted.ended_at is not None:
        raise Problem("This conflict of interest has ended already.")
    _not_oneself(by, noted.person, "Somebody else must end a conflict of interest of yours.")
    whole, now = _whole(by, guard), timezone.now()
    rows = Conflict.objects.select_for_update(of=("self",)).filter(
        guard__in=whole, person=noted.person, ended_at__isnull=True
    )
    for one in rows.select_related("guard"):
        one.ended_at, one.end_reason = now, why
        one.save(update_fields=["ended_at", "end_reason"])
        record(by, "access.end_conflict", one.guard.reference, person=noted.person.reference)
    noted.refresh_from_db()
    return noted


@action
def let_in(by: By, reference: str, person: Person, from_on: dt.date) -> Involvement:
    """Note that somebody works on all that is behind a guard, from a day on.

    Raises Problem for oneself, where they work on it already, and where a conflict of interest
    is noted.
    """
    guard = _held(by, reference)
    _not_oneself(by, person, "Somebody else must let you in. In an emergency you can say why.")
    there = Involvement.objects.filter(guard=guard, person=person, item="", to_on__isnull=True)
    if there.exists():
        raise Problem("This person works on it already.", "person")
    if Conflict.objects.filter(guard=guard, person=person, ended_at__isnull=True).exists():
        raise Problem("A conflict of interest of this person is noted. End that first.", "person")
    made = Involvement.objects.create(guard=guard, person=person, from_on=from_on)
    record(by, "access.let_in", guard.reference, person=person.reference, from_on=from_on)
    return made


@action
def let_out(by: By, reference: str, involvement: int) -> Involvement:
    """Note that somebody no longer works on the whole of a record: closed to them at once.

    Raises Problem where a sealed record would be left with nobody.
    """
    guard, today = _held(by, reference), timezone.localdate()
    rows = Involvement.objects.select_for_update().filter(in_force(today), guard=guard, item="")
    works = rows.filter(pk=involvement).first()
    if works is None:
        raise Refused("No such record.")
    if guard.is_sealed and not able(guard, today).exclude(pk=works.pk).exists():
        raise Problem("This is the last person who can open the sealed record. Add another first.")
    works.to_on = today - ONE_DAY
    works.save(update_fields=["to_on"])
    who = works.person or works.post
    record(by, "access.let_out", guard.reference, who=who.reference if who else "")
    return works


def _held(by: By, reference: str) -> Guard:
    guard = Guard.objects.select_for_update().filter(reference=reference).first()
    if guard is None:
        raise Refused("No such record.")
    check(by, May.SET_ACCESS, guard.pk)
    return guard


def _whole(by: By, guard: Guard) -> list[Guard]:
    """Every guard of the record that this one stands before, its first guard first; `by` must be
    allowed to set access on each."""
    if not guard.about:
        return [guard]
    rows = list(Guard.objects.select_for_update().filter(about=guard.about).order_by("pk"))
    for one in rows:
        check(by, May.SET_ACCESS, one.pk)
    return rows


def _set_seal(by: By, guard: Guard, is_set: bool, reason: str) -> None:
    guard.is_sealed, guard.sealed_at = is_set, timezone.now() if is_set else None
    guard.save(update_fields=["is_sealed", "sealed_at"])
    Sealing.objects.create(guard=guard, is_set=is_set, reason=reason, by_ref=by.ref)


def _reason(words: str, missing: str) -> str:
    if not words.strip():
        raise Problem(missing, "reason")
    return words.strip()[:LONGEST]


def _not_oneself(by: By, person: Person, words: str) -> None:
    if by.kind == ByKind.USER and by.user.person_id == person.pk:
        raise Problem(words, "person")
