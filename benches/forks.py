"""Processes forked from one that has loaded Django already, and killed at a moment of chance."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

__all__ = ["acknowledged", "finished", "killed", "use_database", "weak_pragmas"]

DURABLE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
Work = Callable[[Callable[[str], None]], None]


def use_database(path: Path) -> None:
    """Let this process use another SQLite file from now on."""
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = str(path)


def weak_pragmas() -> list[str]:
    """What is not as durable as it must be on a new connection of this process."""
    from django.db import connection

    connection.close()
    found = {}
    with connection.cursor() as cursor:
        for name in DURABLE:
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]
    return [f"{name} is {found[name]}" for name in DURABLE if found[name] != DURABLE[name]]


def _child(work: Work, log: Path) -> None:
    """Do the work; every acknowledged line is on the disk before the next begins."""
    code = 1
    try:
        from django.db import connection

        connection.close()
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

        def acknowledge(line: str) -> None:
            os.write(handle, f"{line}\n".encode())

        for weak in weak_pragmas():
            acknowledge(f"weak: {weak}")
        acknowledge("begun")
        work(acknowledge)
        code = 0
    finally:
        os._exit(code)


def killed(work: Work, log: Path, chance: random.Random, longest: float) -> bool:
    """Fork, let it begin, kill -9 after up to `longest` seconds. Whether it was still at work."""
    from django.db import connections

    connections.close_all()
    pid = os.fork()
    if pid == 0:
        _child(work, log)
    while not log.exists() or "begun" not in log.read_text(encoding="utf-8"):
        time.sleep(0.001)
    time.sleep(chance.random() * longest)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def finished(work: Work, log: Path) -> int:
    """Fork and wait for the end; the exit code, 0 when the work was done."""
    from django.db import connections

    connections.close_all()
    pid = os.fork()
    if pid == 0:
        _child(work, log)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def acknowledged(log: Path) -> list[str]:
    """What was acknowledged in whole lines, the beginning apart."""
    lines = log.read_text(encoding="utf-8").split("\n")[:-1]
    return [line for line in lines if line != "begun"]
