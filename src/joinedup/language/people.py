"""Who is spoken of: ages, children, victims and those who harm, as far as a few sentences tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import takewhile

from joinedup.language.terms import compiled, data

__all__ = [
    "Cast",
    "Subject",
    "are_peers",
    "cast_of",
    "is_grown_after",
    "is_he_who_harms",
    "kinds_in",
    "subject_before",
]

ADULT, CHILD, YOUNGEST, OLDEST, ALIKE = 18, 16, 3, 90, 10
_WORDS = {name: str(words) for name, words in data("people").items()}
_AGES = re.compile(rf"(?=\d)(?:{_WORDS['told_age']}|{_WORDS['ages']})")
_SCHOOL_YEAR = re.compile(_WORDS["school_year"], re.IGNORECASE)
_CHILD, _CHILDISH, _ADULT, _OLDER, _ABUSE, _PERSON, _VULNERABLE = (
    compiled(_WORDS[name])
    for name in ("child", "childish", "adult", "older", "abuse", "person", "vulnerable")
)
_REPORTS = _WORDS["reports"]
_NO_ABUSE = re.compile(
    r"\b(?:no|not|without|nil) (?:\w+ )?(?:violence|injur\w+|fear|threats?|abuse|assault)"
)
_WORD = re.compile(
    "|".join(rf"\b(?P<{name}>{_WORDS[name]})\b" for name in ("harmer", "org", "other", "somebody")),
    re.IGNORECASE,
)
_CLAUSE, _OBJECT, _PEERS, _TOGETHER, _SHE, _HER, _BOY, _HIS_AGE, _SUSPECT, _HE = (
    re.compile(_WORDS[name], re.IGNORECASE)
    for name in (
        "clause",
        "object",
        "peers",
        "together",
        "she",
        "her",
        "boy",
        "his_age",
        "suspect",
        "he",
    )
)
_SAME_AGENT, _OPENING, _BESIDE, _GROWN_AFTER, _OWN_AGE, _AGE_BEFORE, _TENS = (
    re.compile(_WORDS[name])
    for name in (
        "same_agent",
        "opening",
        "beside",
        "grown_after",
        "own_age",
        "age_before",
        "tens",
    )
)
_TEN = {word: 20 + 10 * at for at, word in enumerate(_WORDS["tens_words"].split())}


@dataclass(frozen=True, slots=True)
class Cast:
    """What a text tells of the people in it."""

    has_child: bool
    has_adult: bool
    has_older: bool
    has_abuse: bool
    has_suspect: bool
    has_vulnerable: bool
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

    @property
    def are_grown_alike(self) -> bool:
        """Two or more ages, all grown up, ten years apart at most, and no abuse told."""
        if self.has_abuse or self.has_vulnerable or len(self.ages) < 2:
            return False
        return min(self.ages) >= ADULT and max(self.ages) - min(self.ages) <= ALIKE


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does what a phrase says: harmer, org, other (an adult or a thing), grown, somebody.
    `is_young` where an age under 18 stands beside the word: "Mum (15)"."""

    kind: str
    word: str
    is_young: bool = False


def cast_of(text: str) -> Cast:
    """Ages, school years and words for people. School years and ages under 18 are children."""
    numbers = (int(one[1] or one[2]) for one in _AGES.finditer(text))
    ages = [age for age in numbers if YOUNGEST <= age <= OLDEST]
    ages += [_TEN[one[1]] if one[1] else int(one[2]) for one in _TENS.finditer(text)]
    has_adult = bool(_ADULT.search(text))
    return Cast(
        has_child=any(age < ADULT for age in ages)
        or bool(_CHILD.search(text) or _SCHOOL_YEAR.search(text))
        or (not has_adult and bool(_CHILDISH.search(text))),
        has_adult=has_adult,
        has_older=bool(_OLDER.search(text)),
        has_abuse=bool(_ABUSE.search(_NO_ABUSE.sub("", text))),
        has_suspect=bool(_SUSPECT.search(text)),
        has_vulnerable=bool(_VULNERABLE.search(text)),
        has_person=bool(ages or _PERSON.search(text)),
        ages=tuple(ages),
    )


def are_peers(text: str, cast: Cast) -> bool:
    """Whether two of about one age are spoken of: children and what they are to each other, or
    grown people where no abuse is told."""
    if cast.are_grown_alike:
        return True
    if any(age >= ADULT for age in cast.ages) or not _TOGETHER.search(text):
        return False
    is_near = len(cast.ages) > 1 and max(cast.ages) - min(cast.ages) <= 2 and not cast.has_older
    return is_near or bool(_PEERS.search(text))


def subject_before(sentence: str, start: int) -> Subject:
    """The nearest person or body before a place, in its clause first, then in the sentence.

    What a preposition or a verb governs is nobody's subject, unless "who" or "which" follows it;
    a child or victim counts even so, but not before "by", "after" or "without".
    """
    before = sentence[:start]
    cuts = list(_CLAUSE.finditer(before))
    finish = len(before)
    follows_who, is_same_agent = False, bool(_SAME_AGENT.search(before))
    for cut in [*reversed(cuts), None]:
        begin = cut.end() if cut else 0
        is_heading = sentence[finish : finish + 1] == ":"
        found = [
            one
            for one in takewhile(partial(_begins_before, finish), _WORD.finditer(before, begin))
            if (one.lastgroup == "somebody" or not is_heading)
            if follows_who
            or (one.lastgroup == "somebody" and not is_same_agent)
            or not _OBJECT.search(before, begin, one.start())
        ]
        if found:
            return _subject(found[0 if is_same_agent else -1], sentence)
        if before[begin:finish].strip() or (cut and cut.group() in ("who", "which")):
            follows_who = cut is not None and cut.group() in ("who", "which")
        finish = cut.start() if cut else 0
    opening = _OPENING.match(before)
    return Subject("grown" if opening and int(opening[1]) >= ADULT else "nobody", "")


def kinds_in(text: str, start: int, end: int) -> dict[int, str]:
    """Where somebody is named in a stretch of a text, and of what kind: HARMER, ORG, ..."""
    return {at: kind for at, last, kind in _kinds(text) if start <= at and last <= end}


@lru_cache(maxsize=8)
def _kinds(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((*one.span(), str(one.lastgroup).upper()) for one in _WORD.finditer(text))


def _begins_before(finish: int, found: re.Match[str]) -> bool:
    """Words are sought beyond the clause, because what tells their sense ("male, 15") may stand
    there."""
    return found.start() < finish


def _subject(found: re.Match[str], sentence: str) -> Subject:
    """The person found; a grown one where an age of 18 or more stands beside."""
    kind, age = str(found.lastgroup), _BESIDE.match(sentence, found.end())
    if kind in ("somebody", "other") and age and int(age[1]) >= ADULT:
        kind = "grown"
    own = _OWN_AGE.match(sentence, found.end()) or _AGE_BEFORE.search(sentence, 0, found.start())
    return Subject(kind, found.group().lower(), own is not None and int(own[1]) < ADULT)


def is_reported_by(who: Subject, sentence: str) -> bool:
    """Whether a body says or thinks what follows: "ward staff say", "the officer felt"."""
    return bool(re.search(rf"\b{re.escape(who.word)}\s+(?:\w+\s+)?{_REPORTS}", sentence))


def is_grown_after(text: str, place: int, told: str) -> bool:
    """Whether an age of 18 or more follows right after and ends its clause, "drug dealer, 34": not
    a count ("20 clients"), and not where what the sentence `told` before has an age under 18."""
    age = _GROWN_AFTER.match(text, place)
    is_grown = age is not None and int(age[1]) >= ADULT
    return is_grown and not any(one < ADULT for one in cast_of(told).ages)


def is_he_who_harms(who: Subject, sentence: str, cast: Cast) -> bool:
    """Whether "he" is the one who harms: beside "she" or "the children", or told to be a suspect."""
    if not _HE.fullmatch(who.word):
        return False
    if cast.has_suspect and not any(age < ADULT for age in cast.ages):
        return True
    first = re.search(rf"\b{who.word}\b", sentence)
    if _BOY.search(sentence[: first.start() if first else 0]) or _HIS_AGE.search(sentence):
        return False
    is_with_child = any(age < ADULT for age in cast.ages)
    return bool((_HER if is_with_child else _SHE).search(sentence) or _BOY.search(sentence))
