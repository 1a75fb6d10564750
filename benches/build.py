"""A large invented register, the same each time, written straight to the tables.

Only for measuring: nothing here goes through actions, so nothing of it is recorded.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Built", "build"]

BATCH = 2_000
AGENCIES = (
    ("Marlow Vale Council", "Marlow Vale", "council"),
    ("Harrowshire County Council", "County", "council"),
    ("Harrowshire Police", "Police", "police"),
    ("Harrow and Vale NHS Trust", "Health", "health"),
    ("Safe Harbour Charity", "Safe Harbour", "charity"),
)
SECTIONS = ("Cross-cutting", "Children", "Adults at risk", "Housing", "Licensing")
THEMES = ("Training", "Missing children", "Information sharing", "Recording", "Supervision", "")
VERBS = ("Review", "Agree", "Publish", "Train staff in", "Audit", "Refresh", "Report on", "Test")
THINGS = (
    "the safeguarding policy of each department and its partners",
    "how information about missing children is passed on within one working day",
    "supervision records of front-line teams in housing and benefits",
    "the licensing conditions for drivers and operators",
    "return interviews for children placed outside the area",
    "the list of commissioned services and their safeguarding standards",
    "induction for councillors, volunteers and agency workers",
    "the referral form that staff and the public use to report a concern",
)
SAID = (
    "Draft shared with partners; two answered.",
    "The working group met and agreed the next steps.",
    "Training held; 41 of 48 staff attended.",
    "Waiting for the county council to confirm the date.",
)
FIRST = ("Asha", "Ben", "Carol", "Dev", "Ewa", "Farah", "Glyn", "Hana", "Imran", "Joan")
LAST = ("Marsh", "Okoro", "Pell", "Quaye", "Rowe", "Singh", "Tate", "Umar", "Vale", "Wray")
STATUSES = (
    *["complete"] * 9, *["in_progress"] * 5, *["not_started"] * 3, "in_force", "in_force",
    "on_hold",
)  # fmt: skip


@dataclass(frozen=True)
class Built:
    """What was made: an account for each role by its code, and some references to look at."""

    users: dict[str, object]
    plan: str
    action: str
    agency: str
    owner: str
    count: int


def build(count: int, today: dt.date, updates_each: int = 3) -> Built:
    """`count` actions in plans of 100 (of 1,000 from 20,000 on), with shares, owners, updates and
    searchable words. The database must be migrated and empty of plans."""
    from joinedup.assurance.models import Plan

    dice = random.Random(20260301)
    agencies, people, posts, users = _people(today, dice)
    size = 1_000 if count >= 20_000 else 100
    plans = _plans(max(1, count // size), agencies)
    made = 0
    for plan in plans:
        made += _fill(plan, min(size, count - made), made, people, posts, today, dice, updates_each)
    first = Plan.objects.order_by("pk").first()
    action = first.actions.order_by("position").first()
    return Built(
        users, first.reference, action.reference, agencies[2].reference, people[0].reference, made
    )


def _people(today: dt.date, dice: random.Random):
    from django.contrib.auth.hashers import make_password

    from joinedup.access.choices import Role
    from joinedup.access.models import Agency, Grant, Holding, Person, Post, Team, User

    agencies = [
        Agency.objects.create(name=name, short_name=short, kind=kind, is_home=number == 0)
        for number, (name, short, kind) in enumerate(AGENCIES)
    ]
    teams = [
        Team.objects.create(agency=agency, name=name)
        for agency in agencies
        for name in ("Community safety", "Housing", "Licensing")
    ]
    people = Person.objects.bulk_create(
        Person(name=f"{FIRST[n % 10]} {LAST[n // 10 % 10]} {n}", agency=team.agency, team=team)
        for n in range(200)
        for team in [teams[n % len(teams)]]
    )
    posts = Post.objects.bulk_create(
        Post(
            title=f"Head of Service {n}",
            agency=teams[n % len(teams)].agency,
            team=teams[n % len(teams)],
        )
        for n in range(60)
    )
    Holding.objects.bulk_create(
        Holding(post=post, person=people[n], from_on=today - dt.timedelta(days=900))
        for n, post in enumerate(posts)
    )
    users = {}
    password = make_password(None)
    for number, role in enumerate(Role):
        person = people[number]
        if role == Role.PARTNER:
            person = next(one for one in people[20:] if one.agency_id == agencies[2].pk)
        user = User.objects.create(email=f"{role}@example.org", person=person, password=password)
        Grant.objects.create(user=user, role=role, from_on=today - dt.timedelta(days=900))
        users[str(role)] = user
    return agencies, people, posts, users


def _plans(number: int, agencies):
    from joinedup.access.models import Guard
    from joinedup.assurance.models import Plan, Section, Share, Source

    plans = []
    for n in range(number):
        source = Source.objects.create(title=f"Inquiry {n + 1} of Harrowshire", kind="inquiry")
        reference = f"PL-2026-{n:07d}"
        guard = Guard.objects.create(agency=agencies[0], about=reference)
        plan = Plan.objects.create(
            reference=reference, title=f"Improvement plan {n + 1}", agency=agencies[0],
            guard=guard, source=source,
        )  # fmt: skip
        Section.objects.bulk_create(
            Section(plan=plan, title=title, position=place) for place, title in enumerate(SECTIONS)
        )
        for agency in agencies:
            own = Guard.objects.create(agency=agency, about=reference)
            Share.objects.create(plan=plan, agency=agency, guard=own)
        plans.append(plan)
    return plans


def _fill(plan, number, start, people, posts, today, dice, updates_each) -> int:
    from joinedup.access.models import Involvement
    from joinedup.assurance.models import Action, Owner, Update
    from joinedup.assurance.rules.references import owner_key
    from joinedup.assurance.search import index

    sections = list(plan.sections.order_by("position"))
    shares = list(plan.shares.select_related("agency"))
    actions = [_action(plan, start + n, n, sections, shares, today, dice) for n in range(number)]
    holders = [people[dice.randrange(len(people))] for _ in actions]
    for action, holder in zip(actions, holders, strict=True):
        action.owner_key = owner_key(holder.name, holder.reference)
    made = Action.objects.bulk_create(actions, batch_size=BATCH)
    owners, involved, words = [], [], []
    for action, holder in zip(made, holders, strict=True):
        post = posts[dice.randrange(len(posts))] if dice.random() < 0.3 else None
        since = today - dt.timedelta(days=400)
        owners.append(Owner(action=action, person=holder, position=0, from_on=since))
        involved.append(
            Involvement(
                guard_id=action.guard_id, person=holder, item=action.reference, from_on=since
            )
        )
        if post:
            owners.append(Owner(action=action, post=post, position=1, from_on=since))
            involved.append(
                Involvement(
                    guard_id=action.guard_id, post=post, item=action.reference, from_on=since
                )
            )
        words.append((action.pk, f"{action.code}\n{action.title}\n{action.latest}\n{holder.name}"))
    Owner.objects.bulk_create(owners, batch_size=BATCH)
    Involvement.objects.bulk_create(involved, batch_size=BATCH)
    Update.objects.bulk_create(_updates(made, today, updates_each), batch_size=BATCH)
    index(words)
    return len(made)


def _action(plan, serial, n, sections, shares, today, dice):
    from joinedup.assurance.models import Action
    from joinedup.assurance.rules.references import sort_key

    status = STATUSES[dice.randrange(len(STATUSES))]
    recurrence = "quarterly" if status == "in_force" else ""
    due = today + dt.timedelta(days=dice.randrange(-600, 400))
    if status == "complete":
        due = today - dt.timedelta(days=dice.randrange(10, 900))
    elif dice.random() < 0.85:
        due = today + dt.timedelta(days=dice.randrange(0, 400))
    has_date = dice.random() > 0.04
    share = shares[dice.randrange(len(shares))]
    code = f"{'ABCDE'[n % 5]}{n // 5 + 1}"
    said = SAID[dice.randrange(len(SAID))]
    day = due if has_date else None
    return Action(
        reference=f"AC-2026-{serial:07d}", plan=plan, guard_id=share.guard_id,
        agency_id=share.agency_id, position=n, code=code, code_key=sort_key(code),
        title=f"{VERBS[dice.randrange(8)]} {THINGS[dice.randrange(8)]} ({plan.title}, {n + 1})",
        printed={"title": {"text": "As printed", "place": f"table 1, row {n + 1}"}},
        section=sections[n % len(sections)], priority=("high", "medium", "low", "")[n % 4],
        theme=THEMES[n % len(THEMES)], review_method="Audit each quarter" if n % 3 else "",
        status=status, recurrence=recurrence, due_on=None if recurrence else day,
        occurrence_on=day if recurrence else None, next_on=day, first_due_on=day,
        due_precision="day" if has_date else "", due_text="" if has_date else "Ongoing",
        declared_on=today - dt.timedelta(days=40) if status == "complete" else None,
        last_met_on=today - dt.timedelta(days=50) if recurrence else None,
        proof=("declared", "evidenced")[n % 2] if status == "complete" else "none",
        updated_on=today - dt.timedelta(days=dice.randrange(1, 200)), latest=said,
    )  # fmt: skip


def _updates(made, today: dt.date, each: int) -> Iterator[object]:
    from joinedup.assurance.models import Update

    for action in made:
        for number in range(1, each + 1):
            day = today - dt.timedelta(days=30 * (each - number) + 5)
            yield Update(
                action=action, number=number, kind="added" if number == 1 else "progress",
                words="" if number == 1 else SAID[number % len(SAID)],
                changes={"title": ["", action.title]} if number == 1 else {},
                effective_on=day, made_at=dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC),
                by_kind="system", by_ref="bench",
            )  # fmt: skip
