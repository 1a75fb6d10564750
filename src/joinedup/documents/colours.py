"""Colours as six lower-case hex digits, from the ways that files write them."""

from __future__ import annotations

import colorsys
import re

__all__ = ["HIGHLIGHTS", "css_colour", "hex_colour", "tinted"]

NAMED = {
    "black": "000000", "white": "ffffff", "red": "ff0000", "green": "008000", "blue": "0000ff",
    "yellow": "ffff00", "orange": "ffa500", "amber": "ffbf00", "lime": "00ff00", "grey": "808080",
    "gray": "808080", "silver": "c0c0c0", "maroon": "800000", "purple": "800080", "navy": "000080",
    "teal": "008080", "aqua": "00ffff", "cyan": "00ffff", "fuchsia": "ff00ff", "magenta": "ff00ff",
    "olive": "808000", "gold": "ffd700", "pink": "ffc0cb", "lightgreen": "90ee90",
    "darkred": "8b0000", "darkgreen": "006400", "crimson": "dc143c", "tomato": "ff6347",
    "lightgrey": "d3d3d3", "lightgray": "d3d3d3", "limegreen": "32cd32", "darkorange": "ff8c00",
}  # fmt: skip

HIGHLIGHTS = {
    "yellow": "ffff00", "green": "00ff00", "cyan": "00ffff", "magenta": "ff00ff", "blue": "0000ff",
    "red": "ff0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "c0c0c0", "black": "000000", "white": "ffffff",
}  # fmt: skip


def hex_colour(text: str | None) -> str | None:
    """ "FF0000", "#f00" or "FFFF0000" (with alpha) as six digits; None for "auto" and the like."""
    if not text:
        return None
    digits = text.strip().lstrip("#").lower()
    if not re.fullmatch("[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8}", digits):
        return None
    if len(digits) == 3:
        return "".join(digit * 2 for digit in digits)
    return digits[-6:]


def css_colour(text: str | None) -> str | None:
    """A colour as CSS or an HTML attribute writes it; None where there is none."""
    if not text:
        return None
    words = text.strip().lower()
    found = re.search(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)", words)
    if found:
        return "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    for word in words.split():
        if word in NAMED:
            return NAMED[word]
        if word.startswith("#") or re.fullmatch("[0-9a-f]{6}", word):
            colour = hex_colour(word)
            if colour:
                return colour
    return None


def tinted(colour: str, tint: float) -> str:
    """A theme colour made lighter (tint above 0) or darker (below 0), as Office does it."""
    if not tint:
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), strength)
    return "".join(f"{round(part * 255):02x}" for part in parts)
