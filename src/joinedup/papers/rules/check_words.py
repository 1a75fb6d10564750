"""Words that point at one person: a known name however it is written, any name behind a title, a
telephone number, an e-mail address, a postcode, a date of birth."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

__all__ = [
    "Sought",
    "bears_a_name",
    "contacts_and_births",
    "exact_names",
    "names_in",
    "sought_for",
]

LEAST_LETTERS = 3
LEAST_SURNAME = 4
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
DAY = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})\s+\d{{4}})"
)
BIRTH = re.compile(
    rf"(?:\bborn(?:\s+on)?|\bd\.?\s?o\.?\s?b\b\.?|\bdates?\s+of\s+birth)[\s:,]*(?:is|was)?\s*{DAY}",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w/-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\w/-])"
)
NO_NAME = (
    r"(?:(?i:The|This|That|These|Those|It|We|You|He|She|They|In|On|At|For|If|No|Not|All|Each|"
    r"General|Registrar)\b|An?\s+[a-zà-þ])"
)
GAP = r"(?=\s)[^\S\n]*\n?[^\S\n]*"
"""What stands between two words of a name: spaces of any kind, at most one end of a line."""
PARTICLE = (
    r"(?:(?:d[aeiou]|de[lnr]|della|d[ou]s|la|le|v[ao]n|te[nr]|al|el|bin|ap|af|av|zu)"
    + GAP
    + r"){0,2}"
    r"(?:d['’]|al-|el-)?"
)
INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
POSTCODE = re.compile(r"(?<![\w-])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\w-])")


def exact_names(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds these words, the longest first; None where there are none."""
    wanted = {one.strip() for one in names if len(one.strip()) >= LEAST_LETTERS}
    if not wanted:
        return None
    parts = [r"\s+".join(map(re.escape, one.split())) for one in wanted]
    longest_first = "|".join(sorted(parts, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")


@dataclass(frozen=True, slots=True)
class Sought:
    """What finds people in words, made once for all words of a paper, in the order of seeking:
    known people by their whole name, by a title or initials before the surname, by the surname
    alone; and whoever bears a title."""

    known: tuple[re.Pattern[str], ...]
    stranger: re.Pattern[str]


def sought_for(known: Collection[str], titles: Collection[str], common: Collection[str]) -> Sought:
    """What finds these people; `common` holds the surnames, in small letters, that are no find
    when they stand alone."""
    alone = (
        one
        for one in _surnames(known)
        if len(one) >= LEAST_SURNAME and one.casefold() not in common
    )
    patterns = (exact_names(known), _titled(known, titles), exact_names(alone))
    return Sought(tuple(filter(None, patterns)), _stranger(tuple(titles)))


def names_in(words: str, sought: Sought) -> Iterator[str]:
    """People in some words. What stands in a longer find is not told again."""
    left = words
    for pattern in sought.known:
        yield from (" ".join(found.split()) for found in pattern.findall(left))
        left = pattern.sub(" \0 ", left)
    yield from (" ".join(found.split()) for found in sought.stranger.findall(left))


def bears_a_name(found: str, known: Collection[str], titles: Collection[str]) -> bool:
    """Whether a name that was found, with or without a title, is that of somebody known: the
    surname tells, and a forename or initial where it holds one."""
    if found in known:
        return True
    *before, surname = found.replace(".", ". ").split()
    skipped = {one.casefold() for one in titles}
    given = [
        one for one in before if one.casefold().rstrip(".") not in skipped and one[0].isupper()
    ]
    own = [one.split() for one in known if len(one.split()) > 1]
    named = [parts[:-1] for parts in own if parts[-1].casefold() == surname.casefold()]
    return any(not given or any(_agree(given[0], one) for one in parts) for parts in named)


def _agree(one: str, other: str) -> bool:
    """Whether two forenames may be the same: alike, or one the initial of the other."""
    short = INITIALS.fullmatch(one) or INITIALS.fullmatch(other)
    one, other = one.casefold(), other.casefold()
    return one[:1] == other[:1] if short else one == other


@cache
def _stranger(titles: tuple[str, ...]) -> re.Pattern[str]:
    """What finds a title with a name behind it, whoever it is: "Mrs I. Dunne"."""
    first = rf"(?:(?:(?:[A-ZÀ-Þ]\.)+(?:{GAP})?|[A-ZÀ-Þ]{GAP}|[A-ZÀ-Þ][\w'’-]+{GAP})){{0,2}}"
    return re.compile(
        rf"(?<!\w)(?:{_said(titles)})(?:(?<=[a-z])\.)?{GAP}(?!{NO_NAME}){first}{PARTICLE}"
        r"[A-ZÀ-Þ][\w'’-]+"
    )


def _said(titles: Collection[str]) -> str:
    """What finds a title, also in capitals."""
    spelled = {*titles, *(one.upper() for one in titles)}
    return "|".join(map(re.escape, sorted(spelled, key=lambda one: (-len(one), one)))) or "(?!)"


def _surnames(known: Iterable[str]) -> set[str]:
    return {parts[-1] for one in known if len(parts := one.split()) > 1}


def _titled(known: Collection[str], titles: Collection[str]) -> re.Pattern[str] | None:
    surnames = sorted(map(re.escape, _surnames(known)), key=len, reverse=True)
    if not surnames:
        return None
    initials = r"(?:[A-Z]\.?\s?){1,3}"
    before = rf"(?:(?:{_said(titles)})\.?\s+(?:{initials}\s*)?|{initials}(?<=[.\s])\s*)"
    return re.compile(rf"(?<!\w){before}(?:{'|'.join(surnames)})(?!\w)")


def contacts_and_births(words: str) -> Iterator[tuple[bool, str]]:
    """(whether it is a date of birth, the words) of each such thing."""
    yield from ((True, " ".join(found.split())) for found in BIRTH.findall(words))
    for pattern in (EMAIL, PHONE, POSTCODE):
        yield from ((False, " ".join(found.split())) for found in pattern.findall(words))
