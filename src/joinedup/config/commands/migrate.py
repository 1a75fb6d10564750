"""Bring the database up to date: tables, then the triggers that keep the record append-only."""

from __future__ import annotations

import argparse

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-v", "--verbose", action="store_true", help="say each migration")


def run(options: argparse.Namespace) -> int:
    ready.start()
    ready.migrate(1 if options.verbose else 0)
    print("The database is up to date.")
    return 0
