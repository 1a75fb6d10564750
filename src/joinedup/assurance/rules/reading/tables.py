"""One table's analysis: its header, the roles of its columns, whether it is a plan, its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .cells import TableView, clean, kept
from .columns import assign_roles, is_plan_by_columns
from .corrections import Corrections
from .facts import Facts, column_facts
from .forms import is_form
from .headers import Header, find_header, fingerprint, is_repeat, likeness
from .inlabels import label_column
from .legends import is_key_table, is_swatch_table
from .lexicon import scores
from .model import Column, RowKind, TableReading
from .ownerticks import OWNER_TICK, agency_columns
from .parsers import parse_status
from .rowkinds import shape_of, sort_rows
from .timeticks import DUE_TICK, time_columns

__all__ = ["Analysis", "analyse"]

_Parts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Analysis:
    """A table as understood, with what the reading needs to go on."""

    view: TableView
    header: Header | None
    parts: _Parts
    columns: tuple[Column, ...]
    kinds: tuple[RowKind, ...]
    is_plan: bool
    is_key: bool
    goes_on: bool
    why: str
    is_form: bool = False

    @property
    def fingerprint(self) -> str:
        return fingerprint([" ".join(part) for part in self.parts])

    def reading(self) -> TableReading:
        """The public record of this table."""
        return TableReading(
            self.view.id,
            self.is_plan,
            self.why,
            self.columns,
            self.kinds,
            self.fingerprint,
            self.view.table.place,
        )


def _tick_columns(parts: _Parts, facts: tuple[Facts, ...]) -> dict[int, str]:
    """Columns of ticks with their role: headed by a status word (two at least), or by the months
    or quarters of a calendar."""
    found: dict[int, str] = dict.fromkeys(agency_columns(parts, facts), OWNER_TICK)
    found |= dict.fromkeys(time_columns(parts, facts), DUE_TICK)
    found |= label_column(parts, facts)
    return found | _status_columns(parts, facts)


def _status_columns(parts: _Parts, facts: tuple[Facts, ...]) -> dict[int, str]:
    """Columns headed by a status word that hold nothing but ticks; two at least."""
    found: dict[int, str] = {}
    ticked = 0
    for col, (heading, fact) in enumerate(zip(parts, facts, strict=True)):
        status = parse_status(heading[-1]) if heading else None
        if status is not None and (fact.count == 0 or fact.ticks >= 0.75):
            found[col] = "tick"
            ticked += 1 if fact.count else 0
    return found if len(found) >= 2 and ticked else {}


def _body_rows(view: TableView, header: Header | None, parts: _Parts) -> list[int]:
    start = header.rows[-1] + 1 if header else 0
    rows = []
    for row in range(start, view.table.n_rows):
        cells = view.filled(row)
        lone = len(cells) == 1 and cells[0].colspan == 1
        lone = lone and len(view.text(row, cells[0].col).split()) > 20
        if (len(cells) > 1 or lone) and not is_repeat(view, row, parts):
            rows.append(row)
    return rows


def _roles(
    view: TableView,
    header: Header | None,
    parts: _Parts,
    fixed: Mapping[int, str],
    symbols: frozenset[str],
) -> tuple[tuple[Column, ...], tuple[Facts, ...]]:
    body = _body_rows(view, header, parts)
    facts = kept(
        view,
        ("facts", tuple(body), symbols),
        lambda: tuple(column_facts(view, col, body, symbols) for col in range(view.table.n_cols)),
    )
    ticks = {c: v for c, v in _tick_columns(parts, facts).items() if c not in fixed}
    columns = assign_roles(parts, facts, ticks, dict(fixed))
    return tuple(_unseen(view, column, columns, body, fixed) for column in columns), facts


def _unseen(
    view: TableView,
    column: Column,
    columns: tuple[Column, ...],
    body: list[int],
    fixed: Mapping[int, str],
) -> Column:
    """A hidden column does not speak where a column that is shown says the same kind of thing."""
    if column.index in fixed or column.role == "other" or not _is_hidden(view, column.index, body):
        return column
    shown = [c for c in columns if c.role == column.role and not _is_hidden(view, c.index, body)]
    return replace(column, role="other", confidence=0.9) if shown else column


def _is_hidden(view: TableView, col: int, body: list[int]) -> bool:
    cells = [cell for row in body if (cell := view.at(row, col)) is not None and cell.text.strip()]
    return bool(cells) and all(cell.is_hidden for cell in cells)


def _by_contents(columns: tuple[Column, ...], facts: tuple[Facts, ...], rows: int) -> bool:
    """A table without any heading that still reads like a plan."""
    roles = {column.role: facts[column.index] for column in columns}
    if "title" not in roles or rows < 2 or len(columns) < 3:
        return False
    spoken = 0
    spoken += "due" in roles and roles["due"].dates >= 0.6 and roles["due"].percents < 0.3
    spoken += "owners" in roles and roles["owners"].names >= 0.6
    spoken += "status" in roles and roles["status"].statuses >= 0.6
    return spoken >= 2 and roles["title"].mean_words >= 3


def analyse(
    view: TableView,
    previous: Analysis | None,
    may_go_on: bool,
    remembered: Mapping[str, Mapping[int, str]],
    corrections: Corrections,
    earlier: Mapping[str, tuple[Column, ...]],
    symbols: frozenset[str] = frozenset(),
) -> Analysis:
    """Understand one table. `previous` is the plan table before it, whose header holds here too
    where this one has none (`may_go_on`: nothing between them speaks against it); `earlier`: the
    columns of earlier plan tables by layout, which hold for a table in the same layout; `symbols`:
    signs that a key explains as statuses."""
    fixed_rows = corrections.rows_of(view.id)
    forced = frozenset(row for row, kind in fixed_rows.items() if kind == "header")
    header = kept(view, ("header", forced), lambda: find_header(view, forced))
    if header is not None and not forced and may_go_on and _may_be_rows(view, header, previous):
        header = None
    is_key = kept(view, "key", lambda: is_key_table(view)) and (
        header is None or not _strong(header)
    )
    goes_on = header is None and _goes_on(view, previous, may_go_on)
    if header is not None:
        parts = header.parts
    elif goes_on and previous is not None:
        parts = previous.parts
    else:
        parts = tuple(() for _ in range(view.table.n_cols))
    fixed = dict(remembered.get(fingerprint([" ".join(part) for part in parts]), {}))
    if goes_on and previous is not None:
        fixed = {c.index: c.role for c in previous.columns}
    same = previous.columns if goes_on and previous is not None else ()
    if not fixed and header is not None:
        same = earlier.get(fingerprint([" ".join(part) for part in parts]), ())
        fixed = {column.index: column.role for column in same}
    own = corrections.roles_of(view.id)
    fixed.update(own)
    columns, facts = _roles(view, header, parts, fixed, symbols)
    if same:
        columns = tuple(
            c if c.index in own else replace(p, confidence=min(p.confidence, 0.93))
            for c, p in zip(columns, same, strict=True)
        )
    form = view.id not in corrections.tables and is_form(view)
    if form:
        why = "A form: each label stands beside its value"
        return Analysis(view, header, parts, (), (), False, False, False, why, True)
    is_plan, why = _judge(view, header, columns, facts, is_key, goes_on, corrections)
    kinds: tuple[RowKind, ...] = ()
    if is_plan:
        shape = shape_of({column.index: column.role for column in columns})
        again = header is not None and may_go_on and previous is not None
        again = goes_on or (again and previous is not None and previous.parts == parts)
        above = _last_words(previous) if again and previous is not None else ()
        kinds = tuple(sort_rows(view, shape, header, parts, fixed_rows, above))
    return Analysis(view, header, parts, columns, kinds, is_plan, is_key, goes_on, why, form)


def _last_words(previous: Analysis) -> tuple[str, ...]:
    """The last words of each column of a table whose header is printed again on the next page."""
    rows = [row for row, kind in enumerate(previous.kinds) if kind.kind == "action"]
    if not rows or previous.kinds[-1].kind not in ("action", "more", "continuation"):
        return ()
    last = range(rows[-1], previous.view.table.n_rows)
    found = []
    for col in range(previous.view.table.n_cols):
        texts = [previous.view.text(row, col) for row in last]
        found.append(next((text for text in reversed(texts) if text), ""))
    return tuple(found)


def _may_be_rows(view: TableView, header: Header, previous: Analysis | None) -> bool:
    """True for a first row right under a plan with as many columns that is no header beyond doubt:
    the plan goes on there without its header."""
    if previous is None or header.rows != (0,) or view.table.header_rows:
        return False
    if previous.view.table.n_cols != view.table.n_cols or is_repeat(view, 0, previous.parts):
        return False
    texts = [text for col in range(view.table.n_cols) if (text := view.own_text(0, col))]
    capital = any(part[0][:1].isupper() for part in previous.parts if part)
    if capital and all(text[:1].islower() for text in texts):
        return True
    long = sum(len(text.split()) for text in texts) / max(1, len(texts))
    return likeness(texts) < _HEADER_BEYOND_DOUBT and long >= _WORDS_OF_A_ROW


_HEADER_BEYOND_DOUBT = 0.8
_WORDS_OF_A_ROW = 3.0


def _strong(header: Header) -> bool:
    found = [max(scores(header.heading(c)).values(), default=0) for c in range(len(header.parts))]
    return sum(1 for value in found if value >= 0.8) >= 3


def _goes_on(view: TableView, previous: Analysis | None, may_go_on: bool) -> bool:
    return (
        previous is not None
        and may_go_on
        and previous.view.table.n_cols == view.table.n_cols
        and not is_key_table(view)
    )


def _judge(
    view: TableView,
    header: Header | None,
    columns: tuple[Column, ...],
    facts: tuple[Facts, ...],
    is_key: bool,
    goes_on: bool,
    corrections: Corrections,
) -> tuple[bool, str]:
    if view.id in corrections.tables:
        return corrections.tables[view.id], "Settled by a person"
    if any(view.id == key.rpartition("c")[0] for key in corrections.roles):
        return True, "Settled by a person"
    if is_key or is_swatch_table(view):
        return False, "A key: it says what colours, letters or initials mean"
    if goes_on:
        return True, "Goes on from the table before"
    if header is None:
        rows = len([row for row in range(view.table.n_rows) if view.filled(row)])
        if _by_contents(columns, facts, rows):
            return True, "Without headings: read by its contents"
        return False, "No headings of a plan"
    return is_plan_by_columns(columns)


def title_of(analysis: Analysis) -> tuple[str, tuple[str, ...]]:
    """The title rows over the header, and their cells."""
    texts: list[str] = []
    cells: list[str] = []
    for row, kind in enumerate(analysis.kinds):
        if kind.kind == "title" and (analysis.header is None or row < analysis.header.rows[0]):
            for cell in analysis.view.filled(row):
                texts.append(clean(analysis.view.text(row, cell.col)))
                cells.append(analysis.view.cell_id(cell))
    return " – ".join(dict.fromkeys(texts)), tuple(cells)
