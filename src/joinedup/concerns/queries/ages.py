"""How old the people of a concern are, by what was told and by the records they are tied to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from joinedup.concerns.models import ConcernPerson
from joinedup.concerns.rules.ages import (
    Age,
    age_from,
    age_of_record,
    group_of,
    tell_different_ages,
    told_by_both,
)
from joinedup.subjects.rules.dates import read_born

__all__ = ["age_of", "is_younger_open", "record_tells_another", "settle_ages", "told_of"]


def told_of(person: ConcernPerson, today: dt.date) -> Age | None:
    """What was told here of somebody's age; an age of a child told first stays open beside an older
    one until that is confirmed."""
    told = age_from(person.born_on, person.age_words, person.is_unborn, today)
    if not is_younger_open(person):
        return told
    first = age_from(person.younger_born_on, person.younger_words, False, today)
    if told is None or first is None:
        return first if told is None else told
    return told.together(first)


def is_younger_open(person: ConcernPerson) -> bool:
    """Whether an age of a child that was told first is open still."""
    is_kept = bool(person.younger_words) or person.younger_born_on is not None
    return is_kept and person.age_confirmed_by_id is None


def _recorded(person: ConcernPerson, today: dt.date) -> Age | None:
    record = person.subject
    if record is None:
        return None
    if record.expected_on is not None and record.expected_on >= today:
        return Age(0, 0)
    year = read_born(record.born_text, today).year
    return age_of_record(record.born_on, year, record.age_text, record.age_on, today)


def age_of(person: ConcernPerson, today: dt.date) -> Age | None:
    """Everything that is left open by what was told and by the record that somebody is tied to: the
    birthday of the record counts, and a contradiction stays open both ways. None where nothing says
    anything."""
    return told_by_both(told_of(person, today), _recorded(person, today))


def record_tells_another(person: ConcernPerson, today: dt.date) -> bool:
    """Whether the record that somebody is tied to contradicts the age that was told."""
    return tell_different_ages(told_of(person, today), _recorded(person, today))


def settle_ages(people: Iterable[ConcernPerson], today: dt.date) -> None:
    """Bring the ages kept with people up to what is known today. Only for use inside an action."""
    for one in people:
        age = age_of(one, today)
        low, high = (age.youngest, age.oldest) if age else (None, None)
        if (one.youngest, one.oldest, one.age_group) != (low, high, group_of(age)):
            one.youngest, one.oldest, one.age_group = low, high, group_of(age)
            one.save(update_fields=["youngest", "oldest", "age_group"])
