"""The roles of a column whose heading is not known, or missing: votes of its words and its contents."""

from __future__ import annotations

from .contents import KIND_OF
from .headvotes import votes

__all__ = ["likely_roles"]

_COMMON = {
    "title": 0.16, "owners": 0.15, "due": 0.17, "progress": 0.12, "other": 0.09, "ref": 0.1,
    "status": 0.07, "actions": 0.07, "priority": 0.02, "section": 0.015, "review": 0.014,
    "source_ref": 0.012, "percent": 0.01,
}  # fmt: skip
"""How often each role is met in the corpora: a heading that names a rare one is believed."""
_RARE_BY_HEADING = 0.7
_SEE = 0.1
"""References that come back are links to other rows only where the heading says so."""


def likely_roles(
    parts: tuple[tuple[str, ...], ...], by_contents: list[dict[str, float]]
) -> list[dict[str, float]]:
    """For each column: role → how likely, together 1.0. Contents alone say nothing of which date a
    date is, so without a heading it is the due date."""
    return [
        _with_heading(" ".join(part), likely) if part else likely
        for part, likely in zip(parts, by_contents, strict=True)
    ]


def _with_heading(heading: str, likely: dict[str, float]) -> dict[str, float]:
    told = votes(heading)
    if not told:
        return likely
    found = {}
    for role, share in told.items():
        kind = KIND_OF.get(role, role)
        here = likely["ref"] * _SEE if role == "see" else likely.get(kind, 0.0)
        fit = here / _COMMON.get(kind, _SEE) ** _RARE_BY_HEADING
        found[role] = share * fit
    whole = sum(found.values())
    return {role: value / whole for role, value in found.items()} if whole else likely
