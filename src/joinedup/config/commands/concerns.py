"""Take in concerns of an older system from a CSV file."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("deed", choices=["load"], help="load: take the rows of a file in")
    parser.add_argument(
        "file",
        metavar="FILE.csv",
        help="columns reference, received, words, name, dob, age, address, kinds, source,"
        " decision, reason",
    )


def run(options: argparse.Namespace) -> int:
    """0 when every row was taken in; 1 when one was not, with its line and a sentence."""
    ready.start()
    ready.bring_up_to_date()
    from joinedup.access.problems import Problem
    from joinedup.audit.actor import system
    from joinedup.concerns.actions import load_row

    code, new, known, waiting = 0, 0, 0, 0
    try:
        with Path(options.file).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error):
        print(f"{options.file}: there is no CSV file here that can be read.", file=sys.stderr)
        return 1
    for line, row in enumerate(rows, start=2):
        try:
            made = load_row(system("legacy"), row)
        except (Problem, ValueError) as problem:
            print(f"line {line}: {problem}.", file=sys.stderr)
            code = 1
            continue
        new, known = new + made.is_new, known + (not made.is_new)
        waiting += made.is_new and made.is_open
        if made.perhaps_same:
            print(
                f"line {line}: {made.reference} may be about the same as {', '.join(made.perhaps_same)}"
            )
    print(f"{new} concerns taken in, {known} were here already, {waiting} wait to be decided.")
    return code
