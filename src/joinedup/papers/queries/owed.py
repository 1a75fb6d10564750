"""What one person owes to papers: to clear, to give notice, to publish, to say and to sign."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds, visible
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import running
from joinedup.clocks.rules import Owed
from joinedup.papers.choices import State
from joinedup.papers.models import Clearance, Implication, Paper, PaperReminder

__all__ = ["ASKED", "DEEDS", "asked_to_say", "asked_to_sign", "owed_by", "reminders_of"]

DEEDS = {
    ClockKind.PAPER_CLEARED: "Have it cleared",
    ClockKind.PAPER_OUT: "Publish",
    ClockKind.KEY_NOTICE: "Give notice of the key decision",
    ClockKind.PRIVATE_NOTICE: "Give notice of the exempt part",
}
MOST = 8
ASKED = {
    (True, False): "Say what it means",
    (False, True): "Sign",
    (True, True): "Say what it means, and sign",
}
"""What is asked, by (to say, to sign)."""
PAGES = {
    ClockKind.PAPER_OUT: "paper_publish",
    ClockKind.KEY_NOTICE: "paper_front",
    ClockKind.PRIVATE_NOTICE: "paper_front",
}


def asked_to_sign() -> QuerySet[Clearance]:
    """Signatures that have been asked for and not given, or given under an earlier text."""
    open_ones = Q(signed_on__isnull=True) | Q(text_version__lt=F("paper__text_version"))
    with_them = Q(paper__state=State.CLEARING, asked_on__isnull=False)
    return Clearance.objects.filter(open_ones, with_them)


def asked_to_say() -> QuerySet[Implication]:
    """Implications of papers in work that their owner has not said."""
    in_work = Q(paper__state__in=(State.DRAFT, State.CLEARING), owner__isnull=False)
    return Implication.objects.filter(in_work, said_on__isnull=True)


def owed_by(user: User, today: dt.date) -> list[Owed]:
    """What this reader owes to papers that have a day, in two statements."""
    if not holds(user, May.CLEAR_PAPERS):
        return []
    return [*_prepared(user), *_asked(user)]


def reminders_of(paper: Paper) -> list[tuple[PaperReminder, str]]:
    """The newest reminders of a paper's last days, each with what it asked for; one statement."""
    rows = PaperReminder.objects.filter(paper=paper).select_related("about")
    return [
        (one, DEEDS[ClockKind(one.kind)].lower()) for one in rows.order_by("-sent_on", "-pk")[:MOST]
    ]


def _prepared(user: User) -> Iterator[Owed]:
    """The last days of papers that this reader prepares."""
    subject = Paper.objects.filter(reference=OuterRef("about")).values("subject")
    clocks = running().filter(kind__in=DEEDS, owes_person=user.person_id)
    rows = visible(user, May.PREPARE_PAPERS, clocks, item="about")
    for one in rows.annotate(subject=Subquery(subject)):
        kind = ClockKind(one.kind)
        page = reverse(PAGES.get(kind, "paper_work"), args=[one.about])
        yield Owed(one.about, DEEDS[kind], str(one.subject), page, one.due_on)


def _asked(user: User) -> Iterator[Owed]:
    """Papers with a day that wait for this reader's words or signature."""
    cleared = Clock.objects.filter(
        about=OuterRef("reference"), kind=ClockKind.PAPER_CLEARED, outcome="open"
    )
    sign = asked_to_sign().filter(person=user.person_id).values("paper")
    say = asked_to_say().filter(owner=user.person_id).values("paper")
    rows = Paper.objects.filter(Q(pk__in=sign) | Q(pk__in=say)).annotate(
        due_on=Subquery(cleared.values("due_on")[:1]), to_sign=_is(sign), to_say=_is(say)
    )
    for one in visible(user, May.CLEAR_PAPERS, rows.filter(due_on__isnull=False)):
        deed = ASKED[one.to_say, one.to_sign]
        page = reverse("paper_work", args=[one.reference])
        yield Owed(one.reference, deed, one.subject, page, one.due_on)


def _is(papers: QuerySet[Any, Any]) -> Case:
    return Case(When(pk__in=papers, then=Value(True)), default=Value(False))
