"""Text into paragraphs: the small builder that every reader shares."""

from __future__ import annotations

import re
from dataclasses import replace

from joinedup.documents.grid import Para, Place, Run

__all__ = ["ParaBuilder", "clean", "decode", "plain_para", "split_mark", "squeeze", "typed_marks"]

ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
NOTHING = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
MARK = re.compile(
    "^(?P<mark>[•●○◦▪■□❖➢➤‣∙·\uf0b7\uf0a7\uf0d8\uf0fc\uf076]|[-–—*+o](?= )"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)](?= ))\s*(?=\S)"
)
BULLETS = "•●○◦▪■□❖➢➤‣∙·\uf0b7\uf0a7\uf0d8\uf0fc\uf076-–—*+o"
PRIVATE_MARKS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖"}


def decode(data: bytes) -> str:
    """Bytes of a text file as text: UTF-8, UTF-16 (marked or not), else Windows Latin."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").lstrip("\ufeff")
    head = data[:2000]
    if head.count(0) > len(head) // 4:
        little = head[1::2].count(0) > head[0::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def clean(text: str) -> str:
    """Odd spaces become spaces; marks without width, and control characters, go."""
    return NOTHING.sub("", ODD_SPACES.sub(" ", text))


def squeeze(text: str) -> str:
    """Cleaned text on one line with single spaces."""
    return re.sub(r"\s+", " ", clean(text)).strip()


def split_mark(text: str) -> tuple[str | None, str]:
    """A typed bullet or number before the words, apart from them: "• Train" → ("•", "Train")."""
    found = MARK.match(text)
    if not found:
        return None, text
    mark = found["mark"]
    return PRIVATE_MARKS.get(mark, mark), text[found.end() :]


def plain_para(
    text: str, place: Place, level: int | None = None, marker: str | None = None
) -> Para:
    """One paragraph without format."""
    return Para((Run(squeeze(text)),), place, level, marker)


def typed_marks(paras: tuple[Para, ...]) -> tuple[Para, ...]:
    """Paragraphs that begin with a typed bullet become list items; dashes and numbers stay words."""
    done = []
    for para in paras:
        mark, rest = split_mark(para.runs[0].text) if para.runs else (None, "")
        if mark and rest and not mark[-1].isalnum() and mark[-1] not in ".)-–—*+":
            runs = (replace(para.runs[0], text=rest), *para.runs[1:])
            para = replace(para, runs=runs, level=para.level or 0, marker=mark)
        done.append(para)
    return tuple(done)


class ParaBuilder:
    """Collects runs and breaks them into paragraphs; spaces are squeezed across runs."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.paras: list[Para] = []
        self._runs: list[Run] = []
        self._level: int | None = None
        self._marker: str | None = None

    def add(self, text: str, like: Run) -> None:
        """Add words in the format of `like`."""
        text = re.sub(r"\s+", " ", clean(text))
        before = self._runs[-1].text if self._runs else " "
        if before.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        if self._runs and replace(self._runs[-1], text="") == replace(like, text=""):
            self._runs[-1] = replace(like, text=before + text)
        else:
            self._runs.append(replace(like, text=text))

    def drop_last(self, count: int) -> None:
        """Take back the last letters (the hyphen of a word broken at a line end)."""
        if self._runs:
            self._runs[-1] = replace(self._runs[-1], text=self._runs[-1].text[:-count])

    def item(self, level: int, marker: str | None) -> None:
        """What follows is a list item, until the next paragraph starts."""
        self.end()
        self._level, self._marker = level, marker

    @property
    def is_fresh_item(self) -> bool:
        """True where a list item was begun and has no words yet."""
        return self._level is not None and not self._runs

    def line(self) -> None:
        """A line break. In a list item the next line keeps the level and has no mark of its own."""
        level = self._level if self._runs else None
        had_words = bool(self._runs)
        marker = self._marker
        self._close()
        self._level = level if had_words else self._level
        self._marker = None if had_words else marker

    def end(self) -> None:
        """The paragraph ends here."""
        self._close()
        self._level = self._marker = None

    def put(self, paras: list[Para]) -> None:
        """Ready-made paragraphs, after what stands so far."""
        self.end()
        self.paras.extend(paras)

    def finish(self) -> tuple[Para, ...]:
        """All paragraphs; empty ones are left out."""
        self.end()
        return tuple(self.paras)

    def _close(self) -> None:
        if self._runs:
            last = self._runs[-1]
            trimmed = last.text.rstrip(" ")
            runs = [*self._runs[:-1], replace(last, text=trimmed)] if trimmed else self._runs[:-1]
            if runs:
                self.paras.append(Para(tuple(runs), self.place, self._level, self._marker))
        self._runs = []
