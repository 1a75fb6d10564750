"""Labels in running text: "Lead: Jo Reeves", "Recommendation 3: …", several in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from joinedup.documents.grid import Place

from .cells import clean
from .lexicon import heading_words, is_known_heading, scores
from .model import NOWHERE
from .parsers import parse_status
from .refs import ref_of_cell

__all__ = ["OPENS", "Label", "TextLine", "as_label", "as_unnumbered", "line_of"]

_LABEL = re.compile(r"([A-Za-z%][\w %/()'’&.\-]{0,48}?)\s*(?::|\?:?|\s[–—-](?=\s)|–|—)(?:\s+|$)")
_REF_END = re.compile(
    r"^(?P<word>.*?[A-Za-z)])\s*(?:no\.?\s*)?(?P<ref>[A-Z]{0,3}\d{1,3}(?:[./]\d{1,3})*[a-z]?|"
    r"(?<![A-Za-z])[A-Z]\b|(?<![A-Za-z])[ivx]{1,4})\s*[.)]?$"
)
OPENS = re.compile(r"^([A-Z][\w %/()'’&.\-]{0,48}?)\s*(?::|\?:?)(?:\s|$)")
_SURE = 0.93


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its value: `word` as printed without number, `ref` the number if one stands in it."""

    word: str
    ref: str
    value: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of running text: the words before its first label, and its labels."""

    index: int
    text: str
    lead: str
    labels: tuple[Label, ...]
    is_item: bool
    is_heading: bool
    mark: str = ""
    level: int = 0
    is_bold: bool = False
    spot: str = ""
    place: Place = NOWHERE
    indent: int = 0
    opens: bool = False
    """True where the layout itself says that an action begins here."""

    @property
    def in_form(self) -> bool:
        """True for a line of a form: a table of labels and values."""
        return self.spot.startswith("t")


def as_label(words: str, shared: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """(word, ref) where the last words before a colon are a heading known by its words, or one
    of the `shared` labels of this document."""
    words = words.strip(" •-–*(|;,.")
    if re.search(r"(?<!\bno)[.!?;]\s", words, re.IGNORECASE):
        return None
    if words.casefold() in shared and not _REF_END.match(words):
        return words, ""
    numbered = _REF_END.match(words)
    if numbered and max(scores(numbered.group("word")).values(), default=0.0) >= _SURE - 0.2:
        return numbered.group("word").strip(), ref_of_cell(numbered.group("ref"))
    best = scores(words)
    if "(" in words or len(heading_words(words)) > 6:
        return None
    if words and (is_known_heading(words) or max(best.values(), default=0.0) >= _SURE - 0.1):
        return words, ""
    return None


def _exact_suffix(before: str) -> str:
    """The longest run of last words that is a known heading as it stands ("… Lead officer")."""
    words = before.split()
    for start in range(max(0, len(words) - 5), len(words)):
        text = " ".join(words[start:]).lstrip("([*")
        if text[:1].isupper() and max(scores(text).values(), default=0.0) >= _SURE:
            return text
    return ""


@lru_cache(maxsize=16384)
def _labels_in(text: str, shared: frozenset[str] = frozenset()) -> tuple[str, tuple[Label, ...]]:
    """The words before the first label of a line, and its labels with their values."""
    spots: list[tuple[int, int, str, str]] = []
    for match in _LABEL.finditer(text):
        before = match.group(1)
        is_first = not spots and not text[: match.start()].strip(" •-–*(")
        dashed = not re.search("[:?]", match.group(0))
        named = as_label(before, shared) if is_first else None
        if dashed and named and _is_state(before):
            continue  # "Done - closed on 4 March" tells how far it is
        if named and (not dashed or named[1] or max(scores(named[0]).values(), default=0) >= 1.0):
            if dashed and not named[1] and len(before.split()) > 4:
                continue
            spots.append((match.start(), match.end(), *named))
            continue
        word = "" if dashed else _exact_suffix(before)
        if word:
            start = match.start(1) + len(before) - len(before[before.rfind(word) :])
            spots.append((start, match.end(), word, ""))
    if not spots:
        return text, ()
    if len(spots) > 1 and not text[spots[0][1] : spots[1][0]].strip():
        spots = spots[:1]
    ends = [*[spot[0] for spot in spots[1:]], len(text)]
    labels = tuple(
        Label(word, ref, text[end:stop].strip(" |;,(\t").strip())
        for (_, end, word, ref), stop in zip(spots, ends, strict=True)
    )
    lead = text[: spots[0][0]].strip(" |;,(\t•")
    if "(" in text[: spots[0][0]][-3:] or text[: spots[0][0]].count("(") > lead.count(")"):
        labels = (
            *labels[:-1],
            Label(labels[-1].word, labels[-1].ref, labels[-1].value.rstrip(").")),
        )
    return lead, labels


def as_unnumbered(words: str) -> str:
    """A label without the number that it ends in."""
    numbered = _REF_END.match(words)
    return (numbered.group("word") if numbered else words).strip()


def line_of(
    index: int,
    text: str,
    is_item: bool,
    is_heading: bool,
    mark: str,
    shared: frozenset[str] = frozenset(),
) -> TextLine:
    """A line of text with the labels found in it; `shared` are labels of this document only."""
    text = clean(text)
    lead, labels = _labels_in(text, shared)
    if not labels and (not is_item or is_heading) and not (is_heading and _is_state(text)):
        named = _bare_label(text)
        if named:
            return TextLine(index, text, "", (Label(*named, ""),), is_item, is_heading, mark)
    return TextLine(index, text, lead, labels, is_item, is_heading, mark)


def _is_state(text: str) -> bool:
    """True for a heading that is a state ("Done", "In progress"), and no label of one."""
    return parse_status(text) is not None and scores(text).get("status", 0.0) >= _SURE


def _bare_label(text: str) -> tuple[str, str] | None:
    """A label alone on its line: "Lead officer", "Recommendation 4"."""
    if len(text.split()) > 5:
        return None
    word = text.rstrip(":.")
    numbered = _REF_END.match(word)
    if numbered and max(scores(numbered.group("word")).values(), default=0.0) >= _SURE - 0.2:
        return numbered.group("word"), ref_of_cell(numbered.group("ref"))
    if word[:1].isupper() and max(scores(word).values(), default=0.0) >= 1.0:
        return word, ""
    return None
