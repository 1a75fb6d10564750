"""Serve Joined Up: the web server and the worker that sends mail and does other slow work."""

from __future__ import annotations

import argparse
import sys

from joinedup.config import ready

__all__ = ["arguments", "run"]

NOT_STARTED = (
    "Joined Up was not started: people could open what was erased. Mend what is said above and start "
    "it again. If people need it sooner: joinedup serve --despite-erasures E-MAIL, with the address of "
    "whoever governs records and has decided it"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="first port to try (8000)")
    parser.add_argument(
        "--despite-erasures",
        default="",
        metavar="E-MAIL",
        help="start although something erased may be back: the address of who decided it, who governs "
        "records; it is recorded, the reason is for them to write down",
    )


def run(options: argparse.Namespace) -> int:
    from joinedup.config import erasures
    from joinedup.config.serving import free_port, serve, start_web

    ready.start()
    from django.conf import settings

    ready.bring_up_to_date()
    if refused := ready.demo_refused():
        print(refused, file=sys.stderr)
        return 1
    start = erasures.at_start()
    for said in start.said:
        print(said, file=sys.stderr)
    if refused := erasures.refused(start, options.despite_erasures):
        print(refused, NOT_STARTED, sep="\n", file=sys.stderr)
        return 1
    port = free_port(options.host, options.port)
    return serve(
        start_web(options.host, port),
        (options.host, port),
        settings.HOME / "seals.log",
        lambda: print(_told(port, is_secure=settings.IS_SECURE), flush=True),
    )


def _told(port: int, *, is_secure: bool) -> str:
    """Where it is. With HTTPS asked for, a browser on this computer would only be sent away."""
    if not is_secure:
        return f"Joined Up is at http://localhost:{port}  (Ctrl-C stops it)"
    return (
        f"Joined Up listens on port {port} for the HTTPS proxy in front of it; people open it at its\n"
        "https:// address. To look at it on this computer alone, stop it (Ctrl-C) and start it with\n"
        "JOINEDUP_HTTPS=no joinedup serve"
    )
