"""Load an invented partnership to try Joined Up with, and serve it if asked."""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--size", type=int, default=0, help="grow the register to N actions")
    parser.add_argument("--fresh", action="store_true", help="throw the demo data away first")
    parser.add_argument("--serve", action="store_true", help="serve it when it is loaded")
    parser.add_argument("--port", type=int, default=8000, help="first port to try (8000)")


def run(options: argparse.Namespace) -> int:
    os.environ["JOINEDUP_MODE"] = "demo"
    if options.fresh:
        _throw_away()
    ready.start()
    from django.conf import settings

    ready.bring_up_to_date()
    if refused := ready.demo_refused():
        print(refused, file=sys.stderr)
        return 1
    if ready.is_empty():
        from joinedup.config.demo import load

        print("Loading the invented demo partnership ...", flush=True)
        load(size=options.size)
        (settings.HOME / "demo").touch()
    if not options.serve:
        print(f"The demo is loaded in {settings.HOME}. Start it with: joinedup demo --serve")
        return 0
    from joinedup.config.serving import free_port, serve

    port = free_port("127.0.0.1", options.port)
    print(
        f"\n  Joined Up is at http://localhost:{port}\n"
        f"  To sign in, open http://localhost:{port}/demo/ and choose who to be: one click, no password.\n"
        "  Everything in it is invented. Ctrl-C stops it; your data stays.\n",
        flush=True,
    )
    return serve("127.0.0.1", port, settings.HOME / "seals.log")


def _throw_away() -> None:
    """Empty the data folder, only where it holds a demo."""
    from joinedup.config.home import home_folder

    home = home_folder()
    if not (home / "demo").exists():
        return
    for path in home.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
