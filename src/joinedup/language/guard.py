"""What the guard says of a text: where, why, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from joinedup.language.people import Cast, Subject, cast_of, subject_before
from joinedup.language.terms import Term, terms
from joinedup.language.voice import is_criticised, is_denied, plain, quoted_spans, sentence_at

__all__ = ["Flag", "look_at"]

_SHE = re.compile(
    r"\b(?:she|her|hers|wife|girl|girls|daughter|mum|mother|victim|woman|child|children|kids)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Flag:
    """One warning. `start` and `end` count the letters of the text as it was given."""

    start: int
    end: int
    text: str
    code: str
    why: str
    instead: str


def look_at(text: str, words: tuple[Term, ...] | None = None) -> list[Flag]:
    """The blaming words in a text, in order, none within another. Nothing is changed.

    Quoted speech, words named to criticise or teach, and words about somebody who harms or about
    an organisation are left alone. `words` may be another list (a council's own).
    """
    clear, cast = plain(text), cast_of(text)
    quotes = quoted_spans(clear)
    found: list[Flag] = []
    for term in terms() if words is None else words:
        for pattern in term.patterns:
            for match in pattern.finditer(clear):
                if _counts(term, match, clear, cast, quotes):
                    start, end = match.span()
                    found.append(
                        Flag(start, end, text[start:end], term.code, term.why, term.instead)
                    )
    return _without_nested(found)


def _counts(
    term: Term, match: re.Match[str], text: str, cast: Cast, quotes: list[tuple[int, int]]
) -> bool:
    start, end = match.span()
    if any(begin <= start and end <= finish for begin, finish in quotes):
        return False
    begin, finish = sentence_at(text, start, end)
    sentence = text[begin:finish]
    if is_criticised(sentence) or is_denied(text[begin:start], text[end:finish]):
        return False
    for pattern in term.unless:
        if any(
            one.start() < end and start < one.end() for one in pattern.finditer(text, begin, finish)
        ):
            return False
    return _is_about_a_victim(term, sentence, start - begin, cast)


def _is_about_a_victim(term: Term, sentence: str, start: int, cast: Cast) -> bool:
    who = subject_before(sentence, start)
    if who.kind in ("harmer", "org") and term.about not in ("gap", "mutual"):
        return False
    match term.about:
        case "gap":
            return cast.has_gap
        case "child":
            return not cast.has_only_adults
        case "child_or_unknown" | "absconding":
            return not cast.has_only_adults or cast.has_child
        case "gapped" | "images":
            return not cast.has_only_adults
        case "mutual":
            return True
    return not _is_he_who_harms(term, who, sentence, cast)


def _is_he_who_harms(term: Term, who: Subject, sentence: str, cast: Cast) -> bool:
    """ "He" beside "she" or "the children", with no age of his own, is read as the one who harms."""
    return (
        who.word in ("he", "him", "dad", "father", "mr")
        and term.code in ("attention", "choice", "label", "risk", "disbelief", "engagement")
        and bool(_SHE.search(sentence))
        and not cast.ages
    )


def _without_nested(found: list[Flag]) -> list[Flag]:
    """The longest of those that overlap, in the order of the text."""
    kept: list[Flag] = []
    for flag in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(flag.end <= other.start or other.end <= flag.start for other in kept):
            kept.append(flag)
    return sorted(kept, key=lambda one: one.start)
