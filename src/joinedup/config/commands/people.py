"""People from lists: load them, say who of a list is already known, look for duplicates."""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import sys
import time
from itertools import islice
from pathlib import Path

from joinedup.config import ready

__all__ = ["arguments", "run"]

PART, STOPPED, SELDOM = 20_000, 130, 100_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words that may follow `joinedup people`."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    load = deeds.add_parser("load", help="take in a list of people (CSV with record_id)")
    load.add_argument("file", metavar="FILE.csv")
    match = deeds.add_parser("match", help="say who of a list is already known")
    match.add_argument("file", metavar="FILE.csv")
    match.add_argument("--json", action="store_true", help="print JSON, one line for each row")
    twice = deeds.add_parser("duplicates", help="look for records about one person")
    twice.add_argument("--json", action="store_true", help="print JSON, one line for each pair")


def run(options: argparse.Namespace) -> int:
    """0 when it was done; 1 with one sentence where the list can't be read."""
    from joinedup.subjects.rules.listing import BadList

    do = {"load": _load, "match": _match, "duplicates": _duplicates}[options.deed]
    try:
        return do(options)
    except BadList as bad:
        print(bad, file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1


def _ready() -> None:
    ready.start()
    ready.bring_up_to_date()


def _load(options: argparse.Namespace) -> int:
    from joinedup.subjects.rules.listing import read_list

    path = Path(options.file)
    count = sum(1 for _ in read_list(path, "record_id"))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    _ready()
    from django.utils import timezone

    from joinedup.audit.actor import system
    from joinedup.subjects.actions.loading import finish_load, load_part, start_load
    from joinedup.subjects.bulk import with_room
    from joinedup.subjects.listed import make_ready

    by, today = system("people"), timezone.localdate()
    load = start_load(by, digest)
    if load.rows_read:
        print(f"Going on after row {load.rows_read:,}.", file=sys.stderr)
    rows = islice(read_list(path, "record_id"), load.rows_read, None)
    begun = told = time.monotonic()
    gc.set_threshold(SELDOM)
    with with_room():
        while part := make_ready(islice(rows, PART), today):
            load = load_part(by, load, part, today)
            if time.monotonic() - told > 5:
                told = time.monotonic()
                print(f"{load.rows_read:,} of {count:,} rows", file=sys.stderr, flush=True)
    load = finish_load(by, load)
    seconds = time.monotonic() - begun
    more = f" {load.passed_over:,} were there already." if load.passed_over else ""
    print(f"{load.loaded:,} people loaded in {seconds:.0f} s.{more}")
    return 0


def _match(options: argparse.Namespace) -> int:
    from joinedup.subjects.rules.listing import read_list

    path = Path(options.file)
    for _ in read_list(path, "query_id"):
        pass
    _ready()
    from django.utils import timezone

    from joinedup.subjects.queries.matching import matches

    for query, found in matches(read_list(path, "query_id"), timezone.localdate()):
        if options.json:
            line = {"query_id": query, "candidates": found}
            print(json.dumps(line, ensure_ascii=False))
        else:
            print(f"{query}: " + ("new" if not found else ""))
            for one in found:
                why = ", ".join(f"{field} {code}" for field, code in one["why"].items())
                print(f"  {one['band']}  {one['record_id']}  {one['probability']:.2f}  {why}")
    return 0


def _duplicates(options: argparse.Namespace) -> int:
    _ready()
    from joinedup.intelligence.duplicates import LooksAlready, named, suggest

    try:
        found = suggest(tell=lambda words: print(words, file=sys.stderr, flush=True))
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed; begin again at any time.", file=sys.stderr)
        return STOPPED
    except LooksAlready as busy:
        print(busy, file=sys.stderr)
        return 1
    for one in named(found):
        if options.json:
            print(json.dumps(one, ensure_ascii=False))
        else:
            print(f"{one['record_id']}  {one['other_id']}  {one['probability']:.2f}  {one['band']}")
    return 0
