"""Putting an alert before people: before whom, by mail at once, again when it is not read. Only for
use inside an action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.models import Guard, Involvement, Post, User
from joinedup.access.permission import may_touch
from joinedup.audit.actor import system
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Notice
from joinedup.notices.outbox import post as post_mail
from joinedup.pages.dates import long_date
from joinedup.referrals.choices import AlertTo
from joinedup.referrals.models import SeniorAlert
from joinedup.referrals.queries.alerts import RIGHTS, holders_reached, people_reached, those_who_may
from joinedup.referrals.queries.rules import RuleSet
from joinedup.referrals.rules.flow import due_after

__all__ = ["LIMIT", "Trigger", "post_called", "put_before", "put_higher", "write", "write_above"]

LIMIT = "clock.senior_alert"
SUBJECT = "Something waits for you to read"
BODY = """Hello,

something in Joined Up has to be read by a senior by {day} ({reference}). {why} {late}

Sign in to see what it is, and leave your receipt there:

{address}

This message names nobody.
"""
WHY = {
    AlertTo.POST: "You hold the post that it is put before.",
    AlertTo.MANAGERS: "It is put before those who manage casework.",
    AlertTo.GOVERNANCE: (
        "Nobody who manages casework can open the record, so it is put before those who set access."
    ),
}
ABOVE = """Hello,

something in Joined Up had to be read by {day} ({reference}), and nobody has read it. It was put before
somebody whom you manage, as holder of this post: {post}.

Please speak to them today. Those who manage casework have it too.

This message names nobody.
"""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What set an alert off: behind which guard, about which record, the code of the trigger, the
    reference of what set it off, and the title of the post that its rule names."""

    guard: Guard
    about: str
    code: str
    subject: str
    title: str


def post_called(title: str) -> Post | None:
    """The council's own post of this title that has not ended."""
    rows = Post.objects.filter(Q(ended_on__isnull=True), title=title, agency__is_home=True)
    return rows.first()


def put_before(found: Trigger, today: dt.date, rules: RuleSet) -> list[SeniorAlert]:
    """Put it before the holders of its post; where none of them can open the record, before those
    who manage casework as well; where they can't, before those who set access. Each is written to.
    What is unread already stays as it is."""
    post = post_called(found.title)
    _let_in(found.guard, post, today)
    holders = holders_reached(post, found.guard, found.about, today)
    made = [_raised(found, AlertTo.POST, post, today, rules)] if holders else []
    readers = [one for one in holders if _can_read(one, found)]
    if not readers:
        made.append(put_higher(found, today, rules))
    for one in made:
        write(one, people_reached(one, today), due_after(rules.limit(LIMIT), one.raised_on))
    return made


def put_higher(found: Trigger, today: dt.date, rules: RuleSet) -> SeniorAlert:
    """Put it before those who manage casework, or, where none of them can open the record, before
    those who set access to it."""
    before = AlertTo.MANAGERS
    if not those_who_may(RIGHTS[before], found.guard, found.about, today) and those_who_may(
        RIGHTS[AlertTo.GOVERNANCE], found.guard, found.about, today
    ):
        before = AlertTo.GOVERNANCE
    return _raised(found, before, None, today, rules)


def _can_read(user: User, found: Trigger) -> bool:
    return may_touch(user, May.READ_CASES, found.guard.pk, found.about)


def _let_in(guard: Guard, post: Post | None, today: dt.date) -> None:
    if post is None:
        return
    there = Involvement.objects.filter(guard=guard, post=post, item="", to_on__isnull=True)
    if not there.exists():
        Involvement.objects.create(guard=guard, post=post, from_on=today)


def _raised(
    found: Trigger, before: AlertTo, post: Post | None, today: dt.date, rules: RuleSet
) -> SeniorAlert:
    made, is_new = SeniorAlert.objects.get_or_create(
        trigger=found.code, subject=found.subject, before=before, read_at__isnull=True,
        defaults={
            "guard": found.guard, "about": found.about, "post": post, "read_at": None,
            "post_words": found.title, "raised_on": today,
        },
    )  # fmt: skip
    if is_new:
        limit = rules.limit(LIMIT)
        # the clock is the system's own: whoever set the trigger off may be an outside receiver
        new = NewClock(
            kind=ClockKind.ALERT, about=made.reference, started_on=today,
            due_on=due_after(limit, today), rule_code=limit.code, rule_hash=limit.content_hash,
            post_id=post.pk if post is not None else None,
        )  # fmt: skip
        start(system("alert"), found.guard, new, May.WORK_CASES)
    return made


def write(
    alert: SeniorAlert,
    people: Iterable[User],
    due_on: dt.date,
    step: str = "",
    late: str = "",
    site: str = "",
) -> int:
    """Write once to each of these people for a step of reminding; "" is the first mail. How many
    were new."""
    address = (site or settings.JOINEDUP_SITE).rstrip("/") + reverse(
        "alert", args=[alert.reference]
    )
    body = BODY.format(
        day=long_date(due_on), reference=alert.reference, why=WHY[AlertTo(alert.before)],
        late=late, address=address,
    )  # fmt: skip
    return sum(_posted(alert, one, step, body) for one in people)


def write_above(alert: SeniorAlert, people: Sequence[User], due_on: dt.date) -> int:
    """Tell the managers of these people that nobody has read it. How many mails were new."""
    above = {one.person.manager_id for one in people} - {None}
    users = User.objects.filter(is_active=True, person__in=above).order_by("pk")
    body = ABOVE.format(
        day=long_date(due_on), reference=alert.reference, post=alert.post_words
    )  # fmt: skip
    return sum(_posted(alert, one, "managers", body) for one in users)


def _posted(alert: SeniorAlert, user: User, step: str, body: str) -> int:
    key = ":".join(filter(None, ["alert", alert.reference, user.reference, step]))
    if Notice.objects.filter(key=key).exists():
        return 0
    post_mail(
        key=key, purpose=Purpose.CASEWORK, recipient=user.email, subject=SUBJECT, body=body,
        about=alert.reference,
    )  # fmt: skip
    return 1
