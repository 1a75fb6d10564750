"""Cutting a due phrase into tokens: numbers, ordinals, years with an apostrophe, words, marks."""

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "′": "'"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_TOKEN = re.compile(
    r"""
    (?P<word>w/c|w/e|w/b|w/k|n/a|24/7(?![/.-]\d)|w\.e\.f\.?|w\.c\.)(?![a-z0-9])
  | (?P<arrow>->|=>|→|⇒|➔)
  | (?P<ord>\d{1,2}\s*(?:st|nd|rd|th)(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?![a-z])))
  | (?P<time>(?:\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm|a\.m\.|p\.m\.)
        |\d{1,2}\s*(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|noon|midday|midnight)(?![a-z]))
  | (?P<yy>'\s?\d{2}(?!\d))
  | (?P<num>\d+)
  | (?P<line>[\r\n\v\f]+)
  | (?P<letters>[^\W\d_]+(?:'[^\W\d_]+|(?<=s)'(?!\s?\d))?)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the phrase.

    `kind` is num, ord, yy, word, time, mark or line; `value` the number of num, ord and yy;
    `glued` says that nothing stands between it and the token before; `capital` that the word
    began with a capital letter.
    """

    kind: str
    text: str
    value: int = -1
    glued: bool = False
    capital: bool = False


def plain(text: str) -> str:
    """The text with one kind of space, apostrophe and dash, and without invisible marks."""
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).translate(_DASHES)
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a phrase, in order; any text is accepted."""
    text = plain(text)
    tokens: list[Token] = []
    end = -1
    for found in _TOKEN.finditer(text.lower() if len(text.lower()) == len(text) else text):
        glued = found.start() == end
        end = found.end()
        tokens.append(_token(found, glued, text[found.start()].isupper()))
    return tuple(tokens)


def _token(found: re.Match[str], glued: bool, capital: bool) -> Token:
    kind, word = found.lastgroup or "mark", found.group()
    if kind in ("num", "ord", "yy"):
        digits = "".join(c for c in word if c.isdigit())
        return Token(kind, digits, int(digits[:9]), glued, capital)
    if kind == "arrow":
        return Token("word", "→", -1, glued, capital)
    if kind in ("word", "letters"):
        return Token("word", word.rstrip(".'"), -1, glued, capital)
    return Token(kind, word, -1, glued, capital)
