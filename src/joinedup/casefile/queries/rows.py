"""Everything that happened, read by one statement for each half of casework, however much it is.

Each row is: what it is, the number of its concern, case or referral, the row's own number, day,
moment, code, words, more words, and who wrote it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case as Choose
from django.db.models import DateField, DateTimeField, F, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from joinedup.cases.models import (
    Advocacy,
    Attendance,
    CaseMeeting,
    Closing,
    Context,
    Enquiry,
    Flag,
    FlagShare,
    FollowUp,
    Note,
    PanelListing,
    PlanItem,
    Session,
    Transfer,
    TransferOut,
)
from joinedup.concerns.models import Decision, Report, Telling
from joinedup.referrals.models import Challenge, ChallengeStage, ShareDecision
from joinedup.subjects.models import KnownChange, Link, SafeAddress

__all__ = [
    "Row",
    "case_rows",
    "concern_rows",
    "day_of",
    "read_parts",
    "record_rows",
    "referral_rows",
]

NO_DAY, NO_MOMENT = Cast(Value(None), DateField()), Cast(Value(None), DateTimeField())
EMPTY = Value("", output_field=TextField())


class Row(NamedTuple):
    """One row of such a statement."""

    what: str
    root: int
    number: int
    on: dt.date | None
    at: dt.datetime | None
    code: str
    words: str
    more: str
    who: str


def _either(when: When, otherwise: Any) -> Any:
    return Choose(when, default=otherwise, output_field=TextField())


def _text(value: Any) -> Any:
    return Cast(value, TextField()) if isinstance(value, F) else value


def _rows(
    found: QuerySet[Any],
    what: str,
    root: str,
    *,
    on: Any = NO_DAY,
    at: Any = NO_MOMENT,
    code: Any = EMPTY,
    words: Any = EMPTY,
    more: Any = EMPTY,
    who: Any = EMPTY,
) -> QuerySet[Any]:
    texts = [Coalesce(_text(one), EMPTY) for one in (code, words, more, who)]
    given = (Value(what, output_field=TextField()), F(root), F("pk"), on, at, *texts)
    return found.order_by().values_list(*given)


Parts = tuple[QuerySet[Any], ...]


@lru_cache(maxsize=512)
def _written(
    vendor: str, parts: Callable[..., Parts], kinds: tuple[type, ...], sizes: tuple[int, ...]
) -> tuple[str, tuple[Any, ...]] | None:
    """The statement for so many records, with stand-ins where their numbers go; None where there
    is nothing to ask. Writing it costs several times what running it does."""
    asked = [
        [_stand_in(kind, nth, place) for place in range(size)]
        for nth, (kind, size) in enumerate(zip(kinds, sizes, strict=True))
    ]
    first, *others = parts(*asked)
    try:
        sql, values = first.union(*others, all=True).query.sql_with_params()
    except EmptyResultSet:
        return None
    return sql, tuple(values)


def _stand_in(kind: type, nth: int, place: int) -> int | str:
    number = -(1_000_000 * (nth + 1) + place)
    return number if kind is int else f"(record {number})"


def _read(parts: Callable[..., Parts], *asked: Sequence[int] | Sequence[str]) -> list[Row]:
    return [
        Row(what, root, number, day_of(on), _moment(at), *texts)
        for what, root, number, on, at, *texts in read_parts(parts, *asked)
    ]


def read_parts(
    parts: Callable[..., Parts], *asked: Sequence[int] | Sequence[str]
) -> list[tuple[Any, ...]]:
    """The rows of all parts in one statement, as the database says them; `parts` is given the
    numbers or references in `asked` and decides nothing by them."""
    kinds = tuple(type(one[0]) if one else int for one in asked)
    found = _written(connection.vendor, parts, kinds, tuple(len(one) for one in asked))
    if found is None:
        return []
    own: dict[Any, Any] = {
        _stand_in(kind, nth, place): value
        for nth, (kind, some) in enumerate(zip(kinds, asked, strict=True))
        for place, value in enumerate(some)
    }
    sql, values = found
    with connection.cursor() as cursor:
        cursor.execute(sql, [own.get(one, one) for one in values])
        return list(cursor.fetchall())


def day_of(value: dt.date | str | None) -> dt.date | None:
    """A day as SQLite or PostgreSQL says it."""
    return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else value


def _moment(value: dt.datetime | str | None) -> dt.datetime | None:
    """SQLite keeps moments as words or without their zone, in UTC."""
    found = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    return found if found is None or found.tzinfo else found.replace(tzinfo=dt.UTC)


def concern_rows(concerns: Sequence[int]) -> list[Row]:
    """Reports, decisions and what reporters were told, of concerns that the reader may read. Who
    reported stands in `who` for staff and partners alone, never for the public."""
    return _read(_of_concerns, concerns)


def _of_concerns(concerns: Sequence[int]) -> Parts:
    reports = Report.objects.filter(concern__in=concerns)
    who = Cast(F("entered_by__person__name"), TextField())
    named = _either(When(door__in=["staff", "partner"], then=who), EMPTY)
    return (
        _rows(reports, "report", "concern_id", at=F("received_at"), code=F("door"), words=F("words"),
              who=named),
        _rows(Decision.objects.filter(concern__in=concerns), "decision", "concern_id",
              at=F("decided_at"), code=F("ending"), words=F("reason"),
              who=F("decided_by__person__name")),
        _rows(Telling.objects.filter(report__concern__in=concerns), "told", "report__concern_id",
              at=F("told_at"), code=F("kind"), words=F("words"), who=F("told_by__person__name")),
    )  # fmt: skip


def case_rows(cases: Sequence[int]) -> list[Row]:
    """Notes, sessions, plan, enquiries, warnings, handovers and closings of cases that the reader
    may read."""
    return _read(_of_cases, cases)


def _of_cases(cases: Sequence[int]) -> Parts:
    def of(table: Any, what: str, **given: Any) -> QuerySet[Any]:
        found = table if isinstance(table, QuerySet) else table.objects.all()
        return _rows(found.filter(case__in=cases), what, "case_id", **given)

    alone = _either(When(is_seen_alone=True, then=Value("alone")), EMPTY)
    with_whom = _either(
        When(kind="supervision", confirmed_on__isnull=True,
             then=Concat(F("with_whom"), Value(" (who has not confirmed it)"))),
        F("with_whom"),
    )  # fmt: skip
    ended = PlanItem.objects.filter(case__in=cases, ended_on__isnull=False)
    decided = Enquiry.objects.filter(case__in=cases, decided_on__isnull=False)
    lifted = Flag.objects.filter(case__in=cases, removed_on__isnull=False)
    off = PanelListing.objects.filter(case__in=cases, removed_on__isnull=False)
    shares = FlagShare.objects.filter(flag__case__in=cases)
    signed = _either(When(is_signed=True, then=Value("signed")), Value("refused"))
    read = Transfer.objects.filter(case__in=cases, read_at__isnull=False)
    followed = FollowUp.objects.filter(case__in=cases, ended_on__isnull=False)
    left = TransferOut.objects.filter(case__in=cases, answered_on__isnull=False)
    answered = Closing.objects.filter(case__in=cases, answered_on__isnull=False)
    return (
        of(Note, "note", on=F("happened_on"), code=F("kind"), words=F("words"),
           more=alone, who=F("written_by__person__name")),
        of(Session, "session", on=F("held_on"), code=F("kind"), words=F("words"),
           more=with_whom, who=F("recorded_by__person__name")),
        of(PlanItem, "step", on=F("made_on"), words=F("words"), more=F("who")),
        _rows(ended, "step_end", "case_id", on=F("ended_on"), code=F("state"), words=F("words"),
              more=F("ended_words")),
        of(Enquiry, "enquiry", on=F("begun_on"), code=F("kind"), words=F("our_words"),
           more=F("owner__name")),
        of(Enquiry.objects.exclude(attended=""), "attended", on=F("begun_on"), code=F("kind"),
           more=F("attended")),
        of(CaseMeeting, "meeting", on=F("held_on"), code=F("kind"), words=F("words"),
           more=F("result"), who=F("recorded_by__person__name")),
        _rows(Attendance.objects.filter(meeting__case__in=cases), "came", "meeting__case_id",
              on=F("meeting__held_on"), code=F("came"),
              words=Cast(F("meeting_id"), TextField()),
              more=Concat(F("agency__name"), Value(": "), F("who"), output_field=TextField())),
        _rows(decided, "enquiry_end", "case_id", on=F("decided_on"), code=F("decision"),
              words=F("their_words"), more=F("owner__name")),
        of(Context, "context", on=F("noted_on"), code=F("kind"), words=F("words"), more=F("name")),
        of(Advocacy, "advocacy", on=F("noted_on"), code=F("state"), words=F("words"),
           more=F("name"), who=F("noted_by__person__name")),
        of(Flag, "flag", on=F("set_on"), words=F("words"), more=F("why"),
           who=F("set_by__person__name")),
        _rows(lifted, "flag_end", "case_id", on=F("removed_on"), words=F("words"),
              more=F("removed_because"), who=F("removed_by__person__name")),
        _rows(shares, "flag_told", "flag__case_id", on=F("shared_on"), words=F("flag__words"),
              more=F("agency__name")),
        of(Transfer, "transfer", on=F("on"), words=F("summary"), more=F("to_person__name"),
           who=F("by__person__name")),
        _rows(read, "handover_read", "case_id", at=F("read_at"), who=F("read_by__person__name")),
        of(FollowUp, "follow_up", on=F("noted_on"), words=F("words"), more=F("name"),
           who=F("noted_by__person__name")),
        _rows(followed, "follow_up_end", "case_id", on=F("ended_on"), code=F("ended"),
              words=F("ended_words"), more=F("name")),
        of(TransferOut, "transfer_out", on=F("sent_on"), words=F("words"),
           more=Concat(F("body"), Value(": "), F("person"), output_field=TextField()),
           who=F("sent_by__person__name")),
        _rows(left, "transfer_out_end", "case_id", on=F("answered_on"), code=F("state"),
              words=Concat(F("letter"), F("answer"), output_field=TextField()), more=F("body")),
        of(Closing, "closing", on=F("asked_on"), code=F("reason"), words=F("words"),
           who=F("asked_by__person__name")),
        _rows(answered, "closing_end", "case_id", on=F("answered_on"),
              code=signed, words=F("answer"),
              who=F("answered_by__person__name")),
        of(PanelListing, "panel", on=F("added_on"), code=F("panel"), words=F("why")),
        _rows(off, "panel_end", "case_id", on=F("removed_on"), code=F("panel"),
              who=F("removed_by__person__name")),
    )  # fmt: skip


def referral_rows(referrals: Sequence[int], about: Sequence[str]) -> list[Row]:
    """Challenges, their stages, and decisions not to share, about records that the reader may read.
    The root of a decision not to share is its own number."""
    return _read(_of_referrals, referrals, about)


def _of_referrals(referrals: Sequence[int], about: Sequence[str]) -> Parts:
    challenges = Challenge.objects.filter(referral__in=referrals)
    ended = challenges.filter(ended_on__isnull=False)
    stages = ChallengeStage.objects.filter(
        challenge__referral__in=referrals, ended_on__isnull=False, is_settled=False
    )
    kept = ShareDecision.objects.filter(about__in=about, is_shared=False)
    return (
        _rows(challenges, "challenge", "referral_id", on=F("opened_on"), code=F("why"),
              words=F("words"), who=F("opened_by__person__name")),
        _rows(ended, "challenge_end", "referral_id", on=F("ended_on"), code=F("state"),
              words=F("result")),
        _rows(stages, "stage", "challenge__referral_id", on=F("ended_on"), words=F("dissent"),
              more=F("said"), who=F("ended_by__person__name")),
        _rows(kept, "not_shared", "id", at=F("at"), code=F("about"), words=F("reason")),
    )  # fmt: skip


def record_rows(records: Sequence[int]) -> list[Row]:
    """Changes of a person's records, decisions that two are about one person, and that a safe
    contact was set. Never what it says."""
    return _read(_of_records, records)


def _of_records(records: Sequence[int]) -> Parts:
    linked = Link.objects.filter(first__in=records, second__in=records)
    return (
        _rows(KnownChange.objects.filter(subject__in=records), "change", "subject_id",
              at=F("made_at"), code=F("what"), words=F("why"), more=F("deed"),
              who=F("by__person__name")),
        _rows(linked, "link", "first_id", at=F("made_at"), code=F("verdict"), words=F("reason")),
        _rows(linked.filter(ended__isnull=False), "link_end", "first_id", at=F("ended__made_at"),
              words=F("ended__reason")),
        _rows(SafeAddress.objects.filter(subject__in=records), "safe", "subject_id",
              at=F("set_at")),
    )  # fmt: skip
