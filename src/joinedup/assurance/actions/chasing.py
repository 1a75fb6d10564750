"""Reminders: the messages, chasing by hand, a plan's own steps, and links that stop working."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.limits import limit
from joinedup.access.models import Person
from joinedup.access.permission import Refused, check, check_any
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Chase, ChaseRound, Plan, PlanChasing
from joinedup.assurance.queries.chase_due import chaseable, due_by_hand
from joinedup.assurance.queries.chase_letters import Letter, LetterItem, letters_of, written
from joinedup.assurance.queries.chase_people import answers_still, people_for
from joinedup.assurance.rules.chase_mail import when_words
from joinedup.assurance.rules.chasing import BY_HAND, answers, checked_days
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.writing.thread import Note, append, held
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.council.queries import overlay
from joinedup.notices.actions.links import make_link, revoke_link, revoke_links
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link, Notice
from joinedup.notices.outbox import post
from joinedup.rulebook import rule

__all__ = [
    "begin_round",
    "chase_now",
    "end_round",
    "post_letter",
    "revoke_answers",
    "revoke_stale_links",
    "set_chasing",
]


@action
def begin_round(by: By, on: dt.date) -> ChaseRound:
    """Begin the weekly messages of a day, or go on with those that were begun."""
    check_any(by, May.EDIT_PLANS)
    found, _ = ChaseRound.objects.get_or_create(on=on)
    record(by, "assurance.weekly_messages", "daily", on=on, is_done=found.done_at is not None)
    return found


@action
def end_round(by: By, on: dt.date, posted: int) -> None:
    """Every message of the round is in the outbox."""
    check_any(by, May.EDIT_PLANS)
    ChaseRound.objects.filter(on=on, done_at__isnull=True).update(done_at=timezone.now())
    record(by, "assurance.weekly_messages", "daily", on=on, count=posted)


@action
def post_letter(by: By, letter: Letter, key: str, site: str, *, today: dt.date) -> Notice | None:
    """Put one message in the outbox, with a link of its own for each action that its reader answers
    for, and each reminder in the thread of its action: all of it or nothing.

    None where the message `key` is there already. Raises Refused for an action not theirs to chase.
    """
    check_any(by, May.EDIT_PLANS)
    rows = {item.due.action.pk: item.due.action for item in letter.items}
    for row in sorted(rows.values(), key=_reference):
        rows[row.pk] = held(by, May.EDIT_PLANS, row.reference)
    if Notice.objects.filter(key=key).exists():
        record(by, "assurance.post_letter", letter.who.ref, count=0)
        return None
    until = timezone.now() + dt.timedelta(seconds=limit("link.answer_lifetime"))
    own = {item.due.action.reference for item in letter.items if answers(item.told)}
    links = {one: _link(by, one, letter.who.address, until) for one in sorted(own)}
    tokens = {reference: token for reference, (_, token) in links.items()}
    subject, body = written(letter, tokens, site, today=today, until=timezone.localdate(until))
    notice = post(
        key=key,
        purpose=Purpose.REMINDER,
        recipient=letter.who.address,
        subject=subject,
        body=body,
        about=letter.who.ref,
    )
    for item in letter.items:
        link = links.get(item.due.action.reference)
        _log(by, rows[item.due.action.pk], item, notice, link[0] if link else None, today)
    record(by, "assurance.post_letter", letter.who.ref, notice=notice.reference, count=letter.count)
    return notice


def _reference(row: Action) -> str:
    return row.reference


def _link(by: By, reference: str, address: str, until: dt.datetime) -> tuple[Link, str]:
    """A new link for this address and action; the ones before it stop working."""
    answer, may = Purpose.ANSWER, May.EDIT_PLANS
    revoke_links(by, may, purpose=answer, about=reference, recipient=address)
    return make_link(by, may, purpose=answer, about=reference, expires_at=until, recipient=address)


def _log(
    by: By, row: Action, item: LetterItem, notice: Notice, link: Link | None, today: dt.date
) -> None:
    due, told = item.due, item.told
    parts = [row.reference, str(due.due_on), due.step.key, told.who.ref, due.promise.name]
    by_hand = [notice.reference] if due.step.key == BY_HAND else []
    Chase.objects.create(
        key=":".join(one for one in [*parts, *by_hand] if one),
        action=row,
        due_on=due.due_on,
        promise=due.promise.name,
        step=due.step.key,
        chased_as=told.chased_as,
        person_id=told.who.person_id,
        agency_id=told.who.agency_id,
        trouble=told.trouble,
        notice=notice,
        link=link,
        sent_on=today,
    )
    words = when_words(due.due_on, today, due.promise.name)
    why = f" {told.trouble.label}." if told.trouble else ""
    said = f"{told.chased_as.label}: {told.who.name}. {words[0].upper()}{words[1:]}.{why}"
    append(by, row, UpdateKind.CHASED, {}, today, Note(words=said))


@action
def chase_now(by: By, references: Sequence[str], site: str, *, today: dt.date) -> int:
    """Ask the owners of these actions now, in one message for each. How many messages there are.

    Asked twice on a day, nobody is written to twice about the same action. Raises Problem where
    nothing of it can be chased, with what to do.
    """
    check_any(by, May.EDIT_PLANS)
    for reference in sorted(set(references)):
        held(by, May.EDIT_PLANS, reference)
    asked = Chase.objects.filter(step=BY_HAND, sent_on=today, action__reference__in=references)
    rows = chaseable().filter(reference__in=references).exclude(pk__in=asked.values("action"))
    book, dues = due_by_hand(rows, today)
    letters = letters_of(book, dues, max(len(dues), 1))
    posted = [
        post_letter(by, one, _hand_key(one, today), site, today=today) is not None
        for one in letters
    ]
    record(by, "assurance.chase_now", by.ref, count=sum(posted), on=today)
    if not any(posted):
        raise Problem(
            "Nobody was written to. These have been chased today already, are done, have no date, "
            "or have nobody who can be asked. What was only declared is chased once you ask for "
            "its evidence."
        )
    return sum(posted)


def _hand_key(letter: Letter, today: dt.date) -> str:
    about = ",".join(sorted(item.due.action.reference for item in letter.items))
    mark = hashlib.sha256(f"{letter.who.address.casefold()}|{about}".encode()).hexdigest()
    return f"now:{mark[:40]}:{today.isoformat()}"


@action
def set_chasing(
    by: By,
    plan_reference: str,
    version: int,
    *,
    is_chased: bool,
    days: Mapping[str, int | None],
    lead: Person | None,
    today: dt.date,
) -> PlanChasing:
    """Set how one plan is chased: whether at all, on which days, and who answers for what nobody
    can be asked. Raises Stale where somebody else saved first, Problem for days that do not fit."""
    plan = Plan.objects.select_for_update(no_key=True).filter(reference=plan_reference).first()
    if plan is None:
        raise Refused("No such record.")
    check(by, May.EDIT_PLANS, plan.guard_id)
    kept = checked_days(rule(plan.chase_rule, today, overlay()), days)
    if lead is not None and lead.left_on is not None:
        raise Problem("This person has left. Choose somebody else.", "lead")
    found, _ = PlanChasing.objects.get_or_create(plan=plan, defaults={"version": 0})
    if found.version != version:
        raise Stale({"version": found.version}, {"version": version})
    found.is_chased, found.days, found.lead = is_chased, kept, lead
    found.version += 1
    found.save()
    record(
        by, "assurance.set_chasing", plan.reference, is_chased=is_chased, days=kept,
        lead=lead.reference if lead else "",
    )  # fmt: skip
    return found


@action
def revoke_answers(by: By, reference: str) -> int:
    """Stop every open link to answer about one action. How many there were."""
    row = held(by, May.EDIT_PLANS, reference)
    count = revoke_links(by, May.EDIT_PLANS, purpose=Purpose.ANSWER, about=row.reference)
    record(by, "assurance.revoke_answers", row.reference, count=count)
    return count


@action
def revoke_stale_links(by: By, *, today: dt.date) -> int:
    """Stop links whose holder no longer answers for the action, and those of actions that are done
    or whose plan has ended. How many there were."""
    check_any(by, May.EDIT_PLANS)
    open_links = Link.objects.filter(
        purpose=Purpose.ANSWER, used_at__isnull=True, revoked_at__isnull=True
    )
    chases = Chase.objects.filter(link__in=open_links).select_related(
        "link", "person", "agency", "action__plan__guard", "action__guard", "action__parent"
    )
    rows = {one.action_id: one.action for one in chases}
    people = people_for(list(rows.values()), today)
    stopped = 0
    for one in chases:
        row = one.action
        ref = (one.person or one.agency).reference  # type: ignore[union-attr]
        if one.link is not None and not answers_still(people, row, ref):
            revoke_link(by, May.EDIT_PLANS, one.link)
            stopped += 1
    record(by, "assurance.revoke_stale", "daily", count=stopped, on=today)
    return stopped
