"""A backup made while the server runs: what grows meanwhile must not make it one that can't be used."""

import contextlib
import sqlite3
import tarfile

import pytest

from joinedup.audit import erased
from joinedup.config.backup import BackupFault, make_backup, unpacked

LINE = "a line of before\n"


@pytest.fixture
def home(tmp_path):
    """A data folder with a database, a stored file and both logs."""
    folder = tmp_path / "data"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "one").write_bytes(b"bytes")
    for name in ("seals.log", erased.NAME):
        (folder / name).write_text(LINE)
    with contextlib.closing(sqlite3.connect(folder / "joinedup.sqlite3")) as made:
        made.execute("CREATE TABLE kept (id INTEGER)")
    return folder


def backed_up(home):
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(home / "joinedup.sqlite3")}
    return make_backup(home, database, home.parent / "backup.tar")


def growing(monkeypatch, *paths):
    """Something is added to each of these between the hashing and the writing."""
    real = tarfile.open

    def opened(name, mode="r", *rest):
        if mode == "w":
            for path in paths:
                path.write_text(path.read_text() + "a line of a moment later\n")
        return real(name, mode, *rest)

    monkeypatch.setattr(tarfile, "open", opened)


def test_logs_that_grow_while_it_is_written_leave_it_whole(home, monkeypatch):
    growing(monkeypatch, home / "seals.log", home / erased.NAME)
    hashes = backed_up(home)
    assert unpacked(home.parent / "backup.tar") == hashes
    assert {"seals.log", erased.NAME, "files/one"} <= set(hashes)


def test_a_backup_that_would_not_restore_is_never_put_in_place(home, monkeypatch):
    growing(monkeypatch, home / "files" / "one")
    with pytest.raises(BackupFault, match=r"try again.*files/one"):
        backed_up(home)
    assert not list(home.parent.glob("*.tar"))
