"""What the closure guard looks at, gathered from the case and everything behind its guards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import Exists, OuterRef

from joinedup.cases.choices import SessionKind, TheirDecision, TransferState
from joinedup.cases.models import Case, CaseConcern, Closing, Session, TransferOut
from joinedup.cases.queries.beside import OURS
from joinedup.cases.queries.routing import guards_of, needs_of, sent_of
from joinedup.cases.rules.closing import Facts, Person, Promise
from joinedup.cases.rules.routing import left_to_send
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import running
from joinedup.concerns.choices import ConcernState
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.concerns.rules.new import AT_RISK
from joinedup.council.queries import overlay
from joinedup.referrals.choices import State
from joinedup.referrals.models import Referral
from joinedup.rulebook import Entry, rule
from joinedup.rulebook.working_days import add_amount
from joinedup.subjects.models import Subject

__all__ = [
    "acceptance_of",
    "blocking_clocks",
    "enquiry_due",
    "facts_of",
    "guards_of",
    "limit_on",
    "next_session",
    "panel_names",
    "people_of",
    "session_after",
]

Own = tuple[Entry, ...] | None
UNDECIDED = (ConcernState.RECEIVED, ConcernState.TAKEN, ConcernState.AWAITING)
CODES = {
    SessionKind.SUPERVISION: "clock.supervision",
    SessionKind.CASE_REVIEW: "clock.case_review",
}


def limit_on(code: str, on: dt.date) -> Entry:
    """A time limit of cases as it holds on a day, the council's own before the shipped one."""
    return rule(code, on, overlay())


def panel_names(on: dt.date, own: Own = None) -> dict[str, str]:
    """The lists of panels that somebody may stand on: code → name. `own` are the council's own
    rules, where a page has looked them up already."""
    entry = rule("case.panels", on, overlay() if own is None else own)
    held = entry.values.get("names", {})
    return {str(k): str(v) for k, v in held.items()} if isinstance(held, Mapping) else {}


def blocking_clocks(case: Case) -> list[Clock]:
    """Running clocks that stop this case from closing, soonest first."""
    rows = running().filter(guard__in=guards_of(case), blocks_closing=True)
    return list(rows.select_related("owes_agency", "owes_person", "owes_post"))


def next_session(case: Case, kind: SessionKind, today: dt.date) -> dt.date:
    """The day on which the next supervision or review is due, counted from the last one or from
    the day the case was opened (or opened again)."""
    last = _last_session(case, kind)
    if last is not None:
        return last.next_on
    limit = limit_on(CODES[kind], today).amount("limit")
    return add_amount(case.reopened_on or case.opened_on, limit)


def session_after(
    case: Case, kind: SessionKind, sessions: Sequence[Session], today: dt.date, own: Own
) -> dt.date:
    """As `next_session`, from the sessions (newest first) that a page has read already."""
    since = case.reopened_on
    held = [
        one
        for one in sessions
        if one.kind == kind
        and one.counts
        and one.pk > case.sessions_before
        and (since is None or one.held_on >= since)
    ]
    if held:
        return held[0].next_on
    entry = rule(CODES[kind], today, overlay() if own is None else own)
    return add_amount(since or case.opened_on, entry.amount("limit"))


def facts_of(case: Case, today: dt.date) -> Facts:
    """Everything that the guard asks about."""
    said = limit_on("case.closing_words", today)
    return Facts(
        promises=_promises(case, today),
        people=people_of(case),
        has_exploitation=case.has_exploitation,
        is_exit_signed=case.exit_signed_on is not None,
        has_transition_plan=case.transition_on is not None,
        supervision_due_on=_supervised_until(case, today),
        capacity=case.capacity,
        transition_from=limit_on("case.transition_from", today).amount("limit").number,
        is_accepted_outside=acceptance_of(case) is not None,
        left_to_send=left_to_send(needs_of(case, today), sent_of(case)),
        labels=said.strings("labels"),
        least_words=said.number("value"),
    )


def _supervised_until(case: Case, today: dt.date) -> dt.date | None:
    """The day of the next supervision; None where a case that was opened again had none since."""
    if case.reopened_on is not None and _last_session(case, SessionKind.SUPERVISION) is None:
        return None
    return next_session(case, SessionKind.SUPERVISION, today)


def _last_session(case: Case, kind: SessionKind) -> Session | None:
    """The last supervision or review that counts: held since the case was opened again."""
    rows = Session.objects.filter(case=case, kind=kind, pk__gt=case.sessions_before)
    if kind == SessionKind.SUPERVISION:
        rows = rows.filter(confirmed_on__isnull=False)
    if case.reopened_on is not None:
        rows = rows.filter(held_on__gte=case.reopened_on)
    return rows.order_by("-held_on", "-pk").first()


def _promises(case: Case, today: dt.date) -> list[Promise]:
    """Clocks that block, and enquiries whose decision is awaited, whether a clock runs or not."""
    found = [Promise(one.kind, one.about, one.due_on) for one in blocking_clocks(case)]
    there = {one.about for one in found}
    waits = case.enquiries.filter(decision=TheirDecision.AWAITED)
    found += [
        Promise("enquiry", one.reference, enquiry_due(one.kind, one.begun_on))
        for one in waits
        if one.reference not in there
    ]
    return [*found, *_later_concerns(case), *_drafts(case)]


def _later_concerns(case: Case) -> list[Promise]:
    """Concerns about somebody of this case that belong to no case yet and that nobody has decided,
    or whose receivers have not. Those closed to the reader count as well, and are not named."""
    tied = case.subjects.exclude(subject="").values("subject")
    about = ConcernPerson.objects.filter(subject__reference__in=tied, role__in=AT_RISK)
    rows = Concern.objects.filter(pk__in=about.values("concern"), state__in=UNDECIDED)
    linked = CaseConcern.objects.filter(case=case, verdict__in=OURS).values("concern")
    rows = rows.exclude(reference__in=linked)
    return [Promise("concern", "", day) for day in rows.values_list("decide_by_on", flat=True)]


def _drafts(case: Case) -> list[Promise]:
    """Referrals that were drafted, and neither sent nor kept back with a reason."""
    rows = Referral.objects.filter(guard__in=guards_of(case), state=State.DRAFTED)
    rows = rows.filter(copy_of__isnull=True).order_by("pk")
    return [Promise("draft", one.reference, one.made_at.date()) for one in rows]


def enquiry_due(kind: str, begun_on: dt.date) -> dt.date:
    """By when social care is to say what came of an enquiry that begins on a day."""
    return add_amount(begun_on, limit_on(f"case.enquiry_{kind}", begun_on).amount("limit"))


def people_of(case: Case) -> list[Person]:
    """Whom the case is about; a birthday that only their record knows counts as well."""
    rows = list(case.subjects.order_by("pk"))
    unsaid = [one.subject for one in rows if one.subject and one.born_on is None]
    known = dict(
        Subject.objects.filter(reference__in=unsaid).values_list("reference", "born_on")
        if unsaid
        else ()
    )
    return [Person(one.name, one.age, one.born_on or known.get(one.subject)) for one in rows]


def acceptance_of(case: Case) -> TransferOut | None:
    """The written acceptance of another body that stands for this time that the case is open: given
    in it, and none on which the case was closed before."""
    since = case.reopened_on or case.opened_on
    rows = case.transfers_out.filter(state=TransferState.ACCEPTED, answered_on__gte=since)
    spent = Closing.objects.filter(acceptance=OuterRef("pk"), is_signed=True, listing=None)
    return rows.exclude(Exists(spent)).order_by("-pk").first()
