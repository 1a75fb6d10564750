"""What each row of a plan table is: an action, a heading, the rest of the row above, and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from joinedup.documents.grid import Cell

from .cells import TableView, is_blank, is_nothing
from .facts import looks_like_ref
from .headers import Header, is_repeat
from .legends import is_legend_text
from .lexicon import opens_guidance, opens_heading
from .model import RowKind

__all__ = ["Shape", "shape_of", "sort_rows"]

_END = re.compile(r"[.!?:;)”\"’]\s*$")
_HALF = re.compile(
    r"(,|\b(and|or|the|of|to|a|an|for|in|with|by|on|that|which|are|is|from|their|its|as|at|be|"
    r"will|not|all|this|these|who|where|when|through|between|including|our|any))\s*$",
    re.IGNORECASE,
)
_BAND = re.compile(
    r"^\W*(\d{1,2}[.)]?\s+)?(recommendation|finding|objective|priority|theme|standard|outcome)\b\s*"
    r"(\d|[:–-])",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\s*(note|notes|nb|n\.b|source|\*+|†|footnote|total|totals|disclaimer)\b|^\s*[*†]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A table's columns by role, as the row rules need them."""

    roles: dict[int, str]

    def cols(self, *names: str) -> list[int]:
        return [col for col, role in self.roles.items() if role in names]

    @property
    def title(self) -> int | None:
        found = self.cols("title")
        return found[0] if found else None

    @property
    def ref(self) -> int | None:
        found = self.cols("ref")
        return found[0] if found else None


def shape_of(roles: dict[int, str]) -> Shape:
    """The shape of a table from its roles."""
    return Shape(dict(roles))


@dataclass(frozen=True, slots=True)
class _Context:
    view: TableView
    shape: Shape
    headings: tuple[tuple[str, ...], ...]
    refs_always: bool
    plain_fills: frozenset[str | None]
    from_start: bool


def sort_rows(
    view: TableView,
    shape: Shape,
    header: Header | None,
    headings: tuple[tuple[str, ...], ...],
    fixed: dict[int, str],
) -> list[RowKind]:
    """The kind of every row. `headings` may be those of an earlier table that this one continues;
    `fixed` are kinds that a person has given."""
    body_start = header.rows[-1] + 1 if header else 0
    context = _Context(
        view=view,
        shape=shape,
        headings=headings,
        refs_always=_refs_always(view, shape, body_start),
        plain_fills=_plain_fills(view, body_start),
        from_start=header is None,
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


def _body_row(context: _Context, row: int, before: list[RowKind], start: int) -> RowKind:
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
    if len(inked) == 1:
        return _single(context, row, inked[0], before)
    if len(inked) <= 2 and is_legend_text(" ".join(texts)):
        return RowKind(row_id, "legend")
    return _several(context, row, inked, before)


def _titles(view: TableView, start: int) -> set[str]:
    """The texts of the title rows over the header, printed again on later pages."""
    rows = [view.filled(row) for row in range(start)]
    return {view.text(cells[0].row, cells[0].col) for cells in rows if len(cells) == 1}


def _is_guidance(context: _Context, row: int, cells: list[Cell], texts: list[str]) -> bool:
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
    return (
        told >= 0.6 * whole
        or (slanted >= 0.8 * whole and told >= 0.3 * whole)
        or (bracketed >= 0.7 * whole)
    )


def _last(
    before: list[RowKind], skip: tuple[str, ...] = ("repeated_header", "empty", "title")
) -> str:
    for kind in reversed(before):
        if kind.kind not in skip:
            return kind.kind
    return ""


def _cut_here(before: list[RowKind]) -> bool:
    """True right after a repeated header or at the top of a continued table: a page break."""
    return not before or before[-1].kind in ("repeated_header", "header", "title")


def _previous_row(before: list[RowKind]) -> int | None:
    for index in range(len(before) - 1, -1, -1):
        if before[index].kind in ("action", "continuation", "more"):
            return index
        if before[index].kind not in ("repeated_header", "empty", "title"):
            return None
    return None


def _text_above(context: _Context, before: list[RowKind], col: int) -> str:
    """The last words above in this column, within the row that would be continued."""
    for index in range(len(before) - 1, -1, -1):
        if before[index].kind in ("action", "continuation", "more"):
            text = context.view.text(index, col)
            if text:
                return text
            if before[index].kind == "action":
                return ""
    return ""


def _half_sentence(above: str, text: str) -> bool:
    """True where `text` goes on with a sentence that `above` leaves open."""
    if not above or not text or is_blank(above):
        return False
    if _HALF.search(above):
        return True
    return text[:1].islower() and not _END.search(above)


def _single(context: _Context, row: int, cell: Cell, before: list[RowKind]) -> RowKind:
    """A row with words in one cell only."""
    view, shape = context.view, context.shape
    text = view.text(row, cell.col)
    row_id = view.row_id(row)
    wide = cell.colspan >= max(2, 0.6 * view.table.n_cols)
    if is_legend_text(text):
        return RowKind(row_id, "legend")
    if _NOTE.match(text) and (wide or cell.col == 0):
        return RowKind(row_id, "note")
    if wide:
        if len(text.split()) <= 30:
            return RowKind(row_id, "heading")
        return RowKind(row_id, "note", 0.7, "A long text across the table: no action was read")
    role = shape.roles.get(cell.col, "other")
    previous = _previous_row(before) is not None
    if role == "section" and len(text.split()) <= 20:
        return RowKind(row_id, "heading", 0.9)
    if role not in ("title", "ref", "section") and cell.col != 0:
        if previous or _last(before) in ("", "action"):
            return RowKind(
                row_id,
                "continuation",
                0.85,
                "Only one cell is filled: read as the rest of the row above",
            )
        return RowKind(row_id, "note", 0.6, "Words in one cell that belong to no row")
    return _single_leading(context, row, cell, text, before)


def _single_leading(
    context: _Context, row: int, cell: Cell, text: str, before: list[RowKind]
) -> RowKind:
    """One filled cell, in the first column or the title column: heading, rest or bare action."""
    row_id = context.view.row_id(row)
    above = _text_above(context, before, cell.col)
    possible = _previous_row(before) is not None or (context.from_start and not before)
    if possible and _half_sentence(above, text):
        return RowKind(row_id, "continuation", 0.9, "A sentence goes on here")
    if possible and text[:1].islower() and (_cut_here(before) or context.refs_always):
        return RowKind(row_id, "continuation", 0.85, "A sentence goes on here after a page break")
    if _is_heading(context, cell, text):
        return RowKind(row_id, "heading", 0.9)
    if possible and context.refs_always and context.shape.roles.get(cell.col) == "title":
        sure = 0.82 if not _END.search(above) else 0.7
        return RowKind(
            row_id,
            "continuation",
            sure,
            "A row without reference: read as the rest of the row above",
        )
    if looks_like_ref(text) and context.shape.title != cell.col:
        return RowKind(row_id, "note", 0.6, "A reference without an action")
    words = len(text.split())
    if cell.col == 0 and words <= 8 and not _END.search(text):
        return RowKind(row_id, "heading", 0.75, "Only this cell is filled: read as a heading")
    if context.shape.title == cell.col:
        sure = 0.82 if words > 12 else 0.75
        return RowKind(row_id, "action", sure, "Only the action is filled in")
    return RowKind(
        row_id,
        "heading" if words <= 20 else "note",
        0.7,
        "Only one cell is filled: read as a heading",
    )


def _is_heading(context: _Context, cell: Cell, text: str) -> bool:
    words = len(text.split())
    if words > 25:
        return False
    lines = context.view.lines(cell)
    if opens_heading(text) and words <= 20:
        return True
    if lines and all(line.is_bold for line in lines) and words <= 20:
        return True
    if text.isupper() and words <= 12 and len(text) > 3:
        return True
    others = context.plain_fills
    return cell.fill is not None and cell.fill not in others and words <= 20


def _several(context: _Context, row: int, cells: list[Cell], before: list[RowKind]) -> RowKind:
    """A row with words in two cells or more."""
    view, shape = context.view, context.shape
    row_id = view.row_id(row)
    title = view.own_text(row, shape.title) if shape.title is not None else ""
    refs = [view.own_text(row, col) for col in shape.cols("ref", "source_ref")]
    has_ref = any(ref and not is_nothing(ref) for ref in refs)
    possible = _previous_row(before) is not None or (context.from_start and not before)
    roles = {shape.roles.get(cell.col, "other") for cell in cells}
    if re.match(r"^(sub-?\s?|grand )?totals?\b", view.text(row, cells[0].col), re.IGNORECASE):
        return RowKind(row_id, "note")
    if roles <= {"ref", "section"} or (roles == {"ref", "title"} and _ref_heading(context, cells)):
        return RowKind(row_id, "heading", 0.85)
    if not possible:
        return RowKind(row_id, "action") if title or has_ref else _no_title(context, row, before)
    hangs = _hangs(view, row, shape)
    if not title and not has_ref:
        return _without_title(context, row, roles, hangs)
    if title and not has_ref:
        above = _text_above(context, before, shape.title or 0)
        cut = [
            c
            for c in cells
            if _half_sentence(_text_above(context, before, c.col), view.own_text(row, c.col))
        ]
        if _half_sentence(above, title) and (len(cut) >= 2 or not roles & {"owners", "due"}):
            return RowKind(row_id, "continuation", 0.85, "Half sentences go on here")
        if context.refs_always and not roles & {"owners", "due", "status", "priority"}:
            return RowKind(
                row_id,
                "continuation",
                0.8 if cut else 0.7,
                "A row without reference: read as the rest of the row above",
            )
    return RowKind(row_id, "action")


def _ref_heading(context: _Context, cells: list[Cell]) -> bool:
    """True for "2 | Safer recruitment" in bold or on a colour of its own, with nothing else."""
    view = context.view
    text = view.text(cells[-1].row, cells[-1].col)
    if len(text.split()) > 14 or len(context.shape.roles) < 4:
        return False
    marked = all(
        (lines := view.lines(cell)) and all(line.is_bold for line in lines) for cell in cells
    )
    coloured = all(cell.fill is not None and cell.fill not in context.plain_fills for cell in cells)
    return marked or coloured


def _hangs(view: TableView, row: int, shape: Shape) -> bool:
    """True where the title or reference of this row is a merged cell from above."""
    for col in shape.cols("title", "ref"):
        cell = view.at(row, col)
        if cell is not None and cell.row < row and view.text(row, col):
            return True
    return False


def _without_title(context: _Context, row: int, roles: set[str], hangs: bool) -> RowKind:
    """No title and no reference of its own: a further action of the row above, or its rest."""
    row_id = context.view.row_id(row)
    acts = [col for col in context.shape.cols("actions") if context.view.own_text(row, col)]
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


def _no_title(context: _Context, row: int, before: list[RowKind]) -> RowKind:
    row_id = context.view.row_id(row)
    if _hangs(context.view, row, context.shape):
        return RowKind(row_id, "more", 0.9)
    if context.shape.cols("actions"):
        return RowKind(row_id, "action", 0.7, "No title in this row")
    return RowKind(row_id, "note", 0.6, "Words that belong to no action")
