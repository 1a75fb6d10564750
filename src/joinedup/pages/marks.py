"""The words and colours of ratings, so that a colour never speaks without its word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rag:
    """A rating on screen: its word, its colour and the shape that tells it apart in grey."""

    word: str
    colour: str
    path: str


SQUARE = "M0 0h12v12H0z"
TRIANGLE = "M6 0l6 12H0z"
CIRCLE = "M6 0a6 6 0 1 1 0 12A6 6 0 1 1 6 0z"
DIAMOND = "M6 0l6 6-6 6-6-6z"
DASH = "M0 4h12v4H0z"

RAGS = {
    "red": Rag("Red", "red", SQUARE),
    "amber": Rag("Amber", "amber", TRIANGLE),
    "green": Rag("Green", "green", CIRCLE),
    "blue": Rag("Blue", "blue", DIAMOND),
    "grey": Rag("Not rated", "grey", DASH),
}


def rag(code: str | None) -> Rag:
    """The rating of a code, whatever its case; 'Not rated' for none or an unknown one."""
    return RAGS.get((code or "").strip().lower(), RAGS["grey"])
