"""A committee paper as a text file, read for comparing by means of its own: nothing of the product
is used, so that the two cannot be wrong together."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Chapter", "Table", "bare", "chapters", "labelled", "plain", "tables", "words_of"]

Table = list[list[str]]
TAG = re.compile(r"<[^>]+>")
MARK = re.compile(r"(?<!\S)(?:\d{1,2}[.)]|[•●])(?=\s|[A-Z])\s*")
HEADING = re.compile(r"(\d{1,2})\. (\S.*)")
NUMBER = re.compile(r"(?:- )?(\d{1,2}(?:\.\d{1,2})+) (.+)")


def plain(text: str) -> str:
    """Words of a cell or line without markup."""
    return " ".join(html.unescape(TAG.sub(" ", text)).replace("**", "").split())


def words_of(text: str) -> str:
    """What is compared: letters and digits, without list marks, spaces and capitals."""
    return re.sub(r"[\W_]+", "", MARK.sub(" ", plain(text))).casefold()


def bare(text: str) -> str:
    """Letters and digits alone, marks and numbers among them."""
    return re.sub(r"[\W_]+", "", plain(text)).casefold()


def tables(
    text: str, headers: Sequence[tuple[str, ...]], *, has_bands: bool
) -> dict[tuple[str, ...], Table]:
    """Header → rows, repeated headers left out. A row with an empty first cell goes on the one
    above; one with only its first cell names a group where the document has groups, else it goes
    on too; a title row above a header is none."""
    found: dict[tuple[str, ...], Table] = {}
    now: Table | None = None
    lines = text.splitlines()
    for place, line in enumerate(lines):
        if "\t" not in line:
            now = now if not line.strip() else None
            continue
        cells = [plain(one) for one in line.split("\t")]
        head = tuple(one.casefold() for one in cells)
        below = lines[place + 1].casefold() if place + 1 < len(lines) else ""
        if head in headers:
            now = found.setdefault(head, [])
        elif now is None or tuple(below.split("\t")) in headers:
            continue
        elif now and (not cells[0] or (not any(cells[1:]) and not has_bands)):
            width = max(len(now[-1]), len(cells))
            old, new = (row + [""] * (width - len(row)) for row in (now[-1], cells))
            now[-1] = [" ".join(filter(None, pair)) for pair in zip(old, new, strict=True)]
        else:
            now.append(cells)
    return found


def labelled(text: str, labels: Sequence[str]) -> dict[str, list[str]]:
    """Label → the lines that follow it, up to the next label; blank lines stay as empty ones."""
    found: dict[str, list[str]] = {}
    now: list[str] | None = None
    for line in text.splitlines():
        label = next((one for one in labels if line.startswith(one)), None)
        if label is not None:
            now = found.setdefault(label, [])
            line = line[len(label) :]
        if now is not None:
            now.append(line.strip())
    return {label: _trimmed(lines) for label, lines in found.items()}


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[0]:
        lines = lines[1:]
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


@dataclass(slots=True)
class Chapter:
    """A numbered heading with what stands below it, before its table and after it. `numbers` are
    those of numbered paragraphs."""

    heading: str
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    @property
    def prose(self) -> str:
        """What stands before the table, as an officer writes it."""
        return "\n".join(self.before).strip("\n")

    @property
    def comment(self) -> str:
        """What stands after the table."""
        return "\n".join(self.after).strip("\n")


def chapters(text: str, end: str) -> list[Chapter]:
    """The numbered chapters before the line that begins with `end`. A heading stands between
    blank lines; a numbered list does not."""
    lines = text.partition(f"\n{end}")[0].splitlines()
    found: list[Chapter] = []
    had_table = False
    for place, line in enumerate(lines):
        alone = not (lines[place - 1].strip() if place else "") and not (
            lines[place + 1].strip() if place + 1 < len(lines) else ""
        )
        heading = HEADING.fullmatch(line) if alone else None
        if heading:
            found.append(Chapter(heading[2]))
            had_table = False
        elif found and "\t" in line:
            had_table = True
        elif found:
            one = found[-1]
            (one.after if had_table else one.before).append(_written(line, one))
    return found


def _written(line: str, chapter: Chapter) -> str:
    """A line as an officer types it: the number of a paragraph is set by the paper, one with three
    parts is put in with two spaces, each numbered one is a paragraph."""
    found = NUMBER.fullmatch(line.replace("**", ""))
    if not found:
        return line.replace("**", "").rstrip()
    chapter.numbers.append(found[1])
    return "\n" + ("  " if found[1].count(".") == 2 else "") + found[2]
