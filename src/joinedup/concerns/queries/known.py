"""Who is already known of the people in a concern: shown before anybody decides."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.audit.actor import By
from joinedup.concerns.choices import PersonRole
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.concerns.rules.new import is_at_risk
from joinedup.pages.dates import long_date
from joinedup.subjects.choices import Band
from joinedup.subjects.queries.known import Candidate, Known, who_is_known
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName

__all__ = ["PersonKnown", "given_of", "known_of", "known_of_one"]

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

    @property
    def is_to_choose(self) -> bool:
        """Whether somebody has to say if this is the person who is known."""
        return is_at_risk(self.person.role) and any(
            not one.is_restricted and one.band == Band.KNOWN for one in self.known.candidates
        )


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
    people = [
        one
        for one in concern.people.all()
        if one.subject_id is None
        and one.looked_up_at is None
        and (one.name or one.words or one.phone)
    ]
    return sorted(people, key=lambda one: (order.index(PersonRole(one.role)), one.pk))[:MOST]


def known_of(by: By, concern: Concern, today: dt.date) -> tuple[PersonKnown, ...]:
    """Everybody in the concern who is not tied to a record yet, with who is known. Each is recorded
    as a look-up. Nobody is looked up again of whom somebody said that no record is theirs."""
    return tuple(
        PersonKnown(one, who_is_known(by, given_of(one), today=today))
        for one in _looked_up(concern)
    )


def known_of_one(by: By, person: ConcernPerson, today: dt.date) -> Known:
    """Who may be known of one person of a concern that the reader has been let to."""
    return who_is_known(by, given_of(person), today=today)
