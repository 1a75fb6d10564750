"""The council's name and colour, and the stylesheet made from them.

The colour a council chooses is darkened until white words on it can be read
(WCAG 2.2 AA, 1.4.3: 4.5 to 1), so no choice can make the pages unreadable.
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from django.conf import settings
from django.utils.module_loading import import_string

PRODUCT = "Joined Up"
READABLE = 4.5
HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\Z")
Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Brand:
    """What a council sets: its name, its colour, and where its own notices are."""

    name: str = ""
    colour: str = "#12566b"
    product: str = PRODUCT


def brand() -> Brand:
    """The council's brand, from the function named in settings.JOINEDUP_BRAND.

    That function takes nothing and returns a Brand. Without the setting the default holds.
    """
    source = getattr(settings, "JOINEDUP_BRAND", "")
    return import_string(source)() if source else Brand()


def parse_colour(colour: str) -> Colour:
    """Red, green and blue from 0 to 1 of '#0b5' or '#00bb55'. ValueError for anything else."""
    found = HEX.match(colour.strip())
    if not found:
        raise ValueError("A colour is written as # and six digits or letters a to f: #12566b")
    digits = found.group(1)
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def as_hex(colour: Colour) -> str:
    """'#12566b'."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two colours, 1 to 21, as WCAG defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mix(colour: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(colour, other, strict=True))
    return red, green, blue


def readable(colour: Colour) -> Colour:
    """The colour itself, or the nearest darker one on which white words can be read."""
    hue, light, rich = colorsys.rgb_to_hls(*colour)
    while contrast(parse_colour(as_hex(colour)), (1, 1, 1)) < READABLE:
        light -= 0.01
        colour = colorsys.hls_to_rgb(hue, max(light, 0), rich)
    return colour


def brand_css(colour: str) -> str:
    """The stylesheet of one council colour: header, tint, lines and dark shade.

    Raises ValueError when the colour cannot be read.
    """
    main = readable(parse_colour(colour))
    white, black = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
    names = {
        "--ju-brand": main,
        "--ju-brand-dark": _mix(main, black, 0.4),
        "--ju-brand-tint": _mix(main, white, 0.92),
        "--ju-brand-line": _mix(main, white, 0.55),
        "--govuk-brand-colour": main,
    }
    body = "".join(f"  {name}: {as_hex(value)};\n" for name, value in names.items())
    return f":root {{\n{body}}}\n"


@lru_cache(maxsize=16)
def brand_version(colour: str) -> str:
    """A short mark of the stylesheet, so that browsers may keep it until it changes."""
    return sha256(brand_css(colour).encode()).hexdigest()[:12]
