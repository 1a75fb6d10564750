"""A throwaway data folder with a real database file in it, for one part of the bench."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["ROOT", "command", "django_here", "new_folder"]

ROOT = Path(__file__).resolve().parents[1]


def new_folder(prefix: str = "joinedup-bench-") -> Path:
    """An empty folder outside the repository."""
    return Path(tempfile.mkdtemp(prefix=prefix))


def environment(home: Path, mode: str = "test") -> dict[str, str]:
    """The environment of a `joinedup` command whose data lies in `home`."""
    kept = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return {**kept, "JOINEDUP_HOME": str(home), "JOINEDUP_MODE": mode, "PYTHONPATH": path}


def command(home: Path, *words: str, mode: str = "test") -> subprocess.CompletedProcess[str]:
    """Run `joinedup WORDS` against a folder and wait for it."""
    return subprocess.run(
        [sys.executable, "-m", "joinedup.config.command", *words],
        env=environment(home, mode),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )


def django_here(home: Path) -> None:
    """Load Django in this process on a migrated database in `home`. Once a process."""
    os.environ.update(environment(home))
    from joinedup.config import ready

    ready.start()
    ready.migrate()
