"""Plans invented in many layouts, read and scored: headings, orders and formats nobody listed.

PYTHONPATH=src:. python -m benches.widely [--from 0] [--count 300] [--wrong]
"""

from __future__ import annotations

import argparse
import sys
import time

from benches.score_reading import Figures, print_table, score, together
from joinedup.assurance.rules.reading import read_plans, to_json
from joinedup.documents.reading import read_document
from tests.corpus.wide import invent

__all__ = ["measure_layouts"]


def measure_layouts(seeds: range) -> dict[str, Figures]:
    """The figures of the document of each seed, by name and layout."""
    found: dict[str, Figures] = {}
    for seed in seeds:
        made = invent(seed)
        began = time.perf_counter()
        read = to_json(read_plans(read_document(made.name, made.data)))
        figures = score(read, made.truth)
        figures.seconds = time.perf_counter() - began
        found[f"{made.name} {made.layout}"] = figures
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of every layout that is not read whole, and of all together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args(arguments)
    figures = measure_layouts(range(asked.first, asked.first + asked.count))
    poor = {name: found for name, found in figures.items() if found.wrong}
    print_table({**poor, "ALL": together(figures)}, asked.wrong)
    return 0


if __name__ == "__main__":
    sys.exit(main())
