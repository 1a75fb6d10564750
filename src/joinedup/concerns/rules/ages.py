"""How old somebody is, from a date of birth or from words: under 18, adult, or not known.

Nobody is taken for an adult on a guess: "about 19" may be 17, and is looked after as a child.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.concerns.rules.age_words import span_of
from joinedup.referrals.choices import AgeGroup

__all__ = [
    "ADULT",
    "Age",
    "age_from",
    "age_of_record",
    "age_on",
    "group_of",
    "read_age",
    "tell_different_ages",
    "told_by_both",
    "younger_stays",
]

ADULT = 18


@dataclass(frozen=True, slots=True)
class Age:
    """The youngest and the oldest that somebody can be, in whole years."""

    youngest: int
    oldest: int

    def together(self, other: Age) -> Age:
        """Where two sources tell: everything that either of them leaves open."""
        return Age(min(self.youngest, other.youngest), max(self.oldest, other.oldest))


def age_on(born_on: dt.date, day: dt.date) -> int:
    """Whole years on a day. Somebody born on 29 February has their birthday on 1 March."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (not had_birthday)


def read_age(words: str) -> Age | None:
    """What words like "about 14", "year 9" or "early twenties" leave open; None where they say
    nothing about an age, or that nobody knows it. Nobody is older than a number that stands among
    words which may make it less ("nearly 18")."""
    found = span_of(words)
    return None if found is None else Age(*found)


def age_from(born_on: dt.date | None, words: str, is_unborn: bool, today: dt.date) -> Age | None:
    """Everything that date of birth and words leave open; None where neither says anything.

    A date of birth in the future says nothing. Where date and words contradict each other, both
    stay open.
    """
    if is_unborn:
        return Age(0, 0)
    told = read_age(words)
    if born_on is None or born_on > today:
        return told
    years = age_on(born_on, today)
    exact = Age(years, years)
    if told is None or told.youngest <= years <= told.oldest:
        return exact
    return exact.together(told)


def age_of_record(
    born_on: dt.date | None, born_year: int, age_words: str, said_on: dt.date | None, today: dt.date
) -> Age | None:
    """What a record of people leaves open: from its birthday, else the year of birth (0: not known),
    else the words said of the age on a day, to which the years since are added."""
    if born_on is not None and born_on <= today:
        years = age_on(born_on, today)
        return Age(years, years)
    if born_year:
        turned = max(today.year - born_year, 0)
        return Age(max(turned - 1, 0), turned)
    told = read_age(age_words)
    if told is None or said_on is None:
        return told
    since = max(age_on(said_on, today), 0) if said_on <= today else 0
    return Age(told.youngest + since, told.oldest + since + (said_on < today))


def told_by_both(told: Age | None, recorded: Age | None) -> Age | None:
    """The age of somebody in a concern who is tied to a record: where both agree, what both leave
    open; where they contradict each other, everything that either leaves open."""
    if told is None or recorded is None:
        return recorded if told is None else told
    if tell_different_ages(told, recorded):
        return told.together(recorded)
    return Age(max(told.youngest, recorded.youngest), min(told.oldest, recorded.oldest))


def tell_different_ages(told: Age | None, recorded: Age | None) -> bool:
    """Whether no age is left that both could mean."""
    if told is None or recorded is None:
        return False
    return told.youngest > recorded.oldest or recorded.youngest > told.oldest


def younger_stays(told: Age | None, learnt: Age | None) -> bool:
    """Whether the age of a child that was told first stays open beside what was learnt later.

    Where somebody was said to be under 18 and one person now writes down an age that may be an
    adult's, both stay open, and the rules go by the younger: a child who looks or claims to be older,
    or whom somebody else makes older, must not lose her protection by one entry. A practitioner who
    doubts an age treats the person as a child until it is settled. It is settled by two things
    together: a document that shows the age, named, and a second person who has seen it too. A
    correction to an age that is surely a child's needs neither.
    """
    return group_of(told) is AgeGroup.CHILD and group_of(learnt) is not AgeGroup.CHILD


def group_of(age: Age | None) -> AgeGroup:
    """Under 18, adult, or not known. Adult is only who cannot be younger than 18."""
    if age is None:
        return AgeGroup.UNKNOWN
    if age.youngest >= ADULT:
        return AgeGroup.ADULT
    return AgeGroup.CHILD if age.oldest < ADULT else AgeGroup.UNKNOWN
