"""What a named senior must read, and the receipt that they did."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Guard, Involvement, Post
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By, system
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.clocks.actions import NewClock, keep, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for
from joinedup.referrals.models import SeniorAlert
from joinedup.referrals.queries.alerts import reaches_alert
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.rules.flow import due_after
from joinedup.rulebook import Entry

__all__ = ["read_alert", "tell_senior"]

LIMIT = "clock.senior_alert"


@action
def tell_senior(
    by: By,
    guard: Guard,
    about: str,
    trigger: str,
    *,
    today: dt.date,
    subject: str = "",
    may: May = May.WORK_CASES,
) -> SeniorAlert:
    """Put something before the senior whom the trigger's rule names, once until it is read.

    `trigger` is a code of the rule book, `subject` the reference of what set it off. The holder of
    the post works on the record from now on, so that they can open it. Raises NoRuleHeld for a
    trigger that nobody declared.
    """
    check(by, may, guard.pk, subject if by.kind == ByKind.LINK else about)
    rules = rules_on(today)
    title = rules.limit(trigger).words("post")
    there = SeniorAlert.objects.filter(trigger=trigger, subject=subject, read_at__isnull=True)
    made = there.first()
    if made is None:
        post = Post.objects.filter(Q(ended_on__isnull=True), title=title, agency__is_home=True)
        made = SeniorAlert.objects.create(
            guard=guard, about=about, trigger=trigger, subject=subject, post=post.first(),
            post_words=title, raised_on=today,
        )  # fmt: skip
        _let_in(guard, made.post, today)
        _start(guard, made, today, rules.limit(LIMIT))
    record(by, "referrals.tell_senior", subject or about, trigger=trigger, alert=made.reference)
    return made


def _let_in(guard: Guard, post: Post | None, today: dt.date) -> None:
    if post is None:
        return
    there = Involvement.objects.filter(guard=guard, post=post, item="", to_on__isnull=True)
    if not there.exists():
        Involvement.objects.create(guard=guard, post=post, from_on=today)


def _start(guard: Guard, made: SeniorAlert, today: dt.date, limit: Entry) -> None:
    # the clock is the system's own: whoever set the trigger off may be an outside receiver
    new = NewClock(
        kind=ClockKind.ALERT, about=made.reference, started_on=today,
        due_on=due_after(limit, today), rule_code=limit.code, rule_hash=limit.content_hash,
        post_id=made.post_id,
    )  # fmt: skip
    start(system("alert"), guard, new, May.WORK_CASES)


@action
def read_alert(by: By, reference: str, *, today: dt.date) -> SeniorAlert:
    """The named senior says that they have read it: the receipt. Raises Refused for anybody else,
    Problem where it was read."""
    row = SeniorAlert.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if row is None or by.kind != ByKind.USER or not reaches_alert(by.user, row):
        raise Refused("No such record.")
    check(by, May.READ_CASES, row.guard_id, row.about)
    if row.read_at is not None:
        raise Problem("This was read already.")
    row.read_at, row.read_by = timezone.now(), by.user
    row.save(update_fields=["read_at", "read_by"])
    for clock in open_for([row.reference]):
        keep(by, clock.reference, today, May.READ_CASES)
    record(by, "referrals.read_alert", row.reference, trigger=row.trigger)
    return row
