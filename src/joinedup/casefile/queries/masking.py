"""Who and what must be left out of a copy about somebody: everybody else who is named in the same
concerns and cases, whoever reported, and what is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from joinedup.casefile.choices import Part
from joinedup.casefile.queries.chronology import Chronology
from joinedup.casefile.queries.known import ties_of
from joinedup.casefile.rules.masking import Masker
from joinedup.cases.choices import ContextKind
from joinedup.cases.models import Advocacy, CaseMember, CaseSubject, Context, FollowUp
from joinedup.concerns.choices import Door
from joinedup.concerns.models import ConcernPerson, EarlierName, Report
from joinedup.subjects.models import Address, SafeAddress, Subject, SubjectName
from joinedup.subjects.queries.linked import one_person, records_of_persons

__all__ = ["masker_for"]

AS_WRITTEN = ("safe", "safe_words")
"""What is masked line by line."""


def masker_for(found: Chronology, parts: frozenset[Part], called: str = "") -> Masker:
    """What masks the words of this chronology, for a copy with these fields, in which the person is
    `called` otherwise than by their name."""
    records = found.records.numbers
    everyone = one_person(found.records.subject.reference) or records
    ties = [one.other for one in ties_of(sorted({*everyone, *records}))]
    said: dict[str, list[str]] = {}
    for sort, name in _named(found, records, ties, _who_may_hide(found, [*everyone, *ties])):
        if name.strip():
            said.setdefault(sort, []).append(name if sort in AS_WRITTEN else " ".join(name.split()))
    workers = {one.who for one in found.events if one.who}
    own = said.get("own", [])
    given = {name for name in said.get("other", []) if name not in own}
    return Masker(
        called=called,
        own=frozenset(own),
        secrets=tuple(said.get("safe", ())),
        reporters=_reporters(said, parts),
        reporter_contacts=tuple(said.get("raiser_contact", ())),
        safe_words=tuple(said.get("safe_words", ())),
        people=() if Part.OTHERS in parts else tuple(given),
        workers=() if Part.WORKERS in parts else tuple(workers),
        hides_contacts=Part.CONTACTS not in parts,
        places=() if Part.CONTACTS in parts else tuple(said.get("home", ())),
    )


def _reporters(said: dict[str, list[str]], parts: frozenset[Part]) -> tuple[str, ...]:
    """Members of the public who reported are always left out; staff and partners unless chosen."""
    always = said.get("raiser", [])
    staff = [] if Part.REPORTERS in parts else said.get("staff", [])
    return tuple([*always, *staff])


def _who_may_hide(found: Chronology, near: Sequence[int]) -> list[int]:
    """Everybody whose safe address could stand in these words: the person, also by records that are
    closed to the reader, those near them, and those in the same cases and concerns."""
    cases = CaseSubject.objects.filter(case__in=[one.pk for one in found.cases])
    people = ConcernPerson.objects.filter(concern__in=[one.pk for one in found.concerns])
    same = Q(reference__in=cases.exclude(subject="").values("subject")) | Q(
        pk__in=people.filter(subject__isnull=False).values("subject")
    )
    beside = Subject.objects.filter(same).order_by().values_list("pk", flat=True)
    return sorted(records_of_persons([*found.records.numbers, *near, *beside]))


def _named(
    found: Chronology, records: Sequence[int], ties: Sequence[int], hidden: Sequence[int]
) -> Any:
    concerns = [one.pk for one in found.concerns]
    cases = [one.pk for one in found.cases]
    names = SubjectName.objects.order_by()
    reports = Report.objects.filter(concern__in=concerns)
    people = ConcernPerson.objects.filter(concern__in=concerns).exclude(subject__in=records)
    others = CaseSubject.objects.filter(case__in=cases, is_main=False)
    others = others.exclude(subject__in=found.records.references)
    staff = reports.filter(entered_by__isnull=False).exclude(door=Door.PHONE)
    whole = Concat(F("forename"), Value(" "), F("middle"), Value(" "), F("surname"))
    home = Concat(F("house"), Value(" "), F("street"))
    safe = SafeAddress.objects.filter(subject__in=hidden)
    first = _rows(names.filter(subject__in=records), "own", whole)
    return first.union(
        _rows(names.filter(subject__in=ties), "other", whole),
        _rows(people.filter(~Q(name="")), "other", F("name")),
        _rows(EarlierName.objects.filter(person__in=people), "other", F("name")),
        _rows(others, "other", F("name")),
        _rows(Context.objects.filter(case__in=cases).exclude(
            kind__in=[ContextKind.PLACE, ContextKind.ONLINE]), "other", F("name")),
        _rows(FollowUp.objects.filter(case__in=cases), "other", F("name")),
        _rows(Advocacy.objects.filter(case__in=cases).exclude(name=""), "other", F("name")),
        _rows(CaseMember.objects.filter(case__in=cases), "other", F("name")),
        _rows(reports.exclude(raiser_name=""), "raiser", F("raiser_name")),
        _rows(reports.exclude(raiser_contact=""), "raiser_contact", F("raiser_contact")),
        _rows(reports.exclude(safe=""), "safe_words", F("safe")),
        _rows(staff, "staff", F("entered_by__person__name")),
        _rows(safe.exclude(address=""), "safe", F("address")),
        _rows(safe.exclude(contact=""), "safe", F("contact")),
        _rows(Address.objects.filter(subject__in=[*records, *ties]).exclude(street=""), "home", home),
        all=True,
    )  # fmt: skip


def _rows(found: QuerySet[Any], sort: str, name: Any) -> QuerySet[Any]:
    words = Cast(name, TextField())
    return found.order_by().values_list(Value(sort, output_field=CharField()), words)
