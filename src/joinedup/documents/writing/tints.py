"""The colours of a printed report: the council's own, and the tones beside status words."""

from __future__ import annotations

from joinedup.documents.blocks import Tone

__all__ = ["GREY", "INK", "LINE", "TINTS", "deep", "pale"]

INK, GREY, LINE = "#1b2327", "#4d5a61", "#b9c2c6"
READABLE = 4.5
# tone: ground, words, mark; each pair of ground and words reaches 7 to 1
TINTS: dict[Tone, tuple[str, str, str]] = {
    Tone.RED: ("#fbe6e6", "#7c1414", "#c11f1f"),
    Tone.AMBER: ("#fff0d6", "#5a3500", "#d07a00"),
    Tone.GREEN: ("#e2f3e8", "#0c4a26", "#12803f"),
    Tone.BLUE: ("#e4eefa", "#143f73", "#1d65b8"),
    Tone.GREY: ("#eef1f2", "#39444a", "#6a777e"),
}


def deep(colour: str) -> str:
    """The colour, darkened as far as white words on it need (4.5 to 1, WCAG 2.2 1.4.3)."""
    parts = _parts(colour)
    while 1.05 / (_luminance(parts) + 0.05) < READABLE:
        parts = [part * 0.95 for part in parts]
    return _hex(parts)


def pale(colour: str) -> str:
    """A ground of the colour, light enough for dark words."""
    return _hex([part + (1 - part) * 0.9 for part in _parts(colour)])


def _parts(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _hex(parts: list[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(parts: list[float]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
