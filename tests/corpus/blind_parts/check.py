"""Is every labelled word in its document? Read here without any reader of the product."""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path
from typing import Any

import pdfplumber


def tokens(text: str) -> set[str]:
    """The words of a text."""
    return set(re.findall(r"[a-z0-9]+", html.unescape(text).replace("’", "'").casefold()))


def text_of(path: Path) -> str:
    """All the words of a document, crudely."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as packed:
            parts = [
                packed.read(n).decode("utf-8", "replace")
                for n in packed.namelist()
                if re.search(r"document\.xml|sharedStrings|sheet\d+\.xml|workbook\.xml", n)
            ]
        return re.sub(r"<(/w:p|/si|/v)\b[^>]*>|<w:(br|tab)/>", " ", " ".join(parts)).replace(
            "<", " <"
        )
    if path.suffix == ".pdf":
        with pdfplumber.open(path) as opened:
            return "\n".join(page.extract_text() for page in opened.pages)
    return path.read_text(encoding="utf-8-sig")


def strings(row: dict[str, Any]) -> list[str]:
    """The labelled words of one row."""
    found = [row["title"], row["ref"], row["section"], row["review"], row["source_ref"]]
    found += [*row["actions"], *row["owners"], *row["progress"], *row.get("other", {}).values()]
    found += [(row[k] or {}).get("text") for k in ("due", "status", "priority")]
    return [f for f in found if f]


def absent(path: Path, label: dict[str, Any]) -> list[str]:
    """Labelled words that the document does not hold."""
    raw = text_of(path)
    have = tokens(raw) | tokens(re.sub(r"<[^>]*>", "", raw)) | tokens(re.sub(r"<[^>]*>", " ", raw))
    want: set[str] = set()
    for plan in label["plans"]:
        for row in plan["rows"]:
            for text in strings(row):
                want |= tokens(text)
    return sorted(want - have)
