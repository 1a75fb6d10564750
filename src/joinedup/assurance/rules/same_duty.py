"""Which actions of different plans are worded so alike that they may be one duty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

__all__ = ["near_pairs"]

WORD = re.compile(r"\w+")
SHORTEST = 4
"""Words that a title needs: two plans may both say "Review policy" and mean different ones."""


def _in_order(title: str) -> tuple[str, int]:
    """The words of a title in the order of the alphabet, and how many there are."""
    words = sorted(WORD.findall(title.casefold()))
    return " ".join(words), len(words)


def near_pairs(rows: Sequence[tuple[int, str, str]], alike: int) -> set[tuple[int, int]]:
    """Pairs of keys, the smaller first, of (key, plan, title) rows of different plans whose words
    are alike to at least `alike` of 100. Rows are compared only with those of about their length.
    """
    plain = [(key, plan, *_in_order(title)) for key, plan, title in rows]
    long_enough = [(key, plan, text) for key, plan, text, words in plain if words >= SHORTEST]
    long_enough.sort(key=lambda row: (len(row[2]), row[0]))
    texts = [text for _, _, text in long_enough]
    lengths = [len(text) for text in texts]
    pairs: set[tuple[int, int]] = set()
    end = 0
    for at, (key, plan, text) in enumerate(long_enough):
        # a ratio of n per cent leaves room for a text so much longer, and no more
        longest = lengths[at] * (200 - alike) / alike
        end = max(end, at + 1)
        while end < len(lengths) and lengths[end] <= longest:
            end += 1
        window = texts[at + 1 : end]
        near = process.extract(
            text, window, scorer=fuzz.ratio, processor=None, score_cutoff=alike, limit=None
        )
        for _, _, place in near:
            other, other_plan, _ = long_enough[at + 1 + place]
            if other_plan != plan:
                pairs.add((min(key, other), max(key, other)))
    return pairs
