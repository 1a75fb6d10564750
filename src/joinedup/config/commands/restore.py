"""Put a backup into an empty data folder, bring it up to date, erase again what was erased since it
was made, and verify it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", help="a file that `joinedup backup` wrote")
    parser.add_argument(
        "--erasures",
        help="a copy of erasures.log that was kept elsewhere and is newer than the backup",
    )


def run(options: argparse.Namespace) -> int:
    ready.start()
    from django.conf import settings
    from django.db import DatabaseError

    from joinedup.config import erasures
    from joinedup.config.backup import BackupFault, restore_backup
    from joinedup.config.commands import verify

    try:
        if options.erasures:
            taken = erasures.take_over(Path(options.erasures))
            print(f"Erasures named by {options.erasures}: {taken}.")
        hashes = restore_backup(Path(options.source), settings.HOME, settings.DATABASES["default"])
    except (BackupFault, ValueError, OSError) as fault:
        print(f"Nothing was restored. {fault}", file=sys.stderr)
        return 1
    except DatabaseError as fault:
        print(f"Nothing was restored. {_no_answer(fault)}", file=sys.stderr)
        return 1
    try:
        ready.migrate()
    except DatabaseError as fault:
        print(
            "The backup is in its place, but its tables could not be brought up to date: let nobody"
            f" in. {_no_answer(fault)}",
            file=sys.stderr,
        )
        return 1
    print(f"Restored {len(hashes)} files into {settings.HOME}.")
    try:
        erasures.keep_up()
        found = erasures.replay()
    except (DatabaseError, ValueError, OSError) as fault:
        why = _no_answer(fault) if isinstance(fault, DatabaseError) else str(fault)
        print(f"Nothing was erased again: let nobody in. {why}", file=sys.stderr)
        return 1
    print("\n".join(erasures.told(found)))
    try:
        holds = verify.run(argparse.Namespace(seals=None))
    except (DatabaseError, OSError) as fault:
        why = _no_answer(fault) if isinstance(fault, DatabaseError) else str(fault)
        print(f"It was not verified that all of it holds: let nobody in. {why}", file=sys.stderr)
        return 1
    return holds or (1 if found.failed else 0)


def _no_answer(fault: Exception) -> str:
    """What to do where the database does not do what it is asked; never what it answered, which may
    hold words of a record."""
    return (
        f"The database did not do what it was asked ({type(fault).__name__}). Look that it runs and has"
        " room, that DATABASE_URL names it, and that nothing else uses it; then restore once more into"
        " an empty data folder."
    )
