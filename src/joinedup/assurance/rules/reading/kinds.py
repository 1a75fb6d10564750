"""What the cells of a column are about: a wish, a lack, a check, what was done, posts and means."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

__all__ = ["KINDS", "kinds_of"]

_DATA: dict[str, str] = tomllib.loads(
    resources.files(__package__).joinpath("speech.toml").read_text(encoding="utf-8")
)["kinds"]
_CASED = ("post", "led")
_PATTERNS = {
    name: re.compile(pattern, 0 if name in _CASED else re.IGNORECASE)
    for name, pattern in _DATA.items()
}
_DIGIT = re.compile(r"\d")
KINDS = (*_PATTERNS, "wished_state", "full_stop", "digit", "small_letter", "question")
"""What is counted, in the order of `kinds_of`."""


def kinds_of(texts: list[str]) -> tuple[float, ...]:
    """The share of the texts (none of them empty) that holds each of KINDS, 0 to 1."""
    if not texts:
        return tuple(0.0 for _ in KINDS)
    hits = [
        sum(1 for text in texts if pattern.search(text) is not None)
        for pattern in _PATTERNS.values()
    ]
    hits.append(sum(1 for text in texts if _wished_state(text)))
    hits.append(sum(1 for text in texts if text.rstrip().endswith(".")))
    hits.append(sum(1 for text in texts if _DIGIT.search(text) is not None))
    hits.append(sum(1 for text in texts if text[:1].islower()))
    hits.append(sum(1 for text in texts if text.endswith("?")))
    return tuple(round(hit / len(texts), 2) for hit in hits)


def _wished_state(text: str) -> bool:
    """ "All staff know whom to call": a state that is wished for."""
    return (
        _PATTERNS["wish"].search(text) is not None and _PATTERNS["state"].search(text) is not None
    )
