"""A committee paper as a text file, read for comparing by means of its own: nothing of the product
is used, so that the two cannot be wrong together."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

__all__ = ["Table", "plain", "prose_before", "tables", "words_of"]

Table = list[list[str]]
TAG = re.compile(r"<[^>]+>")
MARK = re.compile(r"(?<!\S)(?:\d{1,2}[.)]|[•●])(?=\s|[A-Z])\s*")


def plain(text: str) -> str:
    """Words of a cell without markup."""
    return " ".join(html.unescape(TAG.sub(" ", text)).split())


def words_of(text: str) -> str:
    """What is compared: letters and digits, without list marks, spaces and capitals."""
    return re.sub(r"[\W_]+", "", MARK.sub(" ", plain(text))).casefold()


def tables(text: str, headers: Sequence[tuple[str, ...]], *, has_bands: bool) -> dict[str, Table]:
    """Header line → rows. A row with an empty first cell goes on the one above; one with only its
    first cell names a group where the document has groups, else it goes on too."""
    found: dict[str, Table] = {}
    now: Table | None = None
    for line in text.splitlines():
        cells = [plain(one) for one in line.split("\t")]
        if "\t" not in line:
            now = now if not line.strip() else None
            continue
        head = tuple(one.casefold() for one in cells)
        if head in headers:
            now = found.setdefault(" | ".join(head), []) if not has_bands or now is None else now
            name = " | ".join(head)
            now = found.setdefault(name, [])
            continue
        if now is None:
            continue
        goes_on = not cells[0] or (not any(cells[1:]) and not has_bands)
        if goes_on and now:
            width = max(len(now[-1]), len(cells))
            old, new = (row + [""] * (width - len(row)) for row in (now[-1], cells))
            now[-1] = [" ".join(filter(None, pair)) for pair in zip(old, new, strict=True)]
        else:
            now.append(cells)
    return found


def prose_before(text: str, first: str) -> list[str]:
    """Every line of prose (no table) before the line that begins with `first`."""
    return [one for one in text.partition(f"\n{first}")[0].splitlines()
            if one.strip() and "\t" not in one]  # fmt: skip
