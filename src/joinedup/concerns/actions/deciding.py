"""Taking a concern, deciding it, and passing it on where one's own interest is in the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Conflict, User
from joinedup.access.permission import Refused, may_touch
from joinedup.access.problems import Problem, Stale
from joinedup.access.shares import close_beside
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind
from joinedup.concerns.choices import ConcernState, Ending, TellKind
from joinedup.concerns.models import Concern, Decision, Report
from joinedup.concerns.queries.earlier import closes, earlier_of
from joinedup.concerns.queries.known import matches_before_deciding
from joinedup.concerns.queries.rulebook import law_on
from joinedup.concerns.queries.signs import signs_left
from joinedup.concerns.rules.new import Kept
from joinedup.concerns.rules.prompts import prompts
from joinedup.concerns.rules.routing import Facts, Sent, problems
from joinedup.concerns.rules.standing import is_in_triage, state_after
from joinedup.concerns.rules.wording import problem_words, told_words
from joinedup.concerns.timing import start_opening, stop
from joinedup.concerns.told import tell as tell_reporters
from joinedup.concerns.told import write_to
from joinedup.concerns.writing import held, held_to_move, keep_words, sent_of, settle_facts
from joinedup.rulebook import Entry

__all__ = ["decide", "move_on", "put_back", "stand_aside", "take"]

RESTRICTED = (
    "Somebody here may be known, and the record is restricted. Speak to {post} before deciding, "
    "and write whom you spoke to."
)

SIGNS = (
    "The report may point to {kind}: {said}. Name that kind on the page of the concern, or say there "
    "why it is not that, before you decide."
)


@action
def take(by: By, reference: str, to: User | None = None, *, site: str = "") -> Concern:
    """Take a concern to decide it, or give it to somebody else who may. Those who reported are told
    that somebody is reading.

    Raises Problem where it is decided already, or where the other person may not open it.
    """
    concern = held(by, reference)
    if not is_in_triage(concern.state):
        raise Problem("This concern has been decided already.")
    decider = to or by.user
    if decider is None or not may_touch(decider, May.TRIAGE, concern.guard_id, reference):
        raise Problem("Choose somebody who may decide on this concern.", "decider")
    now = timezone.now()
    is_first = concern.taken_at is None
    concern.state, concern.decider = ConcernState.TAKEN, decider
    concern.taken_at = concern.taken_at or now
    concern.version += 1
    concern.save()
    if is_first:
        _tell_all(by, concern, TellKind.READ, told_words(TellKind.READ), now)
        write_to(_wanting(concern), TellKind.READ, site)
    record(by, "concerns.take", reference, decider=decider.reference)
    return concern


@action
def put_back(by: By, reference: str) -> Concern:
    """Put a concern back for somebody else to take. Its clock runs on. Raises Problem where nobody
    has it."""
    concern = held(by, reference)
    if concern.state != ConcernState.TAKEN:
        raise Problem("Nobody has this concern, or it has been decided already.")
    concern.state, concern.decider = ConcernState.RECEIVED, None
    concern.version += 1
    concern.save()
    record(by, "concerns.put_back", reference)
    return concern


@action
def stand_aside(by: By, reference: str, reason: str) -> None:
    """Say that one knows the people or has another interest: the concern is closed to oneself from
    now on and goes back to the others. Raises Problem without a reason."""
    concern = held_to_move(by, reference)
    if by.kind != ByKind.USER:
        raise Refused("No such record.")
    if not reason.strip():
        raise Problem("Say what the conflict of interest is.", "reason")
    _close_to(by, concern, reason)
    record(by, "concerns.stand_aside", reference, person=by.user.person.reference)


@action
def move_on(by: By, reference: str) -> None:
    """Close a concern to a reader whose conflict of interest closes a record that may be about
    somebody in it; it goes to the others. Raises Problem where there is no such conflict."""
    concern = held_to_move(by, reference)
    is_closed = by.kind == ByKind.USER and by.user.person_id in closes(
        concern, timezone.localdate()
    )
    if not is_closed:
        raise Problem("There is no conflict of interest that would move this concern.")
    _close_to(by, concern, "A conflict of interest about somebody in it is noted already")
    record(by, "concerns.stand_aside", reference, person=by.user.person.reference)


def _close_to(by: By, concern: Concern, reason: str) -> None:
    user = by.user
    there = Conflict.objects.filter(
        guard_id=concern.guard_id, person=user.person, ended_at__isnull=True
    )
    if not there.exists():
        Conflict.objects.create(
            guard_id=concern.guard_id, person=user.person, reason=reason.strip()[:300]
        )
        close_beside(by, [concern.guard_id], [user.person_id])
    if concern.decider_id == user.pk and concern.state == ConcernState.TAKEN:
        concern.state, concern.decider = ConcernState.RECEIVED, None
    concern.version += 1
    concern.save()


@action
def decide(
    by: By,
    reference: str,
    ending: Ending,
    reason: str,
    *,
    version: int,
    asked_duty_post: str = "",
    why_not_children: str = "",
    tell: str = "",
    site: str = "",
    is_mail_safe: bool = False,
    kept: Sequence[Kept] = (),
) -> Concern:
    """Decide a concern. Nothing leaves the queue without this, and the hard rules of
    `rules.routing` hold for every way in: there is no argument that passes them.

    `why_not_children` is why a child who lives with domestic abuse is not sent to children's social
    care. `tell` are the words for those who reported, "" for those usually used; a mail says only where
    they stand, and `is_mail_safe` is the decider's judgement where a reporter left that open. `kept`
    are words that the language guard asked about and the decider kept. Raises
    Problem for what is missing, Stale where something joined the thread meanwhile.
    """
    concern = held(by, reference)
    now = timezone.now()
    today = timezone.localdate(now)
    _refuse_others(by, concern, version)
    if not reason.strip():
        raise Problem("Say why you decide so.", "reason")
    _refuse_unasked(by, concern, today, asked_duty_post)
    _refuse_unanswered(by, concern, asked_duty_post)
    facts = settle_facts(concern, today)
    sent = sent_of(concern)
    law = law_on(today)
    _refuse_short_cuts(facts, ending, sent, why_not_children)
    _refuse_unseen_signs(concern, today)
    Decision.objects.create(
        concern=concern,
        ending=ending,
        reason=reason.strip(),
        why_not_children=why_not_children.strip()[:500],
        asked_duty_post=asked_duty_post.strip()[:300],
        facts=_facts_kept(facts, sent),
        law=_law_shown(facts, law),
        decided_at=now,
        decided_by=by.user,
    )
    keep_words(concern, kept, by.user)
    concern.ending, concern.decided_at = ending, now
    concern.not_sent_is_explained = bool(why_not_children.strip())
    concern.state = state_after(ending, bool(concern.sent_at))
    concern.ended_at = now if concern.state == ConcernState.ENDED else None
    concern.has_news = False
    concern.version += 1
    concern.save()
    stop(concern, (ClockKind.CONTACT, ClockKind.ALLEGATION, ClockKind.NEWS), today)
    if concern.state == ConcernState.CASE:
        start_opening(concern, now, today)
    _tell_all(by, concern, TellKind.DECIDED, tell.strip() or told_words(TellKind.DECIDED), now)
    write_to(_wanting(concern), f"decided-{concern.version}", site, is_judged_safe=is_mail_safe)
    record(by, "concerns.decide", reference, ending=str(ending), state=str(concern.state))
    return concern


def _refuse_others(by: By, concern: Concern, version: int) -> None:
    if not is_in_triage(concern.state):
        raise Problem("This concern has been decided already.")
    if by.kind == ByKind.USER and concern.decider_id != by.user.pk:
        raise Problem("Take the concern first: then everybody sees that you are deciding.")
    if concern.version != version:
        raise Stale({"State": str(concern.get_state_display())}, concern.version)


def _refuse_short_cuts(facts: Facts, ending: Ending, sent: Sequence[Sent], why_not: str) -> None:
    found = problems(facts, ending, sent, why_not)
    if found == ("domestic_child",):
        raise Problem(problem_words("domestic_child"), "why_not_children")
    if found:
        raise Problem(". ".join(problem_words(one) for one in found), "ending")


def _refuse_unasked(by: By, concern: Concern, today: dt.date, asked: str) -> None:
    """Who is known is settled before deciding, not after: which record it is, and a match that the
    decider may not open is asked about, whatever was said of the matches that they could see."""
    if by.kind != ByKind.USER:
        return
    for one in matches_before_deciding(by, concern, today):
        if one.is_to_choose:
            raise Problem(
                f"{one.person} may be known already. Say first which record it is, or that it is "
                "none of those found.",
                "ending",
            )
        if one.restricted and not asked.strip():
            raise Problem(RESTRICTED.format(post=one.restricted[0].speak_to), "asked_duty_post")


def _refuse_unanswered(by: By, concern: Concern, asked: str) -> None:
    """A new concern about somebody with a closed case: open it again, a new case, or neither, with
    the reason. Nothing passes by silence."""
    user = by.user if by.kind == ByKind.USER else None
    for one in earlier_of(user, concern):
        if one.is_unanswered and one.case is not None:
            raise Problem(
                f"There was a case about somebody here ({one.case.name}), and it is closed. Say "
                "first what this concern means for it.",
                "ending",
            )
        if one.case is None and not asked.strip():
            raise Problem(RESTRICTED.format(post=one.speak_to), "asked_duty_post")


def _refuse_unseen_signs(concern: Concern, today: dt.date) -> None:
    """A sign of exploitation that the words show is answered, never passed by: named, or "not this,
    because"."""
    for one in signs_left(concern, today):
        said = ", ".join(f"“{word}”" for word in one.words) or ", ".join(one.kinds).lower()
        raise Problem(SIGNS.format(said=said, kind=one.title.lower()), "ending")


def _law_shown(facts: Facts, law: Sequence[Entry]) -> dict[str, str]:
    shown = {one.code for one in prompts(facts, law)}
    return {one.code: one.content_hash for one in law if one.code in shown}


def _facts_kept(facts: Facts, sent: Sequence[Sent]) -> dict[str, object]:
    return {
        "groups": sorted(one.group.value for one in facts.people),
        "indicator": facts.has_indicator,
        "sexual": facts.is_sexual,
        "child_with_abuse": facts.child_with_abuse,
        "under_13": facts.is_under_13_sexual,
        "allegation": facts.allegation.value,
        "sent": sorted(one.receiver for one in sent),
    }


def _wanting(concern: Concern) -> list[Report]:
    return list(concern.reports.filter(wants_news=True).select_related("entered_by"))


def _tell_all(by: By, concern: Concern, kind: TellKind, words: str, now: dt.datetime) -> None:
    tell_reporters(by, _wanting(concern), kind, words, now)
