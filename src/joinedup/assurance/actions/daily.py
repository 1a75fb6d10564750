"""What the register does by itself each day: duties go on, owners get their one weekly message."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from joinedup.access.choices import HoldingKind, May, Role
from joinedup.access.models import Grant, Holding, User
from joinedup.access.permission import check_any
from joinedup.access.queries import in_force
from joinedup.assurance.actions.occurrences import pass_missed
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action, Owner
from joinedup.assurance.rules.look import WEEK
from joinedup.assurance.rules.occurrences import newest_occurrence
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.rules import digest_day, steps
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Notice
from joinedup.notices.outbox import post
from joinedup.rulebook import rule

__all__ = ["pass_all_missed", "post_weekly_messages"]

CHASE = "chase.action"
SUBJECT = "What waits for you in Joined Up"


@action
def pass_all_missed(by: By, *, today: dt.date) -> int:
    """Go on to the next time of every recurring duty whose time went by. How many there were."""
    check_any(by, May.EDIT_PLANS)
    rows = Action.objects.filter(occurrence_on__lt=today, plan__ended_on__isnull=True).exclude(
        recurrence=""
    )
    late = [
        one.reference
        for one in rows.exclude(status__in=CLOSED).order_by("pk")
        if newest_occurrence(one.recurrence, one.start_on, one.occurrence_on, today, one.due_on)
    ]
    passed = 0
    for reference in late:
        try:
            pass_missed(by, reference, today=today)
        except Problem:
            continue
        passed += 1
    record(by, "assurance.pass_all_missed", "daily", count=passed, on=today)
    return passed


@action
def post_weekly_messages(by: By, site: str, *, today: dt.date) -> int:
    """On the day of the week that the rule book names, put one message for each person with an
    account in the outbox: how much is overdue and due, with a link and no word of what it is.

    A manager is told of what has been overdue as long as the rule says, a safeguarding lead of
    what has been overdue longer. Run again on the same day it posts nothing. How many were new.
    """
    check_any(by, May.EDIT_PLANS)
    posted = 0
    if digest_day(rule("chase.digest_weekday", today), today) == today:
        for user, counts in _counts(today):
            key = f"week:{user.reference}:{today.isoformat()}"
            if Notice.objects.filter(key=key).exists():
                continue
            post(
                key=key,
                purpose=Purpose.REMINDER,
                recipient=user.email,
                subject=SUBJECT,
                body=_body(counts, site),
                about=user.reference,
            )
            posted += 1
    record(by, "assurance.weekly_messages", "daily", count=posted, on=today)
    return posted


def _counts(today: dt.date) -> list[tuple[User, Counter[str]]]:
    """Every open account with something to be told, in the order of the accounts."""
    told: dict[int, Counter[str]] = {}
    users = list(User.objects.filter(is_active=True).select_related("person").order_by("pk"))
    by_person = {user.person_id: user for user in users}
    managers = {user.person_id: user.person.manager_id for user in users}
    after = {step.to: step.days for step in steps(rule(CHASE, today))}
    leads = list(
        Grant.objects.filter(in_force(today), role=Role.SAFEGUARDING_LEAD)
        .values_list("user__person_id", flat=True)
        .distinct()
    )
    for person, due_on in _owed(today):
        days = (today - due_on).days
        _tell(told, person, "overdue" if days > 0 else "week")
        if days >= after.get("manager_or_partner_contact", days + 1):
            _tell(told, managers.get(person), "team")
        if days >= after.get("safeguarding_lead", days + 1):
            for lead in leads:
                _tell(told, lead, "stuck")
    return [(by_person[one], told[one]) for one in by_person if one in told]


def _tell(told: dict[int, Counter[str]], person: int | None, what: str) -> None:
    if person is not None:
        told.setdefault(person, Counter())[what] += 1


def _owed(today: dt.date) -> list[tuple[int, dt.date]]:
    """(person, day) of everything owed up to a week from today, by owner or holder of the post."""
    open_rows = (
        Action.objects.filter(next_on__lte=today + WEEK, plan__ended_on__isnull=True)
        .exclude(status__in=CLOSED)
        .values("pk")
    )
    owners = Owner.objects.filter(action__in=open_rows, to_on__isnull=True)
    rows = owners.values_list("person_id", "post_id", "action__next_on")
    holders: dict[int, list[int]] = {}
    holdings = Holding.objects.filter(in_force(today)).exclude(kind=HoldingKind.DEPUTY)
    for post_id, person_id in holdings.values_list("post_id", "person_id"):
        holders.setdefault(post_id, []).append(person_id)
    found: list[tuple[int, dt.date]] = []
    for person, post_id, due_on in rows.iterator():
        people = [person] if person else holders.get(post_id, [])
        found += [(one, due_on) for one in people if due_on]
    return found


LINES = (
    ("overdue", "{n} of your actions are overdue."),
    ("week", "{n} of your actions are due in the next seven days."),
    ("team", "{n} actions of people you manage have been overdue for some time."),
    ("stuck", "{n} actions have been overdue for long and nobody has answered."),
)


def _body(counts: Counter[str], site: str) -> str:
    said = [
        line.format(n=counts[name]).replace("1 of your actions are", "1 of your actions is")
        for name, line in LINES
        if counts[name]
    ]
    return "\n".join(["Hello,", "", *said, "", f"Your work: {site.rstrip('/')}/", ""])
