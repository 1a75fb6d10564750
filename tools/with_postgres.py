"""Run a command with DATABASE_URL set to a throwaway PostgreSQL cluster: with_postgres.py CMD...

The cluster lives in a temporary folder and is removed afterwards. As root it is run by the
`postgres` user, because PostgreSQL refuses to run as root. Exit code 77: PostgreSQL is not here.
Whoever ends this process ends the command as Ctrl+C does, and the cluster with it.
"""

from __future__ import annotations

import glob
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, newest version first; None where there is none."""
    found = shutil.which("initdb")
    places = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), reverse=True)
    return Path(found or places[0]).parent if found or places else None


def outlived(command: list[str], environment: dict[str, str]) -> int:
    """The exit code of the command. Told to end, this process has the command end first."""
    # A shell starts what it runs beside itself deaf to Ctrl+C; the command must hear it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(command, env=environment)
    signal.signal(signal.SIGTERM, lambda *_: running.send_signal(signal.SIGINT))
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:
            continue


def main(command: list[str]) -> int:
    folder = programs()
    if folder is None:
        print("PostgreSQL is not installed (no initdb). On Debian: apt install postgresql")
        return 77
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    root = Path(tempfile.mkdtemp(prefix="joinedup-pg-"))
    as_user: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(root, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    data = root / "data"

    def run(*words: str) -> None:
        subprocess.run(
            [*as_user, *words], check=True, stdout=subprocess.DEVNULL, cwd=root, timeout=120
        )

    options = (
        f"-p {port} -k {root} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
        " -c synchronous_commit=off -c max_connections=60"
    )
    try:
        run(str(folder / "initdb"), "-D", str(data), "-U", "joinedup", "-A", "trust", "-E", "UTF8")
        run(
            str(folder / "pg_ctl"),
            "-D",
            str(data),
            "-w",
            "-l",
            str(root / "log"),
            "-o",
            options,
            "start",
        )
        environment = {
            **os.environ,
            "DATABASE_URL": f"postgres://joinedup@127.0.0.1:{port}/postgres",
        }
        return outlived(command, environment)
    finally:
        subprocess.run(
            [*as_user, str(folder / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"],
            check=False,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
