"""Plans written as plain lists: each item a sentence that ends with who and when, or says
"Jo Reeves to send … by 3 May"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .blocktable import NOTE, REF, TITLE, Bit, BlockRow
from .facts import asks_for, reports_of
from .labels import TextLine
from .tails import Tail, tail_of

__all__ = ["item_rows"]

_LEAST = 2
_SHARE = 0.5


def item_rows(lines: list[TextLine | None]) -> tuple[list[BlockRow], bool]:
    """A row for each item of the lists whose items mostly say who and when, none where no list
    does; and whether they were taken out of sentences, for a person to look at."""
    runs: list[_Run] = []
    section: TextLine | None = None
    run: list[TextLine] = []
    for line in [*lines, None]:
        if line is not None and _may_be_item(line):
            run.append(line)
            continue
        runs += [_Run(section, run, [tail_of(one.text) for one in run])] if run else []
        run = []
        if line is not None:
            section = line if _may_head(line) else None
    kept = [one for one in runs if one.whole >= _SHARE * one.items]
    if sum(one.whole for one in kept) < _LEAST:
        return [], False
    rows = [row for one in kept for row in _rows_of(one)]
    if len({row.section_spot for row in rows}) == 1:
        for row in rows:
            row.section, row.section_spot = "", ""
    return rows, any(tail.is_led for one in kept for tail in one.tails)


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that follow each other as a list does, with what their ends say."""

    section: TextLine | None
    lines: list[TextLine]
    tails: list[Tail]

    @property
    def pairs(self) -> list[tuple[TextLine, Tail]]:
        return list(zip(self.lines, self.tails, strict=True))

    @property
    def items(self) -> int:
        """The lines that are no parts of the one above."""
        return len([1 for line, tail in self.pairs if tail.who or tail.when or not line.indent])

    @property
    def whole(self) -> int:
        return sum(1 for tail in self.tails if tail.is_whole)


def _may_be_item(line: TextLine) -> bool:
    if line.is_heading or (len(line.text.split()) < 3 and not line.is_item):
        return False
    if line.in_form and " | " in line.text:
        return False
    tail = tail_of(line.text)
    return bool(line.is_item or tail.who or tail.when)


def _may_head(line: TextLine) -> bool:
    return line.is_heading or (len(line.text.split()) <= 10 and not line.text.endswith((".", ",")))


def _rows_of(run: _Run) -> list[BlockRow]:
    """A row for each item; items of a deeper list that say neither who nor when are its parts."""
    found: list[BlockRow] = []
    first = next((line for line, tail in run.pairs if tail.is_whole), run.lines[0])
    for line, tail in run.pairs:
        lettered = re.fullmatch(r"\(?[a-z]{1,3}[.)]", line.mark) and re.search(r"\d", first.mark)
        if found and not (tail.who or tail.when) and (line.indent > first.indent or lettered):
            bit = Bit(line.text, line.spot, line.place, True, line.mark)
            if _tells(line.text):
                found[-1].put(NOTE, "Note", bit)
            else:
                found[-1].put(("sub", "action"), "Sub action", bit)
        else:
            found.append(_row(line, tail, run.section))
    return found


def _tells(text: str) -> bool:
    """True for words that say how things stand: "140 of 212 seen", "Draft is with partners"."""
    return not asks_for(text) and (reports_of(text) or re.match(r"\d", text) is not None)


def _row(line: TextLine, tail: Tail, section: TextLine | None) -> BlockRow:
    row = BlockRow(line.index, line.spot)
    if section is not None:
        row.section, row.section_spot = section.text, section.spot
    mark = line.mark.strip(".()[]: ")
    if re.search(r"\d", mark):
        row.put(REF, "Ref", Bit(mark, line.spot, line.place))
    row.put(TITLE, "Action", Bit(tail.body, line.spot, line.place))
    for role, heading, text in (
        ("owners", "Lead", tail.who),
        ("due", "By when", tail.when),
        ("status", "Status", tail.state),
    ):
        if text:
            row.put(("role", role), heading, Bit(text, line.spot, line.place))
    return row
