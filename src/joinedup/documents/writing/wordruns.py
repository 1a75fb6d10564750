"""Runs and paragraphs of text as Word's own XML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from joinedup.documents.blocks import text
from joinedup.documents.blockwords import Text, clean_words

__all__ = ["line", "paragraph", "runs_xml"]


def runs_xml(runs: Text, *, bold: bool = False, colour: str = "") -> str:
    """Runs of text, all of them bold or in a colour (without its #) where that is asked."""
    out = []
    for run in runs:
        marks = "<w:b/>" if bold or run.is_bold else ""
        marks += "<w:i/>" if run.is_italic else ""
        marks += f'<w:color w:val="{colour}"/>' if colour else ""
        properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
        lines = escape(clean_words(run.words)).split("\n")
        inside = "<w:br/>".join(
            f'<w:t xml:space="preserve">{words}</w:t>' if words else "" for words in lines
        )
        out.append(f"<w:r>{properties}{inside}</w:r>")
    return "".join(out)


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """A paragraph of a style; `properties` come after the style in Word's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def line(style: str, words: str) -> str:
    """A paragraph of plain words."""
    return paragraph(style, runs_xml(text(words)))
