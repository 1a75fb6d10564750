"""Seconds of `./run` on a fresh copy, of starting it again, and of the migrations by themselves."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from benches.figures import Figure, at_most
from benches.folder import ROOT, command, new_folder

__all__ = ["fresh_copy", "measure", "start_and_stop"]

FIRST_PORT = "8470"
PATIENCE = 600.0


def fresh_copy() -> Path:
    """The repository as it is committed, in a folder of its own, without what was set up in it."""
    place = new_folder("joinedup-fresh-") / "joinedup"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(place)], check=True)
    return place


def start_and_stop(place: Path, stop: signal.Signals) -> tuple[float, int, list[str]]:
    """Start `./run`, wait until a page answers, stop it: (seconds, exit code, processes left)."""
    dropped = ("PYTHONPATH", "JOINEDUP_HOME", "JOINEDUP_MODE", "DATABASE_URL", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    began = time.monotonic()
    run = subprocess.Popen(
        ["./run", "--port", FIRST_PORT],
        cwd=place,
        env=kept,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    address = ""
    for line in run.stdout or ():
        if found := re.search(r"http://localhost:\d+/demo/", line):
            address = found.group(0)
            break
    while address and time.monotonic() - began < PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    break
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    seconds = time.monotonic() - began
    run.send_signal(stop)
    code = run.wait(30)
    time.sleep(0.5)
    return seconds, code, left_over(place)


def left_over(place: Path) -> list[str]:
    """Command lines of processes that still run from this folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(place / ".venv") in line:
            found.append(line)
    return found


def migrate_seconds() -> float:
    """Seconds of `joinedup migrate` from nothing; what a start without work costs is in it."""
    home = new_folder()
    began = time.monotonic()
    done = command(home, "migrate")
    seconds = time.monotonic() - began
    assert done.returncode == 0, done.stderr
    shutil.rmtree(home)
    return seconds


def measure(quick: bool) -> list[Figure]:
    """`quick` leaves out the fresh copy, which installs everything anew."""
    figures = [at_most("start", "migrate from empty", migrate_seconds(), 20, "s")]
    if quick:
        return figures
    place = fresh_copy()
    first, code, left = start_and_stop(place, signal.SIGINT)
    again, code_again, left_again = start_and_stop(place, signal.SIGTERM)
    figures += [
        at_most("start", "./run from nothing until a page answers", first, 60, "s"),
        at_most("start", "./run again until a page answers", again, 5, "s"),
        at_most("start", "processes left after Ctrl-C and SIGTERM", len(left + left_again), 0, ""),
        at_most("start", "exit codes other than 0", sum(map(bool, (code, code_again))), 0, ""),
    ]
    shutil.rmtree(place.parent)
    return figures
