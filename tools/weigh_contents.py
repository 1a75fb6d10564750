"""Learn what contents say of a column's role, from the columns of the corpora: contents.toml again.

    PYTHONPATH=src:. python tools/weigh_contents.py

Each column that has a heading, in a plan of the corpora, is an example; its role is the one that the
reader gives it (tests hold that the corpora are read right). Logistic regression with a pull towards
nothing, so that no sign that a few columns have by chance weighs much.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from joinedup.assurance.rules.reading import read_plans, tables
from joinedup.assurance.rules.reading.contents import KIND_OF, signs_of
from joinedup.assurance.rules.reading.facts import Facts
from joinedup.documents.reading import read_document

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/joinedup/assurance/rules/reading/contents.toml"
LEFT_OUT = {"tick", "owner_tick", "due_tick", "label", "see"}
PULL = 1.0
TURNS = 4000

Example = tuple[dict[str, float], str]


def examples() -> Iterator[Example]:
    """The signs and the role of every column with a heading in the plans of the corpora."""
    for truth in sorted((ROOT / "tests/corpus").glob("*/*.truth.json")):
        for path in sorted(truth.parent.glob(f"{truth.name.removesuffix('.truth.json')}.*")):
            if path != truth:
                yield from _columns_of(path)


def _columns_of(path: Path) -> Iterator[Example]:
    seen: list[tuple[tuple[Facts, ...], tuple[tables.Column, ...]]] = []
    assign = tables.assign_roles

    def watched(parts, facts, ticks, fixed):  # type: ignore[no-untyped-def]
        columns = assign(parts, facts, ticks, fixed)
        if any(parts) and (facts, columns) not in seen:
            seen.append((facts, columns))
        return columns

    tables.assign_roles = watched
    try:
        read_plans(read_document(path.name, path.read_bytes()))
    finally:
        tables.assign_roles = assign
    for facts, columns in seen:
        if any(column.role == "title" for column in columns):
            for column in columns:
                bare = column.role == "other" and not facts[column.index].count
                if column.role not in LEFT_OUT and not bare:
                    role = KIND_OF.get(column.role, column.role)
                    yield signs_of(facts, column.index), role


def learn(found: list[Example]) -> dict[str, dict[str, float]]:
    """Role → sign → weight, by gradient descent with momentum."""
    names = sorted({name for signs, _ in found for name in signs})
    roles = sorted({role for _, role in found})
    values = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in found])
    wanted = np.array([[float(role == one) for one in roles] for _, role in found])
    weights = np.zeros((len(names), len(roles)))
    moved = np.zeros_like(weights)
    step = 2.0 / (np.linalg.norm(values, 2) ** 2 / 2 + PULL)
    for turn in range(TURNS):
        ahead = weights + moved * (turn / (turn + 3))
        sums = values @ ahead
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        after = ahead - step / 2 * (values.T @ (shares - wanted) + PULL * ahead)
        moved, weights = after - weights, after
    return {
        role: {name: round(float(weights[n, r]), 2) for n, name in enumerate(names)}
        for r, role in enumerate(roles)
    }


def main() -> None:
    """Write the weights."""
    found = list(examples())
    lines = [
        "# What each sign of a column's contents and place says for each role. Made from the columns of the",
        f"# corpora ({len(found)} of them) by tools/weigh_contents.py; do not change by hand.",
    ]
    for role, weights in learn(found).items():
        lines += ["", f"[weights.{role}]"]
        lines += [f"{name} = {value}" for name, value in weights.items() if value]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
