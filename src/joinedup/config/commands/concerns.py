"""Take in concerns of an older system from a CSV file."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from pathlib import Path
from typing import Any

from joinedup.config import ready

__all__ = ["arguments", "rows_of", "run"]

WHY_OPEN = {
    "undecided": "they had not ended it, or not in words that are read here",
    "kinds": "a kind of concern could not be read; it stands in the words",
    "sending": "a rule asks for a referral",
    "signs": "the words show signs of exploitation that somebody has to answer",
    "other": "something has to be settled first, such as who is already known",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("deed", choices=["load"], help="load: take the rows of a file in")
    parser.add_argument(
        "file",
        metavar="FILE.csv",
        help="columns reference, received, words, name, dob, age, address, kinds, source,"
        " decision, reason; commas or semicolons between them",
    )


def rows_of(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file as older systems write it: UTF-8 or the Windows code page, commas or
    semicolons between the columns, whichever the first line has more of. Raises csv.Error."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    between = max(",;\t", key=first.count)
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=between, strict=True))


def run(options: argparse.Namespace) -> int:
    """0 when every row was taken in; 1 when one was not, with its line and a sentence. Every row says
    what became of it: ended as the older system had it, or left in the queue and why."""
    ready.start()
    ready.bring_up_to_date()
    from joinedup.access.problems import Problem
    from joinedup.audit.actor import system
    from joinedup.concerns.actions import load_row

    code, new, known, ended = 0, 0, 0, 0
    try:
        rows = rows_of(Path(options.file).read_bytes())
    except (OSError, csv.Error):
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
        ended += made.is_new and not made.is_open
        print(f"line {line}: {made.reference} {_became(made)}")
    waiting = new - ended
    print(
        f"{new} concerns taken in, {known} were here already, {ended} ended as they had been, "
        f"{waiting} wait to be decided."
    )
    return code


def _became(made: Any) -> str:
    if not made.is_new:
        return "was here already and is left as it is"
    same = f"; may be about the same as {', '.join(made.perhaps_same)}" if made.perhaps_same else ""
    if not made.is_open:
        return f"ended as they had it: {made.ended_as.lower()}{same}"
    return f"waits to be decided: {WHY_OPEN[made.why_open]}{same}"
