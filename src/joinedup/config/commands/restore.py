"""Put a backup into an empty data folder, bring it up to date and verify it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", help="a file that `joinedup backup` wrote")


def run(options: argparse.Namespace) -> int:
    ready.start()
    from django.conf import settings

    from joinedup.config.backup import BackupFault, restore_backup
    from joinedup.config.commands import verify

    try:
        hashes = restore_backup(Path(options.source), settings.HOME, settings.DATABASES["default"])
    except BackupFault as fault:
        print(f"Nothing was restored. {fault}", file=sys.stderr)
        return 1
    ready.migrate()
    print(f"Restored {len(hashes)} files into {settings.HOME}.")
    return verify.run(argparse.Namespace(seals=None))
