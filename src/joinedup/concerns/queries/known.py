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

__all__ = ["PersonKnown", "given_of", "known_of", "known_of_one", "matches_before_deciding"]

MOST = 40
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
        """Whether somebody has to say if this is the person who is known: not where they said it."""
        if _is_answered(self.person) or not is_at_risk(self.person.role):
            return False
        return any(
            not one.is_restricted and one.band == Band.KNOWN for one in self.known.candidates
        )


def given_of(person: ConcernPerson) -> Given:
    """Somebody in a concern, as records of people take it."""
    names = (GivenName.whole(person.name, kind="name"),) if person.name else ()
    places = [GivenAddress.whole(one) for one in (person.lives, person.found) if one]
    return Given(
        description=person.words,
        names=names,
        born=long_date(person.born_on) if person.born_on else "",
        age="" if person.is_unborn else person.age_words,
        addresses=tuple(places),
        phones=(person.phone,) if person.phone else (),
    )


def _is_answered(person: ConcernPerson) -> bool:
    """Whether somebody said which record is theirs, or that none of those found is."""
    return person.subject_id is not None or person.looked_up_at is not None


def _described(concern: Concern) -> list[ConcernPerson]:
    order = list(PersonRole)
    people = [one for one in concern.people.all() if one.name or one.words or one.phone]
    return sorted(people, key=lambda one: (order.index(PersonRole(one.role)), one.pk))


def known_of(by: By, concern: Concern, today: dt.date) -> tuple[PersonKnown, ...]:
    """Everybody in the concern who is not tied to a record yet, with who is known. Each is recorded
    as a look-up. Nobody is looked up again of whom somebody said that no record is theirs."""
    people = [one for one in _described(concern) if not _is_answered(one)][:MOST]
    return tuple(PersonKnown(one, known_of_one(by, one, today)) for one in people)


def matches_before_deciding(by: By, concern: Concern, today: dt.date) -> tuple[PersonKnown, ...]:
    """Everybody in the concern with who is known, each recorded as a look-up: also those tied to a
    record, or of whom somebody said that no record is theirs. Whoever said so could not see a match
    that is restricted."""
    return tuple(PersonKnown(one, known_of_one(by, one, today)) for one in _described(concern))


def known_of_one(by: By, person: ConcernPerson, today: dt.date) -> Known:
    """Who may be known of one person of a concern that the reader has been let to."""
    return who_is_known(by, given_of(person), today=today)
