"""Records about people: begin one, add what becomes known."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard, Involvement, Team
from joinedup.access.permission import check_any, may_touch
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.subjects.choices import NameKind, PlaceKind, Sex, SubjectKind
from joinedup.subjects.indexing import index
from joinedup.subjects.models import (
    Address,
    OnlineName,
    Phone,
    Place,
    Subject,
    SubjectName,
    Vehicle,
)
from joinedup.subjects.rules.contacts import handle, number, plate
from joinedup.subjects.rules.dates import read_born
from joinedup.subjects.rules.given import Given
from joinedup.subjects.writing import held

__all__ = ["add_by_hand", "add_known", "add_subject"]


@action
def add_subject(
    by: By,
    given: Given,
    *,
    today: dt.date,
    agency: Agency | None = None,
    team: Team | None = None,
    may: May = May.WORK_CASES,
    kind: SubjectKind = SubjectKind.PERSON,
) -> Subject:
    """Begin a record of somebody, however little is known. It belongs to the agency (and team)
    given, else to that of whoever adds it, else to the council itself.

    `may` is what the caller's action asks for: triage adds people under its own permission. Raises
    Problem where nothing at all is said, and for an unborn child with a date of birth.
    """
    check_any(by, may)
    _is_something(given)
    born = read_born(given.born, today)
    if given.expected_on and given.born.strip():
        raise Problem("An unborn child has no date of birth. Leave one of the two out.", "born")
    owner = agency or _agency_of(by)
    guard = Guard.objects.create(about="", agency=owner, team=team)
    made = Subject.objects.create(
        guard=guard,
        kind=kind,
        description=given.description.strip(),
        sex=given.sex if given.sex in Sex.values else "",
        born_on=born.as_date(),
        born_text="" if born.is_whole else given.born.strip()[:60],
        expected_on=given.expected_on,
        age_text=given.age.strip()[:60],
        age_on=today if given.age.strip() else None,
        their_ref=given.their_ref.strip()[:80],
        source=given.source.strip()[:200],
        by_ref=by.ref,
    )
    guard.about = made.reference
    guard.save(update_fields=["about"])
    _write_known(made, given)
    index(made)
    record(by, "subjects.add", made.reference)
    return made


@action
def add_by_hand(
    by: By, given: Given, *, today: dt.date, kind: SubjectKind = SubjectKind.PERSON
) -> Subject:
    """Begin a record of a person, a place or a vehicle on a page, after looking who is known. It
    belongs to the team of whoever adds it, and they work on it from today where they could not read
    it otherwise. Raises Problem as `add_subject` does."""
    check_any(by, May.WORK_CASES)
    person = by.user.person if by.kind == ByKind.USER else None
    made = add_subject(by, given, today=today, team=person.team if person else None, kind=kind)
    if person and not may_touch(by.user, May.READ_CASES, made.guard_id, made.reference):
        Involvement.objects.create(guard=made.guard, person=person, from_on=today)
    record(by, "subjects.add_by_hand", made.reference, kind=str(kind))
    return made


@action
def add_known(by: By, reference: str, given: Given, *, may: May = May.WORK_CASES) -> Subject:
    """Add names, addresses, numbers, online names, vehicles and places to a record. What stood
    there stays. Raises Problem where nothing is said."""
    subject = held(by, reference, may)
    rows = (given.names, given.addresses, given.phones, given.online, given.vehicles, given.places)
    if not any(rows):
        raise Problem("Say at least one thing that is known of this person.")
    _write_known(subject, given)
    index(subject)
    record(by, "subjects.add_known", subject.reference, count=sum(len(one) for one in rows))
    return subject


def _is_something(given: Given) -> None:
    parts = (given.description.strip(), given.names, given.addresses, given.phones, given.online,
             given.vehicles, given.places, given.expected_on)  # fmt: skip
    if not any(parts):
        raise Problem(
            "Say something about this person: a name, or words such as “girl called K, Ford van”.",
            "description",
        )


def _agency_of(by: By) -> Agency:
    if by.kind == ByKind.USER:
        found: Agency = by.user.person.agency
        return found
    return Agency.objects.get(is_home=True)


def _write_known(subject: Subject, given: Given) -> None:
    source = given.source.strip()[:200]
    for name in given.names:
        if name.forename or name.middle or name.surname:
            SubjectName.objects.create(
                subject=subject, kind=NameKind(name.kind), forename=name.forename.strip()[:120],
                middle=name.middle.strip()[:120], surname=name.surname.strip()[:120],
                source=name.source or source,
            )  # fmt: skip
    for home in given.addresses:
        Address.objects.create(
            subject=subject, house=home.house.strip()[:80], street=home.street.strip()[:120],
            town=home.town.strip()[:80], postcode=home.postcode.strip()[:10],
            uprn=home.uprn.strip()[:12], source=home.source or source,
        )  # fmt: skip
    for one in given.phones:
        Phone.objects.create(
            subject=subject, number=number(one), given=one.strip()[:40], source=source
        )
    for one in given.online:
        OnlineName.objects.create(
            subject=subject, service=_service(one), handle=one.strip()[:120], source=source
        )
    for car in given.vehicles:
        Vehicle.objects.create(
            subject=subject, plate=plate(car.plate) or car.plate.strip()[:12],
            words=car.words.strip()[:200], seen_on=car.seen_on, source=car.source or source,
        )  # fmt: skip
    for place in given.places:
        Place.objects.create(
            subject=subject, kind=PlaceKind(place.kind), name=place.name.strip()[:200],
            town=place.town.strip()[:80], postcode=place.postcode.strip()[:10],
            seen_on=place.seen_on, source=place.source or source,
        )  # fmt: skip


def _service(text: str) -> str:
    """The service that was named before an online name: "Snapchat: jay" → "Snapchat"."""
    before, colon, _ = text.partition(":")
    return before.strip()[:60] if colon and handle(text) and "/" not in before else ""
