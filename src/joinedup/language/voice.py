"""Whose words are they? Quoted speech, and words named only to criticise or to teach."""

from __future__ import annotations

import re

from joinedup.language.terms import compiled, data, listed

__all__ = ["is_criticised", "is_denied", "plain", "quoted_spans", "sentence_at"]

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

_WORDS = data("voice")
_TEACHING = [compiled(one) for one in listed(_WORDS["teaching"])]
_NEGATED = re.compile(str(_WORDS["negated_before"]), re.IGNORECASE)
_DENIED_AFTER = re.compile(str(_WORDS["denied_after"]), re.IGNORECASE)


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
    begin, finish = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= end:
            finish = match.start()
            break
    return begin, finish


def is_criticised(sentence: str) -> bool:
    """Whether the sentence names words in order to criticise, correct or teach."""
    return any(one.search(sentence) for one in _TEACHING)


def is_denied(before: str, after: str) -> bool:
    """Whether what stands right before or after takes the words back: "did not consent"."""
    return bool(_NEGATED.search(before) or _DENIED_AFTER.search(after))
