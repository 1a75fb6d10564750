"""A column of labels inside a table: "Action", "Progress", "Impact" one under the other, with their
texts in the next column and the rest of the row merged down."""

from __future__ import annotations

from collections.abc import Sequence

from .facts import Facts
from .lexicon import scores

__all__ = ["LABEL", "label_column", "role_of_label"]

LABEL = "label"
_LABELS = 0.75
_KNOWN = 0.7
_SHARED = 0.67
"""A column with a cell of its own in so few rows holds for several rows of labels."""


def label_column(parts: Sequence[Sequence[str]], facts: Sequence[Facts]) -> dict[int, str]:
    """The column of labels and the one with their texts, with their roles; empty for none."""
    for col, fact in enumerate(facts[:-1]):
        heading = " ".join(parts[col])
        told = max(scores(heading).values(), default=0.0) if heading else 0.0
        if told >= _KNOWN or fact.count < 4 or fact.repeats < 0.3 or fact.mean_words > 3:
            continue
        several = fact.count * (1 - fact.repeats) >= 2
        merged = [one for n, one in enumerate(facts) if n != col and one.own <= _SHARED]
        if fact.labels >= _LABELS and several and len(merged) >= 2:
            return {col: LABEL, col + 1: "other"}
    return {}


def role_of_label(text: str) -> str:
    """The role that a label in such a column stands for, "other" where it is none of a plan."""
    found = scores(text)
    role = max(found, key=lambda name: found[name], default="other")
    return "actions" if role == "title" else role
