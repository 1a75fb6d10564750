"""Backups: database, stored files, seals, the register of erasures and a manifest with the hash of
each, never the key."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from joinedup.audit import erased

__all__ = ["BackupFault", "make_backup", "restore_backup", "rows_of", "unpacked"]

MANIFEST, SEALS, FILES = "manifest.json", "seals.log", "files"
SQLITE, POSTGRES = "joinedup.sqlite3", "joinedup.dump"


class BackupFault(Exception):
    """A backup that cannot be made or restored; the words are for a person."""


def _sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy_database(settings: dict[str, object], folder: Path) -> Path:
    if "sqlite" in str(settings["ENGINE"]):
        target = folder / SQLITE
        with (
            contextlib.closing(sqlite3.connect(str(settings["NAME"]))) as source,
            contextlib.closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
        return target
    target = folder / POSTGRES
    _postgres(["pg_dump", "--format=custom", "--file", str(target)], settings)
    return target


def _postgres(command: list[str], settings: dict[str, object]) -> None:
    environment = {
        **os.environ,
        "PGHOST": str(settings.get("HOST") or ""),
        "PGPORT": str(settings.get("PORT") or ""),
        "PGUSER": str(settings.get("USER") or ""),
        "PGPASSWORD": str(settings.get("PASSWORD") or ""),
        "PGDATABASE": str(settings["NAME"]),
    }
    try:
        subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise BackupFault(
            f"{command[0]} did not work. It must be installed, in the version of the database server."
        ) from error


def make_backup(home: Path, database: dict[str, object], target: Path) -> dict[str, str]:
    """Write one .tar file; file name → SHA-256 of what it holds. Raises BackupFault.

    The target appears only when it is whole and was unpacked again to try it. The logs, which the
    running server adds to, are copied first: what is hashed is what is written.
    """
    if target.exists():
        raise BackupFault(f"{target} is there already. Choose another name.")
    with tempfile.TemporaryDirectory(dir=target.parent) as temporary:
        folder = Path(temporary)
        copy = _copy_database(database, folder)
        parts = {copy.name: copy}
        for name in (SEALS, erased.NAME):
            if (home / name).exists():
                parts[name] = Path(shutil.copyfile(home / name, folder / name))
        for path in sorted((home / FILES).rglob("*")):
            if path.is_file():
                parts[f"{FILES}/{path.relative_to(home / FILES)}"] = path
        hashes = {name: _sha(path) for name, path in parts.items()}
        (folder / MANIFEST).write_text(json.dumps(hashes, indent=1), encoding="utf-8")
        whole = folder / "backup.tar"
        with tarfile.open(whole, "w") as archive:
            archive.add(folder / MANIFEST, MANIFEST)
            for name, path in parts.items():
                archive.add(path, name)
        with whole.open("rb+") as file:
            os.fsync(file.fileno())
        _tried(whole, folder / "tried")
        os.replace(whole, target)
    target.chmod(0o600)
    return hashes


def _tried(whole: Path, folder: Path) -> None:
    """Unpack what was just written, and check it. Raises BackupFault."""
    folder.mkdir()
    try:
        _unpack(whole, folder)
    except BackupFault as fault:
        raise BackupFault(f"Something changed while it was written: try again. {fault}") from fault


def restore_backup(source: Path, home: Path, database: dict[str, object]) -> dict[str, str]:
    """Put a backup into an empty data folder, every hash checked first. A register of erasures that
    lies there stays, and gains what the backup's own names. Raises BackupFault."""
    is_sqlite = "sqlite" in str(database["ENGINE"])
    place = Path(str(database["NAME"])) if is_sqlite else None
    if (home / FILES).exists() and any((home / FILES).iterdir()):
        raise BackupFault("The data folder already holds files. Restore into an empty folder.")
    if place is not None and place.exists():
        raise BackupFault("The data folder already holds a database. Restore into an empty folder.")
    with tempfile.TemporaryDirectory(dir=home) as temporary:
        folder = Path(temporary)
        hashes = _unpack(source, folder)
        if (SQLITE if is_sqlite else POSTGRES) not in hashes:
            raise BackupFault("This backup is of another kind of database than DATABASE_URL names.")
        _join_registers(folder / erased.NAME, home / erased.NAME)
        if place is not None:
            os.replace(folder / SQLITE, place)
            place.chmod(0o600)
        else:
            name, dump = str(database["NAME"]), str(folder / POSTGRES)
            _postgres(["pg_restore", "--no-owner", "--exit-on-error", "-d", name, dump], database)
        _put_files_back(folder, home)
    return hashes


def _join_registers(brought: Path, kept: Path) -> None:
    """What either names is erased. Raises BackupFault where one does not hold: a line may be gone."""
    if wrong := erased.broken(kept):
        raise BackupFault(f"{wrong[0]} Put a copy of it that was kept elsewhere in its place.")
    if brought.exists() and not kept.exists():
        shutil.copyfile(brought, kept)
        kept.chmod(0o600)
        return
    try:
        erased.add(kept, erased.read(brought))
    except ValueError as fault:
        raise BackupFault(str(fault)) from fault


def _take_out(archive: tarfile.TarFile, folder: Path) -> None:
    """Plain files only, each inside the folder. Not `extractall`: Debian's Python 3.11 can't filter.
    Raises tarfile.TarError for anything else."""
    for member in archive:
        within = PurePosixPath(member.name)
        whole = archive.extractfile(member) if member.isfile() else None
        if whole is None or within.is_absolute() or ".." in within.parts:
            raise tarfile.TarError("No backup of ours holds such a thing.")
        target = folder / within
        target.parent.mkdir(parents=True, exist_ok=True)
        with whole, target.open("wb") as out:
            shutil.copyfileobj(whole, out)
        target.chmod(member.mode & 0o700)


def _unpack(source: Path, folder: Path) -> dict[str, str]:
    """Unpack into `folder`; name → hash, each checked."""
    try:
        with tarfile.open(source) as archive:
            _take_out(archive, folder)
        hashes: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, tarfile.TarError, ValueError) as error:
        raise BackupFault(f"{source} is not a whole backup of Joined Up.") from error
    for name, digest in hashes.items():
        if not (folder / name).is_file() or _sha(folder / name) != digest:
            raise BackupFault(f"The backup is damaged: {name} is not as it was saved.")
    return hashes


def _put_files_back(folder: Path, home: Path) -> None:
    if (folder / FILES).exists():
        if (home / FILES).exists():
            (home / FILES).rmdir()
        os.replace(folder / FILES, home / FILES)
    if (folder / SEALS).exists():
        os.replace(folder / SEALS, home / SEALS)


def unpacked(source: Path) -> dict[str, str]:
    """Unpack a backup somewhere for a moment and check every hash. Raises BackupFault."""
    with tempfile.TemporaryDirectory() as temporary:
        return _unpack(source, Path(temporary))


def rows_of(database: Path) -> dict[str, int]:
    """Table → number of rows in a SQLite file."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        count = "SELECT COUNT(*) FROM "
        return {name: connection.execute(f'{count}"{name}"').fetchone()[0] for (name,) in names}
