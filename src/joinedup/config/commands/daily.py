"""Do what is due today: recurring duties, messages, clearing up, sealing. Safe to run twice."""

from __future__ import annotations

import argparse
import os
import sys

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words that may follow `joinedup daily`."""
    parser.add_argument(
        "--site",
        default=os.environ.get("JOINEDUP_SITE", "http://localhost:8000"),
        help="the address people open, for the links in mails (JOINEDUP_SITE)",
    )


def run(options: argparse.Namespace) -> int:
    """0 when every job was done; 1 when one was not: the others are done all the same."""
    ready.start()
    ready.migrate()
    from django.conf import settings
    from django.utils import timezone

    from joinedup.config.daily import jobs

    code = 0
    for name, do in jobs(timezone.localdate(), options.site, settings.HOME / "seals.log"):
        try:
            done = do()
        except Exception as fault:
            print(f"{name}: not done ({type(fault).__name__})", file=sys.stderr)
            code = 1
        else:
            print(f"{name}: done" if done == "" or done is None else f"{name}: {done}")
    return code
