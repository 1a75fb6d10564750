"""A report as it is handed in, by whatever door, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from joinedup.concerns.choices import Allegation, Danger, Door, MailWay, PersonRole
from joinedup.concerns.rules.ages import Age, age_from
from joinedup.pages.dates import long_date

__all__ = [
    "AT_RISK",
    "LONGEST_WORDS",
    "Kept",
    "NewConcern",
    "NewFile",
    "NewPerson",
    "Raiser",
    "Telephoned",
    "faults",
    "is_at_risk",
]

LONGEST_WORDS = 20_000
AT_RISK = frozenset({PersonRole.CHILD, PersonRole.ADULT})


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody in a concern, as far as known: "girl called K, about 14" is enough.

    `lives` and `found` are places in words. `works_with` says that an allegation is about this
    person. `person` is the reference of somebody of the staff list, `subject` of a record of
    people; both may be empty.
    """

    role: PersonRole
    name: str = ""
    words: str = ""
    age_words: str = ""
    born_on: dt.date | None = None
    is_unborn: bool = False
    lives: str = ""
    found: str = ""
    phone: str = ""
    works_with: Allegation = Allegation.NONE
    person: str = ""
    subject: str = ""

    def age(self, today: dt.date) -> Age | None:
        """What date of birth and words leave open. The role says nothing about an age: children are
        taken for adults too easily."""
        return age_from(self.born_on, self.age_words, self.is_unborn, today)

    def as_given(self) -> dict[str, str]:
        """Who, how old and where, in the words of whoever reported: what they see again."""
        born = long_date(self.born_on) if self.born_on else ""
        age = "Not born yet" if self.is_unborn else ", ".join(filter(None, [born, self.age_words]))
        who = ", ".join(one.strip() for one in (self.name, self.words) if one.strip())
        where = self.lives.strip() or self.found.strip()
        return {"who": who, "age": age.strip(), "where": where}


@dataclass(frozen=True, slots=True)
class Raiser:
    """Who reports. All empty: somebody who did not say. `safe` is how it is safe to make contact,
    in their words, `knows` how they come to know of it."""

    name: str = ""
    contact: str = ""
    safe: str = ""
    knows: str = ""
    wants_news: bool = True
    mail: MailWay = MailWay.NONE

    @property
    def is_anonymous(self) -> bool:
        """Whether nothing says who they are."""
        return not (self.name.strip() or self.contact.strip())


@dataclass(frozen=True, slots=True)
class Telephoned:
    """A telephone call that somebody has made already: whom, when, and their reference."""

    to: str
    at: dt.datetime
    their_reference: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that the language guard asked about and the writer kept, with the reason."""

    text: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that comes with a report: its name as given, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class NewConcern:
    """A report. Only `door` and `words` are needed; a worried person is never stopped by a box.

    `types` are codes of the rule book, `source` the code of a source of reports, `told` whether
    the person or a parent knows of it, `old_reference` that of an older system, `once` the mark of
    the form it was written on: the same form sent twice is taken once; `danger` what was said of this moment.
    """

    door: Door
    words: str
    types: tuple[str, ...] = ()
    people: tuple[NewPerson, ...] = ()
    source: str = ""
    where: str = ""
    told: str = ""
    raiser: Raiser = field(default_factory=Raiser)
    telephoned: Telephoned | None = None
    old_reference: str = ""
    received_on: dt.date | None = None
    kept: tuple[Kept, ...] = ()
    files: tuple[NewFile, ...] = ()
    once: str = ""
    danger: Danger = Danger.NONE


def is_at_risk(role: str) -> bool:
    """Whether a role is that of somebody who may be harmed."""
    return role in AT_RISK


def faults(new: NewConcern, known_types: frozenset[str], today: dt.date) -> list[tuple[str, str]]:
    """(field, code) of what cannot be taken as it is. Codes: "empty", "too_long", "type", "unborn",
    "future", "subject_of_allegation"."""
    found = []
    if not new.words.strip():
        found.append(("words", "empty"))
    if len(new.words) > LONGEST_WORDS:
        found.append(("words", "too_long"))
    if set(new.types) - known_types:
        found.append(("types", "type"))
    for one in new.people:
        if one.is_unborn and one.born_on is not None:
            found.append(("people", "unborn"))
        if one.born_on is not None and one.born_on > today:
            found.append(("people", "future"))
        if one.works_with and one.role in AT_RISK:
            found.append(("people", "subject_of_allegation"))
    if new.received_on is not None and new.received_on > today:
        found.append(("received_on", "future"))
    return found
