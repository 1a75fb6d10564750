"""What `joinedup restore` says where the database stops answering once everything is in its place."""

from __future__ import annotations

import argparse
from types import SimpleNamespace

import pytest
from django.db import OperationalError

from joinedup.config import backup, erasures, ready
from joinedup.config.commands import restore, verify

WORDS = "disk I/O error near Zwolinkitty"


def broken(*_, **__):
    raise OperationalError(WORDS)


@pytest.fixture
def restored(monkeypatch):
    """Everything of a restore done, up to the check of the whole."""
    for name in ("start", "migrate"):
        monkeypatch.setattr(ready, name, lambda: None)
    monkeypatch.setattr(backup, "restore_backup", lambda *given: {})
    monkeypatch.setattr(erasures, "keep_up", lambda: None)
    monkeypatch.setattr(erasures, "replay", lambda: SimpleNamespace(failed=[]))
    monkeypatch.setattr(erasures, "told", lambda found: ["Nothing to erase again."])


def test_a_database_that_fails_at_the_check_is_a_sentence_and_no_traceback(
    restored, monkeypatch, capsys
):
    monkeypatch.setattr(verify, "run", broken)
    assert restore.run(argparse.Namespace(source="x.tar", erasures=None)) == 1
    said = capsys.readouterr().err
    assert "let nobody in" in said and "OperationalError" in said and WORDS not in said


def test_a_restore_that_holds_answers_as_the_check_does(restored, monkeypatch):
    for code in (0, 1):
        monkeypatch.setattr(verify, "run", lambda options, code=code: code)
        assert restore.run(argparse.Namespace(source="x.tar", erasures=None)) == code
