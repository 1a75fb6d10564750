"""Check the audit record, the stored files, the register of erasures and the database's own guards."""

from __future__ import annotations

import argparse
from pathlib import Path

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seals",
        help="a seals file that was kept elsewhere (default: seals.log in the data folder)",
    )


def run(options: argparse.Namespace) -> int:
    """0 when all holds; 1 when something does not, a sentence for each."""
    ready.start()
    from django.conf import settings

    from joinedup.audit.seals import last_seal, read_exported
    from joinedup.audit.verify import problems
    from joinedup.config import erasures
    from joinedup.files.queries import damaged

    seals = Path(options.seals) if options.seals else settings.HOME / "seals.log"
    if options.seals and not seals.exists():
        print(f"There is no seals file at {seals}.")
        return 1
    found = [*problems(read_exported(seals)), *damaged(), *erasures.problems()]
    for line in found:
        print(line)
    seal = last_seal()
    if not found:
        newest = f" Newest seal: {seal.number} {seal.digest[:16]}." if seal else ""
        print(f"The audit record and the stored files hold, and nothing erased is back.{newest}")
    return 1 if found else 0
