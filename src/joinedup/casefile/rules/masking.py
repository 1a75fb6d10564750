"""What a copy leaves out of the words that people wrote: names of others, ways to reach somebody,
and always a safe address and whoever reported.

Names that nobody recorded can't be known here: whoever sends a copy reads it first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["MASKS", "Masker", "name_words"]

MASKS = {
    "person": "[somebody else]",
    "worker": "[worker]",
    "reporter": "[whoever reported]",
    "contact": "[address or number left out]",
    "safe": "[left out: it must stay hidden]",
}
"""What stands in place of each sort of thing."""

SHORTEST = 3
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b")
PHONE = re.compile(r"(?<![\w-])\+?\d[\d ()-]{8,16}\d(?!\w)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
HANDLE = re.compile(r"(?<![\w.])@[\w.]{3,}")
COMMON = frozenset(
    # words that begin sentences and descriptions
    {"the", "and", "her", "his", "she", "mrs", "miss", "man", "men", "woman", "boy", "girl", "not"}
    | {"van", "car", "old", "new", "may", "will", "mark", "for", "mother", "father", "mum", "dad"}
    | {"aunt", "uncle", "sister", "brother", "school", "police", "home", "house", "street", "road"}
)


def name_words(names: Iterable[str]) -> set[str]:
    """The words of names that are worth leaving out by themselves: "Ada Marsh-Lee" gives Ada, Marsh,
    Lee."""
    found = (word for name in names for word in re.findall(r"[^\W\d_][\w’'-]*", name))
    return {
        word
        for word in found
        if len(word) >= SHORTEST and word[0].isupper() and word.casefold() not in COMMON
    }


@dataclass(slots=True)
class Masker:
    """Masks words and counts what it masked, by sort.

    `own` are the person's own names, which stay: a brother's surname stays where it is hers too.
    """

    own: frozenset[str] = frozenset()
    secrets: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    workers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    hides_contacts: bool = True
    masked: Counter[str] = field(default_factory=Counter)
    _patterns: list[tuple[str, re.Pattern[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        own = {word.casefold() for word in name_words(self.own)}
        parts = (("safe", self.secrets), ("contact", self.places), ("reporter", self.reporters),
                 ("worker", self.workers), ("person", self.people))  # fmt: skip
        for sort, given in parts:
            wholes = {one.strip() for one in given if len(one.strip()) >= SHORTEST}
            if sort in ("safe", "contact"):
                lines = {line.strip() for one in wholes for line in re.split(r"[\n,;]", one)}
                found = wholes | {line for line in lines if len(line) > SHORTEST}
                flags = re.IGNORECASE
            else:
                singles = {one for one in name_words(wholes) if one.casefold() not in own}
                found = {one for one in wholes if " " in one} | singles
                flags = re.NOFLAG
            if found:
                longest = sorted(found, key=len, reverse=True)
                words = "|".join(re.escape(one) for one in longest)
                self._patterns.append((sort, re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags)))
        if self.hides_contacts:
            self._patterns += [("contact", one) for one in (MAIL, PHONE, POSTCODE, HANDLE)]

    def mask(self, text: str) -> str:
        """The text with everything masked that must be."""
        for sort, pattern in self._patterns:
            text, count = pattern.subn(MASKS[sort], text)
            if count:
                self.masked[sort] += count
        return text
