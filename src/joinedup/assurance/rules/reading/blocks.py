"""Plans without tables: labelled blocks, headings with lists, numbered paragraphs.

Each block becomes a row of a table whose columns are the labels, and is then read as any other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from joinedup.documents.grid import Document, Heading, Para

from .blocktable import REF, TITLE, Bit, BlockRow, read_block, table_of
from .cells import clean
from .context import Known
from .corrections import Corrections
from .labels import Label, TextLine, text_lines
from .lexicon import heading_words, opens_heading, scores
from .model import Column, Plan
from .refs import split_ref
from .surroundings import plan_year

__all__ = ["read_blocks"]

Uses = dict[str, tuple[str, str, str]]
_WHO_WHEN = {"owners", "due", "status", "start", "due_revised", "percent"}


def read_blocks(
    document: Document, known: Known, year: int | None, corrections: Corrections, has_tables: bool
) -> tuple[list[Plan], Uses]:
    """Plans written as labelled blocks, and the use of each block that they take.

    Beside plan tables only blocks that are numbered ("Recommendation 3: …") count.
    """
    lines = [
        line if line is None else _corrected(line, corrections) for line in text_lines(document)
    ]
    starts = _starts(lines)
    if has_tables:
        starts = {
            n
            for n in starts
            if (line := lines[n]) is not None and (line.in_form or _is_numbered_title(line))
        }
    rows = [row for row in _rows(lines, starts) if _is_action(row)]
    if not _repeat_each_other(rows):
        return [], {}
    least = 1 if not has_tables and any(len(row.values) >= 4 for row in rows) else 2
    if len(rows) < least:
        return [], {}
    view, columns = table_of(rows)
    title, title_index = _title_over(document, rows[0])
    found, sure, two = plan_year([title], _due_texts(rows), document)
    known = replace(
        known,
        year=year or found,
        year_is_sure=year is not None or sure,
        spans_two_years=two and year is None,
    )
    done = [read_block(view, columns, n, row, known) for n, row in enumerate(rows)]
    uses = _uses(rows, columns)
    if title_index >= 0:
        uses.setdefault(f"b{title_index}", ("title", "", ""))
    return [Plan(title, tuple(done))], uses


def _repeat_each_other(rows: list[BlockRow]) -> bool:
    """Blocks of a plan have the same labels; the labels of a covering report stand once each."""
    if len(rows) < 2 or all(row.ref or REF in row.values for row in rows):
        return True
    counts = Counter(key for row in rows for key in row.headings if key != TITLE)
    shared = [key for key, count in counts.items() if count >= 0.6 * len(rows)]
    return len(shared) >= 1


def _corrected(line: TextLine, corrections: Corrections) -> TextLine:
    """A person may have said that a block is a note or a heading: it then starts no row."""
    kind = corrections.blocks.get(f"b{line.index}")
    if kind in ("note", "heading"):
        return replace(line, labels=(), lead=line.text, is_heading=kind == "heading")
    return line


def _role(label: Label) -> str:
    found = scores(label.word)
    best = max(found.items(), key=lambda item: item[1], default=("", 0.0))[0]
    if label.ref and found.get("title", 0.0) >= 0.7:
        return "title"
    return best


def _is_numbered_title(line: TextLine) -> bool:
    return bool(line.labels) and bool(line.labels[0].ref) and _role(line.labels[0]) == "title"


def _starts(lines: list[TextLine | None]) -> set[int]:
    """The indices of lines that open a block."""
    openers = [_opener(line) for line in lines]
    strongest = Counter(opener for opener in openers if opener)
    if strongest:
        repeated = [word for word, count in strongest.items() if count >= 2] or list(strongest)
        first = next(opener for opener in openers if opener in repeated)
        if _followed(lines, [n for n, o in enumerate(openers) if o == first]):
            return {n for n, opener in enumerate(openers) if opener == first}
    return _before_labels(lines)


def _opener(line: TextLine | None) -> tuple[str, ...]:
    """The words of the label that names what is to be done ("Recommendation", "Action")."""
    if line is None or not line.labels or line.lead:
        return ()
    label = line.labels[0]
    return heading_words(label.word) if _role(label) in ("title", "ref") else ()


def _followed(lines: list[TextLine | None], starts: list[int]) -> bool:
    """True where other labels follow these openers, on their line or under it."""
    count = 0
    for position, n in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else min(len(lines), n + 12)
        block = [line for line in lines[n:end] if line is not None]
        labels = [label for line in block for label in line.labels][1:]
        count += any(_role(label) in _WHO_WHEN for label in labels)
    return count >= max(1, len(starts) * 0.5)


def _before_labels(lines: list[TextLine | None]) -> set[int]:
    """Without openers: the line right before each run of labels, or a line with labels inside."""
    found: set[int] = set()
    previous: int | None = None
    for n, line in enumerate(lines):
        if line is None:
            previous = None
            continue
        useful = [label for label in line.labels if _role(label) in _WHO_WHEN]
        if _names_section(line):
            previous = None
        elif line.labels and line.lead and useful:
            found.add(n)
            previous = None
        elif line.labels:
            if useful and previous is not None:
                found.add(_first_of_title(lines, previous))
            previous = None if useful or previous is None else previous
        elif previous is None or not line.is_item or re.search(r"\w", line.mark):
            previous = n
    return found


def _names_section(line: TextLine) -> bool:
    """True for "Theme 2: Voice" alone on its line."""
    return len(line.labels) == 1 and not line.lead and _role(line.labels[0]) == "section"


def _key(label: Label) -> tuple[str, ...]:
    """Labels that surely mean the same ("Due", "Deadline") share one column."""
    role = _role(label)
    if role in _WHO_WHEN | {"priority", "review"} and scores(label.word)[role] >= 0.93:
        return ("role", role)
    return heading_words(label.word)


def _first_of_title(lines: list[TextLine | None], n: int) -> int:
    """The line that opens the title: a heading or numbered line right above plain words of it."""
    above = lines[n - 1] if n else None
    line = lines[n]
    if above is None or line is None or line.is_heading or line.mark or above.labels:
        return n
    return n - 1 if above.is_heading and split_ref(above.text)[0] else n


def _rows(lines: list[TextLine | None], starts: set[int]) -> list[BlockRow]:
    rows: list[BlockRow] = []
    section, section_spot = "", ""
    current: BlockRow | None = None
    key: tuple[str, ...] = TITLE
    for n, line in enumerate(lines):
        if line is None:
            current = None
            continue
        if _names_section(line) and n not in starts:
            current, section, section_spot = None, line.text, line.spot
        elif n in starts:
            current = BlockRow(line.index, line.spot, section, section_spot)
            rows.append(current)
            key = _open(current, line)
        elif current is not None and (taken := _take(current, line, key, lines, n, starts)):
            key = taken
        else:
            current = None
            if line.is_heading or (_is_short(line.text) and _near_start(n, starts, lines)):
                section, section_spot = line.text, line.spot
    if rows and all(row.section == rows[0].section for row in rows):
        for row in rows:
            row.section, row.section_spot = "", ""
    return rows


def _is_short(text: str) -> bool:
    return len(text.split()) <= 12 and not re.search(r"[.,;:]$", text)


def _near_start(n: int, starts: set[int], lines: list[TextLine | None]) -> bool:
    return n + 1 in starts or (n + 2 in starts and n + 1 < len(lines))


def _open(row: BlockRow, line: TextLine) -> tuple[str, ...]:
    """Begin a row with its first line; return the label that plain words under it go on with."""
    key: tuple[str, ...] = TITLE
    labels = list(line.labels)
    if line.lead or not labels:
        text = (
            f"{line.mark} {line.lead or line.text}"
            if re.search(r"\w", line.mark)
            else (line.lead or line.text)
        )
        row.put(TITLE, "Action", Bit(text, line.spot, line.place))
    elif _role(labels[0]) in ("title", "ref"):
        label = labels.pop(0)
        row.ref = label.ref
        if _role(label) == "ref":
            row.put(REF, "Ref", Bit(label.value, line.spot, line.place))
        else:
            row.put(TITLE, label.word, Bit(label.value, line.spot, line.place))
    for label in labels:
        key = _key(label)
        row.put(key, label.word, Bit(label.value, line.spot, line.place))
    return key


def _take(
    row: BlockRow,
    line: TextLine,
    key: tuple[str, ...],
    lines: list[TextLine | None],
    n: int,
    starts: set[int],
) -> tuple[str, ...] | None:
    """Put a line into the open row; None where it does not belong to it any more."""
    if line.labels and not line.lead:
        for label in line.labels:
            same = _key(label)
            key = TITLE if _role(label) == "title" and TITLE not in row.values else same
            value = f"{label.ref} {label.value}".strip() if label.ref else label.value
            row.put(key, label.word, Bit(value, line.spot, line.place))
        return key
    if line.is_heading or opens_heading(line.text):
        return None
    text = line.text
    if line.is_item:
        target = ("sub", "action") if key == TITLE else key
        row.put(
            target,
            row.headings.get(target, "Sub action"),
            Bit(text, line.spot, line.place, True, line.mark),
        )
        return key
    has_value = key in row.values
    if key == TITLE or not has_value:
        row.put(key, row.headings.get(key, "Action"), Bit(text, line.spot, line.place))
        return key
    later = [m for m in starts if m > n]
    goes_on = later and not (_is_short(text) and _near_start(n, starts, lines))
    if goes_on and _role(Label(row.headings[key], "", "")) == "progress":
        row.put(key, row.headings[key], Bit(text, line.spot, line.place))
        return key
    return None


def _is_action(row: BlockRow) -> bool:
    roles = {_role(Label(heading, "", "")) for heading in row.headings.values()}
    return TITLE in row.values and bool(roles & _WHO_WHEN)


def _due_texts(rows: list[BlockRow]) -> list[str]:
    return [
        bit.text
        for row in rows
        for key, bits in row.values.items()
        for bit in bits
        if _role(Label(row.headings.get(key, ""), "", "")) in ("due", "start", "due_revised")
    ]


def _title_over(document: Document, first: BlockRow) -> tuple[str, int]:
    """The heading over the first block, other than its section."""
    wanted: Callable[[int], bool] = lambda n: n < first.start and f"b{n}" != first.section_spot  # noqa: E731
    heads = [(n, b) for n, b in enumerate(document.blocks) if isinstance(b, Heading) and wanted(n)]
    if heads:
        return clean(heads[0][1].text), heads[0][0]
    for n, block in enumerate(document.blocks[: first.start]):
        if isinstance(block, Para) and _is_short(clean(block.text)) and wanted(n):
            return clean(block.text), n
    return "", -1


def _uses(rows: list[BlockRow], columns: tuple[Column, ...]) -> Uses:
    roles = {heading_words(column.heading): column.role for column in columns}
    uses: Uses = {}
    for row in rows:
        if row.section_spot:
            uses[row.section_spot] = ("heading", "", "")
    for row in rows:
        uses[row.spot] = ("row", row.spot, "title")
        for key, bits in row.values.items():
            for bit in bits:
                field_name = roles.get(heading_words(row.headings.get(key, "")), "title")
                uses.setdefault(bit.spot, ("row", row.spot, field_name))
    return uses
