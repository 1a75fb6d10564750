"""The lines of running text with their labels; the rows of forms are lines too."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from joinedup.documents.grid import Document, Heading, Para, Table

from .blockstarts import role_of
from .cells import clean, lines_of_para, view_of
from .forms import form_lines, is_form
from .labels import OPENS, Label, TextLine, as_unnumbered, line_of
from .lexicon import is_known_heading, scores
from .parsers import parse_status
from .surroundings import block_text

__all__ = ["text_lines"]

_INSIDE = re.compile(r"(?<=[.!?])\s+([A-Z][\w %/'’&\-]{0,40}?)\s*:(?:\s|$)")
_OFTEN = 3
_LONGEST_LABEL = 6


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
            found += [None, *(form_lines(index, view) if is_form(view) else []), None]
        elif isinstance(block, Heading):
            line = line_of(index, block_text(block), False, True, "", shared)
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
        if line is not None and above is not None and _same_question(above, line):
            line = replace(line, lead=line.text, labels=())
        elif line is not None and above is not None and above.is_bold and not line.is_bold:
            bare = len(line.labels) == 1 and not line.labels[0].value and not line.is_heading
            if above.labels and not above.labels[-1].value and bare:
                line = replace(line, lead=line.text, labels=())
        done.append(line)
    return done


def _same_question(above: TextLine, line: TextLine) -> bool:
    """True for "Complete" under "Status": a word that is an answer to the label right above it."""
    if len(above.labels) != 1 or above.labels[0].value or above.lead or len(line.labels) != 1:
        return False
    one, two = above.labels[0], line.labels[0]
    if two.value or line.is_heading or one.word == two.word:
        return False
    return role_of(one) == role_of(two) == "status" and parse_status(two.word) is not None


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
                read = line_of(index, text, is_item, False, mark, shared)
                indent = block.level or 0
                found.append(replace(read, spot=f"b{index}", place=block.place, indent=indent))
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
    beside: Counter[str] = Counter()
    above = ""
    for block in document.blocks:
        if not isinstance(block, Para):
            continue
        for line in lines_of_para(block):
            opened = OPENS.match(line.text)
            words = as_unnumbered(opened.group(1)).casefold() if opened else ""
            counts[words] += 1
            beside[words] += bool(above)
            beside[above] += bool(words) and bool(scores(words))
            above = words if scores(words) else ""
        lead = _bold_lead(block) or _all_bold(block)
        if lead and ":" not in lead:
            counts[lead.rstrip(" ?–—-").strip().casefold()] += 1
    return frozenset(
        words
        for words, count in counts.items()
        if words and count >= (_OFTEN - 1 if beside[words] >= count else _OFTEN)
    )


def _cut_at_labels(text: str, shared: frozenset[str]) -> list[str]:
    """A line cut before each label that opens lines elsewhere ("… to the MARAC. Action: Add …")."""
    spots = [
        match.start(1)
        for match in _INSIDE.finditer(text)
        if as_unnumbered(match.group(1)).casefold() in shared
        and max(scores(as_unnumbered(match.group(1))).values(), default=0.0) >= 0.6
    ]
    ends = [*spots, len(text)]
    return [text[start:end].strip() for start, end in zip([0, *spots], ends, strict=True)]
