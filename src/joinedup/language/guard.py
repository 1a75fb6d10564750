"""What the guard says of a text: where, why, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from joinedup.language.firsts import Index, indexed
from joinedup.language.opinion import opinion, read, reading, weightiest
from joinedup.language.people import (
    Cast,
    Subject,
    are_peers,
    cast_of,
    is_grown_after,
    is_he_who_harms,
    is_reported_by,
    subject_before,
)
from joinedup.language.phrases import Hit, hits, words_of
from joinedup.language.spelling import mended
from joinedup.language.terms import Term, terms
from joinedup.language.voice import (
    is_criticised,
    is_denied,
    is_forced,
    plain,
    quoted_spans,
    sentence_at,
    sentences_of,
)

__all__ = ["Flag", "look_at"]

AROUND = 300
WHOLE = 400
LEAST = 4
APART, SURE, NOTE = 2.0, 1.0, 120
_DIGIT = re.compile(r"\d")
BETWEEN_TWO = frozenset({"mutual", "relationship"})
PEERS_MAY = frozenset({"relationship", "consent", "sexual_label", "company", "images"})
NOT_OF_THE_GROWN = frozenset(
    {"images", "company", "criminal", "absconding", "adultification", "sexual_label"}
    | {"prostitution"}
)
NOT_OF_FATHERS = frozenset(
    {"engagement", "choice", "consent", "disclosure", "risk", "attention", "label", "disbelief"}
)
FATHERS = frozenset({"dad", "father", "daddy", "stepdad"})
PARENTS = frozenset({"parent", "parents", "mum", "mother", "carer", "carers"})
JUDGEMENTS = frozenset({"label", "attention", "adultification", "sexual_label", "choice", "risk"})
COURTS = frozenset({"court", "jury", "judge", "coroner", "panel", "tribunal"})
NAMED_WITH_AGE = frozenset({"criminal", "prostitution", "absconding", "adultification"})
TALES = ("story", "account", "version", "statement")
CLAIMS = ("claim", "alleg", "insist", "maintain", "contend", "reckon", "purport")
FORCED_MAY = frozenset(
    {"criminal", "images", "prostitution", "consent", "company", "choice", "risk", "disclosure"}
    | {"sexual_label", "relationship"}
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


@dataclass(frozen=True)
class _Place:
    """Where words stand in a text, and what stands around them."""

    text: str
    start: int
    end: int

    @cached_property
    def sentence(self) -> tuple[int, int]:
        return sentence_at(self.text, self.start, self.end)

    @cached_property
    def words(self) -> str:
        begin, finish = self.sentence
        return self.text[begin:finish]

    @cached_property
    def told(self) -> str:
        """The sentence before the words."""
        return self.words[: self.start - self.sentence[0]]

    @cached_property
    def around(self) -> str:
        """The text near by, in steps, so that neighbours share it."""
        step = self.start // AROUND
        return self.text[max(0, (step - 1) * AROUND) : (step + 2) * AROUND]


class _Casts(dict[str, Cast]):
    """Who is spoken of in each stretch of a text, worked out once."""

    def __missing__(self, text: str) -> Cast:
        found = self[text] = cast_of(text)
        return found


class _Sums(dict[tuple[int, int], float]):
    """What the second opinion makes of each stretch of a text. Worked out once."""

    def __init__(self, text: str, quotes: list[tuple[int, int]], casts: _Casts) -> None:
        super().__init__()
        self.text, self.quotes, self.casts = text, quotes, casts

    def __missing__(self, stretch: tuple[int, int]) -> float:
        cast = self.casts[_Place(self.text, *stretch).around]
        total = self[stretch] = opinion().of(read(self.text, self.quotes, *stretch, cast))
        return total


@dataclass(frozen=True, slots=True)
class _Words:
    """Words to point at. `kind` says how they were found: listed (by a pattern), phrase, common,
    doubtful (held to be harmless for the company they keep), or read (the second opinion alone)."""

    start: int
    end: int
    term: Term
    kind: str

    def touches(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class _Found:
    """The words that the list found in a stretch."""

    words: list[_Words]

    def within(self, start: int, end: int) -> _Found:
        """Those of them that stand in a smaller stretch."""
        return _Found([one for one in self.words if one.touches(start, end)])

    def of(self, *kinds: str) -> list[_Words]:
        """Those of some kinds."""
        return [one for one in self.words if one.kind in kinds]

    @property
    def weight(self) -> float:
        """What they add to the sum of their stretch."""
        return opinion().of_words(*(len(self.of(kind)) for kind in ("listed", "phrase", "common")))


def look_at(text: str, words: tuple[Term, ...] | None = None) -> list[Flag]:
    """The blaming words in a text, in order, none within another. Nothing is changed.

    Quoted speech, words named to criticise or teach, and words about somebody who harms or about
    an organisation are left alone, and what the second opinion holds to be harmless. `words` may
    be another list (a council's own), which is then used alone, without a second opinion.
    """
    meant = mended(plain(text))
    quotes, casts = quoted_spans(meant.text), _Casts()
    known = list(hits(words_of(meant.text))) if words is None else []
    harmless = [hit for hit in known if hit.phrase.is_harmless]
    found = [
        *_by_pattern(meant.text, words, quotes, casts),
        *_by_phrase(meant.text, known, quotes, casts),
    ]
    there = _Found([one for one in found if not any(_spares(hit, one) for hit in harmless)])
    if words is None and opinion().is_used:
        shown = _weighed(there, quotes, _Sums(meant.text, quotes, casts))
    else:
        shown = there.of("listed", "phrase")
    flags = []
    for one in _parted(shown):
        start, end = meant.place(one.start, one.end)
        start += len(text[start:end]) - len(text[start:end].lstrip())
        term = one.term
        flags.append(Flag(start, end, text[start:end], term.code, term.why, term.instead))
    return _parted_flags(flags)


def _weighed(there: _Found, quotes: list[tuple[int, int]], sums: _Sums) -> list[_Words]:
    """What to point at. A short text is weighed as a whole, and where that is harmless by its
    sentences, so that harmless ones beside blame do not hide it; a long one by its sentences."""
    text, shown = sums.text, list[_Words]()
    whole, is_short = (0, len(text)), len(text) <= WHOLE
    if is_short and sums[whole] + there.weight >= 0:
        return _shown(there, quotes, whole, sums)
    for stretch in sentences_of(text):
        inside = there.within(*stretch)
        total, sure = sums[stretch] + inside.weight, inside.of("listed", "phrase")
        if is_short and sure and total >= APART:
            shown += sure
        elif not is_short and total >= 0:
            shown += _shown(inside, quotes, stretch, sums)
    return shown


def _shown(
    there: _Found, quotes: list[tuple[int, int]], stretch: tuple[int, int], sums: _Sums
) -> list[_Words]:
    """What to point at in a stretch that blames: the words found, and the part that weighs most where
    they stand elsewhere only. Where no words stand that blame by themselves, the sentence that
    weighs most: it is the whole that is weighed."""
    sure = there.of("listed", "phrase")
    found = [*sure, *_telling(there, sums)]
    if sure and sums[stretch] < SURE:
        return found
    begin, end = weightiest(sums.text, quotes, *stretch)
    if sure:
        is_told = any(one.touches(begin, end) for one in found)
        return found if is_told else [*found, _Words(begin, end, reading(), "read")]
    if not _is_of_somebody(sums, begin, end):
        return []
    is_note = stretch[1] - stretch[0] <= NOTE
    first, last = stretch if is_note else sentence_at(sums.text, begin, end)
    about = there.within(first, last).of("common", "doubtful")
    longest = max(about, key=lambda one: one.end - one.start, default=None)
    return [_Words(first, last, longest.term if longest else reading(), "read")]


def _telling(there: _Found, sums: _Sums) -> list[_Words]:
    """Of common words the longest of each kind in each sentence that weighs enough by itself: more
    would only tire the reader."""
    kinds: dict[tuple[tuple[int, int], str], _Words] = {}
    for one in sorted(there.of("common"), key=lambda one: one.end - one.start):
        kinds[sentence_at(sums.text, one.start, one.end), one.term.code] = one
    return [one for (place, _), one in kinds.items() if sums[place] >= 0]


def _is_of_somebody(sums: _Sums, start: int, end: int) -> bool:
    """Whether anybody is spoken of near by: a person, an age (f15), a child, abuse."""
    place = _Place(sums.text, start, end)
    cast = sums.casts[place.around]
    return cast.has_person or cast.has_child or cast.has_abuse or bool(_DIGIT.search(place.around))


def _by_pattern(
    text: str, words: tuple[Term, ...] | None, quotes: list[tuple[int, int]], casts: _Casts
) -> Iterator[_Words]:
    rows, index = _patterns(terms() if words is None else words)
    for which, match in sorted(index.matches(text), key=lambda one: one[0]):
        term, place = rows[which], _Place(text, *match.span())
        if _is_spoken(place, quotes) or _is_another_sense(term, place):
            continue
        counts = _counts(term, place, casts) and _is_own_voice(term.code, place)
        yield _Words(*match.span(), term, "listed" if counts else "doubtful")


def _by_phrase(
    text: str, known: list[Hit], quotes: list[tuple[int, int]], casts: _Casts
) -> Iterator[_Words]:
    by_code = {term.code: term for term in terms()}
    for hit in known:
        place, term = _Place(text, hit.start, hit.end), by_code[hit.phrase.code]
        if hit.phrase.is_harmless or _is_spoken(place, quotes) or _is_another_sense(term, place):
            continue
        counts = _phrase_counts(hit, place, casts) and _is_own_voice(term.code, place)
        kind = "common" if hit.phrase.needs == "weighed" else "phrase"
        yield _Words(hit.start, hit.end, term, kind if counts else "doubtful")


@lru_cache(maxsize=8)
def _patterns(words: tuple[Term, ...]) -> tuple[list[Term], Index]:
    """The term of each pattern, and the patterns ready to be sought together."""
    rows = [(term, pattern) for term in words for pattern in term.patterns]
    return [term for term, _ in rows], indexed(pattern for _, pattern in rows)


def _spares(harmless: Hit, one: _Words) -> bool:
    return harmless.phrase.code == one.term.code and one.touches(harmless.start, harmless.end)


def _is_spoken(place: _Place, quotes: list[tuple[int, int]]) -> bool:
    return any(begin < place.end and place.start < finish for begin, finish in quotes)


def _is_own_voice(code: str, place: _Place) -> bool:
    """Neither criticised, nor denied, nor what somebody was forced to do."""
    start, end = place.start, place.end
    begin, finish = place.sentence
    before = place.text[begin:start]
    if is_denied(before, place.text[end:finish]) or (code in FORCED_MAY and is_forced(before)):
        return False
    return not is_criticised(place.text, start, end, place.sentence)


def _is_another_sense(term: Term, place: _Place) -> bool:
    return any(
        one.start() < place.end and place.start < one.end()
        for pattern in term.unless
        for one in pattern.finditer(place.text, *place.sentence)
    )


def _is_blameless(code: str, who: Subject, place: _Place, cast: Cast) -> bool:
    """Whether the words are of those who harm, of a body, a father or peers, or tell a man's sex."""
    said = place.text[place.start : place.end]
    if code in BETWEEN_TWO:
        is_his = who.kind == "harmer" and "sex" in said
    elif code == "disbelief" and who.kind == "org":
        is_his = said.startswith((*CLAIMS, *TALES)) or who.word in COURTS
    elif code in JUDGEMENTS and who.kind == "org":
        is_his = who.word in COURTS or not is_reported_by(who, place.told)
    else:
        is_his = who.kind in ("harmer", "org") or is_he_who_harms(who, place.words, cast)
    if code in NOT_OF_FATHERS and who.word in FATHERS and not who.is_young:
        return True
    if code == "consent" and who.word in PARENTS and not who.is_young:
        return True
    if code in NAMED_WITH_AGE and is_grown_after(place.text, place.end, place.told):
        return True
    if code in NOT_OF_THE_GROWN and who.kind == "grown" and not cast.has_vulnerable:
        return True
    return is_his or (code in PEERS_MAY and are_peers(place.around, cast))


def _counts(term: Term, place: _Place, casts: _Casts) -> bool:
    cast = casts[place.around]
    if not (cast.has_person or cast.has_child or cast.has_abuse):
        return False
    who = subject_before(place.words, place.start - place.sentence[0])
    if _is_blameless(term.code, who, place, cast):
        return False
    is_other = who.kind == "other" or cast.has_only_adults
    if term.about in ("", "account", "engagement", "protect") and is_other:
        return cast.has_abuse or cast.has_child
    match term.about:
        case "gap":
            return cast.has_gap
        case "child" | "gapped" | "images":
            return not cast.has_only_adults
        case "child_or_unknown" | "absconding":
            return not cast.has_only_adults or cast.has_child
    return True


def _phrase_counts(hit: Hit, place: _Place, casts: _Casts) -> bool:
    cast = casts[place.around]
    who = subject_before(place.words, place.start - place.sentence[0])
    if _is_blameless(hit.phrase.code, who, place, cast):
        return False
    match hit.phrase.needs:
        case "weighed":
            return cast.has_child or cast.has_abuse
        case "child":
            return cast.has_child
        case "abuse":
            return cast.has_abuse
        case "gap":
            return cast.has_gap
        case "danger":
            return cast.has_abuse or (cast.has_child and cast.has_older)
        case "victim":
            return cast.has_child or (cast.has_abuse and who.kind != "other")
    return (
        cast.has_child
        or cast.has_abuse
        or (cast.has_person and not (who.kind == "other" or cast.has_only_adults))
    )


def _parted(found: list[_Words]) -> list[_Words]:
    """The longest of those that overlap; of the others what stands free, if enough does and it is
    about something else."""
    kept: list[_Words] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        start, end = one.start, one.end
        near = [other for other in kept if other.touches(start, end)]
        for other in near:
            if start < other.end and other.start < end:
                start, end = (
                    (start, min(end, other.start))
                    if start < other.start
                    else (max(start, other.end), end)
                )
        is_same = any(other.term.code == one.term.code for other in near)
        if not is_same and end - start >= min(LEAST, one.end - one.start):
            kept.append(replace(one, start=start, end=end))
    return sorted(kept, key=lambda one: one.start)


def _parted_flags(flags: list[Flag]) -> list[Flag]:
    """Flags in order, none beginning before the last one ends (two may come from one slip)."""
    kept: list[Flag] = []
    for flag in flags:
        if not kept or flag.start >= kept[-1].end:
            kept.append(replace(flag))
    return kept
