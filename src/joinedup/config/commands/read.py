"""Read action plans and print what was understood. Needs no database and saves nothing."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="docx, xlsx, pdf, html, csv, md, txt"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, one object a file")
    parser.add_argument("--year", type=int, help="the year of the plan, for dates without one")


def run(options: argparse.Namespace) -> int:
    """0 when every file was read; 1 when one was not, with a sentence that says why."""
    from joinedup.assurance.rules.reading import read_plans, to_json, to_text_table
    from joinedup.documents import Refused, read_boxed

    code = 0
    for name in options.files:
        path = Path(name)
        try:
            reading = read_plans(read_boxed(path.name, path.read_bytes()), year=options.year)
        except OSError:
            print(
                f"{path.name}: there is no file of this name that can be opened.", file=sys.stderr
            )
            code = 1
        except Refused as refused:
            print(f"{path.name}: {refused}", file=sys.stderr)
            code = 1
        else:
            if options.json:
                print(json.dumps(to_json(reading), ensure_ascii=False))
            else:
                print(to_text_table(reading))
    return code
