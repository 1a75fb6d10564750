"""Who owns what: naming owners, handing over, and leaving without orphaning anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Q

from joinedup.access.actions.accounts import close_accounts_of_leavers
from joinedup.access.actions.people import note_leaver
from joinedup.access.choices import May
from joinedup.access.models import Holding, Person
from joinedup.access.permission import Refused, check_any
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Challenge, Owner
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import OwnerMark
from joinedup.assurance.writing.owning import known_owners
from joinedup.assurance.writing.thread import Note, append, held, state_of, unchanged
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.pages.dates import plural

__all__ = ["assign_owners", "hand_over", "leave"]

OUT_OF_REACH = (
    "They own something that you can't open. Somebody who works on that record has to hand it "
    "over first."
)


@action
def assign_owners(
    by: By,
    reference: str,
    owners: Sequence[OwnerMark],
    *,
    today: dt.date,
    reason: str = "",
    version: int | None = None,
) -> Action:
    """Say who owns an action, first the one who answers for it; those left out stop owning it.

    Raises Problem for somebody not known, or named twice; Stale where somebody else saved after
    `version` was read. What a plan prints twice (a name and its initials) may stand twice.
    """
    row = held(by, May.EDIT_PLANS, reference)
    unchanged(row, version, {"owners": tuple(owners)})
    standing = state_of(row).owners
    names = [one.who for one in owners if one.who]
    new = {one.who for one in owners if one.who and one not in standing}
    if len(set(owners)) != len(owners) or any(names.count(who) > 1 for who in new):
        raise Problem("The same owner is named twice.", "owners")
    append(by, row, UpdateKind.OWNERS, {"owners": tuple(owners)}, today, Note(reason=reason))
    return row


def _pass_on(by: By, row: Action, old: str, new: str, reason: str, today: dt.date) -> None:
    owners = state_of(row).owners
    has_new = any(one.who == new for one in owners)
    passed = tuple(
        replace(one, who=new) if one.who == old else one
        for one in owners
        if not (has_new and one.who == old)
    )
    append(by, row, UpdateKind.OWNERS, {"owners": passed}, today, Note(reason=reason))


@action
def hand_over(
    by: By, references: Sequence[str], old: str, new: str, reason: str, *, today: dt.date
) -> int:
    """Hand actions from one owner to another (references of people, posts or organisations), all
    or none; the printed words stay. How many were handed over."""
    check_any(by, May.EDIT_PLANS)
    if not reason.strip():
        raise Problem("Say why they are handed over.", "reason")
    _must_be_known(new)
    rows = [held(by, May.EDIT_PLANS, one) for one in sorted(set(references))]
    for row in rows:
        _pass_on(by, row, old, new, reason, today)
    record(by, "assurance.hand_over", new, old=old, count=len(rows))
    return len(rows)


def _must_be_known(who: str) -> None:
    known = known_owners([OwnerMark(who)])
    person = known.people.get(who)
    if not (known.people or known.posts or known.agencies):
        raise Problem("Choose who takes them from the list.", "new")
    if person is not None and person.left_on is not None:
        raise Problem(f"{person} has left. Choose somebody else.", "new")


def _who_answers(new: str, on: dt.date) -> Person | None:
    """The person who takes over questions: the one named, or who holds the post after `on`; nobody
    by name (so the owners answer) where it is an organisation or a post that stands empty."""
    if new.startswith("PE-"):
        return Person.objects.get(reference=new)
    held_on = Q(to_on__isnull=True) | Q(to_on__gt=on)
    holding = Holding.objects.filter(held_on, post__reference=new, from_on__lte=on)
    current = holding.exclude(person__left_on__lte=on).select_related("person").last()
    return current.person if current else None


@action
def leave(by: By, person_reference: str, on: dt.date, *, today: dt.date, new: str = "") -> int:
    """Somebody leaves. Their posts keep their actions; what they own by name goes to `new`.

    Their account closes once `on` has passed. Raises Problem where they own actions by name or are
    asked something and nobody is named to take over, where that is they themselves, and where one
    of the actions is out of reach: nothing is left without an owner. Returns how many actions were
    handed over.
    """
    check_any(by, May.MANAGE_PEOPLE)
    person = (
        Person.objects.select_for_update(of=("self",)).filter(reference=person_reference).first()
    )
    if person is None:
        raise Refused("No such record.")
    owned = list(
        Action.objects.filter(
            pk__in=Owner.objects.filter(person=person, to_on__isnull=True).values("action")
        ).values_list("reference", flat=True)
    )
    asked = Challenge.objects.filter(answer_by_person=person, answered_on__isnull=True)
    if (owned or asked.exists()) and not new:
        owns = plural(len(owned), "action")
        raise Problem(f"{person} owns {owns} by name. Say who takes over.", "new")
    if new == person_reference:
        raise Problem("Choose somebody else: they are the one who leaves.", "new")
    if new:
        _must_be_known(new)
    if owned:
        for reference in sorted(owned):
            try:
                row = held(by, May.EDIT_PLANS, reference)
            except Refused as refused:
                raise Problem(OUT_OF_REACH) from refused
            _pass_on(by, row, person.reference, new, "Left", today)
    if new:
        asked.update(answer_by_person=_who_answers(new, on))
    note_leaver(by, person, on)
    close_accounts_of_leavers(by, today=today)
    record(by, "assurance.leave", person.reference, on=on, handed_over=len(owned))
    return len(owned)
