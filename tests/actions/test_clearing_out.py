"""What was erased leaves the database's files without locking anybody out."""

from __future__ import annotations

from contextlib import contextmanager
from types import SimpleNamespace

import django.db
import pytest

from joinedup.config import erasures


@pytest.mark.parametrize(
    ("vendor", "statement"),
    [("postgresql", "VACUUM"), ("sqlite", "PRAGMA wal_checkpoint(TRUNCATE)")],
)
def test_nobody_is_locked_out_while_the_files_are_cleared(monkeypatch, vendor, statement):
    said = []

    @contextmanager
    def cursor():
        yield SimpleNamespace(execute=said.append)

    monkeypatch.setattr(django.db, "connection", SimpleNamespace(vendor=vendor, cursor=cursor))
    erasures._clear_out()
    assert said == [statement]
