"""A crude reading of a document: every labelled word must be in its text."""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path
from typing import Any

import docx
import openpyxl


def tokens(text: str) -> list[str]:
    """Words and numbers in lower case."""
    text = text.replace("\u2019", "'").replace("\u2018", "'")
    return re.findall(r"[a-z0-9]+", text.casefold())


def text_of(path: Path) -> str:
    """All words of the document, cell after cell."""
    if path.suffix == ".docx":
        return " ".join(docx.Document(str(path)).element.body.itertext())
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        cells = (c for s in book for row in s.iter_rows(values_only=True) for c in row)
        return " ".join(str(c) for c in cells if c is not None)
    if path.suffix == ".pdf":
        made = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True)
        return made.stdout.decode("utf-8")
    text = path.read_text(encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]*>", " ", text)) if path.suffix == ".html" else text


def labelled(row: dict[str, Any], unscored: frozenset[str] = frozenset()) -> list[str]:
    """The texts of a row that must stand in the document; those of `unscored` fields need not."""
    out = [row["ref"], row["section"], row["title"], row["review"], row["source_ref"]]
    out += row["actions"] + row["owners"] + row["progress"]
    if row["due"] and not {"due_text"} & {*unscored, *row.get("unscored", [])}:
        out += (row["due"]["text"] or "").split("; ")
    return [x for x in out if x]


def missing(path: Path, truth: dict[str, Any]) -> list[str]:
    """The labelled texts that the document does not hold (one run of words, or each word)."""
    words = tokens(text_of(path))
    run, single = " " + " ".join(words) + " ", set(words)
    loose = path.suffix in (".pdf", ".txt")
    out = []
    for plan in truth["plans"]:
        for row in plan["rows"]:
            for text in labelled(row, frozenset(truth.get("unscored", []))):
                want = tokens(text)
                held = set(want) <= single if loose else f" {' '.join(want)} " in run
                if not held:
                    out.append(f"{path.name}: {text}")
    return out
