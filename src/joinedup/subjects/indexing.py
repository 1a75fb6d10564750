"""Keys and sketches of one record, written in the record's own transaction."""

from __future__ import annotations

from django.utils import timezone

from joinedup.subjects.models import Key, Sketch, Subject
from joinedup.subjects.rules.dates import Born, read_born
from joinedup.subjects.rules.described import Described, as_text, from_text
from joinedup.subjects.rules.given import (
    Given,
    GivenAddress,
    GivenName,
    GivenPlace,
    GivenVehicle,
    as_described,
)
from joinedup.subjects.rules.keys import keys_of
from joinedup.subjects.rules.telling import with_words

__all__ = ["described_of", "index"]


def described_of(subject: Subject) -> Described:
    """A record as it stands in its rows. A safe address is no part of it."""
    today = timezone.localdate()
    given = Given(
        description=subject.description,
        names=tuple(
            GivenName(one.forename, one.middle, one.surname) for one in subject.names.order_by("pk")
        ),
        age=subject.age_text,
        sex=subject.sex,
        addresses=tuple(
            GivenAddress(one.house, one.street, one.town, one.postcode)
            for one in subject.addresses.order_by("pk")
        ),
        phones=tuple(one.given for one in subject.phones.order_by("pk")),
        online=tuple(one.handle for one in subject.online_names.order_by("pk")),
        vehicles=tuple(
            GivenVehicle(one.plate, one.words) for one in subject.vehicles.order_by("pk")
        ),
        places=tuple(GivenPlace(one.name, one.town) for one in subject.places.order_by("pk")),
    )
    born = subject.born_on
    known = Born(born.year, born.month, born.day) if born else read_born(subject.born_text, today)
    return as_described(with_words(given), today, subject.age_on, known)


def index(subject: Subject) -> Described:
    """Write the keys and the sketch of a record again, as its rows stand now."""
    of = described_of(subject)
    before = Sketch.objects.filter(subject=subject).first()
    wanted = set(keys_of(of))
    there = set(keys_of(from_text(before.body))) if before else set()
    if there - wanted:
        Key.objects.filter(subject=subject, value__in=there - wanted).delete()
    Key.objects.bulk_create([Key(value=one, subject=subject) for one in sorted(wanted - there)])
    Sketch.objects.update_or_create(subject=subject, defaults={"body": as_text(of)})
    return of
