"""What a named senior must read, and the receipt that they did."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Guard, User
from joinedup.access.permission import Refused, check, check_any, may_touch
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.clocks.actions import keep
from joinedup.clocks.queries import open_for
from joinedup.clocks.rules import steps
from joinedup.referrals.alerting import (
    LIMIT,
    Trigger,
    put_before,
    put_higher,
    write,
    write_above,
)
from joinedup.referrals.choices import AlertTo
from joinedup.referrals.models import SeniorAlert
from joinedup.referrals.queries.alerts import RIGHTS, beside_of, people_reached, reaches_alert
from joinedup.referrals.queries.rules import RuleSet, rules_on
from joinedup.referrals.rules.flow import due_after

__all__ = ["chase_alerts", "read_alert", "tell_senior"]

CHASE = "chase.alert"


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
    """Put something before the senior whom the trigger's rule names, once until it is read, and write
    to them at once: a link and no name.

    `trigger` is a code of the rule book, `subject` the reference of what set it off. The holder of
    the post works on the record from now on, so that they can open it. Where no holder can, it is put
    before those who manage casework too, and where they can't, before those who set access. Raises
    NoRuleHeld for a trigger that nobody declared.
    """
    check(by, may, guard.pk, subject if by.kind == ByKind.LINK else about)
    rules = rules_on(today)
    title = rules.limit(trigger).words("post")
    made = put_before(Trigger(guard, about, trigger, subject or about, title), today, rules)
    for one in made:
        record(by, "referrals.tell_senior", subject or about, trigger=trigger, alert=one.reference)
    return made[0]


@action
def read_alert(by: By, reference: str, *, today: dt.date) -> SeniorAlert:
    """Somebody whom it is put before says that they have read it: the receipt. Where the holder of the
    post can't open the record, those who manage casework leave a receipt of their own. Raises Refused
    for anybody else, Problem where it was read."""
    row = SeniorAlert.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if row is None or by.kind != ByKind.USER or not reaches_alert(by.user, row):
        raise Refused("No such record.")
    check(by, RIGHTS[row.before], row.guard_id, row.about)
    if row.read_at is not None:
        raise Problem("This was read already.")
    is_opened = may_touch(by.user, May.READ_CASES, row.guard_id, row.about)
    both = [one for one in beside_of(row) if _is_read_too(by.user, one, row, is_opened=is_opened)]
    for one in (row, *both):
        one.read_at, one.read_by = timezone.now(), by.user
        one.save(update_fields=["read_at", "read_by"])
        for clock in open_for([one.reference]):
            keep(by, clock.reference, today, RIGHTS[row.before])
        record(by, "referrals.read_alert", one.reference, trigger=one.trigger)
    return row


def _is_read_too(user: User, other: SeniorAlert, row: SeniorAlert, *, is_opened: bool) -> bool:
    """Whether one receipt is enough for both: the holder of the post can open the record, or the
    reader is one of those whom the other is put before."""
    return (is_opened and row.before == AlertTo.POST) or reaches_alert(user, other)


@action
def chase_alerts(by: By, site: str, *, today: dt.date) -> int:
    """Write again about what nobody has read by its day, then put it before those who manage casework
    and tell the managers of the post's holders; and write to whoever holds the post since. How many
    mails were written. For the daily job; twice a day is once."""
    check_any(by, May.MANAGE_CASES)
    rules = rules_on(today)
    unread = SeniorAlert.objects.filter(read_at__isnull=True).select_related("guard", "post")
    count = sum(_chase(one, site, rules, today) for one in unread.order_by("pk"))
    record(by, "referrals.chase_alerts", "daily", count=count)
    return count


def _is_read_above(row: SeniorAlert) -> bool:
    """Whether those above the post have read of this since."""
    above = SeniorAlert.objects.filter(
        trigger=row.trigger, subject=row.subject, raised_on__gte=row.raised_on
    )
    return above.exclude(before=AlertTo.POST).filter(read_at__isnull=False).exists()


def _chase(row: SeniorAlert, site: str, rules: RuleSet, today: dt.date) -> int:
    people = people_reached(row, today)
    due_on = due_after(rules.limit(LIMIT), row.raised_on)
    count = write(row, people, due_on, site=site)
    is_read = _is_read_above(row)
    is_post = row.before == AlertTo.POST and not is_read
    for step in steps(rules.limit(CHASE)):
        if due_on + dt.timedelta(days=step.days) > today:
            continue
        count += write(row, people, due_on, step.key, step.words, site)
        if step.to == "above" and is_post:
            higher = put_higher(_trigger(row), today, rules)
            count += write(higher, people_reached(higher, today), due_on, site=site)
            count += write_above(row, people, due_on)
    if not people and not is_read:
        # whoever it was put before has gone
        higher = put_higher(_trigger(row), today, rules)
        count += write(higher, people_reached(higher, today), due_on, site=site)
    return count


def _trigger(row: SeniorAlert) -> Trigger:
    return Trigger(row.guard, row.about, row.trigger, row.subject, row.post_words)
