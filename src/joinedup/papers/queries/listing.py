"""The list of papers: published ones for everybody, those in work for who prepares or clears."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import F

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.papers.choices import State
from joinedup.papers.models import Paper
from joinedup.papers.queries.kinds import RuleSet
from joinedup.papers.queries.owed import asked_to_say, asked_to_sign
from joinedup.papers.rules.kinds import PaperKind

__all__ = ["PaperRow", "PapersView", "kinds_by_use", "papers"]

USUAL = "report.update"
IN_WORK = (State.DRAFT, State.CLEARING)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in the list. `waits` says what this reader is asked to do with it."""

    reference: str
    subject: str
    number: str
    kind: str
    body: str
    meeting_on: dt.date | None
    state: str
    version: int
    waits: str = ""


@dataclass(slots=True)
class PapersView:
    """Papers in work, and published ones by committee, the newest meeting first."""

    in_work: list[PaperRow] = field(default_factory=list)
    published: dict[str, list[PaperRow]] = field(default_factory=dict)

    @property
    def references(self) -> list[str]:
        """Everything that is shown."""
        shown = [*self.in_work, *(one for rows in self.published.values() for one in rows)]
        return [one.reference for one in shown]


def papers(user: User, rules: RuleSet) -> PapersView:
    """The papers of this reader, in four statements."""
    titles = {one.code: one.title for one in rules.kinds()}
    found = PapersView()
    desk = visible(user, May.CLEAR_PAPERS, Paper.objects.filter(state__in=IN_WORK))
    to_sign = set(asked_to_sign().filter(person=user.person_id).values_list("paper", flat=True))
    to_say = set(asked_to_say().filter(owner=user.person_id).values_list("paper", flat=True))
    for one in desk.order_by(F("meeting_on").asc(nulls_last=True), "-made_at"):
        waits = [
            words
            for words, ids in (("your signature", to_sign), ("your words", to_say))
            if one.pk in ids
        ]
        found.in_work.append(_row(one, titles, " and ".join(waits)))
    out = visible(user, May.READ_PAPERS, Paper.objects.filter(published_version__gt=0))
    for one in out.order_by("body", F("meeting_on").desc(nulls_last=True), "-made_at"):
        rows = found.published.setdefault(one.body or "Without a committee", [])
        rows.append(_row(one, titles))
    return found


def kinds_by_use(user: User, rules: RuleSet) -> list[PaperKind]:
    """The kinds of paper that hold, those begun most often first; before any was, the
    update paper."""
    seen = visible(user, May.PREPARE_PAPERS, Paper.objects.all())
    begun = Counter(seen.order_by().values_list("kind", flat=True))
    return sorted(rules.kinds(), key=lambda one: (-begun[one.code], one.code != USUAL))


def _row(one: Paper, titles: dict[str, str], waits: str = "") -> PaperRow:
    return PaperRow(
        one.reference, one.subject, one.number, titles.get(one.kind, ""), one.body,
        one.meeting_on, one.state, one.published_version, waits,
    )  # fmt: skip
