"""Write everything but the secret key to one file: database, stored files, seals, the register of
erasures, hashes."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", nargs="?", help="the file to write (default: dated, in this folder)"
    )


def run(options: argparse.Namespace) -> int:
    ready.start()
    from django.conf import settings

    from joinedup.audit.seals import export_seals, seal_now
    from joinedup.config import erasures
    from joinedup.config.backup import BackupFault, make_backup

    try:
        erasures.keep_up()
    except (ValueError, OSError) as fault:
        print(f"The register of erasures was not brought up to date. {fault}", file=sys.stderr)
    seal_now()
    export_seals(settings.HOME / "seals.log")
    name = f"joinedup-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}.tar"
    target = Path(options.target or name).resolve()
    try:
        hashes = make_backup(settings.HOME, settings.DATABASES["default"], target)
    except (BackupFault, OSError) as fault:
        print(f"No backup was made. {fault}", file=sys.stderr)
        return 1
    print(f"Backed up {len(hashes)} files to {target}. The secret key is not in it: keep it apart.")
    return 0
