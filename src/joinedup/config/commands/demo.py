"""Load an invented partnership to try Joined Up with, and serve it if asked."""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from joinedup.config import ready
from joinedup.config.home import home_folder
from joinedup.config.serving import free_port, serve, start_web, stop_web

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
    if not options.serve:
        os.environ.setdefault("JOINEDUP_SITE", f"http://localhost:{options.port}")
        if not _loaded(options, options.port):
            return 1
        print(f"The demo is loaded in {home_folder()}. Start it with: joinedup demo --serve")
        return 0
    port = free_port("127.0.0.1", options.port)
    os.environ.setdefault("JOINEDUP_SITE", f"http://localhost:{port}")
    web = start_web("127.0.0.1", port) if ready.was_up_to_date() else None
    try:
        is_loaded = _loaded(options, port)
    except BaseException:
        stop_web(web)
        raise
    if not is_loaded:
        stop_web(web)
        return 1
    return serve(
        web or start_web("127.0.0.1", port),
        ("127.0.0.1", port),
        home_folder() / "seals.log",
        lambda: print(
            f"\n  Joined Up is at http://localhost:{port}\n"
            f"  To sign in, open http://localhost:{port}/demo/ and choose who to be:"
            " one click, no password.\n"
            "  Everything in it is invented. Ctrl-C stops it; your data stays.\n",
            flush=True,
        ),
    )


def _loaded(options: argparse.Namespace, port: int) -> bool:
    """Make sure that the demo is there; links in its mails lead to `port` of this computer. False,
    with the reason printed, where it may not be."""
    ready.start()
    ready.bring_up_to_date()
    if refused := ready.demo_refused():
        print(refused, file=sys.stderr)
        return False
    if ready.is_empty():
        from joinedup.config.demo import load

        print("Loading the invented demo partnership ...", flush=True)
        load(size=options.size, site=f"http://localhost:{port}")
        (home_folder() / "demo").touch()
    return True


def _throw_away() -> None:
    """Empty the data folder, only where it holds a demo."""
    home = home_folder()
    if not (home / "demo").exists():
        return
    for path in home.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
