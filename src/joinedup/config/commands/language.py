"""Say which words of a text blame somebody who is being harmed, and what to write instead."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import asdict
from pathlib import Path

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", help="the words, in quotation marks")
    parser.add_argument("--file", help="a CSV file with the columns id and text")
    parser.add_argument("--json", action="store_true", help="print JSON, one line for each row")


def run(options: argparse.Namespace) -> int:
    if (options.text is None) == (options.file is None):
        print("Give the words of one text, or --file with a CSV file.", file=sys.stderr)
        return 2
    try:
        rows = _rows(options)
    except (OSError, UnicodeDecodeError, csv.Error):
        print(f"{options.file}: there is no CSV file here that can be read.", file=sys.stderr)
        return 1
    except KeyError as column:
        print(
            f"{options.file}: the first line must name the column {column.args[0]}.",
            file=sys.stderr,
        )
        return 1
    from joinedup.language.guard import look_at

    for name, text in rows:
        flags = look_at(text)
        if options.json:
            print(
                json.dumps(
                    {"id": name, "flags": [asdict(one) for one in flags]}, ensure_ascii=False
                )
            )
        else:
            print(text if options.file is None else f"{name}: {text}")
            for flag in flags:
                print(f"  “{flag.text}”: {flag.why} Instead: {flag.instead}")
    return 0


def _rows(options: argparse.Namespace) -> list[tuple[str, str]]:
    if options.file is None:
        return [("", options.text)]
    with Path(options.file).open(encoding="utf-8-sig", newline="") as file:
        return [(row["id"] or "", row["text"] or "") for row in csv.DictReader(file, strict=True)]
