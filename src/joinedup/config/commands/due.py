"""Say what a due date as people write it means: "End of August '15", "Monthly from 2 July"."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", help="the words, in quotation marks")
    parser.add_argument("--file", help="a text file, one due date a line")
    parser.add_argument("--year", type=int, help="the year of the plan, for dates without one")
    parser.add_argument("--json", action="store_true", help="print JSON, one object a line")


def run(options: argparse.Namespace) -> int:
    from joinedup.assurance.rules.due import parse_due

    if (options.text is None) == (options.file is None):
        print("Give the words of one due date, or --file with one a line.", file=sys.stderr)
        return 2
    try:
        lines = (
            [options.text]
            if options.file is None
            else Path(options.file).read_text(encoding="utf-8-sig").splitlines()
        )
    except (OSError, UnicodeDecodeError):
        print(
            f"{options.file}: there is no text file of this name that can be read.", file=sys.stderr
        )
        return 1
    for line in lines:
        due = parse_due(line, options.year)
        found = {"text": line, "date": due.date, "start": due.start, "recurrence": due.recurrence}
        if options.json:
            print(json.dumps(found, ensure_ascii=False))
        else:
            print(_sentence(found))
    return 0


def _sentence(found: dict[str, str | None]) -> str:
    from joinedup.assurance.choices import Recurrence
    from joinedup.pages.dates import long_date

    parts = [f"starts {long_date(dt.date.fromisoformat(found['start']))}"] if found["start"] else []
    parts += [f"due {long_date(dt.date.fromisoformat(found['date']))}"] if found["date"] else []
    parts += [Recurrence(found["recurrence"]).label.lower()] if found["recurrence"] else []
    return f"{found['text']}: {', '.join(parts) or 'no date can be told from this'}"
