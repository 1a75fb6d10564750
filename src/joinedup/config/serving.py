"""Runs the web server and the job worker side by side, and seals the audit record each minute."""

from __future__ import annotations

import contextlib
import http.client
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

__all__ = ["free_port", "serve", "start_web", "stop_web"]

LOG = logging.getLogger(__name__)
SEAL_SECONDS = 60.0
LOOK_SECONDS = 0.5
ANSWER_SECONDS = 0.1
PATIENCE_SECONDS = 10.0


def free_port(host: str, first: int) -> int:
    """The first port from `first` that nobody listens on. Raises OSError after 50 tries."""
    for port in range(first, first + 50):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind((host, port))
                return port
    raise OSError(f"No free port between {first} and {first + 49}.")


def _threads() -> int:
    """As many as the server thinks wise: twice the cores and one, up to eight."""
    return min(8, 2 * (os.cpu_count() or 1) + 1)


def _web(host: str, port: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port)),
        *(
            "--workers",
            "1",
            "--blocking-threads",
            os.environ.get("JOINEDUP_THREADS", str(_threads())),
        ),
        *("--no-access-log", "--log-level", "warning", "--respawn-failed-workers"),
        "joinedup.config.wsgi:application",
    ]


def _jobs() -> list[str]:
    return [
        sys.executable,
        "-m",
        "django",
        "db_worker",
        "--interval",
        "2",
        "--no-reload",
        "-v",
        "0",
    ]


@contextlib.contextmanager
def _asked_to_stop() -> Iterator[list[bool]]:
    stop: list[bool] = []

    def note(_signal: int, _frame: FrameType | None) -> None:
        stop.append(True)

    kept = {name: signal.signal(name, note) for name in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for name, handler in kept.items():
            signal.signal(name, handler)


def start_web(host: str, port: int) -> subprocess.Popen[bytes]:
    """The web server as a process of its own; it answers some seconds later."""
    return subprocess.Popen(_web(host, port))


def stop_web(web: subprocess.Popen[bytes] | None) -> None:
    """Ask the web server to end, where one was started."""
    if web is not None:
        _end(web)


def serve(
    web: subprocess.Popen[bytes], at: tuple[str, int], seals: Path, answers: Callable[[], None]
) -> int:
    """Run until stopped; 0 on a wished-for stop, 1 where the web server ended by itself.

    `answers` is called once, when the web server answers `at` its host and port. A job worker
    that dies is started again. `seals` is the file that seals are exported to.
    """
    with _asked_to_stop() as stop, contextlib.ExitStack() as children:
        children.callback(_end, web)
        while not stop and web.poll() is None and not _is_answering(*at):
            time.sleep(ANSWER_SECONDS)
        if stop or web.poll() is not None:
            return 0 if stop else 1
        answers()
        jobs = subprocess.Popen(_jobs())
        children.callback(lambda: _end(jobs))
        sealed_at = time.monotonic()
        while not stop and web.poll() is None:
            time.sleep(LOOK_SECONDS)
            if jobs.poll() is not None:
                jobs = subprocess.Popen(_jobs())
                time.sleep(LOOK_SECONDS)
            if time.monotonic() - sealed_at >= SEAL_SECONDS:
                _seal(seals)
                sealed_at = time.monotonic()
        return 0 if stop else 1


def _is_answering(host: str, port: int) -> bool:
    """Whether a page comes back. The first one loads every page's code, so it may take seconds."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # nosec B104: we ask it, we do not listen
    asked = http.client.HTTPConnection(here, port, timeout=PATIENCE_SECONDS)
    try:
        asked.request("GET", "/")
        asked.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()
    return True


def _seal(seals: Path) -> None:
    """Seal and export once. What goes wrong (a full disk, a database that restarts) is logged by
    its class and place, and tried again a minute later: the service goes on."""
    from django.db import connection

    from joinedup.audit.seals import export_seals, seal_now

    try:
        seal_now()
        export_seals(seals)
    except Exception:
        LOG.exception("sealing failed")
    connection.close_if_unusable_or_obsolete()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end; end it where it does not within ten seconds."""
    process.terminate()
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
