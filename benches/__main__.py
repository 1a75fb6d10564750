"""./bench [PART ...]: measure and print. Without a part: all of them."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from benches.figures import as_json, as_table

PARTS = {
    "reading": ("benches.reading", "the plan reader against hand-made truth: figures and seconds"),
    "language": ("benches.language", "the language guard against sentences labelled by hand"),
    "check": (
        "benches.check",
        "the check page: milliseconds of each step, presses for a whole paper",
    ),
    "pages": ("benches.pages", "SQL statements and CPU of pages at 2,000 and 200,000 actions"),
    "start": ("benches.start", "seconds for ./run from nothing and again, and for migrations"),
    "sheets": ("benches.sheets", "seconds to write an Excel file of 2,000 actions"),
    "papers_out": (
        "benches.papers_out",
        "1,000 strange reports through Word, PDF and Excel; seconds for plans of 100 and 400 rows",
    ),
    "hostile": ("benches.hostile_uploads", "2,000 malformed uploads"),
    "leaks": (
        "benches.leaks",
        "20,000 tries to reach a sealed record; its words looked for everywhere",
    ),
    "mutants": ("benches.mutants", "small changes of who may do what: every one killed by a test"),
    "tamper": ("benches.tamper", "200 ways to change the record against `joinedup verify`"),
    "kill": ("benches.kill", "kill -9 during writes, imports, migrations and backups"),
    "restore": ("benches.restore", "backup and restore into an empty folder"),
    "door": ("benches.door", "a flood of reports at the public door from one place"),
    "people": (
        "benches.people",
        "who is already known: goals at 5,000, 100,000 and 1,000,000, both databases; hours",
    ),
    "casework": (
        "benches.casework",
        "SQL statements and CPU of the pages of casework at 1,000 and 100,000 cases",
    ),
    "crowd": ("benches.crowd", "50 writers and 10 readers at once"),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="./bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="a tenth of the work, to try it out")
    parser.add_argument("--json", metavar="FILE", help="write the figures to a file as well")
    parser.add_argument("--list", action="store_true", help="say what each part measures")
    options = parser.parse_args()
    if options.list:
        for name, (_, words) in PARTS.items():
            print(f"{name:10} {words}")
        return 0
    unknown = [name for name in options.parts if name not in PARTS]
    if unknown:
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    figures = []
    for name in options.parts or PARTS:
        print(f"-- {name}: {PARTS[name][1]}", flush=True)
        found = importlib.import_module(PARTS[name][0]).measure(options.quick)
        print(as_table(found), flush=True)
        figures += found
    if options.json:
        Path(options.json).write_text(as_json(figures), encoding="utf-8")
    missed = [figure for figure in figures if figure.is_met is False]
    print(f"-- {len(figures)} figures, {len(missed)} missed their bar")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
