"""Bytes on disk: written whole and flushed, or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

__all__ = [
    "erase", "folder", "is_unsent", "path_of", "stored_names", "unsent_of", "write",
    "write_unsent",
]  # fmt: skip

PART = ".part"
UNSENT = "unsent"


def folder() -> Path:
    """The files folder, made (for its owner only) if absent."""
    place = Path(settings.FILES_FOLDER)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def path_of(stored_name: str) -> Path:
    """Where the bytes of a stored name lie. Raises ValueError for anything but such a name."""
    if not stored_name.isalnum():
        raise ValueError("Not a stored name.")
    return folder() / stored_name


def write(data: bytes) -> str:
    """Keep bytes under a new random name and return it; they are on the disk when this returns."""
    return _write(secrets.token_hex(20), data)


def write_unsent(data: bytes, owner: str) -> str:
    """Keep bytes whose form is not sent yet, under a name that the sweep leaves for longer. `owner`
    is a short hash by which those of one person are counted."""
    return _write(f"{UNSENT}{owner}{secrets.token_hex(20)}", data)


def unsent_of(owner: str) -> int:
    """How many files of one person wait for their forms to be sent."""
    return sum(name.startswith(f"{UNSENT}{owner}") for name, _ in stored_names())


def is_unsent(stored_name: str) -> bool:
    """Whether these bytes wait for their form to be sent."""
    return stored_name.startswith(UNSENT)


def _write(name: str, data: bytes) -> str:
    path = path_of(name)
    part = path.with_suffix(PART)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.rename(path)
    place = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
    return name


def erase(stored_name: str) -> None:
    """Remove the bytes; nothing happens where they are already gone."""
    path_of(stored_name).unlink(missing_ok=True)


def stored_names() -> Iterator[tuple[str, float]]:
    """(file name, time of last change in seconds) of everything in the folder."""
    for entry in os.scandir(folder()):
        if entry.is_file(follow_symlinks=False):
            yield entry.name, entry.stat().st_mtime
