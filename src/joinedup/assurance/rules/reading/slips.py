"""Slips of typing in column headings: "Recomendation", "Onwer", "Tiemscale"."""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["mended"]

_LEAST = 4
_LEAST_FOR_A_WRONG_LETTER = 7


def mended(text: str, known: Collection[str]) -> str:
    """The text with each word that is not known put as the one known word that it is a slip of.

    `known` are words in lower case without a plural s. A slip is two neighbouring letters changed
    about, a letter left out or doubled, or in a long word one wrong letter; never the first.
    """

    def mend(found: re.Match[str]) -> str:
        word = found.group().casefold()
        stem = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
        if len(word) < _LEAST or word in known or stem in known:
            return found.group()
        alike = [one for one in known if one[:1] == word[0] and abs(len(one) - len(word)) <= 2]
        for is_slip in (_letters_moved, _wrong_letter):
            near = {one for one in alike if is_slip(word, one) or is_slip(stem, one)}
            if near:
                return near.pop() if len(near) == 1 else found.group()
        return found.group()

    return re.sub(r"[A-Za-z]+", mend, text)


def _letters_moved(word: str, meant: str) -> bool:
    """Two neighbouring letters changed about, or one letter too many or too few."""
    if abs(len(word) - len(meant)) > 1 or word[:1] != meant[:1] or len(meant) < _LEAST:
        return False
    if len(word) == len(meant):
        apart = [n for n, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
        turned = len(apart) == 2 and apart[1] == apart[0] + 1
        return turned and word[apart[0]] == meant[apart[1]] and word[apart[1]] == meant[apart[0]]
    short, long = sorted((word, meant), key=len)
    return len(long) > _LEAST + 1 and any(
        long[:n] + long[n + 1 :] == short for n in range(1, len(long))
    )


def _wrong_letter(word: str, meant: str) -> bool:
    """One letter of a long word put for another, not the first."""
    if len(word) != len(meant) or len(meant) < _LEAST_FOR_A_WRONG_LETTER or word[:1] != meant[:1]:
        return False
    return sum(a != b for a, b in zip(word, meant, strict=True)) == 1
