"""A migrated database, made once and copied by each test process.

Kept in the machine's temporary folder under a name that says what it was made of, so that any
change of a migration makes a new one. SQLite only.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

__all__ = ["as_template", "copy_template", "templates"]

SOURCE = Path(__file__).resolve().parents[2] / "src" / "joinedup"
MADE_OF = (
    "config/new_database.py",
    "config/settings.py",
    "*/migrations/*.py",
    "*/search.py",
    "*/triggers.py",
)
OTHERS = ("django", "django-allauth", "django-tasks-db")
KEPT_SECONDS = 2 * 86_400


def _name() -> str:
    made_of = hashlib.sha256()
    for pattern in MADE_OF:
        for path in sorted(SOURCE.glob(pattern)):
            made_of.update(f"{path.relative_to(SOURCE)}\0".encode() + path.read_bytes())
    made_of.update(repr([(one, version(one)) for one in OTHERS]).encode())
    return f"{made_of.hexdigest()[:32]}.sqlite3"


def _folder() -> Path:
    """Ours alone: somebody else's database is not to be trusted."""
    folder = Path(tempfile.gettempdir()) / f"joinedup-test-templates-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else. Remove it.")
    return folder


@contextlib.contextmanager
def templates() -> Iterator[Path]:
    """The place of the template, held so that only one process makes it; old ones are cleared."""
    folder = _folder()
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for old in folder.glob("*.sqlite3"):
            if time.time() - old.stat().st_mtime > KEPT_SECONDS:
                old.unlink()
        yield folder / _name()


def as_template(place: Path, database: sqlite3.Connection) -> None:
    """Keep a migrated database at this place, whole or not at all."""
    half = place.with_suffix(".half")
    half.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(half)) as target:
        database.backup(target)
    half.replace(place)


def copy_template(database: Path) -> None:
    """Begin a database file as a copy of the template, where there is one."""
    with templates() as place:
        if place.exists():
            shutil.copy(place, database)
