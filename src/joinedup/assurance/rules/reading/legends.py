"""Keys and legends: what the document says its colours, letters, numbers and initials mean."""

from __future__ import annotations

import re

from joinedup.documents.grid import Cell

from .cells import TableView, clean, colour_name
from .lexicon import heading_words
from .model import KeyEntry, RowKind
from .namedkeys import key_of_names

__all__ = [
    "by_fill",
    "is_key_table",
    "is_legend_text",
    "key_of_table",
    "key_of_text",
    "keys_in_rows",
    "lookup",
]

_SYMBOL = (
    r"(?:no colour|red|amber|green|blue|yellow|purple|grey|gray|white|orange|pink|brown|black|"
    r"(?-i:[A-Z]{1,3})|\d{1,2}|"
    r"[✓✔✗☑☐☒●○◐])"
)
_ENTRY = re.compile(
    rf"(?:^|[\s;,.|(\[/])({_SYMBOL})\s*(?:\((?:[A-Za-z]{{1,6}})\)\s*)?(?:=|:|–|—|\s-\s|\bmeans\b|\bis\b(?=\s))\s*"
    rf"(.+?)(?=(?:[\s;,.|)(\]/]+{_SYMBOL}\s*(?:\([A-Za-z]{{1,6}}\)\s*)?(?:=|:|–|—|\s-\s|\bmeans\b))|$)",
    re.IGNORECASE,
)
_KEY_WORD = re.compile(
    r"^\s*(?:(?:rag|brag|status|colour|progress|rating|grading|priority|initials|officer|owner|lead)"
    r"s?\s+(?:status\s+)?)?(?:(?<!\w)b?rag(?=\s*:)|key|legend|codes?|ratings?|definitions?|initials|abbreviations)\b(?:\s+to\s+[\w\s]{1,30}?)?\s*[:\-–]?",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?:^|(?<=[\s;,.|(:]))((?=[A-Za-z/-]*[A-Z][A-Za-z/-]*[A-Z])"
    r"[A-Z][A-Za-z]{0,3}(?:[-/][A-Z]{1,2})?|[A-Z]{2,5})"
    r"\s*(?:=|:|–|—|\s-\s|-(?=\s))\s*"
    r"([A-Z][\w'’.-]+(?:\s+(?:[A-Z][\w'’.\-]*|of|and|for|the|&)){0,7}(?:\s*\([^)]*\))?"
    r"(?:,\s*(?:[A-Z][\w'’-]*|of|and|for|the|&)(?:\s+(?:[A-Z][\w'’-]*|of|and|for|the|&))*)?)"
)
_BARE = re.compile(rf"^({_SYMBOL})\s+([a-z].*)$")
_NEXT_SIGN = re.compile(r"[;,.]\s+(?=[A-Z][A-Za-z/-]{0,5}\s*(?:=|:|–|—|\s-\s))")
_MARK = r"[^\w\s.,;:|·•/()\[\]'\"’‘“”=&%£$#*+<>~^`!?@_–—-]\ufe0f?"
_MARKED = re.compile(
    rf"({_MARK})\s*(?:=|:|-|–)?\s*([A-Za-z][A-Za-z' ,-]{{2,40}}?)(?=\s*(?:[·|;,./•]|{_MARK}|$))"
)
"""Signs with what they mean after them, and nothing between: "✅ finished · 🟡 begun"."""
_NO_COLOUR = re.compile(
    r"^(no (?:colour|fill|shading)|uncoloured|unshaded|white|clear|blank)$", re.I
)
_COUNT_WORDS = {
    *("number", "no", "count", "total", "of", "percent", "action", "recommendation", "how", "many"),
    *("task", "item", "now", "last", "time", "this", "month", "quarter"),
}
_KEY_HEADS = {
    "key",
    "rag",
    "brag",
    "rating",
    "status",
    "colour",
    "code",
    "symbol",
    "grade",
    "score",
    "letter",
    "number",
    "initial",
    "meaning",
    "description",
    "definition",
    "abbreviation",
    "acronym",
    "legend",
    "term",
    "name",
    "full name",
    "what it mean",
    "explanation",
}


def is_legend_text(text: str) -> bool:
    """True for "Key: R = overdue, A = under way" and "RAG: Red – not started; Green – done"."""
    text = clean(text)
    opened = _KEY_WORD.match(text)
    if len(_MARKED.findall(text)) >= 2 and not _MARKED.sub("", text).strip(" ·|;,./•:").replace(
        "Key", ""
    ):
        return True
    if _colour_run(text[opened.end() :] if opened else text, ""):
        return True
    entries = [match for match in _ENTRY.finditer(text) if _short(match.group(2))]
    body = text[opened.end() :] if opened else ""
    if opened and (entries or len(text.split()) <= 6 or _bare_entries(body, "")):
        return True
    if opened and len(key_of_names(text)) >= 2:
        return True
    names = [match for match in _INITIALS.finditer(text) if " " in match.group(2)]
    if len(names) >= 2 and sum(len(m.group(0)) for m in names) >= 0.6 * len(text):
        return True
    if len(entries) < 3:
        return False
    before = text[: entries[0].start() + 1]
    return before.count(" ") <= (12 if before.rstrip().endswith(":") else 4)


def _whole(meaning: str) -> str:
    """A meaning without marks around it and what explains the next sign, its bracket closed."""
    meaning = _NEXT_SIGN.split(meaning)[0]
    meaning = meaning.strip(" .;,*|")
    return f"{meaning})" if meaning.count("(") > meaning.count(")") else meaning


def _short(meaning: str) -> bool:
    return 1 <= len(meaning.split()) <= 25


def key_of_text(text: str, cell: str = "") -> list[KeyEntry]:
    """The entries of a key written in one text."""
    text = clean(text)
    body = _KEY_WORD.sub("", text, count=1)
    found = [
        KeyEntry(match.group(1), _whole(match.group(2)), cell)
        for match in _ENTRY.finditer(body)
        if _short(match.group(2))
    ]
    if not found and body != text:
        found = _bare_entries(body, cell)
    if not found:
        found = _colour_run(body, cell)
    found += [
        KeyEntry(sign, _whole(meaning), cell)
        for sign, meaning in _MARKED.findall(body)
        if len(_MARKED.findall(body)) >= 2
    ]
    known = {entry.symbol for entry in found}
    for match in _INITIALS.finditer(body):
        if match.group(1) not in known:
            found.append(KeyEntry(match.group(1), _whole(match.group(2)), cell))
    return found


_COLOUR_WORD = r"(?:Red|Amber|Green|Blue|Yellow|Purple|Grey|Gray|White|Orange|Black)"
_COLOUR_RUN = re.compile(
    rf"({_COLOUR_WORD})\s+((?-i:[a-z])[\w' ,-]{{2,40}}?)(?=[\s;,.]*(?:{_COLOUR_WORD}\b|$))"
)


def _colour_run(body: str, cell: str) -> list[KeyEntry]:
    """ "Green done Amber being done Red late": colours with their meaning and nothing between."""
    found = _COLOUR_RUN.findall(body)
    if len(found) < 2 or _COLOUR_RUN.sub("", body).strip(" .;,:"):
        return []
    return [KeyEntry(colour, _whole(meaning), cell) for colour, meaning in found]


def _bare_entries(body: str, cell: str) -> list[KeyEntry]:
    """ "C complete, G going to plan, A some slippage": letters with their meaning, no sign between."""
    parts = [part.strip() for part in re.split(r"[,;]\s*", body.strip(" .:")) if part.strip()]
    found = [_BARE.match(part) for part in parts]
    if len(parts) < 2 or not all(found):
        return []
    return [KeyEntry(m.group(1), _whole(m.group(2)), cell) for m in found if m]


def is_key_table(view: TableView) -> bool:
    """True for a small table of symbols and their meaning."""
    if view.table.n_cols > 3 or not 2 <= view.table.n_rows <= 25:
        return False
    top = _top_of_key(view)
    first = [clean(view.text(top, col)) for col in range(view.table.n_cols)]
    named = any(_KEY_WORD.match(text) for text in first if text)
    heads = [
        " ".join(heading_words(text)) in _KEY_HEADS
        or set(heading_words(text))
        & {"mean", "meaning", "initial", "key", "legend", "abbreviation"}
        for text in first
        if text
    ]
    counted = [n for n, text in enumerate(first) if text and _counts(text) and _figures(view, n)]
    headed = bool(heads) and sum(map(bool, heads)) + len(counted) == len(heads) >= 2
    headed = headed or (bool(heads) and all(heads))
    rows = [
        row
        for row in range(top + 1 if headed or named else 0, view.table.n_rows)
        if view.filled(row)
    ]
    if not rows:
        return False
    coloured = len({_fill(view, row) for row in rows if _fill(view, row)}) >= 2
    short = [
        row
        for row in rows
        if _is_symbol_row(view, row) or (coloured and len(view.filled(row)) == 1)
    ]
    return len(short) >= 0.8 * len(rows) and (
        headed or named or (len(short) >= 2 and _all_codes(view, rows))
    )


def _top_of_key(view: TableView) -> int:
    """The row of the headings of a key: the first, or the one under a title that stands alone."""
    for row in range(min(4, view.table.n_rows)):
        cells = view.filled(row)
        if len(cells) > 1:
            words = [set(heading_words(view.text(row, cell.col))) for cell in cells]
            return row if any({"meaning", "mean", "definition"} & said for said in words) else 0
    return 0


def _counts(heading: str) -> bool:
    """True for "Number of actions" and "Total" over the figures of a dashboard."""
    return set(heading_words(heading)) <= _COUNT_WORDS


def _figures(view: TableView, col: int) -> bool:
    """True where a column holds figures, one at least, under its heading."""
    texts = [text for row in range(1, view.table.n_rows) if (text := view.own_text(row, col))]
    below = texts[1:] if texts and _counts(texts[0]) else texts
    return any(_is_figure(text) for text in below) and sum(map(_is_figure, below)) >= 0.5 * len(
        below
    )


def _is_figure(text: str) -> bool:
    return re.fullmatch(r"[\d,.]+\s*%?", text) is not None


def _is_symbol_row(view: TableView, row: int) -> bool:
    cells = view.filled(row)
    if len(cells) == 1:
        return bool(_fill(view, row)) or bool(_ENTRY.search(view.text(row, cells[0].col)))
    return len(view.text(row, cells[0].col).split()) <= 3


def _all_codes(view: TableView, rows: list[int]) -> bool:
    firsts = [view.text(row, 0) for row in rows]
    codes = [
        bool(re.fullmatch(_SYMBOL, text, re.IGNORECASE))
        or (not text and bool(colour_name(_fill(view, row))))
        for row, text in zip(rows, firsts, strict=True)
    ]
    return (
        all(codes)
        and len(set(firsts)) >= len(firsts) - 1
        and all(len(view.filled(row)) <= 2 for row in rows)
    )


def _fill(view: TableView, row: int) -> str | None:
    for col in range(view.table.n_cols):
        cell = view.at(row, col)
        if cell is not None and cell.fill:
            return cell.fill
    return None


def key_of_table(view: TableView) -> list[KeyEntry]:
    """The entries of a key table; a coloured cell gives an entry for its colour as well, and beside
    coloured cells one without colour an entry for "no colour"."""
    found: list[KeyEntry] = []
    fills = [_fill(view, row) for row in range(view.table.n_rows)]
    coloured = len({fill for fill in fills if fill}) >= 2
    names = next((cell.col for cell in view.filled(0)[1:] if _is_name_heading(cell)), None)
    for row, fill in enumerate(fills):
        cells = view.filled(row)
        if not cells:
            continue
        if names is not None and row:
            cells = [cell for n, cell in enumerate(cells) if not n or cell.col == names]
        texts = [view.text(row, cell.col) for cell in cells]
        spot = view.cell_id(cells[0])
        if len(texts) >= 2:
            told = [text for text in texts[1:] if not _is_figure(text)] or texts[1:]
            found.append(KeyEntry(texts[0].strip(" .:=-"), " ".join(told), spot))
        else:
            found += key_of_text(texts[0], spot)
        colour = colour_name(fill)
        known = any(entry.symbol.casefold() == colour for entry in found)
        if coloured and (row or fill):
            symbol = colour if colour and not known else ""
            found.append(KeyEntry(symbol, texts[-1], spot, fill or "none"))
        elif colour and not known:
            found.append(KeyEntry(colour, texts[-1], spot))
    return found


def _is_name_heading(cell: Cell) -> bool:
    """True over the names of people: a post in the next column is none of the name."""
    return clean(cell.text).casefold() in ("name", "full name", "name of person")


def by_fill(keys: tuple[KeyEntry, ...], fill: str | None) -> str | None:
    """What the key says about a cell in this colour, or about one without any."""
    if not fill or fill == "ffffff":
        said = [entry for entry in keys if entry.fill == "none" or _NO_COLOUR.match(entry.symbol)]
        return said[0].meaning if said else None
    for entry in keys:
        if entry.fill == fill:
            return entry.meaning
    near = [entry for entry in keys if entry.fill not in ("", "none") and _near(entry.fill, fill)]
    return near[0].meaning if len({entry.meaning for entry in near}) == 1 else None


def _near(one: str, two: str) -> bool:
    """True for two shades that a person takes for the same colour."""
    apart = [abs(int(one[n : n + 2], 16) - int(two[n : n + 2], 16)) for n in (0, 2, 4)]
    return sum(apart) <= 48


def keys_in_rows(view: TableView, kinds: tuple[RowKind, ...]) -> list[KeyEntry]:
    """The entries of a key that stands in rows of its own, one entry a cell ("RAG: | G = done"),
    or as cells in the colours that they explain. `kinds` are empty for a table without a plan."""
    found: list[KeyEntry] = []
    for row in range(view.table.n_rows):
        cells = view.filled(row)
        told = kinds[row].kind if kinds else "note"
        if len(cells) < 2 or told not in ("note", "title", "heading"):
            continue
        texts = [view.text(row, cell.col) for cell in cells]
        entries = [
            key_of_text(text, view.cell_id(cell)) for text, cell in zip(texts, cells, strict=True)
        ]
        inked = [len(entry) == 1 for entry in entries]
        opened = bool(_KEY_WORD.match(texts[0])) or texts[0].endswith(":")
        if sum(inked) >= 2 and (all(inked) or (opened and all(inked[1:]))):
            found += [entry[0] for entry in entries if len(entry) == 1]
        elif _is_swatches(cells):
            found += [entry for cell in cells for entry in _swatch(view, cell)]
    return found


def is_swatch_table(view: TableView) -> bool:
    """True for one row of cells, each in the colour that it explains."""
    rows = [row for row in range(view.table.n_rows) if view.filled(row)]
    return len(rows) == 1 and _is_swatches(view.filled(rows[0]))


def _is_swatches(cells: list[Cell]) -> bool:
    return len({cell.fill for cell in cells}) == len(cells) >= 3 and all(_hued(c) for c in cells)


def _hued(cell: Cell) -> bool:
    return cell.fill is not None and cell.fill not in ("ffffff", "000000")


def _swatch(view: TableView, cell: Cell) -> list[KeyEntry]:
    """A cell in a colour that says what the colour means: by name and by the word before a colon."""
    text, spot = view.text(cell.row, cell.col), view.cell_id(cell)
    word, _, meaning = text.partition(":")
    found = [KeyEntry(clean(word), clean(meaning) or clean(word), spot)]
    name = colour_name(cell.fill)
    found.append(KeyEntry(name, clean(meaning) or clean(word), spot, cell.fill or ""))
    return found


def lookup(keys: tuple[KeyEntry, ...], symbol: str) -> str | None:
    """What the key says about a symbol: its letter, its number, or a colour by name or letter."""
    wanted = symbol.strip(" .()[]").casefold()
    if not wanted:
        return None
    for entry in keys:
        if entry.symbol.strip(" .()[]").casefold() == wanted:
            return entry.meaning
    colours = {"r": "red", "a": "amber", "g": "green", "b": "blue", "y": "yellow", "p": "purple"}
    other = {**colours, **{name: letter for letter, name in colours.items()}}.get(wanted)
    for entry in keys:
        first = re.split(r"[\s(/–-]", entry.symbol.casefold())[0]
        if first and (first == wanted or (other and first == other)):
            return entry.meaning
    return None
