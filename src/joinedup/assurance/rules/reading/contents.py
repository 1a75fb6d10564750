"""What a column's contents say of its role: shares of what its cells hold, weighed as the corpora taught.

The weights stand in contents.toml; `tools/weigh_contents.py` makes them again from the columns of the
corpora. A kind of role stands for several: dates are "due" here, whichever date it is.
"""

from __future__ import annotations

import math
import tomllib
from importlib import resources

from .facts import Facts
from .kinds import KINDS

__all__ = ["KIND_OF", "chances", "signs_of"]

KIND_OF = {
    "due_original": "due",
    "due_revised": "due",
    "completed_on": "due",
    "start": "due",
}
"""Roles that contents alone cannot tell from one another, by the role that stands for them."""

_LENGTHS = (1.5, 3.0, 6.0, 10.0, 18.0)
_SHARES = (
    *("refs", "dates", "statuses", "priorities", "ticks", "percents", "names", "grades"),
    *("repeats", "coloured", "own", "sources", "keyed", "asks", "reports", "decisions"),
    *("lists", "filled"),
)


def signs_of(facts: tuple[Facts, ...], col: int) -> dict[str, float]:
    """What is weighed for one column among all: shares of its cells, their length, its place."""
    fact = facts[col]
    last = len(facts) - 1
    lead = next((n for n, one in enumerate(facts) if one.is_sentences), None)
    found = {name: float(getattr(fact, name)) for name in _SHARES}
    found |= dict(zip(KINDS, fact.kinds, strict=True)) if fact.kinds else {}
    length = sum(fact.mean_words > least for least in _LENGTHS)
    found |= {
        "always": 1.0,
        f"length_{length}": 1.0,
        "empty": float(not fact.count),
        "few": float(fact.filled < 0.6),
        "numbered": fact.refs * (1 - fact.repeats),
        "names_again": fact.names * fact.repeats,
        "long_asks": fact.asks * (fact.mean_words > 4),
        "long_reports": fact.reports * (fact.mean_words > 3),
        "first": float(col == 0),
        "second": float(col == 1),
        "last": float(col == last),
        "last_but_one": float(col == last - 1),
        "place": col / max(1, last),
        "leads": float(col == lead),
        "follows": float(lead is not None and col > lead),
        "next_to_lead": float(lead is not None and col == lead + 1),
    }
    return found


def _load() -> dict[str, dict[str, float]]:
    text = resources.files(__package__).joinpath("contents.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = tomllib.loads(text)["weights"]
    return found


_WEIGHTS = _load()


def chances(facts: tuple[Facts, ...]) -> list[dict[str, float]]:
    """For each column: kind of role → how likely by its contents and place, together 1.0."""
    found = []
    for col in range(len(facts)):
        signs = [(name, value) for name, value in signs_of(facts, col).items() if value]
        sums = {
            role: sum(weights.get(name, 0.0) * value for name, value in signs)
            for role, weights in _WEIGHTS.items()
        }
        top = max(sums.values())
        shares = {role: math.exp(value - top) for role, value in sums.items()}
        whole = sum(shares.values())
        found.append({role: share / whole for role, share in shares.items()})
    return found
