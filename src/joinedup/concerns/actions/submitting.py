"""Reports coming in, by every door: the same action, so the same rules."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check, check_everybody
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.concerns.choices import Door, MailWay, TellKind
from joinedup.concerns.codes import code_hash, new_code
from joinedup.concerns.models import Concern, Report, Telling
from joinedup.concerns.naming import look_elsewhere
from joinedup.concerns.queries.rulebook import DECIDE_BY, due_of, types_on
from joinedup.concerns.rules.contact import address_in
from joinedup.concerns.rules.new import NewConcern, faults
from joinedup.concerns.rules.standing import is_in_triage
from joinedup.concerns.rules.wording import fault_words, told_words
from joinedup.concerns.timing import (
    FRONT_DOOR,
    back_to_the_queue,
    start_allegation,
    start_deciding,
    start_news,
)
from joinedup.concerns.told import write_to
from joinedup.concerns.writing import (
    add_people,
    agency_of,
    held,
    hide_from_conflicted,
    hide_from_subjects,
    keep_words,
    left_open_of,
    let_raiser_see,
    new_guard,
    settle_facts,
)
from joinedup.files.actions import keep
from joinedup.rulebook.working_days import LONDON

__all__ = ["FRONT_DOOR", "Submitted", "add_information", "submit"]

WITH_CODE = (Door.PUBLIC, Door.PHONE, Door.LINK)
"""Doors by which people without an account report: they get a return code."""
OWN_REPORT = (Door.STAFF, Door.PARTNER)
"""Doors by which people report for themselves, signed in."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the reporter takes away. The return code is shown once and kept nowhere."""

    reference: str
    report: str
    return_code: str | None = None


@action
def submit(by: By, new: NewConcern, *, site: str = "") -> Submitted:
    """Take a report in: the concern stands in the triage queue with its clock in this very
    transaction. Nobody is refused. Where `site` is given, a reporter who may be written to gets a
    receipt. Raises Problem for what the reporter can mend.
    """
    check_everybody(by)
    there = _there_already(new, "")
    if there is not None:
        record(by, "concerns.submit", there.concern.reference, again=True)
        return Submitted(there.concern.reference, there.reference)
    now = timezone.now()
    today = timezone.localdate(now)
    _refuse_faults(new, today)
    received_at = _received_at(new, now)
    due = due_of(DECIDE_BY, now, today)
    guard = new_guard(agency_of(by))
    concern = Concern(
        guard=guard,
        door=new.door,
        source=new.source[:80],
        received_at=received_at,
        decide_by_on=due.on,
        types=list(dict.fromkeys(new.types)),
        old_reference=new.old_reference.strip()[:100],
        where=new.where.strip()[:300],
        danger=new.danger,
    )
    concern.save()
    guard.about = concern.reference
    guard.save(update_fields=["about"])
    report, code = _keep_report(by, concern, new, received_at, is_first=True)
    add_people(concern, new.people, today)
    settle_facts(concern, today)
    concern.save()
    hidden = hide_from_subjects(by, concern, today) + hide_from_conflicted(by, concern, today)
    start_deciding(concern, now, today)
    look_elsewhere(concern.reference, today)
    if report.wants_news:
        words = told_words(TellKind.RECEIVED, due.on)
        Telling.objects.create(report=report, kind=TellKind.RECEIVED, words=words, told_at=now)
    write_to([report], TellKind.RECEIVED, site)
    record(
        by, "concerns.submit", concern.reference,
        door=str(new.door), report=report.reference, hidden=len(hidden), due=due.on,
    )  # fmt: skip
    return Submitted(concern.reference, report.reference, code)


@action
def add_information(
    by: By, new: NewConcern, *, concern: str = "", report: str = "", code: str = ""
) -> Submitted:
    """Let later information join the thread of a concern, named by its own reference (for those
    who decide), by an earlier report of one's own, or by its return code.

    What joins a concern that was decided already stands in the queue of those who decide, as news
    with a clock: somebody says what it changes (`nothing_changes`, `decide_again`).
    Whoever wrote something that somebody else puts here (`wants_news` off) is told nothing of it.
    Raises Refused where there is no such thread for this person, Problem as `submit` does.
    """
    now = timezone.now()
    today = timezone.localdate(now)
    found, earlier = _thread(by, concern, report, code)
    there = _there_already(new, found.reference)
    if there is not None:
        record(by, "concerns.add_information", found.reference, again=True)
        return Submitted(found.reference, there.reference)
    _refuse_faults(new, today)
    has_code = new.raiser.wants_news and not code
    made, fresh = _keep_report(
        by, found, new, now, is_first=False, has_code=has_code, adds_to=earlier
    )
    add_people(found, new.people, today)
    found.types = list(dict.fromkeys([*found.types, *new.types]))
    was_allegation = found.allegation
    facts = settle_facts(found, today)
    if not is_in_triage(found.state):
        found.has_news = True
        if left_open_of(found, facts):
            back_to_the_queue(found, now, today)
        else:
            start_news(found, now, today)
    found.version += 1
    found.save()
    hide_from_subjects(by, found, today)
    hide_from_conflicted(by, found, today)
    if found.allegation != was_allegation and is_in_triage(found.state):
        start_allegation(found, now, today)
    look_elsewhere(found.reference, today)
    if made.wants_news:
        words = told_words(TellKind.NEWS)
        Telling.objects.create(report=made, kind=TellKind.NEWS, words=words, told_at=now)
    record(
        by, "concerns.add_information", found.reference,
        door=str(new.door), report=made.reference, state=str(found.state),
    )  # fmt: skip
    return Submitted(found.reference, made.reference, fresh)


def _refuse_faults(new: NewConcern, today: dt.date) -> None:
    known = frozenset(one.code for one in types_on(today))
    for field, code in faults(new, known, today):
        raise Problem(fault_words(code), field)


def _received_at(new: NewConcern, now: dt.datetime) -> dt.datetime:
    """The moment it came in: now, or noon of the day on which an older system had it."""
    if new.received_on is None:
        return now
    noon = dt.datetime.combine(new.received_on, dt.time(12), tzinfo=LONDON)
    return min(noon, now)


def _keep_report(
    by: By,
    concern: Concern,
    new: NewConcern,
    received_at: dt.datetime,
    *,
    is_first: bool,
    has_code: bool = True,
    adds_to: Report | None = None,
) -> tuple[Report, str | None]:
    user = by.user if by.kind == ByKind.USER else None
    is_own = new.door in OWN_REPORT and user is not None
    code = new_code() if has_code and new.door in WITH_CODE else None
    call = new.telephoned
    report = Report.objects.create(
        guard_id=concern.guard_id,
        concern=concern,
        is_first=is_first,
        door=new.door,
        source=new.source[:80],
        words=new.words.strip(),
        told=new.told.strip()[:500],
        gave=[one.as_given() for one in new.people] if is_own else [],
        received_at=received_at,
        entered_by=user,
        agency_id=user.person.agency_id if is_own and user is not None else None,
        raiser_name=new.raiser.name.strip()[:200],
        raiser_contact=new.raiser.contact.strip()[:300],
        safe=new.raiser.safe.strip()[:500],
        raiser_knows=new.raiser.knows.strip()[:300],
        wants_news=new.raiser.wants_news,
        mail=_mail_way(new),
        code_hash=code_hash(code) if code else "",
        once=_mark(new, "" if is_first else concern.reference),
        adds_to=adds_to,
        telephoned_to=call.to.strip()[:200] if call else "",
        telephoned_at=call.at if call else None,
        telephoned_reference=call.their_reference.strip()[:100] if call else "",
    )
    if is_own:
        let_raiser_see(by, report, timezone.localdate())
    keep_words(concern, new.kept, user)
    for one in new.files:
        keep(FRONT_DOOR, one.name, one.data, concern.guard, report.reference, May.TRIAGE)
    return report, code


def _mail_way(new: NewConcern) -> MailWay:
    """What they said; an address that others wrote down for them is for a person to judge."""
    if new.raiser.mail or not address_in(new.raiser.contact):
        return new.raiser.mail
    return MailWay.ASK


def _mark(new: NewConcern, thread: str) -> str:
    """The mark of a form with all that was said on it, and the thread that it joins. Whoever goes
    back and says something else on the same form says something new, which must not be lost."""
    if not new.once:
        return ""
    call = (new.telephoned.to, new.telephoned.their_reference) if new.telephoned else ()
    files = [(one.name, hashlib.sha256(one.data).hexdigest()) for one in new.files]
    said = (new.words, new.types, new.people, new.source, new.where, new.told, new.raiser)
    return hashlib.sha256(repr((new.once, thread, said, call, files)).encode()).hexdigest()


def _there_already(new: NewConcern, thread: str) -> Report | None:
    """The report that the very same form brought already, saying the same."""
    mark = _mark(new, thread)
    rows = Report.objects.select_related("concern").filter(once=mark)
    return rows.first() if mark else None


def _thread(by: By, concern: str, report: str, code: str) -> tuple[Concern, Report | None]:
    """The concern that something joins, locked, for somebody who may add to it, with the first
    report of the same person where they add to their own."""
    if concern:
        return held(by, concern), None
    rows = Report.objects.filter(reference=report)
    if code:
        rows = Report.objects.exclude(code_hash="").filter(code_hash=code_hash(code))
    earlier = rows.first()
    if earlier is None:
        raise Refused("No such record.")
    if code:
        check_everybody(by)
    else:
        check(by, May.REPORT_CONCERNS, earlier.guard_id, earlier.reference)
    first = earlier.adds_to if earlier.adds_to else earlier
    return Concern.objects.select_for_update().get(pk=earlier.concern_id), first
