"""The daily work of a case: notes, steps and support, supervision, wishes, checks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Agency
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import (
    Agreement,
    Capacity,
    HousingResult,
    ItemState,
    NoteKind,
    SessionKind,
)
from joinedup.cases.models import Case, Note, PlanItem, Session
from joinedup.cases.promising import promise_item
from joinedup.cases.queries.facts import CODES, limit_on, people_of
from joinedup.cases.rules.closing import may_turn_18
from joinedup.cases.writing import (
    KINDS,
    begin_session_clocks,
    end_own_clocks,
    held,
    in_words,
    is_supervisor,
    still_open,
    user_of,
)
from joinedup.pages.dates import long_date
from joinedup.rulebook.working_days import add_amount

__all__ = [
    "add_item",
    "check_housing",
    "end_item",
    "find_exploitation",
    "hold_session",
    "move_item",
    "plan_transition",
    "record_wishes",
    "sign_exit",
    "write_note",
]


def _past(on: dt.date | None, today: dt.date) -> dt.date:
    day = on or today
    if day > today:
        raise Problem("This day is still to come.", "on")
    return day


@action
def write_note(
    by: By,
    reference: str,
    kind: str,
    words: str,
    *,
    today: dt.date,
    on: dt.date | None = None,
    is_seen_alone: bool = False,
    kept_because: str = "",
    kept_codes: Sequence[str] = (),
    may: May = May.WORK_CASES,
) -> Note:
    """Write a note: what happened on which day; a visit, a contact, views in their own words.
    `kept_because` is why words stay that the language guard asked about, `kept_codes` one code for
    each of them; without a reason nothing is kept of them."""
    case = held(by, may, reference)
    still_open(case)
    if kind not in NoteKind.values:
        raise Problem("Choose what the note is about.", "kind")
    made = Note.objects.create(
        case=case, kind=kind, words=in_words(words, "Write the note.", "words"),
        happened_on=_past(on, today), is_seen_alone=is_seen_alone, written_at=timezone.now(),
        written_by=user_of(by), kept_because=kept_because.strip()[:300],
        kept_codes=list(kept_codes) if kept_because.strip() else [],
    )  # fmt: skip
    record(by, "cases.note", reference, sort=kind)
    return made


@action
def add_item(
    by: By,
    reference: str,
    words: str,
    who: str,
    due_on: dt.date,
    *,
    today: dt.date,
    is_support: bool = False,
    is_waiting: bool = False,
    agency: Agency | None = None,
    may: May = May.WORK_CASES,
) -> PlanItem:
    """Add a step to the plan, or support that somebody needs or waits for. Support keeps the case
    open until it is there or no longer needed."""
    case = held(by, may, reference)
    still_open(case)
    made = PlanItem.objects.create(
        case=case, words=in_words(words, "Write what is to be done.", "words"),
        who=in_words(who, "Say who does it.", "who")[:200], agency=agency, due_on=due_on,
        is_support=is_support, state=ItemState.WAITING if is_waiting else ItemState.OPEN,
        made_on=today,
    )  # fmt: skip
    promise_item(by, case, made, today, may)
    record(by, "cases.add_item", reference, item=made.reference, support=is_support)
    return made


@action
def move_item(
    by: By,
    reference: str,
    item: str,
    due_on: dt.date,
    why: str,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> PlanItem:
    """Move a step of the plan to another day, with the reason; the old day stays in a note."""
    case = held(by, may, reference)
    still_open(case)
    row = PlanItem.objects.select_for_update(of=("self",)).filter(case=case, reference=item).first()
    if row is None:
        raise Refused("No such record.")
    if row.ended_on is not None:
        raise Problem("This step has ended already.")
    if due_on < today:
        raise Problem("Give a day to come.", "due_on")
    reason = in_words(why, "Write why it moves.", "why")
    was, row.due_on = row.due_on, due_on
    row.save(update_fields=["due_on"])
    end_own_clocks(by, row.reference, today, may, code="moved")
    promise_item(by, case, row, today, may)
    Note.objects.create(
        case=case, kind=NoteKind.DECISION, happened_on=today, written_at=timezone.now(),
        words=f"“{row.words}” moved from {long_date(was)} to {long_date(due_on)}: {reason}",
        written_by=user_of(by),
    )  # fmt: skip
    record(by, "cases.move_item", reference, item=item, due=due_on)
    return row


@action
def end_item(
    by: By,
    reference: str,
    item: str,
    state: str,
    words: str = "",
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> PlanItem:
    """A step is done, or no longer needed with the reason. Of support, and of what was waited for, it
    is asked what came of it. Support that somebody declines is "no
    longer needed" only with words that say what they want instead."""
    case = held(by, may, reference)
    still_open(case)
    row = PlanItem.objects.select_for_update(of=("self",)).filter(case=case, reference=item).first()
    if row is None:
        raise Refused("No such record.")
    if row.state not in (ItemState.OPEN, ItemState.WAITING):
        raise Problem("This step has ended already.")
    if state not in (ItemState.DONE, ItemState.NOT_NEEDED):
        raise Problem("Say whether it is done or no longer needed.", "state")
    if state == ItemState.NOT_NEEDED:
        in_words(words, "Write why it is no longer needed.", "words")
    elif row.is_support or row.state == ItemState.WAITING:
        in_words(words, "Write what came of it: what they got, from whom, since when.", "words")
    row.state, row.ended_on, row.ended_words = state, today, words.strip()
    row.save()
    code = "" if state == ItemState.DONE else "not_needed"
    end_own_clocks(by, row.reference, today, may, code=code)
    record(by, "cases.end_item", reference, item=item, state=state)
    return row


@action
def hold_session(
    by: By,
    reference: str,
    kind: str,
    words: str,
    with_whom: str,
    *,
    today: dt.date,
    on: dt.date | None = None,
    may: May = May.WORK_CASES,
) -> Session:
    """Record a supervision or a review of the case; the next one begins to run. A supervision that
    somebody else than the supervisor records begins nothing until `confirm_session`."""
    case = held(by, may, reference)
    still_open(case)
    if kind not in SessionKind.values:
        raise Problem("Choose supervision or review.", "kind")
    sort, day = SessionKind(kind), _past(on, today)
    limit = limit_on(CODES[sort], today).amount("limit")
    made = Session.objects.create(
        case=case, kind=kind, held_on=day, next_on=add_amount(day, limit),
        words=in_words(words, "Write what was said and decided.", "words"),
        with_whom=in_words(with_whom, "Say who took part.", "with_whom")[:200],
        recorded_by=user_of(by),
    )  # fmt: skip
    if sort != SessionKind.SUPERVISION or is_supervisor(by, case):
        if sort == SessionKind.SUPERVISION:
            made.confirmed_on, made.confirmed_by = today, user_of(by)
            made.save(update_fields=["confirmed_on", "confirmed_by"])
        end_own_clocks(by, case.reference, day, may, (KINDS[sort],))
        begin_session_clocks(by, case, (sort,), day, may)
    record(by, "cases.hold_session", reference, sort=kind)
    return made


@action
def record_wishes(
    by: By,
    reference: str,
    *,
    wants: str,
    capacity: str,
    agreement: str,
    ground: str = "",
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Case:
    """Record what the person wants in their words, whether they can decide it, whether they agree,
    and where they do not, the ground for acting all the same. What is new of it stays as a note too,
    with its day, when it is said otherwise later."""
    case = held(by, may, reference)
    still_open(case)
    if capacity not in Capacity.values or agreement not in Agreement.values:
        raise Problem("Choose one of the answers.", "capacity")
    if agreement == Agreement.DISAGREES and not ground.strip():
        raise Problem("Write on what ground we act against their wishes.", "ground")
    _keep_as_said(by, case, NoteKind.VIEWS, case.wants, wants.strip(), today)
    _keep_as_said(
        by, case, NoteKind.DECISION, _our_view(case), _view(capacity, agreement, ground), today
    )
    case.wants, case.capacity, case.agreement = wants.strip(), capacity, agreement
    case.override_ground = ground.strip()
    _save(case)
    record(by, "cases.record_wishes", reference, capacity=capacity, agreement=agreement)
    return case


def _view(capacity: str, agreement: str, ground: str) -> str:
    words = f"Whether they can decide this: {Capacity(capacity).label}. "
    words += f"Whether they agree to our work: {Agreement(agreement).label}."
    if ground.strip():
        words += f" We act against what they want, because: {ground.strip()}"
    return words


def _our_view(case: Case) -> str:
    return _view(case.capacity, case.agreement, case.override_ground)


def _keep_as_said(
    by: By, case: Case, kind: NoteKind, before: str, words: str, today: dt.date
) -> None:
    if not words or words == before:
        return
    Note.objects.create(
        case=case, kind=kind, words=words, happened_on=today, written_at=timezone.now(),
        written_by=user_of(by),
    )  # fmt: skip


@action
def check_housing(
    by: By,
    reference: str,
    result: str,
    *,
    today: dt.date,
    on: dt.date | None = None,
    their_reference: str = "",
    may: May = May.WORK_CASES,
) -> Case:
    """Record the check whether the council owes a housing duty: asked of every domestic abuse case."""
    case = held(by, may, reference)
    still_open(case)
    if result not in HousingResult.values:
        raise Problem("Choose what the check found.", "result")
    case.housing_result, case.housing_on = result, _past(on, today)
    case.housing_reference = their_reference.strip()[:60]
    _save(case)
    record(by, "cases.check_housing", reference, result=result)
    return case


@action
def find_exploitation(by: By, reference: str, may: May = May.WORK_CASES) -> Case:
    """Record that exploitation was found. From now on the case needs a signed exit assessment."""
    case = held(by, may, reference)
    still_open(case)
    case.has_exploitation = True
    case.exit_signed_on, case.exit_signed_by, case.exit_words = None, None, ""
    _save(case)
    record(by, "cases.find_exploitation", reference)
    return case


@action
def sign_exit(
    by: By, reference: str, words: str, *, today: dt.date, may: May = May.MANAGE_CASES
) -> Case:
    """Sign the exit assessment after exploitation: a manager says why they are safe now."""
    case = held(by, may, reference)
    still_open(case)
    if not case.has_exploitation:
        raise Problem("No exploitation is recorded for this case.")
    if user_of(by) is None:
        raise Problem("A person must sign the exit assessment.")
    case.exit_words = in_words(words, "Write what makes them safe now.", "words")
    case.exit_signed_on, case.exit_signed_by = today, user_of(by)
    _save(case)
    record(by, "cases.sign_exit", reference)
    return case


@action
def plan_transition(
    by: By, reference: str, words: str, *, today: dt.date, may: May = May.WORK_CASES
) -> Case:
    """Record the plan for what goes on when they turn 18."""
    case = held(by, may, reference)
    still_open(case)
    if not may_turn_18(people_of(case), today):
        raise Problem("Everybody whom this case is about is 18 or older.")
    case.transition_plan = in_words(words, "Write who does what from their 18th birthday.", "words")
    case.transition_on = today
    _save(case)
    record(by, "cases.plan_transition", reference)
    return case


def _save(case: Case) -> None:
    case.version += 1
    case.save()
