"""What each row of a plan table is: an action, a heading, the rest of the row above, and so on."""

from __future__ import annotations

import re

from joinedup.documents.grid import Cell

from .cells import TableView, is_blank, is_nothing
from .facts import looks_like_ref
from .headers import Header, is_repeat
from .inlabels import LABEL
from .legends import is_legend_text
from .lexicon import opens_guidance, opens_heading, scores
from .model import RowKind
from .rowlone import lone_row
from .rowsense import (
    RowContext,
    Shape,
    across,
    cut_here,
    half_sentence,
    last_kind,
    may_go_on,
    shape_of,
    text_above,
)
from .rowsunder import counts_up, signs_off

__all__ = ["Shape", "shape_of", "sort_rows"]

_BAND = re.compile(
    r"^\W*(\d{1,2}[.)]?\s+)?(recommendation|finding|objective|priority|theme|standard|outcome)\b\s*"
    r"(\d|[:–-])",
    re.IGNORECASE,
)


def sort_rows(
    view: TableView,
    shape: Shape,
    header: Header | None,
    headings: tuple[tuple[str, ...], ...],
    fixed: dict[int, str],
    above: tuple[str, ...] = (),
) -> list[RowKind]:
    """The kind of every row. `headings` may be those of an earlier table that this one continues,
    `above` the last words of its columns; `fixed` are kinds that a person has given."""
    body_start = header.rows[-1] + 1 if header else 0
    context = RowContext(
        view=view,
        shape=shape,
        headings=headings,
        refs_always=_refs_always(view, shape, body_start),
        plain_fills=_plain_fills(view, body_start),
        from_start=header is None or bool(above),
        above=above,
    )
    kinds: list[RowKind] = []
    for row in range(view.table.n_rows):
        row_id = view.row_id(row)
        if row in fixed:
            kinds.append(RowKind(row_id, fixed[row], 1.0, "Settled by a person"))
        elif header and row in header.rows:
            kinds.append(RowKind(row_id, "header"))
        elif row < body_start:
            kinds.append(RowKind(row_id, _above_header(view, row)))
        else:
            kinds.append(_body_row(context, row, kinds, body_start))
    return kinds


def _above_header(view: TableView, row: int) -> str:
    cells = view.filled(row)
    if not cells:
        return "empty"
    texts = [view.text(row, cell.col) for cell in cells]
    if is_legend_text(" ".join(texts)):
        return "legend"
    if (len(cells) == 1 and opens_heading(texts[0])) or _BAND.match(" ".join(texts)):
        return "heading"
    return "title" if sum(len(text.split()) for text in texts) <= 60 else "note"


def _refs_always(view: TableView, shape: Shape, start: int) -> bool:
    """True where nearly every row with a title has its own reference."""
    if shape.title is None:
        return False
    rows = [r for r in range(start, view.table.n_rows) if view.own_text(r, shape.title)]
    for col, least in [(col, 0.6) for col in shape.cols("ref")] + [
        (col, 0.85) for col in shape.cols("source_ref")
    ]:
        with_ref = [row for row in rows if view.own_text(row, col)]
        if len(rows) >= 2 and len(with_ref) >= least * len(rows):
            return True
    return False


def _plain_fills(view: TableView, start: int) -> frozenset[str | None]:
    """The background colours that rows with several filled cells have."""
    fills = {
        cell.fill
        for row in range(start, view.table.n_rows)
        for cell in view.filled(row)
        if len(view.filled(row)) >= 3
    }
    return frozenset(fills)


def _body_row(context: RowContext, row: int, before: list[RowKind], start: int) -> RowKind:
    view = context.view
    row_id = view.row_id(row)
    cells = [cell for cell in view.filled(row)]
    if not cells:
        return RowKind(row_id, "empty")
    if is_repeat(view, row, context.headings):
        return RowKind(row_id, "repeated_header")
    texts = [view.text(row, cell.col) for cell in cells]
    if len(cells) == 1 and texts[0] in _titles(view, start):
        return RowKind(row_id, "title")
    if row == start and not context.from_start and _is_guidance(context, row, cells, texts):
        return RowKind(row_id, "guidance", 0.85, "Read as guidance under the header")
    inked = [cell for cell in cells if not is_blank(view.text(row, cell.col))]
    if not inked:
        return RowKind(row_id, "empty")
    band = across(view, row)
    if len(inked) == 1 and _only_title(context, row):
        return RowKind(row_id, "title")
    if len(inked) == 1 or band is not None:
        return lone_row(context, row, band or inked[0], before)
    if len(inked) <= 2 and is_legend_text(" ".join(texts)):
        return RowKind(row_id, "legend")
    if len(inked) == 2 and last_kind(before) == "legend" and _SIGN.fullmatch(texts[0]):
        return RowKind(row_id, "legend")
    return _several(context, row, inked, before)


_SIGN = re.compile(
    r"\W*(?:[A-Z]{1,2}|\d|red|amber|green|blue|grey|yellow|white|purple)\W*", re.IGNORECASE
)


def _only_title(context: RowContext, row: int) -> bool:
    """True for the first row of a table without headings that alone stands in one cell: the name of
    the whole, and no section of it."""
    view = context.view
    if (
        any(context.headings)
        or context.above
        or opens_heading(view.text(row, view.filled(row)[0].col))
    ):
        return False
    lone = [one for one in range(view.table.n_rows) if len(view.filled(one)) == 1]
    above = any(view.filled(one) for one in range(row))
    return lone == [row] and not above


def _titles(view: TableView, start: int) -> set[str]:
    """The texts of the title rows over the header, printed again on later pages."""
    rows = [view.filled(row) for row in range(start)]
    return {view.text(cells[0].row, cells[0].col) for cells in rows if len(cells) == 1}


def _is_guidance(context: RowContext, row: int, cells: list[Cell], texts: list[str]) -> bool:
    if len(cells) < 2:
        return False
    view = context.view
    told = sum(1 for text in texts if opens_guidance(text) or text.rstrip().endswith("?"))
    slanted = sum(
        1 for cell in cells if (lines := view.lines(cell)) and all(line.is_italic for line in lines)
    )
    bracketed = sum(1 for text in texts if re.match(r"^[(\[<].*[)\]>]\.?$", text))
    whole = len(texts)
    if context.shape.ref is not None:
        ref = view.own_text(row, context.shape.ref)
        if ref and looks_like_ref(ref) and any(ch.isdigit() for ch in ref) and not slanted:
            return False
        headed = scores(ref).get("ref", 0.0) >= 0.5 and told
        if (headed or told >= 0.3 * whole) and _lone_word_among_codes(context, row, ref):
            return True
    return (
        told >= 0.6 * whole
        or (slanted >= 0.8 * whole and told >= 0.3 * whole)
        or (bracketed >= 0.7 * whole)
    )


def _lone_word_among_codes(context: RowContext, row: int, ref: str) -> bool:
    """True for "Number" where every other reference of the table is a code with a digit."""
    col = context.shape.ref
    if col is None or not ref or any(ch.isdigit() for ch in ref):
        return False
    below = [context.view.own_text(one, col) for one in range(row + 1, context.view.table.n_rows)]
    coded = [text for text in below if looks_like_ref(text) and any(c.isdigit() for c in text)]
    return len(coded) >= 2 and len(coded) >= 0.6 * len([text for text in below if text])


def _several(context: RowContext, row: int, cells: list[Cell], before: list[RowKind]) -> RowKind:
    """A row with words in two cells or more."""
    view, shape = context.view, context.shape
    row_id = view.row_id(row)
    title = view.own_text(row, shape.title) if shape.title is not None else ""
    refs = [view.own_text(row, col) for col in shape.cols("ref", "source_ref")]
    has_ref = any(ref and not is_nothing(ref) for ref in refs)
    possible = may_go_on(context, before)
    roles = {shape.roles.get(cell.col, "other") for cell in cells}
    if counts_up(view.text(row, cells[0].col)) or signs_off(context, row, cells):
        return RowKind(row_id, "note", 0.85, "Words under the table")
    if roles <= {"ref", "section"} or (roles == {"ref", "title"} and _ref_heading(context, cells)):
        return RowKind(row_id, "heading", 0.85)
    if title and len(title) < 3 and not roles & {"owners", "due", "actions"}:
        return RowKind(row_id, "note", 0.6, "A single letter where the action should stand")
    if not title and has_ref and _asks_nothing(context, row, roles):
        return RowKind(row_id, "note", 0.85, "Nothing is asked of anybody in this row")
    if not possible:
        return RowKind(row_id, "action") if title or has_ref else _no_title(context, row, before)
    hangs = _hangs(view, row, shape)
    if not title and not has_ref:
        return _without_title(context, row, roles, hangs)
    if title and not has_ref:
        above = text_above(context, before, shape.title or 0)
        cut = [
            c
            for c in cells
            if half_sentence(text_above(context, before, c.col), view.own_text(row, c.col))
        ]
        open_end = half_sentence(above, title)
        lower = open_end and title[:1].islower() and _opens_in_capitals(context)
        lower = lower or (open_end and title[:1].islower() and _cut_by_a_page(context, before))
        whole = {"owners", "due"} <= roles and not any(_opens_small(view, cell) for cell in cells)
        if lower or (open_end and not whole and (len(cut) >= 2 or not roles & {"owners", "due"})):
            return RowKind(row_id, "continuation", 0.85, "Half sentences go on here")
        if context.refs_always and not roles & {"owners", "due", "status", "priority"}:
            return RowKind(
                row_id,
                "continuation",
                0.8 if cut else 0.7,
                "A row without reference: read as the rest of the row above",
            )
    return RowKind(row_id, "action")


def _opens_small(view: TableView, cell: Cell) -> bool:
    return view.text(cell.row, cell.col)[:1].islower()


def _cut_by_a_page(context: RowContext, before: list[RowKind]) -> bool:
    """True right under a header that is printed again, where rows have references and this has none."""
    return bool(context.above) and cut_here(before) and context.shape.ref is not None


def _opens_in_capitals(context: RowContext) -> bool:
    """True where nearly every title of the table opens with a capital: one that does not is the
    rest of the title above it."""
    view, title = context.view, context.shape.title
    rows = range(view.table.n_rows)
    told = [text for row in rows if title is not None and (text := view.own_text(row, title))]
    return sum(1 for text in told if not text[:1].islower()) >= max(2, 0.6 * len(told))


def _asks_nothing(context: RowContext, row: int, roles: set[str]) -> bool:
    """True for an item of minutes with a number and what was said, and an empty cell where most
    other rows say what is to be done."""
    view, title = context.view, context.shape.title
    if title is None or not roles <= {"ref", "other", "section"} or view.text(row, title):
        return False
    full = [one for one in range(view.table.n_rows) if view.own_text(one, title)]
    inked = [one for one in range(view.table.n_rows) if len(view.filled(one)) > 1]
    return len(full) >= 0.5 * len(inked)


def _ref_heading(context: RowContext, cells: list[Cell]) -> bool:
    """True for "2 | Safer recruitment" in bold or on a colour of its own, with nothing else."""
    view = context.view
    text = view.text(cells[-1].row, cells[-1].col)
    if len(text.split()) > 14 or len(context.shape.roles) < 4:
        return False
    if opens_heading(text) or _numbers_the_next(context, cells):
        return True
    marked = all(
        (lines := view.lines(cell)) and all(line.is_bold for line in lines) for cell in cells
    )
    coloured = all(cell.fill is not None and cell.fill not in context.plain_fills for cell in cells)
    return marked or coloured


def _numbers_the_next(context: RowContext, cells: list[Cell]) -> bool:
    """True for "2 | Learning" over "2.1 | Publish a briefing …"."""
    view, col = context.view, context.shape.ref
    row = cells[0].row
    own = view.own_text(row, col).strip(" .") if col is not None else ""
    below = next((r for r in range(row + 1, view.table.n_rows) if view.filled(r)), None)
    if not own or col is None or below is None:
        return False
    under = view.own_text(below, col)
    return re.match(rf"{re.escape(own)}(?:[./-]\d|\s?\(?[a-z]\b)", under) is not None


def _hangs(view: TableView, row: int, shape: Shape) -> bool:
    """True where the title or reference of this row is a merged cell from above."""
    for col in shape.cols("title", "ref"):
        cell = view.at(row, col)
        if cell is not None and cell.row < row and view.text(row, col):
            return True
    return False


def _without_title(context: RowContext, row: int, roles: set[str], hangs: bool) -> RowKind:
    """No title and no reference of its own: a further action of the row above, or its rest."""
    row_id = context.view.row_id(row)
    if not hangs and _under_the_last(context, row):
        return RowKind(row_id, "note", 0.7, "Words under the table")
    acts = [col for col in context.shape.cols("actions") if context.view.own_text(row, col)]
    if hangs and context.shape.cols(LABEL):
        return RowKind(row_id, "continuation", 0.95)
    if hangs:
        return RowKind(row_id, "more", 0.95)
    if acts and roles & {"owners", "due", "status", "tick", "percent", "start", "priority"}:
        return RowKind(row_id, "more", 0.85, "A further action of the recommendation above")
    if acts:
        text = context.view.own_text(row, acts[0])
        starts_new = text[:1].isupper() or not text[:1].isalpha()
        return RowKind(row_id, "more" if starts_new and len(roles) > 1 else "continuation", 0.8)
    return RowKind(
        row_id, "continuation", 0.82, "No action of its own: read as the rest of the row above"
    )


def _under_the_last(context: RowContext, row: int) -> bool:
    """True for words after a gap under the last action: counts, the date of the next meeting."""
    view, title = context.view, context.shape.title
    if row == 0 or view.filled(row - 1) or title is None:
        return False
    later = range(row, view.table.n_rows)
    return not any(view.own_text(one, title) for one in later)


def _no_title(context: RowContext, row: int, before: list[RowKind]) -> RowKind:
    row_id = context.view.row_id(row)
    if _hangs(context.view, row, context.shape):
        return RowKind(row_id, "more", 0.9)
    if context.shape.cols("actions"):
        return RowKind(row_id, "action", 0.7, "No title in this row")
    return RowKind(row_id, "note", 0.6, "Words that belong to no action")
