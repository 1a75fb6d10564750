"""Phrases as plain data: a line of words, word classes and gaps, matched word by word.

    put~|leave~ {self} .. at|in {danger}

A word stands for itself, `word~` for all its forms, `a|b` for either, `{self}` for a class of
words, `[word]` for a word that may be left out, `..` for up to three other words and `...` for up
to seven. No phrase runs over the end of a sentence. `! line` names words that are harmless.
`needs` of a group, or `@danger` before a line, says what else the text must tell before common
words count: a child, a victim (a child or abuse), abuse, a gap of age, or danger (a victim
beside somebody older, or abuse); weighed: the second opinion must be well above nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from joinedup.language.terms import TermError, data, listed

__all__ = ["Hit", "Phrase", "Word", "hits", "phrase_from", "phrases", "vocabulary", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_END = re.compile(r"[.;!?](?=\s|$)|\n|\s[•*]\s|\s-{2,}\s")
_GAPS = {"..": 3, "...": 7}
NEEDS = frozenset({"", "abuse", "child", "danger", "gap", "victim", "weighed"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: `is_first` when a sentence begins with it."""

    text: str
    start: int
    end: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a phrase: words that may stand there, or (no words) a gap of up to `gap`."""

    words: frozenset[str]
    gap: int = 0
    may_lack: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: the term it belongs to, what must be known of the people, and its parts."""

    code: str
    needs: str
    parts: tuple[Part, ...]
    is_harmless: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase stands."""

    phrase: Phrase
    start: int
    end: int


@cache
def _words() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    table = data("classes")
    classes = table["classes"]
    if not isinstance(classes, dict):
        raise TermError("classes.toml: write the classes of words under [classes].")
    forms: dict[str, frozenset[str]] = {}
    for line in listed(table["irregular"]):
        forms[line.split()[0]] = frozenset(line.split())
    return {name: str(words) for name, words in classes.items()}, forms


@cache
def forms(word: str) -> frozenset[str]:
    """Every form of a verb or noun: puts, putting. Forms that do not exist do no harm."""
    irregular = _words()[1]
    if word in irregular:
        return irregular[word]
    found = {word, word + "s", word + "ed", word + "ing"}
    if word.endswith("e"):
        found |= {word + "d", word[:-1] + "ing", word + "r", word + "rs"}
    elif word.endswith("y") and word[-2] not in "aeou":
        found |= {word[:-1] + "ies", word[:-1] + "ied"}
    elif word.endswith(("s", "x", "ch", "sh", "z")):
        found |= {word + "es"}
    if word[-1] in "bdgklmnprt" and word[-2] in "aeiou":
        found |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return frozenset(found)


def _choices(text: str) -> frozenset[str]:
    """The words that one place of a phrase allows."""
    found: set[str] = set()
    for one in text.split("|"):
        if one.startswith("{"):
            classes = _words()[0]
            if one[1:-1] not in classes:
                raise TermError(f"There is no class of words {one}.")
            found |= _choices("|".join(classes[one[1:-1]].split()))
        elif one.endswith("~"):
            found |= forms(one[:-1])
        else:
            found.add(one.replace("'", ""))
    return frozenset(found)


def phrase_from(line: str, code: str = "", needs: str = "") -> Phrase:
    """One line of the list as a phrase. Raises TermError for one that cannot be read."""
    is_harmless = line.startswith("! ")
    if line.startswith("@"):
        needs, line = line[1:].split(maxsplit=1)
    parts: list[Part] = []
    for piece in line.removeprefix("! ").split():
        if piece in _GAPS:
            parts.append(Part(frozenset(), _GAPS[piece]))
        elif piece.startswith("["):
            parts.append(Part(_choices(piece[1:-1]), may_lack=True))
        else:
            parts.append(Part(_choices(piece)))
    if not parts or not parts[0].words or parts[0].may_lack or not parts[-1].words:
        raise TermError(f"{line!r}: a phrase begins and ends with a word.")
    if needs not in NEEDS:
        raise TermError(f"{line!r}: needs = {needs!r} is not known.")
    return Phrase(code, needs, tuple(parts), is_harmless)


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every phrase that we ship."""
    found: list[Phrase] = []
    for name in listed(data("classes")["files"]):
        groups = data(name)["group"]
        for group in groups if isinstance(groups, list) else []:
            for line in str(group["phrases"]).splitlines():
                if line.strip():
                    found.append(phrase_from(line.strip(), group["code"], group.get("needs", "")))
    return tuple(found)


@cache
def vocabulary() -> frozenset[str]:
    """Every word that stands in a phrase."""
    return frozenset(word for one in phrases() for part in one.parts for word in part.words)


@cache
def _by_first_word() -> dict[str, list[int]]:
    """Which phrases begin with a word."""
    found: dict[str, list[int]] = {}
    for which, one in enumerate(phrases()):
        for word in one.parts[0].words:
            found.setdefault(word, []).append(which)
    return found


@cache
def _by_rarest_word() -> dict[str, tuple[int, ...]]:
    """Which phrases lean on a word: of the places that none may lack, the one with rarest words."""
    counts = Counter(word for one in phrases() for part in one.parts for word in part.words)
    found: dict[str, list[int]] = {}
    for which, one in enumerate(phrases()):
        needed = [part.words for part in one.parts if part.words and not part.may_lack]
        for word in min(needed, key=lambda words: sum(counts[word] for word in words)):
            found.setdefault(word, []).append(which)
    return {word: tuple(those) for word, those in found.items()}


def words_of(text: str) -> list[Word]:
    """The words of a text in small letters: won't is wont, she's is she."""
    ends = [match.start() for match in _END.finditer(text)]
    found: list[Word] = []
    at, is_first = 0, True
    for match in _WORD.finditer(text):
        while at < len(ends) and ends[at] < match.start():
            at, is_first = at + 1, True
        word = match.group()
        plain = word.replace("'", "") if word.endswith("n't") else word.split("'")[0]
        found.append(Word(plain, match.start(), match.end(), is_first))
        is_first = False
    return found


def _end_of(parts: tuple[Part, ...], words: list[Word], part: int, at: int) -> int:
    """Where a match that has come so far ends (a count of words), or -1."""
    if part == len(parts):
        return at
    here = parts[part]
    if here.gap:
        for step in range(here.gap + 1):
            if step and (at + step > len(words) or words[at + step - 1].is_first):
                return -1
            if (end := _end_of(parts, words, part + 1, at + step)) >= 0:
                return end
        return -1
    stands = at < len(words) and words[at].text in here.words
    if stands and not (part and words[at].is_first):
        end = _end_of(parts, words, part + 1, at + 1)
        if end >= 0:
            return end
    return _end_of(parts, words, part + 1, at) if here.may_lack else -1


def hits(words: list[Word]) -> Iterator[Hit]:
    """Every phrase that stands in the words, harmless ones too."""
    first, known = _by_first_word(), phrases()
    likely: set[int] = set()
    for at, word in enumerate(words):
        if word.is_first:
            likely = _likely(words, at)
        for which in first.get(word.text, ()):
            if which in likely:
                phrase = known[which]
                if (end := _end_of(phrase.parts, words, 0, at)) > at:
                    yield Hit(phrase, word.start, words[end - 1].end)


def _likely(words: list[Word], at: int) -> set[int]:
    """Which phrases the sentence that begins here may hold: those whose rarest word it has."""
    rarest, found = _by_rarest_word(), set[int]()
    for step in range(at, len(words)):
        if step > at and words[step].is_first:
            break
        found.update(rarest.get(words[step].text, ()))
    return found
