"""What those who govern records read: what is due, held, asked for, erased. No words of a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import open_record, reach_of, visible
from joinedup.audit.actor import By
from joinedup.casefile.models import AccessRequest, Erasure, LegalHold, RetentionReview
from joinedup.casefile.queries.limits import keeping_on
from joinedup.casefile.rules.retention import Keeping, due_on, rule_of
from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, CaseConcern, CaseSubject
from joinedup.concerns.choices import ConcernState, PersonRole
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.pages.dates import as_day
from joinedup.rulebook.entry import Amount
from joinedup.rulebook.working_days import add_amount
from joinedup.subjects.choices import Verdict
from joinedup.subjects.models import HouseholdMember, Link, Relationship, Subject

__all__ = [
    "DueRecord",
    "due_records",
    "erased_records",
    "erasure_to",
    "erasures_waiting",
    "holds_now",
    "is_held",
    "needed_by_others",
    "record_to_keep",
    "request_to",
    "requests_for",
]

MOST = 200
ADULT = "adult"
AT_RISK = (PersonRole.CHILD, PersonRole.ADULT)


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
    over and no review keeps longer; those due longest first."""
    main = CaseSubject.objects.filter(case=OuterRef("pk"), is_main=True)
    subject = Subject.objects.filter(reference=OuterRef("main_ref"))
    reviewed = RetentionReview.objects.filter(about=OuterRef("reference")).order_by("-pk")
    rows = Case.objects.filter(state=CaseState.CLOSED, closed_on__isnull=False).annotate(
        main_ref=Subquery(main.values("subject")[:1]),
        main_age=Subquery(main.values("age")[:1]),
        main_born=Subquery(main.values("born_on")[:1]),
        main_died=Subquery(subject.values("died_on")[:1]),
        next_on=Subquery(reviewed.values("next_on")[:1]),
    )
    rules = keeping_on(today)
    rows = rows.filter(Q(next_on__isnull=True) | Q(next_on__lte=today), _may_be_due(rules, today))
    found = visible(user, May.GOVERN_RECORDS, rows).order_by("closed_on", "pk")
    held = _held()
    due = []
    for one in found.iterator(chunk_size=500):
        rule = rule_of(rules, one.route, one.main_age == ADULT)
        if rule is None or one.closed_on is None:
            continue
        on = due_on(rule, one.closed_on, one.main_born, one.main_died)
        if on > today:
            continue
        is_held = "" in held or bool({one.reference, one.main_ref} & held)
        due.append(
            DueRecord(
                one.reference, str(one.get_route_display()), one.closed_on, on, rule.title,
                rule.code, rule.content_hash, is_held,
            )
        )  # fmt: skip
        if len(due) == MOST:
            break
    due += [*_due_concerns(user, today, rules, held), *_due_people(user, today, rules, held)]
    return sorted(due, key=lambda one: (one.due_on, one.reference))[:MOST]


def _due_concerns(
    user: User, today: dt.date, rules: Iterable[Keeping], held: set[str]
) -> list[DueRecord]:
    """Ended concerns that became no case, whose time is over."""
    led = CaseConcern.objects.filter(concern=OuterRef("reference"))
    person = ConcernPerson.objects.filter(concern=OuterRef("pk"), role__in=AT_RISK).order_by(
        "position", "pk"
    )
    reviewed = RetentionReview.objects.filter(about=OuterRef("reference")).order_by("-pk")
    rows = Concern.objects.filter(~Exists(led), state=ConcernState.ENDED, case_reference="")
    rows = rows.annotate(
        main_ref=Subquery(person.values("subject__reference")[:1]),
        main_born=Subquery(person.values("born_on")[:1]),
        main_died=Subquery(person.values("subject__died_on")[:1]),
        next_on=Subquery(reviewed.values("next_on")[:1]),
    ).filter(Q(next_on__isnull=True) | Q(next_on__lte=today), _concern_may_be_due(rules, today))
    found = visible(user, May.GOVERN_RECORDS, rows).order_by("ended_at", "pk")[:MOST]
    due = []
    for one in found:
        rule = rule_of(rules, "concern", one.age_group == ADULT)
        ended = as_day(one.ended_at) if one.ended_at else None
        if rule is None or ended is None:
            continue
        on = due_on(rule, ended, one.main_born, one.main_died)
        if on > today:
            continue
        is_held = "" in held or bool({one.reference, one.main_ref} & held)
        due.append(
            DueRecord(
                one.reference, "Concern that became no case", ended, on, rule.title, rule.code,
                rule.content_hash, is_held,
            )
        )  # fmt: skip
    return due


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
        found |= (Q(age_group=ADULT) if one.is_adult else ~Q(age_group=ADULT)) & over
    return found


def _due_people(
    user: User, today: dt.date, rules: Iterable[Keeping], held: set[str]
) -> list[DueRecord]:
    """Records of people whom no case, no concern and nobody else's record names, whose time since
    they were begun is over."""
    named = CaseSubject.objects.filter(subject=OuterRef("reference"))
    inside = ConcernPerson.objects.filter(subject=OuterRef("pk"))
    related = Relationship.objects.filter(Q(subject=OuterRef("pk")) | Q(other=OuterRef("pk")))
    reviewed = RetentionReview.objects.filter(about=OuterRef("reference")).order_by("-pk")
    rows = Subject.objects.filter(
        ~Exists(named), ~Exists(inside), ~Exists(related), ~needed_by_others()
    )
    rows = rows.annotate(next_on=Subquery(reviewed.values("next_on")[:1]))
    rule = rule_of(rules, "person", is_adult=True)
    if rule is None:
        return []
    ago = add_amount(today, Amount(-rule.limit.number, rule.limit.unit))
    rows = rows.filter(Q(next_on__isnull=True) | Q(next_on__lte=today), made_at__date__lte=ago)
    found = visible(user, May.GOVERN_RECORDS, rows).order_by("made_at", "pk")[:MOST]
    due = []
    for one in found:
        begun = as_day(one.made_at)
        due.append(
            DueRecord(
                one.reference, "Record of a person, with nothing else", begun,
                due_on(rule, begun, None, None), rule.title, rule.code, rule.content_hash,
                bool({"", one.reference} & held),
            )
        )  # fmt: skip
    return due


def needed_by_others() -> Q:
    """Which records of people stand in others' work: those decided to be the same person as
    another, and family or household, as it stands, of somebody whom a case or concern names."""
    this = OuterRef("pk")
    same = Link.objects.filter(
        Q(first=this) | Q(second=this), verdict=Verdict.SAME, ended__isnull=True
    )
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
    return Q(Exists(same)) | Q(Exists(near)) | Q(Exists(home))


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


def _held() -> set[str]:
    return set(LegalHold.objects.filter(ended_on__isnull=True).values_list("about", flat=True))


def is_held(references: Iterable[str]) -> bool:
    """Whether a hold stands on one of these records, or on everything."""
    rows = LegalHold.objects.filter(ended_on__isnull=True)
    return bool(rows.filter(about__in=["", *references]).exists())


def holds_now(user: User) -> QuerySet[LegalHold]:
    """Holds that stand on everything or on records that this reader governs, newest first."""
    rows = LegalHold.objects.filter(ended_on__isnull=True).select_related("set_by__person")
    inside = reach_of(user, May.GOVERN_RECORDS, "guard", "about")
    if inside is None:
        return rows.none()
    return rows.filter(inside | Q(guard__isnull=True)).order_by("-from_on", "-pk")


def record_to_keep(by: By, reference: str) -> Any:
    """A case, a concern, or the record of a person, for those who govern records, recorded as
    opened: they see that it is there, not what it says. Raises Refused."""
    table: type[Any] = {"SU": Subject, "CO": Concern}.get(reference[:2], Case)
    return open_record(by, May.GOVERN_RECORDS, table.objects.all(), {"reference": reference})


def erasures_waiting(user: User) -> QuerySet[Erasure]:
    """Erasures that wait for a second person, oldest first."""
    rows = Erasure.objects.filter(answered_at__isnull=True).select_related("asked_by__person")
    seen = visible(user, May.GOVERN_RECORDS, rows, item="about")
    return seen.order_by("asked_at", "pk")


def erasure_to(by: By, reference: str) -> Erasure:
    """One erasure, for those who govern records. Raises Refused."""
    rows = Erasure.objects.select_related("asked_by__person", "answered_by__person")
    return open_record(by, May.GOVERN_RECORDS, rows, {"reference": reference}, item="about")


def erased_records() -> list[Erasure]:
    """The register of records that were erased, newest first. For the page of erasures."""
    rows = Erasure.objects.filter(erased_at__isnull=False)
    return list(
        rows.select_related("asked_by__person", "answered_by__person").order_by("-erased_at")[:500]
    )


def requests_for(user: User) -> QuerySet[AccessRequest]:
    """Requests to see records: those to be answered first, by their day."""
    seen = visible(user, May.GOVERN_RECORDS, AccessRequest.objects.all(), item="about")
    return seen.order_by("-made_at", "due_on", "pk")


def request_to(by: By, reference: str) -> AccessRequest:
    """One request, for those who govern records; recorded as opened. Raises Refused."""
    rows = AccessRequest.objects.select_related("asked_by__person", "made_by__person")
    return open_record(by, May.GOVERN_RECORDS, rows, {"reference": reference}, item="about")
