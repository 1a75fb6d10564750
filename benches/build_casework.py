"""Large invented casework, the same each time, written straight to the tables, for measuring only.

Nothing here goes through actions, so nothing of it is recorded: `verify` is not asked about it.

Each case has a person, the concern it came from, notes, a plan, supervision, clocks and a
referral; the first one a long file, so that long and short pages can be told apart.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import NOT_PROVIDED
from django.utils import timezone

from benches.build import _people

__all__ = ["Casework", "build_casework"]

PART = 2_000
LONG = 200
WAITING, AWAITING = 50, 20
CASES_EACH = 75
FORENAMES = ("Asha", "Ben", "Carol", "Dev", "Ewa", "Farah", "Glyn", "Hana", "Imran", "Joan")
SURNAMES = ("Marsh", "Okoro", "Pell", "Quaye", "Rowe", "Singh", "Tate", "Umar", "Vale", "Wray")
WORDS = (
    "Seen at school and alone. Talked about home and about who picks her up in the evening.",
    "Rang the school: four half days missed this month, each after a weekend.",
    "Visited. The flat was warm; two adults there whom we did not know.",
    "Went through the plan together. The family agreed the next two steps.",
)


@dataclass(frozen=True)
class Casework:
    """What was made: an account for each role by its code, and references to look at."""

    users: dict[str, Any]
    case: str
    concern: str
    person: str


class _Row:
    """What other rows need of a row: its number, and what it was made of."""

    def __init__(self, pk: int, values: dict[str, Any]) -> None:
        self.__dict__.update(values)
        self.pk = pk


def _left_out(field: Any) -> Any:
    is_made_at = getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False)
    return timezone.now() if is_made_at else field.get_default()


class _Table:
    """Rows of a model, as tuples. What a row leaves out is made ready once, where it is the same
    in every row; saving so many instances would take most of an hour."""

    def __init__(self, model: Any) -> None:
        self.fields = model._meta.concrete_fields
        self.name = model._meta.db_table
        self.pk = 0
        self.rows: list[tuple[Any, ...]] = []
        self.left_out = {
            field.name: field.get_db_prep_save(_left_out(field), connection)
            for field in self.fields
            if not callable(field.default) or field.default in (NOT_PROVIDED, list, dict)
        }
        self.made_ready: dict[Any, Any] = {}

    def add(self, values: dict[str, Any]) -> _Row:
        self.pk += 1
        row = _Row(self.pk, values)
        self.rows.append(tuple(self._value(field, values) for field in self.fields))
        return row

    def _value(self, field: Any, values: dict[str, Any]) -> Any:
        if field.primary_key:
            return self.pk
        if field.name not in values:
            if field.name in self.left_out:
                return self.left_out[field.name]
            return field.get_db_prep_save(field.get_default(), connection)
        value = values[field.name]
        if value is None or isinstance(value, str):
            return value
        if field.is_relation:
            return value.pk
        key = (field.name, value) if isinstance(value, dt.date) else None
        if key is None:
            return field.get_db_prep_save(value, connection)
        if key not in self.made_ready:
            self.made_ready[key] = field.get_db_prep_save(value, connection)
        return self.made_ready[key]

    def write(self) -> None:
        columns = ", ".join(connection.ops.quote_name(field.column) for field in self.fields)
        places = ", ".join(["%s"] * len(self.fields))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {connection.ops.quote_name(self.name)} ({columns}) "
                f"VALUES ({places})", self.rows,
            )  # fmt: skip
        self.rows = []


class _Rows:
    """Rows by model, written in the order in which models were first named."""

    def __init__(self) -> None:
        self.of: dict[type, _Table] = {}

    def add(self, model: type, **values: Any) -> Any:
        if model not in self.of:
            self.of[model] = _Table(model)
        return self.of[model].add(values)

    def write(self) -> None:
        for table in self.of.values():
            table.write()


def build_casework(count: int, today: dt.date) -> Casework:
    """`count` cases, a third of them open. The database must be migrated and empty."""
    import random

    agencies, people, _, users = _people(today, random.Random(20260301))
    home = agencies[0]
    workers = _workers(count, home, people, users)
    rows = _Rows()
    signed = list(users.values())[:2]
    for number in range(count):
        _case(rows, number, home, workers, signed, today)
        if number % PART == PART - 1:
            rows.write()
    rows.write()
    for number in range(count // WAITING + count // AWAITING):
        _waiting(rows, number, number < count // WAITING, home, today)
    rows.write()
    return Casework(users, _ref("CA", 0), _ref("CO", 0), _ref("SU", 0))


def _workers(count: int, home: Any, people: list[Any], users: dict[str, Any]) -> list[Any]:
    """Enough people of the council for some 25 open cases each, in teams of ten. The caseworker
    and the case manager who look at pages are in the first team."""
    from joinedup.access.models import Person, Team

    found = [one for one in people if one.agency_id == home.pk]
    teams = Team.objects.bulk_create(
        Team(agency=home, name=f"Casework {n}") for n in range(max(1, count // CASES_EACH // 10))
    )
    more = Person.objects.bulk_create(
        Person(name=f"{FORENAMES[n % 10]} {SURNAMES[n // 10 % 10]} of casework {n}", agency=home,
               team=teams[n // 10 % len(teams)])
        for n in range(count // CASES_EACH)
    )  # fmt: skip
    worker, manager = users["caseworker"].person, users["case_manager"].person
    for one in (worker, manager):
        one.agency, one.team = home, teams[0]
        one.save()
    return [worker, *found, *more]


def _ref(kind: str, number: int) -> str:
    return f"{kind}-2026-{number:07d}"


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 10, tzinfo=dt.UTC)


def _guard(rows: _Rows, about: str, home: Any, team: Any) -> Any:
    from joinedup.access.models import Guard

    name = "GU" + about
    return rows.add(Guard, reference=name[:24], about=about, agency=home, team=team)


def _case(
    rows: _Rows, n: int, home: Any, workers: list[Any], signed: list[Any], today: dt.date
) -> None:
    from joinedup.access.models import Involvement
    from joinedup.cases.models import Case, CaseConcern, CaseSubject
    from joinedup.subjects.models import Subject, SubjectName

    worker = workers[n % len(workers)]
    day = today - dt.timedelta(days=30 + n % 900)
    is_open = n % 3 == 0
    name = f"{FORENAMES[n % 10]} {SURNAMES[n // 10 % 10]}"
    born = today - dt.timedelta(days=365 * 9 + n % 2500)
    guard = _guard(rows, _ref("CA", n), home, worker.team)
    own = _guard(rows, _ref("SU", n), home, worker.team)
    subject = rows.add(
        Subject, reference=_ref("SU", n), guard=own, sex="f", born_on=born, source="bench",
        by_ref="bench",
    )  # fmt: skip
    rows.add(SubjectName, subject=subject, forename=name.split()[0], surname=name.split()[1])
    for of in (guard, own):
        rows.add(Involvement, guard=of, person=worker, from_on=day)
    concern = _concern(rows, n, home, worker, subject, name, born, day, signed[0])
    ended = {} if is_open else {
        "state": "closed", "close_reason": "safe", "closed_on": day + dt.timedelta(days=20),
        "closed_by": signed[0], "countersigned_by": signed[1],
    }  # fmt: skip
    case = rows.add(
        Case, reference=_ref("CA", n), guard=guard, name=name, route="child_in_need",
        lead_agency=home, lead_person=worker, team=worker.team, worker=worker, opened_on=day,
        opened_by=signed[0], why=WORDS[n % 4], has_exploitation=n % 7 == 0 and is_open, **ended,
    )  # fmt: skip
    rows.add(CaseSubject, case=case, subject=subject.reference, name=name, born_on=born,
             age="child", is_main=True)  # fmt: skip
    rows.add(CaseConcern, case=case, guard=concern.guard, concern=concern.reference,
             decided_on=day, decided_by=signed[0])  # fmt: skip
    _work(rows, n, case, guard, worker, day, is_open, signed[0])


def _work(
    rows: _Rows, n: int, case: Any, guard: Any, worker: Any, day: dt.date, is_open: bool, user: Any
) -> None:
    from joinedup.cases.models import Note, PlanItem, Session
    from joinedup.clocks.models import Clock
    from joinedup.referrals.models import Referral

    for place in range(LONG if n == 0 else 2):
        on = day + dt.timedelta(days=place % 28)
        rows.add(Note, case=case, kind="note", words=WORDS[place % 4], happened_on=on,
                 written_at=_moment(on), written_by=user)  # fmt: skip
    for place in range(LONG // 10 if n == 0 else 1):
        rows.add(
            PlanItem, reference=f"CP-{n}-{place}", case=case, words=WORDS[place % 4],
            who=worker.name, due_on=day + dt.timedelta(days=60), made_on=day,
            state="open" if is_open else "done",
            ended_on=None if is_open else day + dt.timedelta(days=19),
        )  # fmt: skip
    rows.add(Session, case=case, kind="supervision", held_on=day, with_whom=worker.name,
             words=WORDS[1], next_on=day + dt.timedelta(days=30), recorded_by=user)  # fmt: skip
    done = {} if is_open else {"outcome": "kept", "ended_on": day + dt.timedelta(days=20)}
    about = case.reference
    for kind, days in (("supervision", 30), ("case_review", 90)):
        rows.add(
            Clock, reference=f"CL-{kind[:5]}-{n}", kind=kind, about=about, guard=guard,
            rule_code=f"case.{kind}", owes_person=worker, started_on=day,
            due_on=day + dt.timedelta(days=days), **done,
        )  # fmt: skip
    result = {"state": "sent"} if is_open else {
        "state": "ended", "result": "assessment", "result_on": day + dt.timedelta(days=15),
        "decided_on": day + dt.timedelta(days=5),
    }  # fmt: skip
    referral = rows.add(
        Referral, reference=_ref("RF", n), guard=guard, about=about,
        receiver="receiver.children_social_care", receiver_hash="bench", age="child",
        parts={"worry": WORDS[0]}, channel="secure_mail", basis="basis.child_protection",
        told="told", sent_on=day, sent_at=_moment(day), sent_by=user, made_by=user, **result,
    )  # fmt: skip
    rows.add(
        Clock, reference=f"CL-refer-{n}", kind="decision", about=referral.reference, guard=guard,
        rule_code="referral.decision", owes_agency=case.lead_agency, started_on=day,
        due_on=day + dt.timedelta(days=40), **done,
    )  # fmt: skip


def _concern(
    rows: _Rows, n: int, home: Any, worker: Any, subject: Any, name: str, born: dt.date,
    day: dt.date, user: Any,
) -> Any:  # fmt: skip
    from joinedup.concerns.models import Concern, ConcernPerson, Decision, Report

    reference = _ref("CO", n)
    guard = _guard(rows, reference, home, worker.team)
    concern = rows.add(
        Concern, reference=reference, guard=guard, door="staff", state="ended", ending="case",
        received_at=_moment(day), decide_by_on=day + dt.timedelta(days=1), types=["child.neglect"],
        type_groups="|child|", age_group="child", decided_at=_moment(day), ended_at=_moment(day),
        decider=user, case_reference=_ref("CA", n),
    )  # fmt: skip
    rows.add(ConcernPerson, concern=concern, role="child", name=name, born_on=born, youngest=9,
             oldest=9, age_group="child", subject=subject)  # fmt: skip
    for place in range(LONG // 10 if n == 0 else 1):
        own = _guard(rows, f"RP-2026-{n}-{place}", home, worker.team)
        rows.add(
            Report, reference=f"RP-2026-{n}-{place}", guard=own, concern=concern,
            is_first=place == 0, door="staff", words=WORDS[place % 4], received_at=_moment(day),
            entered_by=user, agency=home,
        )  # fmt: skip
    rows.add(Decision, concern=concern, ending="case", reason=WORDS[2], decided_at=_moment(day),
             decided_by=user)  # fmt: skip
    return concern


def _waiting(rows: _Rows, n: int, is_new: bool, home: Any, today: dt.date) -> None:
    """A concern in the queue, or one that was sent on and waits for an answer."""
    from joinedup.concerns.models import Concern, ConcernPerson, Report

    reference = f"CO-2025-{n:07d}"
    guard = _guard(rows, reference, home, None)
    day = today - dt.timedelta(days=n % 5)
    sent = {} if is_new else {
        "state": "awaiting", "ending": "onward", "decided_at": _moment(day),
        "sent_at": _moment(day), "sent_children_at": _moment(day), "sent_children_place": "lives",
    }  # fmt: skip
    concern = rows.add(
        Concern, reference=reference, guard=guard, door="public", received_at=_moment(day),
        decide_by_on=day + dt.timedelta(days=1), types=["child.neglect"], type_groups="|child|",
        age_group="child", **sent,
    )  # fmt: skip
    for role in ("child", "parent"):
        rows.add(ConcernPerson, concern=concern, role=role, name=f"{FORENAMES[n % 10]} {role}",
                 age_group="unknown")  # fmt: skip
    own = _guard(rows, f"RP-2025-{n}", home, None)
    rows.add(Report, reference=f"RP-2025-{n}", guard=own, concern=concern, is_first=True,
             door="public", words=WORDS[n % 4], received_at=_moment(day))  # fmt: skip
