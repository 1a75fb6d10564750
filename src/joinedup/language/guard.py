"""What the guard says of a text: where, why, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from joinedup.language.firsts import Index, indexed
from joinedup.language.opinion import opinion, reading, signs, weightiest
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
NEVER_LET_GO = frozenset({"sexual_label", "consent", "prostitution"})
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
    """What the second opinion makes of each stretch of a text: the whole of a short text, a
    sentence of a long one. Worked out once."""

    def __init__(self, text: str, quotes: list[tuple[int, int]], casts: _Casts) -> None:
        super().__init__()
        self.text, self.quotes, self.casts = text, quotes, casts

    def at(self, start: int, end: int) -> float:
        """The sum for the stretch around a place."""
        if len(self.text) <= WHOLE:
            return self[0, len(self.text)]
        return self[sentence_at(self.text, start, end)]

    def lets_go(self, start: int, end: int, code: str) -> bool:
        """Whether found words are held to be harmless: by their own sentence too, so that harmless
        sentences beside them hide nothing."""
        bar = opinion().let_go
        return (
            code not in NEVER_LET_GO
            and self.at(start, end) < bar
            and self[sentence_at(self.text, start, end)] < bar
        )

    def __missing__(self, stretch: tuple[int, int]) -> float:
        cast = self.casts[_Place(self.text, *stretch).around]
        found = signs(self.text, self.quotes, *stretch, cast)
        total = self[stretch] = opinion().of(found)
        return total


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
    sums = _Sums(meant.text, quotes, casts)
    found = [
        *_by_pattern(meant.text, words, quotes, casts),
        *_by_phrase(meant.text, [one for one in known if not _is_common(one)], quotes, sums),
    ]
    found = [one for one in found if not any(_spares(hit, *one) for hit in harmless)]
    if words is None and opinion().is_used:
        found = [one for one in found if not sums.lets_go(one[0], one[1], one[2].code)]
        found += _by_reading(meant.text, found, quotes, sums)
        common = _by_phrase(meant.text, [one for one in known if _is_common(one)], quotes, sums)
        found += [one for one in common if not any(_spares(hit, *one) for hit in harmless)]
    flags = []
    for first, last, term in _parted(found):
        start, end = meant.place(first, last)
        flags.append(Flag(start, end, text[start:end], term.code, term.why, term.instead))
    return _parted_flags(flags)


def _by_pattern(
    text: str, words: tuple[Term, ...] | None, quotes: list[tuple[int, int]], casts: _Casts
) -> Iterator[tuple[int, int, Term]]:
    rows, index = _patterns(terms() if words is None else words)
    for which, match in sorted(index.matches(text), key=lambda one: one[0]):
        place = _Place(text, *match.span())
        if _counts(rows[which], place, casts) and _is_own_voice(rows[which].code, place, quotes):
            yield (*match.span(), rows[which])


@lru_cache(maxsize=8)
def _patterns(words: tuple[Term, ...]) -> tuple[list[Term], Index]:
    """The term of each pattern, and the patterns ready to be sought together."""
    rows = [(term, pattern) for term in words for pattern in term.patterns]
    return [term for term, _ in rows], indexed(pattern for _, pattern in rows)


def _by_phrase(
    text: str, known: list[Hit], quotes: list[tuple[int, int]], sums: _Sums
) -> Iterator[tuple[int, int, Term]]:
    by_code = {term.code: term for term in terms()}
    for hit in known:
        place = _Place(text, hit.start, hit.end)
        if (
            not hit.phrase.is_harmless
            and (not _is_common(hit) or sums.at(hit.start, hit.end) >= opinion().enough)
            and _phrase_counts(hit, place, sums)
            and _is_own_voice(hit.phrase.code, place, quotes)
            and not _is_another_sense(by_code[hit.phrase.code], place)
        ):
            yield hit.start, hit.end, by_code[hit.phrase.code]


def _by_reading(
    text: str, found: list[tuple[int, int, Term]], quotes: list[tuple[int, int]], sums: _Sums
) -> list[tuple[int, int, Term]]:
    """The sentence that weighs most of each stretch that reads like blame though nothing was found:
    a sentence and not a part of it, because it is the whole that is weighed."""
    whole = [(0, len(text))]
    read = []
    for begin, end in whole if len(text) <= WHOLE else sentences_of(text):
        if any(start < end and begin < finish for start, finish, _ in found):
            continue
        cast = sums.casts[_Place(text, begin, end).around]
        if (cast.has_child or cast.has_abuse) and sums.at(begin, end) >= opinion().alone:
            part = weightiest(text, quotes, begin, end)
            if not is_criticised(text, *part, (begin, end)):
                read.append((*sentence_at(text, *part), reading()))
    return read


def _is_common(hit: Hit) -> bool:
    """Whether these are common words, which count only where the whole sentence weighs enough."""
    return hit.phrase.needs == "weighed"


def _spares(harmless: Hit, start: int, end: int, term: Term) -> bool:
    return harmless.phrase.code == term.code and harmless.start < end and start < harmless.end


def _is_own_voice(code: str, place: _Place, quotes: list[tuple[int, int]]) -> bool:
    """Neither quoted, nor criticised, nor denied, nor what somebody was forced to do."""
    start, end = place.start, place.end
    if any(begin < end and start < finish for begin, finish in quotes):
        return False
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
    if _is_another_sense(term, place):
        return False
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


def _phrase_counts(hit: Hit, place: _Place, sums: _Sums) -> bool:
    cast = sums.casts[place.around]
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


def _parted(found: list[tuple[int, int, Term]]) -> list[tuple[int, int, Term]]:
    """The longest of those that overlap; of the others what stands free, if enough does."""
    kept: list[tuple[int, int, Term]] = []
    for start, end, term in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        whole = end - start
        for other_start, other_end, _ in kept:
            if start < other_end and other_start < end:
                start, end = (
                    (start, min(end, other_start))
                    if start < other_start
                    else (max(start, other_end), end)
                )
        if end - start >= min(LEAST, whole):
            kept.append((start, end, term))
    return sorted(kept, key=lambda one: one[0])


def _parted_flags(flags: list[Flag]) -> list[Flag]:
    """Flags in order, none beginning before the last one ends (two may come from one slip)."""
    kept: list[Flag] = []
    for flag in flags:
        if not kept or flag.start >= kept[-1].end:
            kept.append(replace(flag))
    return kept
