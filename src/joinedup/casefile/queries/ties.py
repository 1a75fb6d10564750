"""What another record names too, as one reader meets it: open, restricted, or absent."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May
from joinedup.access.models import Conflict, User
from joinedup.access.permission import Refused, by_user, may_touch, open_record, reach_of
from joinedup.audit.actor import By
from joinedup.casefile.choices import TieSign, TieVerdict
from joinedup.casefile.models import TieDecision, TieEnd
from joinedup.casefile.queries.reach import shown_to, speak_to
from joinedup.casefile.rules.ties import grade_words
from joinedup.casefile.tying import CONTEXT, FOLLOW_UP, PERSON, REPORT, WHERE
from joinedup.cases.models import Case, Context, FollowUp
from joinedup.concerns.models import Concern, ConcernPerson, Report
from joinedup.concerns.queries.earlier import is_closed_to
from joinedup.concerns.queries.one import concern_to
from joinedup.pages.dates import as_day

__all__ = [
    "Named",
    "TieShown",
    "may_decide",
    "named_too",
    "record_that_names",
    "tie_to_decide",
    "ties_of_each",
    "ties_to",
]

LONGEST = 160
OTHERS = "Somebody else who may be harmed"
CASE_GRADE = grade_words("case", True)


@dataclass(frozen=True, slots=True)
class Named:
    """What a record names, in its words: where it stands, the day, the source and its grade."""

    about: str
    words: str
    place: str
    on: dt.date | None
    grade: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class TieShown:
    """Something that this record and another name. Of a record that the reader may not open only
    whom to speak to; `why` names fields."""

    reference: str
    why: tuple[str, ...]
    here: Named | None
    there: Named | None
    speak_to: str
    decision: TieDecision | None
    may_decide: bool


def record_that_names(by: By, reference: str) -> Case | Concern:
    """The case or concern whose ties are shown, recorded as opened. Raises Refused."""
    if reference.startswith("CO"):
        return concern_to(by, reference, May.READ_CASES)
    found: Case = open_record(by, May.READ_CASES, Case.objects.all(), {"reference": reference})
    return found


def _ends(user: User, references: Collection[str], today: dt.date) -> QuerySet[Any]:
    """The other ends of what these records name, those that were decided to be others too."""
    near = TieEnd.objects.filter(tie=OuterRef("tie"), about__in=references)
    near = near.exclude(about=OuterRef("about"))
    last = TieDecision.objects.filter(tie=OuterRef("tie")).order_by("-pk").values("verdict")[:1]
    rows = TieEnd.objects.filter(Exists(near))
    noted = Conflict.objects.filter(person=user.person_id, ended_at__isnull=True)
    rows = rows.annotate(verdict=Subquery(last), has_conflict=Exists(noted))
    return shown_to(user, rows, today, "guard", "about")


def _without_closed(user: User, ends: Iterable[Any], today: dt.date) -> list[Any]:
    """These ends without the concerns that a conflict of interest closes because they may be about
    somebody whom it names. No statement for a reader who has none."""
    found = list(ends)
    wanted = {one.about for one in found if one.has_conflict and one.about.startswith("CO")}
    if not wanted:
        return found
    by = by_user(user)
    concerns = Concern.objects.filter(reference__in=wanted).prefetch_related("people__subject")
    closed = {one.reference for one in concerns if is_closed_to(by, one, today)}
    return [one for one in found if one.about not in closed]


def named_too(user: User, reference: str, today: dt.date) -> int:
    """How many things of this record another one names too, by what is decided so far. In one
    statement, but for readers with a conflict of interest; for pages whose reader has been let to
    the record."""
    try:
        rows = _ends(user, [reference], today)
    except Refused:
        return 0
    rows = rows.filter(Q(verdict__isnull=True) | ~Q(verdict=TieVerdict.NOT_SAME))
    found = list(rows.only("tie", "about").order_by())
    return len({one.tie_id for one in _without_closed(user, found, today)})


def ties_to(user: User, reference: str, today: dt.date) -> list[TieShown]:
    """Everything that this record and others name, those to be decided first. For a reader who has
    been let to the record."""
    return ties_of_each(user, [reference], today)[reference]


def ties_of_each(
    user: User, references: Collection[str], today: dt.date
) -> dict[str, list[TieShown]]:
    """As `ties_to`, of each of these records, in as many statements as of one."""
    far: dict[int, list[Any]] = defaultdict(list)
    for one in _without_closed(user, _ends(user, references, today), today):
        # of a restricted record that was decided to name another nothing is left to say
        if one.is_open or one.verdict != TieVerdict.NOT_SAME:
            far[one.tie_id].append(one)
    near = TieEnd.objects.filter(tie__in=list(far), about__in=references)
    decided: dict[int, TieDecision] = {}
    told = TieDecision.objects.filter(tie__in=list(far)).order_by("pk")
    for decision in told.select_related("by__person"):
        decided[decision.tie_id] = decision
    pairs = [
        (end, other)
        for end in near.select_related("tie").order_by("pk")
        for other in far[end.tie_id]
        if other.about != end.about
    ]
    words = _words([*(end for end, _ in pairs), *(other for _, other in pairs if other.is_open)])
    inside = reach_of(user, May.LINK_PEOPLE, "guard", "about")
    ends = TieEnd.objects.filter(tie__in=list(far))
    mine = set() if inside is None else set(ends.filter(inside).values_list("pk", flat=True))
    shown: dict[str, list[TieShown]] = {one: [] for one in references}
    for end, other in pairs:
        shown[end.about].append(
            TieShown(
                end.tie.reference,
                tuple(TieSign(one).label for one in end.tie.why),
                words.get((end.about, end.part)),
                words.get((other.about, other.part)) if other.is_open else None,
                "" if other.is_open else speak_to(other),
                decided.get(end.tie_id) if other.is_open else None,
                other.is_open and {end.pk, other.pk} <= mine,
            )
        )
    return {about: sorted(ties, key=_place_of) for about, ties in shown.items()}


def _place_of(tie: TieShown) -> int:
    order: dict[str, int] = {TieVerdict.SAME: 1, TieVerdict.NOT_SAME: 2}
    return order.get(tie.decision.verdict, 0) if tie.decision else 0


def may_decide(user: User, *ends: TieEnd) -> bool:
    """Whether the reader may say if it is the same: only who may link people behind both."""
    return all(may_touch(user, May.LINK_PEOPLE, one.guard_id, one.about) for one in ends)


def tie_to_decide(user: User, reference: str, tie: str, today: dt.date) -> TieShown:
    """One of them, for somebody who may decide it. Raises Refused."""
    for one in ties_to(user, reference, today):
        if one.reference == tie and one.may_decide:
            return one
    raise Refused("No such record.")


def _words(ends: Iterable[TieEnd]) -> dict[tuple[str, str], Named]:
    """What stands in each place, in the words of its record."""
    wanted: dict[str, dict[int, TieEnd]] = defaultdict(dict)
    where: list[str] = []
    for one in ends:
        sort, _, number = one.part.partition("-")
        if number:
            wanted[sort][int(number)] = one
        else:
            where.append(one.about)
    found: dict[tuple[str, str], Named] = {}
    for context in Context.objects.filter(pk__in=wanted[CONTEXT]):
        end, said = wanted[CONTEXT][context.pk], _joined(context.name, context.words)
        kind = str(context.get_kind_display())
        found[end.about, end.part] = Named(end.about, said, kind, context.noted_on, CASE_GRADE)
    for row in FollowUp.objects.filter(pk__in=wanted[FOLLOW_UP]):
        end, said = wanted[FOLLOW_UP][row.pk], _joined(row.name, row.words)
        found[end.about, end.part] = Named(end.about, said, OTHERS, row.noted_on, CASE_GRADE)
    named = Report.objects.exclude(raiser_name="")
    people = ConcernPerson.objects.filter(pk__in=wanted[PERSON]).select_related("concern")
    people = people.annotate(is_named=Exists(named.filter(concern=OuterRef("concern"))))
    for person in people:
        end = wanted[PERSON][person.pk]
        said = _joined(person.name, person.words, person.phone, person.found)
        role = person.get_role_display()
        found[end.about, end.part] = _of_concern(said, role, person.concern, person.is_named)
    reports = Report.objects.filter(pk__in=wanted[REPORT]).select_related("concern")
    for report in reports:
        end, grade = wanted[REPORT][report.pk], grade_words(report.door, bool(report.raiser_name))
        on = as_day(report.received_at)
        found[end.about, end.part] = Named(end.about, _cut(report.words), "What came in", on, grade)
    concerns = Concern.objects.filter(reference__in=where)
    for concern in concerns.annotate(is_named=Exists(named.filter(concern=OuterRef("pk")))):
        found[concern.reference, WHERE] = _of_concern(
            concern.where, "Where it happened", concern, concern.is_named
        )
    return {key: replace(named, part=key[1]) for key, named in found.items()}


def _of_concern(words: str, place: str, concern: Concern, is_named: bool) -> Named:
    grade = grade_words(concern.door, is_named)
    return Named(concern.reference, _cut(words), place, as_day(concern.received_at), grade)


def _joined(*words: str) -> str:
    return _cut(". ".join(one.strip().rstrip(".") for one in words if one.strip()))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
