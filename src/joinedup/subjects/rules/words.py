"""Words of names and addresses, made alike: small letters, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "listed", "tokens"]

LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
     "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh",
     "з": "z", "и": "y", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n",
     "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
     "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "yu", "я": "ya", "ы": "y", "э": "e",
     "ъ": ""}
)  # fmt: skip
"""Letters that lose nothing but an accent in no other way; Ukrainian and Russian as passports do."""
APOSTROPHES = re.compile(r"['’‘`´ʼ.]")
OTHER = re.compile(r"[^a-z0-9@_?]+")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The words of a text in small plain letters with one space between: "O’Néill-Smith" →
    "oneill smith"."""
    if text.isascii():
        plain = text.lower()
    else:
        small = text.casefold().translate(LETTERS)
        apart = unicodedata.normalize("NFKD", small)
        plain = "".join(one for one in apart if not unicodedata.combining(one))
    return OTHER.sub(" ", APOSTROPHES.sub("", plain)).strip()


def tokens(text: str) -> list[str]:
    """The words of a text, folded."""
    return fold(text).split()


def listed(text: str) -> list[str]:
    """The words of a list that is written as one text, so that it stays short to read."""
    return text.split()
