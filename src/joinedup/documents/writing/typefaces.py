"""The letters we bring with us: which characters they can print, and how wide words are.

Liberation Sans has the measures of Arial, so a column that is wide enough in the PDF is wide
enough in Word too. DejaVu Sans stands in for scripts and signs that Liberation lacks.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["FAMILIES", "VENDOR", "Typeface", "printable", "typeface", "width_of"]

VENDOR = Path(__file__).parent / "vendor"
FAMILIES = ("Liberation Sans", "DejaVu Sans")
REGULAR, BOLD, FALLBACK = "LiberationSans-Regular", "LiberationSans-Bold", "DejaVuSans"
JOINERS = "\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u00ad"
WITHOUT_OWN_NAME = ("CJK ", "HANGUL SYLLABLE", "TANGUT", "NUSHU", "KHITAN", "EGYPTIAN")


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font file as measured: the width of each character, in thousandths of its size."""

    widths: dict[int, float]

    def has(self, character: str) -> bool:
        """Whether the font has a letter for the character."""
        return ord(character) in self.widths


@cache
def typeface(name: str) -> Typeface:
    """A font of the vendor folder, measured. Raises OSError if it is not there."""
    data = (VENDOR / f"{name}.ttf").read_bytes()
    tables = {
        data[at : at + 4].decode("ascii"): struct.unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16)
    }
    scale = 1000 / struct.unpack_from(">H", data, tables["head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    advances = struct.unpack_from(">" + "Hh" * count, data, tables["hmtx"])[::2]
    return Typeface(
        {
            code: advances[min(glyph, count - 1)] * scale
            for code, glyph in _characters(data, tables["cmap"])
            if glyph
        }
    )


def _characters(data: bytes, cmap: int) -> Iterable[tuple[int, int]]:
    """Code and glyph of each character, from the font's fullest table of characters."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    starts = [struct.unpack_from(">I", data, cmap + 8 + 8 * number)[0] for number in range(count)]
    shapes = {struct.unpack_from(">H", data, cmap + start)[0]: cmap + start for start in starts}
    if 12 in shapes:
        return list(_by_groups(data, shapes[12]))
    return list(_by_segments(data, shapes[4]))


def _by_groups(data: bytes, at: int) -> Iterable[tuple[int, int]]:
    groups = struct.unpack_from(">I", data, at + 12)[0]
    for number in range(groups):
        first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * number)
        for code in range(first, last + 1):
            yield code, glyph + code - first


def _by_segments(data: bytes, at: int) -> Iterable[tuple[int, int]]:
    double = struct.unpack_from(">H", data, at + 6)[0]
    for segment in range(0, double, 2):
        last = struct.unpack_from(">H", data, at + 14 + segment)[0]
        first = struct.unpack_from(">H", data, at + 16 + double + segment)[0]
        shift = struct.unpack_from(">h", data, at + 16 + 2 * double + segment)[0]
        place = at + 16 + 3 * double + segment
        offset = struct.unpack_from(">H", data, place)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", data, place + offset + 2 * (code - first))[0]
            yield code, (glyph + shift) & 0xFFFF if glyph or not offset else 0


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """How wide the words stand on one line, in points, at a size in points."""
    widths = _by_character(BOLD if bold else REGULAR)
    return sum(widths.get(character, 1000.0) for character in words) * size / 1000


@cache
def _by_character(name: str) -> dict[str, float]:
    both = {**typeface(FALLBACK).widths, **typeface(name).widths}
    return {chr(code): width for code, width in both.items()}


def printable(words: str, beyond: frozenset[str] = frozenset()) -> str:
    """The words with a name in brackets for each sign that no font of ours can print.

    "😀" may become "[grinning face]": a reader sees that something stood there, and what.
    `beyond` are signs found unprintable in the attempt.
    """
    if words.isascii():
        return words
    return "".join(_printed(cluster, beyond) for cluster in _clusters(words))


def _printed(cluster: str, beyond: frozenset[str]) -> str:
    seen = [character for character in cluster if character not in JOINERS]
    if not seen or (cluster not in beyond and not beyond.intersection(cluster) and _has_all(seen)):
        return cluster
    return "".join(_named(character) for character in seen)


def _has_all(characters: list[str]) -> bool:
    plain = [character for character in characters if character not in "\n "]
    return any(
        all(typeface(name).has(character) for character in plain) for name in (REGULAR, FALLBACK)
    )


def _named(character: str) -> str:
    if character.isascii():
        return character
    name = unicodedata.name(character, "")
    if not name or name.startswith(WITHOUT_OWN_NAME):
        return f"[U+{ord(character):04X}]"
    return f"[{name.lower()}]"


def _clusters(words: str) -> Iterable[str]:
    """Letters with the marks that sit on them; what a joiner joins stays together."""
    cluster = ""
    for character in words:
        is_mark = unicodedata.category(character)[0] == "M" or character in JOINERS
        if cluster and (is_mark or cluster[-1] == "\u200d"):
            cluster += character
            continue
        if cluster:
            yield cluster
        cluster = character
    if cluster:
        yield cluster
