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
    ready.migrate()
    print(f"Restored {len(hashes)} files into {settings.HOME}.")
    try:
        erasures.keep_up()
        found = erasures.replay()
    except (ValueError, OSError) as fault:
        print(f"Nothing was erased again: let nobody in. {fault}", file=sys.stderr)
        return 1
    print("\n".join(erasures.told(found)))
    return verify.run(argparse.Namespace(seals=None)) or (1 if found.failed else 0)
