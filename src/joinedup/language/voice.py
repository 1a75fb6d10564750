"""Whose words are they? Quoted speech, and words named only to criticise or to teach."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from joinedup.language.terms import data, listed

__all__ = [
    "is_criticised",
    "is_denied",
    "is_forced",
    "plain",
    "quoted_spans",
    "sentence_at",
    "sentences_of",
]

_QUOTES = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "´": "'",
        "`": "'",
        "\u00a0": " ",
    }
)
_SINGLE = re.compile(r"(?<![\w'])'(?=\S)((?:[^'\n]|(?<=\w)'(?=\w)|(?<=s)'(?= \w))*?\S)'(?!\w)")
_DOUBLE = re.compile(r'"([^"\n]*)(?:"|$)')
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+|\s[•·*]\s|(?<=\w)\s+-{2,}\s+")
NEAR = 260

_WORDS = data("voice")
_BEFORE, _AFTER, _SENTENCE = (
    tuple(re.compile(one) for one in listed(_WORDS[name]))
    for name in ("before", "after", "sentence")
)
_NEGATED, _DENIED_AFTER, _FORCED, _CONTRAST, _BECAUSE = (
    re.compile(str(_WORDS[name]))
    for name in ("negated", "denied_after", "forced", "contrast", "because")
)


def plain(text: str) -> str:
    """The text with plain quotation marks; every letter keeps its place."""
    return text.translate(_QUOTES)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where somebody else speaks: (start, end) of what stands between quotation marks."""
    spans = [match.span() for match in _DOUBLE.finditer(text)]
    spans += [match.span() for match in _SINGLE.finditer(text)]
    return spans


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    begins, finishes = _sentences(text)
    before = bisect_right(begins, start) - 1
    after = bisect_left(finishes, end)
    return begins[before], finishes[after]


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends."""
    return list(zip(*_sentences(text), strict=True))


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[list[int], list[int]]:
    """Where sentences begin, and where they end."""
    spans = [match.span() for match in _SENTENCE_END.finditer(text)]
    return [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]


def is_criticised(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether words are named in order to criticise, correct or teach.

    A teaching word must govern them: stand close before, or say after them what is wrong with
    them, in this sentence or at the beginning of the next.
    """
    begin, finish = sentence
    before = text[max(begin, start - NEAR) : start]
    for turn in _CONTRAST.finditer(before):
        before = " " * turn.end() + before[turn.end() :]
    after = text[end : finish + 90]
    return (
        _is_any(_SENTENCE, text[begin : finish + 90])
        or (bool(before) and _is_any(_BEFORE, before))
        or any(one.search(after) for one in _AFTER)
        or bool(_BECAUSE.search(text[start:finish]))
    )


@lru_cache(maxsize=512)
def _is_any(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(one.search(text) for one in patterns)


def is_denied(before: str, after: str) -> bool:
    """Whether what stands right before or after takes the words back: "did not consent"."""
    return bool(_NEGATED.search(before[-NEAR:]) or _DENIED_AFTER.search(after[:NEAR]))


def is_forced(before: str) -> bool:
    """Whether somebody else makes them do it: "is being forced to"."""
    return bool(_FORCED.search(before[-NEAR:]))
