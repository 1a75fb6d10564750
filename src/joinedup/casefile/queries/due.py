"""Which records somebody has to look at: closed cases, ended concerns and people whom nothing else
names, whose time is over. Nothing is deleted by being listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.casefile.models import RetentionReview
from joinedup.casefile.queries.governance import held_references
from joinedup.casefile.queries.limits import keeping_on
from joinedup.casefile.rules.retention import Keeping, due_on, rule_of
from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, CaseConcern, CaseSubject
from joinedup.concerns.choices import ConcernState, PersonRole
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.pages.dates import as_day
from joinedup.rulebook.entry import Amount
from joinedup.rulebook.working_days import add_amount
from joinedup.subjects.models import HouseholdMember, Relationship, Subject
from joinedup.subjects.queries.linked import persons_of, records_of_persons

__all__ = ["DueRecord", "due_records", "in_others_work", "is_due"]

ADULT = "adult"
AT_RISK = (PersonRole.CHILD, PersonRole.ADULT)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DueRecord:
    """A record that somebody has to look at: by which rule, since when, held or not. `route` says
    what it is, `closed_on` the day on which its case closed, its concern ended, or it was begun."""

    reference: str
    route: str
    closed_on: dt.date
    due_on: dt.date
    rule: str
    rule_code: str
    rule_hash: str
    is_held: bool


def due_records(user: User, today: dt.date) -> list[DueRecord]:
    """Closed cases, ended concerns that became none, and people with nothing else, whose time is
    over and no review keeps longer: all of them, those due longest first.

    Whoever shows one page of them pays for all that are due: their order follows from rules of the
    rule book (counted from birth, death or closing, over three tables), which the two databases
    don't reckon alike. What no rule makes due yet, the database leaves out.
    """
    return _in_order(user, today, Case.objects.all(), Concern.objects.all(), Subject.objects.all())


def is_due(user: User, reference: str, today: dt.date) -> bool:
    """Whether this record is on the list of those whose time is over."""
    named = {"reference": reference}
    tables = (Case.objects.filter(**named), Concern.objects.filter(**named))
    return bool(_in_order(user, today, *tables, Subject.objects.filter(**named)))


def _in_order(
    user: User,
    today: dt.date,
    cases: QuerySet[Case],
    concerns: QuerySet[Concern],
    people: QuerySet[Subject],
) -> list[DueRecord]:
    rules, held = keeping_on(today), held_references()
    due = [
        *_due_cases(user, today, rules, held, cases),
        *_due_concerns(user, today, rules, held, concerns),
        *_due_people(user, today, rules, held, people),
    ]
    return sorted(due, key=lambda one: (one.due_on, one.reference))


def _next_on() -> Subquery:
    reviewed = RetentionReview.objects.filter(about=OuterRef("reference")).order_by("-pk")
    return Subquery(reviewed.values("next_on")[:1])


def _due_cases(
    user: User,
    today: dt.date,
    rules: Sequence[Keeping],
    held: set[str],
    cases: QuerySet[Case],
) -> Iterator[DueRecord]:
    main = CaseSubject.objects.filter(case=OuterRef("pk"), is_main=True)
    subject = Subject.objects.filter(reference=OuterRef("main_ref"))
    rows = cases.filter(state=CaseState.CLOSED, closed_on__isnull=False).annotate(
        main_ref=Subquery(main.values("subject")[:1]),
        main_age=Subquery(main.values("age")[:1]),
        main_born=Subquery(main.values("born_on")[:1]),
        main_died=Subquery(subject.values("died_on")[:1]),
        next_on=_next_on(),
    )
    rows = rows.filter(Q(next_on__isnull=True) | Q(next_on__lte=today), _may_be_due(rules, today))
    found = visible(user, May.GOVERN_RECORDS, rows).only("reference", "route", "closed_on")
    for one in found.order_by("pk").iterator(chunk_size=AT_ONCE):
        rule = rule_of(rules, one.route, one.main_age == ADULT)
        if rule is None or one.closed_on is None:
            continue
        on = due_on(rule, one.closed_on, one.main_born, one.main_died)
        if on > today:
            continue
        is_held = "" in held or bool({one.reference, one.main_ref} & held)
        yield DueRecord(
            one.reference, str(one.get_route_display()), one.closed_on, on, rule.title,
            rule.code, rule.content_hash, is_held,
        )  # fmt: skip


def _may_be_due(rules: Iterable[Keeping], today: dt.date) -> Q:
    """What the database can leave out: cases that no rule makes due yet."""
    found = Q(pk__isnull=True)
    for one in rules:
        ago = add_amount(today, Amount(-one.limit.number, one.limit.unit))
        over = Q(closed_on__lte=ago)
        if one.from_birth:
            over = Q(main_born__lte=ago) | Q(main_born__isnull=True, closed_on__lte=ago)
        if one.if_died is not None:
            over |= Q(main_died__isnull=False)
        found |= Q(route__in=one.routes) & over
    return found


def _due_concerns(
    user: User,
    today: dt.date,
    rules: Sequence[Keeping],
    held: set[str],
    concerns: QuerySet[Concern],
) -> Iterator[DueRecord]:
    """Ended concerns that became no case, whose time is over."""
    led = CaseConcern.objects.filter(concern=OuterRef("reference"))
    person = ConcernPerson.objects.filter(concern=OuterRef("pk"), role__in=AT_RISK).order_by(
        "position", "pk"
    )
    rows = concerns.filter(~Exists(led), state=ConcernState.ENDED, case_reference="").annotate(
        main_ref=Subquery(person.values("subject__reference")[:1]),
        main_born=Subquery(person.values("born_on")[:1]),
        main_died=Subquery(person.values("subject__died_on")[:1]),
        next_on=_next_on(),
    )
    rows = rows.filter(
        Q(next_on__isnull=True) | Q(next_on__lte=today), _concern_may_be_due(rules, today)
    )
    found = visible(user, May.GOVERN_RECORDS, rows).only("reference", "age_group", "ended_at")
    for one in found.order_by("pk").iterator(chunk_size=AT_ONCE):
        rule = rule_of(rules, "concern", one.age_group == ADULT)
        ended = as_day(one.ended_at) if one.ended_at else None
        if rule is None or ended is None:
            continue
        on = due_on(rule, ended, one.main_born, one.main_died)
        if on > today:
            continue
        is_held = "" in held or bool({one.reference, one.main_ref} & held)
        yield DueRecord(
            one.reference, "Concern that became no case", ended, on, rule.title, rule.code,
            rule.content_hash, is_held,
        )  # fmt: skip


def _concern_may_be_due(rules: Iterable[Keeping], today: dt.date) -> Q:
    """What the database can leave out: concerns that no rule makes due yet."""
    found = Q(pk__isnull=True)
    for one in rules:
        if "concern" not in one.routes:
            continue
        ago = add_amount(today, Amount(-one.limit.number, one.limit.unit))
        over = Q(ended_at__date__lte=ago)
        if one.from_birth:
            over = Q(main_born__lte=ago) | Q(main_born__isnull=True, ended_at__date__lte=ago)
        if one.if_died is not None:
            over |= Q(main_died__isnull=False)
        found |= (Q(age_group=ADULT) if one.is_adult else ~Q(age_group=ADULT)) & over
    return found


def _due_people(
    user: User,
    today: dt.date,
    rules: Sequence[Keeping],
    held: set[str],
    people: QuerySet[Subject],
) -> Iterator[DueRecord]:
    """Records of people whom no case, no concern and nobody in one needs, whose time since they were
    begun is over. Records of one person are due together, when the youngest is."""
    rule = rule_of(rules, "person", is_adult=True)
    if rule is None:
        return
    ago = add_amount(today, Amount(-rule.limit.number, rule.limit.unit))
    rows = people.filter(~_is_named(), ~_is_near(), made_at__date__lte=ago)
    rows = rows.annotate(next_on=_next_on())
    rows = rows.filter(Q(next_on__isnull=True) | Q(next_on__lte=today))
    found = visible(user, May.GOVERN_RECORDS, rows).only("pk", "reference", "made_at")
    listed = list(found.order_by("pk"))
    kept = _kept_by_another(listed, ago)
    for one in listed:
        if one.pk in kept:
            continue
        begun = as_day(one.made_at)
        yield DueRecord(
            one.reference, "Record of a person, with nothing else", begun,
            due_on(rule, begun, None, None), rule.title, rule.code, rule.content_hash,
            bool({"", one.reference} & held),
        )  # fmt: skip


def _kept_by_another(listed: Sequence[Subject], ago: dt.date) -> set[int]:
    """Which of these were decided to be about the same person as a record that is needed still."""
    kept: set[int] = set()
    for at in range(0, len(listed), AT_ONCE):
        here = [one.pk for one in listed[at : at + AT_ONCE]]
        whole = sorted(records_of_persons(here))
        if len(whole) == len(here) and persons_of(here) == here:
            continue
        needed = Q(made_at__date__gt=ago) | _is_named() | _is_near()
        still = Subject.objects.filter(needed, pk__in=whole).values_list("pk", flat=True)
        of_needed = set(persons_of(sorted(still)))
        kept.update(
            one for one, head in zip(here, persons_of(here), strict=True) if head in of_needed
        )
    return kept


def _is_named() -> Q:
    """A case is about this person, or a concern names them."""
    cases = CaseSubject.objects.filter(subject=OuterRef("reference"))
    return Q(Exists(cases)) | Q(Exists(ConcernPerson.objects.filter(subject=OuterRef("pk"))))


def _is_near() -> Q:
    """Family or household, as it stands, of somebody whom a case or concern names."""
    this = OuterRef("pk")
    cases = CaseSubject.objects.exclude(subject="").values("subject")
    concerns = ConcernPerson.objects.filter(subject__isnull=False).values("subject")
    work = Subject.objects.filter(Q(reference__in=cases) | Q(pk__in=concerns)).values("pk")
    near = Relationship.objects.filter(
        Q(subject=this, other__in=work) | Q(other=this, subject__in=work), to_on__isnull=True
    )
    others = HouseholdMember.objects.filter(
        ~Q(subject=OuterRef("subject")),
        household=OuterRef("household"), subject__in=work, to_on__isnull=True,
    )  # fmt: skip
    home = HouseholdMember.objects.filter(Exists(others), subject=this, to_on__isnull=True)
    return Q(Exists(near)) | Q(Exists(home))


def in_others_work(number: int) -> bool:
    """Whether a person's record stands in the work done for others: a record of the same person, or
    somebody whose family or household they are, is in a case or a concern."""
    whole = records_of_persons([number])
    needed = Subject.objects.filter(_is_named() | _is_near(), pk__in=whole - {number})
    return needed.exists() or Subject.objects.filter(_is_near(), pk=number).exists()
