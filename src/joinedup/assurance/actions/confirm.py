"""Many confirmed rows at once: the last step of an import, and how large registers are made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard, Involvement
from joinedup.access.permission import Refused, check
from joinedup.access.references import fresh_references
from joinedup.assurance.choices import LinkKind, UpdateKind
from joinedup.assurance.models import (
    Action,
    ActionLink,
    ActionStatement,
    Owner,
    Plan,
    Section,
    Share,
    Statement,
    Update,
)
from joinedup.assurance.rules.fold import Said, fold
from joinedup.assurance.rules.new_row import NewPart, NewRow, Printed, first_values
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import State, changes_between
from joinedup.assurance.search import index
from joinedup.assurance.writing.columns import plain_columns
from joinedup.assurance.writing.owner_order import key_of_first
from joinedup.assurance.writing.owning import Owners, involve_owners_of, known_owners, share_of
from joinedup.assurance.writing.timing import clock_for
from joinedup.assurance.writing.words import searchable
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.actions import NewClock, start_many

__all__ = ["create_from_rows", "create_parts"]

AT_ONCE = 500


@dataclass(slots=True)
class Making:
    """One action on its way: its row, state and owners, and the row it is part of."""

    row: NewRow | NewPart
    action: Action
    state: State
    changes: dict[str, Any]
    owners: list[Owner]
    parent: Making | None = None


def _taken(references: Collection[str]) -> list[str]:
    found = Action.objects.filter(reference__in=references).values_list("reference", flat=True)
    return list(found)


def _printed(printed: Mapping[str, Printed]) -> dict[str, dict[str, str]]:
    return {name: {"text": one.text, "place": one.place} for name, one in printed.items()}


def _sections(plan: Plan, rows: Sequence[NewRow]) -> dict[str, Section]:
    there = {one.title: one for one in plan.sections.all()}
    titles = dict.fromkeys(row.section[:300] for row in rows if row.section)
    for title in titles:
        if title not in there:
            there[title] = Section.objects.create(plan=plan, title=title, position=len(there))
    return there


def _shares(plan: Plan, rows: Sequence[NewRow], known: Owners) -> dict[int, Share]:
    """The share of each row, by its place in `rows`."""
    named = {row.agency for row in rows if row.agency}
    agencies = {one.reference: one for one in Agency.objects.filter(reference__in=named)}
    made: dict[int, Share] = {}
    shares: dict[int, Share] = {}
    for place, row in enumerate(rows):
        if row.agency and row.agency not in agencies:
            raise Problem("Choose an organisation from the list.", "agency")
        owner = known.agency_of(row.owners[0]) if row.owners else None
        agency = agencies.get(row.agency) or owner or plan.agency
        if agency.pk not in made:
            made[agency.pk] = share_of(plan, agency)
        shares[place] = made[agency.pk]
    return shares


@action
def create_from_rows(
    by: By,
    plan: Plan,
    rows: Sequence[NewRow],
    *,
    today: dt.date,
    as_of: dt.date | None = None,
    kind: UpdateKind = UpdateKind.IMPORT,
    may: May = May.IMPORT_PLANS,
) -> list[Action]:
    """Put confirmed rows into a plan, all or none, in their order; the new actions, without their
    parts. `as_of` is the day that the document speaks of: what it calls complete is declared
    complete on that day. Recorded once on the plan; every action gets its own first update.

    Raises Problem for a row without a title, an owner not known, or a date that is none.
    """
    check(by, may, plan.guard_id)
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)  # positions are counted
    if any(not row.title.strip() for row in rows):
        raise Problem("One of the rows says nothing. Give it a title or take it out.", "title")
    on = min(as_of or plan.dated_on or today, today)
    marks = [mark for row in rows for mark in (*row.owners, *_part_marks(row))]
    known = known_owners(marks)
    making = _make(plan, rows, known, on)
    _save(by, making, kind, on)
    _links(plan, making)
    _clocks(by, plan, making, on, today)
    _index(making)
    record(by, "assurance.create_from_rows", plan.reference, count=len(making), on=on, what=kind)
    return [one.action for one in making if one.parent is None]


@action
def create_parts(
    by: By,
    plan: Plan,
    parts: Sequence[tuple[str, NewPart]],
    *,
    today: dt.date,
    as_of: dt.date | None = None,
) -> list[Action]:
    """Add confirmed parts to actions of a plan that are there, each given as the reference of its
    action and what it says; the organisation and section are those of the action. Recorded once
    on the plan. Raises Problem for a part without a title, Refused for an action not there."""
    check(by, May.IMPORT_PLANS, plan.guard_id)
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)  # positions are counted
    if any(not part.title.strip() for _, part in parts):
        raise Problem("One of the parts says nothing. Give it a title or take it out.", "title")
    on = min(as_of or plan.dated_on or today, today)
    known = known_owners([mark for _, part in parts for mark in part.owners])
    wholes = {
        one.reference: one
        for one in plan.actions.filter(parent__isnull=True).select_related("agency", "section")
    }
    names = iter(fresh_references("AC", len(parts), _taken))
    position = plan.actions.count()
    making: list[Making] = []
    for place, (reference, part) in enumerate(parts, position):
        whole = wholes.get(reference)
        if whole is None:
            raise Refused("No such record.")
        check(by, May.EDIT_PLANS, whole.guard_id, whole.reference)
        section = whole.section.title if whole.section else ""
        base = {"agency": whole.agency.reference, "section": section}
        share = Share(guard=whole.guard, agency=whole.agency)
        one = _one(part, plan, share, next(names), place, known, base, on)
        one.action.section, one.action.parent = whole.section, whole
        making.append(one)
    _save(by, making, UpdateKind.IMPORT, on)
    for one in making:
        if not one.owners and one.action.parent:
            involve_owners_of(one.action.parent, one.action, on)
    _clocks(by, plan, making, on, today)
    _index(making)
    record(by, "assurance.create_parts", plan.reference, count=len(making), on=on)
    return [one.action for one in making]


def _index(making: Iterable[Making]) -> None:
    """Let the search find what was made."""
    index(
        (one.action.pk, searchable(one.action, one.state, one.owners, [one.state.latest]))
        for one in making
    )


def _part_marks(row: NewRow) -> Iterable[Any]:
    return (mark for part in row.parts for mark in part.owners)


def _make(plan: Plan, rows: Sequence[NewRow], known: Owners, on: dt.date) -> list[Making]:
    """Every action in printed order, not yet saved."""
    count = len(rows) + sum(len(row.parts) for row in rows)
    names = iter(fresh_references("AC", count, _taken))
    sections = _sections(plan, rows)
    shares = _shares(plan, rows, known)
    position = plan.actions.count()
    making: list[Making] = []
    for place, row in enumerate(rows):
        share = shares[place]
        base = {"agency": share.agency.reference, "section": row.section[:300]}
        top = _one(row, plan, share, next(names), position, known, base, on)
        top.action.section = sections.get(row.section[:300])
        top.action.source_ref = row.source_ref[:200]
        top.action.other = dict(row.other)
        making.append(top)
        position += 1
        for part in row.parts:
            one = _one(part, plan, share, next(names), position, known, base, on)
            one.action.section = top.action.section
            one.parent = top
            making.append(one)
            position += 1
    return making


def _one(
    row: NewRow | NewPart,
    plan: Plan,
    share: Share,
    reference: str,
    position: int,
    known: Owners,
    base: Mapping[str, str],
    on: dt.date,
) -> Making:
    values = {**first_values(row, plan.agreement, on), **base}
    changes = changes_between(State(), values)
    state = fold([Said(1, UpdateKind.IMPORT.value, on, on, changes)])
    made = Action(
        reference=reference,
        plan=plan,
        guard_id=share.guard_id,
        agency_id=share.agency_id,
        position=position,
        printed=_printed(row.printed),
        **plain_columns(state),
    )
    owners = [known.row(mark, place, on) for place, mark in enumerate(row.owners)]
    made.owner_key = key_of_first(owners)
    return Making(row, made, state, changes, owners)


def _save(by: By, making: list[Making], kind: UpdateKind, on: dt.date) -> None:
    """Actions, then everything that names them."""
    tops = [one for one in making if one.parent is None]
    parts = [one for one in making if one.parent is not None]
    Action.objects.bulk_create([one.action for one in tops], batch_size=AT_ONCE)
    for one in parts:
        one.action.parent = one.parent.action if one.parent else None
    Action.objects.bulk_create([one.action for one in parts], batch_size=AT_ONCE)
    involved: list[Involvement] = []
    for one in making:
        for owner in one.owners:
            owner.action = one.action
        source = one if one.owners or one.parent is None else one.parent
        involved += _involved(one.action, source.owners, on)
    Owner.objects.bulk_create([row for one in making for row in one.owners], batch_size=AT_ONCE)
    Involvement.objects.bulk_create(involved, batch_size=AT_ONCE)
    now = timezone.now()
    Update.objects.bulk_create(
        [
            Update(
                action=one.action,
                number=1,
                kind=kind,
                words=one.state.latest,
                changes=one.changes,
                effective_on=on,
                made_at=now,
                by_kind=by.kind,
                by_ref=by.ref,
                by_user=by.user,
            )
            for one in making
        ],
        batch_size=AT_ONCE,
    )


def _involved(made: Action, owners: Iterable[Owner], on: dt.date) -> list[Involvement]:
    return [
        Involvement(
            guard_id=made.guard_id,
            person_id=owner.person_id,
            post_id=owner.post_id,
            agency_id=owner.agency_id,
            item=made.reference,
            from_on=on,
        )
        for owner in owners
        if owner.person_id or owner.post_id or owner.agency_id
    ]


def _links(plan: Plan, making: Sequence[Making]) -> None:
    """ "See A2" becomes a link to the row A2, here or already in the plan."""
    links: list[ActionLink] = []
    wanted: set[str] = set()
    found = plan.actions.filter(parent__isnull=True).exclude(code="")
    in_section: dict[tuple[int | None, str], int] = {
        (part, code): pk for part, code, pk in found.values_list("section", "code", "pk")
    }
    codes = {code: pk for (_, code), pk in in_section.items()}
    for one in making:
        if not isinstance(one.row, NewRow):
            continue
        for code in dict.fromkeys(one.row.see):
            target = in_section.get((one.action.section_id, code), codes.get(code))
            if target is None:
                raise Problem(f"Row {one.row.code} speaks of {code}, which is not there.", "see")
            if target != one.action.pk:
                links.append(
                    ActionLink(
                        from_action=one.action,
                        to_action_id=target,
                        kind=LinkKind.SEE,
                        printed=code[:200],
                    )
                )
        wanted |= set(one.row.statements)
    ActionLink.objects.bulk_create(links, batch_size=AT_ONCE)
    statements = {one.reference: one for one in Statement.objects.filter(reference__in=wanted)}
    ActionStatement.objects.bulk_create(
        [
            ActionStatement(action=one.action, statement=statements[reference])
            for one in making
            if isinstance(one.row, NewRow)
            for reference in dict.fromkeys(one.row.statements)
            if reference in statements
        ],
        batch_size=AT_ONCE,
    )


def _clocks(by: By, plan: Plan, making: Sequence[Making], on: dt.date, today: dt.date) -> None:
    """A clock for everything that is owed on a day."""
    by_guard: dict[int, list[NewClock]] = {}
    for one in making:
        owner = one.owners[0] if one.owners else None
        clock = clock_for(one.action.reference, plan.chase_rule, one.state, owner, today)
        if clock is not None:
            by_guard.setdefault(one.action.guard_id, []).append(clock)
    guards = Guard.objects.in_bulk(by_guard)
    for guard_id, clocks in by_guard.items():
        start_many(by, guards[guard_id], clocks)
