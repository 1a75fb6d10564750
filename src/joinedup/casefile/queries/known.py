"""What is known of somebody over all their records, and whom they belong to: one statement each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import DateField, F, QuerySet, Value
from django.db.models.functions import Cast

from joinedup.casefile.queries.rows import day_of, read_parts
from joinedup.subjects.choices import NameKind, PlaceKind, Relation
from joinedup.subjects.models import (
    Address,
    HouseholdMember,
    OnlineName,
    Phone,
    Place,
    Relationship,
    SubjectName,
    Vehicle,
)
from joinedup.subjects.rules.fields import ENDING

__all__ = ["KnownFact", "Tie", "facts_of", "ties_of"]

NONE = Cast(Value(None), DateField())
EMPTY = Value("")


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One thing known of somebody: `part` names it for the pages that change it."""

    kind: str
    number: int
    subject: int
    sort: str
    words: str
    from_on: dt.date | None
    to_on: dt.date | None
    seen_on: dt.date | None
    source: str

    @property
    def part(self) -> str:
        """How the pages that change it name it."""
        return f"{self.kind}:{self.number}"

    @property
    def may_end(self) -> bool:
        """Whether it holds from one day to another and has not ended."""
        return self.kind in ENDING and self.to_on is None


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody else whom the person belongs to. `is_mine` says that the words are said of the
    person (they are the other's parent); else the other is that of them."""

    kind: str
    number: int
    subject: int
    other: int
    relation: str
    is_mine: bool
    from_on: dt.date | None
    to_on: dt.date | None
    source: str

    @property
    def words(self) -> str:
        """The relation in words; "Lives with" for a household."""
        return "Lives with" if self.kind == "home" else str(Relation(self.relation).label)


def facts_of(records: Sequence[int]) -> list[KnownFact]:
    """Names, addresses, telephones, online names, vehicles and places of some records, those that
    hold now first."""
    facts = [_fact(row) for row in read_parts(_facts, records)]
    return sorted(facts, key=lambda one: (one.to_on is not None, one.number))


def _facts(records: Sequence[int]) -> tuple[QuerySet[Any], ...]:
    def rows(table: Any, kind: str, *columns: Any, dates: tuple[Any, Any, Any]) -> Any:
        texts = [*columns, EMPTY, EMPTY, EMPTY][:5]
        found = table.objects.filter(subject__in=records).order_by()
        given = (Value(kind), F("pk"), F("subject_id"), *texts, *dates, F("source"))
        return found.values_list(*given)

    lasting, seen = (F("from_on"), F("to_on"), NONE), (NONE, NONE, F("seen_on"))
    return (
        rows(SubjectName, "name", F("kind"), EMPTY, F("forename"), F("middle"), F("surname"),
             dates=lasting),
        rows(Address, "address", EMPTY, F("house"), F("street"), F("town"), F("postcode"),
             dates=lasting),
        rows(Phone, "phone", EMPTY, F("given"), dates=lasting),
        rows(OnlineName, "online", EMPTY, F("service"), F("handle"), dates=(NONE, NONE, NONE)),
        rows(Vehicle, "vehicle", EMPTY, F("words"), F("plate"), dates=seen),
        rows(Place, "place", F("kind"), F("name"), F("town"), F("postcode"), dates=seen),
    )  # fmt: skip


def _fact(row: tuple[Any, ...]) -> KnownFact:
    kind, number, subject, sort, *texts, began, ended, seen, source = row
    from_on, to_on, seen_on = day_of(began), day_of(ended), day_of(seen)
    said = [one for one in texts if one]
    words = " ".join(said) if kind == "name" else ", ".join(said)
    if kind == "address" and texts[0]:
        words = ", ".join([f"{texts[0]} {texts[1]}".strip(), *(one for one in texts[2:] if one)])
    if kind == "online":
        service, name = texts[0], texts[1]
        is_said = name.casefold().startswith(service.casefold())
        words = name if is_said or not service else f"{service}: {name}"
    labels: Mapping[str, Any] = {"name": NameKind, "place": PlaceKind}
    shown = str(labels[kind](sort).label) if kind in labels else ""
    return KnownFact(kind, number, subject, shown, words, from_on, to_on, seen_on, source)


def ties_of(records: Sequence[int]) -> list[Tie]:
    """Relationships from and to some records, and who lives in the same households; those that hold
    now first."""
    ties = [
        Tie(kind, number, own, other, relation, bool(side), day_of(from_on), day_of(to_on), source)
        for kind, number, own, other, relation, side, from_on, to_on, source in read_parts(
            _ties, records
        )
    ]
    return sorted(ties, key=lambda one: (one.to_on is not None, one.kind == "tie", one.number))


def _ties(records: Sequence[int]) -> tuple[QuerySet[Any], ...]:
    mine = Relationship.objects.filter(subject__in=records).exclude(other__in=records)
    theirs = Relationship.objects.filter(other__in=records).exclude(subject__in=records)
    homes = HouseholdMember.objects.filter(subject__in=records)
    others = HouseholdMember.objects.filter(household__in=homes.values("household")).exclude(
        subject__in=records
    )
    dates = (F("from_on"), F("to_on"), F("source"))

    def rows(found: Any, kind: str, own: Any, other: Any, relation: Any, side: int) -> Any:
        given = (Value(kind), F("pk"), own, other, relation, Value(side), *dates)
        return found.order_by().values_list(*given)

    return (
        rows(mine, "tie", F("subject_id"), F("other_id"), F("relation"), 1),
        rows(theirs, "tie", F("other_id"), F("subject_id"), F("relation"), 0),
        rows(others, "home", F("subject_id"), F("subject_id"), EMPTY, 1),
    )
