"""Appending an update: the only way in which an action changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Agency, Involvement, Person
from joinedup.access.permission import Refused, check
from joinedup.access.prepared import rows
from joinedup.assurance.choices import DoubtState, UpdateKind
from joinedup.assurance.models import (
    Action,
    Assurance,
    Challenge,
    Doubt,
    Evidence,
    Owner,
    ProposedDate,
    Section,
    Update,
)
from joinedup.assurance.rules.doubts import settled_by
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.rules.state import State, changes_between, to_json
from joinedup.assurance.search import index
from joinedup.assurance.writing.columns import folded_state, plain_columns, updates_of
from joinedup.assurance.writing.owning import set_owners, share_of
from joinedup.assurance.writing.timing import set_clocks
from joinedup.assurance.writing.words import searchable
from joinedup.audit.actor import By
from joinedup.audit.recorder import record
from joinedup.clocks.models import Clock
from joinedup.files.models import StoredFile

__all__ = ["Behalf", "Note", "append", "held", "state_of", "unchanged"]


@dataclass(frozen=True, slots=True)
class Behalf:
    """On whose behalf something is recorded: who said it, when, how ("by telephone")."""

    by: str = ""
    on: dt.date | None = None
    how: str = ""
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The words that go with a change. `effective_on` is the day it speaks of (default today)."""

    words: str = ""
    reason: str = ""
    approved_by: str = ""
    minute: str = ""
    corrects: int | None = None
    evidence: Evidence | None = None
    challenge: Challenge | None = None
    told: Assurance | None = None
    proposed: ProposedDate | None = None
    effective_on: dt.date | None = None
    behalf: Behalf = field(default_factory=Behalf)


def held(by: By, may: May, reference: str) -> Action:
    """One action, locked until the transaction ends, for somebody who may do this to it.

    Raises Refused where it is absent or not theirs to touch.
    """
    found = rows(_locked, None, [reference])
    if not found:
        raise Refused("No such record.")
    action: Action = found[0]
    check(by, may, action.guard_id, action.reference)
    return action


def _locked(_: None, reference: str) -> QuerySet[Action]:
    whole = Action.objects.select_related("plan__guard", "guard", "section", "agency")
    return whole.select_for_update(of=("self",)).filter(reference=reference)


def state_of(action: Action) -> State:
    """The action's state now, folded from its updates."""
    return folded_state(updates_of(action))


def unchanged(action: Action, version: int | None, yours: Mapping[str, Any]) -> None:
    """Raise Stale, with both texts, where somebody else saved since `version` was read."""
    if version is None or version == action.version:
        return
    state = state_of(action)
    theirs = {name: to_json(name, getattr(state, name)) for name in yours}
    raise Stale(theirs, {name: to_json(name, value) for name, value in yours.items()})


def append(
    by: By,
    action: Action,
    kind: UpdateKind,
    wanted: Mapping[str, Any],
    today: dt.date,
    note: Note | None = None,
) -> Update:
    """Add one update and bring everything that follows from it to the new state; recorded.

    An update may speak of an earlier day, never of a later one. Raises Problem where it says
    nothing at all.
    """
    note = note or Note()
    on = note.effective_on or today
    if on > today:
        raise Problem("The day cannot lie in the future.", "effective_on")
    if action.plan.ended_on is not None:
        raise Problem("This plan has ended, so nothing more can be recorded in it.")
    earlier = updates_of(action)
    before = folded_state(earlier)
    changes = changes_between(folded_state(earlier, on=on), wanted)
    if not changes and not note.words.strip() and kind in (UpdateKind.PROGRESS, UpdateKind.STATUS):
        raise Problem("Write how it stands, or change something.", "words")
    update = Update.objects.create(
        action=action,
        number=earlier[-1].number + 1 if earlier else 1,
        kind=kind,
        words=note.words.strip(),
        changes=changes,
        reason=note.reason.strip(),
        approved_by=note.approved_by.strip()[:200],
        minute=note.minute.strip()[:300],
        corrects=note.corrects,
        evidence=note.evidence,
        challenge=note.challenge,
        told=note.told,
        proposed=note.proposed,
        effective_on=on,
        made_at=timezone.now(),
        by_kind=by.kind,
        by_ref=by.ref,
        by_user=by.user,
        said_by=note.behalf.by.strip()[:200],
        said_by_person=note.behalf.person,
        said_on=note.behalf.on,
        said_how=note.behalf.how.strip()[:200],
    )
    after = folded_state([*earlier, update])
    _project(by, action, before, after, [*earlier, update], today)
    record(
        by,
        f"assurance.{kind}",
        action.reference,
        number=update.number,
        fields=sorted(changes),
        on=on,
        for_another=bool(update.said_by),
    )
    return update


def _project(
    by: By,
    action: Action,
    before: State,
    after: State,
    updates: list[Update],
    today: dt.date,
) -> None:
    """Write the new state wherever it is kept for speed."""
    if after.agency != before.agency:
        _move(action, Agency.objects.get(reference=after.agency))
    if after.section != before.section:
        action.section = _section(action, after.section)
    for name, value in plain_columns(after).items():
        setattr(action, name, value)
    action.version += 1
    action.save()
    if after.owners != before.owners:
        owners = set_owners(action, after.owners, today)
    else:
        owners = rows(_owners_now, None, [action.pk])
    set_clocks(by, action, before, after, owners, today)
    if kinds := settled_by(before, after):
        asked = Doubt.objects.filter(action=action, state=DoubtState.OPEN, kind__in=kinds)
        asked.update(state=DoubtState.GONE, gone_on=today)
    index([(action.pk, searchable(action, after, owners, (one.words for one in updates)))])


def _owners_now(_: None, action: int) -> QuerySet[Owner]:
    owners = Owner.objects.filter(action=action, to_on__isnull=True)
    return owners.select_related("person", "post", "agency").order_by("position")


def _section(action: Action, title: str) -> Section | None:
    if not title:
        return None
    there = Section.objects.filter(plan=action.plan, title=title).first()
    last = Section.objects.filter(plan=action.plan).count()
    return there or Section.objects.create(plan=action.plan, title=title, position=last)


def _move(action: Action, agency: Agency) -> None:
    """Put an action behind the guard of another organisation's share."""
    old = action.guard_id
    guard = share_of(action.plan, agency).guard
    action.agency = agency
    if guard.pk == old:
        return
    item = action.reference
    Involvement.objects.filter(guard=old, item=item).update(guard=guard)
    Clock.objects.filter(guard=old, about=item).update(guard=guard)
    StoredFile.objects.filter(guard=old, about=item).update(guard=guard)
    action.guard = guard
