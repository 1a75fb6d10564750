"""What a copy leaves out of the words that people wrote: names of others, ways to reach somebody,
and always a safe address and whoever reported.

Names that nobody recorded can't be known here: whoever sends a copy reads it first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from joinedup.subjects.rules.words import listed

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
TELLING = 3
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w-])\+?\d[\d ()-]{8,16}\d(?!\w)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
HANDLE = re.compile(r"(?<![\w.])@[\w.]{3,}")
COMMON = frozenset(
    # words that begin sentences and descriptions
    {"the", "and", "her", "his", "she", "mrs", "miss", "man", "men", "woman", "boy", "girl", "not"}
    | {"van", "car", "old", "new", "may", "will", "mark", "for", "mother", "father", "mum", "dad"}
    | {"aunt", "uncle", "sister", "brother", "school", "police", "home", "house", "street", "road"}
)


ALSO_WORDS = frozenset(
    listed(
        "rose hope grace faith joy dawn summer autumn april june jack bill frank guy pat rob drew art miles "
        "chase hunter mason archer carter cook baker brown green white black gray young king hill wood woods "
        "field stone banks bush park marsh ford church bell long short small little rich sharp swift cross "
        "day west north south east english french best good love case price page read bird fox wolf lamb "
        "moss reed rush lane street close brook lake bridge gates hall chambers cash gold silver penny"
    )
)
"""Names that are words too: left out where they are written as names, or all in capitals."""
STREETS = (
    "road rd", "street str st", "lane ln", "avenue ave av", "close cl", "drive dr", "court crt ct",
    "crescent cres", "gardens gdns", "place pl", "square sq", "terrace terr ter", "way", "grove grv",
    "hill", "park pk", "walk", "row", "mews", "rise", "view", "green", "yard", "parade", "quay",
)  # fmt: skip
"""How the last word of a street is written, each with its short forms."""
HOUSE = r"(?:(?:flat|apartment|apt|no|nr|number|house)\.?\s*)?\d+\s?[a-z]?"
STREET = re.compile(
    rf"(?:{HOUSE}[\s,]+)?(?P<name>(?:[^\W\d_][\w’'-]*\s+){{1,4}}?)(?P<sort>[a-z]+)\.?(?=[\s,;]|$)",
    re.IGNORECASE,
)

REACH = (MAIL, PHONE, POSTCODE, HANDLE)
"""What somebody can be reached or found by."""
EMPTY_WORDS = frozenset({"the", "and", "of", "at", "from", "with", "for"})
"""Words that point to nobody, even where they stand in the name that somebody gave of themselves."""


def name_words(names: Iterable[str]) -> set[str]:
    """The words of names that are worth leaving out by themselves: "Ada Marsh-Lee" gives Ada, Marsh,
    Lee."""
    found = (word for name in names for word in re.findall(r"[^\W\d_][\w’'-]*", name))
    return {
        word
        for word in found
        if len(word) >= SHORTEST and word[0].isupper() and word.casefold() not in COMMON
    }


def _every_word(names: Iterable[str]) -> set[str]:
    """Every word of the names of whoever must not be found out, however short or written: a reporter
    who is found out is in danger, a word too many left out does no harm."""
    names = list(names)
    found = {one for name in names for one in re.findall(r"[^\W\d_][\w’'-]*", name)}
    found |= {one for name in names for one in re.findall(r"[^\W\d_]+", name)}
    return {one for one in found if len(one) > 1 and one.casefold() not in EMPTY_WORDS}


def _lines(text: str) -> set[str]:
    lines = {line.strip() for line in re.split(r"[\n,;]", text)}
    return {text.strip()} | {line for line in lines if len(line) > SHORTEST}


def _tells(phrase: str) -> bool:
    """Whether words say enough to be somebody's own: "No, never" could be anybody's."""
    return len(phrase.split()) >= TELLING or bool(re.search(r"\d", phrase))


def _written(words: str) -> str:
    """The pattern of these words, whatever space is between them."""
    return r"\s+".join(re.escape(one) for one in words.split())


def _reaching(text: str) -> set[str]:
    """The patterns of every number, postcode, mail and online name in a text, however it is spaced
    elsewhere; a telephone also from abroad."""
    found = {re.escape(one) for sort in (MAIL, HANDLE) for one in sort.findall(text)}
    for one in POSTCODE.findall(text):
        bare = "".join(one.split())
        found.add(rf"{re.escape(bare[:-3])}\s*{re.escape(bare[-3:])}")
    for one in PHONE.findall(text):
        bare = re.sub(r"\D", "", one)
        bare = bare[2:] if one.startswith("+44") else bare
        own = r"[\s()-]*".join(bare.removeprefix("0"))
        found.add(rf"(?:(?:\+|00)?44[\s()-]*)?(?:\(?0\)?[\s()-]*)?{own}")
    return found


def _streets(text: str) -> set[str]:
    """The patterns of every street in a text, whichever short form its last word has elsewhere, with
    the number of a house before or behind it."""
    found = set()
    for line in re.split(r"[\n,;]", text):
        for said in STREET.finditer(line.strip()):
            forms = next((one for one in STREETS if said["sort"].lower() in one.split()), "")
            if forms:
                last = "|".join(forms.split())
                name = rf"{_written(said['name'])}\s+(?:{last})\b\.?"
                found.add(rf"(?:{HOUSE}[\s,]+)?{name}(?:[\s,]+{HOUSE}(?!\w))?")
    return found


def _cases(word: str) -> str:
    """The pattern of a single word of a name: in any letters, save of a name that is a word too."""
    if word.casefold() in ALSO_WORDS:
        return rf"(?:{re.escape(word)}|{re.escape(word.upper())})"
    return rf"(?i:{re.escape(word)})"


@dataclass(slots=True)
class Masker:
    """Masks words and counts what it masked, by sort.

    `own` are the person's own names, which stay: a brother's surname stays where it is hers too.
    Where the copy calls them otherwise (`called`), that stands in place of their own names too.
    """

    own: frozenset[str] = frozenset()
    secrets: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    reporter_contacts: tuple[str, ...] = ()
    safe_words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    workers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    hides_contacts: bool = True
    called: str = ""
    masked: Counter[str] = field(default_factory=Counter)
    _patterns: list[tuple[str, re.Pattern[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._add(
            "safe", [_written(line) for one in self._long(self.secrets) for line in _lines(one)]
        )
        for out in (_streets, _reaching):
            self._add("safe", [one for said in self.secrets for one in out(said)])
        self._add("safe", self._of_safe_words())
        self._add(
            "contact", [_written(line) for one in self._long(self.places) for line in _lines(one)]
        )
        self._add("reporter", self._of_reporters())
        for sort, given in (("worker", self.workers), ("person", self.people)):
            wholes = self._long(given)
            singles = {one for one in name_words(wholes) if one.casefold() not in self._own_words()}
            both = [rf"(?i:{_written(one)})" for one in wholes if " " in one]
            self._add(sort, both, re.NOFLAG)
            self._add(sort, [_cases(one) for one in singles], re.NOFLAG)
        if self.hides_contacts:
            self._patterns += [("contact", one) for one in REACH]
        if self.called:
            names = {one.strip() for one in self.own if one.strip()} | _every_word(self.own)
            common = {one for one in names if one.casefold() in COMMON}
            self._add("own", [_written(one) for one in names - common])
            self._add("own", [_written(one) for one in common], re.NOFLAG)

    def _of_reporters(self) -> list[str]:
        """The words of their names, and each thing in what they gave to be reached by that names
        somebody or some place."""
        own = self._own_words()
        wholes = {one.strip() for one in self.reporters if " " in one.strip()}
        words = {one for one in _every_word(self.reporters) if one.casefold() not in own}
        for said in self.reporter_contacts:
            wholes |= {one for one in _lines(said) if one}
            parts = {one for one in re.split(r"[,;\s]+", said) if len(one) > SHORTEST}
            words |= {one for one in parts if re.search(r"[@\d]", one)}
            words |= {one for one in name_words([said]) if one.casefold() not in own}
        reach = {one for said in self.reporter_contacts for one in _reaching(said)}
        return [*(_written(one) for one in wholes | words), *reach]

    def _of_safe_words(self) -> list[str]:
        """Each phrase of how it is safe to reach whoever reported, and the names in it. Of a line
        that repeats its question ("When it is safe: after ten"), the answer alone."""
        found: list[str] = []
        for line in "\n".join(self.safe_words).splitlines():
            answer = line.rpartition(": ")[2].strip(" .")
            phrases = [answer, *(one.strip(" .") for one in re.split(r"[,;]|\. ", answer))]
            found += [_written(one) for one in phrases if _tells(one)]
            names = name_words([answer.partition(" ")[2]])
            found += [re.escape(one) for one in names if one.casefold() not in self._own_words()]
            found += _reaching(answer)
        return found

    def _own_words(self) -> set[str]:
        return {
            one.casefold() for name in self.own for one in re.findall(r"[^\W\d_][\w’'-]*", name)
        }

    def _long(self, given: Iterable[str]) -> set[str]:
        return {one.strip() for one in given if len(one.strip()) >= SHORTEST}

    def _add(self, sort: str, found: Iterable[str], flags: re.RegexFlag = re.IGNORECASE) -> None:
        longest = sorted({one for one in found if one}, key=lambda one: (-len(one), one))
        if longest:
            words = "|".join(longest)
            self._patterns.append((sort, re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags)))

    def _stead(self, sort: str) -> Callable[[re.Match[str]], str]:
        words = self.called if sort == "own" else MASKS[sort]
        return lambda _: words

    def mask(self, text: str) -> str:
        """The text with everything masked that must be."""
        for sort, pattern in self._patterns:
            text, count = pattern.subn(self._stead(sort), text)
            if count:
                self.masked[sort] += count
        return text
