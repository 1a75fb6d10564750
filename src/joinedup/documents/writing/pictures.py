"""Charts as pictures: an SVG is looked through before anything draws it, and drawn for Word."""

from __future__ import annotations

import json
import re
import struct
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Tree

from joinedup.documents.blocks import Annexe, Chart, Report
from joinedup.documents.blockwords import clean_words
from joinedup.documents.writing.press import press
from joinedup.documents.writing.typefaces import FAMILIES, printable

__all__ = [
    "CHART_WIDTH",
    "UnsafePicture",
    "chart_orders",
    "charts_of",
    "pictures_of",
    "png_size",
    "safe_svg",
]

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = frozenset(
    {"svg", "g", "defs", "title", "desc", "rect", "circle", "ellipse", "line", "polyline"}
    | {"polygon", "path", "text", "tspan", "clipPath", "linearGradient", "radialGradient"}
    | {"stop", "marker", "pattern"}
)
REFUSED_WORDS = re.compile(r"(?i)url\(\s*['\"]?(?!#)|javascript:|data:|@import|expression\(")
PIXELS_PER_INCH = 288.0
CHART_WIDTH = 470.0
DRAW = """
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set text(font: json(bytes(sys.inputs.fonts)))
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)
"""


class UnsafePicture(ValueError):
    """An SVG that holds more than shapes and words, or is not one."""


def safe_svg(svg: str) -> str:
    """The SVG, if it holds only shapes and words drawn with attributes.

    Raises `UnsafePicture` for scripts, styles, links, pictures from elsewhere and broken XML.
    """
    svg = clean_words(svg)
    try:
        root = Tree.fromstring(svg.encode())
    except (Tree.ParseError, DefusedXmlException, ValueError) as error:
        raise UnsafePicture("a chart is a whole SVG picture") from error
    if root.tag != SVG + "svg":
        raise UnsafePicture("a chart is an SVG picture that names its kind (xmlns)")
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag.removeprefix(SVG) not in SHAPES:
            raise UnsafePicture(f"a chart holds shapes and words, not {element.tag}")
        for name, value in element.attrib.items():
            plain = name.rsplit("}", 1)[-1].lower()
            if plain.startswith("on") or plain in ("style", "href", "src"):
                raise UnsafePicture(f"a chart is drawn without {plain}")
            if REFUSED_WORDS.search(value):
                raise UnsafePicture("a chart takes nothing from elsewhere")
    return svg


def charts_of(report: Report) -> list[str]:
    """The charts of a report, each SVG once. Raises `UnsafePicture`."""
    inside = [block.blocks if isinstance(block, Annexe) else (block,) for block in report.blocks]
    found = {block.svg for held in inside for block in held if isinstance(block, Chart)}
    return sorted(svg for svg in found if safe_svg(svg))


def chart_orders(svgs: list[str]) -> list[dict[str, Any]]:
    """Orders for the press that draw charts, sharp in print, as chart-0.png, chart-1.png …

    Word cannot show an SVG everywhere, and letters inside one would be words that only the PDF
    says; what a chart says in words is its alternative text and the table beneath it.
    """
    return [
        {
            "source": DRAW,
            "format": "png",
            "ppi": PIXELS_PER_INCH,
            "name": f"chart-{number}.png",
            "inputs": {
                "svg": printable(safe_svg(svg)),
                "width": str(CHART_WIDTH),
                "fonts": json.dumps(FAMILIES),
            },
        }
        for number, svg in enumerate(svgs)
    ]


def pictures_of(report: Report) -> dict[str, bytes]:
    """The charts of a report as PNG, by their SVG. Raises `UnsafePicture`."""
    svgs = charts_of(report)
    return dict(zip(svgs, press(chart_orders(svgs)) if svgs else [], strict=True))


def png_size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height
