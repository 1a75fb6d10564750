"""Bars as SVG: drawn with attributes only, each bar with its words and its number beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from joinedup.documents.blocks import Chart, Column, Kind, Table, cell

__all__ = ["Bar", "bar_chart", "chart_over"]

WIDTH, LABEL, NUMBER, ROW, BAR = 640, 230, 60, 40, 20
LETTERS, LINES, LINE = 32, 2, 15
FILLS = {
    "red": "#b3261e",
    "amber": "#c77700",
    "green": "#1f7a4d",
    "blue": "#1d5fa8",
    "grey": "#5f6b73",
    "": "#12566b",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, its number, how the number is written, a colour or none."""

    words: str
    number: float
    shown: str
    colour: str = ""


def bar_chart(title: str, heading: str, counted: str, bars: Sequence[Bar]) -> Chart:
    """A chart of bars with the table of its numbers. `heading` names what the bars are, `counted`
    what the numbers count."""
    rows = tuple((cell(one.words), cell(one.shown)) for one in bars)
    table = Table(title, (Column(heading, width=3), Column(counted, Kind.NUMBER)), rows)
    return chart_over(title, bars, table)


def chart_over(title: str, bars: Sequence[Bar], table: Table) -> Chart:
    """A chart of bars over a table that holds the same numbers."""
    told = "; ".join(f"{one.words}: {one.shown}" for one in bars)
    return Chart(title, f"Bars. {told}.", _svg(title, bars), table)


def _svg(title: str, bars: Sequence[Bar]) -> str:
    most = max((one.number for one in bars), default=0) or 1
    height = ROW * max(1, len(bars))
    drawn = "".join(_bar(one, place, most) for place, one in enumerate(bars))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img"><title>{escape(title)}</title>'
        f"{drawn}</svg>"
    )


def _bar(one: Bar, place: int, most: float) -> str:
    top = place * ROW
    long = round((WIDTH - LABEL - NUMBER) * one.number / most, 1)
    lines = textwrap.wrap(one.words, LETTERS, max_lines=LINES, placeholder="…") or [""]
    first = top + ROW / 2 + 5 - LINE * (len(lines) - 1) / 2
    words = "".join(
        f'<text x="{LABEL - 10}" y="{first + LINE * n:g}" text-anchor="end" font-size="13" '
        f'font-family="sans-serif" fill="#1b1b1b">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    return (
        f'{words}<rect x="{LABEL}" y="{top + (ROW - BAR) / 2:g}" width="{max(long, 1):g}" '
        f'height="{BAR}" fill="{FILLS.get(one.colour, FILLS[""])}"/>'
        f'<text x="{LABEL + long + 8:g}" y="{top + ROW / 2 + 5:g}" font-size="13" '
        f'font-weight="bold" font-family="sans-serif" fill="#1b1b1b">{escape(one.shown)}</text>'
    )
