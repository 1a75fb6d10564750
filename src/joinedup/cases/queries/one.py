"""One case with everything its page shows, and what keeps it open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils import timezone

from joinedup.access.choices import May, Reach
from joinedup.access.limits import own_rules
from joinedup.access.models import Conflict, Grant, Involvement, User
from joinedup.access.permission import Refused, holds, open_record, touches
from joinedup.access.prepared import open_written, rows
from joinedup.access.queries.lists import in_force
from joinedup.access.roles import POLICY
from joinedup.audit.actor import By
from joinedup.cases.choices import Came, CaseState, MeetingResult, NoteKind, SessionKind
from joinedup.cases.models import (
    Case,
    CaseSubject,
    Closing,
    Enquiry,
    Flag,
    FlagShare,
    Note,
    PlanItem,
    Session,
)
from joinedup.cases.queries.choosing import records_for
from joinedup.cases.queries.facts import facts_of, limit_on, panel_names, session_after
from joinedup.cases.queries.parts import ALONE, VISIT, Part, small_parts
from joinedup.cases.rules.closing import Block, Person, blocks, is_short, may_turn_18
from joinedup.files.models import StoredFile
from joinedup.files.queries import Sendable, sendable
from joinedup.referrals.models import Challenge, Referral
from joinedup.referrals.queries.one import referrals_about
from joinedup.referrals.queries.rules import rules_on
from joinedup.subjects.queries.safe import kept_apart_called, kept_apart_in

__all__ = [
    "BlockShown",
    "CaseView",
    "case_to",
    "case_to_read",
    "case_view",
    "closing_of",
    "file_to",
    "person_of",
    "shown_blocks",
    "signers_of",
    "signers_to_ask",
]

RELATED = (
    "guard", "lead_agency", "lead_person__agency", "team", "worker", "opened_by__person",
    "exit_signed_by__person", "closed_by__person", "countersigned_by__person",
)  # fmt: skip

SAFE = kept_apart_called("cases_casesubject.subject")
NEWEST = 100


@dataclass(frozen=True, slots=True)
class BlockShown:
    """Something that keeps a case open, with where it is put right. `referral` is the reference of
    the referral it comes from, `words` the step of the plan, where it is one."""

    block: Block
    referral: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class CaseView:
    """What the page of a case shows. `seen_on` is the day of the newest visit, `alone_on` the last
    day on which somebody was seen alone, `efforts` how often direct work was done or tried and when
    last (by the kind of note), and `last_views` what they last said they want, however
    many notes were written since."""

    case: Case
    parts: dict[str, list[Any]]
    referrals: list[Referral]
    supervision_on: dt.date
    review_on: dt.date
    panels: dict[str, str]
    receivers: dict[str, str]
    signers: dict[int, tuple[str, ...]]
    records: frozenset[str]
    may_work: bool
    may_manage: bool
    may_confirm: bool
    may_plan_18: bool
    may_triage: bool
    efforts: dict[str, tuple[int, dt.date]]
    seen_on: dt.date | None
    alone_on: dt.date | None
    last_views: Note | None
    meeting_results: dict[str, str]
    came_words: list[tuple[str, str]]


def case_to(by: By, reference: str, may: May = May.READ_CASES) -> Case:
    """One case, recorded as opened. Raises Refused where it is not this reader's."""
    rows = Case.objects.select_related(*RELATED)
    return open_record(by, may, rows, {"reference": reference})


def case_to_read(by: By, reference: str) -> Case:
    """As `case_to`, for the page of the case: with `others_kept_apart`, whether somebody else of the
    matter must not be rung before somebody was asked."""
    found: Case = open_written(by, May.READ_CASES, _case, reference)
    return found


def _case(_user: User) -> QuerySet[Case]:
    others = kept_apart_in("cases_case.reference", others=True)
    return Case.objects.select_related(*RELATED).annotate(others_kept_apart=others)


def person_of(case: Case, pk: int) -> CaseSubject:
    """Somebody whom a case is about that the reader has been let to. Raises Refused."""
    found = case.subjects.filter(pk=pk).first()
    if found is None:
        raise Refused("No such record.")
    return found


def case_view(user: User, case: Case, today: dt.date) -> CaseView:
    """The page of a case for somebody who has opened it."""
    small = small_parts(case)
    concerns = [one.third for one in small["concerns"]]
    referrals = referrals_about(user, case.reference, *concerns)
    notes = rows(_notes, None, [case.pk])
    parts: dict[str, list[Any]] = {
        "subjects": rows(_subjects, None, [case.pk]),
        "items": rows(_items, None, [case.pk]),
        "notes": notes[:NEWEST],
        "sessions": rows(_sessions, None, [case.pk]),
        "enquiries": rows(_enquiries, None, [case.pk]),
        "flags": rows(_flags, None, [case.pk]),
        **small,
    }
    shares = Prefetch("shares", FlagShare.objects.select_related("agency"))
    prefetch_related_objects(parts["flags"], shares)
    sessions = parts["sessions"]
    own = own_rules()
    seen = {one.first: one.on for one in small["seen"]}
    able = touches(user, (May.WORK_CASES, May.MANAGE_CASES), case.guard_id, case.reference)
    return CaseView(
        case=case,
        parts=parts,
        referrals=referrals,
        supervision_on=session_after(case, SessionKind.SUPERVISION, sessions, today, own),
        review_on=session_after(case, SessionKind.CASE_REVIEW, sessions, today, own),
        panels=panel_names(today, own),
        receivers={one.code: one.title for one in rules_on(today, own).receivers()},
        signers=_signers_waiting(case, small["askers"]),
        records=records_for(user, [one.subject for one in parts["subjects"]]),
        may_work=May.WORK_CASES in able and case.state != CaseState.CLOSED,
        may_manage=May.MANAGE_CASES in able,
        may_confirm=user.person_id != (case.worker_id or case.lead_person_id),
        may_plan_18=may_turn_18(
            [Person(one.name, one.age, one.born_on) for one in parts["subjects"]], today
        ),
        may_triage=holds(user, May.TRIAGE),
        efforts={one.first: (one.pk, one.on) for one in small["tried"]},
        seen_on=seen.get(VISIT),
        alone_on=seen.get(ALONE),
        last_views=next((one for one in notes if one.kind == NoteKind.VIEWS), None),
        meeting_results=dict(MeetingResult.choices),
        came_words=list(Came.choices),
    )


def _subjects(_user: None, case: int) -> QuerySet[CaseSubject]:
    return CaseSubject.objects.filter(case=case).annotate(is_kept_apart=SAFE).order_by("pk")


def _items(_user: None, case: int) -> QuerySet[PlanItem]:
    found = PlanItem.objects.filter(case=case).select_related("agency")
    return found.order_by("due_on", "pk")


def _sessions(_user: None, case: int) -> QuerySet[Session]:
    found = Session.objects.filter(case=case).select_related("confirmed_by__person")
    return found.order_by("-held_on", "-pk")


def _enquiries(_user: None, case: int) -> QuerySet[Enquiry]:
    found = Enquiry.objects.filter(case=case).select_related("owner")
    return found.order_by("-begun_on")


def _flags(_user: None, case: int) -> QuerySet[Flag]:
    found = Flag.objects.filter(case=case).select_related("set_by__person")
    return found.order_by("-set_on")


def _notes(_user: None, case: int) -> QuerySet[Note]:
    """The newest notes and, however old it is, what they last said they want; newest first, in one
    statement."""
    newest = Note.objects.filter(case=case).order_by("-happened_on", "-pk")
    views = newest.filter(kind=NoteKind.VIEWS).values("pk")[:1]
    wanted = Q(pk__in=newest.values("pk")[:NEWEST]) | Q(pk__in=views)
    return newest.filter(wanted).select_related("written_by__person")


def shown_blocks(case: Case, reason: str, today: dt.date) -> list[BlockShown]:
    """What keeps the case open, each with the record on which it is put right."""
    found = blocks(facts_of(case, today), reason, today)
    challenges = _referrals_of(found)
    steps = dict(case.items.values_list("reference", "words"))
    return [
        BlockShown(
            one,
            referral=challenges.get(one.about, one.about if one.about.startswith("RF-") else ""),
            words=steps.get(one.about, ""),
        )
        for one in found
    ]


def _referrals_of(found: Sequence[Block]) -> dict[str, str]:
    """Reference of a challenge → reference of its referral."""
    asked = [one.about for one in found if one.about.startswith("RC-")]
    rows = Challenge.objects.filter(reference__in=asked)
    return dict(rows.values_list("reference", "referral__reference"))


def signers_of(case: Case, asker: User) -> tuple[str, ...]:
    """Who can sign as the second person, other than whoever asks: the managers of its team, and
    the safeguarding lead where a team has one manager only. By name."""
    return tuple(name for number, name in _signers(case) if number != asker.pk)


def signers_to_ask(case: Case, listing: str, user: User) -> tuple[str, ...]:
    """Who can sign where this user would ask for the case to close, or for the place on a panel's
    list of that reference to end; where somebody has asked already, other than they."""
    waits = Closing.objects.filter(case=case, answered_on__isnull=True)
    waits = waits.filter(listing__reference=listing) if listing else waits.filter(listing=None)
    first = waits.select_related("asked_by").first()
    return signers_of(case, first.asked_by if first else user)


def _signers_waiting(case: Case, askers: Sequence[Part]) -> dict[int, tuple[str, ...]]:
    """Each closing that waits, by number → who can sign it, which whoever asked for it cannot."""
    able = _signers(case) if askers else []
    return {
        one.pk: tuple(name for number, name in able if str(number) != one.first) for one in askers
    }


def _signers(case: Case) -> list[tuple[int, str]]:
    roles = [role for role, grants in POLICY.items() if May.MANAGE_CASES in grants]
    today = timezone.localdate()
    rows = User.objects.filter(is_active=True, grants__in=Grant.objects.filter(in_force(today)))
    rows = rows.filter(grants__role__in=roles).distinct()
    wide = [role for role in roles if POLICY[role][May.MANAGE_CASES] == Reach.ALL]
    near = Q(person__team=case.team_id) if case.team_id else Q(pk__in=[])
    closed = Conflict.objects.filter(guard=case.guard_id, ended_at__isnull=True)
    rows = rows.exclude(person__in=closed.values("person"))
    works = Involvement.objects.filter(guard=case.guard_id, item="", to_on__isnull=True)
    inside = Q(person__in=works.values("person"))
    if not case.guard.is_sealed:
        inside |= near | Q(grants__role__in=wide)
    return list(rows.filter(inside).order_by("person__name").values_list("pk", "person__name"))


def file_to(by: By, reference: str) -> Sendable:
    """A file of a case for somebody who may read it, recorded as seen. Raises Refused."""
    kept = StoredFile.objects.filter(reference=reference, purged_at__isnull=True).first()
    case_to(by, kept.about if kept is not None else "")
    if kept is None:
        raise Refused("No such file.")
    return sendable(kept)


def closing_of(case: Case, number: int) -> Closing | None:
    """A closing that waits for the second signature."""
    rows = Closing.objects.filter(case=case, pk=number, answered_on__isnull=True)
    return rows.select_related("asked_by__person", "listing").first()


def is_short_today(case: Case, today: dt.date) -> bool:
    """Whether closing it today needs the manager's reason."""
    limit = limit_on("case.short", today).amount("limit")
    return is_short(case.reopened_on or case.opened_on, today, limit)
