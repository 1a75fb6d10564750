"""Who is already known of the people in a concern: shown before anybody decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.access.models import User
from joinedup.audit.actor import By
from joinedup.concerns.choices import PersonRole
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.pages.dates import long_date
from joinedup.subjects.queries.known import Candidate, Known, hides_a_match, who_is_known
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName

__all__ = ["PersonKnown", "given_of", "hides_any_match", "known_of"]

MOST = 6
"""People of one concern who are looked up; those at risk come first."""


@dataclass(frozen=True, slots=True)
class PersonKnown:
    """Somebody in a concern and the records that may be about them."""

    person: ConcernPerson
    known: Known

    @property
    def restricted(self) -> tuple[Candidate, ...]:
        """Matches that the reader may not open: they name only the post to speak to."""
        return tuple(one for one in self.known.candidates if one.is_restricted)


def given_of(person: ConcernPerson) -> Given:
    """Somebody in a concern, as records of people take it."""
    names = (GivenName.whole(person.name, kind="name"),) if person.name else ()
    places = [GivenAddress(street=one) for one in (person.lives, person.found) if one]
    return Given(
        description=person.words,
        names=names,
        born=long_date(person.born_on) if person.born_on else "",
        age="" if person.is_unborn else person.age_words,
        addresses=tuple(places),
        phones=(person.phone,) if person.phone else (),
    )


def _looked_up(concern: Concern) -> list[ConcernPerson]:
    order = list(PersonRole)
    people = concern.people.filter(subject__isnull=True).exclude(name="", words="", phone="")
    return sorted(people, key=lambda one: (order.index(PersonRole(one.role)), one.pk))[:MOST]


def known_of(by: By, concern: Concern, today: dt.date) -> tuple[PersonKnown, ...]:
    """Everybody in the concern who is not tied to a record yet, with who is known. Each is recorded
    as a look-up."""
    return tuple(
        PersonKnown(one, who_is_known(by, given_of(one), today=today))
        for one in _looked_up(concern)
    )


def hides_any_match(user: User, people: Iterable[ConcernPerson], today: dt.date) -> bool:
    """Whether a conflict of interest of this reader closes a record that may be about one of them:
    then the concern is for somebody else. Never shown to the reader."""
    return any(hides_a_match(user, given_of(one), today=today) for one in people)
