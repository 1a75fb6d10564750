"""Labels in running text: "Lead: Jo Reeves", "Recommendation 3: …", several in one line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from joinedup.documents.grid import Document, Heading, Para, Place, Table

from .cells import TableView, clean, lines_of_para, view_of
from .lexicon import heading_words, is_known_heading, scores
from .model import NOWHERE
from .refs import ref_of_cell
from .surroundings import block_text

__all__ = ["Label", "TextLine", "is_form", "text_lines"]

_LABEL = re.compile(r"([A-Za-z%][\w %/()'’&.\-]{0,48}?)\s*(?::|\?:?|\s[–—-](?=\s)|–|—)(?:\s+|$)")
_REF_END = re.compile(
    r"^(?P<word>.*?[A-Za-z)])\s*(?:no\.?\s*)?(?P<ref>[A-Z]{0,3}\d{1,3}(?:[./]\d{1,3})*[a-z]?|"
    r"(?<![A-Za-z])[A-Z]\b|(?<![A-Za-z])[ivx]{1,4})\s*[.)]?$"
)
_OPENS = re.compile(r"^([A-Z][\w %/()'’&.\-]{0,48}?)\s*(?::|\?:?)(?:\s|$)")
_INSIDE = re.compile(r"(?<=[.!?])\s+([A-Z][\w %/'’&\-]{0,40}?)\s*:(?:\s|$)")
_SURE = 0.93
_OFTEN = 3
_LONGEST_LABEL = 6


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

    @property
    def in_form(self) -> bool:
        """True for a line of a form: a table of labels and values."""
        return self.spot.startswith("t")


def _as_label(words: str, shared: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """(word, ref) where the last words before a colon are a heading known by its words, or one
    of the `shared` labels of this document."""
    words = words.strip(" •-–*(|;,.")
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


def _labels_in(text: str, shared: frozenset[str] = frozenset()) -> tuple[str, tuple[Label, ...]]:
    """The words before the first label of a line, and its labels with their values."""
    spots: list[tuple[int, int, str, str]] = []
    for match in _LABEL.finditer(text):
        before = match.group(1)
        is_first = not spots and not text[: match.start()].strip(" •-–*(")
        dashed = not re.search("[:?]", match.group(0))
        named = _as_label(before, shared) if is_first else None
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


def text_lines(document: Document) -> list[TextLine | None]:
    """Every line of running text with its labels; None stands for a table. The rows of a form (a
    table of labels and values) are lines too."""
    shared = _shared_labels(document)
    found: list[TextLine | None] = []
    number = 0
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            number += 1
            view = view_of(block, number)
            found += [None, *(_form_lines(index, view) if is_form(view) else []), None]
        elif isinstance(block, Heading):
            line = _line(index, block_text(block), False, True, "", shared)
            found.append(replace(line, spot=f"b{index}", place=block.place, level=block.level))
        else:
            found += _para_lines(index, block, shared)
    return _values_under_labels(found)


def _values_under_labels(lines: list[TextLine | None]) -> list[TextLine | None]:
    """A plain line right under a label in bold is its value, even where it is a word that would
    be a label elsewhere ("Status" over "Complete")."""
    done: list[TextLine | None] = []
    for line in lines:
        above = done[-1] if done else None
        if line is not None and above is not None and above.is_bold and not line.is_bold:
            bare = len(line.labels) == 1 and not line.labels[0].value and not line.is_heading
            if above.labels and not above.labels[-1].value and bare:
                line = replace(line, lead=line.text, labels=())
        done.append(line)
    return done


def _para_lines(index: int, block: Para, shared: frozenset[str]) -> list[TextLine]:
    found: list[TextLine] = []
    for line in lines_of_para(_with_colon(block, shared)):
        word = clean(line.text).rstrip(":?")
        if line.is_bold and not line.is_item and _is_shared(word, shared):
            label = Label(word, "", "")
            found.append(
                TextLine(
                    index,
                    line.text,
                    "",
                    (label,),
                    False,
                    False,
                    "",
                    0,
                    True,
                    f"b{index}",
                    block.place,
                )
            )
            continue
        for n, text in enumerate(_cut_at_labels(line.text, shared)):
            if text:
                is_item = line.is_item and not n
                mark = "" if n else line.mark
                read = _line(index, text, is_item, False, mark, shared)
                found.append(replace(read, spot=f"b{index}", place=block.place))
    return found


def _is_shared(words: str, shared: frozenset[str]) -> bool:
    """True for a label by itself on its line: known here or everywhere."""
    known = words.casefold() in shared or is_known_heading(words)
    return known and len(words.split()) <= _LONGEST_LABEL


def _with_colon(para: Para, shared: frozenset[str]) -> Para:
    """A label in bold without a colon ("**Lead** Jo Reeves") given one."""
    lead = _bold_lead(para)
    plain = lead.rstrip(" :–—-").strip()
    if not lead or ":" in lead or (plain.casefold() not in shared and not is_known_heading(plain)):
        return para
    runs = list(para.runs)
    first = next(n for n, run in enumerate(runs) if not run.bold and run.text.strip())
    runs.insert(first, replace(runs[first], text=": "))
    return replace(para, runs=tuple(runs))


def _bold_lead(para: Para) -> str:
    """The words in bold at the start of a paragraph that goes on in another weight."""
    lead = ""
    for run in para.runs:
        if not run.bold and run.text.strip():
            return lead if len(lead.split()) <= _LONGEST_LABEL else ""
        lead += run.text
    return ""


def _all_bold(para: Para) -> str:
    """The words of a short paragraph that is bold throughout."""
    inked = [run for run in para.runs if run.text.strip()]
    text = clean(para.text)
    short = len(text.split()) <= _LONGEST_LABEL and not para.is_item
    return text if short and inked and all(run.bold for run in inked) else ""


def _shared_labels(document: Document) -> frozenset[str]:
    """Words that open several lines before a colon or in bold: labels, whatever they say."""
    counts: Counter[str] = Counter()
    for block in document.blocks:
        if isinstance(block, Para):
            for line in lines_of_para(block):
                opened = _OPENS.match(line.text)
                if opened:
                    counts[_unnumbered(opened.group(1)).casefold()] += 1
            lead = _bold_lead(block) or _all_bold(block)
            if lead and ":" not in lead:
                counts[lead.rstrip(" ?–—-").strip().casefold()] += 1
    return frozenset(words for words, count in counts.items() if words and count >= _OFTEN)


def _unnumbered(words: str) -> str:
    numbered = _REF_END.match(words)
    return (numbered.group("word") if numbered else words).strip()


def _cut_at_labels(text: str, shared: frozenset[str]) -> list[str]:
    """A line cut before each label that opens lines elsewhere ("… to the MARAC. Action: Add …")."""
    spots = [
        match.start(1)
        for match in _INSIDE.finditer(text)
        if _unnumbered(match.group(1)).casefold() in shared
        and max(scores(_unnumbered(match.group(1))).values(), default=0.0) >= 0.6
    ]
    ends = [*spots, len(text)]
    return [text[start:end].strip() for start, end in zip([0, *spots], ends, strict=True)]


def is_form(view: TableView) -> bool:
    """True for a table of labels and values ("Lead | Jo Reeves"), one action or a few."""
    if view.table.n_cols not in (2, 4) or view.table.n_rows < 3:
        return False
    labels = [
        view.own_text(row, col)
        for row in range(view.table.n_rows)
        for col in range(0, view.table.n_cols, 2)
        if view.own_text(row, col) and (view.at(row, col) or view.table.cells[0]).colspan == 1
    ]
    known = [text for text in labels if _as_label(text) is not None]
    return len(known) >= 3 and len(known) >= 0.7 * len(labels)


def _form_lines(index: int, view: TableView) -> list[TextLine]:
    found: list[TextLine] = []
    for row in range(view.table.n_rows):
        for col in range(0, view.table.n_cols, 2):
            found += _form_pair(index, view, row, col)
    return found


def _form_pair(index: int, view: TableView, row: int, col: int) -> list[TextLine]:
    """The label and value at one place of a form, the value's further lines under it."""
    cell = view.at(row, col)
    if cell is None or not view.own_text(row, col):
        return []
    if cell.colspan > 1:
        line = _line(index, view.text(row, col), False, False, "")
        return [replace(line, spot=view.cell_id(cell), place=cell.place)]
    word, ref = _as_label(view.text(row, col)) or (view.text(row, col).strip(" :"), "")
    value = view.at(row, col + 1)
    spot, place = (view.cell_id(value), value.place) if value else (view.cell_id(cell), cell.place)
    lines = view.lines(value) if value else []
    plain = bool(lines) and not lines[0].is_item
    label = Label(word, ref, lines[0].text if plain else "")
    first = TextLine(index, word, "", (label,), False, False, "", 0, False, spot, place)
    rest = [
        TextLine(
            index, line.text, line.text, (), line.is_item, False, line.mark, 0, False, spot, place
        )
        for line in lines[1 if plain else 0 :]
    ]
    return [first, *rest]


def _line(
    index: int,
    text: str,
    is_item: bool,
    is_heading: bool,
    mark: str,
    shared: frozenset[str] = frozenset(),
) -> TextLine:
    text = clean(text)
    lead, labels = _labels_in(text, shared)
    if not labels and (is_heading or not is_item):
        named = _bare_label(text)
        if named:
            return TextLine(index, text, "", (Label(*named, ""),), is_item, is_heading, mark)
    return TextLine(index, text, lead, labels, is_item, is_heading, mark)


def _bare_label(text: str) -> tuple[str, str] | None:
    """A label alone on its line: "Lead officer", "Recommendation 4"."""
    if len(text.split()) > 5:
        return None
    word = text.rstrip(":.")
    numbered = _REF_END.match(word)
    if numbered and max(scores(numbered.group("word")).values(), default=0.0) >= _SURE - 0.2:
        return numbered.group("word"), ref_of_cell(numbered.group("ref"))
    if max(scores(word).values(), default=0.0) >= 1.0 and word[:1].isupper():
        return word, ""
    return None
