"""One concern, opened for one reader, with all that a decider has to see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
    prefetch_related_objects,
)
from django.db.models.functions import Cast
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.limits import own_rules
from joinedup.access.models import User
from joinedup.access.permission import Refused, open_record
from joinedup.access.prepared import rows
from joinedup.audit.actor import By
from joinedup.concerns.choices import Ending, Receiver
from joinedup.concerns.models import (
    Concern,
    ConcernPerson,
    Decision,
    EarlierName,
    KeptWords,
    Report,
    Telling,
)
from joinedup.concerns.queries.ages import is_younger_open, record_tells_another
from joinedup.concerns.queries.answers import sent_referrals
from joinedup.concerns.queries.earlier import is_closed_to, noted_conflicts
from joinedup.concerns.queries.rulebook import law_on, sources_on, types_on
from joinedup.concerns.rules.prompts import Prompt, ages_left_open, prompts
from joinedup.concerns.rules.routing import Facts, Need, endings_open, needs, unmet
from joinedup.concerns.rules.standing import is_in_triage
from joinedup.concerns.rules.wording import problem_words
from joinedup.concerns.writing import facts_of, sent_of
from joinedup.files.models import StoredFile
from joinedup.files.queries import Sendable, sendable
from joinedup.referrals.choices import ChallengeState, State
from joinedup.referrals.models import ShareDecision
from joinedup.referrals.queries.refusals import is_refused
from joinedup.referrals.queries.rules import rules_on
from joinedup.rulebook import Entry
from joinedup.subjects.queries.safe import kept_apart, kept_apart_in

WORDS, BACK = "words", "back"
WAITS = (State.SENT, State.ACKNOWLEDGED, State.ACCEPTED)

__all__ = [
    "ConcernShown",
    "KeptBack",
    "KeptNoted",
    "NeedShown",
    "ReferralRow",
    "concern_shown",
    "concern_to",
    "concern_to_move",
    "earlier_names_of",
    "file_of_concern",
    "files_of",
    "person_of",
    "referral_rows",
    "report_of",
]


@dataclass(frozen=True, slots=True)
class NeedShown:
    """One referral that has to be made, in words, and whether it was."""

    why: str
    words: str
    codes: tuple[str, ...]
    receivers: tuple[str, ...]
    by_place: bool
    copy_to: tuple[str, ...]
    is_met: bool
    reason_may_stand: bool


@dataclass(frozen=True, slots=True)
class KeptBack:
    """A decision not to share, in words: with whom, on which ground, why, when and whose."""

    receiver: str
    basis: str
    reason: str
    at: dt.datetime
    by_name: str


@dataclass(frozen=True, slots=True)
class KeptNoted:
    """Words that the language guard asked about and the writer kept, with the reason."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConcernShown:
    """A concern with its thread, its people, what the law says and what has to be sent. `other_ages`
    are the people whose records tell another age than was told here, `younger_open` those of whom an
    age of a child was told first, with an older one beside it."""

    concern: Concern
    own: tuple[Entry, ...]
    types: tuple[str, ...]
    source: str
    people: tuple[ConcernPerson, ...]
    reports: tuple[Report, ...]
    tellings: dict[int, list[Telling]]
    decisions: tuple[Decision, ...]
    kept: tuple[KeptNoted, ...]
    kept_back: tuple[KeptBack, ...]
    files: dict[str, list[StoredFile]]
    facts: Facts
    needs: tuple[NeedShown, ...]
    prompts: tuple[Prompt, ...]
    endings: tuple[Ending, ...]
    asks_age: bool
    other_ages: frozenset[int]
    younger_open: frozenset[int]
    is_in_triage: bool
    is_mine: bool


def concern_to(by: By, reference: str, may: May = May.TRIAGE) -> Concern:
    """A concern for somebody who may do this to it; recorded as seen. Raises Refused, also where a
    conflict of interest noted later closes a record that may be about somebody in it."""
    row = concern_to_move(by, reference, may)
    return _not_closed(by, row)


def _not_closed(by: By, row: Concern) -> Concern:
    if is_closed_to(by, row, timezone.localdate()):
        raise Refused("No such record.")
    return row


def concern_to_move(by: By, reference: str, may: May = May.TRIAGE) -> Concern:
    """As `concern_to`, for pages that ask about such a conflict themselves and then move the
    concern on to the others."""
    apart = kept_apart("concerns_concernperson.subject_id")
    people = ConcernPerson.objects.select_related("colleague", "subject")
    earlier = EarlierName.objects.filter(person=OuterRef("pk")).order_by("-pk")
    people = people.annotate(is_kept_apart=apart, was_called=Subquery(earlier.values("name")[:1]))
    others = kept_apart_in("concerns_concern.reference", others=True)
    rows = Concern.objects.select_related("guard", "decider__person")
    rows = rows.annotate(others_kept_apart=others, has_conflicts=Exists(noted_conflicts()))
    row = open_record(by, may, rows, {"reference": reference})
    prefetch_related_objects([row], Prefetch("people", queryset=people))
    return row


def earlier_names_of(person: ConcernPerson) -> list[tuple[str, str]]:
    """What somebody in a concern was called before, newest first, each with why it was corrected."""
    rows = person.earlier_names.order_by("-pk").values_list("name", "reason")
    return [(name or "no name", reason) for name, reason in rows]


def is_kept_apart(concern: Any) -> bool:
    """Whether anybody in a concern that was opened by `concern_to`, or in what belongs to it, must
    not be rung before somebody was asked."""
    return concern.others_kept_apart or any(one.is_kept_apart for one in concern.people.all())


def concern_shown(concern: Concern, user: User, today: dt.date) -> ConcernShown:
    """Everything on the page of a concern that the reader has been let to, in five statements."""
    own = own_rules()
    kinds = types_on(today, own)
    people = people_of(concern)
    facts = facts_of(concern, today, people, kinds)
    reports = tuple(
        concern.reports.select_related("entered_by__person", "agency").order_by("received_at", "pk")
    )
    tellings: dict[int, list[Telling]] = {}
    told = Telling.objects.filter(report__concern=concern).select_related("told_by__person")
    for one in told.order_by("told_at", "pk"):
        tellings.setdefault(one.report_id, []).append(one)
    titles = {one.code: one.title for one in kinds}
    sources = {one.code: one.title for one in sources_on(today, own)}
    kept, back = _noted(concern, today)
    return ConcernShown(
        concern=concern,
        own=own,
        types=tuple(titles.get(code, code) for code in concern.types),
        source=sources.get(concern.source, ""),
        people=people,
        reports=reports,
        tellings=tellings,
        decisions=tuple(
            concern.decisions.select_related("decided_by__person").order_by("-decided_at", "-pk")
        ),
        kept=kept,
        kept_back=back,
        files=files_of(reports),
        facts=facts,
        needs=_needs(concern, facts),
        prompts=prompts(facts, law_on(today, own)),
        endings=endings_open(facts),
        asks_age=ages_left_open(facts),
        younger_open=frozenset(one.pk for one in people if is_younger_open(one)),
        other_ages=frozenset(one.pk for one in people if record_tells_another(one, today)),
        is_in_triage=is_in_triage(concern.state),
        is_mine=concern.decider_id == user.pk,
    )


def people_of(concern: Concern) -> tuple[ConcernPerson, ...]:
    """The people of a concern in their order, read once for a page."""
    return tuple(sorted(concern.people.all(), key=lambda one: (one.position, one.pk)))


def files_of(reports: Iterable[Report]) -> dict[str, list[StoredFile]]:
    """Report reference → its files, oldest first. The caller has been let to the concern."""
    wanted = [one.reference for one in reports]
    found: dict[str, list[StoredFile]] = {}
    rows = StoredFile.objects.filter(about__in=wanted, purged_at__isnull=True)
    for one in rows.order_by("added_at", "pk"):
        found.setdefault(one.about, []).append(one)
    return found


def file_of_concern(by: By, reference: str) -> Sendable:
    """A file of a concern for somebody who decides on it, recorded as seen. Raises Refused."""
    rows = StoredFile.objects.filter(
        purged_at__isnull=True, about__in=Report.objects.values("reference")
    )
    kept = open_record(by, May.TRIAGE, rows, {"reference": reference}, item="about")
    _not_closed(by, Concern.objects.get(reports__reference=kept.about))
    return sendable(kept)


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral of the concern as its page shows it."""

    reference: str
    receiver: str
    is_copy: bool
    state: str
    sent_at: dt.datetime | None
    result: str
    is_refused: bool
    challenge: str
    is_to_challenge: bool
    waits: bool


def referral_rows(concern: Concern, today: dt.date) -> tuple[ReferralRow, ...]:
    """Whom the concern was sent to and what they have said; no rule is asked where nothing was."""
    sent = sent_referrals(concern)
    challenges = dict(ChallengeState.choices)
    titles = {one.code: one.title for one in rules_on(today).receivers()} if sent else {}
    return tuple(
        ReferralRow(
            reference=one.reference,
            receiver=one.receiver_name or titles.get(one.receiver, one.receiver),
            is_copy=one.copy_of_id is not None,
            state=str(one.get_state_display()),
            sent_at=one.sent_at,
            result=str(one.get_result_display()) if one.result else "",
            is_refused=is_refused(one),
            challenge=str(challenges.get(one.challenged, "")),
            is_to_challenge=is_refused(one)
            and one.copy_of_id is None
            and not (one.challenged or one.stands_because),
            waits=one.copy_of_id is None and not one.result and one.state in WAITS,
        )
        for one in sent
    )


def _noted(concern: Concern, today: dt.date) -> tuple[tuple[KeptNoted, ...], tuple[KeptBack, ...]]:
    """The words that were kept, and with whom it was decided not to share the concern, newest first;
    in one statement. No rule is asked where that was never decided."""
    found = sorted(rows(_all_noted, None, [concern.pk, concern.reference]))
    kept = tuple(KeptNoted(text, reason) for what, _, text, reason, *_ in found if what == WORDS)
    back = [one for one in reversed(found) if one[0] == BACK]
    if not back:
        return kept, ()
    rules = rules_on(today)
    titles = {one.code: one.title for one in rules.receivers()}
    return kept, tuple(
        KeptBack(
            receiver=titles.get(receiver, receiver),
            basis=entry.title if (entry := rules.basis(basis)) else basis,
            reason=reason,
            at=at,
            by_name=by_name or "",
        )
        for _, _, receiver, reason, basis, by_name, at in back
    )


def _all_noted(_user: None, concern: int, reference: str) -> QuerySet[Any]:
    name = User.objects.filter(reference=OuterRef("by_ref")).values("person__name")[:1]
    words = KeptWords.objects.filter(concern=concern)
    shares = ShareDecision.objects.filter(about=reference, is_shared=False)
    kept = _columns(words, WORDS, "text", "reason", "code", Value("", CharField()), "kept_at")
    return kept.union(
        _columns(shares, BACK, "receiver", "reason", "basis", Subquery(name), "at"), all=True
    )


def _columns(wanted: QuerySet[Any], what: str, *columns: Any) -> QuerySet[Any]:
    """What it is, its number, three texts, a name and a moment."""
    *texts, name, at = columns
    found = wanted.order_by().annotate(
        noted_as=Value(what, CharField()),
        number=F("pk"),
        **{f"text_{place}": Cast(F(one), CharField()) for place, one in enumerate(texts)},
        who=Cast(name, CharField()),
        moment=F(at),
    )
    shown: QuerySet[Any] = found.values_list(
        "noted_as", "number", "text_0", "text_1", "text_2", "who", "moment"
    )
    return shown


def person_of(concern: Concern, pk: int) -> ConcernPerson:
    """Somebody in a concern that the reader has been let to. Raises Refused."""
    found = concern.people.filter(pk=pk).first()
    if found is None:
        raise Refused("No such record.")
    return found


def report_of(by: By, reference: str) -> tuple[Concern, Report]:
    """A report with its concern, for somebody who decides on it; recorded as seen. Raises
    Refused."""
    report = Report.objects.filter(reference=reference).first()
    if report is None:
        raise Refused("No such record.")
    rows = Concern.objects.select_related("guard")
    return _not_closed(by, open_record(by, May.TRIAGE, rows, {"pk": report.concern_id})), report


def _needs(concern: Concern, facts: Facts) -> tuple[NeedShown, ...]:
    wanted = needs(facts)
    open_ones = set(unmet(wanted, sent_of(concern)))
    return tuple(_need(one, one not in open_ones) for one in wanted)


def _need(need: Need, is_met: bool) -> NeedShown:
    return NeedShown(
        why=need.why,
        words=problem_words(need.why),
        codes=tuple(str(one) for one in need.any_of),
        receivers=tuple(str(Receiver(one).label) for one in need.any_of),
        by_place=need.by_place,
        copy_to=tuple(str(Receiver(one).label) for one in need.copy_to),
        is_met=is_met,
        reason_may_stand=need.reason_may_stand,
    )
