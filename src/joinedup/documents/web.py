"""HTML: saved pages, and what Word, Outlook and Excel put on the clipboard."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml import html as lxml_html

from joinedup.documents.colours import css_colour
from joinedup.documents.grid import Block, Cell, Document, Heading, Para, Place, Run, Table
from joinedup.documents.lines import ParaBuilder, decode, squeeze, typed_marks

__all__ = ["fragment_paras", "read_web"]

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figure", "figcaption", "footer", "form", "header", "hr",
    "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
UNSEEN = {"script", "style", "head", "template", "noscript", "title", "meta", "link", "xml"}
HEADINGS = {f"h{n}": n for n in range(1, 7)}
DEEPEST = 150
WIDEST = 300


@dataclass
class Styles:
    """The few style rules that carry meaning: colour, background, strike, bold, hidden."""

    rules: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, node: etree._Element) -> dict[str, str]:
        """The declarations that hold for one element."""
        found = dict(self.rules.get(str(node.tag), {}))
        for name in (node.get("class") or "").split():
            found.update(self.rules.get("." + name, {}))
            found.update(self.rules.get(f"{node.tag}.{name}", {}))
        found.update(declarations(node.get("style") or ""))
        return found


def declarations(text: str) -> dict[str, str]:
    """ "color:red; background:#fc0" as a dictionary."""
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def read_web(name: str, data: bytes) -> Document:
    """An HTML page, or a piece of one, as blocks in reading order.

    A table used for layout only (one column, or holding other tables of two columns or more) gives
    its contents as blocks. List items keep their marks ("1.", "•"), also Word's typed ones. Struck
    out and coloured words keep that; hidden words are kept and noted.
    """
    text = decode(data)
    if text.startswith("Version:") and "StartHTML" in text[:300]:
        text = text[text.find("<") :]
    tree = _parse(text)
    if tree is None:
        return Document(name, "html", ())
    reader = _Reader(_styles(tree))
    reader.walk(tree, Run(""), 0)
    reader.flush()
    return Document(name, "html", tuple(reader.blocks), has_colour=True)


def fragment_paras(text: str, place: Place) -> tuple[Para, ...]:
    """A cell of plain text with stray HTML in it (p, ul, li, br) as paragraphs and list items.

    A list whose items lost their tags but kept their bullets is split at the bullets; one that
    lost those too is one list item, its text whole.
    """
    tree = _parse(text)
    if tree is None:
        return ()
    reader = _Reader(Styles(), place)
    reader.walk(tree, Run(""), 0)
    reader.builder.end()
    return tuple(reader.builder.paras)


def _parse(text: str) -> etree._Element | None:
    text = re.sub("<!\\[if[^>]*>|<!\\[endif\\]>|<\\?xml[^>]*>", "", text)
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", text)
    if not text.strip():
        return None
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    tree: etree._Element = lxml_html.document_fromstring(text.encode(), parser=parser)
    return tree


def _styles(tree: etree._Element) -> Styles:
    styles = Styles()
    for sheet in tree.iter("style"):
        source = re.sub(r"/\*.*?\*/|<!--|-->", "", sheet.text or "", flags=re.S)
        for names, body in re.findall(r"([^{}]+)\{([^{}]*)\}", source[:500_000]):
            for selector in names.split(","):
                selector = selector.strip()
                if re.fullmatch(r"[\w-]*(\.[\w-]+)?", selector) and selector:
                    styles.rules.setdefault(selector, {}).update(declarations(body))
    return styles


class _Reader:
    def __init__(self, styles: Styles, place: Place | None = None) -> None:
        self.styles = styles
        self.blocks: list[Block] = []
        self.tables = 0
        self.in_cell = place is not None
        self.builder = ParaBuilder(place or Place())
        self.lists: list[int] = []

    def flush(self) -> None:
        """Paragraphs outside tables become blocks."""
        self.blocks.extend(self.builder.finish())
        self.builder = ParaBuilder(Place())

    def walk(self, node: etree._Element, like: Run, depth: int) -> None:
        """Everything inside one element, its tail left to the caller."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in UNSEEN or not tag:
            return
        if depth > DEEPEST:
            self.builder.add(" ".join(str(part) for part in node.itertext()), like)
            return
        if tag == "br":
            self.builder.line()
            return
        if tag == "sup" and re.fullmatch(r"\s*\d{1,2}\s*", node.text or ""):
            self.builder.add(" ", like)  # the number of a footnote is no part of the word before it
        if tag == "input" and node.get("type") in ("checkbox", "radio"):
            self.builder.add("☒" if node.get("checked") is not None else "☐", like)
            return
        if tag == "img" and (node.get("alt") or "").strip():
            self.builder.add(f" {node.get('alt')} ", like)
            return
        if tag == "table" and not self.in_cell:
            self._table(node, like, depth)
            return
        if tag in HEADINGS and not self.in_cell:
            self._heading(node, tag, like, depth)
            return
        self._element(node, tag, like, depth)

    def _element(self, node: etree._Element, tag: str, like: Run, depth: int) -> None:
        style = self.styles.of(node)
        like = _format(tag, node, style, like)
        is_block = tag in BLOCKS
        if style.get("mso-list", "").lower() == "ignore":
            mark = squeeze("".join(str(part) for part in node.itertext()))
            self.builder.item(0, {"·": "•", "o": "◦", "§": "▪"}.get(mark, mark) or "•")
            return
        if tag in ("td", "th") and self.in_cell:
            self.builder.add(" ", like)
        elif is_block and not (tag == "p" and self.builder.is_fresh_item):
            self.builder.end()
        if tag in ("ul", "ol"):
            self._list(node, tag, like, depth)
        else:
            if tag == "li":
                self.builder.item(max(len(self.lists) - 1, 0), self._mark(node))
            self.builder.add(node.text or "", like)
            self._children(node, like, depth)
        if is_block and tag not in ("td", "th"):
            self.builder.end()

    def _list(self, node: etree._Element, tag: str, like: Run, depth: int) -> None:
        self.lists.append(_start(node) if tag == "ol" else -1)
        self._loose_items(node.text or "", like)
        self._children(node, like, depth)
        self.lists.pop()

    def _children(self, node: etree._Element, like: Run, depth: int) -> None:
        for child in node:
            self.walk(child, like, depth + 1)
            self.builder.add(child.tail or "", like)

    def _loose_items(self, text: str, like: Run) -> None:
        for piece in re.split(r"\s*[•●▪\uf0b7]\s*", text):
            if piece.strip():
                self.builder.item(len(self.lists) - 1, "•")
                self.builder.add(piece, like)

    def _mark(self, node: etree._Element) -> str:
        if not self.lists or self.lists[-1] < 0:
            return "•"
        number = self.lists[-1]
        if (node.get("value") or "").isdecimal():
            number = int(str(node.get("value"))[:6])
        self.lists[-1] = number + 1
        parent = node.getparent()
        kind = (parent.get("type") if parent is not None else None) or "1"
        return numbered(number, kind) + "."

    def _heading(self, node: etree._Element, tag: str, like: Run, depth: int) -> None:
        self.flush()
        self.in_cell = True
        self._element(node, tag, like, depth)
        self.in_cell = False
        paras = self.builder.finish()
        self.builder = ParaBuilder(Place())
        for para in paras:
            self.blocks.append(Heading(para.text, HEADINGS[tag], para.place, para))

    def _table(self, node: etree._Element, like: Run, depth: int) -> None:
        self.flush()
        rows = _rows(node)
        if _is_layout(rows):
            for row in rows:
                for cell in row:
                    self._element(cell, "div", like, depth + 1)
                    self.builder.end()
            self.flush()
            return
        self.tables += 1
        title = ""
        for caption in node.findall("caption"):
            title = squeeze("".join(str(part) for part in caption.itertext()))
        grid = self._cells(rows, _format("table", node, self.styles.of(node), like), depth)
        if grid:
            place = Place(table=self.tables)
            height = max(cell.row + cell.rowspan for cell in grid)
            width = max(cell.col + cell.colspan for cell in grid)
            self.blocks.append(Table(tuple(grid), height, width, place, title, _header_rows(rows)))

    def _cells(self, rows: list[list[etree._Element]], like: Run, depth: int) -> list[Cell]:
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            col = 0
            row_style = self.styles.of(row[0].getparent()) if row else {}
            for node in row:
                while (r, col) in taken:
                    col += 1
                down = min(_span(node, "rowspan"), len(rows) - r)
                across = min(_span(node, "colspan"), WIDEST)
                taken.update((r + i, col + j) for i in range(down) for j in range(across))
                place = Place(table=self.tables, row=r + 1, col=col + 1)
                inner = _Reader(self.styles, place)
                inner._element(node, "td", like, depth + 2)
                style = {**row_style, **self.styles.of(node)}
                fill = css_colour(
                    style.get("background-color") or style.get("background") or node.get("bgcolor")
                )
                paras = typed_marks(inner.builder.finish())
                hidden = "none" in style.get("display", "")
                cells.append(Cell(r, col, paras, place, down, across, fill=fill, is_hidden=hidden))
                col += across
        return cells


def _rows(table: etree._Element) -> list[list[etree._Element]]:
    """A table's own rows, head first and foot last, with cells that stand loose in it."""
    rows: list[list[etree._Element]] = []
    parts = [part for part in table if part.tag in ("thead", "tbody", "tfoot", "tr")]
    parts.sort(key=lambda part: {"thead": 0, "tfoot": 2}.get(str(part.tag), 1))
    for part in parts:
        lines = [part] if part.tag == "tr" else part.findall("tr")
        rows.extend([cell for cell in line if cell.tag in ("td", "th")] for line in lines)
    return rows


def _is_layout(rows: list[list[etree._Element]]) -> bool:
    nested = [table for row in rows for cell in row for table in cell.iter("table")]
    if any(len(line) > 1 for table in nested for line in _rows(table)):
        return True
    return len(rows) == 1 and len(rows[0]) == 1


def _header_rows(rows: list[list[etree._Element]]) -> int:
    count = 0
    for row in rows:
        parent = row[0].getparent() if row else None
        group = parent.getparent() if parent is not None else None
        in_head = group is not None and group.tag == "thead"
        if row and (in_head or all(cell.tag == "th" for cell in row)):
            count += 1
        else:
            break
    return count if count < len(rows) else 0


def _span(node: etree._Element, name: str) -> int:
    text = (node.get(name) or "1").strip()
    return max(1, min(int(text), 1000)) if text.isdecimal() and len(text) < 6 else 1


def _start(node: etree._Element) -> int:
    text = node.get("start") or "1"
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def numbered(number: int, kind: str) -> str:
    """A list number as its list shows it: 1, a, A, i or I."""
    if kind in ("a", "A") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if kind == "a" else letter.upper()
    if kind in ("i", "I") and 0 < number < 4000:
        roman = ""
        for value, mark in zip(
            (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
            ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
            strict=True,
        ):
            roman += mark * (number // value)
            number %= value
        return roman if kind == "i" else roman.upper()
    return str(number)


def _format(tag: str, node: etree._Element, style: dict[str, str], like: Run) -> Run:
    weight = style.get("font-weight", "")
    bold = (
        like.bold or tag in ("b", "strong", "th", "dt") or weight == "bold" or weight[:1] in "6789"
    )
    if weight in ("normal", "400") or not weight:
        bold = like.bold or tag in ("b", "strong", "th", "dt") if not weight else False
    decoration = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    background = (
        style.get("background-color") or style.get("background") or style.get("mso-highlight")
    )
    is_box = tag in ("td", "th", "tr", "table", "body", "div")
    return replace(
        like,
        bold=bold,
        italic=like.italic or tag in ("i", "em") or style.get("font-style") == "italic",
        strike=like.strike or tag in ("s", "strike", "del") or "line-through" in decoration,
        colour=css_colour(style.get("color") or node.get("color")) or like.colour,
        highlight=(css_colour(background) if not is_box else None) or like.highlight,
    )
