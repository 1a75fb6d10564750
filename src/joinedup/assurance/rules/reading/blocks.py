"""Plans without tables: labelled blocks, headings with lists, numbered paragraphs.

Each block becomes a row of a table whose columns are the labels, and is then read as any other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from joinedup.documents.grid import Document, Heading, Para

from .blockstarts import WHO_WHEN, is_numbered_title, names_section, role_of, starts_of
from .blocktable import DETAIL, NOTE, REF, STATE, THEN, TITLE, Bit, BlockRow, read_block, table_of
from .cells import clean
from .context import Known
from .corrections import Corrections
from .facts import asks_for
from .fromheads import from_headings
from .items import item_rows
from .labels import Label, TextLine
from .lexicon import heading_words, opens_heading, scores
from .minutes import doubt_minutes, minute_rows
from .model import Column, Plan
from .parsers import open_status, parse_status
from .tails import without_box
from .textlines import text_lines
from .years import known_in_year

__all__ = ["read_blocks"]

_MOST_IN_A_STATE = 4
_MAIL_HEAD = re.compile(r"^\s*(from|sent|to|cc|date|importance|attachments?)\s*:", re.IGNORECASE)
_SUBJECT = re.compile(r"^\s*subject\s*:\s*(?:(?:fw|fwd|re)\s*:\s*)*(.+)$", re.IGNORECASE)
Uses = dict[str, tuple[str, str, str]]


def read_blocks(
    document: Document, known: Known, year: int | None, corrections: Corrections, has_tables: bool
) -> tuple[list[Plan], Uses]:
    """Plans written as labelled blocks, and the use of each block that they take.

    Beside plan tables only blocks that are numbered ("Recommendation 3: …") count.
    """
    lines = [
        line if line is None else _corrected(line, corrections) for line in text_lines(document)
    ]
    starts = _with_openings(lines, starts_of(lines))
    if has_tables:
        starts = {
            n
            for n in starts
            if (line := lines[n]) is not None and (line.in_form or is_numbered_title(line))
        }
    rows = [row for row in _rows(lines, starts) if _is_action(row)]
    if not _repeat_each_other(rows):
        rows = []
    spoken = [] if has_tables or len(rows) >= 2 else minute_rows(lines)
    listed, in_sentences = ([], False) if has_tables else item_rows(lines)
    if len(listed) >= 2 and len(listed) > max(len(rows), len(spoken)):
        rows, spoken = listed, listed if in_sentences else []
    elif len(spoken) >= 2 and len(spoken) > len(rows):
        rows = spoken
    else:
        spoken = []
    if not rows:
        return [], {}
    least = 1 if not has_tables and any(_stands_alone(row) for row in rows) else 2
    if len(rows) < least:
        return [], {}
    _take_plain_numbers(rows)
    view, columns = table_of(rows)
    title, title_index = _title_over(document, rows[0])
    known = known_in_year(known, year, [title], _due_texts(rows), document)
    done = [read_block(view, columns, n, row, known) for n, row in enumerate(rows)]
    done = [doubt_minutes(row) for row in done] if spoken else done
    done = from_headings(done, {column.role for column in columns}, known)
    uses = _uses(rows, columns)
    if title_index >= 0:
        uses.setdefault(f"b{title_index}", ("title", "", ""))
    return [Plan(title, tuple(done))], uses


def _with_openings(lines: list[TextLine | None], starts: set[int]) -> set[int]:
    """The starts, with those that a layout gives by itself in place of any guessed there."""
    opened = {n for n, line in enumerate(lines) if line is not None and line.opens}
    settled: set[int] = set()
    for n in opened:
        end = next((m for m in range(n, len(lines)) if lines[m] is None), len(lines))
        settled |= set(range(n, end))
    return (starts - settled) | opened


def _stands_alone(row: BlockRow) -> bool:
    """True for a single block that is surely an action, and no head of a report."""
    roles = {role_of(Label(heading, "", "")) for heading in row.headings.values()}
    told = bool(row.ref) or bool(roles & {"status", "progress", "actions", "percent"})
    return told and len(row.values) >= 4


def _take_plain_numbers(rows: list[BlockRow]) -> None:
    """ "1 Train staff", "2 Write to schools": numbers without a dot that count up are references."""
    found = [re.match(r"(\d{1,3})\s+(?=[A-Z])", row.values[TITLE][0].text) for row in rows]
    if len(rows) < 2 or any(row.ref or REF in row.values for row in rows) or not all(found):
        return
    numbers = [int(match.group(1)) for match in found if match]
    if numbers != list(range(numbers[0], numbers[0] + len(rows))):
        return
    for row, match in zip(rows, found, strict=True):
        bit = row.values[TITLE][0]
        row.ref = match.group(1) if match else ""
        row.values[TITLE][0] = replace(bit, text=bit.text[match.end() if match else 0 :])


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


def _key(label: Label) -> tuple[str, ...]:
    """Labels that surely mean the same ("Due", "Deadline") share one column."""
    role = role_of(label)
    if role in WHO_WHEN | {"priority", "review"} and scores(label.word)[role] >= 0.93:
        return ("role", role)
    return heading_words(label.word)


def _rows(lines: list[TextLine | None], starts: set[int]) -> list[BlockRow]:
    rows: list[BlockRow] = []
    section, section_spot = "", ""
    current: BlockRow | None = None
    key: tuple[str, ...] = TITLE
    for n, line in enumerate(lines):
        if line is None:
            current = None
            continue
        if names_section(line) and n not in starts:
            current, section, section_spot = None, line.text, line.spot
        elif n in starts:
            current = BlockRow(line.index, line.spot, section, section_spot)
            rows.append(current)
            key = _open(current, line)
        elif (
            current is not None
            and not _after_the_last(line, n, rows, starts)
            and (taken := _take(current, line, key, lines, n, starts, rows))
        ):
            key = taken
        else:
            current = None
            if line.is_heading or (_is_short(line.text) and _near_start(n, starts, lines)):
                section, section_spot = line.text, line.spot
    if rows and all(row.section == rows[0].section for row in rows):
        for row in rows:
            row.section, row.section_spot = "", ""
    return rows


def _after_the_last(line: TextLine, n: int, rows: list[BlockRow], starts: set[int]) -> bool:
    """True for a label under the last block that none of the blocks before it has: the foot of the
    paper ("Contact: …")."""
    if len(rows) < 3 or not line.labels or line.in_form or any(m > n for m in starts):
        return False
    if any(role_of(label) in ("title", "ref", "actions") for label in line.labels):
        return False
    return all(_key(label) not in row.headings for label in line.labels for row in rows[:-1])


def _is_short(text: str) -> bool:
    return len(text.split()) <= 12 and not re.search(r"[.,;:]$", text)


def _near_start(n: int, starts: set[int], lines: list[TextLine | None]) -> bool:
    return n + 1 in starts or (n + 2 in starts and n + 1 < len(lines))


def _open(row: BlockRow, line: TextLine) -> tuple[str, ...]:
    """Begin a row with its first line; return the label that plain words under it go on with."""
    key: tuple[str, ...] = TITLE
    labels = list(line.labels)
    line, state = _unboxed(line)
    if state:
        row.put(STATE, "Status", Bit(state, line.spot, line.place))
    if line.lead or not labels:
        text = (
            f"{line.mark} {line.lead or line.text}"
            if re.search(r"\w", line.mark)
            else (line.lead or line.text)
        )
        row.put(TITLE, "Action", Bit(text, line.spot, line.place))
    elif role_of(labels[0]) in ("title", "ref"):
        label = labels.pop(0)
        row.ref = label.ref
        if role_of(label) == "ref":
            row.put(REF, "Ref", Bit(label.value, line.spot, line.place))
        else:
            row.put(TITLE, label.word, Bit(label.value, line.spot, line.place))
    for label in labels:
        key = _key(label)
        row.put(key, label.word, Bit(label.value, line.spot, line.place))
    return key


def _unboxed(line: TextLine) -> tuple[TextLine, str]:
    """A line without the box that opens it, and the state that a ticked box says."""
    words = line.lead or line.text
    bare, state = without_box(words)
    if bare == words:
        return line, ""
    return replace(line, lead=bare, text=bare), state


def _take(
    row: BlockRow,
    line: TextLine,
    key: tuple[str, ...],
    lines: list[TextLine | None],
    n: int,
    starts: set[int],
    rows: list[BlockRow],
) -> tuple[str, ...] | None:
    """Put a line into the open row; None where it does not belong to it any more."""
    if line.labels and not line.lead:
        for label in line.labels:
            same = _key(label)
            words = heading_words(label.word)
            if same in row.values and heading_words(row.headings[same]) != words:
                same = words if same != TITLE else THEN
            key = TITLE if role_of(label) == "title" and TITLE not in row.values else same
            value = f"{label.ref} {label.value}".strip() if label.ref else label.value
            row.put(key, label.word, Bit(value, line.spot, line.place))
        return key
    if line.is_heading or opens_heading(line.text):
        return None
    text = line.text
    if line.is_item:
        target = ("sub", "action") if key == TITLE else _under(row, key, text)
        row.put(
            target,
            row.headings.get(target, "Sub action"),
            Bit(text, line.spot, line.place, True, line.mark),
        )
        return key
    has_value = key in row.values
    if has_value and line.in_form and row.values[key][-1].spot != line.spot and _is_brief(row, key):
        row.put(DETAIL, row.headings.get(DETAIL, "Details"), Bit(text, line.spot, line.place))
        return key
    same_cell = line.in_form and has_value and row.values[key][-1].spot == line.spot
    if key == TITLE or not has_value or same_cell:
        row.put(key, row.headings.get(key, "Action"), Bit(text, line.spot, line.place))
        return key
    if _is_state(text) and row.say(STATE, "Status", Bit(text, line.spot, line.place)):
        return STATE
    if _goes_on(n, starts, lines, rows) or _opens_with_state(text):
        told = role_of(Label(row.headings[key], "", "")) not in WHO_WHEN | {"ref"}
        target = key if told else NOTE
        row.put(target, row.headings.get(target, "Note"), Bit(text, line.spot, line.place))
        return key
    return None


def _is_state(text: str) -> bool:
    """True for a line that says no more than how far it is ("Not started")."""
    status = parse_status(text) if len(text.split()) <= _MOST_IN_A_STATE else None
    return status is not None and status.confidence >= 0.9


def _opens_with_state(text: str) -> bool:
    """True for "In progress - half is written", under the last block too."""
    status, rest = open_status([text])
    return status is not None and bool(rest) and status.confidence >= 0.9


def _is_brief(row: BlockRow, key: tuple[str, ...]) -> bool:
    """True under a label that says one short thing: the text of the next cell is no part of it."""
    return role_of(Label(row.headings.get(key, ""), "", "")) in WHO_WHEN | {"priority", "ref"}


def _under(row: BlockRow, key: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Where a list item under a label goes: with the label, unless that says who or when and has
    said it on its own line; then it is a further action or a note."""
    bits = row.values.get(key, [])
    told = role_of(Label(row.headings.get(key, ""), "", "")) in WHO_WHEN
    if not told or not bits or bits[-1].is_item:
        return key
    if asks_for(text):
        row.headings.setdefault(("sub", "action"), "Sub action")
        return ("sub", "action")
    row.headings.setdefault(NOTE, "Note")
    return NOTE


def _goes_on(n: int, starts: set[int], lines: list[TextLine | None], rows: list[BlockRow]) -> bool:
    """True where plain words under a label belong to its block: labels of the same block follow,
    or another block does and the words are no heading over it."""
    line = lines[n]
    if line is not None and _is_short(line.text) and _near_start(n, starts, lines):
        return False
    for m in range(n + 1, len(lines)):
        below = lines[m]
        if m in starts or below is None or below.is_heading or names_section(below):
            break
        if below.labels and not _after_the_last(below, m, rows, starts):
            return True
    return any(m > n for m in starts)


def _is_action(row: BlockRow) -> bool:
    roles = {role_of(Label(heading, "", "")) for heading in row.headings.values()}
    return TITLE in row.values and bool(roles & WHO_WHEN)


def _due_texts(rows: list[BlockRow]) -> list[str]:
    return [
        bit.text
        for row in rows
        for key, bits in row.values.items()
        for bit in bits
        if role_of(Label(row.headings.get(key, ""), "", "")) in ("due", "start", "due_revised")
    ]


def _title_over(document: Document, first: BlockRow) -> tuple[str, int]:
    """The heading over the first block, other than its section."""
    wanted: Callable[[int], bool] = lambda n: n < first.start and f"b{n}" != first.section_spot  # noqa: E731
    heads = [(n, b) for n, b in enumerate(document.blocks) if isinstance(b, Heading) and wanted(n)]
    if heads:
        return clean(heads[0][1].text), heads[0][0]
    for n, block in enumerate(document.blocks[: first.start]):
        subject = _SUBJECT.match(block.text) if isinstance(block, Para) else None
        if subject:
            return clean(subject.group(1)), n
        if isinstance(block, Para) and _MAIL_HEAD.match(block.text):
            continue
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
