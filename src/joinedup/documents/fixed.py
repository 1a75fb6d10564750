"""Tables of plain text that is set in columns of spaces, as e-mail and old systems print them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from joinedup.documents.drifted import straightened
from joinedup.documents.grid import Cell, Para, Place, Table
from joinedup.documents.lines import split_mark, squeeze

__all__ = ["fixed_table", "is_ascii_rule"]

_GAP = re.compile(r"\s{2,}")
_RULE = re.compile(r"^\s*[-=_]{2,}(\s+[-=_]{2,})+\s*$")
_LEAST_COLUMNS = 3
_LEAST_LINES = 3
_ALIGNED = 0.85
_MOST_ACROSS = 0.4
_NEAR = 60


@dataclass
class _Row:
    line: int
    cells: list[list[str]] = field(default_factory=list)
    across: bool = False


def is_ascii_rule(line: str) -> bool:
    """True for "+-----+----+", the line between the rows of a drawn table."""
    text = line.strip()
    return len(text) > 4 and text[0] == "+" and text[-1] == "+" and not text.strip("+-=|: ")


def fixed_table(lines: list[str], at: int, number: int) -> tuple[Table, int] | None:
    """The table set in columns that begins at a line and the line after it; None where there is
    none. A line whose first column is empty goes on with the row above.

    What is no table by its first lines is none: else each line of a long text would be held against
    all that follow it.
    """
    starts = _starts(lines, at)
    if not starts:
        return None
    near = _whole(lines[: at + _NEAR], at, number, starts)
    if near is None or at + _NEAR >= len(lines):
        return near
    return _whole(lines, at, number, starts) or near


def _whole(lines: list[str], at: int, number: int, starts: list[int]) -> tuple[Table, int] | None:
    found = _table(lines, at, number, starts)
    if found is None and (straight := straightened(lines, at, starts)) is not None:
        return _table(straight[0], at, number, straight[1])
    return found


def _table(lines: list[str], at: int, number: int, starts: list[int]) -> tuple[Table, int] | None:
    end = _end(lines, at, starts)
    body = [n for n in range(at, end) if lines[n].strip()]
    if len(body) < _LEAST_LINES or not _fits(lines, body, starts):
        return None
    rows = _rows(lines, body, starts)
    if len(rows) < 2:
        return None
    cells = [
        Cell(
            r,
            c,
            tuple(_paras(parts, row.line, r, c, number)),
            Place(table=number, row=r + 1, col=c + 1, line=row.line + 1),
            colspan=len(starts) if row.across else 1,
        )
        for r, row in enumerate(rows)
        for c, parts in enumerate(row.cells)
        if parts
    ]
    return Table(tuple(cells), len(rows), len(starts), Place(table=number, line=at + 1), "", 1), end


def _starts(lines: list[str], at: int) -> list[int]:
    """Where the columns begin: under a rule of dashes as it stands, else as the first line has it."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if _RULE.match(below):
        return [found.start() for found in re.finditer(r"\S+", below)]
    first = lines[at].rstrip()
    if "\t" in first or "|" in first or len(_GAP.split(first.strip())) < _LEAST_COLUMNS:
        return []
    return [found.start() for found in re.finditer(r"\S+(?: \S+)*", first)]


def _end(lines: list[str], at: int, starts: list[int]) -> int:
    """The line after the table: two blank lines, or a line that runs over the columns."""
    blank = 0
    for n in range(at, len(lines)):
        line = lines[n].rstrip()
        if not line:
            blank += 1
            if blank > 1:
                return n
            continue
        if "\t" in line:
            return n
        if blank and not _is_aligned(line, starts) and not _heads(lines, n, starts):
            return n
        blank = 0
    return len(lines)


def _heads(lines: list[str], at: int, starts: list[int]) -> bool:
    """True for a heading over the columns after a blank line, with rows of the table under it."""
    if not _runs_across(lines[at], starts) or lines[at].rstrip().endswith((".", ":", ",")):
        return False
    below = [line for line in lines[at + 1 : at + 3] if line.strip()][:1]
    return any(
        _is_aligned(line, starts) and sum(1 for part in _cut(line, starts) if part) > 1
        for line in below
    )


def _runs_across(line: str, starts: list[int]) -> bool:
    """True for words without a gap that begin in the first column and end beyond it."""
    text = line.strip()
    begins = len(line) - len(line.lstrip())
    return bool(text) and not _GAP.search(text) and begins < starts[1] < begins + len(text)


def _is_aligned(line: str, starts: list[int]) -> bool:
    """True where words begin at the columns and none runs across the start of one."""
    inked = [s for s in starts if s < len(line) and line[s] != " "]
    clean = all(s == 0 or s > len(line) or line[s - 1] == " " for s in starts)
    return bool(inked) and clean and (len(inked) >= 2 or line[: starts[1]].strip() == "")


def _fits(lines: list[str], body: list[int], starts: list[int]) -> bool:
    if len(starts) < _LEAST_COLUMNS:
        return False
    across = [n for n in body if _runs_across(lines[n], starts)]
    if len(across) > _MOST_ACROSS * len(body):
        return False
    body = [n for n in body if n not in across]
    fit = [n for n in body if _is_aligned(lines[n], starts) or _RULE.match(lines[n])]
    several = [
        n for n in body if sum(1 for part in _cut(lines[n], starts) if part) >= _LEAST_COLUMNS
    ]
    return len(fit) >= _ALIGNED * len(body) and len(several) >= 2


def _cut(line: str, starts: list[int]) -> list[str]:
    ends = [*starts[1:], max(len(line), starts[-1])]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _rows(lines: list[str], body: list[int], starts: list[int]) -> list[_Row]:
    rows: list[_Row] = []
    for n in body:
        if _RULE.match(lines[n]):
            continue
        if _runs_across(lines[n], starts):
            rows.append(_Row(n, [[lines[n].strip()], *([] for _ in starts[1:])], across=True))
            continue
        parts = _cut(lines[n], starts)
        if rows and not parts[0] and len(rows) > 1 and not rows[-1].across:
            for cell, part in zip(rows[-1].cells, parts, strict=True):
                if part:
                    cell.append(part)
        else:
            rows.append(_Row(n, [[part] if part else [] for part in parts]))
    return rows


def _paras(parts: list[str], line: int, row: int, col: int, number: int) -> list[Para]:
    """Lines of one cell as paragraphs; a line that opens with a list mark begins a new one."""
    from joinedup.documents.plain import marked_runs

    place = Place(table=number, row=row + 1, col=col + 1, line=line + 1)
    texts: list[str] = []
    for part in parts:
        if texts and not split_mark(part)[0]:
            texts[-1] = f"{texts[-1]} {part}"
        else:
            texts.append(part)
    return [Para(marked_runs(squeeze(text)), place) for text in texts]
