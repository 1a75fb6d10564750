"""Who is spoken of: ages, children, and those who harm, as far as one sentence tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from joinedup.language.terms import compiled, data

__all__ = ["Cast", "Subject", "cast_of", "subject_before"]

ADULT = 18
_WORDS = {name: str(words) for name, words in data("people").items()}
_AGES = re.compile(_WORDS["ages"], re.IGNORECASE)
_SCHOOL_YEAR = re.compile(_WORDS["school_year"], re.IGNORECASE)
_CHILD, _ADULT, _OLDER = (compiled(_WORDS[name]) for name in ("child", "adult", "older"))
_WORD = re.compile(
    "|".join(rf"\b(?P<{name}>{_WORDS[name]})\b" for name in ("harmer", "org", "somebody")),
    re.IGNORECASE,
)
_CLAUSE = re.compile(_WORDS["clause"], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cast:
    """What a text tells of the people in it."""

    has_child: bool
    has_adult: bool
    has_older: bool
    ages: tuple[int, ...]

    @property
    def has_gap(self) -> bool:
        """A child beside somebody grown up, or two ages with years between."""
        young = [age for age in self.ages if age < ADULT]
        old = [age for age in self.ages if age >= ADULT]
        if young and old:
            return max(old) - min(young) >= 3 or min(young) < 16
        if young or self.has_child:
            return self.has_older or bool(old)
        return False

    @property
    def has_only_adults(self) -> bool:
        """Ages are told, and every one is grown up."""
        return bool(self.ages) and all(age >= ADULT for age in self.ages) and not self.has_child


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does what a phrase says: harmer, org, somebody or nobody named."""

    kind: str
    word: str


def cast_of(text: str) -> Cast:
    """Ages, school years and words for people. School years and ages under 18 are children."""
    ages = []
    for match in _AGES.finditer(text):
        age = int(next(one for one in match.groups() if one))
        if 3 <= age <= 90:
            ages.append(age)
    has_child = bool(_CHILD.search(text) or _SCHOOL_YEAR.search(text)) or any(
        a < ADULT for a in ages
    )
    return Cast(has_child, bool(_ADULT.search(text)), bool(_OLDER.search(text)), tuple(ages))


def subject_before(sentence: str, start: int) -> Subject:
    """The nearest person or body before a place, in its clause first, then in the sentence."""
    before = sentence[:start]
    cuts = [match.end() for match in _CLAUSE.finditer(before)]
    for begin in ([cuts[-1]] if cuts else []) + [0]:
        found = list(_WORD.finditer(before, begin))
        if found:
            last = found[-1] if begin else found[0]
            return Subject(str(last.lastgroup), last.group().lower())
    return Subject("nobody", "")
