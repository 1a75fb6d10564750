"""What one person owes to papers: to clear, to give notice, to publish, to say and to sign."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Case, CharField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds, standing, visible
from joinedup.access.prepared import together
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
    "say": "Say what it means",
    "sign": "Sign",
    "both": "Say what it means, and sign",
}
"""What is asked."""
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
    """What this reader owes to papers that have a day, in one statement."""
    if not holds(user, May.CLEAR_PAPERS):
        return []
    found = together(user, {"prepared": (_prepared, ()), "asked": (_asked, ())})
    owed = []
    for reference, what, subject, due_on in found["prepared"]:
        page = reverse(PAGES.get(what, "paper_work"), args=[reference])
        owed.append(Owed(reference, DEEDS[ClockKind(what)], str(subject), page, due_on))
    for reference, what, subject, due_on in found["asked"]:
        page = reverse("paper_work", args=[reference])
        owed.append(Owed(reference, ASKED[what], subject, page, due_on))
    return owed


def reminders_of(paper: Paper) -> list[tuple[PaperReminder, str]]:
    """The newest reminders of a paper's last days, each with what it asked for; one statement."""
    rows = PaperReminder.objects.filter(paper=paper).select_related("about")
    return [
        (one, DEEDS[ClockKind(one.kind)].lower()) for one in rows.order_by("-sent_on", "-pk")[:MOST]
    ]


def _prepared(user: User) -> QuerySet[Any, Any]:
    """The last days of papers that this reader prepares: (reference, kind, subject, day)."""
    subject = Paper.objects.filter(reference=OuterRef("about")).values("subject")
    clocks = running().filter(kind__in=DEEDS, owes_person=standing(user).person_id)
    rows = visible(user, May.PREPARE_PAPERS, clocks, item="about")
    rows = rows.order_by("pk").annotate(subject=Subquery(subject))
    return rows.values_list("about", "kind", "subject", "due_on")


def _asked(user: User) -> QuerySet[Any, Any]:
    """Papers with a day that wait for this reader's words or signature: (reference, what of
    `ASKED`, subject, day)."""
    cleared = Clock.objects.filter(
        about=OuterRef("reference"), kind=ClockKind.PAPER_CLEARED, outcome="open"
    )
    person = standing(user).person_id
    sign = Q(pk__in=asked_to_sign().filter(person=person).values("paper"))
    say = Q(pk__in=asked_to_say().filter(owner=person).values("paper"))
    what = Case(
        When(sign & say, then=Value("both")),
        When(sign, then=Value("sign")),
        default=Value("say"),
        output_field=CharField(),
    )
    day = Subquery(cleared.values("due_on")[:1])
    rows = Paper.objects.filter(sign | say).annotate(due_on=day, what=what)
    seen = visible(user, May.CLEAR_PAPERS, rows.filter(due_on__isnull=False)).order_by("pk")
    return seen.values_list("reference", "what", "subject", "due_on")
