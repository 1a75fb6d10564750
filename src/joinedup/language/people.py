"""Who is spoken of: ages, children, victims and those who harm, as far as a few sentences tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from joinedup.language.terms import compiled, data

__all__ = ["Cast", "Subject", "are_peers", "cast_of", "is_he_who_harms", "subject_before"]

ADULT, CHILD, YOUNGEST, OLDEST = 18, 16, 3, 90
_WORDS = {name: str(words) for name, words in data("people").items()}
_AGES = re.compile(_WORDS["ages"], re.IGNORECASE)
_SCHOOL_YEAR = re.compile(_WORDS["school_year"], re.IGNORECASE)
_CHILD, _ADULT, _OLDER, _ABUSE, _PERSON = (
    compiled(_WORDS[name]) for name in ("child", "adult", "older", "abuse", "person")
)
_NO_ABUSE = re.compile(
    r"\b(?:no|not|without|nil) (?:\w+ )?(?:violence|injur\w+|fear|threats?|abuse|assault)"
)
_WORD = re.compile(
    "|".join(rf"\b(?P<{name}>{_WORDS[name]})\b" for name in ("harmer", "org", "other", "somebody")),
    re.IGNORECASE,
)
_CLAUSE, _OBJECT, _PEERS, _TOGETHER, _SHE, _BOY, _SUSPECT, _HE = (
    re.compile(_WORDS[name], re.IGNORECASE)
    for name in ("clause", "object", "peers", "together", "she", "boy", "suspect", "he")
)


@dataclass(frozen=True, slots=True)
class Cast:
    """What a text tells of the people in it."""

    has_child: bool
    has_adult: bool
    has_older: bool
    has_abuse: bool
    has_suspect: bool
    has_person: bool
    ages: tuple[int, ...]

    @property
    def has_gap(self) -> bool:
        """A child beside somebody grown up, or two ages with years between."""
        young = [age for age in self.ages if age < ADULT]
        old = [age for age in self.ages if age >= ADULT]
        if young and old:
            return max(old) - min(young) >= 3 or min(young) < CHILD
        if young or self.has_child:
            return self.has_older or bool(old)
        return False

    @property
    def has_only_adults(self) -> bool:
        """Ages are told, and every one is grown up."""
        return bool(self.ages) and all(age >= ADULT for age in self.ages) and not self.has_child


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does what a phrase says: harmer, org, other (an adult or a thing), somebody or nobody."""

    kind: str
    word: str


def cast_of(text: str) -> Cast:
    """Ages, school years and words for people. School years and ages under 18 are children."""
    ages = [int(age) for age in _AGES.findall(text) if YOUNGEST <= int(age) <= OLDEST]
    return Cast(
        has_child=bool(_CHILD.search(text) or _SCHOOL_YEAR.search(text))
        or any(age < ADULT for age in ages),
        has_adult=bool(_ADULT.search(text)),
        has_older=bool(_OLDER.search(text)),
        has_abuse=bool(_ABUSE.search(_NO_ABUSE.sub("", text))),
        has_suspect=bool(_SUSPECT.search(text)),
        has_person=bool(ages or _PERSON.search(text)),
        ages=tuple(ages),
    )


def are_peers(text: str, cast: Cast) -> bool:
    """Whether two children of about one age are spoken of, and what they are to each other."""
    if any(age >= ADULT for age in cast.ages) or not _TOGETHER.search(text):
        return False
    is_near = len(cast.ages) > 1 and max(cast.ages) - min(cast.ages) <= 2 and not cast.has_older
    return is_near or bool(_PEERS.search(text))


def subject_before(sentence: str, start: int) -> Subject:
    """The nearest person or body before a place, in its clause first, then in the sentence."""
    before = sentence[:start]
    cuts = [match.end() for match in _CLAUSE.finditer(before)]
    finish = len(before)
    for begin in [*reversed(cuts), 0]:
        found = [
            one
            for one in _WORD.finditer(before, begin, finish)
            if one.lastgroup == "somebody" or not _OBJECT.search(before, begin, one.start())
        ]
        if found:
            return Subject(str(found[-1].lastgroup), found[-1].group().lower())
        finish = begin
    return Subject("nobody", "")


def is_he_who_harms(who: Subject, sentence: str, cast: Cast) -> bool:
    """Whether "he" is the one who harms: beside "she" or "the children", or told to be a suspect."""
    if not _HE.fullmatch(who.word):
        return False
    if cast.has_suspect and not any(age < ADULT for age in cast.ages):
        return True
    return bool(_SHE.search(sentence)) and not _BOY.search(sentence)
