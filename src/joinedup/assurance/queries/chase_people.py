"""Who is asked about an action: owners, holders of posts, managers, contacts, leads of plans.

Nobody is written to about what a conflict of interest or a seal closes to them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from joinedup.access.choices import HoldingKind, Role
from joinedup.access.models import (
    Agency,
    Conflict,
    Grant,
    Holding,
    Involvement,
    Person,
    User,
)
from joinedup.access.queries import in_force
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action, Challenge, Owner, PlanChasing
from joinedup.assurance.rules.chasing import (
    OwnerFacts,
    Somebody,
    Told,
    answers,
    as_asked,
    recipients,
)
from joinedup.notices.queries import failing_addresses

__all__ = ["AT_ONCE", "People", "answers_still", "batched", "people_for"]

AT_ONCE = 5_000
"""Keys named in one statement: databases take only so many."""


def batched(keys: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """Keys in lots of `size`."""
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


@dataclass(slots=True)
class People:
    """Everybody who may be asked about some actions, loaded in a few statements."""

    today: dt.date
    owners: dict[int, list[Owner]] = field(default_factory=dict)
    questions: dict[int, list[Challenge]] = field(default_factory=dict)
    holders: dict[int, list[Person]] = field(default_factory=dict)
    addresses: dict[int, str] = field(default_factory=dict)
    with_account: frozenset[int] = frozenset()
    settings: dict[int, PlanChasing] = field(default_factory=dict)
    leads: list[Person] = field(default_factory=list)
    conflicts: frozenset[tuple[int, int]] = frozenset()
    inside: frozenset[tuple[int, int, str]] = frozenset()
    failing: frozenset[str] = frozenset()

    def facts(self, action: Action) -> list[OwnerFacts]:
        """What is known of an action's owners; a part that nobody owns has those of the whole."""
        rows = self.owners.get(action.pk) or self.owners.get(action.parent_id or 0, [])
        return [self._facts(row) for row in rows]

    def told(self, action: Action, to: str) -> tuple[Told, ...]:
        """Who gets a step of this action that goes `to` somebody; nobody whom it is closed to."""
        found = recipients(to, self.facts(action), self._leads_of(action), self._everybodys_leads())
        return tuple(one for one in found if self._is_open_to(action, one))

    def told_of_question(self, action: Action, question: Challenge, to: str) -> tuple[Told, ...]:
        """Who gets a step of a question that goes `to` somebody: its owner is whoever was asked."""
        asked = [self._facts(Owner(person=question.answer_by_person))]
        found = recipients(to, asked, self._leads_of(action), self._everybodys_leads())
        return as_asked(one for one in found if self._is_open_to(action, one))

    def questions_for(self, action: Action, ref: str) -> list[tuple[Challenge, Told]]:
        """The open questions of the action that the recipient of this reference answers, soonest
        first."""
        found = []
        for question in self.questions.get(action.pk, []):
            for to in ("owner", "manager_or_partner_contact"):
                told = self.told_of_question(action, question, to)
                found += [(question, one) for one in told if one.who.ref == ref and answers(one)]
        return found

    def may_answer(self, action: Action, ref: str) -> Told | None:
        """The recipient of this reference, where they still answer for the action."""
        found = (*self.told(action, "owner"), *self.told(action, "manager_or_partner_contact"))
        return next((one for one in found if one.who.ref == ref and answers(one)), None)

    def _facts(self, row: Owner) -> OwnerFacts:
        if row.agency is not None:
            found = self._as_somebody(row.agency)
            kept = self._reached(found)
            return OwnerFacts(
                "agency", str(row.agency), kept, is_partner=True, is_undelivered=kept != found
            )
        if row.person is None and row.post is None:
            return OwnerFacts("printed", row.printed)
        people = [row.person] if row.person else self.holders.get(row.post_id or 0, [])
        here = [one for one in people if one.left_on is None or one.left_on >= self.today]
        body = row.person.agency if row.person else row.post.agency  # type: ignore[union-attr]
        managers = [one.manager for one in here if one.manager is not None]
        contact = self._reached(self._as_somebody(body))
        found = self._somebodies(here)
        kept = self._reached(found)
        return OwnerFacts(
            "person" if row.person else "post",
            str(row.person or row.post),
            kept,
            self._reached(self._somebodies(managers)),
            contact[0] if contact else None,
            is_partner=not body.is_home,
            has_left=bool(people) and not here,
            is_undelivered=kept != found,
            is_vacant=not people,
        )

    def _reached(self, found: tuple[Somebody, ...]) -> tuple[Somebody, ...]:
        """Those to whom the last mail could be delivered."""
        return tuple(one for one in found if one.address.casefold() not in self.failing)

    def _somebodies(self, people: Iterable[Person]) -> tuple[Somebody, ...]:
        return tuple(
            Somebody(one.reference, one.name, address, person_id=one.pk)
            for one in people
            if (one.left_on is None or one.left_on >= self.today)
            and (address := self.addresses.get(one.pk) or one.email)
        )

    def _as_somebody(self, body: Agency) -> tuple[Somebody, ...]:
        if not body.contact_email:
            return ()
        return (Somebody(body.reference, str(body), body.contact_email, agency_id=body.pk),)

    def _leads_of(self, action: Action) -> list[Somebody]:
        """The lead whom the plan names, else the safeguarding leads of whoever leads it, else all."""
        setting = self.settings.get(action.plan_id)
        named = self._somebodies([setting.lead]) if setting and setting.lead else ()
        own = [one for one in self.leads if one.agency_id == action.plan.agency_id]
        return list(named or self._somebodies(own or self.leads))

    def _everybodys_leads(self) -> list[Somebody]:
        return list(self._somebodies(self.leads))

    def _is_open_to(self, action: Action, told: Told) -> bool:
        """Whether a conflict of interest or a seal keeps the action from this recipient."""
        guards = {action.guard_id, action.plan.guard_id}
        person = told.who.person_id
        if person is None:
            return not action.guard.is_sealed or self._is_owned_by_a_body(action)
        if any((guard, person) in self.conflicts for guard in guards):
            return False
        if not action.guard.is_sealed:
            return True
        items = ("", action.reference)
        return any((action.guard_id, person, item) in self.inside for item in items)

    def _is_owned_by_a_body(self, action: Action) -> bool:
        """Whether an organisation as a whole owns the action."""
        return any(one.kind == "agency" for one in self.facts(action))


def answers_still(people: People, action: Action, ref: str) -> Told | None:
    """As what the recipient of a reference still answers for something of an action: not where its
    plan has ended, nor for one that is done, unless evidence or an answer is owed."""
    if action.plan.ended_on is not None:
        return None
    if action.status not in CLOSED or action.is_asked:
        found = people.may_answer(action, ref)
        if found is not None:
            return found
    return next((told for _, told in people.questions_for(action, ref)), None)


def people_for(actions: Sequence[Action], today: dt.date) -> People:
    """Everybody who may be asked about these actions, in eleven statements."""
    keys = {one.pk for one in actions} | {one.parent_id for one in actions if one.parent_id}
    found = People(today)
    for some in batched(sorted(keys), AT_ONCE):
        rows = Owner.objects.filter(action__in=some, to_on__isnull=True).select_related(
            "person__agency", "person__manager", "post__agency", "agency"
        )
        for row in rows.order_by("action", "position"):
            found.owners.setdefault(row.action_id, []).append(row)
    posts = {row.post_id for rows in found.owners.values() for row in rows if row.post_id}
    held = Holding.objects.filter(in_force(today), post__in=posts).exclude(kind=HoldingKind.DEPUTY)
    # who holds the post before who covers for them
    order = held.select_related("person__manager", "person__agency").order_by("post", "-kind", "pk")
    for one in order:
        found.holders.setdefault(one.post_id, []).append(one.person)
    found.failing = failing_addresses()
    found.questions = _questions_of(actions)
    users = User.objects.filter(is_active=True).values_list("person_id", "email")
    found.addresses = dict(users)
    found.with_account = frozenset(found.addresses)
    settings = PlanChasing.objects.filter(plan__in={one.plan_id for one in actions})
    found.settings = {one.plan_id: one for one in settings.select_related("lead")}
    grants = Grant.objects.filter(
        in_force(today), role=Role.SAFEGUARDING_LEAD, user__is_active=True
    ).values("user__person")
    found.leads = list(Person.objects.filter(pk__in=grants).order_by("pk"))
    guards = {one.guard_id for one in actions} | {one.plan.guard_id for one in actions}
    conflicts = Conflict.objects.filter(ended_at__isnull=True, guard__in=guards)
    found.conflicts = frozenset(conflicts.values_list("guard", "person"))
    sealed = {one.guard_id for one in actions if one.guard.is_sealed}
    if sealed:
        found.inside = _inside(sealed, today)
    return found


def _questions_of(actions: Sequence[Action]) -> dict[int, list[Challenge]]:
    """The questions of these actions that nobody has answered, soonest first."""
    found: dict[int, list[Challenge]] = {}
    open_ones = Challenge.objects.filter(answered_on__isnull=True)
    for some in batched(sorted(one.pk for one in actions), AT_ONCE):
        asked = open_ones.filter(action__in=some).select_related(
            "answer_by_person__agency", "answer_by_person__manager"
        )
        for question in asked.order_by("answer_due_on", "pk"):
            found.setdefault(question.action_id, []).append(question)
    return found


def _inside(sealed: set[int], today: dt.date) -> frozenset[tuple[int, int, str]]:
    """(guard, person, item) of who works behind sealed guards, in person or by a post."""
    works = Involvement.objects.filter(in_force(today), guard__in=sealed)
    own = works.filter(person__isnull=False).values_list("guard", "person", "item")
    posts = works.filter(post__isnull=False).values_list(
        "guard", "guard__sealed_at", "post", "item"
    )
    held: dict[int, list[tuple[int, dt.datetime]]] = {}
    rows = Holding.objects.filter(in_force(today), post__in=works.values("post"))
    for post, person, since in rows.values_list("post", "person", "since_at"):
        held.setdefault(post, []).append((person, since))
    by_post = (
        (guard, person, item)
        for guard, sealed_at, post, item in posts
        for person, since in held.get(post, ())
        if sealed_at is not None and since <= sealed_at
    )
    return frozenset([*own, *by_post])
