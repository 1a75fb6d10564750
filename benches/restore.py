"""The restore drill: a demo is backed up, put into an empty folder, and everything is looked at."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from benches.figures import Figure, at_most
from benches.folder import command, environment, new_folder

__all__ = ["ask_restored", "drill", "measure"]

PASSWORD = "seven tall ships at noon"
ADMIN = "first@example.org"
SIGN_IN = """
import sys
from joinedup.config import ready
ready.start()
from django.conf import settings
settings.ALLOWED_HOSTS = ["testserver"]
from django.test import Client
from django.urls import reverse
answer = Client().post(reverse("account_login"), {"login": sys.argv[1], "password": sys.argv[2]})
print(answer.status_code)
"""


def drill(home: Path) -> tuple[dict[str, int], dict[str, int], int, str, str]:
    """Back `home` up and restore it elsewhere.

    Gives (rows before, rows after, exit code of verify, what it said, how sign-in answered).
    Rows that the backup itself adds (its seal) are made before the rows are counted.
    """
    from joinedup.config.backup import rows_of

    target, other = home / "whole.tar", new_folder()
    made = command(home, "backup", str(target))
    assert made.returncode == 0, made.stderr
    before = rows_of(home / "joinedup.sqlite3")
    restored = command(other, "restore", str(target))
    after = rows_of(other / "joinedup.sqlite3")
    verified = command(other, "verify")
    answer = ask_restored(other)
    shutil.rmtree(other)
    return before, after, restored.returncode + verified.returncode, verified.stdout, answer


def ask_restored(home: Path) -> str:
    """The status of the answer to a sign-in with the right password: 302 leads on."""
    done = subprocess.run(
        [sys.executable, "-c", SIGN_IN, ADMIN, PASSWORD],
        env=environment(home),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or done.stderr.strip()[-300:]


def prepared(home: Path) -> Path:
    """A data folder with the demo and one account with a password."""
    assert command(home, "demo", mode="demo").returncode == 0
    subprocess.run(
        [
            *(sys.executable, "-m", "joinedup.config.command", "createadmin"),
            *("--email", ADMIN, "--name", "Firstly Known", "--password-stdin"),
        ],
        env=environment(home),
        input=PASSWORD + "\n",
        text=True,
        check=True,
        capture_output=True,
    )
    return home


def measure(quick: bool) -> list[Figure]:
    """The same at every size; `quick` changes nothing."""
    home = prepared(new_folder())
    before, after, code, _, answer = drill(home)
    shutil.rmtree(home)
    differ = sum(before[name] != after.get(name) for name in before)
    return [
        Figure("restore", "rows restored", sum(after.values()), "rows"),
        at_most("restore", "tables whose rows differ", differ, 0, ""),
        at_most("restore", "restore and verify: exit codes other than 0", code, 0, ""),
        Figure("restore", "sign-in afterwards", answer, "", "302", answer == "302"),
    ]
