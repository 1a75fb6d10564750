"""The one data folder and the secret key that lives in it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

__all__ = ["home_folder", "secret_key"]


def home_folder() -> Path:
    """`JOINEDUP_HOME`, or `~/.local/share/joinedup`; made (readable by its owner only) if absent."""
    named = os.environ.get("JOINEDUP_HOME")
    folder = Path(named) if named else Path.home() / ".local" / "share" / "joinedup"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder.resolve()


def secret_key(home: Path) -> str:
    """The signing key, made once and kept with owner-only rights, never part of a backup."""
    path = home / "secret.key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(64)
        file.write(key)
    return key
