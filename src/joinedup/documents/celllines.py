"""A table copied into a plain editor, every cell on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from joinedup.documents.grid import Cell, Para, Place, Run, Table
from joinedup.documents.lines import squeeze

__all__ = ["table_of_lines"]

_HEADS = re.compile(
    r"(?:(?:rec(?:ommendation)?|action|item|ref|task)?\s*(?:no\.?|number|ref(?:erence)?|id)|#|rec\.?|"
    r"ref|actions?(?: (?:required|needed|point|by))?|recommendations?|tasks?|objectives?|"
    r"issues?|findings?|owners?|leads?|lead (?:officer|agency|person)|responsible(?: \w+)?|"
    r"(?:by )?whom?|person responsible|assigned to|officer|agency|due(?: (?:date|by))?|(?:by )?when|"
    r"deadline|target(?: date)?|timescales?|date|rag(?: (?:status|rating))?|b?rag|"
    r"status|progress(?: \w+)?|updates?|comments?|notes?|priority|outcomes?|evidence|theme|section)",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 9
_LEAST_ROWS = 2


def table_of_lines(lines: Sequence[str], at: int, number: int) -> tuple[Table, int] | None:
    """The table whose header's cells stand line under line from `at`, and the line after it; None
    where the lines that follow do not make whole rows."""
    for spots in (_run(lines, at), _spaced_run(lines, at)):
        heads = 0
        while heads < min(len(spots), _MOST) and _HEADS.fullmatch(lines[spots[heads]].strip()):
            heads += 1
        for wide in range(heads, _FEWEST - 1, -1):
            rows, rest = divmod(len(spots), wide)
            if not rest and rows > _LEAST_ROWS and _same_kind(lines, spots, wide):
                return _table(lines, spots, wide, number), spots[-1] + 1
    return None


def _run(lines: Sequence[str], at: int) -> list[int]:
    """The lines up to the next blank one."""
    end = at
    while end < len(lines) and lines[end].strip() and "\t" not in lines[end]:
        end += 1
    return list(range(at, end))


def _spaced_run(lines: Sequence[str], at: int) -> list[int]:
    """Every second line, where each is followed by a blank one."""
    found = [at]
    while (
        found[-1] + 2 < len(lines)
        and not lines[found[-1] + 1].strip()
        and lines[found[-1] + 2].strip()
    ):
        found.append(found[-1] + 2)
    return found


def _same_kind(lines: Sequence[str], spots: Sequence[int], wide: int) -> bool:
    """True where one column holds short codes or dates in nearly every row: the rows are in step."""
    for col in range(wide):
        texts = [lines[spot].strip() for spot in spots[wide + col :: wide]]
        coded = [text for text in texts if re.fullmatch(r"[A-Z]{0,5}[\s/.-]?\d[\w./-]{0,8}", text)]
        if len(coded) >= 0.8 * len(texts) and len(set(texts)) >= 0.8 * len(texts):
            return True
    return False


def _table(lines: Sequence[str], spots: Sequence[int], wide: int, number: int) -> Table:
    cells = []
    for n, spot in enumerate(spots):
        row, col = divmod(n, wide)
        place = Place(table=number, row=row + 1, col=col + 1, line=spot + 1)
        cells.append(Cell(row, col, (Para((Run(squeeze(lines[spot])),), place),), place))
    place = Place(table=number, line=spots[0] + 1)
    return Table(tuple(cells), len(spots) // wide, wide, place, header_rows=1)
